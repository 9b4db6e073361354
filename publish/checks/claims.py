"""What an author says of the accessibility of an e-book, held against the book: nothing is claimed that cannot be true of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..diagnostics import Report
from ..model.book import Book
from ..model.nodes import Image
from ..model.place import Place
from ..model.walk import walk

_PAGES = frozenset(("pageBreakMarkers", "pageNavigation", "printPageNumbers"))
# For these an e-book would hold sounds, films, layers, objects to touch or marks that ours never have.
_NEVER = frozenset(
    "audioDescription braille captions closedCaptions openCaptions signLanguage synchronizedAudioText highContrastAudio "
    "highContrastAudio/noBackground highContrastAudio/reducedBackground highContrastAudio/switchableBackground tactileGraphic "
    "tactileObject taggedPDF timingControl ttsMarkup ChemML MathML-chemistry fullRubyAnnotations rubyAnnotations verticalWriting "
    "none unknown".split()
)
_SENSES = frozenset(("auditory", "tactile"))

# A key as authors write it, a word that stands there, and why it cannot be true.
_Untrue = tuple[str, str, str]


def report_untrue_claims(book: Book, paged: bool, places: Mapping[str, Place], report: Report) -> None:
    """Report what the author claims and the e-book is not, as errors at the keys (E104); ``paged`` says that it lists printed pages."""
    for key, word, reason in _untrue(book, paged):
        report.error("E104", f"`{key}` says `{word}`, but {reason}", places.get(key), "leave it out")


def _untrue(book: Book, paged: bool) -> Iterator[_Untrue]:
    metadata = book.metadata
    for word in metadata.accessibility_features:
        if reason := _reason(word, book, paged):
            yield "accessibilityFeatures", word, reason
    for key, claimed in (("accessModes", metadata.access_modes), ("accessModeSufficient", metadata.access_mode_sufficient)):
        for word in dict.fromkeys(word for one in claimed for word in one.split(",")):
            if word in _SENSES:
                yield key, word, f"nothing in this book is {'heard' if word == 'auditory' else 'touched'}"


def _reason(feature: str, book: Book, paged: bool) -> str:
    """Why the book cannot have a feature; empty where it can."""
    if feature in _PAGES and not paged:
        return "it has no list of pages, which it gets from a PDF that is made with it"
    if feature == "alternativeText" and (picture := _undescribed(book)):
        return f"the picture {picture} has no description"
    if feature in ("none", "unknown"):
        return "the book has contents that lead to its parts, and a reading order"
    return "there is nothing of the kind in it" if feature in _NEVER else ""


def _undescribed(book: Book) -> str:
    """The first picture in the text that says nothing to a listener."""
    nodes = (node for section in book.sections for node in walk(*section.title, *section.lead, *section.blocks))
    return next((node.source for node in nodes if isinstance(node, Image) and not node.alt), "")
