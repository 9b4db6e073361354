"""A sheet that tells within a minute how a printer works: which edge it flips, what it shrinks, what it leaves bare."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ...imposition.guides.rulers import DEPTH, edges_svg, lines_for, measure_svg, upright
from ...language.marks import NO_BREAK
from ...language.printing_words import number, percentage, phrase, words_language
from ...measures.shapes import Shape
from ...styles import find_style
from ...typesetting.one_page import first_that_fits

# In points, the largest first: the sheet is set in the first of them in which all its words fit.
_SIZES = (13, 12.2, 11.4, 10.6, 9.8, 9, 8.2, 7.4, 6.6, 5.8, 5)
# No larger than so much of the sheet's width in millimetres, which would be tried in vain.
_SHARE = 1 / 16
# A margin of so much of the width, if the pins take no more.
_MARGIN_SHARE = 8.4
_PAGES = 2
_SMALLEST = (130, 190)  # mm
_SETTINGS = ("flip: long", "flip: short", "flip: single", "reload: same", "reload: reversed", "margin: 5mm")
_LONG, _SHORT, _SINGLE, _SAME, _REVERSED, _MARGIN = (setting.replace(" ", NO_BREAK) for setting in _SETTINGS)
_OPTIONS = (f"--flip{NO_BREAK}long", f"--margin{NO_BREAK}5mm")
_MARKED = (_SINGLE, _MARGIN, *_OPTIONS)
_SAID = (
    "top", "lead", "flip", "flip-how", "size", "size-how", "edge", "edge-how", "single", "single-how", "back-long", "back-short", "foot",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Line:
    address: str
    said: str
    width: float


def write_print_test(sheet: Shape, lang: str) -> bytes:
    """The test sheet for a paper, front and back, tagged for PDF/UA-1, the same bytes each time.

    Its words are in ``lang`` where we have it, else English. Raises ValueError, in words for an author, where the
    sheet is too small for it, and PublishError P101 where Pango is missing.
    """
    width, height = upright(sheet)
    if width < _SMALLEST[0] or height < _SMALLEST[1]:
        raise ValueError(f"a test sheet is at least {_SMALLEST[0]} by {_SMALLEST[1]} mm, not {width:g} by {height:g}")
    side = max(DEPTH + 1, round(width / _MARGIN_SHARE, 2))
    style = find_style("base", Path(__file__).parent)
    template = style.template("print-test.html.j2")
    given = {
        "lang": words_language(lang), "said": _said(lang), "outcomes": _outcomes(lang), "long": _LONG, "short": _SHORT,
        "width": width, "height": height, "side": side, "lines": _lines(width - 2 * side, lang),
        "edges": _address(edges_svg(sheet)), "pins": phrase("test-pins", lang), "title": phrase("test-title", lang),
    }  # fmt: skip
    pages = (template.render(size=size, **given) for size in _SIZES if size <= width * _SHARE)
    return first_that_fits(pages, style, "how-to", _PAGES)


def _said(lang: str) -> dict[str, list[tuple[str, bool]]]:
    """Every phrase by its key, as runs; those that are settings are marked so."""
    said = partial(phrase, lang=lang, full=percentage(100, lang), single=_SINGLE, margin=_MARGIN, options=", ".join(_OPTIONS))
    return {key.replace("-", "_"): _runs(said(f"test-{key}")) for key in _SAID}


def _runs(text: str) -> list[tuple[str, bool]]:
    return [(run, run in _MARKED) for run in re.split(f"({'|'.join(_MARKED)})", text) if run]


def _outcomes(lang: str) -> list[tuple[str, str, str]]:
    """What may be seen after the back was printed by hand, what follows from it, and the setting."""
    settings = (("over", _REVERSED), ("end", _REVERSED), ("same", _SAME))
    return [(phrase(f"test-{seen}", lang, long=_LONG, short=_SHORT), phrase(f"test-{seen}-do", lang), setting) for seen, setting in settings]


def _lines(width: float, lang: str) -> list[_Line]:
    found = []
    for length, unit in lines_for(width):
        svg, wide = measure_svg(length, unit)
        found.append(_Line(_address(svg), f"{number(length, lang)}{NO_BREAK}{unit}", wide))
    return found


def _address(svg: str) -> str:
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
