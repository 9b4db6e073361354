"""Raw HTML in a manuscript: which tags say something that the model can hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

_TAG = re.compile(r"<(?P<closing>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<rest>.*)>", re.DOTALL)
_ATTRIBUTE = re.compile(r"""([A-Za-z_:][\w:.-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")


class Meaning(Enum):
    """What is done with an inline tag."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    STRIKE = "strike"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    CODE = "code"
    QUOTED = "quoted"
    SPAN = "span"
    LINK = "link"
    PLAIN = "plain"  # says nothing that print needs
    UNKNOWN = "unknown"


_MEANINGS = {
    Meaning.EMPHASIS: "em i cite dfn var u",
    Meaning.STRONG: "b strong",
    Meaning.STRIKE: "s del strike",
    Meaning.SUPERSCRIPT: "sup",
    Meaning.SUBSCRIPT: "sub",
    Meaning.CODE: "code kbd samp tt",
    Meaning.QUOTED: "q",
    Meaning.SPAN: "span",
    Meaning.LINK: "a",
    Meaning.PLAIN: "small abbr bdi time",
}
MEANING = {tag: meaning for meaning, tags in _MEANINGS.items() for tag in tags.split()}
KEPT_ATTRIBUTES = {
    "span": {"lang", "xml:lang", "id"},
    "a": {"href", "title", "id", "name", "target", "rel"},
    "img": {"src", "alt", "title"},
    "time": {"datetime"},
}
BLOCK_TAGS = frozenset(
    "p div section article aside header footer main nav address center blockquote pre hr h1 h2 h3 h4 h5 h6"
    " ul ol li dl dt dd table caption thead tbody tfoot tr th td figure figcaption details summary form"
    " fieldset html head body title".split()
)
QUIET_BLOCKS = frozenset(("p", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "html", "body"))
CODE_TAGS = frozenset(("script", "style"))


@dataclass(frozen=True, slots=True)
class Tag:
    name: str
    closing: bool
    attributes: tuple[tuple[str, str], ...] = ()

    def get(self, key: str) -> str:
        return dict(self.attributes).get(key, "")

    @property
    def lost(self) -> list[str]:
        """The names of attributes that nothing is made of."""
        kept = KEPT_ATTRIBUTES.get(self.name, set())
        return [key for key, _ in self.attributes if key not in kept]


def parse_tag(text: str) -> Tag | None:
    """The tag, or ``None`` for comments, declarations and processing instructions."""
    found = _TAG.fullmatch(text)
    if found is None:
        return None
    pairs = tuple((key.lower(), _value(value)) for key, value in _ATTRIBUTE.findall(found["rest"]))
    return Tag(found["name"].lower(), bool(found["closing"]), pairs)


def _value(written: str) -> str:
    value = written[1:-1] if written[:1] in ("'", '"') else written
    if "&" not in value:
        return value
    from html import unescape

    return unescape(value)
