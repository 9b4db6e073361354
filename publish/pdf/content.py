"""Reads a content stream: its operators in order, each with its operands (ISO 32000-1, 7.8.2 and 7.2).

Of letters there are hundreds of numbers to a line, so what shows them is read in one go. What is written wrongly is
passed over, as printers do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Generator, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

# The longest list of operands of one operator, and the deepest lists within lists.
_MOST_OPERANDS = 2_000
_DEEPEST = 20
_FARTHEST = 1e9
_TEXT = rb"\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+\))*+\)"
_TOKEN = re.compile(
    rb"(?P<word>[^\s()<>\[\]{}/%]++)|(?P<name>/[^\s()<>\[\]{}/%]*+)"
    rb"|(?P<shown>\[(?:[^\[\]()%/]++|" + _TEXT + rb")*+\])"
    rb"|(?P<hex><[0-9A-Fa-f\s]*+>)|(?P<text>" + _TEXT + rb")|(?P<mark><<|>>|\[|\])|%[^\r\n]*+",
    re.DOTALL,
)
_PART = re.compile(rb"<([0-9A-Fa-f\s]*+)>|(" + _TEXT + rb")|([-+.\d]++)", re.DOTALL)
_END_OF_PICTURE = re.compile(rb"\sEI(?=\s|$)")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_HASH = re.compile(r"#([0-9A-Fa-f]{2})")
_BEGINS_A_NUMBER = b"+-.0123456789"
PICTURE = "INLINE IMAGE"
# Of any kind: whoever wrote a stream may have put anything before an operator.
Operands: TypeAlias = list[Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """Letters that one operator shows.

    ``codes`` are those of its strings, ``moves`` the numbers that move what follows back, in thousandths of the
    size of type; ``written`` has both as they follow each other.
    """

    codes: bytes
    moves: tuple[float, ...] = ()
    written: bytes = b""

    def parts(self) -> Iterator[bytes | float]:
        """Codes and moves in their order."""
        if not self.written:
            yield self.codes
        for digits, text, number in _PART.findall(self.written):
            yield _number(number) if number else _text(text) if text else _hex(digits)


def instructions(data: bytes, looked_at: Container[str]) -> Iterator[tuple[str, Operands]]:
    """The operators among those looked at, with their operands.

    Names are strings that begin with ``/``, numbers floats, strings and lists of strings are :class:`Shown`, other
    lists are lists. A picture within the stream is one operator, called ``INLINE IMAGE``; its operands are keys and values.
    """
    at = 0
    while at >= 0:
        at = yield from _until_picture(data, at, looked_at)


def _until_picture(data: bytes, at: int, looked_at: Container[str]) -> Generator[tuple[str, Operands], None, int]:
    """Reads up to the next picture within the stream; gives where that ends, or -1."""
    operands: Operands = []
    open_lists: list[Operands] = []
    for token in _TOKEN.finditer(data, at):
        kind, written = token.lastgroup, token[0]
        if kind == "word" and written[0] not in _BEGINS_A_NUMBER:
            if written == b"ID":
                end = _END_OF_PICTURE.search(data, token.end())
                yield PICTURE, operands
                return end.end() if end else -1
            name = written.decode("latin-1")
            if name in _CONSTANTS:
                operands.append(_CONSTANTS[name])
                continue
            if name in looked_at:
                yield name, operands
            operands, open_lists = [], []
        elif kind == "mark":
            operands, open_lists = _opened_or_closed(written, operands, open_lists)
        elif kind is not None and len(operands) < _MOST_OPERANDS:
            operands.append(_READ[kind](written))
    return -1


def _opened_or_closed(mark: bytes, operands: Operands, open_lists: list[Operands]) -> tuple[Operands, list[Operands]]:
    """The list that is filled after a bracket, and those around it."""
    if mark in (b"[", b"<<"):
        return ([], [*open_lists, operands]) if len(open_lists) < _DEEPEST else (operands, open_lists)
    if not open_lists:
        return operands, open_lists
    *around, outer = open_lists
    return [*outer, operands], around


def _number(written: bytes) -> float:
    try:
        value = float(written)
    except ValueError:
        return 0.0
    return value if -_FARTHEST < value < _FARTHEST else 0.0


def _name(written: bytes) -> str:
    name = written.decode("latin-1")
    return _HASH.sub(lambda code: chr(int(code[1], 16)), name) if "#" in name else name


def _hex(digits: bytes) -> bytes:
    digits = b"".join(digits.split())
    return bytes.fromhex((digits + b"0" if len(digits) % 2 else digits).decode())


def _text(written: bytes) -> bytes:
    inner = written[1:-1]
    return _ESCAPE.sub(_unescaped, inner) if b"\\" in inner else inner


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8) & 255]) if code[0] in b"01234567" else _ESCAPED.get(code, code)


def _shown(written: bytes) -> Shown | list[float]:
    if b"(" not in written:
        between = written[1:-1].replace(b">", b"<").split(b"<")
        strings, numbers = between[1::2], b" ".join(between[::2]).split()
        return Shown(_joined(strings), _numbers(numbers), written) if strings else list(_numbers(numbers))
    parts = _PART.findall(written)
    moves = tuple(_number(number) for _, _, number in parts if number)
    return Shown(b"".join(_text(text) if text else _hex(digits) for digits, text, number in parts if not number), moves, written)


def _numbers(written: list[bytes]) -> tuple[float, ...]:
    """Numbers, of which there are so many that they are read in one go where all are sound."""
    try:
        numbers = tuple(map(float, written))
    except ValueError:
        return tuple(map(_number, written))
    return numbers if not numbers or -_FARTHEST < min(numbers) <= max(numbers) < _FARTHEST else tuple(map(_number, written))


def _joined(strings: list[bytes]) -> bytes:
    """Strings of digits one after the other; where one has an odd number, each for itself."""
    if not any(length % 2 for length in set(map(len, strings))):
        try:
            return bytes.fromhex(b"".join(strings).decode())
        except ValueError:
            pass
    return b"".join(map(_hex, strings))


_CONSTANTS = {"true": True, "false": False, "null": None}
_READ: dict[str, Callable[[bytes], object]] = {
    "word": _number, "name": _name, "shown": _shown,
    "hex": lambda written: Shown(_hex(written[1:-1])), "text": lambda written: Shown(_text(written)),
}  # fmt: skip
