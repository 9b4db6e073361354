"""Text as XHTML, with the places marked at which addresses and code may be divided.

What is marked is markup alone, and no sign: copied text stays as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .address_breaks import addresses_in, divided_address, divided_code

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# A line may end here, and nothing is added to it.
MAY_END = "<wbr/>"
# After these signs a line would end by itself; so each stays with what comes next.
_ENDING = re.compile("([-?!|}\u2010\u2013]{1,3}(?:&[a-z]+;|[^\\s&]))")
JOINED = '<span class="joined">', "</span>"
# On paper the same two are said by signs, which take no room and are not drawn: a line ends here, and here it does not.
ENDS, STAYS = "\u200b", "\u2060"
UNSEEN = dict.fromkeys(map(ord, (ENDS, STAYS)))


def escape(text: str) -> str:
    """Text as the content of an element."""
    return text.translate(_ESCAPES)


def said(text: str) -> str:
    """The same, its addresses marked, so that no hyphen divides them."""
    return "".join(_parts(text))


def said_address(address: str) -> str:
    """An address as the content of an element of the class ``address``."""
    return _divided(divided_address(address))


def said_code(text: str) -> str:
    """Words of code as the content of an element."""
    return _divided(divided_code(text))


def code_on_paper(line: str) -> str:
    """A line of code as it stands in a page that is to be printed, the signs in it that say where it may be divided."""
    return ENDS.join(_ENDING.sub(lambda found: STAYS.join(found[0]), part) for part in divided_code(line))


def _parts(text: str) -> Iterator[str]:
    place = 0
    for start, end in addresses_in(text):
        yield escape(text[place:start])
        yield f'<span class="address">{said_address(text[start:end])}</span>'
        place = end
    yield escape(text[place:])


def _divided(parts: Iterable[str]) -> str:
    return MAY_END.join(_ENDING.sub(r"\1".join(JOINED), escape(part)) for part in parts)
