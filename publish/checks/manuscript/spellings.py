"""Names and terms that are spelt in two ways."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...language import base
from ...language.fold import fold
from ..rules.rule import Found, Rule
from ..rules.subjects import ManuscriptSubject
from .passages import Kind, Passage, passages
from .wording import times, where
from .wordlist import Words, known_words

# A word that may be a name: with a capital, and not at the beginning of a sentence or quotation.
_NAME = re.compile(r"(?<=[\w,;’)] )([^\W\d_a-zß-öø-ÿ][^\W\d_]{3,29})(?=(?:’s?|'s?)?(?![\w’'@-]))")
_HYPHENED = re.compile(r"[^\W\d_]{2,}-[^\W\d_]{2,}")
_SHORTEST = 6  # letters; short names that differ in one letter are mostly two names
_MOST_RARE, _TIMES = 2, 3
_MOST_NAMES = 20_000
# Of these, the word without a hyphen is another word, or another part of speech.
_OTHER_WORDS = re.compile(r"(?:re|un|co|pre|dis)-|.*-(?:up|off|in|out|on|down|over|back|away|by)$", re.IGNORECASE)
# German forms plurals, and makes verbs, by an umlaut.
_UMLAUTS = frozenset("äöü")


@dataclass(slots=True)
class _Names:
    """The names of a book, how often each occurs, and where first."""

    counts: Counter[str] = field(default_factory=Counter)
    first: dict[str, tuple[Passage, int, int]] = field(default_factory=dict)

    def add(self, name: str, passage: Passage, start: int, end: int) -> None:
        self.counts[name] += 1
        self.first.setdefault(name, (passage, start, end))


def _look(subject: ManuscriptSubject) -> Iterator[Found]:
    words, names = known_words(subject.book), _names(subject)
    german = base(subject.book.metadata.lang) == "de"
    pairs = {
        **dict.fromkeys(_alike(names.counts, german), "the same name"),
        **dict.fromkeys([] if german else _one_letter_apart(names.counts), "names that differ in one letter"),
        **dict.fromkeys(_with_and_without_hyphen(words), "the same word"),
    }
    for (one, other), what in pairs.items():
        yield from _found(subject, words, names, (one, other), what)


def _found(subject: ManuscriptSubject, words: Words, names: _Names, pair: tuple[str, str], what: str) -> Iterator[Found]:
    rare, common = sorted(pair, key=lambda word: (words.typed[word], word))
    place = names.first.get(rare) or _first(subject, rare)
    if place:
        message = f"“{rare}” ({times(words.typed[rare])}) and “{common}” ({times(words.typed[common])}): {what}?"
        yield Found(message, where(subject, *place))


def _first(subject: ManuscriptSubject, word: str) -> tuple[Passage, int, int] | None:
    shape = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
    found = ((passage, shape.search(passage.text)) for passage in passages(subject.book) if word in passage.text)
    return next(((passage, match.start(), match.end()) for passage, match in found if match), None)


def _names(subject: ManuscriptSubject) -> _Names:
    """Words with a capital that never occur without one, outside headings, poems and tables."""
    lower, names = known_words(subject.book).lower, _Names()
    for passage in passages(subject.book):
        if passage.kind in (Kind.HEADING, Kind.VERSE, Kind.LABEL):
            continue
        for match in _NAME.finditer(passage.text):
            name = match[1]
            if not name.isupper() and name.lower() not in lower:
                names.add(name, passage, match.start(1), match.end(1))
    return names


def _alike(counts: Counter[str], german: bool) -> Iterator[tuple[str, str]]:
    """Names that differ in accents or capitals alone: every spelling with the most common one."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in counts:
        groups[fold(name)].append(name)
    for group in groups.values():
        if len(group) > 1:
            common = max(group, key=lambda name: (counts[name], name))
            yield from ((name, common) for name in sorted(group) if name != common and not (german and _umlaut(name, common)))


def _umlaut(one: str, other: str) -> bool:
    return bool(set(one.lower() + other.lower()) & _UMLAUTS)


def _one_letter_apart(counts: Counter[str]) -> Iterator[tuple[str, str]]:
    """A rare name and a common one, of one length or nearly so, that begin and end alike.

    Two words are one letter apart where taking one letter out of each, or out of one, leaves the same.
    """
    shorter: dict[str, list[str]] = defaultdict(list)
    common = [name for name, number in counts.items() if number >= _TIMES and len(name) >= _SHORTEST][:_MOST_NAMES]
    for name in common:
        for rest in _without_one_letter(name):
            shorter[rest].append(name)
    rare = [name for name, number in counts.items() if number <= _MOST_RARE and len(name) >= _SHORTEST - 1][:_MOST_NAMES]
    for name in rare:
        near = {other for rest in (name, *_without_one_letter(name)) for other in shorter.get(rest, ())}
        near |= {rest for rest in _without_one_letter(name) if counts[rest] >= _TIMES and len(rest) >= _SHORTEST}
        yield from ((name, other) for other in sorted(near) if _is_slip(name, other, counts))


def _without_one_letter(name: str) -> set[str]:
    """The name without one of its inner letters; ends are left, for they change with number and case."""
    return {name[:at] + name[at + 1 :] for at in range(1, len(name) - 2)}


def _is_slip(rare: str, common: str, counts: Counter[str]) -> bool:
    same_ends = rare[0] == common[0] and rare[-2:] == common[-2:]
    return same_ends and fold(rare) != fold(common) and counts[common] >= _TIMES * counts[rare]


def _with_and_without_hyphen(words: Words) -> Iterator[tuple[str, str]]:
    for word in words.typed:
        joined = word.replace("-", "")
        if "-" in word and word.islower() and joined in words.typed and _HYPHENED.fullmatch(word) and not _OTHER_WORDS.match(word):
            yield word, joined


SPELLINGS = Rule("R122", _look)
