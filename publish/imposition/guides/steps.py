"""The steps of a print job in words: how its sheets are printed, and how a plan's steps are done by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ...language.printing_words import listing, percentage, phrase
from ...measures.print_job import PrintJob
from ..planning.estimate import Estimate
from ..planning.plan import BLANK, Cut, Fold, Gather, Plan
from .turns import Behind, FirstSheet

# Schemes whose names are words of their own elsewhere in the table.
_NAMES = {"letter": "letter-fold", "z": "z-fold", "accordion": "accordion-fold"}
# The others are folded only.
_MADE_OTHERWISE = frozenset(("saddle", "signatures", "cut-stack", "two-up", "n-up", "zine"))
_BOUND = frozenset(("saddle", "signatures"))
# So many sheets in one another push their inner pages out so far that one sees it.
_TRIMMED = 5


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, and the drawing that shows it, by its name in :data:`guide_drawings.SKETCHES`."""

    text: str
    sketch: str = ""


@dataclass(frozen=True, slots=True)
class Trimmed:
    """How large a page and a whole sheet are once the paper around them is cut off, in words."""

    page: str
    sheet: str


@dataclass(frozen=True, slots=True)
class GuidePart:
    """Steps under a heading."""

    name: str
    steps: tuple[Step, ...]


def name_of(scheme: str) -> str:
    """The key of a scheme's name among the phrases."""
    return _NAMES.get(scheme, scheme)


# Printing ---------------------------------------------------------------------------------------


def printing_steps(sides: FirstSheet, job: PrintJob, lang: str, paper: str, files: Sequence[str], pair: Behind | None, figures: Estimate) -> GuidePart:
    """How the sheets are printed: on both sides, on one, or on one after the other."""
    full = percentage(100, lang)
    if sides.back and job.flip == "single":
        steps = _by_hand(sides, job, lang, paper, files, pair, figures)
    elif sides.back:
        opened = phrase("print-set", lang, file=files[0], paper=paper, flip=phrase(f"flip-{job.flip}", lang), full=full)
        steps = [opened, _check(pair, lang)]
    else:
        steps = [phrase("print-one", lang, file=files[0], paper=paper, full=full), phrase("check-only", lang)]
    if job.copies > 1:
        copies, sheets = (phrase(key, lang, n) for key, n in (("copies", figures.copies), ("sheets", figures.all_sheets)))
        steps.append(phrase("print-rest", lang, copies=copies, sheets=sheets))
    return GuidePart(phrase("print", lang), tuple(map(Step, steps)))


def _check(pair: Behind | None, lang: str) -> str:
    if pair is None:
        return phrase("check-only", lang)
    return phrase("check-upright" if pair.upright else "check-behind", lang, front=pair.front, back=pair.back)


def _by_hand(sides: FirstSheet, job: PrintJob, lang: str, paper: str, files: Sequence[str], pair: Behind | None, figures: Estimate) -> list[str]:
    edge = phrase("edge-long" if sides.turned_on_long_edge else "edge-short", lang)
    steps = [
        phrase("fronts", lang, file=files[0], paper=paper, full=percentage(100, lang)),
        phrase("reload-one" if figures.sheets == 1 else f"reload-{job.reload}", lang, edge=edge),
        phrase("backs", lang, file=files[-1]),
    ]
    if pair:
        steps.append(phrase("by-hand-upright" if pair.upright else "by-hand-behind", lang, front=pair.front, back=pair.back))
    return steps


# Making up --------------------------------------------------------------------------------------


def making_steps(plan: Plan, lang: str, distance: str, trimmed: Trimmed | None = None) -> GuidePart:
    """How the printed sheets become what they are to be. ``distance`` is how far from the ends staples are set."""
    steps = [*_cuts(plan, lang), *_MAKING[plan.scheme](plan, lang, distance)]
    if trimmed:
        steps = _with_trimming(plan, steps, trimmed, lang)
    return GuidePart(phrase(f"{plan.scheme if plan.scheme in _MADE_OTHERWISE else 'fold'}-make", lang), tuple(steps))


def _with_trimming(plan: Plan, steps: list[Step], trimmed: Trimmed, lang: str) -> list[Step]:
    """What is bound is trimmed last, and then its inner pages do not stick out any more; all else while it is flat."""
    if plan.scheme in _BOUND and not plan.cuts("column") and not plan.cuts("row"):
        return [*(step for step in steps if step.sketch != "trim"), Step(phrase("trim-page", lang, size=trimmed.page), "trim-page")]
    return [Step(phrase("trim-sheet", lang, size=trimmed.sheet), "trim-sheet"), *steps]


def _cuts(plan: Plan, lang: str) -> Iterator[Step]:
    """Cuts in one direction are one step."""
    whole = [step for step in plan.steps if isinstance(step, Cut) and step.whole]
    for (across, stacked), cuts in groupby(whole, key=lambda cut: (cut.across, cut.stacked)):
        name = f"cut-stack-{across}" if stacked else f"cut-{across}"
        yield Step(phrase(name, lang, len(list(cuts))), name)


def _saddle(plan: Plan, lang: str, distance: str) -> Iterator[Step]:
    if plan.nested == 1:
        yield Step(phrase("fold-sheet", lang, first=1), "fold-sheet")
        return
    middle = [] if plan.cuts("row") or plan.cuts("column") else [cell.page for cell in plan.sheets[-1].back[0]]
    if middle and BLANK not in middle:
        yield Step(phrase("nest", lang, pages=listing([str(page) for page in middle], lang)), "nest")
    else:
        yield Step(phrase("nest-plain", lang, first=1), "nest")
    yield Step(phrase("fold-pile", lang, first=1), "fold-pile")
    yield Step(phrase("staple", lang, distance=distance), "staple")
    if plan.nested >= _TRIMMED:
        yield Step(phrase("trim", lang), "trim")


def _signatures(plan: Plan, lang: str, distance: str) -> Iterator[Step]:
    gathered = next(step for step in plan.steps if isinstance(step, Gather))
    groups = 1 + max(sheet.signature for sheet in plan.sheets)
    each = min(gathered.sheets or len(plan.sheets), len(plan.sheets))
    text = phrase("signature", lang, sheets=phrase("sheets", lang, each), first=1)
    yield Step(f"{text} {phrase('fewer', lang, gathered.fewer)}" if gathered.fewer else text, "fold-pile")
    if groups > 1:
        yield Step(phrase("signature-pile", lang, groups), "signature-pile")
    yield Step(phrase("signature-bind", lang), "signature-bind")


def _leaves(plan: Plan, lang: str, distance: str) -> Iterator[Step]:
    side = "side-right" if plan.from_right else "side-left"
    yield Step(phrase(side, lang, first=1), side)


def _copies(plan: Plan, lang: str, distance: str) -> Iterator[Step]:
    if len(plan.sheets) > 1:
        yield Step(phrase("corner", lang), "corner")


def _sides(plan: Plan, lang: str, distance: str) -> Iterator[Step]:
    many = len(plan.sheets) > 1
    yield Step(phrase("corner" if many else "loose", lang), "corner" if many else "")


def _letter(plan: Plan, lang: str, distance: str) -> Iterator[Step]:
    """The flap that is folded first is named by the page one sees on it when the outside lies underneath."""
    fold = next(step for step in plan.steps if isinstance(step, Fold))
    last = len(plan.columns) - 1
    left_of_front = fold.at <= len(plan.columns) // 2
    seen = plan.sheets[0].front if fold.hides == "front" else plan.sheets[0].back
    left = left_of_front == (fold.hides == "front")
    page = seen[0][0 if left else last].page if seen else BLANK
    flap = "flap-left" if left else "flap-right"
    named = flap if page != BLANK else f"{flap}-plain"
    yield Step(phrase(named, lang, page=page) if page != BLANK else phrase(named, lang, first=1), flap)
    yield Step(phrase("flap-other", lang, first=1), "flap-other-left" if left else "flap-other-right")


def _told(*keys: str) -> Callable[[Plan, str, str], Iterator[Step]]:
    """Steps that are the same for all plans of a scheme; each has the drawing of its name."""

    def steps(plan: Plan, lang: str, distance: str) -> Iterator[Step]:
        return (Step(phrase(key, lang, first=1), key) for key in keys)

    return steps


_MAKING = {
    "saddle": _saddle,
    "signatures": _signatures,
    "cut-stack": _leaves,
    "two-up": _copies,
    "n-up": _sides,
    "zine": _told("zine-fold", "zine-slit", "zine-push", "zine-book"),
    "half": _told("fold-sheet"),
    "letter": _letter,
    "z": _told("z"),
    "gate": _told("gate-doors", "gate-closed"),
    "accordion": _told("accordion"),
    "french": _told("french-first", "french-second"),
}
