"""Raw HTML in a manuscript: its tags, and which of them say something that the model can hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from html.parser import HTMLParser

from ..model.place import Place


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
    Meaning.EMPHASIS: "em i cite dfn var u mark",
    Meaning.STRONG: "b strong",
    Meaning.STRIKE: "s del strike",
    Meaning.SUPERSCRIPT: "sup",
    Meaning.SUBSCRIPT: "sub",
    Meaning.CODE: "code kbd samp tt",
    Meaning.QUOTED: "q",
    Meaning.SPAN: "span",
    Meaning.LINK: "a",
    Meaning.PLAIN: "small big abbr bdi time ins font nobr",
}
MEANING = {tag: meaning for meaning, tags in _MEANINGS.items() for tag in tags.split()}
_KEPT_ATTRIBUTES = {
    "a": "href title name", "img": "src alt title width height", "time": "datetime", "font": "face size color",
    "ol": "start type", "li": "value", "td": "colspan rowspan headers", "th": "colspan rowspan headers abbr",
    "blockquote": "cite", "q": "cite", "details": "open name",
}  # fmt: skip
# These say where a page on the web finds something or how it looks there; the style decides that here.
_ABOUT_LOOKS = frozenset(
    "class style align valign width height border cellpadding cellspacing bgcolor color scope target rel loading decoding srcset"
    " sizes fetchpriority role nowrap clear tabindex summary frame rules start".split()
)
_ABOUT_LOOKS_PREFIXES = ("data-", "aria-")
_SAID = frozenset(("id", "lang", "xml:lang", "dir"))
LISTS = frozenset(("ul", "ol", "menu"))
CONTAINERS = frozenset(
    "div section article aside header footer main nav address form fieldset html body hgroup search".split()
)  # fmt: skip
BLOCK_TAGS = (
    CONTAINERS
    | LISTS
    | frozenset(
        "p center blockquote pre hr h1 h2 h3 h4 h5 h6 li dl dt dd table caption colgroup col thead tbody tfoot tr th td"
        " figure figcaption details summary head title legend".split()
    )
)
CODE_TAGS = frozenset(("script", "style"))
# What they show comes from elsewhere, or moves; what stands inside is for those who cannot see it.
FRAMES = frozenset(("iframe", "embed", "object", "video", "audio", "canvas"))


@dataclass(frozen=True, slots=True)
class Tag:
    name: str
    closing: bool
    attributes: tuple[tuple[str, str], ...] = ()
    place: Place | None = None

    def get(self, key: str) -> str:
        return dict(self.attributes).get(key, "")

    @property
    def lang(self) -> str:
        return self.get("lang") or self.get("xml:lang")

    @property
    def lost(self) -> list[str]:
        """The names of attributes that nothing is made of, save those that are about looks alone."""
        kept = _SAID | _ABOUT_LOOKS | frozenset(_KEPT_ATTRIBUTES.get(self.name, "").split())
        return [key for key, _ in self.attributes if key not in kept and not key.startswith(_ABOUT_LOOKS_PREFIXES)]


class _Parser(HTMLParser):
    """Reads one tag."""

    found: Tag | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found = Tag(tag, False, tuple((key, value or "") for key, value in attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.found = Tag(tag, True)


@lru_cache(maxsize=1024)
def parse_tag(text: str) -> Tag | None:
    """The tag, or ``None`` for comments, declarations and processing instructions."""
    if text.startswith(("<!", "<?")):
        return None
    parser = _Parser()
    parser.feed(text)
    return parser.found


class _Texts(HTMLParser):
    """Gathers what stands between tags."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def text_between_tags(html: str) -> str:
    """The words of a piece of HTML, as they would be seen where all white space is."""
    reading = _Texts()
    reading.feed(html)
    reading.close()
    return "".join(reading.texts)
