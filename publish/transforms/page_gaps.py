"""Takes out what pages left in a text, and closes the gaps."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from ..diagnostics import Report
from ..model.nodes import Block, Blocks, Heading, List, ListItem, Paragraph
from ..model.walk import plain_text
from .broken_blocks import BrokenBlock
from .joins import say_list_joined
from .old_running_heads import PageLine, find_running_heads
from .source_lines import join_lines, split_lines


def without_running_heads(blocks: Blocks, report: Report) -> tuple[Blocks, frozenset[int]]:
    """The blocks without page numbers and running heads, and the indexes of those in front of which a page ended.

    Each line that is taken out is reported.
    """
    doomed: defaultdict[int, list[PageLine]] = defaultdict(list)
    for line in find_running_heads(blocks):
        doomed[id(line.owner)].append(line)
    if not doomed:
        return blocks, frozenset()
    cleaner = _Cleaner(doomed, report)
    kept = cleaner.clean(blocks)
    return kept, frozenset(index for index, block in enumerate(kept) if id(block) in cleaner.after_gap)


class _Cleaner:
    """Takes lines out of the blocks that hold them. Owners are known by identity: equal ones may differ in place."""

    def __init__(self, doomed: dict[int, list[PageLine]], report: Report) -> None:
        self._doomed, self._report = doomed, report
        self.after_gap: set[int] = set()

    def clean(self, blocks: Blocks) -> Blocks:
        kept: list[Block] = []
        gap = False  # something was taken out after the last block that was kept
        for block in blocks:
            cleaned = self._clean_block(block)
            if cleaned is None:
                gap = True
                continue
            last = kept[-1] if kept else None
            if gap and isinstance(last, List) and BrokenBlock(last).resumes_with(cleaned):
                say_list_joined(cleaned.place, self._report)
                kept[-1] = replace(last, items=last.items + cleaned.items)
            else:
                kept.append(cleaned)
                if gap:
                    self.after_gap.add(id(cleaned))
            gap = False
        return tuple(kept)

    def _clean_block(self, block: Block) -> Block | None:
        lines = self._doomed.get(id(block), [])
        match block:
            case Paragraph() if lines:
                return self._without_lines(block, lines)
            case Heading() | List() if lines:
                self._say(lines[0])
                return None
            case List(items=items):
                cleaned = tuple(self._clean_item(item) for item in items)
                kept = tuple(new for new, old in zip(cleaned, items) if new.blocks or not old.blocks)
                return replace(block, items=kept) if kept else None
            case _:
                return block

    def _clean_item(self, item: ListItem) -> ListItem:
        return replace(item, blocks=self.clean(item.blocks))

    def _without_lines(self, paragraph: Paragraph, lines: list[PageLine]) -> Paragraph | None:
        doomed = {line.text: line for line in lines}
        kept = []
        for content in split_lines(paragraph.content):
            line = doomed.get(plain_text(*content).strip())
            if line:
                self._say(line)
            else:
                kept.append(content)
        return replace(paragraph, content=join_lines(kept)) if kept else None

    def _say(self, line: PageLine) -> None:
        kind = "page number" if not line.dress else "running head"
        self._report.info("M205", f"{kind} taken out: “{line.text}” → nothing", line.place, taken=line.text)
