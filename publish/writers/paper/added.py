"""Where what the product adds stands among the author's words: behind the whole word, and behind the marks that close it.

A link may be the beginning of a word only, as in “the Committee’s”; a call of a note in its middle would be read as a
part of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from ...language.marks import is_east_asian
from ...model.nodes import Added, Emphasis, Inline, Inlines, Note, SmallCaps, Span, Strike, Strong, Text

_CLOSING = re.compile("[”“’‘»«›‹\"']?")
_MARKS = re.compile(r"[.,;:!?…]*")
# These stand inside of words and addresses, between two letters.
_JOINERS = "'’-‐‑.@/_·\u00ad\u2060"
# Thai, Lao, Burmese and Khmer part no words by spaces.
_UNPARTED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


def behind_words(content: Inlines, calls_before_marks: bool = False) -> Inlines:
    """The run with what was added behind the word and the closing quotation mark that come next, calls of notes behind its marks too."""
    made: list[Inline] = []
    for node in _lifted(content, calls_before_marks):
        added = made[-1] if made else None
        if isinstance(added, Added) and isinstance(node, Text) and (end := _end(node.text, added, calls_before_marks)):
            made[-1:] = [replace(node, text=node.text[:end]), added]
            node = replace(node, text=node.text[end:])
        if node != Text(""):
            made.append(node)
    return tuple(made)


def _lifted(content: Inlines, calls_before_marks: bool) -> Iterator[Inline]:
    """The run with what was added at the end of emphasis and the like behind it."""
    for node in content:
        if not isinstance(node, (Emphasis, Strong, SmallCaps, Strike, Span)):
            yield node
            continue
        inside = behind_words(node.content, calls_before_marks)
        added = inside[-1:] if inside and isinstance(inside[-1], Added) else ()
        yield replace(node, content=inside[: len(inside) - len(added)])
        yield from added


def _end(text: str, added: Added, calls_before_marks: bool) -> int:
    """Up to where text comes before what was added in front of it."""
    end = _end_of_word(text)
    if calls_before_marks:
        return end
    end = _behind(_CLOSING, text, end)
    if any(isinstance(node, Note) for node in added.content):
        end = _behind(_CLOSING, text, _behind(_MARKS, text, end))
    return end


def _behind(signs: re.Pattern[str], text: str, at: int) -> int:
    found = signs.match(text, at)
    return found.end() if found else at


def _end_of_word(text: str) -> int:
    """How far the word goes on that something before the text begins; nowhere in scripts that part no words."""
    end = 0
    for at, sign in enumerate(text):
        if _is_of_a_word(sign):
            end = at + 1
        elif at != end or sign not in _JOINERS:
            break
    return end


def _is_of_a_word(sign: str) -> bool:
    """Letters with what is set above and below them, and figures."""
    return unicodedata.category(sign)[0] in "LMN" and not is_east_asian(sign) and not _UNPARTED.match(sign)
