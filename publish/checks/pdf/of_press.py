"""What is looked for in a file for a press: that it is what it says to be, and what no press prints as it is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...prepress.output_intents import most_ink
from ...prepress.page_boxes import pages_in_words
from ..rules.rule import Found
from ..rules.subjects import FileSubject
from .finished import FinishedPage, FinishedPdf
from .seen import FileLook, readable, told, worst

# A hundredth of a percent of ink is nothing.
_NEARLY = 0.01


def claims_it(look: FileLook) -> Callable[[FileSubject], Iterator[Found]]:
    """A look at a file that says to be PDF/X; others are held to nothing that they did not say."""

    def looked(seen: FinishedPdf, subject: FileSubject) -> Iterator[Found]:
        if seen.claim.standard:
            yield from look(seen, subject)

    return readable(looked)


def for_a_press(look: FileLook) -> Callable[[FileSubject], Iterator[Found]]:
    """A look at a file that a press is to print: it says so, or its pages bleed. Sheets from an office printer are none."""

    def looked(seen: FinishedPdf, subject: FileSubject) -> Iterator[Found]:
        if seen.claim.standard or any(page.bleeds for page in seen.pages):
            yield from look(seen, subject)

    return readable(looked)


@claims_it
def transparency(seen: FinishedPdf, _: FileSubject) -> Iterator[Found]:
    if seen.claim.is_opaque:
        message = f"{{}}: something is transparent, and {seen.claim.standard} knows no transparency"
        yield from told(seen, lambda page: page.press.mixed or page.press.grouped, message)


@claims_it
def no_inks(seen: FinishedPdf, _: FileSubject) -> Iterator[Found]:
    if seen.claim.is_inks_only:
        yield from told(seen, lambda page: page.press.rgb, f"{{}}: there are colours of screens, and {seen.claim.standard} knows inks only")


@claims_it
def boxes(seen: FinishedPdf, _: FileSubject) -> Iterator[Found]:
    wrong: dict[str, list[int]] = {}
    for number, page in enumerate(seen.pages, 1):
        if page.press.boxes:
            wrong.setdefault(page.press.boxes, []).append(number)
    for what, numbers in wrong.items():
        yield Found(f"{pages_in_words(numbers)} {'has' if len(numbers) == 1 else 'have'} {what}")


@claims_it
def intent(seen: FinishedPdf, _: FileSubject) -> Iterator[Found]:
    if seen.claim.intent:
        yield Found(f"the file says to be {seen.claim.standard}, and {seen.claim.intent}")


@claims_it
def unsaid(seen: FinishedPdf, _: FileSubject) -> Iterator[Found]:
    if seen.claim.unsaid:
        yield Found(f"the file says to be {seen.claim.standard}, and does not say {' nor '.join(seen.claim.unsaid)}")


@for_a_press
def too_much_ink(seen: FinishedPdf, _: FileSubject) -> Iterator[Found]:
    limit = most_ink(seen.claim.condition)
    message = f"{{}}: up to {worst(seen, 'N131', max):.0f} % of ink in one place, and {limit} % is as much as dries"
    yield from told(seen, lambda page: _most_on(page) > limit + _NEARLY, message)


def _most_on(page: FinishedPage) -> float:
    return max((value for code, value in page.faults if code == "N131"), default=0)


@for_a_press
def lost_white(seen: FinishedPdf, _: FileSubject) -> Iterator[Found]:
    yield from told(seen, lambda page: page.press.lost_white, "{}: white is set to overprint, so it will not be there")


@claims_it
def actions(seen: FinishedPdf, _: FileSubject) -> Iterator[Found]:
    if seen.claim.actions:
        yield Found(f"the file says to be {seen.claim.standard}, and has {', '.join(seen.claim.actions)}")


@claims_it
def encrypted(seen: FinishedPdf, _: FileSubject) -> Iterator[Found]:
    if seen.locked:
        yield Found(f"the file says to be {seen.claim.standard}, and is encrypted")


@claims_it
def remarks(seen: FinishedPdf, _: FileSubject) -> Iterator[Found]:
    yield from told(seen, lambda page: page.press.remarks, f"{{}}: links, notes or fields lie on the page, where {seen.claim.standard} has no place for them")


@for_a_press
def unsaid_colours(seen: FinishedPdf, _: FileSubject) -> Iterator[Found]:
    if not seen.claim.is_opaque:
        yield from told(seen, lambda page: page.press.unsaid, "{}: something is transparent, and in which colours it is mixed is not said")
