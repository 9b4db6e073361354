"""Addresses as they may stand in an ``href``."""

from __future__ import annotations

import re
from urllib.parse import quote

# What RFC 3986 allows nowhere in an address, and a percent sign that begins no escape. Letters of
# other scripts stay: readers and browsers know what to do with them.
_FORBIDDEN = re.compile(r'[\x00-\x20\x7f-\xa0"<>\\^`{|}]|%(?![0-9A-Fa-f]{2})')


def web_address(target: str) -> str:
    """The address with forbidden signs escaped: blanks, quotes, stray percent signs."""
    return _FORBIDDEN.sub(lambda found: quote(found[0]), target.strip())
