"""What an EPUB says of itself: names, dates, identifiers, and what it offers to whom.

Every statement about accessibility is found out from the book, or is the author's own word, which is
added to what was found. Conformance to a standard is not claimed: that takes a person's look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from ...language.sort_names import sort_name
from ...language.words import word
from ...model.book import Asset, Book, Contributor, Identifier, Matter, Metadata
from ...model.nodes import Image, Math, Node
from ...model.walk import walk

_CODE = re.compile(r"[a-z]{3}")
# ONIX code list 5, by which stores know what kind of identifier they read.
_ONIX = {"DOI": "06", "ISBN": "15", "URN": "22"}


@dataclass(frozen=True, slots=True)
class Statement:
    """One line of metadata: a Dublin Core element (``dc:title``) or a property (``schema:…``).

    ``refined`` has further properties of it, as name, value and scheme.
    """

    name: str
    value: str
    refined: tuple[tuple[str, str, str], ...] = ()


def statements(book: Book, paged: bool = False) -> list[Statement]:
    """All metadata, the unique identifier first; ``paged`` says that the pages of a PDF are marked in the text."""
    metadata = book.metadata
    return [
        *map(_identifier, metadata.identifiers or (stable_identifier(metadata),)),
        *_titles(metadata),
        Statement("dc:language", metadata.lang),
        *_people(metadata),
        *_described(metadata),
        *_edition(book.matter),
        *_series(metadata),
        *_printed(metadata, paged),
        *_accessibility(book, paged),
    ]


def stable_identifier(metadata: Metadata) -> Identifier:
    """The same UUID for the same title, authors and language, in every edition to come."""
    import uuid

    said = "\n".join((metadata.title, *metadata.authors, metadata.lang))
    return Identifier(str(uuid.uuid5(uuid.NAMESPACE_OID, said)), "UUID")


# Names and kinds -----------------------------------------------------------------------------


def _identifier(identifier: Identifier) -> Statement:
    scheme, text = identifier.scheme.upper(), identifier.text
    kind = scheme.partition("-")[0]  # ISBN-13 and ISBN-10 are ISBNs
    prefix = {"ISBN": "urn:isbn:", "UUID": "urn:uuid:", "DOI": "doi:", "URN": "urn:"}.get(kind, "")
    if kind in ("ISBN", "UUID"):
        text = text.replace(" ", "")
    if kind == "ISBN":
        text = text.replace("-", "").upper()
    onix = "02" if kind == "ISBN" and len(text) == 10 else _ONIX.get(kind, "")
    refined = (("identifier-type", onix, "onix:codelist5"),) if onix else ()
    said = text if text.lower().startswith(prefix) else prefix + text
    return Statement("dc:identifier", said, refined)


def _titles(metadata: Metadata) -> Iterator[Statement]:
    main = metadata.title or word("untitled", metadata.lang)
    if not metadata.subtitle:
        yield Statement("dc:title", main)
        return
    yield Statement("dc:title", main, (("title-type", "main", ""), ("display-seq", "1", "")))
    yield Statement("dc:title", metadata.subtitle, (("title-type", "subtitle", ""), ("display-seq", "2", "")))


def _people(metadata: Metadata) -> Iterator[Statement]:
    """Authors are creators; where there is none, so is everyone, that the book is somebody's."""
    without_author = all(person.role != "aut" for person in metadata.contributors)
    for person in metadata.contributors:
        element = "dc:creator" if person.role == "aut" or without_author else "dc:contributor"
        refined = [("role", person.role, "marc:relators")] if _CODE.fullmatch(person.role) else []
        if filed := person.file_as or _filed(person, metadata):
            refined.append(("file-as", filed, ""))
        yield Statement(element, person.name, tuple(refined))


def _filed(person: Contributor, metadata: Metadata) -> str:
    """How a person is found in a catalogue. A publisher is no person, also where it is the author."""
    is_publisher = person.role == "pbl" or person.name.casefold() == metadata.publisher.casefold()
    return "" if is_publisher else sort_name(person.name, metadata.lang)


def _described(metadata: Metadata) -> Iterator[Statement]:
    named = (
        ("dc:publisher", metadata.publisher), ("dc:date", metadata.date), ("dc:description", metadata.description),
        ("dc:rights", metadata.rights), *(("dc:subject", keyword) for keyword in metadata.keywords),
    )  # fmt: skip
    return (Statement(name, value) for name, value in named if value)


def _edition(matter: Matter) -> Iterator[Statement]:
    """What a catalogue can use of the imprint."""
    if matter.licence:
        yield Statement("dc:rights", matter.licence)
    if matter.edition:
        yield Statement("schema:bookEdition", matter.edition)


def _series(metadata: Metadata) -> Iterator[Statement]:
    if metadata.series:
        refined = [("collection-type", "series", "")]
        if metadata.series_position:
            refined.append(("group-position", metadata.series_position, ""))
        yield Statement("belongs-to-collection", metadata.series, tuple(refined))


def _printed(metadata: Metadata, paged: bool) -> Iterator[Statement]:
    """Whose pages are marked: the PDF has no number of its own, so it is named. Older readers look for a source."""
    if paged:
        source = f"{metadata.title or word('untitled', metadata.lang)} (PDF)"
        yield Statement("dc:source", source)
        yield Statement("pageBreakSource", source)


# Accessibility -------------------------------------------------------------------------------


def _accessibility(book: Book, paged: bool) -> Iterator[Statement]:
    metadata = book.metadata
    pictures = _pictures(book)
    described = all(image.alt for image in pictures)
    found = (
        ("schema:accessMode", (*_modes(book, pictures), *metadata.access_modes)),
        ("schema:accessModeSufficient", (*_sufficient(described), *metadata.access_mode_sufficient)),
        ("schema:accessibilityFeature", (*_features(book, pictures, described, paged), *metadata.accessibility_features)),
        # That nothing is known of hazards, or that there are none, cannot stand beside one that is known.
        ("schema:accessibilityHazard", metadata.accessibility_hazards or (_hazard(book, pictures),)),
        ("schema:accessibilitySummary", (metadata.accessibility_summary or word("accessibility-summary", metadata.lang),)),
    )  # fmt: skip
    return (Statement(name, value) for name, values in found for value in dict.fromkeys(values))


def _pictures(book: Book) -> list[Image]:
    """The pictures in the text; the cover is not a part of it."""
    return [node for node in _nodes(book) if isinstance(node, Image)]


def _nodes(book: Book) -> Iterator[Node]:
    return chain.from_iterable(walk(*section.title, *section.lead, *section.blocks) for section in book.sections)


def _modes(book: Book, pictures: list[Image]) -> tuple[str, ...]:
    return ("textual", "visual") if pictures or book.matter.emblems else ("textual",)


def _sufficient(described: bool) -> tuple[str, ...]:
    """Reading alone is enough unless a picture is left undescribed: it may say something."""
    return ("textual",) if described else ("textual,visual",)


def _features(book: Book, pictures: list[Image], described: bool, paged: bool) -> tuple[str, ...]:
    always = ("tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability")
    # Logos and labels always say what they are.
    alternatives = ("alternativeText",) if (pictures or book.matter.emblems) and described else ()
    formulas = ("MathML", "describedMath") if any(isinstance(node, Math) for node in _nodes(book)) else ()
    return (*always, *alternatives, *formulas, *(("pageBreakMarkers", "pageNavigation") if paged else ()))


def _hazard(book: Book, pictures: list[Image]) -> str:
    """Nothing here moves or sounds, unless a picture is animated."""
    sources = {image.source for image in pictures} | {emblem.source for emblem in book.matter.emblems}
    sources |= {book.metadata.cover_image} - {""}
    shown = (book.assets[source] for source in sources)
    return "unknown" if any(map(may_move, shown)) else "none"


def may_move(asset: Asset) -> bool:
    """Could this picture be animated? Said rather too often than too seldom."""
    match asset.media_type:
        case "image/gif":
            return asset.data.count(b"\x21\xf9\x04") > 1  # more than one frame with a delay
        case "image/png":
            return b"acTL" in asset.data
        case "image/webp":
            return b"ANIM" in asset.data[:64]
        case "image/svg+xml":
            return any(sign in asset.data for sign in (b"<animate", b"<set", b"@keyframes", b"animation"))
        case _:
            return False
