"""From markdown-it's inline tokens to inlines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from markdown_it.token import Token

from ..diagnostics import PublishError, Report
from ..model.nodes import (
    Blocks,
    Code,
    DropCap,
    Emphasis,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Math,
    Note,
    Paragraph,
    SmallCaps,
    Span,
    Strike,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from ..model.place import Place
from ..model.walk import plain_text
from .attributes import Attributes, report_unknown
from .bare_links import link_addresses
from .html_findings import HtmlFindings
from .markdown_html import BLOCK_TAGS, CODE_TAGS, MEANING, Meaning, Tag, parse_tag
from .markdown_syntax import DEEPEST
from .pictures import PICTURE_KEYS, html_picture, picture, source_of

_SIMPLE: dict[str | Meaning, Callable[..., Inline]] = {
    "em": Emphasis, "strong": Strong, "s": Strike, "superscript": Superscript, "subscript": Subscript,
    Meaning.EMPHASIS: Emphasis, Meaning.STRONG: Strong, Meaning.STRIKE: Strike, Meaning.SUPERSCRIPT: Superscript,
    Meaning.SUBSCRIPT: Subscript,
}  # fmt: skip
_SPAN_CLASSES: dict[str, Callable[..., Inline]] = {
    "smallcaps": SmallCaps, "sc": SmallCaps, "underline": Emphasis, "ul": Emphasis, "dropcap": DropCap, "drop-cap": DropCap,
}  # fmt: skip
_KNOWN_SPAN_CLASSES = frozenset(_SPAN_CLASSES)
_NO_TEXT = str.maketrans("\f\r", "  ")  # entities can name characters that no book may hold
NoteBody = Callable[[str, Place, int], Blocks | None]


@dataclass(slots=True)
class _Frame:
    """Something that was opened and not yet closed, with what it holds so far."""

    name: str | Meaning
    place: Place
    token: Token | None = None
    tag: Tag | None = None
    nodes: list[Inline] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    words_place: Place | None = None
    in_link: bool = False


# Behind a backslash these are no matter of typography: \\" stays straight.
_KEPT_AS_TYPED = frozenset("\"'-")


class InlineBuilder:
    """Builds one run of inlines. ``note_body`` gives the blocks of a note by its label, for the place
    and depth of the call; ``depth`` counts what the run is inside of."""

    def __init__(self, place: Callable[[int], Place], report: Report, html: HtmlFindings, note_body: NoteBody, depth: int) -> None:
        self._depth = depth
        self._place = place
        self._report = report
        self._tags = html
        self._note_body = note_body
        self._frames: list[_Frame] = []

    def build(self, tokens: Iterable[Token], line: int) -> Inlines:
        """The inlines that the tokens stand for; ``line`` (from 0) is where they begin."""
        tokens = list(tokens)
        self._frames = [_Frame("", self._place(line))]
        code = _code_parts(tokens)
        for number, token in enumerate(tokens):
            if number in code:
                self._leave_out(token, code[number])
                continue
            self._token(token, self._place(token.map[0] if token.map else line))
        while len(self._frames) > 1:
            self._unclosed()
        self._flush()
        return tuple(self._frames[0].nodes)

    # Tokens

    def _token(self, token: Token, place: Place) -> None:
        kind = token.type
        if kind == "text" or kind == "text_special":
            self._text(token, place)
        elif kind == "softbreak":
            self._say("\n", place)
        elif kind == "hardbreak":
            self._add(LineBreak(place=place))
        elif kind.endswith("_open"):
            self._open(_Frame(kind[:-5], place, token, in_link=kind == "link_open"))
        elif kind.endswith("_close"):
            self._close(kind[:-6])
        else:
            self._single(token, place)

    def _text(self, token: Token, place: Place) -> None:
        words = token.content
        if token.info == "escape" and words in _KEPT_AS_TYPED:
            self._flush()
            self._frames[-1].nodes.append(Text(words, literal=True, place=place))
            return
        if token.type == "text_special":
            words = words.translate(_NO_TEXT)
        elif "<!--" in words:
            self._report.error(
                "M121", "this comment does not end, or a blank line cuts it in two; it will be printed", place,
                "close it with --> , and let it begin a line of its own where it holds blank lines",
            )  # fmt: skip
        self._say(words, place)

    def _single(self, token: Token, place: Place) -> None:
        match token.type:
            case "code_inline":
                self._add(Code(token.content, place=place))
            case "image":
                self._add(self._image(token, place))
            case "html_inline":
                self._html(token.content, place)
            case "note_call":
                self._call(token.content, place)
            case "inline_note":
                content = self._inside(token, place)
                self._add(Note((Paragraph(content, place=place),), place=place))
            case "note_link":
                words = Text(token.meta["words"], place=place)
                self._add(Link((words,), token.meta["target"], typed=token.content, place=place))
            case "formula":
                self._add(Math(token.content, token.meta["display"], place=place))
            case "attributes":
                self._attributes(token.meta["attributes"], place)
            case _:
                self._report.error("M118", f"“{token.type}” is not known to this reader; its text is kept", place)
                self._say(token.content, place)

    def _inside(self, token: Token, place: Place) -> Inlines:
        depth = self._depth + len(self._frames)
        refuse_depth(depth, place)
        builder = InlineBuilder(self._place, self._report, self._tags, self._note_body, depth)
        return builder.build(token.children or (), token.map[0] if token.map else 0)

    def _image(self, token: Token, place: Place) -> Image:
        alt = plain_text(*self._inside(token, place)).replace("\n", " ")
        return Image(source_of(str(token.attrs["src"])), alt, str(token.attrs.get("title", "")), place=place)

    def _call(self, label: str, place: Place) -> None:
        blocks = self._note_body(label, place, self._depth + len(self._frames))
        if blocks is None:
            self._say(f"[^{label}]", place)
        else:
            self._add(Note(blocks, place=place))

    def _attributes(self, attributes: Attributes, place: Place) -> None:
        """Of an inline image (its ``alt`` and size), a link or code (an ``id`` to link to, a language)."""
        nodes = self._frames[-1].nodes
        last = nodes.pop()
        keys = PICTURE_KEYS if isinstance(last, Image) else frozenset()
        report_unknown(attributes, place, self._report, keys=keys)
        if isinstance(last, Image):
            last = picture(last.source, last.alt, last.title, attributes, last.place or place, self._report)
        if attributes.id or attributes.lang:
            last = Span((last,), attributes.lang, attributes.id, place=last.place)
        nodes.append(last)

    # Words and nodes

    def _say(self, words: str, place: Place) -> None:
        frame = self._frames[-1]
        if not frame.words and frame.nodes and isinstance(frame.nodes[-1], LineBreak):
            words = words.lstrip()
        if words:
            if not frame.words:
                frame.words_place = place
            frame.words.append(words)

    def _flush(self) -> None:
        frame = self._frames[-1]
        if not frame.words:
            return
        words, place = "".join(frame.words), frame.words_place or frame.place
        frame.words.clear()
        if frame.in_link:
            frame.nodes.append(Text(words, place=place))
        else:
            frame.nodes.extend(link_addresses(words, place))

    def _add(self, *nodes: Inline) -> None:
        """Add nodes to what is open; words beside words become one text."""
        for node in nodes:
            if isinstance(node, Text) and node.place:
                self._say(node.text, node.place)
            else:
                self._flush()
                self._frames[-1].nodes.append(node)

    # Frames

    def _open(self, frame: _Frame) -> None:
        refuse_depth(self._depth + len(self._frames), frame.place)
        self._flush()
        frame.in_link = frame.in_link or self._frames[-1].in_link
        self._frames.append(frame)

    def _close(self, name: str) -> None:
        """Close Markdown's own mark. HTML tags left open inside it end here; one that block tags cut off is gone."""
        if not any(frame.name == name and frame.tag is None for frame in self._frames):
            return
        while self._frames[-1].name != name or self._frames[-1].tag is not None:
            self._unclosed()
        frame = self._pop()
        self._add(*self._closed(frame))

    def _pop(self) -> _Frame:
        self._flush()
        return self._frames.pop()

    def _unclosed(self) -> None:
        """An HTML tag, or a mark that a block tag cut in two: what it holds is kept as it is."""
        frame = self._pop()
        if frame.tag is not None:
            self._tags.never_closed(frame.tag.name, frame.place)
        self._add(*frame.nodes)

    def _closed(self, frame: _Frame) -> list[Inline]:
        content, place = tuple(frame.nodes), frame.place
        if frame.name in _SIMPLE:
            return [_SIMPLE[frame.name](content, place=place)] if content else []
        if frame.name == "link" and frame.token:
            title = str(frame.token.attrs.get("title", ""))
            return [Link(content, str(frame.token.attrs["href"]), title, place=place)]
        if frame.name == "span" and frame.token:
            return self._span(frame.token.meta["attributes"], content, place)
        if frame.tag is not None:
            return self._closed_tag(frame.tag, content, place)
        self._report.error("M118", f"“{frame.name}” is not known to this reader; its text is kept", place)
        return list(content)

    def _span(self, attributes: Attributes, content: Inlines, place: Place) -> list[Inline]:
        report_unknown(attributes, place, self._report, _KNOWN_SPAN_CLASSES)
        for name in attributes.classes:
            if name in _SPAN_CLASSES:
                content = (_SPAN_CLASSES[name](content, place=place),)
        if attributes.lang or attributes.id:
            content = (Span(content, attributes.lang, attributes.id, place=place),)
        return list(content)

    # HTML

    def _html(self, text: str, place: Place) -> None:
        if text.startswith("<!--"):
            self._tags.comment(text[4:-3], place)
            return
        if text.startswith("<![CDATA["):
            self._report.warning("M120", "the CDATA marks were left out; their text is kept", place)
            self._say(text[9:-3], place)
            return
        tag = parse_tag(text)
        if tag is None:
            self._report.warning("M122", f"“{text[:20].split()[0]} …” is not text and was left out", place)
        elif tag.closing:
            self._close_tag(tag, place)
        else:
            self._open_tag(tag, text, place)

    def _open_tag(self, tag: Tag, text: str, place: Place) -> None:
        if tag.name in MEANING or tag.name in ("br", "img"):
            self._tags.attributes_of(tag, place)
        if tag.name == "br":
            self._add(LineBreak(place=place))
        elif tag.name == "wbr":
            self._say("\u200b", place)
        elif tag.name == "img" and tag.get("src"):
            self._add(html_picture(tag.attributes, place, self._report))
        elif tag.name in MEANING and not text.endswith("/>"):
            self._open(_Frame(MEANING[tag.name], place, tag=tag, in_link=MEANING[tag.name] is Meaning.LINK))
        elif tag.name not in BLOCK_TAGS:
            self._tags.left_out(tag, place)
        else:
            self._say(" ", place)  # a block tag where there can be no block

    def _close_tag(self, tag: Tag, place: Place) -> None:
        depth = len(self._frames) - 1
        while depth and (opened := self._frames[depth].tag) is not None and opened.name != tag.name:
            depth -= 1
        if depth and (opened := self._frames[depth].tag) is not None and opened.name == tag.name:
            while len(self._frames) - 1 > depth:
                self._unclosed()
            self._add(*self._closed(self._pop()))
        elif tag.name in MEANING:
            self._tags.closes_nothing(tag.name, place)

    def _closed_tag(self, tag: Tag, content: Inlines, place: Place) -> list[Inline]:
        match MEANING[tag.name]:
            case Meaning.CODE:
                return [Code(plain_text(*content), place=place)] if content else []
            case Meaning.QUOTED:
                return [Text('"', place=place), *content, Text('"', place=place)]
            case Meaning.LINK if tag.get("href"):
                content = (Link(content, tag.get("href"), tag.get("title"), place=place),)
        name = tag.get("id") or (tag.get("name") if tag.name == "a" else "")
        lang = Attributes(pairs=(("lang", tag.get("lang") or tag.get("xml:lang")),)).lang
        return [Span(content, lang, name, place=place)] if name or lang else list(content)

    def _leave_out(self, token: Token, opening: str) -> None:
        if opening:
            place = self._place(token.map[0] if token.map else 0)
            self._report.warning("M122", f"<{opening}> holds code, which was left out", place)


def refuse_depth(depth: int, place: Place) -> None:
    """Raise M108 for what is inside of too much: nobody reads it, and it would break the programs that try."""
    if depth > DEEPEST:
        raise PublishError("M108", f"lists, quotes or marks are nested more than {DEEPEST} deep here", place, "write it flatter")


def _code_parts(tokens: list[Token]) -> dict[int, str]:
    """The tokens from ``<script>`` to ``</script>``; at the first stands the tag's name, else nothing."""
    parts: dict[int, str] = {}
    tags = [(n, parse_tag(token.content)) for n, token in enumerate(tokens) if token.type == "html_inline"]
    begin, name = -1, ""
    for number, tag in tags:
        if tag is None or tag.name not in CODE_TAGS:
            continue
        if not tag.closing and begin < 0:
            begin, name = number, tag.name
        elif tag.closing and tag.name == name and begin >= 0:
            parts.update(dict.fromkeys(range(begin, number + 1), ""))
            parts[begin], begin = name, -1
    return parts
