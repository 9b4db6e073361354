"""What the letters of a font stand for, and which of them the font has not (ISO 32000-1, 9.7.5, 9.7.6 and 9.10.3)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from struct import error as StructError
from struct import unpack, unpack_from
from typing import TYPE_CHECKING, TypeVar

from .entries import entries
from .letter_widths import FontWidths, Widths
from .used_fonts import FontKey, font_key

if TYPE_CHECKING:
    from pikepdf import Object

T = TypeVar("T")

_MOST_OF_A_MAP = 4_000_000
_MOST_LETTERS = 70_000
_SECTION = re.compile(rb"begin(bfchar|bfrange|cidchar|cidrange|notdefchar|notdefrange)(.*?)end\1", re.DOTALL)
_ENTRY = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[[^\]]*\])|(\d+)")
_STRING = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_SPACES = frozenset("\u0009\u0020\u00a0\u2002\u2003\u2009\u202f\u3000")


@dataclass(slots=True)
class Typeface:
    """A font, as a reader of its letters knows it.

    ``texts`` says what letters stand for, as far as the file tells; ``has`` whether there is a drawing of one, None
    where that cannot be told.
    """

    widths: FontWidths
    texts: dict[int, str]
    spaces: frozenset[int]
    has: Callable[[int], bool] | None
    _known: set[int] = field(default_factory=set)

    def lacking(self, numbers: Iterable[int]) -> list[int]:
        """Those of some letters in whose place a box or nothing is seen."""
        if self.has is None:
            return []
        new = set(numbers) - self._known
        lacking = [number for number in new if not self.has(number) and number not in self.spaces]
        self._known |= new.difference(lacking)
        return sorted(lacking)

    def said(self, codes: bytes) -> str:
        """What some letters say; one that nothing is known of is a question mark."""
        return "".join(self.texts.get(number, "\ufffd") for number in self.widths.numbers(codes))


class Typefaces:
    """The fonts of a file, each read once."""

    def __init__(self, widths: Widths) -> None:
        self._widths = widths
        self._known: dict[FontKey, tuple[Typeface, Object]] = {}

    def of(self, font: Object) -> Typeface:
        """A font as its readers know it."""
        key = font_key(font)
        if key not in self._known:
            self._known[key] = _read(font, self._widths.font(font)), font  # kept, so that its id stays its own
        return self._known[key][0]


def _read(font: Object, widths: FontWidths) -> Typeface:
    texts = _texts(font, widths.step)
    spaces = {number for number, text in texts.items() if text and set(text) <= _SPACES}
    if widths.step == 1 and not texts:
        spaces.add(32)
    return Typeface(widths, texts, frozenset(spaces), _has(font) if widths.step == 2 else _has_simple(font))


# What letters stand for -------------------------------------------------------------------------


def _texts(font: Object, step: int) -> dict[int, str]:
    from pikepdf import Stream

    written = font.get("/ToUnicode")
    if isinstance(written, Stream):
        return dict(_entries(_unpacked(written), "bf", _unicode))
    # Without a table letters of one byte are mostly those of Latin, which is what every encoding has in its middle.
    return {code: chr(code) for code in range(32, 127)} if step == 1 and "/Differences" not in entries(font, "/Encoding") else {}


def _unpacked(stream: Object) -> bytes:
    return stream.read_bytes()[:_MOST_OF_A_MAP]


def _entries(data: bytes, kind: str, read: Callable[[tuple[bytes, bytes, bytes], int], T]) -> Iterator[tuple[int, T]]:
    """A table's codes with what they become; ranges are counted out."""
    count = 0
    for section in _SECTION.finditer(data):
        name = section[1].decode()
        if not name.startswith(kind):
            continue
        entries = iter(_ENTRY.findall(section[2]))
        for first in entries:
            last = next(entries, first) if name.endswith("range") else first
            target = next(entries, (b"", b"", b""))
            start, end = _code(first[0]), _code(last[0])
            for step, code in enumerate(range(start, min(end, start + _MOST_LETTERS) + 1)):
                count += 1
                if count > _MOST_LETTERS:
                    return
                yield code, read(target, step)


def _code(digits: bytes) -> int:
    return int(b"".join(digits.split()) or b"0", 16)


def _unicode(target: tuple[bytes, bytes, bytes], step: int) -> str:
    """The text that a code of a range stands for."""
    digits, several, _ = target
    if several:
        strings = _STRING.findall(several)
        return _utf_16(strings[step]) if step < len(strings) else ""
    text = _utf_16(digits)
    return text[:-1] + chr(min(ord(text[-1]) + step, 0x10FFFF)) if step and text else text


def _utf_16(digits: bytes) -> str:
    digits = b"".join(digits.split())
    return bytes.fromhex((digits + b"0" * (-len(digits) % 4)).decode()).decode("utf-16-be", "replace")


# What a font has --------------------------------------------------------------------------------


def _has(font: Object) -> Callable[[int], bool] | None:
    """Of a composite font, whether the glyph of a code is in the file. None where it is not embedded, or of a rare kind."""
    inner = font.DescendantFonts[0]
    count, cids = _number_of_glyphs(entries(inner, "/FontDescriptor")), _cids(font)
    if count is None or cids is None:
        return None
    to_glyph = _glyphs(inner)
    return lambda code: 0 < to_glyph(cids.get(code, 0) if cids else code) < count


def _cids(font: Object) -> dict[int, int] | None:
    """The characters of codes where the file has a table of them; empty where both are the same, None where that is not known."""
    from pikepdf import Stream

    encoding = font.get("/Encoding")
    if isinstance(encoding, Stream):
        return dict(_entries(_unpacked(encoding), "cid", lambda target, step: int(target[2] or 0) + step))
    return {} if str(encoding) in ("/Identity-H", "/Identity-V") else None


def _glyphs(inner: Object) -> Callable[[int], int]:
    """From characters to glyphs."""
    from pikepdf import Stream

    table = inner.get("/CIDToGIDMap")
    if not isinstance(table, Stream):
        return lambda cid: cid
    numbers = _unpacked(table)
    glyphs = unpack(f">{len(numbers) // 2}H", numbers[: len(numbers) & ~1])
    return lambda cid: glyphs[cid] if cid < len(glyphs) else 0


def _number_of_glyphs(descriptor: Object) -> int | None:
    """How many glyphs an embedded TrueType or OpenType font has: the second field of its table ``maxp``."""
    from pikepdf import Stream

    file = descriptor.get("/FontFile2", descriptor.get("/FontFile3"))
    if not isinstance(file, Stream) or str(file.get("/Subtype", "/OpenType")) != "/OpenType":
        return None
    data = file.read_bytes()
    try:
        for record in range(min(unpack_from(">H", data, 4)[0], 64)):
            tag, _, offset, _ = unpack_from(">4sIII", data, 12 + 16 * record)
            if tag == b"maxp":
                return int(unpack_from(">H", data, offset + 4)[0])
    except StructError:
        pass
    return None


def _has_simple(font: Object) -> Callable[[int], bool] | None:
    """Of a font of single bytes, whether its encoding calls a letter undefined."""
    from pikepdf import Array

    differences = entries(font, "/Encoding").get("/Differences")
    if not isinstance(differences, Array):
        return None
    undefined, code = set(), 0
    for entry in list(differences)[:1000]:
        if str(entry).startswith("/"):
            if str(entry) == "/.notdef":
                undefined.add(code)
            code += 1
        else:
            code = int(entry)
    return lambda code: code not in undefined
