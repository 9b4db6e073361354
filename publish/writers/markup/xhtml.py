"""Nodes to XHTML: the one way to say a node in HTML, shared by EPUB, PDF and web page.

What differs between outputs is handed in: how an address becomes a link, where an image lies,
and what stands at the call of a note. Everything here is well-formed XML without a namespace
prefix other than ``epub``, which only the EPUB writer asks for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import assert_never

from ...language import is_rtl
from ...language.breaks import escape, said, said_code
from ...language.words import word
from ...model.book import Metadata, Section
from ...model.grid import placed
from ...model.kinds import Align, Extent, Pull, Role
from ...model.nodes import (
    Added,
    Block,
    Blocks,
    Box,
    Cell,
    Code,
    CodeBlock,
    Column,
    Columns,
    Definition,
    DefinitionList,
    Division,
    DropCap,
    Emphasis,
    Figure,
    Heading,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    ListItem,
    Math,
    Note,
    Paragraph,
    Quote,
    Row,
    SmallCaps,
    Span,
    Strike,
    Strong,
    Styled,
    Subscript,
    Superscript,
    Table,
    Text,
    ThematicBreak,
    Verse,
    VerseLine,
)
from ...model.numbering import labels
from ...model.walk import are_pictures, plain_text
from .formulas import as_mathml
from .list_kinds import is_labelled, kind_attributes
from .semantics import BOX_SEMANTICS
from .task_boxes import task_box

_SIMPLE_TAGS = {
    Emphasis: "em", Strong: "strong", Superscript: "sup", Subscript: "sub", Strike: "s",
}  # fmt: skip
_WITH_SMALL_FORMS: dict[type[Styled], re.Pattern[str]] = {Superscript: re.compile(r"[0-9A-Za-z()+,.=]*"), Subscript: re.compile(r"[0-9()+=]*")}
_QUOTED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_LEAD_IN = ' class="lead-in"'
_COLONS = (":", "\uff1a")
# Deeper indents would push a line of verse off a small page.
_MOST_INDENT = 8


def _scaled(node: Styled) -> str:
    """Marks what stands above or below the line and has signs that fonts have no small forms of."""
    pattern = _WITH_SMALL_FORMS.get(type(node))
    return ' class="scaled"' if pattern and not pattern.fullmatch(plain_text(*node.content)) else ""


def attribute(name: str, value: str) -> str:
    """`` name="value"``, or nothing when there is no value."""
    return f' {name}="{value.translate(_QUOTED)}"' if value else ""


def lang_attributes(tag: str) -> str:
    """Both ways of naming a language, XML's for EPUB readers and HTML's for the others, and its direction."""
    if not tag:
        return ""
    return f"{attribute('lang', tag)}{attribute('xml:lang', tag)}{attribute('dir', 'rtl' if is_rtl(tag) else 'ltr')}"


def _introduces(content: Inlines) -> bool:
    """Whether a paragraph ends in a colon, and so should not be parted from what comes next."""
    return bool(content) and isinstance(content[-1], Text) and content[-1].text.rstrip().endswith(_COLONS)


def _span(name: str, cells: int) -> str:
    return attribute(name, str(cells) if cells > 1 else "")


def size_of(width: Extent | None, height: Extent | None = None) -> str:
    """`` style="width: 60%"``, or nothing where the author wants no size; style sheets keep it within the page."""
    wanted = [f"{name}: {extent}" for name, extent in (("width", width), ("height", height)) if extent]
    return attribute("style", "; ".join(wanted))


def section_name(section: Section, metadata: Metadata) -> str:
    """What a section is called in contents and bookmarks."""
    if section.title:
        return " ".join(plain_text(*section.title).split())
    if section.role is Role.CHAPTER:
        return metadata.title or word("untitled", metadata.lang)
    return word(section.role.value, section.lang or metadata.lang)


class Marks:
    """What an output sets among the words of a text: nothing, unless it says otherwise."""

    def text(self, text: str, say: Callable[[str], str] = escape) -> str:
        """Words as the content of an element, each run of them said by ``say``."""
        return say(text)

    def picture(self) -> str:
        """What stands before a picture."""
        return ""

    def opening(self) -> str:
        """What stands before a heading."""
        return ""


@dataclass(slots=True)
class Xhtml:
    """Says nodes in XHTML.

    ``link`` turns a target into an ``href``, ``image`` a source into a ``src``, and ``note`` says
    what stands at the call of a note; ``lang`` is the language of our own words. ``epub`` adds the
    EPUB semantics, ``table`` attributes to a table; ``stacked`` says which columns have no room
    beside each other, ``formula`` how one is shown,
    ``marks`` what else stands among the words. All that is said is asked for in
    the order in which it stands there.
    """

    link: Callable[[str], str]
    image: Callable[[str], str]
    note: Callable[[Note], str]
    lang: str = ""
    epub: bool = False
    table: Callable[[Table], str] = lambda _: ""
    stacked: Callable[[Columns], bool] = lambda _: False
    formula: Callable[[Math], str] = as_mathml
    marks: Marks = field(default_factory=Marks)

    # Inlines --------------------------------------------------------------------------------

    def inlines(self, content: Inlines) -> str:
        return "".join([self.inline(node) for node in content])

    def inline(self, node: Inline) -> str:
        match node:
            case Text(text=text):
                return self.marks.text(text, said)
            case Emphasis() | Strong() | Superscript() | Subscript() | Strike():
                tag = _SIMPLE_TAGS[type(node)]
                return f"<{tag}{_scaled(node)}>{self.inlines(node.content)}</{tag}>"
            case SmallCaps(content=content):
                name = "small-caps all" if plain_text(*content).isupper() else "small-caps"
                return f'<span class="{name}">{self.inlines(content)}</span>'
            case DropCap(content=content):
                return f'<span class="drop-cap">{self.inlines(content)}</span>'
            case Code(text=text):
                return f"<code>{self.marks.text(text, said_code)}</code>"
            case Link():
                href, title = attribute("href", self.link(node.target)), attribute("title", node.title)
                return f"<a{href}{title}>{self.inlines(node.content)}</a>"
            case Image():
                return self.picture(node)
            case Math():
                return self.formula(node)
            case LineBreak():
                return "<br/>"
            case Span(content=content, lang=lang, id=name):
                return f"<span{attribute('id', name)}{lang_attributes(lang)}>{self.inlines(content)}</span>"
            case Note():
                return self.note(node)
            case Added(content=(Note(),)):
                return self.inlines(node.content)
            case Added(content=content):
                return f'<span class="added">{self.inlines(content)}</span>'
            case _:
                assert_never(node)

    def picture(self, image: Image) -> str:
        """An ``img``; without a description it is marked as decoration, for readers that speak."""
        source, title = attribute("src", self.image(image.source)), attribute("title", image.title)
        said = attribute("alt", image.alt) or ' alt="" role="presentation"'
        return f"{self.marks.picture()}<img{source}{said}{title}{size_of(image.width, image.height)}/>"

    # Blocks ---------------------------------------------------------------------------------

    def blocks(self, blocks: Blocks) -> str:
        return "\n".join([self.block(block) for block in blocks])

    def block(self, block: Block) -> str:
        match block:
            case Paragraph(content=content):
                return self._paragraph(content)
            case Heading(level=level, content=content, id=name):
                return f"{self.marks.opening()}<h{level}{attribute('id', name)}>{self.inlines(content)}</h{level}>"
            case Quote():
                return self._quote(block)
            case List():
                return self._list(block)
            case DefinitionList(items=items):
                return f"<dl>\n{''.join(map(self._definition, items))}</dl>"
            case Verse(stanzas=stanzas):
                return f'<div class="verse">\n{"".join(map(self._stanza, stanzas))}</div>'
            case CodeBlock(text=text, language=language):
                return f"<pre><code{attribute('class', language and f'language-{language}')}>{self.marks.text(text)}</code></pre>"
            case Figure():
                return self._figure(block)
            case Table():
                return self._table(block)
            case ThematicBreak():
                return "<hr/>"
            case Division():
                return self._division(block)
            case Box():
                return self._box(block)
            case Columns():
                return self._columns(block)
            case _:
                assert_never(block)

    def _paragraph(self, content: Inlines, before: str = "") -> str:
        return f"<p{_LEAD_IN if _introduces(content) else ''}>{before}{self.inlines(content)}</p>"

    def _quote(self, quote: Quote) -> str:
        quoted = self.blocks(quote.blocks)
        said = f'\n<div class="attribution">{self.inlines(quote.attribution)}</div>' if quote.attribution else ""
        inside = f"\n{quoted}{said}\n"
        if quote.pull is None:
            return f"<blockquote>{inside}</blockquote>"
        semantics = attribute("epub:type", "pullquote" if self.epub else "")
        hidden = attribute("aria-hidden", "true" if quote.pull is Pull.REPEATED else "")
        return f'<aside class="pull-quote"{semantics} role="doc-pullquote"{hidden}>{inside}</aside>'

    def _list(self, block: List) -> str:
        if not block.ordered:
            return f"<ul>\n{''.join([self._item(item, block.tight) for item in block.items])}</ul>"
        labelled = is_labelled(block)
        before = list(labels(block)) if labelled else [""] * len(block.items)
        items = "".join([self._item(item, block.tight, label) for item, label in zip(block.items, before)])
        start = attribute("start", str(block.start) if block.start != 1 else "")
        return f"<ol{start}{kind_attributes(block, before) if labelled else ''}>\n{items}</ol>"

    def _item(self, item: ListItem, tight: bool, label: str = "") -> str:
        """The paragraphs of a tight list's items are not set apart as paragraphs; a style sets the ``label``."""
        marks = attribute("class", "" if item.done is None else "task") + attribute("style", label and f"--label: '{label} '")
        box = task_box(item.done, self.lang) if item.done is not None else ""
        parts = []
        for block in item.blocks:
            match block:
                case Paragraph(content=content):
                    parts.append(box + self.inlines(content) if tight else self._paragraph(content, box))
                case _:
                    parts.append(box + self.block(block))
            box = ""
        return f"<li{marks}>{box}" + "\n".join(parts) + "</li>\n"

    def _definition(self, item: Definition) -> str:
        term = f"<dt>{self.inlines(item.term)}</dt>\n"
        return term + "".join([f"<dd>{self.blocks(meaning)}</dd>\n" for meaning in item.meanings])

    def _stanza(self, lines: tuple[VerseLine, ...]) -> str:
        # The breaks are for readers without our style sheet, which hides them.
        return '<p class="stanza">' + "<br/>\n".join(map(self._verse_line, lines)) + "</p>\n"

    def _verse_line(self, line: VerseLine) -> str:
        indent = min(line.indent, _MOST_INDENT)
        name = f"line indent-{indent}" if indent else "line"
        return f'<span class="{name}">{self.inlines(line.content)}</span>'

    def _figure(self, figure: Figure) -> str:
        shown = self.picture(figure.image)
        caption = f"\n<figcaption>{self.inlines(figure.caption)}</figcaption>" if figure.caption else ""
        return f"<figure{attribute('id', figure.id)}>\n{shown}{caption}\n</figure>"

    def _table(self, table: Table) -> str:
        caption = f"<caption>{self.inlines(table.caption)}</caption>\n" if table.caption else ""
        widths = "".join(f'<col style="width: {width:.2%}"/>' for width in table.widths)
        columns = f"<colgroup>{widths}</colgroup>\n" if widths else ""
        rows = self._rows("thead", table.head, table) + self._rows("tbody", table.rows, table) + self._rows("tfoot", table.foot, table)
        return f"<table{attribute('id', table.id)}{self.table(table)}>\n{caption}{columns}{rows}</table>"

    def _rows(self, tag: str, rows: tuple[Row, ...], table: Table) -> str:
        heads = len(table.columns) if tag == "thead" else table.row_heads
        scope = "col" if tag == "thead" else "row"
        said = []
        for row in placed(rows):
            cells = [self._cell(cell, table.columns[column], scope if column < heads else "") for column, cell in row]
            said.append(f"<tr>{''.join(cells)}</tr>\n")
        return f"<{tag}>\n{''.join(said)}</{tag}>\n" if said else ""

    def _cell(self, cell: Cell, align: Align, scope: str) -> str:
        """One paragraph alone is not set apart as a paragraph; ``scope`` makes the cell a head."""
        tag = "th" if scope else "td"
        spans = f"{_span('colspan', cell.columns)}{_span('rowspan', cell.rows)}"
        marks = f"{attribute('scope', scope)}{spans}{attribute('class', align.value and f'align-{align.value}')}"
        match cell.blocks:
            case (Paragraph(content=content),):
                inside = self.inlines(content)
            case blocks:
                inside = self.blocks(blocks)
        return f"<{tag}{marks}>{inside}</{tag}>"

    def _division(self, division: Division) -> str:
        names = (division.role.value if division.role else "", division.align.value and f"align-{division.align.value}")
        marks = attribute("class", " ".join(filter(None, names))) + lang_attributes(division.lang)
        return f"<div{attribute('id', division.id)}{marks}>\n{self.blocks(division.blocks)}\n</div>"

    def _box(self, box: Box) -> str:
        """The title is no heading: boxes are not in the contents, and stand at any depth."""
        kind, role = BOX_SEMANTICS[box.kind]
        semantics = attribute("epub:type", kind if self.epub else "") + attribute("role", role)
        title = f'<p class="box-title">{self.inlines(box.title)}</p>\n' if box.title else ""
        name = attribute("id", box.id)
        return f'<aside{name} class="box {box.kind.value}-box"{semantics}>\n{title}{self.blocks(box.blocks)}\n</aside>'

    def _columns(self, columns: Columns) -> str:
        name = f"columns{' pictures' if are_pictures(columns) else ''}{' stacked' if self.stacked(columns) else ''}"
        inside = "\n".join(map(self._column, columns.columns))
        return f'<div{attribute("id", columns.id)} class="{name}">\n{inside}\n</div>'

    def _column(self, column: Column) -> str:
        return f'<div class="column"{size_of(column.width)}>\n{self.blocks(column.blocks)}\n</div>'
