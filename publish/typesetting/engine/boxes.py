"""What we ask of WeasyPrint's documents, pages and boxes. Lengths are CSS pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol
from xml.etree.ElementTree import Element

# WeasyPrint counts in CSS pixels, we in points.
POINTS = 0.75
# Where in a box a layout goes on, child within child, and in a text the number of bytes; None for its beginning, or its end.
Skip = dict[int, Any] | None


class PageType(Protocol):
    """What a page is called in the style sheets, and whether nothing stands on it."""

    name: str
    blank: bool


class Box(Protocol):
    """A box of any kind. Not each has all of this: only some hold ``children``, only text has ``text``."""

    element: Element | None
    element_tag: str | None
    style: Any  # values of all kinds, by the names of properties
    page_type: PageType
    children: Sequence[Box]
    text: str
    position_x: float
    position_y: float
    width: float
    height: float
    baseline: float
    margin_top: float
    margin_bottom: float
    margin_left: float
    margin_right: float
    padding_top: float
    padding_bottom: float
    padding_left: float
    padding_right: float
    border_left_width: float
    border_right_width: float
    text_indent: float
    is_header: bool
    is_leader: bool
    is_table_wrapper: bool
    is_column: bool
    pango_layout: Any

    def descendants(self) -> Iterator[Box]: ...
    def is_in_normal_flow(self) -> bool: ...
    def content_box_x(self) -> float: ...
    def content_box_y(self) -> float: ...
    def border_box_y(self) -> float: ...
    def border_height(self) -> float: ...
    def margin_width(self) -> float: ...
    def margin_height(self) -> float: ...
    def get_wrapped_table(self) -> Box: ...
    def copy(self) -> Box: ...
    def anonymous_from(self, parent: Box, children: Sequence[Box]) -> Box: ...
    def copy_with_children(self, children: Sequence[Box]) -> Box: ...
    def copy_with_text(self, text: str) -> Box: ...
    def remove_decoration(self, start: bool, end: bool) -> None: ...
    def translate(self, dx: float = 0, dy: float = 0) -> None: ...


class Context(Protocol):
    """What WeasyPrint knows of the page that it lays out."""

    page_bottom: float
    footnotes: Sequence[Box]
    excluded_shapes: Sequence[Box]  # that text flows beside
    in_column: bool


class Page(Protocol):
    """A finished page: its box, its links, each of which ends in its box, and what can be linked to."""

    _page_box: Box
    links: list[tuple[Any, ...]]
    anchors: Mapping[str, object]


class Font(Protocol):
    """A font that was taken for some glyphs, ``missing`` among them."""

    family: str
    missing: Mapping[int, int]
    to_unicode: Mapping[int, str]


class Document(Protocol):
    """Pages laid out. To all outside the engine room it is only what questions are asked about."""

    pages: Sequence[Page]
    fonts: Mapping[object, Font]

    def write_pdf(self, *, pdf_variant: str | None = None, pdf_tags: bool = False, finisher: Callable[[Any, Any], None] | None = None) -> bytes: ...


def page_boxes(document: Document) -> list[Box]:
    """The boxes of a document's pages, in order."""
    return [page._page_box for page in document.pages]


def all_in(box: Box) -> Iterator[Box]:
    """A box and all within it, also what stands out of the flow."""
    yield box
    for child in children_of(box):
        yield from all_in(child)


def children_of(box: Box) -> Sequence[Box]:
    """What stands in a box; nothing where it is of a kind that holds nothing."""
    children: Sequence[Box] = getattr(box, "children", ())
    return children


def kind_of(box: object) -> str:
    """WeasyPrint's name of a kind of box."""
    return type(box).__name__
