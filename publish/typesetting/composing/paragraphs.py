"""WeasyPrint's line boxes read as paragraphs: letters in a row, in one face after another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ..engine.boxes import Box
from .measure import Face, Faces

# Tabs and forced breaks, scripts that run from the right, scripts that are set without spaces.
_NOT_OURS = re.compile(
    "[\t\n\f\r\u0085\u2028\u2029\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefe"
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)

_GENERATED = ("::before", "::after")


class NotOurs(Exception):
    """A paragraph holds something that WeasyPrint is to set in its own way."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """Letters in one face: a text box, and the way to it from the line box, by numbers of children.

    ``skipped`` of its letters stand on earlier lines. The room ``before`` and ``after`` is that of
    the inline boxes which begin or end with it.
    """

    box: Box
    path: tuple[int, ...]
    face: Face
    skipped: int
    before: float = 0.0
    after: float = 0.0


@dataclass(slots=True)
class Paragraph:
    """A paragraph, or what is left of it from some letter on.

    ``at`` says at which letter each leaf begins; once the paragraph is measured, ``x`` and
    ``end_x`` say where it begins and ends on one endless line, and the gaps how many spaces come before.
    """

    text: str
    leaves: list[Leaf]
    at: list[int]
    x: list[float] = field(default_factory=list)
    end_x: list[float] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)

    @property
    def em(self) -> float:
        return self.leaves[0].face.em

    @property
    def is_generated(self) -> bool:
        """Whether some of its words come from the style sheet, and not from the book."""
        return any((leaf.box.element_tag or "").endswith(_GENERATED) for leaf in self.leaves)

    @property
    def calls(self) -> frozenset[int]:
        """The letters with which the calls of notes begin; they stay with what they stand behind."""
        return frozenset(at for at, leaf in zip(self.at, self.leaves, strict=True) if _is_call(leaf.box))

    def leaf_of(self, letter: int) -> int:
        """The number of the leaf that a letter stands in."""
        return bisect_right(self.at, letter) - 1

    def end_of(self, index: int) -> int:
        """The letter after the last one of a leaf."""
        return self.at[index + 1] if index + 1 < len(self.at) else len(self.text)


class ParagraphReader:
    """Reads line boxes of one layout."""

    def __init__(self) -> None:
        from weasyprint.formatting_structure import boxes
        from weasyprint.layout.percent import resolve_percentages
        from weasyprint.text import line_break

        self._text_box, self._inline_box = boxes.TextBox, boxes.InlineBox
        self._resolve = resolve_percentages
        self._line_break = line_break
        self._faces = Faces()

    def read(self, line_box: Box, skip: tuple[int, ...], containing_block: Box) -> Paragraph:
        """What comes after ``skip``, a way from box to box and in the last one to a byte.

        Raises NotOurs where anything but words in lines stands in it.
        """
        leaves, texts, at, length = [], [], [], 0
        for leaf, text in self._leaves(line_box, (), skip, containing_block):
            if not length:
                text = text.lstrip(" ")
                leaf = replace(leaf, skipped=len(leaf.box.text) - len(text))
            if text:
                leaves.append(leaf)
                texts.append(text)
                at.append(length)
                length += len(text)
        text = "".join(texts).rstrip(" ")
        if not text or _NOT_OURS.search(text):
            raise NotOurs
        written = bisect_right(at, len(text) - 1)
        return Paragraph(text, leaves[:written], at[:written])

    def break_flags(self, paragraph: Paragraph) -> bytes:
        """A byte for each place between letters, by the Unicode rules: bit 0 where a line may end, bit 1 where it must."""
        attributes = self._line_break.get_log_attrs(paragraph.text, paragraph.leaves[0].face.style["lang"])
        return bytes(self._line_break.ffi.buffer(attributes))[::4]

    def _leaves(self, parent: Box, path: tuple[int, ...], skip: tuple[int, ...], containing_block: Box) -> Iterator[tuple[Leaf, str]]:
        first = skip[0] if skip else 0
        for index, child in enumerate(parent.children[first:], first):
            rest = skip[1:] if index == first else ()
            if not child.is_in_normal_flow():
                raise NotOurs
            self._resolve(child, containing_block)
            if isinstance(child, self._text_box):
                yield self._leaf(child, (*path, index), rest)
            elif type(child) is self._inline_box:
                yield from self._inside(child, (*path, index), rest, containing_block)
            else:
                raise NotOurs

    def _leaf(self, box: Box, path: tuple[int, ...], rest: tuple[int, ...]) -> tuple[Leaf, str]:
        style = box.style
        if style["white_space"] != "normal" or not style["font_size"] or style["word_break"] != "normal":
            raise NotOurs
        skipped = len(box.text.encode()[: rest[0]].decode()) if rest else 0
        return Leaf(box, path, self._faces.of(style), skipped), box.text[skipped:]

    def _inside(self, box: Box, path: tuple[int, ...], rest: tuple[int, ...], containing_block: Box) -> Iterator[tuple[Leaf, str]]:
        """The leaves of an inline box, the first and the last with its own room."""
        if box.is_leader or box.style["position"] != "static":
            raise NotOurs
        leaves = list(self._leaves(box, path, rest, containing_block))
        before, after = room(box)
        if leaves and (before or after):
            leaves[0] = _roomier(*leaves[0], before, 0.0)
            leaves[-1] = _roomier(*leaves[-1], 0.0, after)
        yield from leaves


def _is_call(box: Box) -> bool:
    element = box.element
    return (box.element_tag or "").endswith("::footnote-call") or (element is not None and element.get("class") == "endnote-call")


def _roomier(leaf: Leaf, text: str, before: float, after: float) -> tuple[Leaf, str]:
    return replace(leaf, before=leaf.before + before, after=leaf.after + after), text


def room(box: Box) -> tuple[float, float]:
    """The room an inline box takes before and after what stands in it, in pixels."""
    return (
        box.margin_left + box.border_left_width + box.padding_left,
        box.margin_right + box.border_right_width + box.padding_right,
    )
