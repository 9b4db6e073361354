"""Pictures that are written out in their own address, as word processors on the web do: ``data:image/png;base64,…``."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from urllib.parse import unquote_to_bytes

_HEAD = re.compile(r"data:([^,]{0,200}),", re.IGNORECASE)
_SPACE = re.compile(rb"[ \t\r\n]+")


def is_data(source: str) -> bool:
    """Whether a picture is written out in its address."""
    return source[:5].lower() == "data:"


def shown_data(source: str) -> str:
    """Such an address without the picture in it, for people."""
    return f"{source[:60].partition(',')[0]},…"


def decode_data(source: str) -> bytes | None:
    """The bytes of the picture; None where the address is damaged."""
    head = _HEAD.match(source)
    if head is None:
        return None
    written = unquote_to_bytes(source[head.end() :])
    if not head[1].lower().rstrip().endswith(";base64"):
        return written
    packed = _SPACE.sub(b"", written)
    try:
        return b64decode(packed + b"=" * (-len(packed) % 4), validate=True)
    except binascii.Error:
        return None
