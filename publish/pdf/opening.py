"""The only door to finished PDFs, to ours and to those of others.

qpdf's limits hold for the whole process, so they are set before the first file is opened. Whatever pikepdf raises over a
file is told as one of two errors: it is unreadable, or it is locked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from functools import cache
from io import BytesIO
from logging import NullHandler, getLogger
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Pdf

# How much qpdf may unpack of one stream, in bytes, and how long its lists may be.
_UNPACKED, _LONGEST_LIST = 256_000_000, 250_000
_FIRST = Lock()
_NAME_OF_BYTES = re.compile(r"^.*?<_io\.BytesIO[^>]*>:?")

# What is raised where a file has one thing in the place of another, and nobody could look at each before it is used: a name
# for a number (TypeError), a list for a dictionary (ValueError), a number for a dictionary (AttributeError), a key that is
# missing or too short a list (LookupError), a number beyond all measure (OverflowError).
WRITTEN_WRONGLY = (TypeError, ValueError, AttributeError, LookupError, OverflowError)


class UnreadablePdf(Exception):
    """A file that is no PDF, is damaged beyond repair, or is not read any further, with what the library said of it."""


class LockedPdf(UnreadablePdf):
    """A file that needs a password."""


@contextmanager
def opened(data: bytes, *mistakes: type[Exception]) -> Iterator[Pdf]:
    """A file while it is read. Raises UnreadablePdf, also for what is met on the way: see :func:`reading`."""
    with reading(*mistakes), _open(data, True) as pdf:
        yield pdf


def open_as_written(data: bytes) -> Pdf:
    """A file whose pages are not yet put in order, which qpdf does without a word of what they lack. Raises UnreadablePdf."""
    with reading():
        return _open(data, False)


def _open(data: bytes, in_order: bool) -> Pdf:
    import pikepdf

    with _FIRST:
        _set_limits()
    return pikepdf.open(BytesIO(data), inherit_page_attributes=in_order)


@cache
def _set_limits() -> None:
    import pikepdf

    getLogger("pikepdf").addHandler(NullHandler())  # what it warns of is asked for where it matters, and not printed
    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=_UNPACKED, png_max_memory=_UNPACKED, tiff_max_memory=_UNPACKED, run_length_max_memory=_UNPACKED,
        parser_max_container_size=_LONGEST_LIST,
    )  # fmt: skip


# What is wrong ----------------------------------------------------------------------------------


@contextmanager
def reading(*mistakes: type[Exception]) -> Iterator[None]:
    """Raises UnreadablePdf for what pikepdf has against a file, and LockedPdf where that is its lock.

    ``mistakes`` are other errors that are the fault of the file: :data:`WRITTEN_WRONGLY` where anybody may have written it.
    """
    from pikepdf import PasswordError, PikepdfError

    blamed: tuple[type[Exception], ...] = (PikepdfError, RuntimeError, *mistakes)
    try:
        yield
    except blamed as error:
        blame_file(error)
        kind = LockedPdf if isinstance(error, PasswordError) else UnreadablePdf
        raise kind(_said(error)) from error


def blame_file(error: Exception) -> None:
    """Raise an error again that no file can be blamed for: what lacks an attribute is an object of ours."""
    from pikepdf import Object

    if isinstance(error, AttributeError) and not isinstance(error.obj, (Object, int, float, Decimal, str, bytes, list, type(None))):
        raise error


def _said(error: Exception) -> str:
    """What a library said, without the name that it has for the file."""
    return " ".join(_NAME_OF_BYTES.sub("", str(error)).split()) or type(error).__name__
