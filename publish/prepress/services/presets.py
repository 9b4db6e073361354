"""What print services ask for: the figures of ``presets.toml`` as values."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

from ...measures.shapes import Length

_FILE = Path(__file__).with_name("presets.toml")
_INCH = Length("1in")

Size = tuple[Length, Length]


@dataclass(frozen=True, slots=True)
class Trims:
    """The sizes of page that a service makes: those that are listed, else all from ``least`` to ``most``; else any."""

    sizes: tuple[Size, ...] = ()
    least: Size | None = None
    most: Size | None = None


@dataclass(frozen=True, slots=True)
class PageCounts:
    """How many pages a book may have; 0 is no limit. ``completed`` says that the service adds what a multiple lacks.

    ``stapled_sheets`` is how many folded sheets its staples hold.
    """

    least: int = 0
    most: int = 0
    multiple: int = 1
    completed: bool = False
    stapled_sheets: int = 0


@dataclass(frozen=True, slots=True)
class Bleed:
    """How far colour goes beyond the trim, on which edges of a page, and all around a cover."""

    pages: Length
    edges: Literal["outer", "all", "none"]
    cover: Length


@dataclass(frozen=True, slots=True)
class Margins:
    """The least margins of text: inside up to so many pages each, and on the other three edges.

    ``outside_with_bleed`` holds for pages with bleed. What is ``advised`` is no reason to send a file back.
    """

    inside: tuple[tuple[int, Length], ...]
    outside: Length
    outside_with_bleed: Length
    advised: bool = False


@dataclass(frozen=True, slots=True)
class Spine:
    """How wide a spine is: the thickness of a page by paper, the first being the usual, and what is added once.

    Without papers the service publishes no formula; it then allows a ``tolerance`` against its own
    template. Text stands on it from so many pages on, ``clear`` of both folds.
    """

    papers: tuple[tuple[str, Length], ...]
    more: Length
    text_from: int
    clear: Length
    tolerance: Length


@dataclass(frozen=True, slots=True)
class BarcodeArea:
    """The white area for a bar code that the service prints itself, at the lower right of the back cover."""

    width: Length
    height: Length
    from_edges: Length


@dataclass(frozen=True, slots=True)
class FileRules:
    """What holds for a file: whether it may have marks, links and remarks, and colours in RGB; whether it
    must have its fonts, and be without transparency.

    0 megabytes and an ``ink_limit`` of 0 (in per cent, all inks together) are no limit; ``standards``
    are the kinds of PDF that it would rather have, the best first.
    """

    marks: bool = False
    annotations: bool = True
    rgb: bool = True
    embedded: bool = False
    flat: bool = False
    megabytes: int = 0
    standards: tuple[str, ...] = ()
    ink_limit: int = 0


@dataclass(frozen=True, slots=True)
class Preset:
    """The rules of a print service, with the day on which they were last compared with what it says. Lengths are points.

    ``cover_ink`` is what covers are printed in there, ``""`` where that is as for the pages.
    """

    key: str
    name: str
    checked: date
    sources: tuple[str, ...]
    bindings: tuple[str, ...]
    inks: tuple[str, ...]
    trims: Trims
    pages: PageCounts
    bleed: Bleed
    margins: Margins
    spine: Spine
    file: FileRules
    barcode: BarcodeArea | None = None
    cover_ink: str = ""

    @property
    def source(self) -> str:
        """Where its rules stand, and when ours were last compared with them."""
        return f"{self.sources[0]}; checked on {self.checked.isoformat()}"


def preset(name: str) -> Preset:
    """The preset called ``kdp``, ``ingramspark``, ``lulu`` or ``home``. Raises KeyError for another name."""
    return _presets()[name]


def inside_margin(preset: Preset, pages: int) -> Length:
    """The least inside margin of a book of so many pages, which is that of the thickest for one that is thicker still; 0 for none."""
    steps = preset.margins.inside
    return next((margin for most, margin in steps if pages <= most), steps[-1][1] if steps else Length(0))


@cache
def _presets() -> Mapping[str, Preset]:
    tables = tomllib.loads(_FILE.read_text("utf-8"))
    return {key: _preset(key, table) for key, table in tables.items()}


def _preset(key: str, table: dict[str, Any]) -> Preset:
    return Preset(
        key=key,
        name=table["name"],
        checked=table["checked"],
        sources=tuple(table["sources"]),
        bindings=tuple(table["bindings"]),
        inks=tuple(table["inks"]),
        trims=_trims(table.get("trim", {})),
        pages=PageCounts(**_fields(table["pages"])),
        bleed=Bleed(Length(table["bleed"]["pages"]), table["bleed"]["edges"], Length(table["bleed"]["cover"])),
        margins=_margins(table["margins"]),
        spine=_spine(table["spine"]),
        file=FileRules(**_fields(table["file"])),
        barcode=BarcodeArea(**{name: Length(text) for name, text in _fields(table["barcode"]).items()}) if "barcode" in table else None,
        cover_ink=table.get("cover-ink", ""),
    )


def _fields(table: dict[str, Any]) -> dict[str, Any]:
    return {key.replace("-", "_"): tuple(value) if isinstance(value, list) else value for key, value in table.items()}


def _trims(table: dict[str, Any]) -> Trims:
    least, most = (_size(table[end]) if end in table else None for end in ("least", "most"))
    return Trims(tuple(map(_size, table.get("sizes", ()))), least, most)


def _size(pair: list[str]) -> Size:
    width, height = map(Length, pair)
    return width, height


def _margins(table: dict[str, Any]) -> Margins:
    outside = Length(table["outside"])
    return Margins(
        inside=tuple((most, Length(margin)) for most, margin in table["inside"]),
        outside=outside,
        outside_with_bleed=Length(table.get("outside-with-bleed", outside)),
        advised=table.get("advised", False),
    )


def _spine(table: dict[str, Any]) -> Spine:
    papers = table.get("papers", {})
    return Spine(
        papers=tuple((name, Length(_INCH / said if isinstance(said, int) else said)) for name, said in papers.items()),
        more=Length(table.get("more", 0.0)),
        text_from=table["text-from"],
        clear=Length(table["clear"]),
        tolerance=Length(table.get("tolerance", 0.0)),
    )
