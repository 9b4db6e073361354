"""HTML elements as blocks: quotations, lists, figures, headings and all that has a meaning on paper, too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ..model.kinds import Align, Numbering, Pull
from ..model.nodes import (
    Block,
    Blocks,
    CodeBlock,
    Column,
    Columns,
    Definition,
    DefinitionList,
    Division,
    Emphasis,
    Figure,
    Heading,
    Image,
    Inlines,
    LineBreak,
    List,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Strong,
    Table,
    ThematicBreak,
)
from ..model.walk import plain_text
from .attributes import Attributes
from .boxes import box_of_division
from .html_findings import HtmlFindings
from .html_tables import made_table
from .html_tree import Element
from .lines import split_lines
from .markdown_html import CONTAINERS, LISTS
from .markdown_inline import refuse_depth
from .markdown_shapes import undashed, without_attribution

_NUMBERINGS = {
    "1": Numbering.DECIMAL, "a": Numbering.LOWER_ALPHA, "A": Numbering.UPPER_ALPHA,
    "i": Numbering.LOWER_ROMAN, "I": Numbering.UPPER_ROMAN,
}  # fmt: skip
_PULL = "pullquote"
Children = Sequence[Block | Element]


class HtmlBlocks:
    """Makes blocks of elements. ``depth`` counts what they are inside of."""

    def __init__(self, findings: HtmlFindings, depth: int) -> None:
        self._findings = findings
        self._depth = depth
        self._makers: dict[str, Callable[[Element], Iterable[Block]]] = {
            "blockquote": self._quote,
            "dl": self._definitions,
            "table": self._table,
            "figure": self._figure,
            "details": self._details,
            "cite": self._cite,
            "pre": self._code,
            "hr": lambda element: [ThematicBreak(place=element.place)],
            "colgroup": lambda element: self.blocks(element.children),
            "col": lambda element: [],
            **dict.fromkeys((f"h{level}" for level in range(1, 7)), self._heading),
            **dict.fromkeys(LISTS, self._list),
            **dict.fromkeys(("p", "center", *CONTAINERS), self._container),
        }

    def blocks(self, children: Iterable[Block | Element]) -> Blocks:
        """Blocks in the order of blocks and elements."""
        made: list[Block] = []
        for child in children:
            if isinstance(child, Element):
                made += self._made(child)
            else:
                made.append(child)
        return tuple(made)

    def _made(self, element: Element) -> Blocks:
        """What an element becomes, in a division where it has an id or a language and its blocks have no room for them."""
        maker = self._makers.get(element.name, self._stray)
        self._depth += 1
        refuse_depth(self._depth, element.place)
        made = tuple(replace(one, tagged=True) if isinstance(one, Paragraph) else one for one in maker(element))
        self._depth -= 1
        name = element.tag.get("id")
        name = "" if any(getattr(block, "id", "") == name for block in made) else name
        lang = _lang(element)
        align = element.align if element.name in CONTAINERS or element.name in ("p", "center") else Align.NONE
        if name or lang or align is not Align.NONE:
            return tuple(_divided(made, Division(None, (), lang, name, align, place=element.place)))
        return made

    def _inside(self, element: Element, *without: str) -> Blocks:
        return self.blocks(child for child in element.children if not (isinstance(child, Element) and child.name in without))

    def _contents(self, element: Element) -> Blocks:
        """What an item or a cell holds, with the language and the id that it has itself no room for."""
        blocks, name, lang = self.blocks(element.children), element.tag.get("id"), _lang(element)
        if lang:
            return tuple(_divided(blocks, Division(None, (), lang, name, place=element.place)))
        if name and blocks and isinstance(first := blocks[0], Paragraph):
            return (replace(first, content=(Span((), id=name, place=element.place), *first.content)), *blocks[1:])
        return tuple(_divided(blocks, Division(None, (), id=name, place=element.place))) if name else blocks

    def _words(self, element: Element | None) -> tuple[Inlines, Blocks]:
        """The words of an element that holds one run, its paragraphs as lines of it; and what else stands there."""
        lines: list[Inlines] = []
        others: list[Block] = []
        for block in self.blocks(element.children) if element else ():
            if isinstance(block, (Paragraph, Heading)):
                lines.append(block.content)
            else:
                others.append(block)
        words: Inlines = ()
        for line in lines:
            words += ((LineBreak(place=line[0].place),) if words and line else ()) + line
        return words, tuple(others)

    # Elements

    def _stray(self, element: Element) -> Iterable[Block]:
        """One that is unknown, or stands where it means nothing: an ``li`` without a list."""
        self._findings.left_out(element.tag, element.place)
        return self.blocks(element.children)

    def _container(self, element: Element) -> Iterable[Block]:
        classes = tuple(element.tag.get("class").split())
        blocks = self.blocks(element.children)
        box = box_of_division(Attributes(element.tag.get("id"), classes), blocks, element.place) if classes else None
        return [box] if box else blocks

    def _heading(self, element: Element) -> Iterable[Block]:
        words, others = self._words(element)
        level, name = int(element.name[1]), element.tag.get("id")
        return [*([Heading(level, words, name, place=element.place)] if words else []), *others]

    def _quote(self, element: Element) -> Iterable[Block]:
        blocks = self._inside(element)
        attribution: Inlines = ()
        sources = [child for child in element.children if isinstance(child, Element) and child.name in ("footer", "cite")]
        if sources and sources[-1] is element.children[-1]:
            words, others = self._words(sources[-1])
            if words and not others:
                blocks, attribution = self.blocks(element.children[:-1]), undashed(words)
        if not attribution:
            blocks, attribution = without_attribution(blocks)
        pull = Pull.ALONE if _PULL in element.tag.get("class") else None
        return [Quote(blocks, attribution, pull, place=element.place)]

    def _cite(self, element: Element) -> Iterable[Block]:
        words, others = self._words(element)
        return [*([Paragraph((Emphasis(words, place=element.place),), place=element.place)] if words else []), *others]

    def _list(self, element: Element) -> Iterable[Block]:
        items: list[ListItem] = []
        start, tight = _number(element.tag.get("start"), 1), True
        for child in element.children:
            if isinstance(child, Element) and child.name == "li":
                if not items:
                    start = _number(child.tag.get("value"), start)
                items.append(ListItem(self._contents(child), place=child.place))
                tight = tight and not any(isinstance(one, Element) and one.name == "p" for one in child.children)
            else:  # what stands in a list without being one of its items: nothing is lost
                items.append(ListItem(self.blocks((child,)), place=child.place))
        ordered = element.name == "ol"
        numbering = _NUMBERINGS.get(element.tag.get("type"), Numbering.DECIMAL) if ordered else Numbering.DECIMAL
        return [List(tuple(items), ordered, start if ordered else 1, tight, numbering, place=element.place)] if items else []

    def _definitions(self, element: Element) -> Iterable[Block]:
        items: list[Definition] = []
        others: list[Block] = []
        for child in _without_wrapping(element.children):
            if isinstance(child, Element) and child.name == "dt":
                words, more = self._words(child)
                items.append(Definition(words, (more,) if more else (), place=child.place))
            elif items:
                blocks = self.blocks(child.children if isinstance(child, Element) and child.name == "dd" else (child,))
                items[-1] = replace(items[-1], meanings=(*items[-1].meanings, blocks))
            else:
                others += self.blocks(child.children if isinstance(child, Element) and child.name == "dd" else (child,))
        return [*others, *([DefinitionList(tuple(items), place=element.place)] if items else [])]

    def _table(self, element: Element) -> Iterable[Block]:
        return made_table(element, self.blocks, self._contents, self._words)

    def _details(self, element: Element) -> Iterable[Block]:
        """Paper cannot be unfolded: the summary stands above what it stands for."""
        summary = next((child for child in element.children if isinstance(child, Element) and child.name == "summary"), None)
        words, others = self._words(summary)
        title = [Paragraph((Strong(words, place=words[0].place),), place=element.place)] if words else []
        return [*title, *others, *self.blocks(child for child in element.children if child is not summary)]

    def _code(self, element: Element) -> Iterable[Block]:
        return [CodeBlock(plain_text(*self.blocks(element.children)), place=element.place)]

    # Figures

    def _figure(self, element: Element) -> Iterable[Block]:
        captions = [child for child in element.children if isinstance(child, Element) and child.name == "figcaption"]
        caption, others = self._words(captions[0] if captions else None)
        blocks = self.blocks(child for child in element.children if child not in captions[:1])
        return [*_captioned(blocks, caption, element), *others]


def _captioned(blocks: Blocks, caption: Inlines, element: Element) -> Blocks:
    """What a figure shows, with its caption: pictures, or a table or quotation that has a place for one."""
    name, place = element.tag.get("id"), element.place
    match blocks:
        case (Paragraph(content=content),) if images := _images(content):
            if len(images) == 1:
                return (Figure(images[0], caption, name, place=place),)
            row = tuple(Column((Figure(image, place=image.place),), place=image.place) for image in images)
            return (Columns(row, name, place=place), *_below(caption))
        case (Table(caption=()) as table,):
            return (replace(table, caption=caption, id=table.id or name),)
        case (Quote() as quote,):
            pull = Pull.ALONE if _PULL in element.tag.get("class") else quote.pull
            if quote.attribution:
                return (replace(quote, pull=pull), *_below(caption))
            return (replace(quote, attribution=undashed(caption), pull=pull),)
        case _:
            return (*blocks, *_below(caption))


def _below(caption: Inlines) -> Blocks:
    return (Paragraph(caption, place=caption[0].place),) if caption else ()


def _images(content: Inlines) -> list[Image]:
    """The images of a run that holds nothing else."""
    found: list[Image] = []
    for line in split_lines(content):
        for node in line:
            if isinstance(node, Image):
                found.append(node)
            elif plain_text(node).strip() or not hasattr(node, "text"):
                return []
    return found


def _divided(blocks: Blocks, empty: Division) -> Iterable[Block]:
    """The blocks in divisions like ``empty``; headings stand between them, for they open sections of the book."""
    run: list[Block] = []
    for block in (*blocks, None):
        if block is not None and not isinstance(block, Heading):
            run.append(block)
            continue
        if run:
            yield replace(empty, blocks=tuple(run), place=run[0].place or empty.place)
            empty, run = replace(empty, id=""), []
        if isinstance(block, Heading):
            content = (Span(block.content, empty.lang, place=block.place),) if empty.lang else block.content
            yield replace(block, content=content, id=block.id or empty.id)
            empty = empty if block.id else replace(empty, id="")


def _without_wrapping(children: Children) -> Iterable[Block | Element]:
    """Pairs of a term and its meaning may stand in a ``div`` each."""
    for child in children:
        if isinstance(child, Element) and child.name == "div":
            yield from child.children
        else:
            yield child


def _lang(element: Element) -> str:
    return Attributes(pairs=(("lang", element.tag.lang),)).lang


def _number(written: str, otherwise: int) -> int:
    digits = written.strip()
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= 9 else otherwise
