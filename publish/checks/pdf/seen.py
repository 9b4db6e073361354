"""A finished PDF as its rules see it, and which kind of work it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ...diagnostics import PublishError
from ...prepress.page_boxes import pages_in_words
from ..rules.rule import Found
from ..rules.subjects import FileSubject
from .finished import FinishedPage, FinishedPdf, finished

MM = 72 / 25.4
_SHEETS = re.compile(r"[.\-_](?:booklet|cover|fronts|backs|print-test|poster|zine|n-up|sheets?|imposed)\b", re.IGNORECASE)
_ONE_INK = re.compile(r"press-black|one[- ]ink|black[- ]only", re.IGNORECASE)
_LARGE_PRINT = re.compile(r"large[-_ ]?print", re.IGNORECASE)

FileLook = Callable[[FinishedPdf, FileSubject], Iterator[Found]]


def readable(look: FileLook) -> Callable[[FileSubject], Iterator[Found]]:
    """A look at a file that can be read; of one that cannot, one rule says so, and the others nothing."""

    def looked(subject: FileSubject) -> Iterator[Found]:
        seen = finished(subject.data)
        if not isinstance(seen, PublishError):
            yield from look(seen, subject)

    return looked


def told(seen: FinishedPdf, which: Callable[[FinishedPage], bool], message: str) -> Iterator[Found]:
    """One finding for all pages of a kind, which ``{}`` in the message names, if there are any."""
    numbers = [number for number, page in enumerate(seen.pages, 1) if which(page)]
    if numbers:
        yield Found(message.format(pages_in_words(numbers)))


def has_fault(code: str) -> Callable[[FinishedPage], bool]:
    """Whether the preflight found something on a page."""
    return lambda page: any(found == code for found, _ in page.faults)


def worst(seen: FinishedPdf, code: str, choose: Callable[..., float]) -> float:
    """The worst that the preflight found in a file."""
    return choose((value for page in seen.pages for found, value in page.faults if found == code), default=0)


def is_sheets(seen: FinishedPdf, subject: FileSubject) -> bool:
    """Whether these are sheets to be folded or cut, not pages in their order: by its name, or as all of them are wide."""
    wide = all(page.size[0] > 1.2 * page.size[1] for page in seen.pages)
    return wide or bool(_SHEETS.search(subject.name))


def is_for_press(seen: FinishedPdf, subject: FileSubject) -> bool:
    """Whether a file is for a press and nobody reads it on a screen."""
    return bool(seen.claim.standard) or any(page.bleeds for page in seen.pages) or is_sheets(seen, subject)


def is_one_ink(seen: FinishedPdf, subject: FileSubject) -> bool:
    """Whether a file says, by its name or its metadata, that it is printed in black alone."""
    return bool(_ONE_INK.search(subject.name) or _ONE_INK.search(seen.about))


def is_large_print(subject: FileSubject) -> bool:
    """Whether a file says by its name that it is for readers with poor sight."""
    return bool(_LARGE_PRINT.search(subject.name))
