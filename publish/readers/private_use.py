"""Signs of private use: Unicode gives them no meaning, and every face may print another thing for them.

They come from Word, which keeps the signs of Symbol and Wingdings so, and from icon fonts. Those that
are bullets were read as such; any other prints what a face happens to have there, or an empty box.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..diagnostics import Report
from ..model.nodes import Code, CodeBlock, Math, Node, Text
from ..model.place import Place
from ..model.walk import walk

_SIGN = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_MAY_HOLD = re.compile(rf"{_SIGN.pattern}|&#")  # a sign may be written as its number
_MOST = 20  # signs told one by one; a text in a face of its own has hundreds
_OF_SYMBOL_FONTS = range(0xF020, 0xF100)
_HINT = "write the sign that Unicode has for it, or a word"


def tell_private_use(written: str, nodes: tuple[Node, ...], report: Report) -> None:
    """M166: each sign of private use in what was read from a text, at the first place where it stands."""
    if not _MAY_HOLD.search(written):
        return
    places: dict[str, list[Place | None]] = {}
    for sign, place in _signs(nodes):
        places.setdefault(sign, []).append(place)
    for sign, found in list(places.items())[:_MOST]:
        times = f", {len(found)} times" if len(found) > 1 else ""
        message = f"this sign has no meaning of its own, each font prints another: U+{ord(sign):04X}{times}"
        report.warning("M166", message, found[0], _hint(sign), sign=sign, count=len(found))
    if rest := list(places.values())[_MOST:]:
        message = f"{len(rest)} further signs have no meaning of their own, each font prints others"
        report.warning("M166", message, rest[0][0], _HINT, count=sum(map(len, rest)))


def _signs(nodes: tuple[Node, ...]) -> Iterator[tuple[str, Place | None]]:
    for node in walk(*nodes):
        text = _words(node)
        for found in _SIGN.finditer(text):
            lines = text.count("\n", 0, found.start())
            yield found.group(), Place(node.place.file, node.place.line + lines) if node.place else None


def _words(node: Node) -> str:
    match node:
        case Text(text=text) | Code(text=text) | CodeBlock(text=text) | Math(tex=text):
            return text
        case _:
            return ""


def _hint(sign: str) -> str:
    return f"it is out of Word's fonts Symbol or Wingdings: {_HINT}" if ord(sign) in _OF_SYMBOL_FONTS else _HINT
