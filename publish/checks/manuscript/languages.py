"""Words in another language that are not marked as such, and tags that name no language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...language import base, valid_tag
from ...language.stop_words import foreign
from ...model.nodes import Division, Emphasis, Inlines, Span, Strong, Styled
from ...model.place import Place
from ...model.walk import walk
from ..rules.rule import Found, Rule
from ..rules.subjects import ManuscriptSubject
from .passages import RUNNING, Passage, passages, spoken
from .wording import shown, where

_QUOTED = re.compile(r"“[^“”]{12,600}”|«[^«»]{12,600}»|„[^„“”]{12,600}[“”]")
_LONGEST = 400  # words of a passage that are looked at


def _unmarked(subject: ManuscriptSubject) -> Iterator[Found]:
    for passage in passages(subject.book):
        if passage.kind in RUNNING:
            whole = foreign(" ".join(passage.text.split()[:_LONGEST]), passage.lang) if passage.text.count(" ") > 10 else ""
            if whole:
                yield _told(subject, passage, passage.text, whole)
            else:
                yield from _unmarked_parts(subject, passage)


def _unmarked_parts(subject: ManuscriptSubject, passage: Passage) -> Iterator[Found]:
    seen: list[str] = []
    for words in (*_emphasised(passage.content, passage.lang), *_QUOTED.findall(passage.text)):
        if not any(words in other or other in words for other in seen) and (language := foreign(words, passage.lang)):
            seen.append(words)
            yield _told(subject, passage, words, language)


def _told(subject: ManuscriptSubject, passage: Passage, words: str, language: str) -> Found:
    start = max(0, passage.text.find(words))
    place = where(subject, passage, start, start + min(40, len(words)))
    hint = f"put them between `::: {{lang={language}}}` and `:::`" if passage.text == words else f"write [the words]{{lang={language}}}"
    return Found(f"words that look like another language (`{language}`): “{shown(words.strip('“”„«» '))}”", place, hint)


def _emphasised(content: Inlines, lang: str) -> Iterator[str]:
    for node in content:
        match node:
            case Emphasis() | Strong():
                yield spoken(node.content, lang)
            case Span(lang=other) if other and base(other) != base(lang):
                continue
            case Styled():
                yield from _emphasised(node.content, lang)


def _unknown_tags(subject: ManuscriptSubject) -> Iterator[Found]:
    """The tag of the whole publication is looked at when its settings are read."""
    for section in subject.book.sections:
        if section.lang and not valid_tag(section.lang):
            yield _unknown(section.lang, section.place)
        place = section.place
        for node in walk(*section.title, *section.lead, *section.blocks):
            place = node.place or place
            if isinstance(node, (Span, Division)) and node.lang and not valid_tag(node.lang):
                yield _unknown(node.lang, node.place or place)


def _unknown(tag: str, place: Place | None) -> Found:
    return Found(f"`{shown(tag)}` is not the tag of a language", place)


UNMARKED = Rule("R124", _unmarked)
UNKNOWN_TAG = Rule("R172", _unknown_tags)
