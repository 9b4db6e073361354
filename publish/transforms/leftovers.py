"""Takes out what a page left in a text: its number and its running head."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from ..diagnostics import Report
from ..model.nodes import Block, Blocks, Heading, Paragraph, Text
from ..model.place import Place
from ..model.walk import plain_text
from .broken import continues

_NUMBER = re.compile(r"(?:[-–—\[(]\s*)?(?:(?:page|p\.|seite|página|pagina|sayfa)\s*)?(\d{1,4})(?:\s*(?:/|of|de|von|sur)\s*\d{1,4})?(?:\s*[-–—\])])?", re.I)
_ENDS_A_SENTENCE = re.compile(r"[.!?…:;。！？؟][)\]’”\"'»]*$")
# A running head is short, and stands on more pages than a refrain on lines.
_LONGEST_HEAD, _FEWEST_HEADS = 90, 3


def without_leftovers(blocks: Blocks, report: Report) -> Blocks:
    """The blocks without stray page numbers and repeated running heads; each is reported."""
    heads = _running_heads(blocks)
    blocks = tuple(block for block in blocks if not _is_head(block, heads, report))
    numbers = _page_numbers(blocks)
    for index in sorted(numbers):
        _say("page number", plain_text(blocks[index]), blocks[index].place, report)
    blocks = tuple(block for index, block in enumerate(blocks) if index not in numbers)
    return tuple(_without_lines(block, heads, report) for block in blocks)


def _say(kind: str, text: str, place: Place | None, report: Report) -> None:
    report.info("M205", f"{kind} taken out: “{text.strip()}” → nothing", place)


# Running heads -----------------------------------------------------------------------------------


def _pattern(text: str) -> str:
    """A running head without the page number it may carry at either end."""
    return re.sub(r"^\d{1,4}\s+|\s+\d{1,4}$", "", " ".join(text.split()))


def _running_heads(blocks: Blocks) -> frozenset[str]:
    """The lines that stand so often, and so unlike a sentence, that they must be running heads."""
    seen = Counter(_pattern(line) for block in blocks if isinstance(block, Paragraph) for line in _lines_alone(block))
    titles = {_pattern(plain_text(block)) for block in blocks if isinstance(block, Heading)}
    return frozenset(
        text for text, times in seen.items()
        if len(text) > 2 and (times >= _FEWEST_HEADS or times == _FEWEST_HEADS - 1 and text in titles)
    )  # fmt: skip


def _lines_alone(block: Paragraph) -> Iterable[str]:
    """Lines of a paragraph that could be page furniture: short, and no sentence."""
    lines = plain_text(block).split("\n")
    return (line for line in lines if 0 < len(line) <= _LONGEST_HEAD and not _ENDS_A_SENTENCE.search(line.strip()))


def _is_head(block: Block, heads: frozenset[str], report: Report) -> bool:
    if not isinstance(block, Paragraph) or _pattern(plain_text(block)) not in heads:
        return False
    _say("running head", plain_text(block), block.place, report)
    return True


# Page numbers ------------------------------------------------------------------------------------


def _page_numbers(blocks: Blocks) -> frozenset[int]:
    """Which blocks are page numbers: one that interrupts a sentence, or several that count up."""
    found = [(index, int(match[1])) for index, block in enumerate(blocks) if (match := _number(block))]
    counting = {
        index for (before, low), (index, high) in zip(found, found[1:]) if low < high for index in (before, index)
    }  # fmt: skip
    interrupting = {index for index, _ in found if _interrupts(blocks, index)}
    return frozenset(counting | interrupting)


def _number(block: Block) -> re.Match[str] | None:
    return _NUMBER.fullmatch(plain_text(block).strip()) if isinstance(block, Paragraph) else None


def _interrupts(blocks: Blocks, index: int) -> bool:
    if not 0 < index < len(blocks) - 1:
        return False
    before, after = blocks[index - 1], blocks[index + 1]
    return isinstance(before, Paragraph) and isinstance(after, Paragraph) and continues(plain_text(before), plain_text(after))


# Lines inside a paragraph ------------------------------------------------------------------------


def _without_lines(block: Block, heads: frozenset[str], report: Report) -> Block:
    """A paragraph that runs over a page without a blank line may hold the head as a line of its own."""
    if not heads or not isinstance(block, Paragraph):
        return block
    content = tuple(_text_without(node, heads, report) if isinstance(node, Text) else node for node in block.content)
    return replace(block, content=content)


def _text_without(node: Text, heads: frozenset[str], report: Report) -> Text:
    lines = node.text.split("\n")
    kept = []
    for number, line in enumerate(lines):
        whole_line = 0 < number < len(lines) - 1
        if whole_line and _pattern(line) in heads:
            place = node.place and replace(node.place, line=node.place.line + number)
            _say("running head", line, place, report)
        else:
            kept.append(line)
    return node if len(kept) == len(lines) else replace(node, text="\n".join(kept))
