"""Finds what pages left in a text: their numbers, running heads and feet.

A line is believed to be of a page only on evidence that a line of the text itself would not
give: it stands in the middle of a sentence, or its number counts on from page to page. So refrains,
speakers' names, the dates of a diary and the numbers of chapters stay. What its author marked as a
heading is one, and so is a caption or the beginning of an item.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..language.captions import is_caption
from ..model.nodes import Blocks, Heading, List, Paragraph
from ..model.place import Place
from ..model.walk import plain_text
from .mid_sentence import cannot_end, continues

Owner = Paragraph | Heading | List

# Longer lines are text; and so is a line beside a short one in its paragraph, as in a calendar.
_LONGEST, _SHORTEST_NEIGHBOUR = 90, 30
_LONGEST_NUMBER = 24
# What a page leaves between two columns of text is no longer than this.
_MOST_LINES = 3
_ENDS = tuple(".!?…:;,。！？؟：；")
_PAGE = re.compile(
    r"(?P<mark>[-–—•·|\[(]\s*)?(?P<word>(?:page|p\.|seite|s\.|página|pág\.|pagina|pag\.|sayfa|صفحة|第)\s*)?"
    r"(?P<number>\d{1,4})(?:\s*(?:/|of|de|von|sur|di)\s*(?P<last>\d{1,4}))?(?:\s*[页頁])?(?P<end>\s*[-–—•·|\])])?",
    re.IGNORECASE,
)
_NUMBER_FIRST = re.compile(r"(\d{1,4})\s*[|·•–—/-]?\s+(\S.*)")
_NUMBER_LAST = re.compile(r"(.*[^\s|·•–—/-])\s+(?:[|·•–—/-]\s*)?(\d{1,4})")
_NUMBER_ITEM = re.compile(r"(\d{1,4})\s*[-–—*•·]")
# Paragraphs of laws and notes are numbered in these, too.
_BRACKETS = ("(", "[")
_YEARS = range(1000, 2200)
# How many lines on each side are asked whether a sentence goes on.
_AROUND = 12


@dataclass(slots=True, eq=False)
class PageLine:
    """A line that could be of a page: ``dress`` is its words without the number that it may count."""

    owner: Owner
    text: str
    place: Place | None
    dress: str = ""
    number: int | None = None
    marked: bool = False  # a page number by its own form, such as "– 12 –"


@dataclass(slots=True, eq=False)
class _Neighbours:
    """Neighbouring lines of this kind, and whether they stand in the middle of a sentence."""

    lines: list[PageLine] = field(default_factory=list)
    interrupts: bool = False
    surely: bool = False  # in the middle of one that could not end there
    closes: bool = False  # nothing comes after it

    def judge(self, before: str, after: str) -> None:
        """Look whether a sentence goes on over it."""
        self.interrupts = continues(before, after)
        self.surely = self.interrupts and cannot_end(before, after)


def find_running_heads(blocks: Blocks) -> list[PageLine]:
    """The lines that are page numbers and running heads, in the order in which they stand."""
    written = _written(blocks)
    runs = [run for run in _runs(written, _repeated(written)) if run.lines]
    if not runs:
        return []
    evidence = _Evidence(runs, _titles(blocks, written))
    return [line for run in runs for line in run.lines if line in evidence.believed]


# Lines -----------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Written:
    """The lines of a block; without an owner it is one at which sentences end. ``begins_item``: after a bullet."""

    owner: Owner | None
    lines: list[str]
    begins_item: bool = False


def _written(blocks: Blocks) -> list[_Written]:
    return [_Written(owner, plain_text(owner).split("\n") if owner else [], begins) for owner, begins in _owners(blocks)]


def _owners(blocks: Blocks, item: bool = False) -> Iterator[tuple[Owner | None, bool]]:
    """What holds lines, with the paragraphs of lists, and whether it begins an item."""
    for number, block in enumerate(blocks):
        match block:
            case Paragraph():
                yield block, item and number == 0
            case Heading(guessed=True):
                yield block, False
            case List() if _is_number(block):
                yield block, False
            case List(items=items):
                for one in items:
                    yield from _owners(one.blocks, item=True)
            case _:
                yield None, False


def _is_number(block: List) -> bool:
    """A page's foot like ``- 12 -`` is read as a list of one item."""
    match block.items:
        case [one] if len(one.blocks) == 1:
            return bool(_NUMBER_ITEM.fullmatch(plain_text(one)))
        case _:
            return False


def _read_line(text: str) -> tuple[str, int | None, bool] | None:
    """What a line could be, were it of a page: its dress, its number, and whether its form says page number."""
    text = text.strip()
    if not 0 < len(text) <= _LONGEST or (text.endswith(_ENDS) and not text[-2:-1].isdigit()) or is_caption(text):
        return None
    if len(text) <= _LONGEST_NUMBER and (page := _PAGE.fullmatch(text)):
        marked = bool(page["word"] or page["last"] or (page["end"] and page["mark"] and page["mark"][0] not in _BRACKETS))
        return "", int(page["number"]), marked
    if text[0].isdigit() and (match := _NUMBER_FIRST.fullmatch(text)):
        return match[2].casefold(), int(match[1]), False
    if text[-1].isdigit() and (match := _NUMBER_LAST.fullmatch(text)):
        return match[1].casefold(), int(match[2]), False
    return text.casefold(), None, False


def _repeated(written: Sequence[_Written]) -> frozenset[str]:
    dresses = Counter(read[0] for block in written for text in block.lines if (read := _read_line(text)))
    return frozenset(dress for dress, times in dresses.items() if times > 1 or not dress)


def _titles(blocks: Blocks, written: Sequence[_Written]) -> frozenset[str]:
    """What heads could repeat: headings, and the first line of the text."""
    heads = [plain_text(block).partition("\n")[0] for block in blocks if isinstance(block, Heading)]
    first = [block.lines[0] for block in written[:1] if block.lines]
    return frozenset(text.strip().casefold() for text in (*heads, *first))


def _candidates(block: _Written, repeated: frozenset[str], opens: bool) -> list[PageLine | None]:
    """For each line what it could be. The line that opens the text may be its title, and a bullet makes an item."""
    if block.owner is None:
        return []
    found = [_candidate(block.owner, number, text, repeated) for number, text in enumerate(block.lines)]
    if opens and found and found[0] and found[0].number is None:
        found[0] = None
    if block.begins_item and not _NUMBER_ITEM.fullmatch(block.lines[0].strip()):
        found[0] = None
    if len(found) < 2:
        return found
    if all(found):  # a head with its number, or a table of figures
        return found if len(found) <= _MOST_LINES else [None] * len(found)
    return [line if _in_running_text(number, found, block.lines) else None for number, line in enumerate(found)]


def _candidate(owner: Owner, below: int, text: str, repeated: frozenset[str]) -> PageLine | None:
    read = _read_line(text)
    if not read or read[0] not in repeated:
        return None
    dress, number, marked = read
    if isinstance(owner, List):
        text, marked = f"– {number} –", True
    place = owner.place and replace(owner.place, line=owner.place.line + below)
    return PageLine(owner, text.strip(), place, dress, number, marked)


def _in_running_text(number: int, found: list[PageLine | None], lines: list[str]) -> bool:
    """Whether the lines beside this one are full ones; only the last of a paragraph may be short."""
    beside = (at for at in (number - 1, number + 1) if 0 <= at < len(lines) and not found[at])
    full = (len(lines[at]) >= _SHORTEST_NEIGHBOUR or at == len(lines) - 1 for at in beside)
    return all(full)


# Runs ------------------------------------------------------------------------------------------


def _runs(written: Sequence[_Written], repeated: frozenset[str]) -> Iterator[_Neighbours]:
    """The candidates, with the words before and after each run of them held against each other."""
    run = _Neighbours()
    before: list[str] = []
    for index, block in enumerate(written):
        found = _candidates(block, repeated, index == 0)
        if block.owner is None or (isinstance(block.owner, Heading) and not found[0]):
            yield run
            run, before = _Neighbours(), []
            continue
        own: list[str] = []  # this owner's words so far
        for at, line in enumerate(found):
            if line:
                run.lines.append(line)
                continue
            if run.lines:
                if at or not block.begins_item:
                    run.judge("\n".join(before[-_AROUND:]), "\n".join(block.lines[at : at + _AROUND]))
                yield run
                run = _Neighbours()
            own.append(block.lines[at])
            before = own
    run.closes = True
    yield run


# Judging ---------------------------------------------------------------------------------------


class _Evidence:
    """Weighs the evidence; ``believed`` are the lines that it believes to be of pages."""

    def __init__(self, runs: list[_Neighbours], titles: frozenset[str]) -> None:
        self._titles = titles
        self._run_of = {line: run for run in runs for line in run.lines}
        self.believed: set[PageLine] = set()
        self._believe(_chains(line for line in self._run_of if not line.dress), self._are_page_numbers)
        self._believe(_chains(line for line in self._run_of if line.dress), self._are_numbered_heads)
        self._believe(_by_dress(line for line in self._run_of if line.number is None), self._are_heads)

    def _believe(self, groups: Iterable[list[PageLine]], are_of_pages: Callable[[list[PageLine]], bool]) -> None:
        for lines in groups:
            if are_of_pages(lines):
                self.believed.update(lines)

    def _interrupting(self, lines: list[PageLine]) -> int:
        return sum(self._run_of[line].interrupts for line in lines)

    def _surely(self, lines: list[PageLine]) -> bool:
        return any(self._run_of[line].surely for line in lines)

    def _are_page_numbers(self, chain: list[PageLine]) -> bool:
        """Numbers over chapters count on as well, but from one, and never in mid-sentence."""
        if 4 * self._interrupting(chain) >= len(chain):
            return len(chain) > 1 or (self._surely(chain) and chain[0].number not in _YEARS)
        if len(chain) > 1 and all(line.marked for line in chain):
            return True
        first = chain[0].number or 0
        return len(chain) > 2 and first not in _YEARS and (first > 1 or self._run_of[chain[-1]].closes)

    def _are_numbered_heads(self, chain: list[PageLine]) -> bool:
        return len(chain) > 1 and self._surely(chain) and 4 * self._interrupting(chain) >= len(chain)

    def _are_heads(self, lines: list[PageLine]) -> bool:
        """Heads without numbers interrupt sentences, or stand beside page numbers."""
        interrupting = self._interrupting(lines)
        if self._surely(lines) and (interrupting > 1 or len(lines) > 2 or lines[0].dress in self._titles):
            return 3 * interrupting >= len(lines)
        beside_numbers = (any(other in self.believed for other in self._run_of[line].lines) for line in lines)
        return len(lines) > 1 and all(beside_numbers)


def _by_dress(lines: Iterable[PageLine]) -> Iterable[list[PageLine]]:
    heads: defaultdict[str, list[PageLine]] = defaultdict(list)
    for line in lines:
        heads[line.dress].append(line)
    return heads.values()


def _chains(lines: Iterable[PageLine]) -> list[list[PageLine]]:
    """Numbers that count on by one, or by two where only every other page has this line."""
    chains: dict[int, list[PageLine]] = {}
    done: list[list[PageLine]] = []
    for number, line in ((line.number, line) for line in lines):
        if number is None:
            continue
        before = next((number - step for step in (1, 2) if number - step in chains), None)
        chain = chains.pop(before) if before is not None else []
        chain.append(line)
        if number in chains:
            done.append(chains[number])
        chains[number] = chain
    return [*done, *chains.values()]
