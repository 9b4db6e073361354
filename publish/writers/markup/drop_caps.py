"""Drop caps that no author wrote: at the beginning of each chapter, where a style or the settings want them."""

from __future__ import annotations

from dataclasses import replace

from ...model.book import Book, Section
from ...model.kinds import Role
from ...model.nodes import DropCap, Emphasis, Inline, Inlines, Paragraph, Strong, Text
from ...model.walk import plain_text, walk

_ROLES = {Role.CHAPTER, Role.FOREWORD, Role.INTRODUCTION, Role.AFTERWORD}
_OPENING_MARKS = "“‘«„‚»‹\"'¿¡—–  "
# A paragraph must run past the letter on the narrowest page.
_FEWEST_LETTERS = 240


def with_drop_caps(book: Book) -> Book:
    """The book with the first letter of each chapter as a drop cap; where one begins with something else, nothing changes."""
    return replace(book, sections=tuple(map(_opened, book.sections)))


def _opened(section: Section) -> Section:
    match section.blocks:
        case (Paragraph() as first, *others) if section.role in _ROLES and section.level == 1 and _is_fit(first):
            return replace(section, blocks=(replace(first, content=_with_cap(first.content)), *others))
        case _:
            return section


def _is_fit(paragraph: Paragraph) -> bool:
    has_one = any(isinstance(node, DropCap) for node in walk(paragraph))
    return not has_one and len(plain_text(paragraph)) >= _FEWEST_LETTERS


def _with_cap(content: Inlines) -> Inlines:
    return (*_opened_inline(content[0]), *content[1:])


def _opened_inline(node: Inline) -> Inlines:
    """The inline with its first letter, and what marks stand before it, set apart."""
    match node:
        case Text(text=text):
            end = len(text) - len(text.lstrip(_OPENING_MARKS)) + 1
            if not text[end - 1 : end].isupper():
                return (node,)
            cap = DropCap((replace(node, text=text[:end].strip()),), place=node.place)
            return (cap, replace(node, text=text[end:])) if text[end:] else (cap,)
        case Emphasis(content=(first, *others)) | Strong(content=(first, *others)):
            opened, *rest = _opened_inline(first)
            if not isinstance(opened, DropCap):
                return (node,)
            return (replace(node, content=(opened,)), replace(node, content=(*rest, *others)))
        case _:
            return (node,)
