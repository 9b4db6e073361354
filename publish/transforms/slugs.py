"""Ids made from words, as the tools make them that authors know."""

from __future__ import annotations

import re
import unicodedata


def slug(text: str) -> str:
    """Words as an id: as pandoc makes it, without a full stop at the end."""
    return slug_as_in_pandoc(text).strip("-.")


def slug_as_in_pandoc(text: str) -> str:
    """Words as an id: small letters, hyphens for spaces, starting with a letter."""
    name = re.sub(r"\s+", "-", _named(text, "_-. ").strip())
    start = re.search(r"[^\W\d_]", name)
    return name[start.start() :] if start else ""


def slug_as_on_github(text: str) -> str:
    """Words as an id, as GitHub and many others make it: numbers may begin it, it has no full stop, and no two spaces are one."""
    return re.sub(r"\s", "-", _named(text, "_- ").strip())


def _named(text: str, kept: str) -> str:
    """Small letters, with the marks upon them, digits, and the signs that are kept."""
    small = unicodedata.normalize("NFC", " ".join(text.split("\n"))).lower()
    return "".join(sign for sign in small if sign.isalnum() or sign in kept or sign.isspace() or _is_mark(sign))


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "M" and not "\ufe00" <= sign <= "\ufe0f"  # which choose how an emoji looks
