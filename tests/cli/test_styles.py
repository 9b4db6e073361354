"""``publish styles`` lists, shows and begins styles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from publish.diagnostics import Report
from publish.styles import find_style, known_styles
from tests.command import ROOT, call
from tests.writers.pdfs import Pdf


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make_style(name: str, says: str = "extends: pamphlet\n") -> Path:
    style = Path("styles", name)
    style.mkdir(parents=True)
    (style / "style.yaml").write_text(says, encoding="utf-8")
    return style


# List ---------------------------------------------------------------------------------------------


def test_every_style_is_listed_with_what_it_is_for_and_where_it_lies(desk):
    make_style("own", "extends: base\ndescription: For the street.\nshapes: [a4, a3]\n")
    result = call("styles")
    assert (result.code, result.err) == (0, "")
    assert "own: For the street.\n    for a4, a3; in styles/own\n" in result.out
    names = [line.partition(":")[0] for line in result.out.splitlines() if not line.startswith(" ")]
    assert names == known_styles(desk)
    assert {"base", "pamphlet", "large-print", "copier"} < set(names)


def test_a_style_that_is_wrong_is_told_of_and_the_others_listed():
    make_style("own", "extends: pamflet\n")
    make_style("other", "extends: pamphlet\nsiez: 12\n")
    result = call("styles")
    assert result.code == 2
    assert result.said == [
        "styles/other/style.yaml:2: S106 error: unknown key `siez` (did you mean `size`?)",
        "styles/own/style.yaml:1: S101 error: there is no style `pamflet` (did you mean `pamphlet`?)",
    ]
    assert "pamphlet: " in result.out


# Show ---------------------------------------------------------------------------------------------


def test_a_specimen_has_every_kind_of_page():
    result = call("styles", "show", "pamphlet")
    assert (result.code, result.out, result.err) == (0, f"{Path('build/specimen-pamphlet.pdf')}\n", "")
    text = " ".join(Pdf(Path("build/specimen-pamphlet.pdf").read_bytes()).texts)
    for words in (
        "A specimen of this style", "sweep up the trimmings", "A leaflet is a letter", "Contents", "Before you begin", "Who comes down",
        "third floor", "On paper", "the inner sides first", "What paper and ink come to", "Creep", "press power", "run your thumb",
        "hung the wrong way round", "What a reader may ask of a page", "About the printers", "Contact", "Published by Understairs Press",
    ):  # fmt: skip
        assert words in text, words


def test_a_style_of_ones_own_can_be_shown_on_another_page_and_as_another_file():
    make_style("own")
    assert call("styles", "show", "own", "--shape", "a6", "-o", "a/b.PDF").out == f"{Path('a/b.PDF')}\n"
    assert "297.638 x 419.528 pts" in Pdf(Path("a/b.PDF").read_bytes()).run("pdfinfo", "FILE")
    assert call("styles", "show", "own", "-o", "b.html").out == "b.html\n"
    assert "Print Room" in Path("b.html").read_text("utf-8")


@pytest.mark.parametrize(("arguments", "line"), [
    (["nobody"], "S101 error: there is no style `nobody` (there are: "),
    (["pamphlet", "--shape", "a55"], "C107 error: unknown shape `a55`"),
    (["pamphlet", "-o", "x.txt"], "Error: Invalid value for '-o' / '--out': “x.txt” does not end in one of .epub, .html, .pdf."),
    (["pamphlet", "-o", "noending"], "Error: Invalid value for '-o' / '--out': “noending” does not end in one of .epub, .html, .pdf."),
    (["../base"], "S101 error: `../base` is not the name of a style"),
])  # fmt: skip
def test_a_specimen_that_cannot_be_made_says_why(arguments, line, desk):
    result = call("styles", "show", *arguments)
    assert (result.code, result.out) == (2, "")
    assert line in result.said[-1]
    assert list(desk.iterdir()) == []


def test_a_specimen_that_cannot_be_put_in_place_says_why(desk):
    Path("there.pdf").mkdir()
    result = call("styles", "show", "pamphlet", "-o", "there.pdf")
    assert (result.code, result.out) == (1, "")
    assert result.said[-1].startswith("there.pdf: F104 error: a folder stands where this file should go")


# Copy ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", known_styles(ROOT))
def test_a_copy_changes_nothing_yet(name, desk):
    result = call("styles", "copy", name, "own")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [str(Path("styles/own", file)) for file in ("style.yaml", "print.css", "epub.css", "screen.css")]
    report = Report()
    own, original = find_style("own", desk, None, report), find_style(name, desk)
    assert report.diagnostics == []
    assert own.settings == replace(original.settings, extends=name, description=own.settings.description)
    assert [path.name for path in own.folders] == ["own", *(path.name for path in original.folders)]


@pytest.mark.parametrize("name", known_styles(ROOT))
def test_every_line_of_a_copy_that_is_let_in_says_what_holds_already(name, desk):
    call("styles", "copy", name, "own")
    file = Path("styles/own/style.yaml")
    original = find_style(name, desk).settings
    commented = file.read_text("utf-8")
    opened = commented.partition("\n\n")[2].replace("\n# ", "\n")
    file.write_text(opened, encoding="utf-8")
    report = Report()
    own = find_style("own", desk, None, report).settings
    assert report.diagnostics == []
    assert replace(own, extends="", description="", fit=original.fit) == replace(original, extends="", description="")
    for bound in own.fit.__slots__:
        assert getattr(own.fit, bound) == pytest.approx(getattr(original.fit, bound), rel=1e-3)
    assert len(opened.splitlines()) > 40


def test_examples_in_a_copys_sheets_hold_when_they_are_let_in(desk):
    call("styles", "copy", "pamphlet", "own")
    for name in ("print.css", "epub.css", "screen.css"):
        file = Path("styles/own", name)
        file.write_text(file.read_text("utf-8").replace("\n/*\n", "\n").replace("\n*/\n", "\n"), encoding="utf-8")
    result = call("styles", "show", "own")
    assert (result.code, result.err) == (0, "")


def test_a_copy_without_a_name_is_called_ones_own():
    assert "my-copier" in call("styles", "copy", "copier").out
    assert "my-copier" in call("styles").out


def test_a_copy_takes_no_folders_place():
    style = make_style("own")
    result = call("styles", "copy", "pamphlet", "own")
    assert (result.code, result.out) == (2, "")
    assert result.said == ["styles/own: S116 error: this folder is there already, and stays as it is (choose another name)"]
    assert [path.name for path in style.iterdir()] == ["style.yaml"]


@pytest.mark.parametrize(("arguments", "line"), [
    (["pamflet"], "S101 error: there is no style `pamflet` (did you mean `pamphlet`?)"),
    (["pamphlet", "../own"], "S101 error: `../own` is not the name of a style (a name is letters, digits and -)"),
    (["pamphlet", ""], "S101 error: `` is not the name of a style (a name is letters, digits and -)"),
])  # fmt: skip
def test_a_copy_that_cannot_be_made_says_why(arguments, line, desk):
    result = call("styles", "copy", *arguments)
    assert (result.code, result.out, result.said) == (2, "", [line])
    assert list(desk.iterdir()) == []
