"""Calls a function with room for all its inner calls on Python's own stack.

CPython (3.11 to 3.13 at least) keeps the frames of Python functions in chunks of 16 kB, which it
takes from the system when a call finds the last one full, and gives back on the return. Where
deep recursion goes to and fro over the end of a chunk, as the layout of a book does, that is
hundreds of thousands of system calls, a seventh of the whole time. A frame that asks for a lot of
room gets a larger chunk, and the calls made from it share what is left.
"""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import TypeVar

T = TypeVar("T")
# Slots of eight bytes. The chunk is the next power of two above, 2 MB, which leaves about half a
# megabyte: some five thousand frames, more than Python's recursion limit lets be.
_SLOTS = 200_000


def _call(function: Callable[[], T]) -> T:
    return function()


_call_with_room = FunctionType(_call.__code__.replace(co_stacksize=_SLOTS), globals(), "_call_with_room")


def with_room(function: Callable[[], T]) -> T:
    """What ``function`` returns, called where its recursion costs no system calls."""
    returned: T = _call_with_room(function)
    return returned
