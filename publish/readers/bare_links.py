"""Addresses that stand bare in running text become links."""

from __future__ import annotations

import re

from ..model.nodes import Inline, Link, Text
from ..model.place import Place

_ADDRESS = re.compile(
    r"""(?<![A-Za-z0-9])(?P<url>https?://[^\s<>"“”„«»‹›\\`|{}]+)
        |(?<![\w.+/-])(?P<mail>[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8})(?![\w@])""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_CLOSING = ".,;:!?'’‘…)]*_~—–"
_SAFE = "%/:?#[]@!$&'()*+,;=~-._"


def link_addresses(text: str, place: Place) -> list[Inline]:
    """The text as inlines, its web and mail addresses as links; ``place`` is where the text begins."""
    if "://" not in text and "@" not in text:
        return [Text(text, place=place)]
    nodes: list[Inline] = []
    done = counted = 0
    line = place.line
    for found in _ADDRESS.finditer(text):
        shown = found["mail"] or _without_closing(found["url"])
        if not shown.partition("://")[2] and not found["mail"]:
            continue
        if found.start() > done:
            nodes.append(Text(text[done : found.start()], place=_at(place, line + text.count("\n", counted, done))))
        line, counted = line + text.count("\n", counted, found.start()), found.start()
        at = _at(place, line)
        target = f"mailto:{shown}" if found["mail"] else _encoded(shown)
        nodes.append(Link((Text(shown, place=at),), target, place=at))
        done = found.start() + len(shown)
    if done < len(text):
        nodes.append(Text(text[done:], place=_at(place, line + text.count("\n", counted, done))))
    return nodes


def _at(place: Place, line: int) -> Place:
    return place if line == place.line else Place(place.file, line)


def _without_closing(url: str) -> str:
    """Punctuation at the end belongs to the sentence, save a bracket that the address itself opened."""
    spare = url.count(")") - url.count("(")
    end = len(url)
    while end and url[end - 1] in _CLOSING:
        if url[end - 1] == ")":
            if spare <= 0:
                break
            spare -= 1
        end -= 1
    return url[:end]


def _encoded(url: str) -> str:
    if url.isascii():
        return url
    from urllib.parse import quote

    return quote(url, safe=_SAFE)
