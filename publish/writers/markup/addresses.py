"""Addresses as they may stand in an ``href``, and as people read and write them."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

# What RFC 3986 allows nowhere in an address, and a percent sign that begins no escape. Letters of
# other scripts stay: readers and browsers know what to do with them.
_FORBIDDEN = re.compile(r'[\x00-\x20\x7f-\xa0"<>\\^`{|}]|%(?![0-9A-Fa-f]{2})')
_WEB = re.compile(r"https?://", re.IGNORECASE)
_MAIL = re.compile(r"mailto:", re.IGNORECASE)
# What would break an address apart, or change what it means, stays as it is encoded.
_KEPT = re.compile(r"[\s\x00-\x20\x7f<>\"%?#&=+/]|\ufffd")


def web_address(target: str) -> str:
    """The address with forbidden signs escaped: blanks, quotes, stray percent signs."""
    return _FORBIDDEN.sub(lambda found: quote(found[0]), target.strip())


def readable(target: str) -> str:
    """A web or mail address without its scheme and in its own letters: ``example.org/straße``."""
    web, mail = _WEB.match(target), _MAIL.match(target)
    if mail:
        return _unquoted(target[mail.end() :].partition("?")[0])
    if not web:
        return target
    host, slash, path = target[web.end() :].partition("/")
    return f"{_host(host)}{slash}{_unquoted(path)}".rstrip("/")


def _host(host: str) -> str:
    """A name in letters in place of the ``xn--`` that machines know it by."""
    try:
        return host.encode("ascii").decode("idna") if "xn--" in host.lower() else host
    except UnicodeError:
        return host


def _unquoted(path: str) -> str:
    return re.sub(r"(?:%[0-9A-Fa-f]{2})+", _letters, path)


def _letters(encoded: re.Match[str]) -> str:
    """The letters that a run of ``%C3%9F`` stands for, unless they would read as something else."""
    said = unquote(encoded[0])
    return encoded[0] if "\ufffd" in said else "".join(quote(letter, safe="") if _KEPT.match(letter) else letter for letter in said)
