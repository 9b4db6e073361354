"""Lists that were written with marks, not with Markdown's syntax: ``• one``, ``– two``, ``(3) three``, ``d) four``.

Such marks come from word processors and PDFs. A paragraph is an *item paragraph* when its first
line begins with a mark; item paragraphs in a row, or lines with marks inside one paragraph, make a
list. One mark alone is not enough, unless a colon announces it: it may be a dash of dialogue.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..diagnostics import Report
from ..model.kinds import Delimiter, Numbering
from ..model.nodes import Block, Blocks, Heading, Inlines, List, ListItem, Paragraph
from ..model.numbering import label
from ..model.walk import plain_text
from .item_marks import item_mark
from .lines import first_text, join_lines, split_lines, without_start

# Word's bullets out of the fonts Symbol and Wingdings, which keep their signs where Unicode has none.
_OF_SYMBOL_FONTS = "\uf0b7\uf0a7\uf0a8\uf0d8\uf0fc\uf076\uf071\uf06e\uf06c\uf0e0"
_SPACE = re.compile(r"[ \t\u00a0]+(?=\S|\Z)")
_BULLETS_IN_MARKDOWN = re.compile(rf"([•·▪‣◦●–{_OF_SYMBOL_FONTS}]){_SPACE.pattern}")
_BULLETS_IN_TEXT = re.compile(rf"([-*•·▪‣◦●–{_OF_SYMBOL_FONTS}]){_SPACE.pattern}")
_DASH = "–"
_MOST_DIGITS = 4


@dataclass(frozen=True, slots=True)
class ListKind:
    """The bullet of a list, or how it counts."""

    bullet: str = ""
    numbering: Numbering = Numbering.DECIMAL
    delimiter: Delimiter = Delimiter.PERIOD

    def __str__(self) -> str:
        return self.bullet or label(1, self.numbering, self.delimiter)

    @property
    def is_lettered(self) -> bool:
        return self.numbering is not Numbering.DECIMAL

    def may_begin_with(self, number: int) -> bool:
        """Letters with a full stop may be an initial or a word cut short; those with brackets go on after an interruption."""
        return number == 1 or not self.is_lettered or self.delimiter is not Delimiter.PERIOD


@dataclass(frozen=True, slots=True)
class PossibleMark:
    """What may be meant by a mark, the likeliest first, with its number; ``length`` counts the space behind it as well."""

    numbers: dict[ListKind, int]
    length: int

    @property
    def kind(self) -> ListKind:
        return next(iter(self.numbers))

    @property
    def number(self) -> int:
        return self.numbers[self.kind]

    def follows(self, kind: ListKind, last: int) -> bool:
        number = self.numbers.get(kind)
        return number is not None and (bool(kind.bullet) or number == last + 1)


MarkReader = Callable[[str], PossibleMark | None]


def mark_in_markdown(text: str) -> PossibleMark | None:
    """The bullet that words begin with, if it is one that Markdown does not know."""
    return _bullet(_BULLETS_IN_MARKDOWN.match(text))


def mark_in_text(text: str) -> PossibleMark | None:
    """The bullet or number that words begin with."""
    return _bullet(_BULLETS_IN_TEXT.match(text)) or _number(text)


def _bullet(found: re.Match[str] | None) -> PossibleMark | None:
    if found is None:
        return None
    return PossibleMark({ListKind("•" if found[1] in _OF_SYMBOL_FONTS else found[1]): 0}, found.end())


def _number(text: str) -> PossibleMark | None:
    mark = item_mark(text)
    space = _SPACE.match(text, mark.length) if mark else None
    if mark is None or space is None or (mark.sign.isdecimal() and len(mark.sign) > _MOST_DIGITS):
        return None
    numbers = {ListKind("", numbering, mark.delimiter): number for numbering, number in mark.numbers()}
    return PossibleMark(numbers, space.end()) if numbers else None


@dataclass(slots=True)
class _Items:
    """Item paragraphs of one kind, as far as they follow each other."""

    kind: ListKind
    items: list[list[Inlines]]
    last: int
    paragraphs: int = 1


def gather_lists(blocks: Iterable[Block], marks: MarkReader, report: Report) -> Blocks:
    """The blocks, with lists where paragraphs were marked as items; each list is reported (M130)."""
    result: list[Block] = []
    run: _Items | None = None
    waiting: list[Paragraph] = []  # the paragraphs of the run, should it turn out to be none
    for block in blocks:
        for part in _parts(block, marks):
            mark = _mark(part, marks)
            if run and isinstance(part, Paragraph) and mark and mark.follows(run.kind, run.last):
                _take(run, part, marks)
                run.paragraphs += 1
                waiting.append(part)
                continue
            _finish(run, waiting, result, report)
            run, waiting = None, []
            if isinstance(part, Paragraph) and mark and mark.kind.may_begin_with(mark.number):
                run, waiting = _Items(mark.kind, [], mark.number - 1), [part]
                _take(run, part, marks)
            else:
                result.append(part)
    _finish(run, waiting, result, report)
    return tuple(result)


def _parts(block: Block, marks: MarkReader) -> list[Block]:
    """A paragraph in two where a list begins inside it: after a colon, or with two marks in a row."""
    if not isinstance(block, Paragraph) or _mark(block, marks):
        return [block]
    lines = split_lines(block.content)
    for number in range(1, len(lines)):
        mark = _line_mark(lines[number], marks)
        if mark and _starts_list(lines, number, mark, marks):
            rest = Paragraph(join_lines(lines[number:]), place=lines[number][0].place)
            return [Paragraph(join_lines(lines[:number]), place=block.place), rest]
    return [block]


def _starts_list(lines: list[Inlines], number: int, mark: PossibleMark, marks: MarkReader) -> bool:
    if not mark.kind.bullet and mark.number != 1:
        return False
    if _announces(lines[number - 1]):
        return True
    later = (_line_mark(line, marks) for line in lines[number + 1 :])
    return mark.kind.bullet != "-" and any(m and m.follows(mark.kind, mark.number) for m in later)


def _mark(block: Block, marks: MarkReader) -> PossibleMark | None:
    return _line_mark(block.content, marks) if isinstance(block, Paragraph) else None


def _line_mark(line: Inlines, marks: MarkReader) -> PossibleMark | None:
    text = first_text(line)
    mark = marks(text)
    return mark if mark and (line[1:] or text[mark.length :]) else None


def _take(run: _Items, paragraph: Paragraph, marks: MarkReader) -> None:
    for line in split_lines(paragraph.content):
        mark = _line_mark(line, marks)
        if mark and mark.follows(run.kind, run.last):
            run.items.append([without_start(line, mark.length)])
            run.last = mark.numbers[run.kind]
        else:
            run.items[-1].append(line)


def _finish(run: _Items | None, waiting: list[Paragraph], result: list[Block], report: Report) -> None:
    if run is None:
        return
    if not _is_list(run, result[-1] if result else None):
        result.extend(waiting)
        return
    place = waiting[0].place
    items = tuple(_item(lines) for lines in run.items)
    kind, ordered = run.kind, not run.kind.bullet
    start = run.last - len(items) + 1 if ordered else 1
    count = "one paragraph that begins" if len(items) == 1 else f"{len(items)} lines or paragraphs that begin"
    report.info("M130", f"{count} with “{kind}” became a list", place)
    result.append(List(items, ordered, start, run.paragraphs == 1, kind.numbering, kind.delimiter, place=place))


def _is_list(run: _Items, before: Block | None) -> bool:
    introduced = isinstance(before, Heading) or (isinstance(before, Paragraph) and _announces(before.content))
    if len(run.items) < 2:
        return introduced and isinstance(before, Paragraph) and (run.last == 1 or not run.kind.is_lettered)
    # Paragraphs that begin with a dash are how many languages write dialogue.
    return run.kind.bullet != _DASH or run.paragraphs == 1 or introduced


def _item(lines: list[Inlines]) -> ListItem:
    content = join_lines(line for line in lines if line)
    place = content[0].place
    return ListItem((Paragraph(content, place=place),), place=place)


def _announces(content: Inlines) -> bool:
    return plain_text(*content).rstrip().endswith((":", "："))
