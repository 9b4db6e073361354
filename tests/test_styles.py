"""Styles are found, built on each other, and told apart; what is wrong in one is said with its file and line."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from publish.diagnostics import PublishError, Report
from publish.model.place import Place
from publish.printing.shapes import SHAPES
from publish.styles import DEFAULT_STYLE, StyleSettings, find_style, known_styles
from publish.writers.fonts import font_file

ROOT = Path(__file__).parents[1]


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """The manuscript's folder, in which we are."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make_style(folder: Path, name: str = "own", says: str = "extends: base\n", **files: str) -> Path:
    style = folder / "styles" / name
    style.mkdir(parents=True)
    (style / "style.yaml").write_text(says, encoding="utf-8")
    for file, text in files.items():
        path = style / file.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return style


def said(folder: Path, name: str = "own") -> list[str]:
    """What is said of a style, each as a line."""
    report = Report()
    try:
        find_style(name, folder, Place("text.md", 3), report)
    except PublishError as problem:
        report.diagnostics.append(problem.diagnostic)
    return [str(found) for found in report.diagnostics]


# Our own ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", known_styles(ROOT))
def test_the_styles_that_come_along_are_in_order(name, folder):
    report = Report()
    style = find_style(name, folder, None, report)
    assert report.diagnostics == []
    assert style.folders[-1].name == "base"
    assert style.settings.shape in SHAPES
    assert font_file(style.settings.cover.face).is_file()
    assert font_file(style.settings.cover.second_face).is_file()
    assert style.settings.description


def test_the_usual_style_is_there():
    assert {"base", DEFAULT_STYLE} <= set(known_styles(ROOT))


def test_a_style_needs_no_msgspec():
    """It is read in every build, and loading that takes longer than reading it."""
    code = (
        "import sys; from pathlib import Path; from publish.styles import find_style; find_style('pamphlet', Path('.'));"
        "print(*(name for name in ('msgspec', 'jinja2', 'babel', 'urllib.request') if name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout == "\n"


# Building on each other ---------------------------------------------------------------------------


def test_the_nearest_word_holds_key_by_key(folder):
    make_style(folder, "wide", "extends: pamphlet\nsize: 12.5\nmargins: {inner: 0.2}\n")
    make_style(folder, "wider", "extends: wide\nleading: 16\ncover:\n  ink: '#112233'\n")
    usual, style = find_style("pamphlet", folder).settings, find_style("wider", folder)
    assert [path.name for path in style.folders] == ["wider", "wide", "pamphlet", "base"]
    assert style.settings == replace(
        usual, extends="wide", size=12.5, leading=16,
        margins=replace(usual.margins, inner=0.2), cover=replace(usual.cover, ink="#112233"),
    )  # fmt: skip


def test_css_of_the_style_comes_after_what_it_builds_on_file_by_file(folder):
    make_style(folder, says="extends: pamphlet\n", print_css="p { color: red }\n")
    sheets = find_style("own", folder).style_sheets("print")
    assert [Path(sheet.name).parent.name for sheet in sheets] == ["", "base", "pamphlet", "own"]
    assert sheets[-1].name == "styles/own/print.css"
    assert find_style("own", folder).css("print").endswith("p { color: red }\n")


def test_size_and_leading_of_body_text_are_said_first_for_print(folder):
    make_style(folder, says="extends: pamphlet\nsize: 10.5\nleading: 13.25\n")
    assert find_style("own", folder).css("print").startswith("html { font-size: 10.5pt; line-height: 13.25pt }\n")
    assert "10.5pt" not in find_style("own", folder).css("epub")


def test_a_template_of_the_style_stands_in_for_the_one_of_that_name(folder):
    make_style(folder, templates__title_html_j2="{{ word('by') }}!")
    assert find_style("own", folder).template("title.html.j2").render(word=str.upper) == "BY!"


def test_a_style_beside_the_manuscript_can_build_on_one_of_its_own_name(folder):
    make_style(folder, "pamphlet", "extends: pamphlet\nsize: 13\n")
    style = find_style("pamphlet", folder)
    assert [path.parents[1] == folder for path in style.folders] == [True, False, False]
    assert style.settings.size == 13


def test_a_style_that_says_nothing_of_margins_has_usual_ones(folder):
    make_style(folder, says="description: Plain\n")
    assert find_style("own", folder).settings == StyleSettings(description="Plain")


# Mistakes -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("says", "problem"), [
    ("extends: base\nsiez: 11\n", "2: S106 error: unknown key `siez` (did you mean `size`?)"),
    ("extends: base\ntitle_size: 11\n", "2: S106 error: unknown key `title_size` (did you mean `title-size`?)"),
    ("margins:\n  inner: 0.1\n  innner: 0.1\n", "3: S106 error: unknown key `innner` (did you mean `inner`?)"),
    ("cover: {fount: X}\n", "1: S106 error: unknown key `fount` (known are paper, ink, face, second-face)"),
    ("size: big\n", "1: S107 error: `size` must be a number of points from 1 to 200, not `big`"),
    ("size: 0\n", "1: S107 error: `size` must be a number of points from 1 to 200, not `0`"),
    ("leading: -14\n", "1: S107 error: `leading` must be a number of points from 1 to 200, not `-14`"),
    ("leading: nan\n", "1: S107 error: `leading` must be a number of points from 1 to 200, not `nan`"),
    ("leading: [14]\n", "1: S107 error: `leading` must be one value, not a list"),
    ("title-size: {a: b}\n", "1: S107 error: `title-size` must be one value, not keys with values"),
    ("margins: 0.1\n", "1: S107 error: `margins` must be keys with values, not `0.1` (they are inner, outer, top, bottom)"),
    ("margins: {top: 12mm}\n", "1: S107 error: `margins.top` must be a share of the page from 0 to 0.7, not `12mm`"),
    ("margins:\n  inner: 0.4\n  outer: 0.4\n",
     "2: S107 error: the margins inner and outer leave 20% of the page for the text (leave 30% or more)"),
    ("margins: {bottom: 0.65}\n",
     "1: S107 error: the margins top and bottom leave 25% of the page for the text (leave 30% or more)"),
    ("shape: a55\n", "1: S107 error: `shape` must be a page (unknown shape `a55`: the nearest is "),
    ("cover: {ink: black}\n", "1: S104 error: `cover.ink` must be a colour written with six digits, as in `#f4efe4`, not `black`"),
    ("cover: {face: ../../secret}\n", "1: S105 error: `cover.face` must be a font's file name without ending"),
    ("extends: base\nsize: 11\nsize: 12\n", "3: C108 error: `size` is set twice, first in line 2 (keep one)"),
    ("extends: base\nmargins: {inner: 0.1\n", "2: C101 error: "),
    ("", " S102 error: this style.yaml says nothing (write at least: `extends: base`)"),
    ("# nothing\n", " S102 error: this style.yaml says nothing (write at least: `extends: base`)"),
    ("- a\n- b\n", " S102 error: this style.yaml says nothing (write at least: `extends: base`)"),
    ("extends: pamflet\n", "1: S101 error: there is no style `pamflet` (did you mean `pamphlet`?)"),
    ("extends: ../base\n", "1: S101 error: `../base` is not the name of a style (a name is letters, digits and -)"),
    ("extends: own\n", "1: S103 error: style `own` extends itself (look at `extends` in its style.yaml)"),
])  # fmt: skip
def test_a_mistake_is_said_with_its_line(says, problem, folder):
    make_style(folder, says=says)
    problems = said(folder)
    assert len(problems) == 1
    assert problems[0].startswith(f"styles/own/style.yaml:{problem}")


def test_all_mistakes_are_said_in_one_run_and_the_rest_is_used(folder):
    make_style(folder, says="extends: pamphlet\nsize: big\nleadng: 14\ncover:\n  ink: blue\n  paper: '#ffffff'\n")
    report = Report()
    style = find_style("own", folder, None, report)
    assert [(found.code, found.place.line) for found in report.diagnostics] == [("S107", 2), ("S106", 3), ("S104", 5)]
    assert style.settings.cover.paper == "#ffffff"
    find_style("own", folder, None, report)
    assert len(report.diagnostics) == 3  # a style that is used twice is reported once
    with pytest.raises(PublishError, match="S107"):
        find_style("own", folder)


def test_styles_that_extend_each_other_are_refused(folder):
    make_style(folder, "one", "extends: two\n")
    make_style(folder, "two", "description: x\nextends: one\n")
    assert said(folder, "one") == ["styles/two/style.yaml:2: S103 error: style `one` extends itself (look at `extends` in its style.yaml)"]


@pytest.mark.parametrize("name", ["../x", "/etc", "a/b", "", ".", "..", "a\\b", "x\0", "x" * 70, "own.old", "C:"])
def test_a_name_that_is_no_name_is_refused(name, folder):
    assert said(folder, name)[0].startswith("text.md:3: S101 error: `")


def test_an_unknown_style_is_told_where_it_was_asked_for(folder):
    assert said(folder, "panflet") == ["text.md:3: S101 error: there is no style `panflet` (did you mean `pamphlet`?)"]
    assert "there are: base, " in said(folder, "zzzzzz")[0]


def test_a_file_that_is_no_text_is_refused(folder):
    style = make_style(folder)
    (style / "print.css").write_bytes(b"p { color: \xff\xfe }")
    with pytest.raises(PublishError, match="styles/own/print.css: S108 error: this file is not UTF-8 text"):
        find_style("own", folder).css("print")


# Outside --------------------------------------------------------------------------------------------


def test_links_do_not_lead_out_of_the_styles_folder(folder):
    outside = make_style(folder / "elsewhere", "secret", print_css="p { color: red }")
    (folder / "styles").mkdir()
    (folder / "styles" / "own").symlink_to(outside)
    assert said(folder)[0].startswith("text.md:3: S101 error: there is no style `own`")


def test_links_do_not_lead_out_of_a_style(folder):
    style = make_style(folder)
    secret = folder / "secret.css"
    secret.write_text("top secret")
    (style / "templates").mkdir()
    (style / "fonts").symlink_to(folder)
    for name in ("print.css", "templates/title.html.j2"):
        (style / name).symlink_to(secret)
    found = find_style("own", folder)
    assert "secret" not in found.css("print")
    assert found.font_folders == ()
    assert "secret" not in found.template("title.html.j2").render(title_words=None)


@pytest.mark.parametrize("said", [
    "{% include '../style.yaml' %}", "{% include '/etc/hostname' %}", "{% extends '../../../secret' %}",
])  # fmt: skip
def test_templates_take_in_nothing_from_outside(said, folder):
    make_style(folder, templates__title_html_j2=said)
    (folder / "secret").write_text("top secret")
    with pytest.raises(PublishError, match="S109 error: style `own` has no template"):
        find_style("own", folder).template("title.html.j2").render()


@pytest.mark.parametrize("said", [
    "{{ ''.__class__.__mro__ }}", "{{ cycler.__init__.__globals__ }}", "{% set x = names.append(1) %}",
])  # fmt: skip
def test_templates_run_nothing(said, folder):
    make_style(folder, templates__title_html_j2="\n" + said)
    with pytest.raises(PublishError, match="styles/own/templates/title.html.j2:2: S109 error: this template does not work"):
        find_style("own", folder).template("title.html.j2").render(names=[])


@pytest.mark.parametrize(("text", "problem"), [
    ("<p>\n{{ metadata.titel }}", "title.html.j2:2: S109 error: this template does not work: "),
    ("<p>\n\n{% for %}", "title.html.j2:3: S109 error: this template cannot be read: "),
    ("{{ unknown }}", "title.html.j2:1: S109 error: this template does not work: 'unknown' is undefined"),
    ("{% from 'page.j2' import x %}", "S109 error: style `own` has no template `page.j2` (write `extends: base` in its style.yaml)"),
])  # fmt: skip
def test_a_template_that_is_wrong_is_said_with_its_line(text, problem, folder):
    make_style(folder, templates__title_html_j2=text)
    with pytest.raises(PublishError) as caught:
        find_style("own", folder).template("title.html.j2").render(metadata=Place("x"))
    assert problem in str(caught.value)


def test_a_style_that_builds_on_nothing_says_so_when_it_is_used(folder):
    make_style(folder, says="description: Bare\n")
    with pytest.raises(PublishError, match="style `own` has no template `print.html.j2`"):
        find_style("own", folder).template("print.html.j2").render()
