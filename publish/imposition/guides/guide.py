"""How a job is printed and made up, told to whoever stands at the printer: one page of words, as data.

The same guide is written as a PDF, with drawings, and as text for the terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from unicodedata import category

from ...language.marks import NO_BREAK
from ...language.printing_words import decimal_point, listing, number, percentage, phrase, words_language
from ...measures.paper_sizes import PAPER_SIZES
from ...measures.papers import SHEETS, Paper
from ...measures.print_job import PrintJob
from ...measures.shapes import POINTS, SHAPES, Length, Shape, paper_called
from ..planning.creep import too_thick_to_staple
from ..planning.estimate import Estimate, copies_at_once, estimate, layers
from ..planning.placing import Imposition
from ..planning.plan import Plan
from ..planning.schemes import make_plan
from .steps import GuidePart, Step, Trimmed, making_steps, name_of, printing_steps
from .turns import FirstSheet, behind, first_sheet

__all__ = ["Fact", "FirstSheet", "Guide", "GuidePart", "GuideSetting", "Step", "guide", "guide_text"]

_LONGEST_TITLE, _LONGEST_FILE = 110, 70
_LONGEST_READ = 1000  # characters of what may be far longer
_LETTERS = 2  # of a name that is its letters, as DL
# Sides that differ by less are the same sheet.
_SAME = 1.5  # points
# More blank pages are counted, not named.
_MOST_NAMED = 6
# What is printed on one side by its nature; and what has a back that is bound.
_ONE_SIDED = frozenset(("zine", "french"))
_BOUND = frozenset(("saddle", "signatures", "cut-stack"))


@dataclass(frozen=True, slots=True)
class GuideSetting:
    """What to choose in a printing window; ``also`` is what else it may be called there."""

    name: str
    value: str
    also: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure of the job."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Guide:
    """One page of instructions.

    ``lang`` is the language of its words, ``title_lang`` that of the title. ``page`` is the sheet it is
    itself printed on. Of ``by_hand`` the drawing shows how the printed pile is put back, where it is.
    """

    lang: str
    title: str
    title_lang: str
    heading: str
    kind: str
    settings: tuple[GuideSetting, ...]
    parts: tuple[GuidePart, ...]
    facts: tuple[Fact, ...]
    facts_heading: str
    notes: tuple[str, ...]
    foot: str
    sheet: FirstSheet
    captions: tuple[str, str, str]
    by_hand: bool
    page: Shape


def guide(plan: Plan, imposition: Imposition, job: PrintJob, lang: str, title: str, files: Sequence[str]) -> Guide:
    """The instructions for a job, in the publication's language where we have it, else in English.

    ``files`` are the names of what is to be printed: one, or fronts and backs.
    """
    sides = first_sheet(plan, imposition)
    size = _sheet(imposition, job)
    figures = estimate(len(plan.sheets), size, job, layers(plan), copies_at_once(plan))
    paper = _paper_name(size, lang)
    by_hand = job.flip == "single" and bool(sides.back)
    return Guide(
        lang=words_language(lang),
        title=_short(title, _LONGEST_TITLE),
        title_lang=lang,
        heading=phrase("heading", lang),
        kind=phrase(name_of(plan.scheme), lang),
        settings=_settings(sides, job, paper, lang),
        parts=(
            printing_steps(sides, job, lang, paper, [_short(name, _LONGEST_FILE) for name in files], behind(plan), figures),
            making_steps(plan, lang, _staple_distance(sides, plan, size, lang), _trimmed(plan, imposition, size, lang)),
        ),
        facts=tuple(_facts(plan, figures, lang)),
        facts_heading=phrase("facts", lang),
        notes=tuple(_notes(plan, job, lang)),
        foot=phrase("foot", lang),
        sheet=sides,
        captions=(phrase("front", lang), phrase("back", lang), phrase("sketch-reload", lang)),
        by_hand=by_hand,
        page=size if size.name in ("a4", "letter") else SHAPES["letter" if size.in_inches else "a4"],
    )


def guide_text(guide: Guide) -> str:
    """The same for the terminal: a line for each step, wrapped by nobody."""
    lang = guide.lang
    lines = [_named(guide.heading, guide.title, lang) if guide.title else guide.heading, guide.kind, ""]
    lines += [_named(one.name, one.value, lang, one.also) for one in guide.settings]
    steps = count(1)
    for part in guide.parts:
        lines += ["", part.name, *(f"{next(steps)}. {step.text}" for step in part.steps)]
    if guide.notes:
        lines += ["", *guide.notes]
    lines += ["", guide.facts_heading, *(_named(fact.name, fact.value, lang) for fact in guide.facts), "", guide.foot]
    return "\n".join(lines) + "\n"


def _named(name: str, value: str, lang: str, also: str = "") -> str:
    return phrase("also", lang, name=name, value=value, also=also) if also else phrase("colon", lang, name=name, value=value)


def _short(text: str, longest: int) -> str:
    """A name as it can be set on a line: no longer than that, and without signs that are none."""
    words = " ".join("".join(sign for sign in text[:_LONGEST_READ] if category(sign) not in ("Cc", "Cs") or sign.isspace()).split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


# Settings ---------------------------------------------------------------------------------------


def _settings(sides: FirstSheet, job: PrintJob, paper: str, lang: str) -> tuple[GuideSetting, ...]:
    chosen = [("sides", "twice" if job.flip == "single" else "both")] if sides.back else [("sides", "one")]
    edge = phrase("edge-long" if sides.turned_on_long_edge else "edge-short", lang)
    if sides.back:
        chosen.append(("flip", "flip-hand" if job.flip == "single" else f"flip-{job.flip}"))
    return (
        GuideSetting(phrase("paper", lang), paper, _weight_name(job.paper, lang)),
        *(GuideSetting(phrase(name, lang), phrase(key, lang), _also(key, edge, lang)) for name, key in chosen),
        GuideSetting(phrase("size", lang), percentage(100, lang), phrase("full-also", lang)),
    )


def _also(key: str, edge: str, lang: str) -> str:
    return phrase(f"{key}-also", lang, edge=edge)


def _sheet(imposition: Imposition, job: PrintJob) -> Shape:
    """The sheet that is put into the printer, upright."""
    short, long = sorted((imposition.width, imposition.height))
    known = (*SHEETS.values(), *SHAPES.values(), *filter(None, map(paper_called, PAPER_SIZES)))
    found = next((one for one in known if abs(one.width - short) < _SAME and abs(one.height - long) < _SAME), None)
    return found or Shape(job.sheet.name if job.sheet else "", Length(short), Length(long))


def _paper_name(sheet: Shape, lang: str) -> str:
    if sheet.name in ("letter", "legal", "tabloid", "half-letter"):
        return phrase(sheet.name, lang)
    if paper_called(sheet.name) or sheet.name in SHAPES:
        name = sheet.name.replace("-", " ")
        return name.upper() if any(sign.isdigit() for sign in name) or len(name) == _LETTERS else name.capitalize()
    return _measures(sheet.width, sheet.height, sheet, lang)


def _measures(width: float, height: float, sheet: Shape, lang: str) -> str:
    """A size in the unit that the sheet's own is told in."""
    unit, points, digits = ("in", POINTS["in"], 2) if sheet.in_inches else ("mm", POINTS["mm"], 0)
    return NO_BREAK.join((number(width / points, lang, digits), "×", number(height / points, lang, digits), unit))


def _trimmed(plan: Plan, imposition: Imposition, sheet: Shape, lang: str) -> Trimmed | None:
    if imposition.trimmed is None:
        return None
    width, height = imposition.trimmed
    page = _measures(width / len(plan.columns), height / plan.rows, sheet, lang)
    return Trimmed(page, _measures(width, height, sheet, lang))


def _weight_name(paper: Paper, lang: str) -> str:
    pounds = paper.name.removesuffix("lb")
    if pounds != paper.name and pounds.isdecimal():
        return phrase("pounds", lang, int(pounds))
    if paper.grams:
        return phrase("grams", lang, paper.grams)
    return phrase("thick", lang, paper.thickness.mm, digits=3)


def _staple_distance(sides: FirstSheet, plan: Plan, sheet: Shape, lang: str) -> str:
    """A quarter of the fold's length, in centimetres or inches as one can measure them."""
    fold = sides.height / plan.rows
    if sheet.in_inches:
        return f"{number(round(fold / 4 / POINTS['in'] * 2) / 2, lang, 1)}{NO_BREAK}in"
    return f"{number(round(fold / 4 / POINTS['cm'] * 2) / 2, lang, 1)}{NO_BREAK}cm"


# Figures and notes ------------------------------------------------------------------------------


def _facts(plan: Plan, figures: Estimate, lang: str) -> Iterator[Fact]:
    many = figures.copies > 1
    copies = phrase("copies", lang, figures.copies)
    yield Fact(phrase("fact-pages", lang), number(plan.pages, lang))
    at_once = copies_at_once(plan)
    named = phrase("fact-all-sheets", lang, copies=phrase("copies", lang, at_once)) if at_once > 1 else phrase("fact-sheets", lang)
    yield Fact(named, number(figures.sheets, lang))
    if many:
        yield Fact(phrase("fact-all-sheets", lang, copies=copies), number(figures.all_sheets, lang))
    yield Fact(phrase("fact-thickness", lang), f"{number(figures.thickness, lang, 1 if figures.thickness >= 1 else 2)}{NO_BREAK}mm")
    if figures.weight is not None and figures.all_weight is not None:
        yield Fact(phrase("fact-weight", lang), _weight(figures.weight, lang))
        if many:
            yield Fact(phrase("fact-all-weight", lang), _weight(figures.all_weight, lang))
    if figures.cost is not None:
        yield Fact(phrase("fact-all-cost" if many else "fact-cost", lang), _cost(figures.cost, lang))


def _cost(cost: str, lang: str) -> str:
    """What it costs, with the language's own point."""
    return NO_BREAK.join(re.sub(r"(?<=\d)[.,](?=\d)", decimal_point(lang), cost).split())


def _weight(grams: float, lang: str) -> str:
    """In grams, or in kilograms from one on."""
    if grams < 1000:
        return f"{number(grams, lang, 1 if grams < 10 else 0)}{NO_BREAK}g"
    return f"{number(grams / 1000, lang, 1)}{NO_BREAK}kg"


def _notes(plan: Plan, job: PrintJob, lang: str) -> Iterator[str]:
    if plan.cuts("column") and plan.scheme == "two-up":
        yield phrase("apart", lang)
    blank = _blank_pages(plan, job)
    if 0 < len(blank) <= _MOST_NAMED:
        yield phrase("blank-named", lang, len(blank), pages=listing([str(page) for page in blank], lang))
    elif blank:
        yield phrase("blank", lang, len(blank))
    if plan.spare:
        yield phrase("spare", lang, plan.spare)
    if plan.scheme == "saddle" and too_thick_to_staple(plan.nested, job.paper.thickness):
        yield phrase("too-thick", lang, plan.nested)
    if plan.from_right and plan.scheme in _BOUND:
        yield phrase("right-bound", lang)


def _blank_pages(plan: Plan, job: PrintJob) -> range:
    """The pages that stay blank, as a reader counts them: what comes after one has a higher number than its own."""
    one_sided = not plan.sheets[0].back
    if one_sided and plan.scheme not in _ONE_SIDED:
        return range(0)
    cells = plan.rows * len(plan.columns) // copies_at_once(plan)
    places = cells * len(plan.sheets) * (1 if one_sided else 2) - plan.spare * (4 if plan.scheme == "saddle" else 2)
    first = plan.pages if _ends_with_last_page(plan, job) else plan.pages + 1
    return range(first, first + places - plan.pages)


def _ends_with_last_page(plan: Plan, job: PrintJob) -> bool:
    """Whether blank pages come before the last page, which is then a back cover."""
    last = make_plan(plan.pages, plan.scheme, up=job.up, signature=job.signature, from_right=plan.from_right, last_outside=True)
    return last.sheets == plan.sheets
