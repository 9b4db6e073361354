"""Links: words that do not say where they lead, and long addresses among the words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...language.fold import fold
from ...language.vague_links import is_vague
from ...model.nodes import Link, Note, Text
from ...model.place import Place
from ...model.walk import plain_text, walk
from ..rules.rule import Found, Rule
from ..rules.subjects import ManuscriptSubject
from .passages import Kind, Passage, passages, shows_its_address
from .wording import shown, where

_LONG = 50  # signs
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”«»\ufdd1-\ufdd3]{1,2000}")


def _vague(subject: ManuscriptSubject) -> Iterator[Found]:
    for passage in passages(subject.book):
        for link in _links(passage):
            words = " ".join(plain_text(*link.content).split())
            if words and is_vague(fold(words), passage.lang):
                yield Found(f"the link to `{shown(link.target)}` says only “{words}”", _place(subject, passage, link, words))


def _links(passage: Passage) -> Iterator[Link]:
    """The links of a passage; those in its notes are passages of their own."""
    for outer in passage.content:
        if not isinstance(outer, (Text, Note)):
            yield from (node for node in walk(outer) if isinstance(node, Link))


def _place(subject: ManuscriptSubject, passage: Passage, link: Link, words: str) -> Place | None:
    at = passage.text.find(words)
    return where(subject, passage, at, at + len(words)) if at >= 0 else link.place or passage.place


def _bare(subject: ManuscriptSubject) -> Iterator[Found]:
    for passage in passages(subject.book):
        if passage.kind is Kind.NOTE:
            continue
        for link in _links(passage):
            words = plain_text(*link.content)
            if len(words) > _LONG and shows_its_address(link, link.target):
                yield _told(words, link.place or passage.place)
        for match in _ADDRESS.finditer(passage.text):
            if len(match[0]) > _LONG:
                yield _told(match[0], where(subject, passage, match.start(), match.end()))


def _unprinted(subject: ManuscriptSubject) -> Iterator[Found]:
    """One finding for all links of the text, at the first."""
    if not subject.links_hidden:
        return
    hidden = [
        (passage, link) for passage in passages(subject.book) for link in _links(passage)
        if _ADDRESS.match(link.target) and not shows_its_address(link, link.target)
    ]  # fmt: skip
    if hidden:
        passage, link = hidden[0]
        many = f"the addresses of {len(hidden)} links are" if len(hidden) > 1 else "the address of a link is"
        words = " ".join(plain_text(*link.content).split())
        yield Found(f"{many} not shown on paper, the first that of “{shown(words)}”", _place(subject, passage, link, words))


def _told(address: str, place: Place | None) -> Found:
    return Found(f"an address of {len(address)} signs stands in the text: {shown(address)}", place)


VAGUE = Rule("R162", _vague)
UNPRINTED = Rule("R164", _unprinted)
BARE = Rule("R165", _bare)
