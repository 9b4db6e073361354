"""Joins paragraphs and list items that a column or page broke in mid-sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..diagnostics import Report
from ..language.cues import byline
from ..model.nodes import Block, Blocks, Inlines, List, ListItem, Paragraph, Text
from ..model.place import Place
from ..model.walk import plain_text
from .broken import continues, is_line
from .source_lines import join_lines, split_lines

# So many short lines in a row are verse, an address or a list without marks.
_FEWEST_LINES = 3
# A first paragraph no longer than this may be the title, and then what follows is not its rest.
_LONGEST_TITLE = 160
# How much of the text is shown on each side of a change, and looked at to judge one.
_SHOWN, _WINDOW = 28, 700


def join_broken(blocks: Blocks, lang: str, titled: bool, report: Report) -> Blocks:
    """The blocks with what was broken in mid-sentence joined; each join is reported with both readings.

    ``titled`` says that the text may begin with its title.
    """
    return _Joiner(blocks, lang, titled, report).join()


class _Joiner:
    """Gathers the parts of each whole, judging by the words that were gathered before."""

    def __init__(self, blocks: Blocks, lang: str, titled: bool, report: Report) -> None:
        self._blocks, self._lang, self._titled, self._report = blocks, lang, titled, report
        self._texts = [plain_text(block) if isinstance(block, Paragraph) else "" for block in blocks]
        self._apart = _in_runs_of_lines(blocks, self._texts)

    def join(self) -> Blocks:
        wholes: list[list[Block]] = []
        tail = ""  # the words with which the last whole ends
        for index, block in enumerate(self._blocks):
            whole = wholes[-1] if wholes else None
            if whole and self._goes_on(whole, tail, index):
                self._say(tail, index)
                whole += _with_items(block, whole)
                tail = _tail(whole[-1]) or f"{tail}\n{self._texts[index]}"[-_WINDOW:]
            else:
                wholes.append([block])
                tail = self._texts[index] or _tail(block)
        return tuple(_merge(parts) for parts in wholes)

    def _goes_on(self, whole: list[Block], tail: str, index: int) -> bool:
        block = self._blocks[index]
        if isinstance(block, List):
            return isinstance(whole[0], List) and len(whole) > 1 and _resumes(whole, block)
        text = self._texts[index]
        if not text or not tail or index in self._apart or index - 1 in self._apart or not continues(tail, text):
            return False
        if byline(text, self._lang):
            return False
        if isinstance(whole[0], List):
            return self._item_goes_on(whole, tail, index)
        may_be_title = self._titled and index == 1 and len(tail) <= _LONGEST_TITLE
        return not (may_be_title and text[0].islower())

    def _item_goes_on(self, whole: list[Block], tail: str, index: int) -> bool:
        """A small letter after a list may begin the rest of the sentence that the list is in: more is needed."""
        following = self._blocks[index + 1] if index + 1 < len(self._blocks) else None
        if isinstance(following, List) and _resumes(whole, following):
            return True
        return continues(tail, self._texts[index].capitalize())

    def _say(self, tail: str, index: int) -> None:
        block = self._blocks[index]
        if isinstance(block, List):
            say_list_joined(block.place, self._report)
            return
        end, start = _end_of(tail), _start_of(self._texts[index])
        self._report.info("M204", f"broken paragraph joined: “{end}” ¶ “{start}” → “{end} {start}”", block.place)


def say_list_joined(place: Place | None, report: Report) -> None:
    report.info("M206", "list that a page broke joined: two lists → one", place)


def follows_on(before: List, after: List) -> bool:
    """Whether one list goes on with the other's items: both bullets, or numbers that count on."""
    if before.ordered != after.ordered:
        return False
    return not after.ordered or after.start == before.start + len(before.items)


def _resumes(whole: list[Block], following: List) -> bool:
    return whole[0].ordered == following.ordered and (not following.ordered or following.start == _next_number(whole))


def _next_number(whole: list[Block]) -> int:
    return whole[0].start + sum(len(block.items) for block in whole if isinstance(block, List))


def _with_items(block: Block, whole: list[Block]) -> list[Block]:
    """The rest of an item, parted from numbered items that were read as its further lines."""
    if not (isinstance(block, Paragraph) and isinstance(whole[0], List) and whole[0].ordered):
        return [block]
    number = _next_number(whole)
    lines = split_lines(block.content)
    starts = []
    for at, line in enumerate(lines):
        if _begins(line, f"{number + len(starts)}"):
            starts.append(at)
    items = tuple(_item(lines[start:end]) for start, end in zip(starts, [*starts[1:], len(lines)]))
    if not items or not starts[0]:
        return [block]
    rest = replace(block, content=join_lines(lines[: starts[0]]))
    return [rest, List(items, ordered=True, start=number, place=items[0].place)]


def _begins(line: Inlines, number: str) -> bool:
    return bool(line) and isinstance(line[0], Text) and line[0].text.startswith((f"{number}. ", f"{number}) "))


def _item(lines: Sequence[Inlines]) -> ListItem:
    first, *others = lines[0]
    text = replace(first, text=first.text.split(" ", 1)[1].lstrip())
    paragraph = Paragraph(join_lines([(text, *others), *lines[1:]]), place=first.place)
    return ListItem((paragraph,), place=first.place)


def _in_runs_of_lines(blocks: Blocks, texts: Sequence[str]) -> frozenset[int]:
    """Which blocks stand among short lines that end no sentence: those are separate whatever they begin with."""
    found: set[int] = set()
    run: list[int] = []
    for index in range(len(blocks) + 1):
        if index < len(blocks) and texts[index] and is_line(texts[index]):
            run.append(index)
            continue
        if len(run) >= _FEWEST_LINES:
            found.update(run)
        run = []
    return frozenset(found)


def _tail(block: Block) -> str:
    """The words of the paragraph with which a list ends; nothing is joined to other blocks."""
    match block:
        case List(items=(*_, ListItem(blocks=(*_, Paragraph() as last)))):
            return plain_text(last)[-_WINDOW:]
        case _:
            return ""


def _merge(parts: list[Block]) -> Block:
    """The whole: a paragraph of all its parts, or a list with each part at the end of its last item."""
    first = parts[0]
    if len(parts) == 1:
        return first
    if isinstance(first, Paragraph):
        return _glued(parts)
    items: list[ListItem] = []
    broken: list[Block] = []
    for part in parts:
        if isinstance(part, List):
            _close_item(items, broken)
            items += part.items
            broken = [items[-1].blocks[-1]] if items[-1].blocks else []
        else:
            broken.append(part)
    _close_item(items, broken)
    return replace(first, items=tuple(items))


def _close_item(items: list[ListItem], broken: list[Block]) -> None:
    if len(broken) > 1:
        item = items[-1]
        items[-1] = replace(item, blocks=(*item.blocks[:-1], _glued(broken)))


def _glued(parts: Sequence[Paragraph]) -> Paragraph:
    """One paragraph, with a line end at each break."""
    return replace(parts[0], content=join_lines(_trimmed(part.content) for part in parts))


def _trimmed(content: Inlines) -> Inlines:
    match content:
        case (*head, Text(text=text) as last) if text != text.rstrip():
            return (*head, replace(last, text=text.rstrip()))
        case _:
            return content


def _end_of(text: str) -> str:
    words = _flat(text)
    return words if len(words) <= _SHOWN else f"…{words[-_SHOWN:]}"


def _start_of(text: str) -> str:
    words = _flat(text)
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


def _flat(text: str) -> str:
    return " ".join(text.split()).replace("\u00ad", "¬")
