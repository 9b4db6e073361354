"""Finds title, byline and date at the head of a text whose front matter does not give them."""

from __future__ import annotations

from dataclasses import replace

from ..diagnostics import Report
from ..language.cues import byline
from ..language.dates import read_date, read_dateline
from ..model.book import Contributor, Metadata
from ..model.nodes import Block, Blocks, Heading, Inlines, LineBreak, Paragraph
from ..model.place import Place
from ..model.walk import plain_text

# A title is a line, not a paragraph.
_LONGEST_TITLE = 160
_ENDS_OF_SENTENCES = (".", ":", ";", ",", "。", "：")


def lift_front(metadata: Metadata, blocks: Blocks, plain: bool, infer: bool, report: Report) -> tuple[Metadata, Blocks]:
    """The metadata with what the head of the text says, and the blocks without it.

    A heading that opens the text becomes the title where none is known. Byline and date are
    looked for only below it, and only in text without front matter (``plain``).
    """
    metadata, blocks = _lift_title(metadata, blocks, plain, report)
    if not (plain and infer and metadata.title):
        return metadata, blocks
    rest = list(blocks)
    while rest and (lifted := _lift_line(metadata, rest[0], report)):
        metadata = lifted
        del rest[0]
    return metadata, tuple(rest)


def _lift_title(metadata: Metadata, blocks: Blocks, plain: bool, report: Report) -> tuple[Metadata, Blocks]:
    if not blocks:
        return metadata, blocks
    first = blocks[0]
    said = _one_line(plain_text(first))
    if isinstance(first, Heading) and first.level == 1 and not first.role:
        if metadata.title and said == metadata.title:
            return metadata, blocks[1:]
        if not metadata.title and _is_only_title(blocks):
            report.info("M301", f"title found: “{said}”", first.place)
            return replace(metadata, title=said), blocks[1:]
    if plain and not metadata.title and _looks_like_title(first, said):
        report.info("M301", f"title found: “{said}”", first.place)
        return replace(metadata, title=said), blocks[1:]
    return metadata, blocks


def _is_only_title(blocks: Blocks) -> bool:
    """A first heading is the title unless the headings of its rank are the chapters of the text."""
    ranks = [block.level for block in blocks if isinstance(block, Heading) and not block.role]
    return ranks.count(1) == 1 or len(blocks) > 1 and not isinstance(blocks[1], Paragraph)


def _looks_like_title(block: Block, said: str) -> bool:
    return isinstance(block, Paragraph) and 0 < len(said) <= _LONGEST_TITLE and not said.endswith(_ENDS_OF_SENTENCES)


def _lift_line(metadata: Metadata, block: Block, report: Report) -> Metadata | None:
    """The metadata with a paragraph's byline or date, or None if the paragraph is text."""
    if not isinstance(block, Paragraph):
        return None
    for line in _lines(block.content):
        lifted = _lift_date(metadata, line, block.place, report) or _lift_byline(metadata, line, block.place, report)
        if not lifted:
            return None
        metadata = lifted
    return metadata


def _lines(content: Inlines) -> list[str]:
    text = "".join("\n" if isinstance(node, LineBreak) else plain_text(node) for node in content)
    return [line.strip() for line in text.split("\n") if line.strip()]


def _lift_date(metadata: Metadata, line: str, place: Place | None, report: Report) -> Metadata | None:
    if metadata.date:
        return None
    dateline = read_dateline(line, metadata.lang)
    date = read_date(line, metadata.lang) or (dateline and dateline[1])
    if not date:
        return None
    report.info("M303", f"date found: “{line}” → {date}", place)
    return replace(metadata, date=date)


def _lift_byline(metadata: Metadata, line: str, place: Place | None, report: Report) -> Metadata | None:
    if metadata.contributors:
        return None
    names = byline(line, metadata.lang, bare=True)
    if not names:
        return None
    report.info("M302", f"byline found: “{line}” → {', '.join(names)}", place)
    return replace(metadata, contributors=tuple(Contributor(name) for name in names))


def _one_line(text: str) -> str:
    return " ".join(text.split())

