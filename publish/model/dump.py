"""A stable text form of the model, made to be read and compared.

One block a line, its source line in the gutter, what it holds indented below it. Inlines are
written as ``[em: words]``; marks that cannot be seen are shown: ``⍽`` a no-break space, ``⋅`` a
narrow one, ``¬`` a soft hyphen, ``↵`` a line end of the source, ``⏎`` a break the author set.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import assert_never

from .book import Book, Contributor, Emblem, Identifier, Manuscript, Matter, Metadata, Section
from .kinds import Align, Delimiter, Numbering
from .nodes import (
    Added,
    Block,
    Blocks,
    Box,
    Cell,
    Code,
    CodeBlock,
    Columns,
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
)
from .numbering import labels
from .place import Place

_VISIBLE = str.maketrans({"\u00a0": "⍽", "\u202f": "⋅", "\u00ad": "¬", "\n": "↵"})
_TAGS = {
    Emphasis: "em", Strong: "strong", SmallCaps: "smallcaps", Superscript: "sup", Subscript: "sub",
    Strike: "strike", DropCap: "dropcap", Added: "added",
}  # fmt: skip
_TASKS = {None: "", False: " to do", True: " done"}
_INDENT = "  "
_LONGEST_SOURCE = 200  # a picture may be written out in its own address


def dump(thing: Book | Manuscript) -> str:
    """The text form of a book, or of a manuscript as it was read."""
    if isinstance(thing, Book):
        facts = (*_metadata(thing.metadata), *_metadata(thing.matter))
        lines = [*facts, *(line for section in thing.sections for line in _section(section))]
    else:
        lines = list(_blocks(thing.blocks, 0))
    return "\n".join(lines) + "\n"


def _line(place: Place | None, depth: int, text: str) -> str:
    gutter = f"{place.line:5}" if place and place.line else "     "
    return f"{gutter}| {_INDENT * depth}{text}".rstrip()


def _metadata(metadata: Metadata | Matter) -> Iterator[str]:
    for field in fields(metadata):
        value = getattr(metadata, field.name)
        if not value:
            continue
        if field.name.startswith("marked_"):
            yield _line(None, 0, f"{field.name.replace('_', '-')}: {inlines(value)}")
            continue
        for one in value if isinstance(value, tuple) else (value,):
            yield _line(None, 0, f"{field.name.replace('_', '-')}: {_plain(one)}")


def _plain(value: str | Contributor | Identifier | Emblem) -> str:
    if isinstance(value, str):
        return value.translate(_VISIBLE)
    return " · ".join(str(getattr(value, f.name)) for f in fields(value) if getattr(value, f.name))


def _section(section: Section) -> Iterator[str]:
    title = f": {inlines(section.title)}" if section.title else ""
    marks = f"{_id(section.id)}{_lang(section.lang)}" + (f" level {section.level}" if section.level > 1 else "")
    yield _line(section.place, 0, f"section {section.role.value}{marks}{title}")
    for author in section.authors:
        yield _line(None, 1, f"author: {author}")
    if section.lead:
        yield _line(section.lead[0].place, 1, f"lead: {inlines(section.lead)}")
    yield from _blocks(section.blocks, 1)


def _id(name: str) -> str:
    return f" #{name}" if name else ""


def _lang(tag: str) -> str:
    return f" lang {tag}" if tag else ""


def _blocks(blocks: Blocks, depth: int) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, depth)


def _block(block: Block, depth: int) -> Iterator[str]:
    def line(text: str, deeper: int = 0, place: Place | None = block.place) -> str:
        return _line(place, depth + deeper, text)

    match block:
        case Paragraph(content=content):
            yield line(f"paragraph: {inlines(content)}")
        case Heading(level=level, content=content):
            role = f" {block.role.value}" if block.role else ""
            yield line(f"heading {level}{role}{_id(block.id)}: {inlines(content)}")
        case Quote(blocks=blocks, attribution=attribution):
            yield line(f"pull quote {block.pull.value}" if block.pull else "quote")
            yield from _blocks(blocks, depth + 1)
            if attribution:
                yield line(f"attribution: {inlines(attribution)}", 1, attribution[0].place)
        case List():
            yield line(f"list {_counting(block)} {'tight' if block.tight else 'loose'}")
            for item in block.items:
                yield line(f"item{_TASKS[item.done]}", 1, item.place)
                yield from _blocks(item.blocks, depth + 2)
        case DefinitionList():
            yield from _definitions(block, depth)
        case Verse():
            yield from _verse(block, depth)
        case CodeBlock(text=text, language=language):
            yield line(f"code {language}".rstrip())
            yield from (line(part, 1, None) for part in text.splitlines())
        case Figure(image=image, caption=caption):
            yield line(f"figure{_id(block.id)} {inlines((image,))}" + (f": {inlines(caption)}" if caption else ""))
        case Table():
            yield from _table(block, depth)
        case ThematicBreak():
            yield line("break")
        case Division(role=role, blocks=blocks):
            align = f" {block.align.value}" if block.align is not Align.NONE else ""
            yield line(f"division {role.value if role else '-'}{_id(block.id)}{_lang(block.lang)}{align}")
            yield from _blocks(blocks, depth + 1)
        case Box(title=title, blocks=blocks):
            yield line(f"box {block.kind.value}{_id(block.id)}" + (f": {inlines(title)}" if title else ""))
            yield from _blocks(blocks, depth + 1)
        case Columns():
            yield from _columns(block, depth)
        case _:
            assert_never(block)


def _counting(block: List) -> str:
    if not block.ordered:
        return "bullets"
    usual = (block.numbering, block.delimiter) == (Numbering.DECIMAL, Delimiter.PERIOD)
    return f"ordered from {block.start}" + ("" if usual else f" as {next(labels(block), '')} {block.numbering.value}")


def _definitions(block: DefinitionList, depth: int) -> Iterator[str]:
    yield _line(block.place, depth, "definitions")
    for item in block.items:
        yield _line(item.place, depth + 1, f"term: {inlines(item.term)}")
        for meaning in item.meanings:
            yield _line(meaning[0].place if meaning else item.place, depth + 2, "meaning")
            yield from _blocks(meaning, depth + 3)


def _verse(block: Verse, depth: int) -> Iterator[str]:
    yield _line(block.place, depth, "verse")
    for stanza in block.stanzas:
        yield _line(stanza[0].place, depth + 1, "stanza")
        for verse in stanza:
            yield _line(verse.place, depth + 2, f"{verse.indent}: {inlines(verse.content)}")


def _table(table: Table, depth: int) -> Iterator[str]:
    columns = " ".join(column.value or "-" for column in table.columns)
    widths = f" widths {' '.join(f'{width:.3g}' for width in table.widths)}" if table.widths else ""
    heads = f" row heads {table.row_heads}" if table.row_heads else ""
    caption = f": {inlines(table.caption)}" if table.caption else ""
    yield _line(table.place, depth, f"table{_id(table.id)} {columns}{widths}{heads}{caption}")
    for name, rows in (("head", table.head), ("row", table.rows), ("foot", table.foot)):
        for row in rows:
            yield from _row(name, row, depth + 1)


def _row(name: str, row: Row, depth: int) -> Iterator[str]:
    """On one line where its cells are plain; else a line for each cell and what it holds."""
    place = row[0].place if row else None
    plain = [content for cell in row if (content := _plain_content(cell)) is not None]
    if len(plain) == len(row):
        yield _line(place, depth, f"{name}: " + " | ".join(map(inlines, plain)))
        return
    yield _line(place, depth, name)
    for cell in row:
        columns = f" columns {cell.columns}" if cell.columns > 1 else ""
        rows = f" rows {cell.rows}" if cell.rows > 1 else ""
        yield _line(cell.place, depth + 1, f"cell{columns}{rows}")
        yield from _blocks(cell.blocks, depth + 2)


def _plain_content(cell: Cell) -> Inlines | None:
    match cell:
        case Cell(blocks=(), columns=1, rows=1):
            return ()
        case Cell(blocks=(Paragraph(content=content),), columns=1, rows=1):
            return content
        case _:
            return None


def _columns(columns: Columns, depth: int) -> Iterator[str]:
    yield _line(columns.place, depth, f"columns{_id(columns.id)}")
    for column in columns.columns:
        yield _line(column.place, depth + 1, f"column {column.width or ''}")
        yield from _blocks(column.blocks, depth + 2)


def inlines(content: Inlines) -> str:
    """One run of inlines on one line."""
    return "".join(_inline(node) for node in content)


def _inline(node: Inline) -> str:
    match node:
        case Text(text=text):
            return text.translate(_VISIBLE)
        case Code(text=text):
            return f"[code: {text.translate(_VISIBLE)}]"
        case Link(content=content, target=target, title=title):
            called = f" {title!r}" if title else ""
            return f"[link {target}{called}: {inlines(content)}]"
        case Image():
            return _image(node)
        case Math(tex=tex, display=display):
            return f"[math{' display' if display else ''}: {tex.translate(_VISIBLE)}]"
        case LineBreak():
            return "⏎"
        case Span(content=content, lang=lang, id=name):
            return f"[span{_id(name)}{_lang(lang)}: {inlines(content)}]"
        case Note(blocks=blocks):
            return "[note: " + " ¶ ".join(part.split("| ", 1)[-1].strip() for part in _blocks(blocks, 0)) + "]"
        case Styled():
            return f"[{_TAGS[type(node)]}: {inlines(node.content)}]"
        case _:
            assert_never(node)


def _image(image: Image) -> str:
    called = f" {image.title!r}" if image.title else ""
    size = "".join(f" {name} {value}" for name, value in (("width", image.width), ("height", image.height)) if value)
    source = image.source if len(image.source) <= _LONGEST_SOURCE else f"{image.source[: _LONGEST_SOURCE - 1]}…"
    return f"[image {source}{called}{size}: {image.alt}]"
