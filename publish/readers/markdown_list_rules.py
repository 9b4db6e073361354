"""Block rules for lists that CommonMark does not know, for markdown-it: ``a.`` ``(ii)`` ``#.`` ``(@label)``."""

from __future__ import annotations

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.list import markTightParagraphs

from .item_marks import Counting, Examples, ItemMark, item_mark
from .markdown_block_rules import line_text

# Deeper words after a mark are code.
_MOST_SPACES = 4


def fancy_list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A list whose first mark tells how it counts. It may end a paragraph only inside of another list."""
    mark = _mark(state, start)
    if mark is None or (not silent and _is_initial(state, start, mark)):
        return False
    examples: Examples = state.env["examples"]
    counting = Counting.begin(mark, Examples() if silent else examples)
    if counting is None or silent:
        return counting is not None and _may_end_paragraph(state, start, counting)
    opening = state.push("ordered_list_open", "ol", 1)
    opening.meta = {"counting": counting}
    first, outer, state.parentType = len(state.tokens) - 1, state.parentType, "list"
    line, tight = _push_items(state, start, end, mark, counting)
    opening.map = [start, line]
    state.parentType, state.line = outer, line
    state.push("ordered_list_close", "ol", -1)
    if tight:
        markTightParagraphs(state, first)
    return True


def _mark(state: StateBlock, line: int) -> ItemMark | None:
    indented = state.listIndent >= 0 and state.sCount[line] - state.listIndent >= 4 and state.sCount[line] < state.blkIndent
    return None if state.is_code_block(line) or indented else item_mark(line_text(state, line))


def _is_initial(state: StateBlock, line: int, mark: ItemMark) -> bool:
    """Whether a letter stands alone on its line, as below a letter does the name of who wrote it."""
    return mark.sign.isalpha() and not line_text(state, line)[mark.length :].strip()


def _may_end_paragraph(state: StateBlock, line: int, counting: Counting) -> bool:
    """The next item of a list around may; below a line of the paragraph itself only a list that begins."""
    if state.sCount[line] < state.blkIndent:
        return True
    return state.listIndent >= 0 and (counting.start == 1 or counting.example)


def _push_items(state: StateBlock, start: int, end: int, mark: ItemMark, counting: Counting) -> tuple[int, bool]:
    """The line after the last item, and whether nothing stands apart in or between them."""
    line, tight, parted = start, True, False
    following: ItemMark | None = mark
    while following is not None:
        tight = _push_item(state, line, end, following) and tight and not parted
        parted = state.line - line > 1 and state.isEmpty(state.line - 1)
        line = state.line
        following = _following(state, line, end, counting)
    return line, tight


def _following(state: StateBlock, line: int, end: int, counting: Counting) -> ItemMark | None:
    """The mark of the next item, if there is one."""
    if line >= end or state.sCount[line] < state.blkIndent:
        return None
    if any(rule(state, line, end, True) for rule in state.md.block.ruler.getRules("list")):
        return None
    mark = _mark(state, line)
    return mark if mark and counting.goes_on_with(mark, state.env["examples"]) else None


def _push_item(state: StateBlock, line: int, end: int, mark: ItemMark) -> bool:
    """One item with all that is indented to where its words begin; says whether nothing in it stands apart."""
    opening = state.push("list_item_open", "li", 1)
    kept = (state.tight, state.tShift[line], state.sCount[line], state.listIndent, state.blkIndent)
    begin, indent, column = _words(state, line, mark)
    state.tight, state.tShift[line], state.sCount[line] = True, begin - state.bMarks[line], column
    state.listIndent, state.blkIndent = state.blkIndent, indent
    if begin >= state.eMarks[line] and state.isEmpty(line + 1):
        state.line = min(line + 2, end)
    else:
        state.md.block.tokenize(state, line, end)
    tight = state.tight
    state.tight, state.tShift[line], state.sCount[line], state.listIndent, state.blkIndent = kept
    opening.map = [line, state.line]
    state.push("list_item_close", "li", -1)
    return tight


def _words(state: StateBlock, line: int, mark: ItemMark) -> tuple[int, int, int]:
    """Where the words after a mark begin: in the text, in columns for what goes on with them, and in columns."""
    position = state.bMarks[line] + state.tShift[line] + mark.length
    after_mark = column = state.sCount[line] + mark.length
    while position < state.eMarks[line] and state.src[position] in " \t":
        column += 4 - (column + state.bsCount[line]) % 4 if state.src[position] == "\t" else 1
        position += 1
    spaces = column - after_mark
    alone = position >= state.eMarks[line] or spaces > _MOST_SPACES
    return position, after_mark + (1 if alone else spaces), column
