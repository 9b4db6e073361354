"""Styles are found, built on each other, and told apart; what is wrong in one is said with its file and line."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from publish.diagnostics import PublishError, Report
from publish.measures.shapes import SHAPES
from publish.model.place import Place
from publish.styles import DEFAULT_STYLE, StyleSettings, find_style, known_styles
from publish.typesetting.fonts.families import font_file

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
        margins=replace(usual.margins, inner=0.2), cover=replace(usual.cover, ink="#112233"), fit=style.settings.fit,
    )  # fmt: skip


def test_css_of_the_style_comes_after_what_it_builds_on_file_by_file(folder):
    make_style(folder, says="extends: pamphlet\n", print_css="p { color: red }\n")
    sheets = find_style("own", folder).style_sheets("print")
    assert [Path(sheet.name).parent.name for sheet in sheets] == ["", "base", "pamphlet", "own"]
    assert sheets[-1].name == "styles/own/print.css"
    assert find_style("own", folder).css("print").endswith("p { color: red }\n")


def test_size_and_leading_of_body_text_are_said_first_for_print(folder):
    make_style(folder, says="extends: pamphlet\nsize: 10.5\nleading: 13.25\n")
    first = find_style("own", folder).css("print").partition("}")[0]
    assert "font-size: 10.5pt" in first
    assert "line-height: 13.25pt" in first
    assert "10.5pt" not in find_style("own", folder).css("epub")


def test_a_template_of_the_style_stands_in_for_the_one_of_that_name(folder):
    make_style(folder, templates__title_html_j2="<p>{{ word('by') }}!</p>")
    assert find_style("own", folder).template("title.html.j2").render(word=str.upper) == "<p>BY!</p>"


def test_a_style_beside_the_manuscript_can_build_on_one_of_its_own_name(folder):
    make_style(folder, "pamphlet", "extends: pamphlet\nsize: 13\n")
    style = find_style("pamphlet", folder)
    assert [path.parents[1] == folder for path in style.folders] == [True, False, False]
    assert style.settings.size == 13


def test_a_style_that_says_nothing_of_margins_has_usual_ones(folder):
    make_style(folder, says="description: Plain\n")
    assert find_style("own", folder).settings == StyleSettings(description="Plain")


# What a style decides -----------------------------------------------------------------------------


def test_a_style_names_its_families_and_ours_stand_behind_them(folder):
    make_style(folder, says="extends: pamphlet\nfonts: {text: XCharter}\n")
    css = find_style("own", folder).css("print")
    assert '--text: "XCharter", "EB Garamond", "Gentium Book Plus", "Noto Sans"' in css
    assert '--sans: "Source Sans 3", "Noto Sans"' in css
    assert '--display: "Source Sans 3", "Noto Sans"' in css
    assert '--text-face: "XCharter"' in find_style("own", folder).css("screen")


def test_a_style_in_one_sans_falls_back_on_no_serif(folder):
    make_style(folder, says="extends: pamphlet\nfonts: {text: Lato, sans: Lato}\n")
    text = find_style("own", folder).css("print").partition("--text: ")[2].partition(";")[0]
    assert text.startswith('"Lato", "Source Sans 3"')
    assert text.endswith(", sans-serif")
    assert "Garamond" not in text


def test_chinese_is_set_in_a_chinese_face_unless_the_style_names_one(folder):
    make_style(folder, says="extends: pamphlet\nfonts: {text: Lato}\n")
    assert 'html:lang(zh) { --text: "Noto Sans SC", sans-serif' in find_style("own", folder).css("print")
    make_style(folder, "song", says="extends: pamphlet\nfonts: {text: Noto Serif SC}\n")
    assert 'html:lang(zh) { --text: "Noto Serif SC", "Noto Sans SC", sans-serif' in find_style("song", folder).css("print")


def test_bounds_of_fitting_are_in_times_the_styles_own_measures(folder):
    make_style(folder, says="extends: base\nsize: 10\nleading: 15\nsmallest: 9.5\nfit: {size: [0.9, 1.2], leading: [0.8, 1], tracking: 0.5}\n")
    fit = find_style("own", folder).settings.fit
    assert fit.size == (9.5, 12)
    assert fit.leading == pytest.approx((1.2, 1.5))
    assert fit.tracking == (-0.5, 0.5)
    assert fit.margins == StyleSettings().fit.margins


def test_bounds_follow_the_size_of_a_style_that_says_nothing_of_them(folder):
    make_style(folder, says="extends: pamphlet\nsize: 20\nleading: 30\n")
    fit = find_style("own", folder).settings.fit
    assert fit.size[0] < 20 < fit.size[1]
    assert fit.leading[0] < 1.5 < fit.leading[1]


@pytest.mark.parametrize("name", known_styles(ROOT))
def test_no_style_can_be_fitted_below_its_smallest_size_nor_away_from_itself(name, folder):
    settings = find_style(name, folder).settings
    fit = settings.fit
    assert settings.smallest <= fit.size[0] <= settings.size <= fit.size[1]
    assert fit.leading[0] <= settings.leading / settings.size + 1e-3
    assert fit.leading[1] >= settings.leading / settings.size - 1e-3
    assert fit.tracking[0] <= 0 <= fit.tracking[1]
    assert fit.margins[0] <= 1 <= fit.margins[1]
    assert fit.spacing[0] <= 1 <= fit.spacing[1]


def test_a_key_is_known_with_the_place_where_it_was_written(folder):
    make_style(folder, "wide", "extends: pamphlet\nfonts:\n  text: Lato\n")
    make_style(folder, says="extends: wide\nsize: 12\n")
    places = find_style("own", folder).places
    assert places["fonts.text"] == Place("styles/wide/style.yaml", 3)
    assert places["size"] == Place("styles/own/style.yaml", 2)
    assert "contents" not in places


# Files in place of a style's own --------------------------------------------------------------------


def put_instead(folder: Path, file: str, text: str, name: str = "pamphlet") -> None:
    path = folder / "styles" / name / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_file_alone_takes_the_place_of_the_styles_own_and_of_no_other(folder):
    put_instead(folder, "print.css", "p { color: red }\n")
    sheets = find_style("pamphlet", folder).style_sheets("print")
    assert [sheet.name for sheet in sheets[2:]] == ["styles/pamphlet/print.css"]
    assert sheets[-1].css == "p { color: red }\n"
    assert Path(sheets[1].name).parent.name == "base"
    assert "section.demands" in find_style("pamphlet", folder).css("epub")


def test_a_file_in_place_of_a_styles_own_holds_in_styles_that_build_on_it(folder):
    put_instead(folder, "print.css", "p { color: red }\n")
    make_style(folder, says="extends: pamphlet\n", print_css="p { color: blue }\n")
    assert [sheet.css for sheet in find_style("own", folder).style_sheets("print")[2:]] == ["p { color: red }\n", "p { color: blue }\n"]


def test_a_file_beside_the_manuscript_comes_before_one_of_the_project(folder):
    put_instead(folder, "print.css", "p { color: red }\n")
    put_instead(folder / "texts", "print.css", "p { color: blue }\n")
    assert find_style("pamphlet", folder / "texts").css("print").endswith("p { color: blue }\n")
    assert find_style("pamphlet", folder).css("print").endswith("p { color: red }\n")


def test_templates_and_fonts_can_stand_in_alone(folder):
    put_instead(folder, "templates/title.html.j2", "<p>Ours</p>", "base")
    put_instead(folder, "fonts/x.txt", "", "base")
    style = find_style("pamphlet", folder)
    assert style.template("title.html.j2").render() == "<p>Ours</p>"
    assert folder / "styles" / "base" / "fonts" in style.font_folders


def test_a_folder_of_files_is_no_style(folder):
    put_instead(folder, "print.css", "p { color: red }\n", "own")
    assert "own" not in known_styles(folder)
    assert said(folder)[0].startswith("text.md:3: S101 error: there is no style `own`")


# Mistakes -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("says", "problem"), [
    ("extends: base\nsiez: 11\n", "2: S106 error: unknown key `siez` (did you mean `size`?)"),
    ("extends: base\ntitle_size: 11\n", "2: S106 error: unknown key `title_size` (did you mean `title-size`?)"),
    ("margins:\n  inner: 0.1\n  innner: 0.1\n", "3: S106 error: unknown key `innner` (did you mean `inner`?)"),
    ("cover: {fount: X}\n", "1: S106 error: unknown key `fount` (known are paper, ink, accent, face, second-face)"),
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
    ("smallest: 12\nsize: 11\n", "2: S107 error: the size of 11 points is below the smallest, 12 (set `smallest` to that size or less)"),
    ("shapes: a5\n", "1: S107 error: `shapes` must be a list of pages, as in `[a5, a6]`, not `a5`"),
    ("shapes: [a5, a55]\n", "1: S107 error: `shapes` must be a page (unknown shape `a55`: the nearest is "),
    ("fonts: {text: 'X\"}'}\n", "1: S107 error: `fonts.text` must be the name of a font's family, as in `EB Garamond`, not `X\"}`"),
    ("hyphenate: maybe\n", "1: S107 error: `hyphenate` must be yes or no, not `maybe`"),
    ("contents: maybe\n", "1: S107 error: `contents` must be auto, yes or no, not `maybe`"),
    ("chapters: yes\n", "1: S107 error: `chapters` must be auto, page or run-on, not `yes`"),
    ("columns: 9\n", "1: S107 error: `columns` must be a number of columns from 1 to 6, not `9`"),
    ("tables: 0.9\n", "1: S107 error: `tables` must be two numbers from 0.3 to 1.5, the smaller first, as in `[0.56, 0.91]`, not `0.9`"),
    ("tables: [0.9, 0.6]\n", "1: S107 error: `tables` must be two numbers from 0.3 to 1.5, the smaller first, as in `[0.56, 0.91]`, not a list"),
    ("fit: {size: 0.9}\n", "1: S107 error: `fit.size` must be two numbers, as in `[0.9, 1.1]`, not `0.9`"),
    ("fit:\n  size: [0.1, 1.1]\n", "2: S107 error: `fit.size` must be two numbers from 0.5 to 2, not a list"),
    ("fit:\n  leading: [1.05, 1.1]\n", "2: S107 error: `fit.leading` must be two numbers, the first 1 or less and the second 1 or more"),
    ("fit: {tracking: 9}\n", "1: S107 error: `fit.tracking` must be a number of percent from 0 to 3, not `9`"),
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


# Mistakes in sheets that nothing else would say ------------------------------------------------------


@pytest.mark.parametrize(("file", "text", "problem"), [
    ("prnt.css", "", "styles/own/prnt.css: S113 warning: no style sheet is called so, and it is not read (did you mean `print.css`?)"),
    ("title.html.j2", "", "styles/own/title.html.j2: S113 warning: this template is not read (put it into the folder `templates`)"),
    ("print.css", "p { }\nh1 {\n  color: red;\nh2 { }\n",
     "styles/own/print.css:2: S114 warning: this `{` is never closed: what follows is lost (write its `}`)"),
    ("screen.css", "p { }\n}\n", "styles/own/screen.css:2: S114 warning: this `}` closes nothing (take it out, or see what is missing above it)"),
    ("epub.css", "\np { background: url(x.png) }\n",
     "styles/own/epub.css:2: S115 warning: `url(x.png)` leads to another file, and a book takes no file of a style with it "
     "(write what it holds here, pictures as `data:`)"),
    ("screen.css", "/* a\nb */ @import 'other.css';\n",
     "styles/own/screen.css:2: S115 warning: `@import 'other.css'` leads to another file, and a book takes no file of a style with it "
     "(write what it holds here, pictures as `data:`)"),
])  # fmt: skip
def test_what_a_style_says_in_vain_is_said_with_its_line(file, text, problem, folder):
    style = make_style(folder)
    (style / file).write_text(text, encoding="utf-8")
    assert said(folder) == [problem]


@pytest.mark.parametrize("css", [
    "p::before { content: '{' } /* } */", "p { content: \"\\\"}\" }", "@page { @top-left { content: none } }",
    "p { background: url(data:image/png;base64,AA) } a { fill: url(#x) } /* url(x.png) */", "",
])  # fmt: skip
def test_sheets_without_mistakes_are_left_in_peace(css, folder):
    style = make_style(folder)
    for name in ("print.css", "epub.css", "screen.css"):
        (style / name).write_text(css, encoding="utf-8")
    assert said(folder) == []


@pytest.mark.parametrize("css", ["{" * 400_000, "'\\" * 400_000, "/*" * 400_000, "url(" * 300_000, "@import " * 100_000])
def test_a_sheet_made_to_keep_us_busy_does_not(css, folder):
    style = make_style(folder)
    (style / "epub.css").write_text(css, encoding="utf-8")
    start = time.process_time()
    said(folder)
    assert time.process_time() - start < 3


def test_a_style_file_under_the_wrong_ending_is_told(folder):
    style = make_style(folder, "pamphlet")
    (style / "style.yaml").rename(style / "style.yml")
    assert said(folder, "pamphlet") == ["styles/pamphlet/style.yml: S113 warning: this file is not read (call it `style.yaml`)"]


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


@pytest.mark.parametrize("text", ["\n{{ 1 / 0 }}", "\n{{ 1 + 'a' }}", "\n{% for i in range(100000000) %}x{% endfor %}", "\n{{ [].pop() }}"])
def test_a_template_that_reckons_wrongly_is_said_with_its_line(text, folder):
    make_style(folder, templates__title_html_j2=text)
    with pytest.raises(PublishError, match="styles/own/templates/title.html.j2:2: S109 error: this template does not work: "):
        find_style("own", folder).template("title.html.j2").render()


def test_a_mistake_of_ours_is_not_taken_for_the_templates(folder):
    make_style(folder, templates__title_html_j2="{{ place() }}")
    with pytest.raises(TypeError):
        find_style("own", folder).template("title.html.j2").render(place=lambda: find_style(3, folder))


@pytest.mark.parametrize(("text", "problem"), [
    ("<p><b>Night</p>", "mismatched tag near `<p><b>Night</p>`"),
    ("<p>Night&nbsp;bus</p>", "undefined entity near `<p>Night&nbsp;bus</p>`"),
    ("", "no element found near ``"),
    ("<p>Night", "no element found near `<p>Night`"),
])  # fmt: skip
def test_a_template_that_makes_no_page_is_told(text, problem, folder):
    make_style(folder, templates__title_html_j2=text)
    with pytest.raises(PublishError) as caught:
        find_style("own", folder).template("title.html.j2").render()
    assert str(caught.value).startswith(f"styles/own/templates/title.html.j2: S117 error: what this template makes is not well-formed: {problem}")


def test_a_style_that_builds_on_nothing_says_so_when_it_is_used(folder):
    make_style(folder, says="description: Bare\n")
    with pytest.raises(PublishError, match="style `own` has no template `print.html.j2`"):
        find_style("own", folder).template("print.html.j2").render()
