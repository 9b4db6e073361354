"""Going through a tree of nodes: iterate over it, change it, or take its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import assert_never

from .book import Section
from .nodes import (
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
    Figure,
    Heading,
    Image,
    Inline,
    Inlines,
    LineBreak,
    List,
    ListItem,
    Math,
    Node,
    Note,
    Paragraph,
    Quote,
    Row,
    Styled,
    Table,
    Text,
    ThematicBreak,
    Verse,
    VerseLine,
)


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly inside a node, in reading order; a note's body comes where it is called."""
    match node:
        case Text() | Code() | Image() | LineBreak() | Math() | CodeBlock() | ThematicBreak():
            return ()
        case Styled(content=content) | Paragraph(content=content) | Heading(content=content) | VerseLine(content=content):
            return content
        case Quote(blocks=blocks, attribution=attribution):
            return (*blocks, *attribution)
        case ListItem(blocks=blocks) | Cell(blocks=blocks) | Division(blocks=blocks) | Column(blocks=blocks) | Note(blocks=blocks):
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
RunMap = Callable[[Inlines], Inlines]
BlocksMap = Callable[[Blocks], Blocks]


def _same(blocks: Blocks) -> Blocks:
    return blocks


def map_parts(block: Block, run: RunMap, blocks: BlocksMap) -> Block:
    """Change every run of inlines and every run of blocks directly inside a block: of a heading, an item, a cell, a caption …"""
    match block:
        case Paragraph() | Heading():
            return replace(block, content=run(block.content))
        case Quote():
            return replace(block, blocks=blocks(block.blocks), attribution=run(block.attribution))
        case List():
            return replace(block, items=tuple(replace(item, blocks=blocks(item.blocks)) for item in block.items))
        case DefinitionList():
            return replace(block, items=tuple(replace(i, meanings=tuple(map(blocks, i.meanings)), term=run(i.term)) for i in block.items))
        case Verse():
            return replace(block, stanzas=tuple(tuple(replace(line, content=run(line.content)) for line in lines) for lines in block.stanzas))
        case Figure():
            return replace(block, caption=run(block.caption))
        case Table():
            return _map_cells(replace(block, caption=run(block.caption)), blocks)
        case Division():
            return replace(block, blocks=blocks(block.blocks))
        case Columns():
            return replace(block, columns=tuple(replace(one, blocks=blocks(one.blocks)) for one in block.columns))
        case Box():
            return replace(block, title=run(block.title), blocks=blocks(block.blocks))
        case CodeBlock() | ThematicBreak():
            return block
        case _:
            assert_never(block)


def _map_cells(table: Table, change: BlocksMap) -> Table:
    def changed(rows: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(tuple(replace(cell, blocks=change(cell.blocks)) for cell in row) for row in rows)

    return replace(table, head=changed(table.head), rows=changed(table.rows), foot=changed(table.foot))


def map_inside(block: Block, change: BlocksMap) -> Block:
    """Change every run of blocks directly inside a block."""
    return map_parts(block, lambda run: run, change)


def map_contents(blocks: Blocks, change: RunMap) -> Blocks:
    """Change every run of inlines in the blocks, at any depth.

    ``change`` gets whole runs, so that it can look across the borders of emphasis and links; it
    looks after the bodies of notes itself.
    """
    return tuple(map_parts(block, change, lambda inside: map_contents(inside, change)) for block in blocks)


def map_inlines(content: Inlines, change: InlineMap, notes: BlocksMap = _same) -> Inlines:
    """Change inlines from the inside out: ``change`` gets each node after its content was changed,
    and gives the nodes that take its place. ``notes`` changes the bodies of notes."""
    result: list[Inline] = []
    for node in content:
        match node:
            case Text() | Code() | Image() | LineBreak() | Math():
                pass
            case Note(blocks=blocks):
                node = replace(node, blocks=notes(blocks))
            case Styled():
                node = replace(node, content=map_inlines(node.content, change, notes))
            case _:
                assert_never(node)
        result.extend(change(node))
    return tuple(result)


class Throughout:
    """A change of every inline and every block of a tree, from the inside out, those of notes among them."""

    def __init__(self, inline: InlineMap, block: Callable[[Block], Block] = lambda block: block) -> None:
        self._inline, self._block = inline, block

    def run(self, content: Inlines) -> Inlines:
        return map_inlines(content, self._inline, self.blocks)

    def blocks(self, blocks: Blocks) -> Blocks:
        return tuple(self._block(map_parts(block, self.run, self.blocks)) for block in blocks)

    def section(self, section: Section) -> Section:
        return replace(section, title=self.run(section.title), lead=self.run(section.lead), blocks=self.blocks(section.blocks))


def are_pictures(columns: Columns) -> bool:
    """Whether there is one picture in each column, and nothing else."""
    return all(len(column.blocks) == 1 and isinstance(column.blocks[0], Figure) for column in columns.columns)


def without_formulas(blocks: Blocks) -> Blocks:
    """The blocks without their formulas, which are no letters where they are drawn."""
    return Throughout(lambda node: () if isinstance(node, Math) else (node,)).blocks(blocks)


def plain_text(*nodes: Node, notes: bool = False) -> str:
    """The words as a reader would speak them; blocks are parted by newlines, notes left out unless asked for."""
    parts: list[str] = []
    _speak(nodes, parts, notes)
    return "".join(parts).strip("\n")


def _speak(nodes: Iterable[Node], parts: list[str], notes: bool) -> None:
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
