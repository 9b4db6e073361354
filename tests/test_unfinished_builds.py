"""Builds that cannot be finished: a full disk, a closed folder, Ctrl-C. Earlier output stays as it was."""

from __future__ import annotations

import os
import random
import resource
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import FRONT, call, run, start

EARLIER = b"made yesterday"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder one works in, with a text and yesterday's output of it."""
    folder = tmp_path / "desk"
    (folder / "build").mkdir(parents=True)
    for kind in ("pdf", "epub", "html"):
        (folder / "build" / f"text.{kind}").write_bytes(EARLIER)
    (folder / "text.md").write_text(f"{FRONT}All night the buses run.\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def assert_nothing_was_touched() -> None:
    found = {path.name: path.read_bytes() for path in Path("build").iterdir()}
    assert found == {f"text.{kind}": EARLIER for kind in ("pdf", "epub", "html")}


# The disk --------------------------------------------------------------------------------------


def test_a_full_disk_behind_the_output_is_told() -> None:
    full = Path("build/text.epub")
    full.unlink()
    full.symlink_to("/dev/full")
    result = call("build", "text.md", "-f", "epub", "-f", "html")
    assert result.said == ["build/text.epub: F101 error: the disk is full, so this file was not written (make room and build again)"]
    assert (result.out, result.code) == ("build/text.html\n", 1)


def test_a_disk_that_fills_up_while_a_file_is_written_leaves_the_earlier_one() -> None:

    def leave_little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    result = run("build", "text.md", "-f", "epub", preexec_fn=leave_little_room)
    assert result.said == ["build/text.epub: F101 error: the disk is full, so this file was not written (make room and build again)"]
    assert result.code == 1
    assert_nothing_was_touched()


@pytest.mark.parametrize("verb", [("dump",), ("build", "-f", "html"), ("build", "-f", "html", "--json")])
def test_a_full_disk_behind_stdout_is_told(verb: tuple[str, ...]) -> None:
    with open("/dev/full", "w") as full:
        result = run(*verb, "text.md", stdout=full)
    assert (result.err, result.code) == ("publish: the output cannot be written: no space left on device\n", 1)


def test_a_reader_that_has_had_enough_is_no_mistake() -> None:
    Path("text.md").write_text(FRONT + "All night the buses run.\n\n" * 20_000, encoding="utf-8")
    process = start("dump", "text.md")
    process.stdout.readline()
    process.stdout.close()
    assert (process.stderr.read(), process.wait(60)) == ("", 0)


@pytest.mark.parametrize("out", ["/dev/full", "text.md"])
def test_a_file_or_device_in_the_place_of_the_output_folder_is_told(out: str) -> None:
    result = call("build", "text.md", "-f", "html", "-o", out)
    assert result.said == [
        f"{out}/text.html: F103 error: this file's folder cannot be made (a file or a device stands in its way: choose another folder with -o)"
    ]
    assert result.code == 1


def test_an_output_folder_that_may_not_be_made_is_told() -> None:
    result = call("build", "text.md", "-f", "html", "-o", "/sys/build")  # closed to root, too
    assert result.said == ["/sys/build/text.html: F102 error: this file may not be written here (choose another folder with -o, or ask for the right to write)"]
    assert result.code == 1


# Ctrl-C ----------------------------------------------------------------------------------------


def thick_book(title: str) -> str:
    """Some 70,000 words, which keep a machine busy for seconds."""
    words = "all night the buses run and nobody counts who waits in the rain under a roof that leaks".split()
    random_words = random.Random(1)
    paragraph = " ".join(random_words.choice(words) for _ in range(140)).capitalize() + "."
    return f"---\ntitle: {title}\nlang: en\n---\n\n" + f"# The depot\n\n{paragraph}\n\n{paragraph}\n\n" * 250


def files_in(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_ends_a_build_with_one_line_and_leaves_nothing_behind(desk: Path, jobs: int) -> None:
    scratch = desk.parent / "scratch"
    scratch.mkdir()
    for name in ("text", "day"):
        Path(f"{name}.md").write_text(thick_book(name), encoding="utf-8")
    process = start("build", "text.md", "day.md", "-f", "pdf", "-j", jobs, env={"TMPDIR": str(scratch)})
    while len(list(files_in(scratch))) < jobs:  # each layout keeps a file there
        assert process.poll() is None, process.stderr.read()
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert err == "publish: stopped; what was finished is in place, all else is as it was\n"
    assert (out, process.returncode) == ("", 130)
    assert list(files_in(scratch)) == []
    assert_nothing_was_touched()
    with pytest.raises(ProcessLookupError):  # no worker goes on
        os.killpg(process.pid, 0)
