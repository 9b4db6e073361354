"""Pictures, and the words that stand for them where they cannot be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.letters import letters
from ...model.nodes import Figure, Image
from ...model.place import Place
from ...model.walk import plain_text, walk
from ..rules.rule import Found, Rule
from ..rules.subjects import ManuscriptSubject
from .wording import shown

_FILE_NAME = re.compile(
    r"\S{1,80}\.(?:jpe?g|png|gif|svg|webp|tiff?|bmp|heic|avif)|(?:img|dsc[nf]?|pic|image|photo|picture|screenshot|scan)[\s_-]*[\d\s_.-]{0,40}",
    re.IGNORECASE,
)


def _pictures(subject: ManuscriptSubject) -> Iterator[tuple[Image, Place | None, str]]:
    """Every picture with its place and the caption below it."""
    for section in subject.book.sections:
        captions: dict[int, str] = {}
        place = section.place
        for node in walk(*section.blocks):
            place = node.place or place
            if isinstance(node, Figure):
                captions[id(node.image)] = plain_text(*node.caption)
            elif isinstance(node, Image):
                yield node, node.place or place, captions.get(id(node), "")


def _missing(subject: ManuscriptSubject) -> Iterator[Found]:
    for image, place, _ in _pictures(subject):
        if not image.alt.strip():
            yield Found(f"the picture `{shown(image.source)}` has no alternative text", place)


def _says_nothing(subject: ManuscriptSubject) -> Iterator[Found]:
    for image, place, caption in _pictures(subject):
        alt, name = image.alt.strip(), image.source.rpartition("/")[2]
        if not alt:
            continue
        if letters(alt) in (letters(name), letters(name.rpartition(".")[0])) or _FILE_NAME.fullmatch(alt):
            yield Found(f"the alternative text of `{shown(image.source)}` is only the name of a file: “{shown(alt)}”", place)
        elif caption and letters(alt) == letters(caption):
            hint = 'write {alt="…"} behind the picture, with what can be seen in it'
            yield Found(f"the alternative text of `{shown(image.source)}` only repeats its caption: “{shown(alt)}”", place, hint)


MISSING = Rule("R161", _missing)
SAYS_NOTHING = Rule("R166", _says_nothing)
