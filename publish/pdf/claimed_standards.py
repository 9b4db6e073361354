"""What a PDF says of itself that it conforms to, by its metadata."""

from __future__ import annotations

import re
from contextlib import suppress

from .opening import WRITTEN_WRONGLY, UnreadablePdf, opened

# Written as an attribute or as an element, with a prefix that everybody uses.
_PART = r"\bpdf{}id:{}(?:>|=[\"'])\s*(\w+)"
_ACCESSIBLE, _ARCHIVAL, _LEVEL = (re.compile(_PART.format(*of)) for of in (("ua", "part"), ("a", "part"), ("a", "conformance")))


def said_to_be(data: bytes) -> tuple[str, ...]:
    """The standards, as ``ua1`` and ``2a`` for PDF/UA-1 and PDF/A-2a; nothing where it names none or cannot be opened."""
    metadata = ""
    with suppress(UnreadablePdf), opened(data, *WRITTEN_WRONGLY) as pdf:
        metadata = pdf.Root.Metadata.read_bytes().decode("utf-8", "replace") if "/Metadata" in pdf.Root else ""
    accessible, archival, level = (pattern.search(metadata) for pattern in (_ACCESSIBLE, _ARCHIVAL, _LEVEL))
    found = (f"ua{accessible[1]}" if accessible else "", f"{archival[1]}{level[1] if level else ''}".lower() if archival else "")
    return tuple(filter(None, found))
