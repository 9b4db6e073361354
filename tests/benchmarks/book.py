"""Writes a book of some 120,000 words for measuring: chapters, sub-heads, quotes, notes, demands.

The words mean nothing, but their lengths, the lengths of sentences and paragraphs, and the share
of marks are those of a book, and the same every time.

    python tests/benchmarks/book.py big.md [WORDS]
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

_COMMON = (
    "the of and to a in that it was for on with as they had at by not but from this which were one all "
    "we there when who their would so if out no what up her more into some them about could time only"
).split()
_LONGER = (
    "afternoon allotment assembly baker boarding bread bridge brother campaign canteen carriage cellar charter "
    "children cleaner committee company corridor council counted daughter delegate depot district driver engine "
    "evening factory ferry foreman furnace garden gathered handbill harbour hospital kitchen landlord lantern "
    "leaflet ledger letter library machine manager market meeting midnight minister morning mother neighbour "
    "notebook nurses office orchard pamphlet passenger pavement pension petition platform porter postman printer "
    "promise quarrel railway refused remembered rented repaired representative river roof school settlement shelter "
    "signature sister solidarity speaker station strike struggle supper tenant timetable together town tram union "
    "unreasonable village wages waited warehouse weather weaving window winter workshop yesterday"
).split()
_WORDS_A_CHAPTER = 4_000


def book(words: int = 120_000) -> str:
    """A Markdown manuscript of about so many words."""
    chance = random.Random(1871)
    head = "---\ntitle: The Long Meeting\nauthor: Nobody in Particular\ndate: 1912-01-12\nlang: en-GB\n---\n\n"
    chapters = max(1, words // _WORDS_A_CHAPTER)
    return head + "\n\n".join(block for number in range(1, chapters + 1) for block in _chapter(number, chance)) + "\n"


def _chapter(number: int, chance: random.Random) -> Iterator[str]:
    yield f"# {number}. {_sentence(chance, 4)[:-1]}"
    written = 0
    while written < _WORDS_A_CHAPTER:
        block = _block(chance)
        written += len(block.split())
        yield block


def _block(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.03:
        return f"## {_sentence(chance, 4)[:-1]}"
    if kind < 0.06:
        return f"> {_paragraph(chance, 2)}\n>\n> -- {chance.choice(_LONGER).title()} {chance.choice(_LONGER).title()}"
    if kind < 0.08:
        return "\n".join(f"- {_sentence(chance, 9)}" for _ in range(chance.randint(3, 6)))
    return _paragraph(chance, chance.randint(2, 9))


def _paragraph(chance: random.Random, sentences: int) -> str:
    text = " ".join(_sentence(chance, chance.randint(5, 28)) for _ in range(sentences))
    return f"{text}^[{_sentence(chance, 12)}]" if chance.random() < 0.02 else text


def _sentence(chance: random.Random, length: int) -> str:
    words = [chance.choice(_COMMON if chance.random() < 0.55 else _LONGER) for _ in range(length)]
    mark = chance.random()
    if mark < 0.08 and length > 6:
        words[3] = f"*{words[3]}*"
    elif mark < 0.16 and length > 8:
        words[2], words[5] = f'"{words[2]}', f'{words[5]}"'
    elif mark < 0.35 and length > 7:
        words[4] += ","
    words[0] = words[0][:1].upper() + words[0][1:]
    return " ".join(words) + "."


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(book(*map(int, sys.argv[2:3])), encoding="utf-8")
