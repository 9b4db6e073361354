"""What is looked for in what a finished PDF says of itself, and in how it is made."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import PublishError
from ...pdf.used_fonts import not_embedded
from ...prepress.page_boxes import pages_in_words
from ..rules.rule import Found
from ..rules.subjects import FileSubject
from .finished import FinishedPdf, finished
from .seen import is_for_press, readable

_MOST_NAMED = 8


def unreadable(subject: FileSubject) -> Iterator[Found]:
    """A file that is no PDF, or beyond repair."""
    seen = finished(subject.data)
    if isinstance(seen, PublishError) and seen.diagnostic.code == "N140":
        yield Found(seen.diagnostic.message)
    elif not isinstance(seen, PublishError) and seen.count == 0:
        yield Found("the file has no pages")


def locked(subject: FileSubject) -> Iterator[Found]:
    """A file that needs a password."""
    seen = finished(subject.data)
    if isinstance(seen, PublishError) and seen.diagnostic.code == "N141":
        yield Found(seen.diagnostic.message)


@readable
def damaged(seen: FinishedPdf, _: FileSubject) -> Iterator[Found]:
    if seen.unreadable:
        yield Found(f"{pages_in_words(list(seen.unreadable))}: the content is damaged, and only a part of it was looked at")
    elif seen.repairs:
        yield Found("the file is damaged and had to be mended to be read")


@readable
def restricted(seen: FinishedPdf, _: FileSubject) -> Iterator[Found]:
    if seen.locked and not seen.claim.standard:  # for PDF/X that is graver, and has a rule of its own
        forbids = f", and forbids {' and '.join(seen.forbids)}" if seen.forbids else ""
        yield Found(f"the file is encrypted{forbids}")


@readable
def not_looked_at(seen: FinishedPdf, _: FileSubject) -> Iterator[Found]:
    if len(seen.pages) < seen.count:
        yield Found(f"only the first {len(seen.pages):,} of {seen.count:,} pages were looked at: the file is too large")


@readable
def fonts_not_embedded(seen: FinishedPdf, _: FileSubject) -> Iterator[Found]:
    if missing := not_embedded(seen.fonts):
        more = f" and {len(missing) - _MOST_NAMED} more" if len(missing) > _MOST_NAMED else ""
        yield Found(f"fonts are not in the file: {', '.join(missing[:_MOST_NAMED])}{more}")


@readable
def lost_links(seen: FinishedPdf, _: FileSubject) -> Iterator[Found]:
    if pages := [link.page for link in seen.links if link.page]:
        yield Found(f"{pages_in_words(pages)}: links lead nowhere{_named([link.says for link in seen.links if link.page])}")
    if marks := [link.says for link in seen.links if not link.page]:
        yield Found(f"bookmarks lead nowhere{_named(marks)}")


def _named(sayings: list[str]) -> str:
    said = list(dict.fromkeys(filter(None, sayings)))
    return f": {', '.join(f'“{words}”' for words in said[:_MOST_NAMED])}" if said else ""


@readable
def no_title(seen: FinishedPdf, _: FileSubject) -> Iterator[Found]:
    if not seen.title:
        yield Found("the file has no title")


@readable
def no_language(seen: FinishedPdf, subject: FileSubject) -> Iterator[Found]:
    if not seen.language and not is_for_press(seen, subject):
        yield Found("the file does not say which language it is in")


@readable
def not_tagged(seen: FinishedPdf, subject: FileSubject) -> Iterator[Found]:
    if not seen.tagged and not is_for_press(seen, subject):
        yield Found("the file has no tags: which of its words are headings, lists or notes is not told")
