"""Opens any PDF that is to be printed on sheets, also one that we did not make.

What comes in is not to be trusted: it may be damaged, locked, endless, or no PDF at all. That is said here, in words that help.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from ...diagnostics import PublishError, Report
from ...model.place import Place
from ...pdf.opening import LockedPdf, UnreadablePdf, reading
from ...pdf.repairs import UNLOCKED, open_leniently, repairs_in_words
from ..planning.placing import PageSize
from .appearances import name_in
from .source_extras import Extras, flatten
from .source_page import SourcePage, box_in, drop_unreadable, inherited, page_form, source_page

if TYPE_CHECKING:
    import pikepdf

MOST_PAGES = 5_000
_LONGEST_TITLE, _LONGEST_WORDS = 300, 40
_NAMED = 10
# qpdf takes a page without any size for one of letter paper, and warns of it in these words.
_SIZE_MADE_UP = "MediaBox is undefined"
_NEW_SIZE = "make the PDF anew with pages of the size you want"
_LETTER = (612, 792)  # points
_HEADER_WITHIN = 1024
_BEGINNINGS = (
    (rb"PK\x03\x04", "a Word, OpenDocument, EPUB or zip file"),
    (rb"\xd0\xcf\x11\xe0", "an old Word or Office file"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|RIFF....WEBP", "a picture"),
    (rb"%!PS", "PostScript"),
    (rb"\{\\rtf", "an RTF text"),
    (rb"(?i:(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|\?xml|svg))", "a web page or XML"),
)
_DUBLIN_CORE_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_ITEM = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"


@dataclass(frozen=True, slots=True)
class SourcePdf:
    """A PDF that was opened. Pages are numbered from 1; ``from_right`` is for what is read from the right."""

    name: str
    file: pikepdf.Pdf
    pages: tuple[SourcePage, ...]
    title: str = ""
    from_right: bool = False
    _forms: dict[int, pikepdf.Object] = field(default_factory=dict, compare=False, repr=False)

    @property
    def sizes(self) -> tuple[PageSize, ...]:
        """The pages' sizes, upright."""
        return tuple(page.size for page in self.pages)

    def form(self, page: int) -> pikepdf.Object:
        """A page as a form, the same one each time: upright, with its trim's lower left corner at the origin."""
        if page not in self._forms:
            self._forms[page] = page_form(self.file, self.pages[page - 1])
        return self._forms[page]


def open_source(data: bytes, name: str, report: Report) -> SourcePdf:
    """The PDF in ``data``, ready to be drawn from; ``name`` is what its user knows it as.

    What is seen on paper of forms and comments is drawn into the pages. Raises PublishError for what
    cannot be printed: I101 damaged, I103 locked, I104 without pages, I105 no PDF, I106 too many pages, I107 a
    page without a usable size.
    """
    place = Place(name)
    _check_beginning(data, place)
    with in_plain_words(name):
        file = _opened(data, place)
        _say_what_is_restricted(file, place, report)
        _look_for_damage(file, place, report)
        _say_what_is_dropped(file, place, report)
        pages = tuple(_page(page.obj, number, place) for number, page in enumerate(file.pages, 1))
        return SourcePdf(name, file, pages, _title(file), _reads_from_right(file))


@contextmanager
def in_plain_words(name: str) -> Iterator[None]:
    """Says in plain words what is wrong with a file while it is read or written."""
    try:
        with reading(ValueError):
            yield
    except UnreadablePdf as error:
        raise PublishError(
            "I101", f"the PDF is damaged and could not be repaired: {str(error)[:200].strip(' .:')}", Place(name),
            "get the file again, or open it in a reader and print it into a new PDF",
        ) from error  # fmt: skip


# Opening ----------------------------------------------------------------------------------------


def _check_beginning(data: bytes, place: Place) -> None:
    if not data.strip():
        raise PublishError("I105", "the file is empty", place, "give a PDF")
    if b"%PDF-" in data[:_HEADER_WITHIN]:
        return
    kind = next((kind for beginning, kind in _BEGINNINGS if re.match(beginning, data, re.DOTALL)), "")
    if kind or b"endobj" not in data:
        what = f"this is {kind}" if kind else "this is something else"
        raise PublishError("I105", f"not a PDF: {what}", place, "save or print it as a PDF first")


def _opened(data: bytes, place: Place) -> pikepdf.Pdf:
    try:
        return open_leniently(data)
    except LockedPdf as error:
        raise PublishError("I103", "the PDF is locked with a password", place, "open it with its password and print it into a new PDF") from error


def _look_for_damage(file: pikepdf.Pdf, place: Place, report: Report) -> None:
    """Says what qpdf had to repair to come by the pages. How many there should be is asked before, as it corrects that too."""
    expected = _expected_pages(file)
    pages, repairs = len(file.pages), file.get_warnings()
    _check_number(pages, place)
    _say_what_pages_lack(file, sum(_SIZE_MADE_UP in repair for repair in repairs), place, report)
    repairs = [repair for repair in repairs if _SIZE_MADE_UP not in repair]
    if pages < expected:
        message = f"the PDF is damaged and was repaired, but of its {expected:,} pages only {pages:,} were found"
        report.warning("I102", message, place, "get the file again if you can")
    elif repairs:
        what = repairs_in_words(repairs)
        message = "the PDF is damaged and was repaired" + (f": {what}" if what else "")
        report.warning("I102", message, place, "look at the sheets before you print many of them")


def _say_what_pages_lack(file: pikepdf.Pdf, without_size: int, place: Place, report: Report) -> None:
    """Gives letter paper to pages without a size, as the programs do that people read with; qpdf did so to some already."""
    from pikepdf import Array

    for page in file.pages:
        if box_in(inherited(page.obj, "/MediaBox")) is None:
            page.obj.MediaBox = Array([0, 0, *_LETTER])
            without_size += 1
    if without_size:
        report.warning("I115", f"of {len(file.pages)} pages {without_size} have no size, and are taken for letter paper", place, _NEW_SIZE)
    known: dict[tuple[int, int], bool] = {}
    if broken := [number for number, page in enumerate(file.pages, 1) if drop_unreadable(page.obj, known)]:
        report.warning("I116", f"a part of what {named_pages(broken)} draws cannot be read, and is missing", place, "get the file again if you can")


def _expected_pages(file: pikepdf.Pdf) -> int:
    from pikepdf import Dictionary

    tree = file.Root.get("/Pages")
    count = tree.get("/Count") if isinstance(tree, Dictionary) else None
    return count if isinstance(count, int) else 0


def _check_number(pages: int, place: Place) -> None:
    if pages == 0:
        raise PublishError("I104", "the PDF has no pages", place)
    if pages > MOST_PAGES:
        message = f"the PDF has {pages:,} pages, and {MOST_PAGES:,} are the most that can be imposed"
        raise PublishError("I106", message, place, "divide it into volumes")


def _page(page: pikepdf.Object, number: int, place: Place) -> SourcePage:
    try:
        return source_page(page)
    except ValueError as error:
        raise PublishError("I107", f"page {number} {error}", place, _NEW_SIZE) from error


# What is said of it -----------------------------------------------------------------------------


def _say_what_is_restricted(file: pikepdf.Pdf, place: Place, report: Report) -> None:
    if UNLOCKED in file.trailer:
        report.info("I108", "only what is attached to the PDF is locked with a password; its pages are not", place)
    if not file.is_encrypted:
        return
    rights = ("copying", file.allow.extract), ("changing", file.allow.modify_other), ("printing", file.allow.print_highres)
    forbidden = " and ".join(what for what, allowed in rights if not allowed)
    report.info(
        "I108", "the PDF is encrypted, but opens without a password" + (f": its owner only forbids {forbidden}" if forbidden else ""), place,
        "the sheets can be made: whether you may is between you and its owner" if forbidden else "",
    )  # fmt: skip


def _say_what_is_dropped(file: pikepdf.Pdf, place: Place, report: Report) -> None:
    extras = flatten(file)
    if extras.dropped:
        report.info("I110", f"the sheets leave out what has no use on paper: {', '.join(extras.dropped)}", place)
    if extras.unmarked:
        pages = named_pages(extras.unmarked)
        report.info("I112", f"what was filled in on {pages} is not marked for printing, and is on the sheets nevertheless", place)
    _say_what_is_missing(extras, place, report)


def _say_what_is_missing(extras: Extras, place: Place, report: Report) -> None:
    anew = "open the PDF in a reader, print it into a new PDF, and impose that"
    if extras.undrawn:
        kinds, pages = ", ".join(sorted({kind for _, kind in extras.undrawn})), named_pages([page for page, _ in extras.undrawn])
        report.warning("I113", f"marks that are meant for printing do not say what they look like, and are missing: {kinds}, on {pages}", place, anew)
    if extras.unset:
        said = [f"“{' '.join(words.split())[:_LONGEST_WORDS]}” on page {page}" for page, words in extras.unset]
        more = f" and {len(said) - _NAMED} more" if len(said) > _NAMED else ""
        report.warning("I114", f"words that were typed into the PDF are missing: {', '.join(said[:_NAMED])}{more}", place, anew)


def named_pages(pages: Sequence[int]) -> str:
    """Pages by their numbers, the first of many."""
    found = sorted(set(pages))
    return f"page{'s' if len(found) > 1 else ''} {', '.join(map(str, found[:_NAMED]))}" + (" and more" if len(found) > _NAMED else "")


# What it says of itself -------------------------------------------------------------------------


def _reads_from_right(file: pikepdf.Pdf) -> bool:
    from pikepdf import Dictionary

    preferences = file.Root.get("/ViewerPreferences")
    return isinstance(preferences, Dictionary) and name_in(preferences, "/Direction") == "/R2L"


def _title(file: pikepdf.Pdf) -> str:
    from pikepdf import Dictionary, Stream, String

    information, metadata = file.trailer.get("/Info"), file.Root.get("/Metadata")
    title = information.get("/Title") if isinstance(information, Dictionary) else None
    said = str(title) if isinstance(title, String) else ""
    if not said.strip() and isinstance(metadata, Stream):
        said = _title_in_metadata(metadata)
    return " ".join("".join(letter if letter.isprintable() else " " for letter in said).split())[:_LONGEST_TITLE]


def _title_in_metadata(metadata: pikepdf.Stream) -> str:
    from pikepdf import PdfError

    try:
        root = ElementTree.fromstring(metadata.read_bytes())
    except (ElementTree.ParseError, LookupError, PdfError, ValueError):
        return ""
    return next((item.text or "" for title in root.iter(_DUBLIN_CORE_TITLE) for item in title.iter(_ITEM)), "")
