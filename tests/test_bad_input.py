"""What a wrong manuscript gets: one clear line each, an honest exit code, and its earlier output back."""

from __future__ import annotations

import random
import struct
import time
import zlib
from pathlib import Path

import pytest

from tests.command import FRONT, call, run

EARLIER = b"made yesterday"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder one works in, with yesterday's output of text.md in it."""
    folder = tmp_path / "desk"
    (folder / "build").mkdir(parents=True)
    for kind in ("pdf", "epub", "html"):
        (folder / "build" / f"text.{kind}").write_bytes(EARLIER)
    monkeypatch.chdir(folder)
    return folder


def write(text: str | bytes, name: str = "text.md") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def outputs() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path("build").iterdir()}


def assert_nothing_was_touched() -> None:
    assert outputs() == {f"text.{kind}": EARLIER for kind in ("pdf", "epub", "html")}


def with_setting(line: str) -> str:
    return FRONT.replace("lang: en\n", f"lang: en\n{line}\n") + "All night the buses run.\n"


def png(width: int, height: int) -> bytes:
    """A black picture in a few bytes, whatever its size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    lines = zlib.compress(bytes(min(height, 1000) * (1 + (width + 7) // 8)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


TEXTS: dict[str, tuple[str | bytes, str, int]] = {
    "an empty file": ("", "text.md: M102 error: the manuscript is empty (write something in it)", 1),
    "blank lines only": (" \n\n\t\n", "text.md: M102 error: the manuscript is empty (write something in it)", 1),
    "front matter only": (
        FRONT, "text.md:4: M102 error: the manuscript holds front matter but no text (write it below this line)", 1,
    ),
    "front matter without an end": (
        "---\ntitle: Night\n", "text.md:1: M106 error: the front matter that begins here never ends (close it with a line ---)", 1,
    ),
    "YAML with an open quotation mark": (
        '---\ntitle: "Night\nlang: en\n---\n\nText.\n',
        "text.md:2: C101 error: a quotation mark is opened here and never closed (close it)", 2,
    ),
    "YAML with a colon too many": (
        "---\nlang: en\ntitle: Night\n  the buses: two\n---\n\nText.\n",
        "text.md:4: C101 error: a colon stands where none can "
        '(put a value that has one in quotation marks, as in "One: two", or check the indentation)', 2,
    ),
    "a misspelt key": (
        "---\ntitel: Night\nlang: en\n---\n\nText.\n",
        "text.md:2: C102 error: unknown key `titel` (did you mean `title`?)", 2,
    ),
    "a misspelt key of ours": (
        with_setting("publish:\n  styel: pamphlet"), "text.md:5: C102 error: unknown key `styel` (did you mean `style`?)", 2,
    ),
    "a wrong type": (
        with_setting("publish:\n  infer: perhaps"), "text.md:5: C112 error: `infer` must be yes or no, not `perhaps`", 2,
    ),
    "a list where a text belongs": (
        with_setting("rights: [all, reserved]"), "text.md:4: C103 error: `rights` must be a text, not a list", 2,
    ),
    "an impossible date": (
        with_setting("date: 2018-02-30"),
        "text.md:4: C104 error: there is no such day as 2018-02-30 (write year-month-day, as in 2018-10-23)", 2,
    ),
    "a date that is none": (
        with_setting("date: soon"),
        "text.md:4: C104 error: `soon` is not a date that can be read (write it as 2018-10-23, 2018-10 or 2018)", 2,
    ),
    "an unknown style": (
        with_setting("publish:\n  style: pamflet"),
        "text.md:5: S101 error: there is no style `pamflet` (did you mean `pamphlet`?)", 2,
    ),
    "an unknown format": (
        with_setting("publish:\n  formats: [pdff]"), "text.md:5: C106 error: unknown format `pdff` (did you mean `pdf`?)", 2,
    ),
    "an unknown shape": (
        with_setting("publish:\n  shape: letterr"),
        "text.md:5: C107 error: unknown shape `letterr`: the nearest is letter or half-letter; two lengths do as well, as in `120mm x 190mm`", 2,
    ),
    "a link to nowhere": (
        FRONT + "See [the depot](#depto).\n\n# The depot\n",
        "text.md:6: M501 error: there is nothing called `#depto` in this book (give a heading that id: # Heading {#id})", 1,
    ),
    "a link to nearly somewhere": (
        FRONT + "See [the depot](#the-dept).\n\n# The depot\n\nIt is cold.\n",
        "text.md:6: M501 error: there is nothing called `#the-dept` in this book (did you mean `#the-depot`?)", 1,
    ),
    "a javascript: link": (
        FRONT + "\nPress [here](javascript:alert(1)).\n",
        "text.md:7: M504 error: links with `javascript:` are not allowed "
        "(readers could not follow it, or would run it; use https:, mailto: or #id)", 1,
    ),
    "a file: link": (
        FRONT + "See [this](file:///etc/passwd).\n",
        "text.md:6: M504 error: links with `file:` are not allowed "
        "(readers could not follow it, or would run it; use https:, mailto: or #id)", 1,
    ),
    "a note without text": (
        FRONT + "The fares rose.[^fares]\n", "text.md:6: M110 error: the note [^fares] has no text (write it: [^fares]: …)", 1,
    ),
    "quotes 500 deep": (
        FRONT + "> " * 500 + "x\n",
        "text.md:6: M108 error: lists, quotes or marks are nested more than 30 deep here (write it flatter)", 1,
    ),
    "lists 500 deep": (
        FRONT + "".join("  " * depth + "- a\n" for depth in range(500)),
        "text.md:36: M108 error: lists, quotes or marks are nested more than 30 deep here (write it flatter)", 1,
    ),
    "20 MB": (
        FRONT + "All night the buses run. " * 800_000,
        "text.md: M101 error: the manuscript is larger than 8 MB "
        "(split it into a folder of several files with a publication.yaml)", 1,
    ),
    "binary rubbish": (
        b"\x00" + random.Random(1).randbytes(5000),
        "text.md:1: M103 error: this is not text: it holds NUL bytes (save or export it as Markdown or plain text in UTF-8)", 1,
    ),
    "a NUL": (
        FRONT + "One\0two.\n",
        "text.md:6: M103 error: this is not text: it holds a NUL character "
        "(save or export it as Markdown or plain text in UTF-8)", 1,
    ),
    "a Word file": (
        b"PK\x03\x04" + bytes(500),
        "text.md: M103 error: this is not text but a Word, OpenDocument or EPUB file, or another archive "
        "(save or export it as Markdown or plain text in UTF-8)", 1,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "message", "code"), TEXTS.values(), ids=TEXTS)
def test_a_wrong_text_is_told_in_one_line_and_its_earlier_output_stays(text: str | bytes, message: str, code: int) -> None:
    started = time.process_time()
    result = call("build", write(text))
    assert (result.said, result.code, result.out) == ([message], code, "")
    assert_nothing_was_touched()
    assert time.process_time() - started < 5


PICTURES: dict[str, tuple[str, bytes | None, str]] = {
    "that is missing": ("bus.png", None, "M513 error: there is no picture `bus.png`"),
    "that is no picture": ("bus.png", b"a bus", "M514 error: the picture `bus.png` cannot be read"),
    "that is cut short": ("bus.png", png(500, 500)[:60], "M514 error: the picture `bus.png` cannot be read"),
    "that is a folder": ("images", None, "M513 error: there is no picture `images`"),
    "outside the folder": ("../bus.png", None, "M512 error: the picture `../bus.png` is outside the publication's folder"),
    "by its absolute path": ("/etc/bus.png", None, "M512 error: the picture `/etc/bus.png` is outside the publication's folder"),
    "behind a link that leads out": ("out.png", None, "M512 error: the picture `out.png` is outside the publication's folder"),
    "on the net": ("https://example.org/bus.png", None, "M511 error: the picture `https://example.org/bus.png` is on the net"),
    "as a file: address": ("file:///etc/bus.png", None, "M51"),
    "of too many pixels": ("bus.png", png(60_000, 60_000), "M515 error: the picture `bus.png` is too large"),
    "that runs a program": (
        "bus.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
        "M516 error: the drawing `bus.svg` holds <script>",
    ),
    "that multiplies itself": (
        "bus.svg", b'<!DOCTYPE svg [<!ENTITY a "aa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        "M516 error: the drawing `bus.svg` defines entities",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "data", "message"), PICTURES.values(), ids=PICTURES)
def test_a_picture_that_cannot_be_used_is_told_once_with_its_line(desk: Path, name: str, data: bytes | None, message: str) -> None:
    (desk / "images").mkdir()
    (desk.parent / "bus.png").write_bytes(png(8, 8))
    (desk / "out.png").symlink_to("../bus.png")
    if data is not None:
        write(data, name)
    result = call("build", write(f"{FRONT}Words.\n\n![A bus]({name})\n\nAnd again: ![the bus]({name})\n"))
    assert len(result.said) == 1
    assert result.err.startswith(f"text.md:8: {message}")
    assert result.err.endswith(")\n"), "a hint says what to do"
    assert (result.code, result.out) == (1, "")
    assert_nothing_was_touched()


def test_a_cover_that_is_missing_is_told_where_the_settings_name_it() -> None:
    result = call("build", write(with_setting("cover-image: front.png")))
    assert result.err.startswith("text.md:4: M513 error: there is no picture `front.png`")
    assert (len(result.said), result.code) == (1, 1)


def test_a_missing_file_is_told() -> None:
    result = call("build", "txet.md")
    assert result.said == ["txet.md: F106 error: there is no such file (check the name, and where you are)"]
    assert result.code == 2


def test_a_device_is_no_manuscript() -> None:
    result = call("build", "/dev/zero")
    assert result.said == ["/dev/zero: F107 error: this is a device or pipe, not a file (name a file)"]
    assert result.code == 1


def test_a_file_of_an_unknown_kind_is_told() -> None:
    result = call("build", write("text", "text.docx"))
    assert result.said == [
        "text.docx: M107 error: “.docx” is not a kind of manuscript that can be read (give it one of these endings: .md, .markdown, .txt, .text)"
    ]
    assert result.code == 2


def test_a_folder_without_a_publication_is_told() -> None:
    write("Words.", "reader/one.md")
    result = call("build", "reader")
    assert result.said == [
        "reader: C123 error: this folder has no `publication.yaml` (put one there with `title:` and `contents:`, a list of the texts in their order)"
    ]
    assert result.code == 2


def test_a_note_that_is_never_called_is_a_warning_and_its_text_is_kept() -> None:
    write(f"{FRONT}The fares rose.\n\n[^1]: By a third.\n")
    warning = "text.md:8: M111 warning: the note [^1] is never called; its text was left where it stands (write [^1] where the note belongs)"
    result = call("build", "text.md", "-f", "html")
    assert (result.said, result.code, result.out) == ([warning], 0, "build/text.html\n")
    assert "By a third." in Path("build/text.html").read_text(encoding="utf-8")
    assert call("build", "text.md", "-f", "html", "--strict").code == 3


def test_all_that_is_wrong_with_a_manuscript_is_told_in_one_run() -> None:
    write("---\ntitle: Night\nlang: en\nautor: Ann\npublish:\n  style: pamflet\n---\n\nA [link](#nowhere).\n\n![A map](map.png)\n\nA note.[^1]\n")
    result = call("build", "text.md")
    assert [line.split(" error:")[0] for line in result.said] == [
        "text.md:4: C102", "text.md:6: S101", "text.md:9: M501", "text.md:11: M513", "text.md:13: M110",
    ]  # fmt: skip
    assert result.code == 1
    assert_nothing_was_touched()


def test_all_that_is_wrong_with_a_folder_is_told_in_one_run() -> None:
    write("title: Reader\nlang: en\ncontents:\n  - one.md\n  - two.md\n  - three.md\n  - ../four.md\n", "reader/publication.yaml")
    write(f"{FRONT}A [link](#nowhere).\n", "reader/one.md")
    write("", "reader/two.md")
    result = call("build", "reader")
    assert result.said == [
        "reader/one.md:6: M501 error: there is nothing called `#nowhere` in this book (give a heading that id: # Heading {#id})",
        "reader/publication.yaml:6: C121 error: there is no file `three.md` in the manuscript's folder (check its name)",
        "reader/publication.yaml:7: C120 error: `../four.md` lies outside the manuscript's folder (copy it into the folder)",
        "reader/two.md: M102 error: the manuscript is empty (write something in it)",
    ]
    assert result.code == 1


def test_one_bad_manuscript_among_many_does_not_stop_the_others() -> None:
    names = [write(text, f"{number:02}.md") for number, (text, _, _) in enumerate(TEXTS.values())]
    good = write(f"{FRONT}All night the buses run.\n", "good.md")
    result = run("build", *names[:5], good, *names[5:], "-f", "epub")
    expected = [message.replace("text.md", f"{number:02}.md") for number, (_, message, _) in enumerate(TEXTS.values())]
    assert result.said == expected
    assert (result.out, result.code) == ("build/good.epub\n", 1)
