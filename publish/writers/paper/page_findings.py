"""What is said of pages that were looked over: one diagnostic for each kind of fault, with the pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ...diagnostics import Report
from ...layout.proof import FEWEST_LINES, Fault, ProofPage, faults, is_overfull
from ...model.book import Book
from ...typesetting.messages import place_of

_MOST_PAGES_NAMED = 12
_MOST_LINES_NAMED, _MOST_LETTERS_SHOWN = 12, 60
_CLOSER = "a word less or more nearby may help, or `fit:` with a number of pages"


class _Saying(NamedTuple):
    """How a fault is told of: ``{pages}`` is where."""

    code: str
    grave: bool
    message: str
    hint: str


_SAID: dict[Fault, _Saying] = {
    Fault.WIDOW: _Saying("P110", True, "{pages} begins with the last line of a paragraph", _CLOSER),
    Fault.ORPHAN: _Saying("P110", True, "{pages} ends with the first line of a paragraph", _CLOSER),
    Fault.HEADING: _Saying("P111", True, "{pages} ends with a heading and less than two lines below it", _CLOSER),
    Fault.LEAD_IN: _Saying("P112", True, "{pages} ends with a line that introduces what stands overleaf", _CLOSER),
    Fault.SHORT: _Saying("P113", False, f"{{pages}} has fewer than {FEWEST_LINES} lines of text", _CLOSER),
    Fault.GAP: _Saying("P113", False, "{pages} ends early: what follows has no room there", "move the picture or table, or make it smaller"),
    Fault.GRID: _Saying("P114", False, "{pages} has lines that do not stand level with those of the page beside it",
        "the style sets something between them that is not so many whole lines high"),
    Fault.OUTSIDE: _Saying("P115", True, "{pages} has text outside its text block", "the style or the page's shape leaves it no room"),
    Fault.NOTE: _Saying("P116", False, "{pages} calls a note that stands on a later one", "a shorter note, or fewer to a page"),
}  # fmt: skip


def tell_of_pages(pages: Sequence[ProofPage], leading: float, report: Report) -> None:
    """Report what is wrong with pages, P110 to P116, each kind once."""
    found = faults(pages, leading)
    for fault, said in _SAID.items():
        numbers = [number for kind, number in found if kind is fault]
        if numbers:
            tell = report.warning if said.grave else report.info
            tell(said.code, _plural(said.message, numbers), None, said.hint)


def tell_of_overfull_lines(pages: Sequence[ProofPage], leading: float, book: Book, report: Report) -> None:
    """Report each line that is too long for its measure (P115), with its words and where they stand in the text."""
    found = [(page.number, line) for page in pages for line in page.lines if is_overfull(line, leading)]
    for number, line in found[:_MOST_LINES_NAMED]:
        longest = max(line.words.split(), key=len, default="")
        shown = longest if len(longest) <= _MOST_LETTERS_SHOWN else f"{longest[:_MOST_LETTERS_SHOWN]}…"
        message = f"page {number} has a line that is too long for its measure, by {line.over:.0f} pt: “{shown}”"
        report.warning("P115", message, place_of([longest], book), "shorter words, fewer columns, or a larger shape")
    if len(found) > _MOST_LINES_NAMED:
        report.warning("P115", f"{len(found) - _MOST_LINES_NAMED} more lines are too long for their measure")


def _plural(message: str, numbers: Sequence[int]) -> str:
    """The message as it is said of one page or of several."""
    if len(numbers) == 1:
        return message.format(pages=f"page {numbers[0]}")
    for one, many in ((" begins ", " begin "), (" ends ", " end "), (" has ", " have "), (" calls ", " call ")):
        message = message.replace(f"{{pages}}{one}", f"{{pages}}{many}")
    return message.format(pages=f"pages {_listed(numbers)}")


def _listed(numbers: Iterable[int]) -> str:
    named = list(map(str, numbers))
    if len(named) > _MOST_PAGES_NAMED:
        return f"{', '.join(named[:_MOST_PAGES_NAMED])} and {len(named) - _MOST_PAGES_NAMED} more"
    return f"{', '.join(named[:-1])} and {named[-1]}"
