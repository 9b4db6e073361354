"""Going through a tree of nodes: iterate over it, change it, or take its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from typing import assert_never

from .nodes import (
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
    Node,
    Note,
    Paragraph,
    Quote,
    Row,
    SmallCaps,
    Span,
    Strike,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    ThematicBreak,
    Verse,
    VerseLine,
)  # fmt: skip


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly inside a node, in reading order; a note's body comes where it is called."""
    match node:
        case Text() | Code() | Image() | LineBreak() | Math() | CodeBlock() | ThematicBreak():
            return ()
        case (Paragraph(content=content) | Heading(content=content) | VerseLine(content=content)
              | Emphasis(content=content) | Strong(content=content)
              | SmallCaps(content=content) | DropCap(content=content) | Superscript(content=content) | Subscript(content=content)
              | Strike(content=content) | Link(content=content) | Span(content=content) | Added(content=content)):  # fmt: skip
            return content
        case Quote(blocks=blocks, attribution=attribution):
            return (*blocks, *attribution)
        case (ListItem(blocks=blocks) | Cell(blocks=blocks) | Division(blocks=blocks) | Column(blocks=blocks)
              | Note(blocks=blocks)):  # fmt: skip
            return blocks
        case Box(title=title, blocks=blocks):
            return (*title, *blocks)
        case Columns(columns=columns):
            return columns
        case List(items=items) | DefinitionList(items=items):
            return items
        case Definition(term=term, meanings=meanings):
            return (*term, *chain.from_iterable(meanings))
        case Verse(stanzas=stanzas):
            return tuple(chain.from_iterable(stanzas))
        case Figure(image=image, caption=caption):
            return (image, *caption)
        case Table(head=head, rows=rows, foot=foot, caption=caption):
            return (*caption, *chain.from_iterable((*head, *rows, *foot)))
        case _:
            raise TypeError(f"not a node: {node!r}")


def walk(*nodes: Node) -> Iterator[Node]:
    """The nodes and all that is inside them, in reading order, without recursion."""
    pending = list(reversed(nodes))
    while pending:
        node = pending.pop()
        yield node
        if not isinstance(node, Text):  # most are, and they are looked at many times in a build
            pending.extend(reversed(children(node)))


InlineMap = Callable[[Inline], Inlines]


def map_inlines(content: Inlines, change: InlineMap, notes: Callable[[Blocks], Blocks] | None = None) -> Inlines:
    """Change inlines from the inside out: ``change`` gets each node after its content was changed,
    and gives the nodes that take its place. ``notes`` changes the bodies of notes."""
    result: list[Inline] = []
    for node in content:
        match node:
            case Text() | Code() | Image() | LineBreak() | Math():
                pass
            case Note(blocks=blocks):
                if notes is not None:
                    node = replace(node, blocks=notes(blocks))
            case (Emphasis() | Strong() | SmallCaps() | DropCap() | Superscript() | Subscript() | Strike()
                  | Link() | Span() | Added()):  # fmt: skip
                node = replace(node, content=map_inlines(node.content, change, notes))
            case _:
                assert_never(node)
        result.extend(change(node))
    return tuple(result)


def map_contents(blocks: Blocks, change: Callable[[Inlines], Inlines]) -> Blocks:
    """Change every run of inlines (of a paragraph, heading, cell, caption …) in the blocks.

    ``change`` gets whole runs, so that it can look across the borders of emphasis and links; it
    looks after the bodies of notes itself.
    """
    return tuple(map_block(block, change) for block in blocks)


def map_block(block: Block, change: Callable[[Inlines], Inlines]) -> Block:
    """Like :func:`map_contents`, for one block."""
    match block:
        case Paragraph() | Heading():
            return replace(block, content=change(block.content))
        case Quote():
            return replace(block, blocks=map_contents(block.blocks, change), attribution=change(block.attribution))
        case List():
            return replace(block, items=tuple(replace(i, blocks=map_contents(i.blocks, change)) for i in block.items))
        case DefinitionList():
            return replace(block, items=tuple(_map_definition(item, change) for item in block.items))
        case Verse():
            return replace(block, stanzas=tuple(_map_lines(lines, change) for lines in block.stanzas))
        case Figure():
            return replace(block, caption=change(block.caption))
        case Table():
            return map_cells(replace(block, caption=change(block.caption)), lambda blocks: map_contents(blocks, change))
        case Division() | Columns():
            return map_inside(block, lambda blocks: map_contents(blocks, change))
        case Box():
            return replace(block, title=change(block.title), blocks=map_contents(block.blocks, change))
        case CodeBlock() | ThematicBreak():
            return block
        case _:
            assert_never(block)


def map_inside(block: Block, change: Callable[[Blocks], Blocks]) -> Block:
    """Change every run of blocks directly inside a block: of a quote, an item, a column …; what holds none stays as it is."""
    match block:
        case Quote() | Division() | Box():
            return replace(block, blocks=change(block.blocks))
        case List():
            return replace(block, items=tuple(replace(item, blocks=change(item.blocks)) for item in block.items))
        case DefinitionList():
            return replace(block, items=tuple(replace(i, meanings=tuple(map(change, i.meanings))) for i in block.items))
        case Columns():
            return replace(block, columns=tuple(replace(one, blocks=change(one.blocks)) for one in block.columns))
        case Table():
            return map_cells(block, change)
        case Paragraph() | Heading() | Verse() | CodeBlock() | Figure() | ThematicBreak():
            return block
        case _:
            assert_never(block)


def _map_definition(item: Definition, change: Callable[[Inlines], Inlines]) -> Definition:
    meanings = tuple(map_contents(blocks, change) for blocks in item.meanings)
    return replace(item, term=change(item.term), meanings=meanings)


def _map_lines(lines: tuple[VerseLine, ...], change: Callable[[Inlines], Inlines]) -> tuple[VerseLine, ...]:
    return tuple(replace(line, content=change(line.content)) for line in lines)


def map_cells(table: Table, change: Callable[[Blocks], Blocks]) -> Table:
    """The table with the blocks of each of its cells changed."""

    def changed(rows: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(tuple(replace(cell, blocks=change(cell.blocks)) for cell in row) for row in rows)

    return replace(table, head=changed(table.head), rows=changed(table.rows), foot=changed(table.foot))


def are_pictures(columns: Columns) -> bool:
    """Whether there is one picture in each column, and nothing else."""
    return all(len(column.blocks) == 1 and isinstance(column.blocks[0], Figure) for column in columns.columns)


def without_formulas(blocks: Blocks) -> Blocks:
    """The blocks without their formulas, which are no letters where they are drawn."""

    def change(content: Inlines) -> Inlines:
        return map_inlines(content, lambda node: () if isinstance(node, Math) else (node,), without_formulas)

    return map_contents(blocks, change)


def plain_text(*nodes: Node, notes: bool = False) -> str:
    """The words as a reader would speak them; blocks are parted by newlines, notes left out unless asked for."""
    parts: list[str] = []
    _speak(nodes, parts, notes)
    return "".join(parts).strip("\n")


def _speak(nodes, parts: list[str], notes: bool) -> None:
    for node in nodes:
        match node:
            case Text(text=text) | Code(text=text) | CodeBlock(text=text):
                parts.append(text)
            case Math(tex=tex):
                parts.append(tex)
            case LineBreak():
                parts.append("\n")
            case Note() if not notes:
                continue
            case Image():
                continue
            case Box(title=title) if title:
                _speak((Paragraph(title), *node.blocks), parts, notes)
            case _:
                _speak(children(node), parts, notes)
        if isinstance(node, (Paragraph, Heading, CodeBlock, VerseLine, Cell, Note)):
            parts.append("\n")
