"""From markdown-it's block tokens to blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from ..diagnostics import Report
from ..model.kinds import Delimiter
from ..model.nodes import (
    Block,
    Blocks,
    Cell,
    CodeBlock,
    Definition,
    DefinitionList,
    Heading,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Quote,
    Span,
    ThematicBreak,
    Verse,
    VerseLine,
)
from ..model.place import Place
from .attributes import Attributes, report_unknown
from .boxes import box_of_quote
from .bullets import gather_lists, mark_in_markdown
from .html_blocks import HtmlBlocks
from .html_findings import HtmlFindings
from .html_parts import cut_by_tags, has_block_tags, trimmed
from .html_tree import grow
from .markdown_divisions import divided
from .markdown_figures import figures
from .markdown_html import Tag, text_between_tags
from .markdown_inline import InlineBuilder, refuse_depth
from .markdown_notes import Notes
from .markdown_shapes import attach_captions, without_attribution
from .markdown_tables import build_table, report_drawn_text


class BlockBuilder:
    """Walks the tokens of one manuscript once, and those of a note when it is called."""

    def __init__(self, tokens: Sequence[Token], place: Callable[[int], Place], indent: Callable[[int], int], report: Report, notes: Notes) -> None:
        self._tokens = tokens
        self._place = place
        self._indent = indent
        self._report = report
        self._notes = notes
        self.html = HtmlFindings(report)
        self._at = 0
        self._depth = 0
        self._in_division = False
        self._makers: dict[str, Callable[[Token], Sequence[Block | Tag]]] = {
            "paragraph_open": self._paragraph,
            "heading_open": self._heading,
            "blockquote_open": self._quote,
            "bullet_list_open": self._list,
            "ordered_list_open": self._list,
            "dl_open": self._definitions,
            "table_open": self._table,
            "verse_open": self._verse,
            "division_open": self._division,
            "footnote_reference_open": self._note,
            "fence": self._code,
            "code_block": self._code,
            "hr": self._break,
            "set_apart": self._set_apart,
            "division_close": self._stray,
        }

    def build(self) -> Blocks:
        """All blocks of the manuscript."""
        return self._run()

    # Runs of blocks

    def _run(self) -> Blocks:
        """The blocks up to the token that closes what they are in, or that closes a ``:::``."""
        parts: list[Block | Tag] = []
        while (token := self._peek()) is not None and token.nesting >= 0:
            if token.type == "division_close" and self._in_division:
                break
            self._at += 1
            parts.extend(self._makers.get(token.type, self._unknown)(token))
        return gather_lists(attach_captions(list(self._html(parts))), mark_in_markdown, self._report)

    def _html(self, parts: Sequence[Block | Tag]) -> Blocks:
        """Blocks with raw tags among them, as the blocks that those stand for."""
        blocks = tuple(part for part in parts if not isinstance(part, Tag))
        if len(blocks) == len(parts):
            return blocks
        return HtmlBlocks(self.html, self._depth).blocks(grow(parts, self.html))

    def _cut(self, inline: Token) -> Sequence[Block | Tag]:
        return cut_by_tags(inline.children or (), self._place, lambda kids: self._inlines(inline, kids))

    def _inside(self, token: Token, in_division: bool = False) -> Blocks:
        """The blocks inside of a token that was just taken, one deeper."""
        self._depth += 1
        refuse_depth(self._depth, self._where(token))
        outer, self._in_division = self._in_division, in_division
        blocks = self._run()
        self._depth, self._in_division = self._depth - 1, outer
        return blocks

    def _contents(self, token: Token) -> Blocks:
        blocks = self._inside(token)
        self._at += 1  # the closing token
        return blocks

    def _peek(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _where(self, token: Token) -> Place:
        return self._place(token.map[0] if token.map else 0)

    def _inlines(self, token: Token, children: Sequence[Token] | None = None) -> Inlines:
        builder = InlineBuilder(self._place, self._report, self.html, self.note_body, self._depth)
        line = token.map[0] if token.map else 0
        return builder.build(token.children or () if children is None else children, line)

    def _unknown(self, token: Token) -> list[Block]:
        place = self._where(token)
        self._report.error("M118", f"“{token.type}” is not known to this reader; its text is kept", place)
        content = self._inlines(token) if token.children else ()
        return [Paragraph(content, place=place)] if content else []

    # Paragraphs and headings

    def _paragraph(self, token: Token) -> Sequence[Block | Tag]:
        inline = self._take()
        self._at += 1
        children = inline.children or []
        if lone := figures(children, self._where(token), lambda kids: self._inlines(inline, kids), self._report):
            return [lone]
        if has_block_tags(children):
            return self._cut(inline)
        report_drawn_text(inline.content, self._place, inline.map[0] if inline.map else 0, self._report)
        content = self._inlines(inline)
        if children and "html_inline" in (children[0].type, children[-1].type):
            content = trimmed(content)
        return [Paragraph(content, place=self._where(token))] if content else []

    def _heading(self, token: Token) -> list[Block]:
        inline = self._take()
        self._at += 1
        place = self._where(token)
        content = self._inlines(inline)
        attributes = inline.meta.get("attributes") or Attributes()
        report_unknown(attributes, place, self._report, roles=True)
        if attributes.lang:
            content = (Span(content, attributes.lang, place=place),)
        return [Heading(int(token.tag[1]), content, attributes.id, attributes.role, place=place)]

    # Containers

    def _quote(self, token: Token) -> list[Block]:
        blocks, place = self._contents(token), self._where(token)
        if box := box_of_quote(blocks, place):
            return [box]
        return [Quote(*without_attribution(blocks), place=place)]

    def _list(self, token: Token) -> list[Block]:
        ordered = token.type == "ordered_list_open"
        items: list[ListItem] = []
        first, level = self._at, token.level + 2
        while self._tokens[self._at].type == "list_item_open":
            item = self._take()
            items.append(ListItem(self._contents(item), item.meta.get("checked"), place=self._where(item)))
        inside = self._tokens[first : self._at]
        loose = any(t.type == "paragraph_open" and t.level == level and not t.hidden for t in inside)
        self._at += 1
        made = List(tuple(items), ordered, tight=not loose, place=self._where(token))
        if counting := token.meta.get("counting"):
            return [replace(made, start=counting.start, numbering=counting.numbering, delimiter=counting.delimiter)]
        delimiter = Delimiter.PAREN if ordered and token.markup == ")" else Delimiter.PERIOD
        return [replace(made, start=int(token.attrs.get("start", 1)), delimiter=delimiter)]

    def _definitions(self, token: Token) -> list[Block]:
        items: list[Definition] = []
        while self._tokens[self._at].type == "dt_open":
            opening, inline = self._take(), self._take()
            self._at += 1
            meanings: list[Blocks] = []
            while self._tokens[self._at].type == "dd_open":
                meanings.append(self._contents(self._take()))
            items.append(Definition(self._inlines(inline), tuple(meanings), place=self._where(opening)))
        self._at += 1
        return [DefinitionList(tuple(items), place=self._where(token))]

    def _division(self, token: Token) -> list[Block]:
        place = self._where(token)
        attributes: Attributes = token.meta["attributes"]
        blocks = self._inside(token, in_division=True)
        closing = self._peek()
        if closing is not None and closing.type == "division_close":
            self._at += 1
        else:
            self._report.error("M112", "the ::: that opens here is never closed", place, "end it with a line :::")
        return divided(attributes, blocks, place, self._indent, self._report)

    def _stray(self, token: Token) -> list[Block]:
        self._report.error("M112", "this ::: closes nothing", self._where(token), "open one with a line ::: name")
        return []

    # Notes

    def _note(self, token: Token) -> list[Block]:
        """A definition stands in the text only when nothing calls it."""
        note = self._notes.at(self._at - 1)
        if note.called:
            self._at = note.end
            return []
        return list(self._contents(token))

    def note_body(self, label: str, place: Place, depth: int) -> Blocks | None:
        """The blocks of a note, built at its first call."""

        def build(opening: int) -> Blocks:
            at, self._at = self._at, opening + 1
            outer, self._depth = self._depth, depth
            blocks = self._contents(self._tokens[opening])
            self._at, self._depth = at, outer
            return blocks

        return self._notes.body(label, place, build)

    # Leaves

    def _code(self, token: Token) -> list[Block]:
        info = unescapeAll(token.info).strip()
        language = info.strip("{}").split()[0].lstrip(".") if info.strip("{} ") else ""
        return [CodeBlock(token.content.removesuffix("\n"), language, place=self._where(token))]

    def _break(self, token: Token) -> list[Block]:
        return [ThematicBreak(place=self._where(token))]

    def _set_apart(self, token: Token) -> list[Block]:
        place = self._where(token)
        if token.info == "!--":
            self.html.comment(token.content.strip()[4:-3], place)
            return []
        if token.info == "pre":
            return [CodeBlock(text_between_tags(token.content.strip()).removeprefix("\n").removesuffix("\n"), place=place)]
        self._report.warning("M122", f"<{token.info}> holds code, which was left out", place)
        return []

    def _verse(self, token: Token) -> list[Block]:
        stanzas: list[list[VerseLine]] = [[]]
        while (inline := self._take()).type == "inline":
            content = self._inlines(inline)
            if content:
                stanzas[-1].append(VerseLine(content, inline.meta["indent"], place=self._where(inline)))
            elif stanzas[-1]:
                stanzas.append([])
        kept = tuple(tuple(lines) for lines in stanzas if lines)
        return [Verse(kept, place=self._where(token))] if kept else []

    def _table(self, token: Token) -> list[Block]:
        return [build_table(token, self._take, self._cell, self._where(token), self._report)]

    def _cell(self, opening: Token) -> Cell:
        """A cell that holds words, or one that holds blocks and may span others."""
        if (inline := self._peek()) is not None and inline.type == "inline":
            self._at += 2
            if has_block_tags(inline.children or ()):
                cell = Cell(self._html(self._cut(inline)), place=self._where(inline))
            else:
                cell = Cell.of(self._inlines(inline), place=self._where(inline))
        else:
            cell = Cell(self._contents(opening), place=self._where(opening))
        return replace(cell, columns=opening.meta.get("columns", 1), rows=opening.meta.get("rows", 1))
