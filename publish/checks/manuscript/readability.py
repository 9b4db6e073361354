"""Paragraphs and sentences that are too long, and how hard the whole is to read."""

from __future__ import annotations

from collections.abc import Iterator

from ...language import base
from ...language.readability import ReadingEase, measured
from ...language.sentences import sentences
from ..rules.rule import Found, Rule
from ..rules.subjects import ManuscriptSubject
from .passages import RUNNING, Kind, passages
from .wording import shown, where

PARAGRAPH = 250  # words
# Words a sentence; Romance languages and German take more of them for the same.
_SENTENCE = {"en": 60, "de": 65, "fr": 70, "es": 70, "pt": 70, "it": 70}
_OTHER_SENTENCE = 70
_HARD = 50
_LEAST = 300  # words; of a shorter text the figure says little
_BEGINNING = 12  # words that a message shows
_WIDEST = 120  # signs of it
_LONGEST = 50_000  # signs; no paragraph anybody wrote is longer
_KINDS = frozenset({Kind.PARAGRAPH, Kind.ITEM})


def _long_paragraphs(subject: ManuscriptSubject) -> Iterator[Found]:
    for passage in passages(subject.book):
        if passage.kind in RUNNING and passage.text.count(" ") >= PARAGRAPH:
            words = len(passage.text.split())
            if words > PARAGRAPH:
                yield Found(f"a paragraph of {words} words: “{_beginning(passage.text)}”", passage.place)


def _long_sentences(subject: ManuscriptSubject) -> Iterator[Found]:
    for passage in passages(subject.book):
        most = _SENTENCE.get(base(passage.lang), _OTHER_SENTENCE)
        if passage.kind not in _KINDS or not most <= passage.text.count(" ") <= _LONGEST:
            continue
        for start, end in sentences(passage.text, passage.lang):
            words = len(passage.text[start:end].split())
            if words > most:
                beginning = _beginning(passage.text[start:end])
                yield Found(f"a sentence of {words} words: “{beginning}”", where(subject, passage, start, start + len(beginning)))


def _beginning(text: str) -> str:
    words = text.split(maxsplit=_BEGINNING)
    return shown(" ".join(words[:_BEGINNING]) + ("…" if len(words) > _BEGINNING else ""), _WIDEST)


def _hard(subject: ManuscriptSubject) -> Iterator[Found]:
    lang = subject.book.metadata.lang
    running = [passage.text for passage in passages(subject.book) if passage.kind in _KINDS and base(passage.lang) == base(lang)]
    ease = measured(running, lang)
    if ease and ease.words >= _LEAST and ease.score < _HARD:
        yield Found(_said(ease))


def _said(ease: ReadingEase) -> str:
    return (
        f"this is hard to read: {max(0, ease.score):.0f} by {ease.formula}, where 100 is easy and less than {_HARD} hard; "
        f"{ease.sentence:.0f} words a sentence, {ease.syllables:.2f} syllables a word"
    )


LONG_PARAGRAPH = Rule("R135", _long_paragraphs)
LONG_SENTENCE = Rule("R136", _long_sentences)
HARD = Rule("R137", _hard)
