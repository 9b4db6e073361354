"""Joins paragraphs and list items that a column or page broke in mid-sentence."""

from __future__ import annotations

from collections.abc import Sequence

from ..diagnostics import Report
from ..language.cues import byline
from ..model.nodes import Blocks, Paragraph
from ..model.place import Place
from ..model.walk import plain_text
from .broken_blocks import BrokenBlock, end_of
from .mid_sentence import cannot_end, continues, is_ended, is_line, is_open

# So many short lines in a row are verse, an address or a list without marks.
_FEWEST_LINES = 3
# A first paragraph no longer than this may be the title, and then what follows is not its rest.
_LONGEST_TITLE = 160
# How much of the text is shown on each side of a change, and looked at to judge one.
_SHOWN, _WINDOW = 28, 700


def join_broken(blocks: Blocks, new_pages: frozenset[int], lang: str, titled: bool, paged: bool, report: Report) -> Blocks:
    """The blocks with what was broken in mid-sentence joined; each join is reported with both readings.

    ``new_pages`` are the indexes of blocks that are known to begin a page. ``titled`` says that the
    text may begin with its title, ``paged`` that it surely came from pages. Otherwise a single break
    that could be meant is left, and so are several in a text whose paragraphs have no marks at their
    ends.
    """
    own = Report()
    joiner = _Joiner(blocks, new_pages, lang, titled, own)
    joined = joiner.join()
    if not (paged or joiner.certain or (joiner.joins > 1 and joiner.ends_sentences)):
        return blocks
    report.extend(own)
    return joined


class _Joiner:
    """Gathers the parts of each whole, judging by the words that were gathered before."""

    def __init__(self, blocks: Blocks, new_pages: frozenset[int], lang: str, titled: bool, report: Report) -> None:
        self._blocks, self._new_pages, self._lang, self._titled, self._report = blocks, new_pages, lang, titled, report
        self._texts = [plain_text(block) if isinstance(block, Paragraph) else "" for block in blocks]
        self._apart = _in_runs_of_lines(self._texts)
        self._tail = ""  # the words with which the last whole ends
        self.joins = self.certain = 0

    def join(self) -> Blocks:
        wholes: list[BrokenBlock] = []
        for index, block in enumerate(self._blocks):
            last = wholes[-1] if wholes else None
            if last and last.is_joined and last.resumes_with(block):
                say_list_joined(block.place, self._report)
                last.add(block)
                self._tail = end_of(block)[-_WINDOW:]
            elif last and isinstance(block, Paragraph) and self._goes_on(last, index, block):
                self._join(last, index, block)
            else:
                wholes.append(BrokenBlock(block))
                self._tail = (self._texts[index] or end_of(block))[-_WINDOW:]
        return tuple(whole.merged() for whole in wholes)

    @property
    def ends_sentences(self) -> bool:
        """Whether paragraphs of this text have marks at their ends, as a rule."""
        return sum(map(is_open, self._texts)) <= sum(map(is_ended, self._texts))

    def _goes_on(self, whole: BrokenBlock, index: int, paragraph: Paragraph) -> bool:
        text, tail = self._texts[index], self._tail
        if not text or not tail or index in self._apart or index - 1 in self._apart or not continues(tail, text):
            return False
        if byline(text, self._lang):
            return False
        if whole.is_list:
            return self._item_goes_on(whole, index, paragraph)
        may_be_title = self._titled and index == 1 and len(tail) <= _LONGEST_TITLE
        return not (may_be_title and text[0].islower())

    def _item_goes_on(self, whole: BrokenBlock, index: int, paragraph: Paragraph) -> bool:
        """A small letter after a list may begin the rest of the sentence that the list is in: more is needed."""
        if index in self._new_pages:
            return True
        following = self._blocks[index + 1] if index + 1 < len(self._blocks) else None
        if (following and whole.resumes_with(following)) or whole.parted(paragraph)[1]:
            return True
        return continues(self._tail, self._texts[index].capitalize())

    def _join(self, whole: BrokenBlock, index: int, paragraph: Paragraph) -> None:
        rest, further = whole.parted(paragraph)
        text = plain_text(rest) if further else self._texts[index]
        end, start = _end_of(self._tail), _start_of(text)
        self.joins += 1
        self.certain += cannot_end(self._tail, text)
        self._report.info("M204", f"broken paragraph joined: “{end}” ¶ “{start}” → “{end} {start}”", rest.place)
        whole.add(rest)
        self._tail = f"{self._tail}\n{text}"[-_WINDOW:]
        if further:
            whole.add(further)
            self._tail = end_of(further)[-_WINDOW:]


def say_list_joined(place: Place | None, report: Report) -> None:
    report.info("M206", "list that a page broke joined: two lists → one", place)


def _in_runs_of_lines(texts: Sequence[str]) -> frozenset[int]:
    """Which blocks stand among short lines that end no sentence: those are separate whatever they begin with."""
    found: set[int] = set()
    run: list[int] = []
    for index, text in enumerate((*texts, "")):
        if text and is_line(text):
            run.append(index)
            continue
        if len(run) >= _FEWEST_LINES:
            found.update(run)
        run = []
    return frozenset(found)


def _end_of(text: str) -> str:
    words = _flat(text)
    return words if len(words) <= _SHOWN else f"…{words[-_SHOWN:]}"


def _start_of(text: str) -> str:
    words = _flat(text)
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


def _flat(text: str) -> str:
    return " ".join(text.split()).replace("\u00ad", "¬")
