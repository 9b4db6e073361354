"""How each rule about EPUBs looks. A file that cannot be opened is told of once; all others then find nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import wraps

from ...language import valid_tag
from ...model.accessibility import MUST, SHOULD, WORDS
from ...pdf.syntax import page_labels
from ..rules.rule import Found
from ..rules.subjects import FileSubject
from .font_rights import embedding, forbidden
from .opened import OPS, XHTML, Epub, Item, Unreadable, open_epub, reason_unreadable
from .pixels import pixels

Look = Callable[[FileSubject], Iterator[Found]]

_MB = 1_000_000
_KINDLE, _NEAR_KINDLE = 50 * _MB, 40 * _MB  # bytes
_SHORT_SIDE, _LARGEST_COVER, _LARGEST_PICTURE = 1400, 5_600_000, 4_000_000  # pixels
_RATIOS = (1.3, 1.8)
_FONTS = re.compile(r"(font/|application/(font-|vnd\.ms-opentype|x-font-)).*")
_PLAIN_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?")
_CLAIM = re.compile(r"EPUB Accessibility 1\.1 - WCAG 2\.[012] Level A{1,3}")
_OLD_CLAIM = re.compile(r"http://www\.idpf\.org/epub/a11y/accessibility-20170105\.html#wcag-a{1,3}")
_ENCRYPTION = "META-INF/encryption.xml"


def _of_epub(look: Callable[[Epub], Iterator[Found]]) -> Look:
    """A look at an EPUB that was opened; it finds nothing in what cannot be."""

    @wraps(look)
    def at_file(subject: FileSubject) -> Iterator[Found]:
        try:
            epub = open_epub(subject.data)
        except Unreadable:
            return
        yield from look(epub)

    return at_file


# The file ---------------------------------------------------------------------------------------


def unreadable(subject: FileSubject) -> Iterator[Found]:
    reason = reason_unreadable(subject.data) or open_epub(subject.data).damage()
    if reason:
        yield Found(f"this is no EPUB that can be opened: {reason}")


def size(subject: FileSubject) -> Iterator[Found]:
    length = len(subject.data)
    if length > _KINDLE:
        yield Found(f"the file has {length / _MB:.1f} MB, and Send to Kindle takes no more than 50")
    elif length > _NEAR_KINDLE:
        yield Found(f"the file has {length / _MB:.1f} MB, which is near the 50 that Send to Kindle takes")


# Pictures ---------------------------------------------------------------------------------------


@_of_epub
def cover_missing(epub: Epub) -> Iterator[Found]:
    if epub.cover is None:
        yield Found("no picture is named as the cover")


@_of_epub
def cover_size(epub: Epub) -> Iterator[Found]:
    cover = _cover_pixels(epub)
    if cover and min(cover) < _SHORT_SIDE:
        yield Found(f"the cover has {_by(cover)} pixels; Apple Books and Kobo ask for {_SHORT_SIDE} on the short side, Kindle for 1600 × 2560")
    elif cover and cover[0] * cover[1] > _LARGEST_COVER:
        yield Found(f"the cover has {_by(cover)} pixels, {_millions(cover)} million in all; Apple Books takes at most 5.6 million")


@_of_epub
def cover_ratio(epub: Epub) -> Iterator[Found]:
    width, height = _cover_pixels(epub) or (0, 0)
    if width and not _RATIOS[0] <= height / width <= _RATIOS[1]:
        ratio = f"the cover is {height / width:.2f} times as high as it is wide"
        yield Found(f"{ratio}; Kindle's ideal is 1.6, and Apple Books and Kobo take what is near")


@_of_epub
def large_pictures(epub: Epub) -> Iterator[Found]:
    for item in epub.items:
        found = _pixels(epub, item) if item.media_type.startswith("image/") and item != epub.cover else None
        if found and found[0] * found[1] > _LARGEST_PICTURE:
            yield Found(f"{item.name} has {_by(found)} pixels, {_millions(found)} million in all; readers are sure to show 4 million")


def _cover_pixels(epub: Epub) -> tuple[int, int] | None:
    return _pixels(epub, epub.cover) if epub.cover else None


def _pixels(epub: Epub, item: Item) -> tuple[int, int] | None:
    data = epub.data(item)
    return pixels(data) if data else None


def _by(found: tuple[int, int]) -> str:
    return f"{found[0]} × {found[1]}"


def _millions(found: tuple[int, int]) -> str:
    return f"{found[0] * found[1] / 1e6:.1f}"


# Fonts ------------------------------------------------------------------------------------------


@_of_epub
def embedded_fonts(epub: Epub) -> Iterator[Found]:
    for item, rights in _fonts(epub):
        if rights is not None and (said := forbidden(rights)):
            yield Found(f"{item.name} is a font that is not allowed {said}")


@_of_epub
def fonts_not_read(epub: Epub) -> Iterator[Found]:
    disguised = _ENCRYPTION in epub.names
    for item, rights in _fonts(epub):
        if rights is None:
            yield Found(f"what the font {item.name} allows cannot be read{', for it may be disguised' if disguised else ''}")


def _fonts(epub: Epub) -> Iterator[tuple[Item, int | None]]:
    """The fonts, and what their makers allow."""
    for item in epub.items:
        if _FONTS.fullmatch(item.media_type):
            yield item, embedding(epub.data(item))


# Metadata ---------------------------------------------------------------------------------------


@_of_epub
def store_metadata(epub: Epub) -> Iterator[Found]:
    needed = {"a title": epub.dublin("title"), "a language": epub.dublin("language"), "an identifier": epub.dublin("identifier")}
    if not epub.is_second:
        needed["the time of the last change (dcterms:modified)"] = epub.meta("dcterms:modified")
    yield from (Found(f"the metadata lacks {name}") for name, said in needed.items() if not said)


@_of_epub
def who_made_it(epub: Epub) -> Iterator[Found]:
    if not epub.dublin("creator"):
        yield Found("no author is named")
    if not epub.dublin("publisher"):
        yield Found("no publisher is named")


@_of_epub
def accessibility(epub: Epub) -> Iterator[Found]:
    if not epub.is_second:
        yield from _unsaid(epub, MUST)


@_of_epub
def more_accessibility(epub: Epub) -> Iterator[Found]:
    yield from _unsaid(epub, {**MUST, **SHOULD} if epub.is_second else SHOULD)


def _unsaid(epub: Epub, statements: Mapping[str, str]) -> Iterator[Found]:
    for name, meaning in statements.items():
        if not epub.meta(f"schema:{name}"):
            yield Found(f"the metadata does not say {meaning} (schema:{name})")


@_of_epub
def vocabulary(epub: Epub) -> Iterator[Found]:
    for name, known in WORDS.items():
        for said in epub.meta(f"schema:{name}"):
            unknown = [word for part in said.split(",") if (word := part.strip()) not in known]
            yield from (Found(f"“{word}” is no word for schema:{name}") for word in unknown)


@_of_epub
def claims(epub: Epub) -> Iterator[Found]:
    claimed = [said for said in epub.meta("dcterms:conformsTo") if "ccessib" in said or "WCAG" in said]
    for said in claimed:
        if not _CLAIM.fullmatch(said):
            old = _OLD_CLAIM.fullmatch(said)
            yield Found(f"“{said}” claims " + ("conformance to the standard of 2017" if old else "conformance in words that no store knows"))
    if claimed and not epub.meta("a11y:certifiedBy"):
        yield Found("conformance is claimed, and nobody is named who checked it")


@_of_epub
def language(epub: Epub) -> Iterator[Found]:
    for tag in epub.dublin("language"):
        if not (valid_tag(tag) and _PLAIN_TAG.fullmatch(tag)):
            yield Found(f"the language is given as “{tag}”, which Kindle does not take")


# Navigation -------------------------------------------------------------------------------------


@_of_epub
def landmarks(epub: Epub) -> Iterator[Found]:
    """Where EPUB 2 has a guide, nothing must stand in it, and its contents are found without."""
    if epub.is_second:
        return
    nav = epub.navigation("landmarks")
    kinds = {kind for link in nav.iter(f"{XHTML}a") for kind in (link.get(f"{OPS}type") or "").split()} if nav is not None else set()
    if not kinds:
        yield Found("the navigation lists no landmarks")
        return
    for kind, meaning in (("toc", "the contents"), ("bodymatter", "the place where the text begins")):
        if kind not in kinds:
            yield Found(f"the landmarks do not lead to {meaning} ({kind})")


def page_list(pair: tuple[FileSubject, FileSubject]) -> Iterator[Found]:
    """Compares an EPUB, which comes first, with a PDF. An EPUB without a page list matches any."""
    first, pdf = pair
    try:
        nav = open_epub(first.data).navigation("page-list")
    except Unreadable:
        return
    labels = page_labels(pdf.data)
    if nav is None or not labels:
        return
    listed = [" ".join("".join(link.itertext()).split()) for link in nav.iter(f"{XHTML}a")]
    known = set(labels)
    unknown = [label for label in dict.fromkeys(listed) if label not in known]
    if unknown:
        more = f" and {len(unknown) - 3} more" if len(unknown) > 3 else ""
        yield Found(f"the page list names pages that {pdf.name} does not have: {', '.join(unknown[:3])}{more}")
    in_order = [label for label in labels if label in set(listed)]
    if not unknown and listed != in_order:
        yield Found(f"the page list does not name its pages in the order of {pdf.name}, each once")
