"""Bytes become text: encodings, line ends, front matter, and what is refused."""

from pathlib import Path

import pytest

from publish.diagnostics import PublishError, Report
from publish.model.front_matter import FrontMatter
from publish.model.place import Place
from publish.readers import Source, read, read_source
from publish.readers.source import LARGEST


def source_of(tmp_path: Path, data: bytes, name: str = "text.md") -> tuple[Source, list[str]]:
    path = tmp_path / name
    path.write_bytes(data)
    report = Report()
    source = read_source(path, name, report)
    return source, [str(found) for found in report.diagnostics]


def refusal(tmp_path: Path, data: bytes) -> str:
    with pytest.raises(PublishError) as caught:
        source_of(tmp_path, data)
    return str(caught.value)


WORDS = "Ça ira — “déjà vu” 1€\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-mark", "utf-16-be-mark", "utf-32"])
def test_unicode_with_a_mark_is_read_without_a_word(tmp_path: Path, encoding: str) -> None:
    data = ("\ufeff" + WORDS).encode(encoding[:-5]) if encoding.endswith("-mark") else WORDS.encode(encoding)
    source, said = source_of(tmp_path, data)
    assert source.text == WORDS
    assert said == []


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_told_by_its_zeros_and_reported(tmp_path: Path, encoding: str) -> None:
    source, said = source_of(tmp_path, "The depot at dawn, and café.\n".encode(encoding))
    assert source.text == "The depot at dawn, and café.\n"
    assert said == [f"text.md: M104 warning: read as {encoding.upper()}, judging by its bytes (save it as UTF-8)"]


def test_windows_1252_is_read_and_reported_with_the_line_that_showed_it(tmp_path: Path) -> None:
    source, said = source_of(tmp_path, ("Plain\n" + WORDS).encode("cp1252"))
    assert source.text == "Plain\n" + WORDS
    assert said == [
        "text.md:2: M104 warning: the file is not UTF-8 and was read as Windows-1252"
        " (look whether accents and quotation marks came out right, and save it as UTF-8)"
    ]


def test_utf8_with_one_broken_letter_is_not_taken_for_windows_1252(tmp_path: Path) -> None:
    data = "é\nü ß ñ\n".encode() + b"caf\xe9\n"
    assert refusal(tmp_path, data).startswith("text.md:3: M103 error: the file is UTF-8, but this line")


def test_bytes_that_no_encoding_knows_are_refused_with_their_line(tmp_path: Path) -> None:
    assert refusal(tmp_path, b"one\ntwo \x81\x8d\n").startswith("text.md:2: M103 error: this is neither")


def test_broken_utf16_is_refused_with_its_line(tmp_path: Path) -> None:
    data = b"\xff\xfe" + "one\ntwo".encode("utf-16-le") + b"\x00\xd8"
    assert refusal(tmp_path, data).startswith("text.md:2: M103 error: the file says that it is UTF-16-LE")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85"])
def test_all_line_ends_are_one(tmp_path: Path, end: str) -> None:
    source, said = source_of(tmp_path, end.join(["one", "two", "", "three"]).encode())
    assert source.text == "one\ntwo\n\nthree"
    assert said == []


def test_control_characters_are_taken_out_and_reported_by_line(tmp_path: Path) -> None:
    source, said = source_of(tmp_path, "one\ntwo\x07\x1b three\tfour\ufffe\n".encode())
    assert source.text == "one\ntwo three\tfour\n"
    assert said == ["text.md:2: M105 warning: control characters were taken out: U+0007, U+001B, U+FFFE"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"one\ntwo\0\n", "text.md:2: M103 error: this is not text: it holds a NUL character"),
        (bytes(range(1, 32)) * 9, "text.md:1: M103 error: this is not text but binary data"),
        (b"PK\x03\x04rest", "text.md: M103 error: this is not text but a Word, OpenDocument or EPUB file"),
        (b"%PDF-1.7\n", "text.md: M103 error: this is not text but a PDF"),
        (b"", "text.md: M102 error: the manuscript is empty"),
        (" \n\t\r\n\u00a0".encode(), "text.md: M102 error: the manuscript is empty"),
        (b"x" * (LARGEST + 1), "text.md: M101 error: the manuscript is larger than 8 MB (split it into a folder"),
        (b"---\ntitle: x\n", "text.md:1: M106 error: the front matter that begins here never ends"),
        (b"---\ntitle: x\n---\n\n", "text.md:3: M102 error: the manuscript holds front matter but no text"),
    ],
)
def test_what_cannot_be_a_manuscript_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    assert refusal(tmp_path, data).startswith(message)


def test_files_that_are_not_there_or_not_files_are_refused(tmp_path: Path) -> None:
    for path, start in [
        (tmp_path / "none.md", "x: F106 error: there is no such file"),
        (tmp_path, "x: F107 error: this is a folder, not a file"),
        (Path("/dev/zero"), "x: F107 error: this is a device or pipe, not a file"),
        (tmp_path / "a\0b.md", "x: F107 error: this file cannot be read"),
        (tmp_path / ("long" * 99), "x: F107 error: this file cannot be read: file name too long"),
    ]:
        with pytest.raises(PublishError) as caught:
            read_source(path, "x", Report())
        assert str(caught.value).startswith(start)


def test_front_matter_is_set_apart_with_its_lines(tmp_path: Path) -> None:
    source, _ = source_of(tmp_path, b"---\r\ntitle: Night\r\nlang: en\r\n---\r\n\r\nText\r\n")
    assert (source.front, source.text, source.line) == ((FrontMatter("title: Night\nlang: en", 2),), "\nText\n", 5)
    manuscript = read(source, Report())
    assert manuscript.blocks[0].place == Place("text.md", 6)
    assert not manuscript.plain


def test_empty_front_matter_is_front_matter(tmp_path: Path) -> None:
    source, _ = source_of(tmp_path, b"---\n---\nText\n")
    assert (source.front, source.text, source.line) == ((FrontMatter("", 2),), "Text\n", 3)


@pytest.mark.parametrize("text", ["---\n\ntitle: x\n---\n", "---\nA scene begins.\n", "----\ntitle: x\n---\n", "Text\n\n---\na: b\n---\n", "---"])
def test_a_rule_at_the_top_is_not_front_matter(tmp_path: Path, text: str) -> None:
    source, _ = source_of(tmp_path, text.encode())
    assert (source.front, source.text, source.line) == ((), text, 1)


def test_an_unknown_ending_names_the_known_ones(tmp_path: Path) -> None:
    source, _ = source_of(tmp_path, b"text", "text.docx")
    with pytest.raises(PublishError) as caught:
        read(source, Report())
    assert str(caught.value) == (
        "text.docx: M107 error: “.docx” is not a kind of manuscript that can be read (give it one of these endings: .md, .markdown, .txt, .text)"
    )


def test_a_manuscript_of_comments_only_is_refused() -> None:
    with pytest.raises(PublishError, match="M102"):
        read(Source("x.md", ".md", "<!-- later -->\n"), Report())
