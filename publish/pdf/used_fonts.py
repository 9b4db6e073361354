"""The fonts that letters are shown in; what a file names and never uses, no press asks for (ISO 32000-1, 9.5 to 9.9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from pikepdf import Object

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
# Letters of this mode are not seen, as those that lie over a scanned page for whoever searches it.
INVISIBLE = 3


@dataclass(frozen=True, slots=True)
class FontFacts:
    """A font by its name in the file."""

    name: str
    embedded: bool


# A font's number in its file; where it has none, its id.
FontKey: TypeAlias = tuple[int, int] | int


def font_key(font: Object) -> FontKey:
    """What a font is known by, as long as it is kept."""
    return font.objgen if font.is_indirect else id(font)


class UsedFonts:
    """The fonts of a file that letters were shown in, by what followed its streams."""

    def __init__(self) -> None:
        self._found: dict[FontKey, Object] = {}
        self._new: list[Object] = []
        self._followed: set[tuple[int, int]] = set()

    def note(self, font: Object | None, mode: int) -> None:
        """Letters were shown in a font; those that nobody sees do not count."""
        if font is None or mode == INVISIBLE:
            return
        key = font_key(font)
        if key not in self._found:
            self._found[key] = font  # kept, so that its id stays its own
            self._new.append(font)

    def drawn(self) -> Iterator[tuple[Object, Object]]:
        """The letters that are small drawings, each once: a stream, and its font. A font that they use is used as well."""
        while self._new:
            font = self._new.pop()
            if font.get("/Subtype") == "/Type3":
                yield from ((letter, font) for letter in font.get("/CharProcs", {}).values())

    def is_new(self, stream: Object) -> bool:
        """Whether a stream whose fonts were not asked for otherwise is met for the first time."""
        new = stream.objgen not in self._followed
        self._followed.add(stream.objgen)
        return new

    def facts(self) -> tuple[FontFacts, ...]:
        """The fonts sorted by name, each name once. Letters that are drawings are part of the file as they are."""
        named: dict[str, bool] = {}
        for font in self._found.values():
            name = str(font.get("/BaseFont", "/unnamed"))[1:]
            named[name] = named.get(name, True) and _is_embedded(font)
        return tuple(FontFacts(name, embedded) for name, embedded in sorted(named.items()))


def not_embedded(fonts: Iterable[FontFacts]) -> list[str]:
    """The names of the fonts that are not in the file, in whose place another machine sets others."""
    return [font.name for font in fonts if not font.embedded]


def _is_embedded(font: Object) -> bool:
    from pikepdf import Array, Dictionary

    if font.get("/Subtype") == "/Type3":
        return True
    inner = font.get("/DescendantFonts")
    described = inner[0] if isinstance(inner, Array) and len(inner) else font
    descriptor = described.get("/FontDescriptor") if isinstance(described, Dictionary) else None
    return isinstance(descriptor, Dictionary) and any(key in descriptor for key in _FILES)
