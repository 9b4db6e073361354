"""Makes words whole again that a line's end parted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property

from ..diagnostics import Report
from ..model.nodes import Block, Blocks, Text
from ..model.place import Place
from ..model.walk import Throughout, walk

_SOFT_HYPHEN = "\u00ad"
_SOFT = re.compile("[^\\s\u00ad]{0,60}(?:\u00ad[ \n]?[^\\s\u00ad]{0,60})+")
_SOFT_AT_END = re.compile("\u00ad[ \n]")
_LETTERS = r"[^\W\d_]"
# Parts of a word are bounded, so that a text of hyphens alone takes no longer than another.
_BROKEN = re.compile(
    rf"(?P<before>(?:{_LETTERS}{{1,40}}[-‐]){{0,3}})(?P<first>{_LETTERS}{{2,40}})(?P<hyphen>[-‐])(?P<end>[ \n])"
    rf"(?P<second>{_LETTERS}{{2,40}})|(?P<from>\d{{1,9}}[-‐–])\n(?P<to>\d{{1,9}})"
)
_WORD = re.compile(rf"{_LETTERS}+(?:[-‐]{_LETTERS}+)*")
# After these a hyphen stands for the rest of a word to come: "day- and night-time".
_PAIRING = frozenset("and or und oder bzw et ou y e o u ed od en of och eller ve veya".split())


def with_whole_words(blocks: Blocks, report: Report) -> Blocks:
    """The blocks with words made whole that a hyphen parts at a line's end, or where one once was.

    Only the document is believed: a word is made whole if it stands so elsewhere, whole or with
    its hyphen. Where neither is found, it is left and reported. Soft hyphens go first.
    """
    texts = [text for block in blocks for text in _texts(block)]
    parted = any(map(_may_hold_broken_word, texts))
    if any(_SOFT_HYPHEN in text for text in texts) and (parted or any(map(_SOFT_AT_END.search, texts))):
        blocks, parted = _without_soft_hyphens(blocks, report), True
    if not parted:
        return blocks
    judge = _Judge(blocks, report)
    return _map_texts(blocks, _may_hold_broken_word, lambda node: _substitute(_BROKEN, node, judge.mend))


def _without_soft_hyphens(blocks: Blocks, report: Report) -> Blocks:
    """The blocks without the invisible marks that say where a word may be parted.

    Who sets them himself has no word parted at the end of a line; where there is one, all were left by a page.
    """

    def mend(match: re.Match[str], place: Place | None) -> str:
        before, after = match[0], re.sub(f"{_SOFT_HYPHEN}[ \n]?", "", match[0])
        shown = before.replace(_SOFT_HYPHEN, "¬").replace("\n", " ")
        report.info("M201", f"soft hyphen taken out: “{shown}” → “{after}”", place)
        return after

    return _map_texts(blocks, lambda text: _SOFT_HYPHEN in text, lambda node: _substitute(_SOFT, node, mend))


def _may_hold_broken_word(text: str) -> bool:
    return "-\n" in text or "- " in text or "‐\n" in text or "‐ " in text or "–\n" in text


class _Judge:
    """Decides by the words of the whole document, which are counted when first asked for."""

    def __init__(self, blocks: Blocks, report: Report) -> None:
        self._blocks, self._report = blocks, report

    @cached_property
    def _known(self) -> Counter[str]:
        known: Counter[str] = Counter()
        for node in walk(*self._blocks):
            if isinstance(node, Text):
                for word in _WORD.findall(node.text.casefold().replace("‐", "-")):
                    known[word] += 1
                    if "-" in word:
                        known.update(word.split("-"))
        return known

    def mend(self, match: re.Match[str], place: Place | None) -> str:
        if match["from"]:
            return self._say(f"{match['from']} {match['to']}", match["from"] + match["to"], place)
        before, first, hyphen, second = match["before"], match["first"], match["hyphen"], match["second"]
        parted = f"{before}{first}{hyphen} {second}"
        whole, hyphenated = f"{first}{second}", f"{first}-{second}"
        times_whole = max(self._times(whole), self._times(before + whole))
        times_hyphenated = max(self._times(hyphenated), self._times(before + hyphenated))
        if not times_whole and not times_hyphenated:
            if match["end"] == "\n" and second.casefold() not in _PAIRING:
                self._ask(parted, place)
            return match[0]
        return self._say(parted, before + (whole if times_whole >= times_hyphenated else f"{first}{hyphen}{second}"), place)

    def _times(self, word: str) -> int:
        return self._known[word.casefold().replace("‐", "-")]

    def _say(self, parted: str, mended: str, place: Place | None) -> str:
        self._report.info("M202", f"broken word made whole: “{parted}” → “{mended}”", place)
        return mended

    def _ask(self, parted: str, place: Place | None) -> None:
        hint = "nowhere else does it stand whole or hyphenated; write it as it should be"
        self._report.warning("M203", f"is “{parted}” one word? It was left as it is", place, hint)


# Texts -----------------------------------------------------------------------------------------


def _substitute(pattern: re.Pattern[str], node: Text, change: Callable[[re.Match[str], Place | None], str]) -> Text:
    """Like ``pattern.sub``, but ``change`` also gets the place of each match."""
    parts: list[str] = []
    end, line = 0, node.place.line if node.place else 0
    for match in pattern.finditer(node.text):
        line += node.text.count("\n", end, match.start())
        parts += [node.text[end : match.start()], change(match, node.place and replace(node.place, line=line))]
        line += match[0].count("\n")
        end = match.end()
    return replace(node, text="".join([*parts, node.text[end:]])) if parts else node


def _map_texts(blocks: Blocks, concerned: Callable[[str], bool], mend: Callable[[Text], Text]) -> Blocks:
    """Change the texts for which ``concerned`` holds; other blocks stay the same objects."""

    change = Throughout(lambda node: (mend(node) if isinstance(node, Text) and concerned(node.text) else node,))
    return tuple(change.blocks((block,))[0] if any(map(concerned, _texts(block))) else block for block in blocks)


def _texts(block: Block) -> Iterator[str]:
    return (node.text for node in walk(block) if isinstance(node, Text))
