"""What copying from a PDF or a page leaves behind: paragraphs broken in two, words glued together or divided."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.kinds import Role
from ..rules.rule import Found, Rule
from ..rules.subjects import ManuscriptSubject
from .passages import RUNNING, Kind, Passage, passages
from .wording import around, shown, where
from .wordlist import known_words

# A shorter line may be a salutation, a verse or an address.
_SHORTEST = 60
_OPEN_END = re.compile(r"[^\W_][,]?$")
_STANDS_ALONE = re.compile(r"[^\W\d_]{1,3}[.)]\s|\S{0,40}@|(?:www|https?|tel|fax|c/o|e-?mail)\b", re.IGNORECASE)
_LISTED = frozenset({Role.CONTACT, Role.IMPRINT, Role.DEDICATION, Role.EPIGRAPH})
_LOWER, _UPPER = "a-zß-öø-ÿ", "A-ZÀ-ÖØ-Þ"
_GLUED = re.compile(
    rf"(?<![\w@#./-])(?P<stuck>[{_LOWER}]{{3,40}}[{_UPPER}][{_LOWER}]{{2,40}})(?![\w@./-])"
    rf"|(?<=[{_LOWER}][.!?][”»])(?P<next>[{_UPPER}][{_LOWER}]{{1,40}})(?!\w)"
)
_CAPITAL_INSIDE = re.compile(rf"[{_LOWER}][{_UPPER}]|[”»][{_UPPER}]")  # found fast
_DIVIDED = re.compile(r"(?<![\w’'-])(?P<head>[^\W\d_]{2,40})- (?P<tail>[^\W\d_]{2,40})(?![\w’'-])")
# After a hyphen that stands for the rest of a word: "pre- and post-war", "Ein- und Ausgang".
_JOINING = frozenset(
    "and or to nor than but not as through versus und oder bis bzw sowie noch als wie et ou ni y e o u ni i och eller og "
    "of en tot ve veya ile ou nem a oder or i ani lub ani nebo és vagy és sau și".split()
)


def _broken(subject: ManuscriptSubject) -> Iterator[Found]:
    running = (passage for passage in passages(subject.book) if passage.kind in RUNNING and passage.role not in _LISTED)
    last: dict[int, Passage] = {}
    for passage in running:
        before = last.get(passage.run)
        if before and _goes_on(before.text.strip(), passage.text.strip()):
            end, start = shown(before.text.strip()[-24:], 24), shown(passage.text.strip(), 24)
            yield Found(f"this paragraph seems to go on with the one before it: “…{end}” ¶ “{start}”", passage.place)
        last = {passage.run: passage} if passage.kind is not Kind.NOTE else {**last, passage.run: passage}


def _goes_on(before: str, after: str) -> bool:
    if len(before) < _SHORTEST or not after[:1].islower() or after[1:2].isdigit() or _STANDS_ALONE.match(after):
        return False
    return _OPEN_END.search(before) is not None


def _stuck(subject: ManuscriptSubject) -> Iterator[Found]:
    words = known_words(subject.book)
    for passage in passages(subject.book):
        if passage.kind is Kind.VERSE or not _CAPITAL_INSIDE.search(passage.text):
            continue
        for match in _GLUED.finditer(passage.text):
            word = match["stuck"]
            if word and (words.typed[word] > 1 or not _is_two(word, words.folded)):
                continue
            said = f"“{word}” looks like two words" if word else f"no space between two sentences at “{match['next']}”"
            near = around(passage.text, match.start(), match.end())
            yield Found(f"{said}: {near}", where(subject, passage, match.start(), match.end()))


def _is_two(word: str, known: frozenset[str]) -> bool:
    """Whether a word falls, at its inner capital, into two that the text has elsewhere. Names such as OpenType begin with one."""
    border = next(at for at in range(1, len(word)) if word[at].isupper())
    return word[:border] in known and word[border:].lower() in known


def divided(text: str) -> Iterator[re.Match[str]]:
    """Words with a hyphen and a space inside, as a line's end in another setting leaves them."""
    if "- " in text:
        yield from (match for match in _DIVIDED.finditer(text) if _is_divided(match))


def _is_divided(match: re.Match[str]) -> bool:
    return match["tail"][0].islower() and match["tail"] not in _JOINING


def _hyphenated(subject: ManuscriptSubject) -> Iterator[Found]:
    known = known_words(subject.book).folded
    for passage in passages(subject.book):
        for match in divided(passage.text):
            whole = match["head"] + match["tail"]
            sure = whole.lower() in known
            hint = f"write “{whole}”" if sure else f"write “{whole}”, or “{match['head']}-{match['tail']}”"
            place = where(subject, passage, match.start(), match.start("tail"))
            yield Found(f"“{match[0]}” looks like one word that was divided at a line's end", place, hint)


BROKEN = Rule("R111", _broken)
STUCK = Rule("R112", _stuck)
DIVIDED = Rule("R113", _hyphenated)
