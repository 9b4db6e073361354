"""Opens damaged and half locked PDFs as the programs do that most people read them with, and says what was wrong.

qpdf repairs most damage. Here is done what it needs for the rest: it is made to look for a file's objects where the
table of them points elsewhere, and locks that are on attached files alone are left aside.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .opening import LockedPdf, UnreadablePdf, open_as_written

if TYPE_CHECKING:
    import pikepdf

# Names of the same length, so that all else of the file stays where its table says it is.
_TABLE, _NO_TABLE = b"startxref", b"startxreX"
_LOCK = re.compile(rb"/Encrypt(?=\s*(?:[0-9]{1,10}\s+[0-9]{1,5}\s+R|<<))")
UNLOCKED = "/EncrypX"  # what a lock that was left aside is called in the trailer
# From this version on, strings, streams and attached files may be locked each in its own way.
_LOCKED_BY_KIND = (4, 5)

# What qpdf says of its repairs, by words of its own, and what it means to a reader.
_REPAIRS = (
    ("PDF header", "its beginning is missing"), ("xref", "the table of its objects was mended"), ("cross-reference", "the table of its objects was mended"),
    ("number of objects", "the table of its objects was mended"), ("endobj", "ends of objects were missing"),
    ("endstream", "lengths of its parts were wrong"), ("stream length", "lengths of its parts were wrong"),
    ("Resources", "pages did not say which fonts and pictures they use"), ("/Type", "parts did not say what they are"),
)  # fmt: skip


def open_leniently(data: bytes) -> pikepdf.Pdf:
    """The file. Raises UnreadablePdf where it cannot be opened, and LockedPdf where its pages are locked."""
    try:
        return open_as_written(data)
    except UnreadablePdf as error:
        locked = _is_locked(error)
        found = without_lock_of_attachments(data) if locked else _from_objects(data)
        if found is None:
            if locked:
                raise LockedPdf(str(error)) from error
            raise
        return found


def _is_locked(error: UnreadablePdf) -> bool:
    """Whether a file was not opened for its lock: for want of a password, or because qpdf does not know the kind."""
    return isinstance(error, LockedPdf) or "encrypt" in str(error).lower()


def _from_objects(data: bytes) -> pikepdf.Pdf | None:
    """The file as its objects are found one by one, its table left aside; None where that does not help."""
    return _opened(data.replace(_TABLE, _NO_TABLE)) if _TABLE in data else None


def _opened(data: bytes) -> pikepdf.Pdf | None:
    try:
        return open_as_written(data)
    except UnreadablePdf:
        return None


def without_lock_of_attachments(data: bytes) -> pikepdf.Pdf | None:
    """The file without its lock, where that is on attached files alone (ISO 32000-2, 7.6.6); else None."""
    import pikepdf

    file = _opened(_LOCK.sub(UNLOCKED.encode(), data))
    lock = file.trailer.get(UNLOCKED) if file else None
    if not isinstance(lock, pikepdf.Dictionary) or lock.get("/V") not in _LOCKED_BY_KIND or "/EFF" not in lock:
        return None
    open_to_all = all(lock.get(key, pikepdf.Name.Identity) == pikepdf.Name.Identity for key in ("/StmF", "/StrF"))
    return file if open_to_all else None


def repairs_in_words(warnings: list[str]) -> str:
    """What was repaired, as a reader understands it; ``""`` where qpdf's words are not known."""
    return ", ".join(dict.fromkeys(meaning for warning in warnings for known, meaning in _REPAIRS if known in warning))
