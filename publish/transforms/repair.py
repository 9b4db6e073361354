"""Undoes what a PDF's columns and pages did to a text that was copied out of it.

Everything is judged on evidence from the document itself and each change is reported with both
readings, so that an author can look through them. What has no evidence stays as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from ..diagnostics import Report
from ..model.book import Manuscript
from ..model.nodes import Block, Blocks, Inlines, List, Paragraph, Text
from ..model.walk import map_block, map_inlines, plain_text, walk
from .broken import continues
from .leftovers import without_leftovers

_SOFT_HYPHEN = "\u00ad"
_LINE_END_HYPHEN = re.compile(r"([^\W\d_]{2,})([-\u2010])\n([^\W\d_]{2,})")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
# How much of the text is shown on each side of a change.
_SHOWN = 28


def repair(manuscript: Manuscript, report: Report) -> Manuscript:
    """The manuscript with broken paragraphs joined, broken words made whole and page furniture gone."""
    blocks = _without_soft_hyphens(manuscript.blocks, report)
    blocks = without_leftovers(blocks, report)
    blocks = _whole_words(blocks, report)
    blocks = _join_broken(blocks, report)
    return replace(manuscript, blocks=blocks)


# Soft hyphens --------------------------------------------------------------------------------


def _without_soft_hyphens(blocks: Blocks, report: Report) -> Blocks:
    def mend(node: Text) -> Text:
        if _SOFT_HYPHEN not in node.text:
            return node
        text = node.text.replace(f"{_SOFT_HYPHEN}\n", "").replace(_SOFT_HYPHEN, "")
        at = node.text.index(_SOFT_HYPHEN)
        before = _around(node.text, at, at + 1).replace(_SOFT_HYPHEN, "¬")
        after = _around(node.text, at, at + 1).replace(_SOFT_HYPHEN, "").replace("\n", "")
        report.info("M201", f"soft hyphens taken out: “{before}” → “{after}”", node.place)
        return replace(node, text=text)

    return _map_texts(blocks, mend)


# Words broken at line ends ---------------------------------------------------------------------


def _whole_words(blocks: Blocks, report: Report) -> Blocks:
    known = _vocabulary(blocks)

    def mend(node: Text) -> Text:
        if "-\n" not in node.text and "\u2010\n" not in node.text:
            return node
        return replace(node, text=_LINE_END_HYPHEN.sub(lambda match: _judge(match, node, known, report), node.text))

    return _map_texts(blocks, mend)


def _vocabulary(blocks: Blocks) -> Counter[str]:
    """How often each word stands in the document, whole and hyphenated words alike."""
    texts = (node.text for node in walk(*blocks) if isinstance(node, Text))
    return Counter(word.casefold().replace("\u2010", "-") for text in texts for word in _WORD.findall(text))


def _judge(match: re.Match[str], node: Text, known: Counter[str], report: Report) -> str:
    first, hyphen, second = match.groups()
    place = node.place and replace(node.place, line=node.place.line + node.text.count("\n", 0, match.start()))
    whole, hyphenated = known[f"{first}{second}".casefold()], known[f"{first}-{second}".casefold()]
    if not whole and not hyphenated:
        hint = "nowhere else does it stand whole or hyphenated; write it as it should be"
        report.warning("M203", f"is “{first}{hyphen} {second}” one word? It was left as it is", place, hint)
        return match[0]
    mended = f"{first}{second}" if whole >= hyphenated else f"{first}{hyphen}{second}"
    report.info("M202", f"broken word made whole: “{first}{hyphen} {second}” → “{mended}”", place)
    return mended


# Paragraphs broken by a column or page -----------------------------------------------------------


def _join_broken(blocks: Blocks, report: Report) -> Blocks:
    joined: list[Block] = []
    item_crossed_page = False
    for block in blocks:
        last = joined[-1] if joined else None
        if item_crossed_page and isinstance(block, List) and last.ordered == block.ordered:
            joined[-1] = replace(last, items=last.items + block.items)
        elif isinstance(block, Paragraph) and (before := _open_end(last)) and continues(plain_text(before), plain_text(block)):
            _say_joined(before, block, report)
            joined[-1] = _with_end(last, replace(before, content=_glued(before.content, block.content)))
            item_crossed_page = isinstance(last, List)
            continue
        else:
            joined.append(block)
        item_crossed_page = False
    return tuple(joined)


def _open_end(block: Block | None) -> Paragraph | None:
    """The paragraph with which a block ends, that of a list's last item included."""
    match block:
        case Paragraph():
            return block
        case List(items=(*_, item)) if item.blocks and isinstance(item.blocks[-1], Paragraph):
            return item.blocks[-1]
        case _:
            return None


def _with_end(block: Paragraph | List, end: Paragraph) -> Paragraph | List:
    if isinstance(block, Paragraph):
        return end
    item = block.items[-1]
    return replace(block, items=(*block.items[:-1], replace(item, blocks=(*item.blocks[:-1], end))))


def _glued(before: Inlines, after: Inlines) -> Inlines:
    """One run of inlines, with a line end where the break was; neighbouring texts become one."""
    match before, after:
        case (*head, Text() as last), (Text() as first, *tail):
            return (*head, replace(last, text=f"{last.text.rstrip()}\n{first.text.lstrip()}"), *tail)
        case _:
            return (*before, Text("\n", place=after[0].place if after else None), *after)


def _say_joined(before: Paragraph, after: Paragraph, report: Report) -> None:
    end, start = _flat(plain_text(before))[-_SHOWN:], _flat(plain_text(after))[:_SHOWN]
    report.info("M204", f"broken paragraph joined: “…{end}” ¶ “{start}…” → “…{end} {start}…”", after.place or before.place)


# Shared ------------------------------------------------------------------------------------------


def _flat(text: str) -> str:
    return " ".join(text.split())


def _around(text: str, start: int, end: int) -> str:
    words = text[max(0, start - _SHOWN) : end + _SHOWN]
    return words.split(" ", 1)[-1].rsplit(" ", 1)[0] if len(words) > 2 * _SHOWN else words


def _map_texts(blocks: Blocks, mend) -> Blocks:
    """Change the texts of all blocks; a block in which none changes stays the same object."""

    def change_nodes(node) -> Inlines:
        return (mend(node),) if isinstance(node, Text) else (node,)

    def change(content: Inlines) -> Inlines:
        return map_inlines(content, change_nodes, lambda notes: _map_texts(notes, mend))

    return tuple(map_block(block, change) for block in blocks)
