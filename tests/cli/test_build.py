"""``publish build`` as people and programs use it."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import time
from pathlib import Path

import pytest

from publish import __version__
from publish.writers import WRITERS
from tests.command import FRONT, call, command, run, start, surroundings

GOOD = f"{FRONT}All night the buses run.\n"
BAD = f"{FRONT}A [link](#nowhere).\n"
DEAD_LINK = "M501 error: there is nothing called `#nowhere` in this book (give a heading that id: # Heading {#id})"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str = GOOD) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def built() -> list[str]:
    return sorted(path.as_posix() for path in Path("build").rglob("*") if path.is_file())


# What is made, and where -----------------------------------------------------------------------


def test_a_manuscript_becomes_a_pdf_and_an_epub_in_build() -> None:
    write("night.md")
    result = call("build", "night.md")
    assert (result.out, result.err, result.code) == ("build/night.pdf\nbuild/night.epub\n", "", 0)
    assert built() == ["build/night.epub", "build/night.pdf"]


def test_without_names_all_manuscripts_are_made_in_the_order_of_their_names() -> None:
    write("manuscripts/b.md")
    write("manuscripts/a.txt", "The depot\n\nAll night the buses run.\n")
    write("manuscripts/c/publication.yaml", "title: C\nlang: en\ncontents: [one.md]\n")
    write("manuscripts/c/one.md")
    write("manuscripts/.hidden.md")
    write("manuscripts/picture.png")
    result = call("build", "-f", "html", "-q")
    assert result.out == "build/a.html\nbuild/b.html\nbuild/c.html\n"
    assert result.code == 0


@pytest.mark.parametrize("empty", [False, True])
def test_where_there_is_no_manuscript_one_is_told_how_to_name_it(empty: bool) -> None:
    if empty:
        Path("manuscripts").mkdir()
    result = call("build")
    assert result.code == 2
    assert result.said[-1] == "Error: There is no manuscript in manuscripts/. Name one: publish build text.md"


def test_the_output_folder_is_made_with_spaces_and_letters_of_any_script() -> None:
    result = call("build", write("ночные автобусы.md"), "-f", "html", "-o", "out put/夜")
    assert (result.out, result.code) == ("out put/夜/ночные автобусы.html\n", 0)
    assert Path("out put/夜/ночные автобусы.html").is_file()


def test_names_are_printed_as_utf8_whatever_the_locale() -> None:
    write("café.md")
    result = run("build", "café.md", "-f", "html", env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "1"})
    assert (result.out, result.code) == ("build/café.html\n", 0)


def test_a_manuscript_named_twice_is_made_once() -> None:
    write("a.md")
    write("b.md")
    assert call("build", "a.md", "b.md", "./a.md", "-f", "html", "-f", "html").out == "build/a.html\nbuild/b.html\n"


def test_the_publication_file_stands_for_its_folder() -> None:
    write("reader/publication.yaml", "title: R\nlang: en\ncontents: [one.md]\n")
    write("reader/one.md")
    assert call("build", "reader/publication.yaml", "-f", "html").out == "build/reader.html\n"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_manuscript_never_takes_the_place_of_another_ones_output(jobs: int) -> None:
    write("x/night.md", GOOD)
    write("y/Night.md", GOOD.replace("buses", "trams"))
    write("z.md")
    result = call("build", "x/night.md", "y/Night.md", "z.md", "-f", "html", "-j", jobs)
    assert result.said == [
        "y/Night.md: F109 error: not made: build/night.html is already made from x/night.md "
        "(give one of them a `slug` of its own under `publish:`, or build them apart with -o)"
    ]
    assert (result.out, result.code) == ("build/night.html\nbuild/z.html\n", 2)
    assert "buses" in Path("build/night.html").read_text(encoding="utf-8")


def test_a_slug_parts_two_manuscripts_of_the_same_name() -> None:
    write("x/night.md")
    write("y/night.md", GOOD.replace("lang: en", "lang: en\npublish:\n  slug: day"))
    result = call("build", "x/night.md", "y/night.md", "-f", "html")
    assert (result.out, result.err) == ("build/night.html\nbuild/day.html\n", "")


# Settings --------------------------------------------------------------------------------------

EDITIONS = GOOD.replace("lang: en", "lang: en\npublish:\n  formats: [html]\n  editions:\n    pocket:\n      format: pdf\n      shape: a6")


def page_size(path: str) -> list[int]:
    import pikepdf

    with pikepdf.open(path) as pdf:
        left, bottom, right, top = map(float, pdf.pages[0].mediabox)
    return [round((right - left) / 72 * 25.4), round((top - bottom) / 72 * 25.4)]


def test_the_settings_say_what_is_made_when_nobody_else_does() -> None:
    assert call("build", write("night.md", EDITIONS)).out == "build/night.html\n"


def test_an_edition_has_its_name_in_its_files_name_and_its_own_shape() -> None:
    result = call("build", write("night.md", EDITIONS), "-e", "pocket", "-e", "pocket")
    assert result.out == "build/night.pocket.pdf\n"
    assert page_size("build/night.pocket.pdf") == [105, 148]


def test_what_the_command_says_comes_before_what_an_edition_says() -> None:
    call("build", write("night.md", EDITIONS), "-e", "pocket", "--shape", "120mm x 190mm")
    assert page_size("build/night.pocket.pdf") == [120, 190]


def test_an_edition_that_does_not_exist_is_told_with_those_that_do() -> None:
    write("night.md", EDITIONS)
    write("plain.md")
    result = call("build", "night.md", "plain.md", "-e", "poket")
    assert result.said == [
        "night.md: C130 error: there is no edition `poket` of this publication (it has these: pocket)",
        "plain.md: C130 error: there is no edition `poket` of this publication (it has none: name some under `publish: editions:`)",
    ]
    assert (result.code, result.out) == (2, "")


def test_a_house_holds_for_the_manuscripts_below_it_and_yields_to_their_own_word() -> None:
    write("publish.yaml", "formats: [html]\n")
    write("manuscripts/a.md")
    write("manuscripts/b.md", EDITIONS.replace("[html]", "[epub]"))
    assert call("build").out == "build/a.html\nbuild/b.epub\n"


def test_what_is_wrong_with_the_house_is_told_once_however_many_manuscripts_there_are() -> None:
    write("publish.yaml", "styel: pamphlet\n")
    write("manuscripts/a.md")
    write("manuscripts/b.md")
    result = call("build")
    assert result.said == ["publish.yaml:1: C102 error: unknown key `styel` (did you mean `style`?)"]
    assert (result.code, result.out) == (2, "")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--style", "pamflet"), "S101 error: there is no style `pamflet` (did you mean `pamphlet`?)"),
        (("--style", "../x"), "S101 error: `../x` is not the name of a style (a name is letters, digits and -)"),
        (("--shape", "letterr"), "C107 error: unknown shape `letterr`: the nearest is letter or half-letter; two lengths do as well, as in `120mm x 190mm`"),
    ],
)  # fmt: skip
def test_a_wrong_word_on_the_command_line_is_told_once_for_all(options: tuple[str, str], message: str) -> None:
    result = call("build", write("a.md"), write("b.md"), *options)
    assert (result.said, result.code, result.out) == ([message], 2, "")


# What is said, and to whom ---------------------------------------------------------------------


def test_findings_go_to_stderr_in_the_order_of_their_lines_and_files_to_stdout() -> None:
    write("a.txt", "The depot\n\nAll night [^1] the buses run.\n\nIt is night-\ntime.\n")
    result = call("build", "a.txt", "-f", "html")
    assert result.out == "build/a.html\n"
    assert len(result.said) > 1
    lines = [int(line.split(":")[1]) for line in result.said if line.startswith("a.txt:") and line.split(":")[1].isdigit()]
    assert lines == sorted(lines)


def test_quiet_leaves_out_what_was_merely_noticed_but_no_warning() -> None:
    write("a.txt", "The depot\n\nAll night the buses run.\n")
    loud, quiet = call("build", "a.txt", "-f", "html"), call("build", "a.txt", "-f", "html", "-q")
    assert any(" info: " in line for line in loud.said)
    assert quiet.said == [line for line in loud.said if " info: " not in line]


def test_strict_ends_with_3_where_there_is_a_warning_and_the_files_are_made_all_the_same() -> None:
    write("a.md", "---\nlang: en\n---\n\nAll night the buses run.\n")
    result = call("build", "a.md", "-f", "html", "--strict")
    assert (result.code, result.out) == (3, "build/a.html\n")
    assert [" warning: " in line for line in result.said] == [True]
    assert call("build", write("b.md"), "-f", "html", "--strict").code == 0


def test_json_is_one_object_with_files_and_findings_and_nothing_else() -> None:
    write("good.md")
    write("bad.md", BAD)
    result = call("build", "good.md", "bad.md", "-f", "html", "--json")
    assert (result.err, result.code) == ("", 1)
    assert json.loads(result.out) == {
        "format": "publish-build",
        "version": 1,
        "program": {"name": "publish", "version": __version__},
        "files": ["bad.md", "good.md"],
        "findings": [
            {
                "code": "M501", "severity": "error", "message": "there is nothing called `#nowhere` in this book",
                "file": "bad.md", "line": 6, "column": 0, "length": 0, "hint": "give a heading that id: # Heading {#id}", "rule": "link to nothing in the book", "values": {},
            }
        ],
        "summary": {"errors": 1, "warnings": 0, "remarks": 0, "details": 0, "files": 2},
        "made": ["build/good.html"],
        "instructions": {},
    }  # fmt: skip


def test_what_is_built_and_what_is_checked_are_told_in_the_same_form() -> None:
    write("bad.md", BAD)
    built, checked = json.loads(call("build", "bad.md", "-f", "html", "--json").out), json.loads(call("check", "bad.md", "--json").out)
    assert built.keys() - checked.keys() == {"made", "instructions"}
    assert {key: built[key] for key in ("version", "program", "files")} == {key: checked[key] for key in ("version", "program", "files")}
    assert built["findings"][0].keys() == checked["findings"][0].keys()


def on_terminal(*arguments: str) -> tuple[str, str]:
    """What is printed to stdout, a pipe, and to stderr, a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(command(*arguments), stdout=subprocess.PIPE, stderr=theirs, env=surroundings({"TERM": "xterm"}))
    os.close(theirs)
    out, shown = process.communicate()[0], b""
    try:
        while piece := os.read(ours, 10_000):
            shown += piece
    except OSError:  # the terminal was closed
        pass
    os.close(ours)
    return out.decode(), shown.decode()


def test_a_terminal_sees_colours_and_progress_and_a_pipe_neither() -> None:
    write("good.md")
    write("bad.md", BAD)
    out, shown = on_terminal("build", "good.md", "bad.md", "-f", "html")
    assert out == "build/good.html\n"
    assert "good.md (1 of 2)" in shown
    assert "\x1b[31merror:\x1b[0m" in shown
    assert run("build", "good.md", "bad.md", "-f", "html").err == f"bad.md:6: {DEAD_LINK}\n"


# Several at a time -----------------------------------------------------------------------------


def test_two_at_a_time_say_the_same_in_the_same_order_as_one_after_the_other() -> None:
    for number in range(4):
        write(f"manuscripts/{number}.md", BAD if number == 1 else GOOD)
    one, two = call("build", "-f", "epub"), call("build", "-f", "epub", "-j", "2")
    assert one == two
    assert one.out == "build/0.epub\nbuild/2.epub\nbuild/3.epub\n"
    assert one.err == f"manuscripts/1.md:6: {DEAD_LINK}\n"


def test_a_worker_that_is_killed_is_told_and_nothing_hangs() -> None:
    paragraph = "All night the buses run. " * 40
    for name in ("a.md", "b.md"):
        write(name, FRONT + f"{paragraph}\n\n" * 600)
    process = start("build", "a.md", "b.md", "-f", "pdf", "-j", 2)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while len(workers := children.read_text().split()) < 2:
        time.sleep(0.02)
    os.kill(int(workers[0]), signal.SIGKILL)
    out, err = process.communicate(timeout=60)
    assert (out, process.returncode) == ("", 1)
    assert err == "".join(
        f"{name}: X102 error: the process that was at work on this, or beside it, was ended (perhaps memory ran out: build again with -j 1)\n"
        for name in ("a.md", "b.md")
    )


def test_a_mistake_of_ours_is_told_in_one_line_and_the_next_manuscript_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    def slip(order, report):
        if order.book.metadata.title == "Slip":
            raise ZeroDivisionError("division by zero\nand more")
        return html.write(order, report)

    html = WRITERS["html"]
    monkeypatch.setitem(WRITERS, "html", replace(html, write=slip))
    result = call("build", write("a.md", GOOD.replace("Night", "Slip")), write("b.md"), "-f", "html")
    assert result.said == [
        "a.md: X101 error: ZeroDivisionError: division by zero and more (this is a mistake of ours; please report it, with the text if you can)"
    ]
    assert (result.out, result.code) == ("build/b.html\n", 1)
