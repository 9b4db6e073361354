"""From bytes to text: which encoding, which line ends, which characters do not belong."""

from __future__ import annotations

import codecs
import re

from ..diagnostics import PublishError, Report
from ..model.place import Place

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"PK\x03\x04", "a Word, OpenDocument or EPUB file, or another archive"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a Rich Text file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
)
_SAVE_AS_TEXT = "save or export it as Markdown or plain text in UTF-8"
_LINE_END = re.compile(r"\r\n?|[\u2028\u2029\x85\x0b]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def decode(data: bytes, file: str, report: Report) -> str:
    """The text of a file: its encoding found, its line ends made ``\\n``, control characters taken out.

    Form feeds stay, since they part pages. Raises :class:`PublishError` M103 for what is not text.
    Reports M104 when the encoding was guessed and M105 for what was taken out.
    """
    for start, kind in _KINDS:
        if data.startswith(start):
            raise PublishError("M103", f"this is not text but {kind}", Place(file), _SAVE_AS_TEXT)
    text = _LINE_END.sub("\n", _characters(data, file, report))
    _refuse_rubbish(text, file)
    return _without_controls(text, file, report)


def _characters(data: bytes, file: str, report: Report) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, file)
    if encoding := _utf16_without_mark(data):
        report.warning("M104", f"read as {encoding.upper()}, judging by its bytes", Place(file), "save it as UTF-8")
        return _strictly(data, encoding, file)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _western(data, error.start, file, report)


def _strictly(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = _LINE_END.sub("\n", data[: error.start].decode(encoding, "replace")).count("\n") + 1
        raise PublishError(
            "M103", f"the file says that it is {encoding.upper()}, but these bytes are not", Place(file, line),
            "open it in an editor, mend this line, and save it as UTF-8",
        ) from None  # fmt: skip


def _utf16_without_mark(data: bytes) -> str:
    """UTF-16 in a Latin script shows as zeros in every other byte; other scripts cannot be told."""
    sample = data[:4000]
    if len(data) % 2 or len(sample) < 4:
        return ""
    pairs = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.6 * pairs and even == 0:
        return "utf-16-le"
    if even > 0.6 * pairs and odd == 0:
        return "utf-16-be"
    return ""


def _western(data: bytes, first_bad: int, file: str, report: Report) -> str:
    """Windows-1252, unless the rest of the file shows that it is UTF-8 with a fault in it."""
    line = _LINE_END.sub("\n", data[:first_bad].decode("utf-8", "replace")).count("\n") + 1
    broken = data.decode("utf-8", "surrogateescape")
    faults = len(re.findall("[\udc80-\udcff]", broken))
    sound = len(re.findall("[^\x00-\x7f\udc80-\udcff]", broken))
    if b"\0" in data:
        raise PublishError("M103", "this is not text: it holds NUL bytes", Place(file, line), _SAVE_AS_TEXT)
    if sound > faults:
        raise PublishError(
            "M103", "the file is UTF-8, but this line holds bytes that are not", Place(file, line),
            "retype the damaged letters of this line and save the file as UTF-8",
        )  # fmt: skip
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        line = _LINE_END.sub("\n", data[: error.start].decode("cp1252")).count("\n") + 1
        raise PublishError("M103", "this is neither UTF-8 nor Windows-1252 text", Place(file, line), _SAVE_AS_TEXT) from None
    report.warning(
        "M104", "the file is not UTF-8 and was read as Windows-1252", Place(file, line),
        "look whether accents and quotation marks came out right, and save it as UTF-8",
    )  # fmt: skip
    return text


def _refuse_rubbish(text: str, file: str) -> None:
    """One stray control character is a slip; a NUL, or many of the others, is not text."""
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise PublishError("M103", "this is not text: it holds a NUL character", Place(file, line), _SAVE_AS_TEXT)
    found = _CONTROL.findall(text)
    if len(found) > 10 and len(found) > len(text) / 100:
        line = text.count("\n", 0, text.index(found[0])) + 1
        raise PublishError("M103", "this is not text but binary data", Place(file, line), _SAVE_AS_TEXT)


def _without_controls(text: str, file: str, report: Report) -> str:
    if not _CONTROL.search(text):
        return text
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if found := _CONTROL.findall(line):
            names = ", ".join(f"U+{ord(character):04X}" for character in sorted(set(found)))
            report.warning("M105", f"control characters were taken out: {names}", Place(file, number))
            lines[number - 1] = _CONTROL.sub("", line)
    return "\n".join(lines)
