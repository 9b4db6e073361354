"""Validators are run on finished files, and what they find is told with the line of the manuscript where that is known."""

from __future__ import annotations

import io
import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.checks.rules.subjects import FileSubject
from publish.checks.validators import VALIDATORS, ace, epubcheck, ghostscript, process, qpdf, validated
from publish.checks.validators.verdict import Validator, Verdict
from publish.diagnostics import Report, Severity
from publish.pdf.syntax import made_for_press, opens, page_labels, syntax_problems
from publish.writers.epub.epub import write_epub
from tests import epubcheck as java
from tests.checks.epubs import changed, made_of, replaced
from tests.command import ROOT
from tests.writers.pdfs import tool
from tests.writers.sample import everything, style

PAGE = "EPUB/text/02-chapter.xhtml"
EPUB = write_epub(everything(), style(), Report())


def validator(problems=(), kinds=(".epub",), available: bool = True, seen: list | None = None) -> Validator:
    """A validator that finds the same in every file; ``seen`` gets the files that it was given."""

    def run(files: Sequence[Path]) -> Iterator[Verdict]:
        if seen is not None:
            seen.extend((file, file.read_bytes()) for file in files)
        return (Verdict(file, *problem) for file in files for problem in problems)

    return Validator("V199", "Pedant", frozenset(kinds), lambda: available, "ask a pedant", run)


GREY = b"0.5 g 0 0 99 99 re f"


def pdf(content: bytes = GREY, trim: float = 0, pages: int = 1) -> bytes:
    made, file = io.BytesIO(), pikepdf.new()
    for _ in range(pages):
        page = file.add_blank_page(page_size=(300, 400))
        page.contents_add(content)
        if trim:
            page.trimbox = pikepdf.Array([trim, trim, 300 - trim, 400 - trim])
    file.save(made)
    return made.getvalue()


SOUND_PDF = pdf()

# What becomes of what they say --------------------------------------------------------------------


def test_every_validator_has_a_code_of_its_own_and_says_how_to_get_it():
    codes = [one.code for one in VALIDATORS]
    assert codes == sorted(set(codes)) and "V100" not in codes
    assert all(one.how_to_get and one.name and one.kinds <= {".epub", ".pdf"} for one in VALIDATORS)


def test_what_is_not_installed_is_said_once_with_how_to_get_it():
    files = [FileSubject(name, EPUB) for name in ("a.epub", "b.EPUB", "c.epub")]
    (said,) = validated([*files, FileSubject("d.pdf", pdf())], [validator(available=False)])
    assert str(said) == "V100 info: Pedant is not installed, so a.epub and 2 other files were not checked with it (ask a pedant)"
    (said,) = validated(files[:1], [validator(available=False)])
    assert "so a.epub was not checked" in said.message


def test_a_validator_gets_only_files_of_its_kind_that_can_be_opened():
    files = [("a.epub", EPUB), ("b.epub", b"no EPUB"), ("c.pdf", pdf()), ("d.pdf", b"no PDF"), ("e.epub", EPUB[:-500])]
    for kind, data in ((".epub", EPUB), (".pdf", files[2][1])):
        seen: list[tuple[Path, bytes]] = []
        assert list(validated([FileSubject(*file) for file in files], [validator(kinds=[kind], seen=seen)])) == []
        assert [given for _, given in seen] == [data]


@pytest.mark.parametrize("name", ["-rf.epub", "a b;c$(d).epub", "x\ny.epub", "../../up.epub"])
def test_names_that_others_chose_never_reach_a_command_line(name: str):
    seen: list[tuple[Path, bytes]] = []
    (said,) = validated([FileSubject(name, EPUB)], [validator([(Severity.ERROR, "X", "wrong")], seen=seen)])
    assert seen[0][0].name == "1.epub" and said.place.file == name
    assert not seen[0][0].exists()


def test_the_validators_own_name_for_it_and_the_place_in_the_file_are_told():
    problem = (Severity.WARNING, "X-1", "This is odd.", "page 3")
    (said,) = validated([FileSubject("a.pdf", pdf())], [validator([problem], [".pdf"])])
    assert str(said) == "a.pdf: V199 warning: Pedant X-1: This is odd. (in page 3)"


def test_a_fault_that_is_everywhere_is_told_ten_times_and_counted():
    problems = [*[(Severity.WARNING, "X", "odd")] * 24, (Severity.ERROR, "X", "odd"), (Severity.INFO, "Y", "fine")]
    said = list(validated([FileSubject("a.epub", EPUB)], [validator(problems)]))
    assert len(said) == 12
    assert (said[-1].severity, said[-1].message) == (Severity.ERROR, "Pedant X: the same in 15 more places")


def test_a_place_in_an_epub_becomes_the_line_of_the_manuscript():
    subject = made_of(ROOT / "manuscripts" / "night-buses.md")
    lines = subject.manuscript.sources[(name := subject.manuscript.name)].splitlines()
    picture = next(number for number, line in enumerate(lines, 1) if line.startswith("!["))
    problems = [
        (Severity.ERROR, "X", "no words", "text/02-chapter.xhtml", '<img xmlns="x" src="../images/night-route-map.svg">'),
        (Severity.ERROR, "Y", "no page", "EPUB/text/none.xhtml:3:4"),
        (Severity.ERROR, "Z", "no text", "EPUB/content.opf:3:4"),
        (Severity.ERROR, "W", "odd", "EPUB/text/02-chapter.xhtml:x:-4:::"),
    ]
    said = list(validated([subject], [validator(problems)]))
    assert str(said[0]) == f"{name}:{picture}: V199 error: Pedant X: no words (in {subject.name}, text/02-chapter.xhtml)"
    assert [str(one.place) for one in said[1:]] == [subject.name] * 3


# Bounds -------------------------------------------------------------------------------------------


def test_a_program_that_hangs_is_ended_with_all_that_it_started(tmp_path: Path):
    sleeper = "import time; time.sleep(60)"
    note = f"open({str(tmp_path / 'pid')!r}, 'w').write(str(child.pid))"
    script = f"import subprocess, sys; child = subprocess.Popen([sys.executable, '-c', {sleeper!r}]); {note}; {sleeper}"
    before = time.monotonic()
    assert process.output_of([sys.executable, "-c", script], 2) is None
    assert time.monotonic() - before < 20
    child = int((tmp_path / "pid").read_text())
    state = Path(f"/proc/{child}/stat")
    for _ in range(50):
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            return
        time.sleep(0.1)
    pytest.fail("it still runs")


def test_what_a_program_says_is_cut_off_and_one_that_there_is_not_says_nothing(monkeypatch):
    monkeypatch.setattr(process, "_MOST_SAID", 1000)
    assert process.output_of([sys.executable, "-c", "print('x' * 10**6)"], 30) == "x" * 1000
    assert process.output_of(["no-such-program"], 30) is None


@pytest.mark.parametrize("content", [None, b"", b"[1]", b"{", b"\xff", b"[" * 100_000])
def test_a_report_that_cannot_be_read_is_none(tmp_path: Path, content: bytes | None):
    if content is not None:
        (tmp_path / "report.json").write_bytes(content)
    assert process.json_report(tmp_path / "report.json") is None


# EPUBCheck ----------------------------------------------------------------------------------------


@pytest.fixture
def with_java():
    if not java.available():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(java.MISSING)


def broken() -> FileSubject:
    """A sample in which one link leads nowhere."""
    subject = made_of(ROOT / "manuscripts" / "night-buses.md")
    data = changed(subject.data, {PAGE: replaced('href="#_note-1"', 'href="#nowhere"')})
    return FileSubject("build/night-buses.epub", data, subject.manuscript)


@pytest.mark.usefixtures("with_java")
@pytest.mark.parametrize("compiler", [True, False])
def test_epubcheck_leads_to_the_line_with_a_java_that_compiles_and_one_that_does_not(monkeypatch, compiler: bool):
    if not compiler:
        which = epubcheck.shutil.which
        monkeypatch.setattr(epubcheck.shutil, "which", lambda name: None if name == "javac" else which(name))
    sound = [FileSubject("sound.epub", EPUB)] if compiler else []
    (said,) = validated([*sound, broken()], VALIDATORS[:1])
    assert (said.code, said.severity) == ("V101", Severity.ERROR)
    assert said.message.startswith("EPUBCheck RSC-012: Fragment identifier is not defined. (in build/night-buses.epub, EPUB/text/02-chapter.xhtml:")
    lines = (ROOT / "manuscripts" / "night-buses.md").read_text("utf-8").splitlines()
    assert said.place.file.endswith("night-buses.md") and "[^" in lines[said.place.line - 1]


def test_a_book_that_epubcheck_did_not_get_through_is_not_fine(monkeypatch, tmp_path: Path):
    monkeypatch.setattr(epubcheck, "_JAVA", ("no-such-java",))
    (problem,) = epubcheck.run([tmp_path / "a.epub"])
    assert (problem.severity, problem.id) == (Severity.ERROR, "not-checked")


# Ace ----------------------------------------------------------------------------------------------

VIOLATION = {
    "earl:result": {
        "earl:outcome": "fail",
        "dct:description": "Element does not have an alt attribute\nElement has no title attribute",
        "earl:pointer": {"css": ["img", "figure > img"]},
        "html": '<img src="a.png"> <!--##--> <img src="b.png"> <!--##--> <p>around it</p>',
    },
    "earl:test": {"earl:impact": "critical", "dct:title": "image-alt", "dct:description": "-", "help": {"dct:description": "Images need words"}},
}


def ace_that_says(folder: Path, monkeypatch, script: str) -> None:
    """A program of Ace's name on the path, and a browser."""
    file = folder / "ace-puppeteer"
    file.write_text(f"#!{sys.executable}\nimport sys, pathlib, time\nout = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n{script}")
    file.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("PUPPETEER_EXECUTABLE_PATH", "/a/browser")


def ace_report(*violations: dict, url: str = "text/a.xhtml", outcome: str = "fail") -> str:
    said = {"earl:result": {"earl:outcome": outcome}, "assertions": [{"earl:testSubject": {"url": url}, "assertions": violations}]}
    return f"out.mkdir(parents=True); (out / 'report.json').write_text({json.dumps(said)!r})"


def test_each_place_of_a_violation_is_a_problem_with_its_markup(tmp_path: Path, monkeypatch):
    ace_that_says(tmp_path, monkeypatch, ace_report(VIOLATION))
    said = list(ace.run([tmp_path / "a.epub"]))
    assert [(one.id, one.place, one.extra) for one in said] == [("image-alt", "text/a.xhtml", f'<img src="{name}.png">') for name in "ab"]
    assert said[0].message == "Element does not have an alt attribute. Images need words"


@pytest.mark.parametrize(("impact", "severity"), [("critical", "error"), ("serious", "error"), ("moderate", "warning"), ("minor", "warning")])
def test_what_bars_readers_is_an_error(tmp_path: Path, monkeypatch, impact: str, severity: str):
    violation = VIOLATION | {"earl:test": VIOLATION["earl:test"] | {"earl:impact": impact}}
    ace_that_says(tmp_path, monkeypatch, ace_report(violation))
    assert {one.severity.value for one in ace.run([tmp_path / "a.epub"])} == {severity}


EMPTY = "out.mkdir(parents=True); (out / 'report.json').write_text('{}')"


def test_a_book_in_which_ace_finds_nothing_is_fine(tmp_path: Path, monkeypatch):
    ace_that_says(tmp_path, monkeypatch, ace_report(outcome="pass"))
    assert list(ace.run([tmp_path / "a.epub"])) == []


@pytest.mark.parametrize("script", ["", "time.sleep(60)", "sys.exit(1)", EMPTY, ace_report(outcome="fail")])
def test_a_book_that_ace_did_not_get_through_is_not_fine(tmp_path: Path, monkeypatch, script: str):
    monkeypatch.setattr(ace, "_SECONDS_A_FILE", 3)
    ace_that_says(tmp_path, monkeypatch, script)
    assert [(one.severity, one.id) for one in ace.run([tmp_path / "a.epub"])] == [(Severity.ERROR, "not-checked")]


def test_no_program_that_lies_beside_a_manuscript_is_run(tmp_path: Path, monkeypatch):
    folder = tmp_path / "node_modules" / ".bin"
    folder.mkdir(parents=True)
    ace_that_says(folder, monkeypatch, ace_report())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert ace.available()
    monkeypatch.setenv("PATH", "")
    assert not ace.available()


# PDFs ---------------------------------------------------------------------------------------------


def test_qpdf_finds_nothing_in_a_sound_file_and_says_what_is_damaged_in_another(tmp_path: Path):
    sound, damaged = tmp_path / "sound.pdf", tmp_path / "damaged.pdf"
    sound.write_bytes(pdf())
    damaged.write_bytes(pdf()[:-60])
    said = list(qpdf.run([sound, damaged]))
    assert said and {(one.file, one.severity) for one in said} == {(damaged, Severity.ERROR)}
    assert all("\n" not in one.message and one.message for one in said)


def test_a_file_that_takes_qpdf_too_long_is_not_fine(tmp_path: Path, monkeypatch):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf())
    monkeypatch.setattr(qpdf, "_SECONDS_TO_START", 0)
    monkeypatch.setattr(qpdf, "_SECONDS_A_FILE", 0)
    assert [(one.severity, one.id) for one in qpdf.run([path])] == [(Severity.ERROR, "not-checked")]


@given(st.integers(0, len(SOUND_PDF) - 1), st.binary(min_size=1, max_size=30))
def test_no_damage_to_a_pdf_makes_looking_at_it_fail(at: int, data: bytes):
    damaged = SOUND_PDF[:at] + data + SOUND_PDF[at + len(data) :]
    for look in (opens, syntax_problems, made_for_press, page_labels):
        look(damaged)


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        ((GREY,), "1 page in black only"),
        ((GREY, b"", b"0 1 0 1 k 0 0 9 9 re f", GREY), "2 pages in black only; 1 blank page; 1 page in magenta and black"),
    ],
)  # fmt: skip
def test_the_inks_of_a_press_file_are_measured(tmp_path: Path, pages: tuple[bytes, ...], words: str):
    tool("gs")
    made, file = io.BytesIO(), pikepdf.new()
    for content in pages:
        file.pages.extend(pikepdf.open(io.BytesIO(pdf(content, trim=9))).pages)
    file.save(made)
    path = tmp_path / "a.pdf"
    path.write_bytes(made.getvalue())
    (said,) = ghostscript.run([path])
    assert (said.severity, said.message) == (Severity.INFO, words)


def test_files_for_the_screen_are_not_measured(tmp_path: Path):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf())
    assert list(ghostscript.run([path])) == []
