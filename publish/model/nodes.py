"""Every block and inline a book can hold.

Nodes are frozen, their children are tuples, and two nodes that say the same are equal wherever
they stand: ``place`` takes no part in comparison. There is no node for raw HTML and no free
attributes; what a manuscript says that these cannot hold is reported by its reader.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from .kinds import Align, BoxKind, Delimiter, Extent, Numbering, Pull, Role
from .place import Place


@dataclass(frozen=True, slots=True, repr=False)
class Node:
    """What all nodes have: the place they were read from."""

    place: Place | None = field(default=None, kw_only=True, compare=False, repr=False)

    def __repr__(self) -> str:
        """As every dataclass has it; written once, since to make one for each kind takes time at every start."""
        said = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
        return f"{type(self).__qualname__}({', '.join(said)})"


# Inlines ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, repr=False)
class Styled(Node):
    """The base of inlines that say something of their content. A kind that adds no field is a dataclass by it."""

    content: Inlines


@dataclass(frozen=True, slots=True, repr=False)
class Text(Node):
    """Plain words. In a manuscript a newline marks where the source line ended; in a book there is none.

    ``literal`` are signs that the author typed so as to keep them (``\\"``): typography leaves them alone.
    """

    text: str
    literal: bool = field(default=False, kw_only=True)


class Emphasis(Styled):
    __slots__ = ()


class Strong(Styled):
    __slots__ = ()


class SmallCaps(Styled):
    __slots__ = ()


class DropCap(Styled):
    """The letter that a text opens with, as high as several lines; the rest of its word follows."""

    __slots__ = ()


class Superscript(Styled):
    __slots__ = ()


class Subscript(Styled):
    __slots__ = ()


class Strike(Styled):
    __slots__ = ()


@dataclass(frozen=True, slots=True, repr=False)
class Code(Node):
    text: str


@dataclass(frozen=True, slots=True, repr=False)
class Link(Styled):
    """``target`` is an address (``https:``, ``mailto:`` …) or ``#id`` of a place in the book.

    In a manuscript a link between notes, ``[[two#The end]]``, has the name that stands in it as its target,
    and is ``typed`` so: whether it leads anywhere the whole book tells, where no link has this.
    """

    target: str
    title: str = ""
    typed: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True, repr=False)
class Image(Node):
    """``source`` is a path relative to the manuscript's folder, or a picture written out as a ``data:``
    address; an empty ``alt`` means decoration. Without ``width`` and ``height`` a picture is as large as it is."""

    source: str
    alt: str = ""
    title: str = ""
    width: Extent | None = None
    height: Extent | None = None


class LineBreak(Node):
    __slots__ = ()


@dataclass(frozen=True, slots=True, repr=False)
class Span(Styled):
    """Words in another language (a BCP 47 tag), or a place to link to."""

    lang: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Note(Node):
    """A note carries its own body, so that every walk sees it."""

    blocks: Blocks


@dataclass(frozen=True, slots=True, repr=False)
class Math(Node):
    """A formula in TeX, without the dollar signs around it; ``display`` sets it apart from the words."""

    tex: str
    display: bool = False


class Added(Styled):
    """What the product puts among the author's words itself, such as where a link leads.

    It is set like the rest. Whoever looks for the author's words in an output knows by it what else stands there.
    """

    __slots__ = ()


Inline = Text | Emphasis | Strong | SmallCaps | DropCap | Superscript | Subscript | Strike | Code | Link | Image | LineBreak | Span | Note | Math | Added
Inlines = tuple[Inline, ...]

# Blocks -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, repr=False)
class Paragraph(Node):
    """``tagged`` says that HTML around it set it apart from the text, as a banner or in the middle of the line."""

    content: Inlines
    tagged: bool = field(default=False, kw_only=True, compare=False, repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class Heading(Node):
    """``level`` is 1 to 6. ``role`` is set when the author marked it, as in ``# We want {.demands}``.

    ``guessed`` says that no mark made it a heading, but its words, as capitals on a line of their own.
    """

    level: int
    content: Inlines
    id: str = ""
    role: Role | None = None
    guessed: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True, repr=False)
class Quote(Node):
    """A block quote, or a pull quote; ``attribution`` says who speaks and where, without dash or brackets."""

    blocks: Blocks
    attribution: Inlines = ()
    pull: Pull | None = None


@dataclass(frozen=True, slots=True, repr=False)
class ListItem(Node):
    """``done`` says how far the task is that an item stands for; ``None`` for an item that is none."""

    blocks: Blocks
    done: bool | None = None


@dataclass(frozen=True, slots=True, repr=False)
class List(Node):
    """``tight`` lists are set without space between items; what is said of numbers counts for ordered ones."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1
    tight: bool = True
    numbering: Numbering = Numbering.DECIMAL
    delimiter: Delimiter = Delimiter.PERIOD


@dataclass(frozen=True, slots=True, repr=False)
class Definition(Node):
    """A term and the one or more texts that explain it."""

    term: Inlines
    meanings: tuple[Blocks, ...]


@dataclass(frozen=True, slots=True, repr=False)
class DefinitionList(Node):
    items: tuple[Definition, ...]


@dataclass(frozen=True, slots=True, repr=False)
class VerseLine(Node):
    """``indent`` counts the spaces the author put before the line."""

    content: Inlines
    indent: int = 0


@dataclass(frozen=True, slots=True, repr=False)
class Verse(Node):
    """Lines that keep their ends, in stanzas."""

    stanzas: tuple[tuple[VerseLine, ...], ...]


@dataclass(frozen=True, slots=True, repr=False)
class CodeBlock(Node):
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Figure(Node):
    image: Image
    caption: Inlines = ()
    id: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Cell(Node):
    """``columns`` and ``rows`` say how many of each it takes up."""

    blocks: Blocks
    columns: int = 1
    rows: int = 1

    @classmethod
    def of(cls, content: Inlines, *, place: Place | None = None) -> Cell:
        """The cell that holds one run of words, or nothing."""
        return cls((Paragraph(content, place=place),) if content else (), place=place)


@dataclass(frozen=True, slots=True, repr=False)
class Table(Node):
    """Rows of heads, and the rows below them; a row holds the cells that begin in it, as in HTML.

    ``model.grid`` tells where each cell stands. The first ``row_heads`` columns say what their rows are about.
    ``widths`` are shares of the measure, one for each column, or none where the source gives none. ``foot``
    are closing rows, such as sums.
    """

    columns: tuple[Align, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    caption: Inlines = ()
    foot: tuple[Row, ...] = ()
    row_heads: int = 0
    widths: tuple[float, ...] = ()
    id: str = ""


class ThematicBreak(Node):
    __slots__ = ()


@dataclass(frozen=True, slots=True, repr=False)
class Division(Node):
    """Blocks that belong together: a part with a role, one in another language, or one whose lines stand otherwise."""

    role: Role | None
    blocks: Blocks
    lang: str = ""
    id: str = ""
    align: Align = Align.NONE


@dataclass(frozen=True, slots=True, repr=False)
class Box(Node):
    """What is set apart from the text and can be read by itself. In a book it always has a title: the
    author's, or what its kind is called in the book's language."""

    kind: BoxKind
    blocks: Blocks
    title: Inlines = ()
    id: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Column(Node):
    blocks: Blocks
    width: Extent | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Columns(Node):
    """What stands side by side where there is room for it, else one below the other."""

    columns: tuple[Column, ...]
    id: str = ""


Block = Paragraph | Heading | Quote | List | DefinitionList | Verse | CodeBlock | Figure | Table | ThematicBreak | Division | Box | Columns
Blocks = tuple[Block, ...]
Row = tuple[Cell, ...]
