"""Lists that were written with marks, not with Markdown's syntax: ``• one``, ``– two``, ``(3) three``.

Such marks come from word processors and PDFs. A paragraph is an *item paragraph* when its first
line begins with a mark; item paragraphs in a row, or lines with marks inside one paragraph, make a
list. One mark alone is not enough, unless a colon announces it: it may be a dash of dialogue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..diagnostics import Report
from ..model.nodes import Block, Blocks, Heading, Inlines, List, ListItem, Paragraph
from ..model.walk import plain_text
from .lines import first_text, join_lines, split_lines, without_start

# Word's bullets out of the fonts Symbol and Wingdings, which keep their signs where Unicode has none.
_OF_SYMBOL_FONTS = "\uf0b7\uf0a7\uf0a8\uf0d8\uf0fc\uf076\uf071\uf06e\uf06c\uf0e0"
BULLETS_IN_MARKDOWN = re.compile(rf"(?P<bullet>[•·▪‣◦●–{_OF_SYMBOL_FONTS}])[ \t\u00a0]+(?=\S)")
MARKS_IN_TEXT = re.compile(
    rf"(?:(?P<bullet>[-*•·▪‣◦●–{_OF_SYMBOL_FONTS}])|\((?P<in>\d{{1,4}})\)|(?P<number>\d{{1,4}})(?P<after>[.)]))[ \t\u00a0]+(?=\S)"
)
_DASH = "–"


@dataclass(frozen=True, slots=True)
class _Mark:
    kind: str
    number: int
    length: int


@dataclass(slots=True)
class _Run:
    """Item paragraphs of one kind, as far as they follow each other."""

    kind: str
    items: list[list[Inlines]]
    last: int
    paragraphs: int = 1


def gather_lists(blocks: Iterable[Block], marks: re.Pattern[str], report: Report) -> Blocks:
    """The blocks, with lists where paragraphs were marked as items; each list is reported (M130)."""
    result: list[Block] = []
    run: _Run | None = None
    waiting: list[Paragraph] = []  # the paragraphs of the run, should it turn out to be none
    for block in blocks:
        for part in _parts(block, marks):
            mark = _mark(part, marks)
            if run and mark and mark.kind == run.kind and _follows(mark, run.last):
                _take(run, part, marks)
                run.paragraphs += 1
                waiting.append(part)
                continue
            _finish(run, waiting, result, report)
            run, waiting = None, []
            if mark:
                run, waiting = _Run(mark.kind, [], mark.number - 1), [part]
                _take(run, part, marks)
            else:
                result.append(part)
    _finish(run, waiting, result, report)
    return tuple(result)


def _parts(block: Block, marks: re.Pattern[str]) -> list[Block]:
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


def _starts_list(lines: list[Inlines], number: int, mark: _Mark, marks: re.Pattern[str]) -> bool:
    if mark.kind in _NUMBERED and mark.number != 1:
        return False
    if _announces(lines[number - 1]):
        return True
    later = (_line_mark(line, marks) for line in lines[number + 1 :])
    return mark.kind != "-" and any(m and m.kind == mark.kind and _follows(m, mark.number) for m in later)


_NUMBERED = ("(1)", "1.", "1)")


def _mark(block: Block, marks: re.Pattern[str]) -> _Mark | None:
    return _line_mark(block.content, marks) if isinstance(block, Paragraph) else None


def _line_mark(line: Inlines, marks: re.Pattern[str]) -> _Mark | None:
    found = marks.match(first_text(line))
    if found is None:
        return None
    if found["bullet"]:
        rest = line[1:] or first_text(line)[found.end() :]
        bullet = "•" if found["bullet"] in _OF_SYMBOL_FONTS else found["bullet"]
        return _Mark(bullet, 0, found.end()) if rest else None
    inside, number = found["in"], found["number"]
    return _Mark("(1)" if inside else f"1{found['after']}", int(inside or number), found.end())


def _follows(mark: _Mark, last: int) -> bool:
    return mark.kind not in _NUMBERED or mark.number == last + 1


def _take(run: _Run, paragraph: Paragraph, marks: re.Pattern[str]) -> None:
    for line in split_lines(paragraph.content):
        mark = _line_mark(line, marks)
        if mark and mark.kind == run.kind and _follows(mark, run.last):
            run.items.append([without_start(line, mark.length)])
            run.last = mark.number
        else:
            run.items[-1].append(line)


def _finish(run: _Run | None, waiting: list[Paragraph], result: list[Block], report: Report) -> None:
    if run is None:
        return
    if not _is_list(run, result[-1] if result else None):
        result.extend(waiting)
        return
    place = waiting[0].place
    items = tuple(_item(lines) for lines in run.items)
    ordered = run.kind in _NUMBERED
    start = run.last - len(items) + 1 if ordered else 1
    count = "one paragraph that begins" if len(items) == 1 else f"{len(items)} lines or paragraphs that begin"
    report.info("M130", f"{count} with “{run.kind}” became a list", place)
    result.append(List(items, ordered, start, tight=run.paragraphs == 1, place=place))


def _is_list(run: _Run, before: Block | None) -> bool:
    introduced = isinstance(before, Heading) or (isinstance(before, Paragraph) and _announces(before.content))
    if len(run.items) < 2:
        return introduced and isinstance(before, Paragraph)
    # Paragraphs that begin with a dash are how many languages write dialogue.
    return run.kind != _DASH or run.paragraphs == 1 or introduced


def _item(lines: list[Inlines]) -> ListItem:
    content = join_lines(line for line in lines if line)
    place = content[0].place
    return ListItem((Paragraph(content, place=place),), place=place)


def _announces(content: Inlines) -> bool:
    return plain_text(*content).rstrip().endswith((":", "："))
