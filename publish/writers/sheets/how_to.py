"""The page of instructions that comes with every print job, as a PDF."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from ...imposition.guides.drawings import reload_drawing, side_drawing
from ...imposition.guides.guide import Guide, GuidePart
from ...imposition.guides.sketches import SKETCHES
from ...imposition.planning.plan import BLANK, PageCell, Side
from ...language import is_rtl
from ...language.printing_words import phrase
from ...styles import Style, find_style
from ...typesetting.one_page import first_that_fits

# In points, the largest first: the page is set in the first of them in which all of it fits.
_SIZES = (10.8, 10, 9.4, 8.8, 8.2, 7.6, 7, 6.4)
# Values so long, together, are set smaller, so that they stand in a row.
_WORDY = 46


@dataclass(frozen=True, slots=True)
class _Picture:
    address: str
    said: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class _Step:
    number: int
    text: str
    picture: _Picture | None


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    steps: tuple[_Step, ...]


def write_how_to(guide: Guide, style: Style | None = None) -> bytes:
    """The instructions as a PDF of one page, tagged for PDF/UA-1, the same bytes each time.

    ``style`` may have a template and a sheet of its own for it, else those of ``base`` are taken. Raises
    PublishError P101 where Pango is missing.
    """
    style = style or find_style("base", Path(__file__).parent)
    template = style.template("how-to.html.j2")
    given = {
        "guide": guide, "parts": _parts(guide), "sides": _sides(guide), "reload": _reload(guide),
        "tall": guide.sheet.height > guide.sheet.width, "title_direction": "rtl" if is_rtl(guide.title_lang) else "ltr",
        "wordy": sum(len(setting.value) for setting in guide.settings) > _WORDY,
    }  # fmt: skip
    # With the backs by hand there is more to say: it never fits in the largest.
    pages = (template.render(words=size, **given) for size in _SIZES[guide.by_hand :])
    return first_that_fits(pages, style, "how-to", text=guide.title)


def _parts(guide: Guide) -> tuple[_Part, ...]:
    numbers = count(1)
    return tuple(_Part(part.name, tuple(_step(guide, part, at, next(numbers)) for at in range(len(part.steps)))) for part in guide.parts)


def _step(guide: Guide, part: GuidePart, at: int, number: int) -> _Step:
    step = part.steps[at]
    picture = _Picture(_address(SKETCHES[step.sketch](guide.sheet)), phrase("sketch", guide.lang, number)) if step.sketch else None
    return _Step(number, step.text, picture)


def _sides(guide: Guide) -> list[_Picture]:
    """The first sheet's printed sides."""
    sides = ((guide.sheet.front, False, guide.captions[0]), (guide.sheet.back, True, guide.captions[1]))
    return [
        _Picture(_address(side_drawing(guide.sheet, back)), phrase("colon", guide.lang, name=caption, value=_spoken(side, guide.lang)), caption)
        for side, back, caption in sides
        if side
    ]


def _spoken(side: Side, lang: str) -> str:
    """The pages of a side for listeners, row by row."""
    return "; ".join(", ".join(_spoken_page(cell, lang) for cell in row) for row in side)


def _spoken_page(cell: PageCell, lang: str) -> str:
    if cell.page == BLANK:
        return "–"
    return phrase("upside-down", lang, page=cell.page) if cell.turn == 180 else str(cell.page)


def _reload(guide: Guide) -> _Picture | None:
    caption = guide.captions[2]
    return _Picture(_address(reload_drawing(guide.sheet)), caption, caption) if guide.by_hand else None


def _address(svg: str) -> str:
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
