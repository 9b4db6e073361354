import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.diagnostics import PublishError, Report
from publish.model.book import Contributor, Identifier
from publish.model.front_matter import FrontMatter
from publish.model.place import Place
from publish.settings import House, load_folder, load_house, load_publication, with_overrides
from publish.settings.table import all_settings, as_markdown
from publish.settings.yaml_lines import DEEPEST, read_yaml


def front(text: str, report: Report | None = None, house: House = House()):
    """The publication of ``m.md`` with this front matter, whose first line is the file's second."""
    return load_publication([FrontMatter(text, 2)], "m.md", house, report if report is not None else Report())


def told(text: str) -> list[str]:
    """What an author of this front matter is told."""
    report = Report()
    front(text, report)
    return [str(found) for found in report.diagnostics]


def folder_with(tmp_path: Path, text: str, *names: str) -> Path:
    (tmp_path / "publication.yaml").write_text(text, encoding="utf-8")
    for name in names:
        (tmp_path / name).write_text("Text.", encoding="utf-8")
    return tmp_path


# Values -------------------------------------------------------------------------------------------


def test_what_the_author_typed_stays_what_it_is():
    found = front("title: 1984\nsubtitle: 1.10\npublisher: no\nrights: 0x1F\ndate: 2018-10-23").metadata
    assert (found.title, found.subtitle, found.publisher, found.rights) == ("1984", "1.10", "no", "0x1F")
    assert found.date == "2018-10-23"


def test_a_key_left_empty_is_as_if_it_were_not_there(report):
    found = front("title:\nsubtitle: ~\nrights: null\npublisher: ''\nlang:\npublish:\n  style:\n", report)
    nothing = front("", report)
    assert (found.metadata, found.settings) == (nothing.metadata, nothing.settings)
    assert not report.diagnostics


def test_pandoc_has_many_ways_to_name_people_and_all_are_taken(report):
    found = front(
        """author:
  - Ann Ames
  - name: Cid Cole
    file-as: Cole, Cid
creator: {role: editor, text: Ed Eames}
contributor:
  - {role: translator, text: Tim Tree}
  - {role: ill, text: Ida Ives}
  - Uma Unknown
""",
        report,
    ).metadata
    assert found.contributors == (
        Contributor("Ann Ames"),
        Contributor("Cid Cole", "aut", "Cole, Cid"),
        Contributor("Ed Eames", "edt"),
        Contributor("Tim Tree", "trl"),
        Contributor("Ida Ives", "ill"),
        Contributor("Uma Unknown", "ctb"),
    )
    assert not report.diagnostics


def test_an_author_named_twice_is_one_author():
    assert front("author: Ann\ncreator: Ann").metadata.authors == ("Ann",)


def test_a_title_in_parts_is_a_title_and_a_subtitle():
    found = front("title:\n- {type: main, text: Night Buses}\n- {type: subtitle, text: A Report}").metadata
    assert (found.title, found.subtitle) == ("Night Buses", "A Report")


def test_a_title_over_two_lines_is_one_line_and_keeps_its_no_break_space():
    assert front("title: >\n  Night\n  Buses\u00a0!\n").metadata.title == "Night Buses\u00a0!"


def test_the_rest_of_pandocs_metadata_arrives(report):
    found = front(
        """identifier: [{scheme: ISBN, text: 978-3-16-148410-0}, urn:x]
keywords: [buses, night]
subject: transport, unions
cover-image: cover.png
belongs-to-collection: Reports
group-position: 2.1
page-progression-direction: rtl
language: pt_BR
abstract: On buses.
accessModes: [textual, visual]
accessModeSufficient: [[textual, visual], textual]
accessibilityFeatures: [alternativeText]
accessibilityHazards: none
accessibilitySummary: Plain text.
""",
        report,
    ).metadata
    assert not report.diagnostics
    assert found.identifiers == (Identifier("978-3-16-148410-0", "ISBN"), Identifier("urn:x"))
    assert found.keywords == ("buses", "night", "transport", "unions")
    assert (found.series, found.series_position, found.cover_image) == ("Reports", "2.1", "cover.png")
    assert (found.page_progression, found.lang, found.description) == ("rtl", "pt-BR", "On buses.")
    assert found.access_mode_sufficient == ("textual,visual", "textual")
    assert found.accessibility_hazards == ("none",)


@pytest.mark.parametrize(
    ("written", "iso"),
    [("2018", "2018"), ("2018-10", "2018-10"), ("2018/3/4", "2018-03-04"), ("2018-10-23T10:00:00Z", "2018-10-23"),
     ("23 October 2018", "2018-10-23"), ("0476-09-04", "0476-09-04")],
)  # fmt: skip
def test_a_date_is_as_exact_as_its_author_was(written, iso):
    assert front(f"date: {written}").metadata.date == iso


@pytest.mark.parametrize("word", ["yes", "true", "on", "Yes", "TRUE"])
def test_a_switch_is_turned_on_however_yaml_users_write_it(word):
    assert front(f"publish: {{repair: {word}}}").settings.repair is True


def test_ours_stand_under_publish(report):
    found = front(
        """publish:
  style: base
  shape: A6
  slug: night-buses
  infer: no
  typography: off
  hyphenate: false
  title-page: no
  contents: yes
  chapters: run-on
  imprint: Printed by us.
  contact: https://example.org
  formats: [pdf, epub]
""",
        report,
    ).settings
    assert not report.diagnostics
    assert (found.style, found.shape, found.slug) == ("base", "A6", "night-buses")
    assert (found.infer, found.typography, found.hyphenate, found.repair) == (False, False, False, None)
    assert (found.title_page, found.contents, found.chapters) == ("no", "yes", "run-on")
    assert (found.imprint, found.contact, found.formats) == ("Printed by us.", "https://example.org", ("pdf", "epub"))


def test_an_edition_changes_what_it_names_and_leaves_the_rest():
    found = front("publish:\n  shape: a5\n  contents: no\n  editions:\n    pocket: {format: pdf, shape: a6}").settings
    pocket = found.for_edition(found.edition("pocket"))
    assert (pocket.shape, pocket.contents, pocket.style) == ("a6", "no", "pamphlet")


def test_each_key_knows_its_line():
    found = front("title: One\n\ncover-image: cover.png\npublish:\n  editions:\n    e:\n      format: pdf\n")
    assert found.places["cover-image"] == Place("m.md", 4)
    assert found.places["editions.e.format"] == Place("m.md", 8)
    assert "style" not in found.places


def test_text_without_front_matter_has_the_settings_of_the_house():
    house = House(front("publish: {style: base}").settings)
    assert load_publication([], "m.md", house, Report()).settings.style == "base"


# Problems -----------------------------------------------------------------------------------------


def test_all_problems_are_reported_in_one_run_and_the_rest_is_kept(report):
    found = front("auther: Ann\ntitle: One\nkeywords: {a: b}\ndate: 2018-02-30\npublish:\n  tipography: no\n  shape: a55", report)
    assert sorted((problem.place.line, problem.code) for problem in report.diagnostics) == [
        (2, "C102"), (4, "C103"), (5, "C104"), (7, "C102"), (8, "C107"),
    ]  # fmt: skip
    assert found.metadata.title == "One"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("auther: Ann", "m.md:2: C102 error: unknown key `auther` (did you mean `author`?)"),
        ("Title: One", "m.md:2: C102 error: unknown key `Title` (did you mean `title`?)"),
        ("style: base", "m.md:2: C102 error: unknown key `style` (it belongs under `publish:`)"),
        ("stlye: base", "m.md:2: C102 error: unknown key `stlye` (did you mean `style`? it belongs under `publish:`)"),
        ("contents: [a.md]", "m.md:2: C102 error: unknown key `contents` (it belongs under `publish:`)"),
        ("publish:\n  xyzzy: 1", "m.md:3: C102 error: unknown key `xyzzy` (the README lists all keys)"),
        (
            "translator: Tim",
            "m.md:2: C102 error: unknown key `translator` (write `contributor:` with `role: translator` and the name as `text:`)",
        ),
        (
            "publish:\n  author: Ann",
            "m.md:3: C102 error: unknown key `author` (it tells of one publication: put it at the top of its front matter)",
        ),
        ("author:\n- Ann\n- nmae: Cid", "m.md:4: C102 error: unknown key `nmae` (did you mean `name`?)"),
        ("keywords: {a: b}", "m.md:2: C103 error: `keywords` must be a list of words, not keys with values"),
        ("subtitle: [a, b]", "m.md:2: C103 error: `subtitle` must be a text, not a list"),
        ("author:\n- Ann\n- [Cid]", "m.md:4: C103 error: an item of `author` must be a text or keys with values, not a list"),
        ("author: {role: [a]}", "m.md:2: C103 error: `role` must be a text, not a list"),
        ("title: {type: main}", "m.md:2: C103 error: `text` is missing here"),
        ("publish: pamphlet", "m.md:2: C103 error: `publish` must be keys with values, not `pamphlet`"),
        ("Once upon a time", "m.md:2: C103 error: settings are lines of `key: value` (begin with `title:`)"),
        (
            "date: 2018-02-30",
            "m.md:2: C104 error: there is no such day as 2018-02-30 (write year-month-day, as in 2018-10-23)",
        ),
        ("date: soon", "m.md:2: C104 error: `soon` is not a date that can be read (write it as 2018-10-23, 2018-10 or 2018)"),
        ("lang: english", "m.md:2: C105 error: `english` is not a language tag (write one such as en, es, pt-BR or zh-Hans)"),
        ("publish:\n  formats: [pdf, epbu]", "m.md:3: C106 error: unknown format `epbu` (did you mean `epub`?)"),
        (
            "publish:\n  shape: a55",
            "m.md:3: C107 error: unknown shape `a55`: the nearest is a5; two lengths do as well, as in `120mm x 190mm`",
        ),
        ("title: A\ntitle: B", "m.md:3: C108 error: `title` is set twice, first in line 2 (keep one)"),
        ("publish:\n  infer: maybe", "m.md:3: C112 error: `infer` must be yes or no, not `maybe`"),
        ("publish:\n  chapters: on", "m.md:3: C112 error: `chapters` must be auto, page or run-on, not `on`"),
        ("contributor:\n- {role: translater, text: T}", "m.md:3: C112 error: unknown role `translater` (did you mean `translator`?)"),
        (
            "accessibilityFeatures: [index, alternativText]",
            "m.md:2: C150 error: `alternativText` is no word for `accessibilityFeatures` (did you mean `alternativeText`?)",
        ),
        (
            "title: A\naccessibilityHazards: flashingHazard",
            "m.md:3: C150 error: `flashingHazard` is no word for `accessibilityHazards` (did you mean `flashing`?)",
        ),
        (
            "accessModeSufficient: [[textual, seen]]",
            "m.md:2: C150 error: `seen` is no word for `accessModeSufficient` (known are auditory, tactile, textual, visual)",
        ),
        (
            "accessibilityHazards: [none, flashing]",
            "m.md:2: C151 error: `accessibilityHazards` says both `none` and `flashing`, which cannot both be true (leave one of them out)",
        ),
        (
            "accessibilityHazards: [sound, noSoundHazard]",
            "m.md:2: C151 error: `accessibilityHazards` says both `sound` and `noSoundHazard`, which cannot both be true (leave one of them out)",
        ),
        (
            "accessibilityFeatures: [unknown, index]",
            "m.md:2: C151 error: `accessibilityFeatures` says both `unknown` and `index`, which cannot both be true (leave one of them out)",
        ),
        ("group-position: two", "m.md:2: C112 error: `group-position` must be a number such as 2 or 2.1, not `two`"),
        (
            "publish:\n  slug: ../up",
            "m.md:3: C114 error: `../up` cannot be part of a file's name (use letters, digits, hyphens and dots)",
        ),
        ("publish:\n  editions:\n    e: {shape: a5}", "m.md:4: C103 error: edition `e` has no `format` (write one of booklet, cover, epub, html, pdf, press)"),
    ],
)
def test_each_mistake_is_told_with_its_line_and_what_to_do(text, message):
    assert told(text) == [message]


QUOTE = "put the value in quotation marks"


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "rights: ours\ntitle: One\n  again: two",
            'm.md:4: C101 error: a colon stands where none can (put a value that has one in quotation marks, as in "One: two", '
            "or check the indentation)",
        ),
        ('title: "Buses\nrights: ours', "m.md:2: C101 error: a quotation mark is opened here and never closed (close it)"),
        ("author: [Ann, Cid\ntitle: A", "m.md:2: C101 error: a bracket opened here is not closed, or a comma is missing (close it)"),
        ("title: A\n\tdate: 2018", "m.md:3: C101 error: a tab stands where spaces must (use spaces)"),
        ("title: *Jacobin* again", f"m.md:2: C101 error: a value begins with a sign that it cannot begin with ({QUOTE})"),
        ("title: @home", f"m.md:2: C101 error: a value begins with a sign that it cannot begin with ({QUOTE})"),
        ("title: A\n---\ntitle: B", "m.md:3: C101 error: a second set of settings begins here (keep one)"),
        ("title: A\x00", "m.md:2: C101 error: this line has a character that no text has: '\\x00' (delete it)"),
        ("a: b\u2028c\ntitle: 'it's'", "m.md:3: C101 error: this line does not go with the ones before (check its indentation and quotation marks)"),
    ],
)  # fmt: skip
def test_yaml_that_cannot_be_read_gives_one_message_with_the_files_own_line(monkeypatch, loader, text, message):
    monkeypatch.setattr(yaml, "CSafeLoader", getattr(yaml, loader))
    assert told(text) == [message]


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize(
    ("text", "column", "sign"),
    [
        ("rights: ours\ntitle: One\n  again: two", 8, ":"),
        ('title: "Buses\nrights: ours', 8, '"'),
        ("author: [Ann, Cid\ntitle: A", 9, "["),
        ("title: @home", 8, "@"),
        ("rights: ours\ntitle: A\x00", 9, "\x00"),
        ("title: A\n\tdate: 2018", 0, ""),
    ],
)
def test_yaml_that_cannot_be_read_is_told_with_the_sign_at_fault(monkeypatch, report, loader, text, column, sign):
    monkeypatch.setattr(yaml, "CSafeLoader", getattr(yaml, loader))
    read_yaml(text, "m.md", 1, report)
    (found,) = report.diagnostics
    assert (found.place.column, found.place.length) == (column, len(sign))
    assert text.splitlines()[found.place.line - 1][max(0, column - 1) :][: len(sign)] == sign


@pytest.mark.parametrize(
    ("text", "sign"),
    [("title: &a One", "`&a` has a meaning"), ("title: !Viva la huelga", "`!Viva` has a meaning"), ("title: *a", "`*a` is read as a reference")],
)
def test_anchors_aliases_and_tags_are_refused(text, sign):
    (message,) = told(text)
    assert message.startswith(f"m.md:2: C109 error: {sign}") and message.endswith(f"({QUOTE})")


def test_deep_nesting_and_long_settings_are_refused_at_once():
    assert told("title: " + "[" * 100_000) == [f"m.md:2: C111 error: settings are nested more than {DEEPEST} deep"]
    assert told("title: " + "x" * 200_000) == ["m.md:2: C111 error: these settings have more than 200,000 characters"]


def test_more_problems_than_one_can_read_are_cut_short():
    messages = told("publish:\n" + "\n".join(f"  key{number}: x" for number in range(1000)))
    assert len(messages) == 101
    assert messages[-1].endswith("there are more problems than are shown here (mend these first)")


WORD = st.sampled_from(["title", "author", "role", "text", "publish", "editions", "shape", "a5", "yes", "x", "date", "formats", "é`\n"])
TREE = st.recursive(WORD | st.none(), lambda below: st.lists(below, max_size=3) | st.dictionaries(WORD, below, max_size=4), max_leaves=12)


@given(st.dictionaries(WORD, TREE, max_size=6))
@settings(max_examples=150, deadline=None)
def test_whatever_the_tree_a_publication_comes_of_it_and_problems_have_places(tree):
    report = Report()
    assert front(yaml.safe_dump(tree, allow_unicode=True), report).settings.style
    assert all(problem.place and problem.place.line >= 2 for problem in report.diagnostics)


@given(st.text(st.sampled_from("ab:-[]{}'\"|>&*!%@`#, \n\t\\?~\u2028\x00\ud800"), max_size=40))
@settings(max_examples=200, deadline=None)
def test_whatever_the_text_yaml_is_read_or_refused_once(text):
    report = Report()
    _, parsed = read_yaml(text, "m.md", 2, report)
    assert parsed or [found.code for found in report.diagnostics][-1] in ("C101", "C111")


# House --------------------------------------------------------------------------------------------


@pytest.fixture
def house_at(tmp_path, monkeypatch):
    """A project with a manuscript's folder; the house is what ``publish.yaml`` says."""
    (tmp_path / "manuscripts" / "deep").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)

    def write(text: str, folder: str = ".") -> Path:
        (tmp_path / folder / "publish.yaml").write_text(text, encoding="utf-8")
        return tmp_path / "manuscripts" / "deep"

    return write


def test_the_house_is_found_above_the_manuscript(house_at, report):
    house = load_house(house_at("style: base\nimprint: Printed by us.\n"), report)
    assert (house.settings.style, house.settings.imprint) == ("base", "Printed by us.")
    assert house.places["style"] == Place("publish.yaml", 1)


def test_the_nearest_house_is_the_house(house_at, report):
    house_at("style: base")
    assert load_house(house_at("style: other", "manuscripts"), report).settings.style == "other"


def test_no_house_is_looked_for_above_the_current_folder(house_at, monkeypatch, tmp_path, report):
    folder = house_at("style: base")
    monkeypatch.chdir(tmp_path / "manuscripts")
    assert load_house(folder, report) == House()
    (tmp_path / ".git").mkdir()  # but where a project says where it begins, it is
    assert load_house(folder, report).settings.style == "base"


def test_a_mistake_in_the_house_has_its_own_file_and_line(house_at, report):
    load_house(house_at("style: base\nimprnt: us\nslug: x\n"), report)
    assert [str(found) for found in report.diagnostics] == [
        "publish.yaml:3: C115 error: `slug` would give every publication the same name (set it in one manuscript, under `publish:`)",
        "publish.yaml:2: C102 error: unknown key `imprnt` (did you mean `imprint`?)",
    ]


def test_the_manuscript_goes_before_the_house_and_the_command_line_before_both(house_at, report):
    house = load_house(house_at("style: base\nshape: a4\ncontact: us\neditions:\n  e: {format: pdf, shape: a4}\n"), report)
    found = front("publish:\n  shape: a6\n  editions:\n    e: {format: epub}\n    f: {format: html}\n", report, house)
    assert (found.settings.shape, found.settings.contact) == ("a6", "us")
    assert [(edition.name, edition.format, edition.shape) for edition in found.settings.editions] == [("e", "epub", ""), ("f", "html", "")]
    assert found.places["shape"] == Place("m.md", 3) and found.places["contact"] == Place("publish.yaml", 3)
    told_to = with_overrides(found, shape="a5", style="other")
    assert (told_to.settings.shape, told_to.settings.style, told_to.settings.contact) == ("a5", "other", "us")
    assert "shape" not in told_to.places


def test_a_shape_that_the_command_line_misspells_is_refused():
    with pytest.raises(PublishError, match="C107 error: unknown shape `a55`"):
        with_overrides(front(""), shape="a55")


# Folders ------------------------------------------------------------------------------------------


def load(folder: Path, report: Report):
    return load_folder(folder, "reader/publication.yaml", House(), report)


def test_a_folder_lists_its_texts_in_order_each_with_its_own_author(tmp_path, report):
    found = load(
        folder_with(
            tmp_path,
            "title: Reader\ncontents:\n- two.md\n- file: one.md\n  title: One\n  author: [Ann, Cid]\npublish: {shape: a6}",
            "one.md",
            "two.md",
        ),
        report,
    )
    assert not report.diagnostics
    assert [(entry.path.name, entry.file, entry.title, entry.authors) for entry in found.contents] == [
        ("two.md", "reader/two.md", "", ()),
        ("one.md", "reader/one.md", "One", ("Ann", "Cid")),
    ]
    assert found.contents[1].place == Place("reader/publication.yaml", 4)
    assert (found.metadata.title, found.settings.shape) == ("Reader", "a6")


def test_a_folder_without_publication_yaml_is_told_what_to_put_there(tmp_path, report):
    with pytest.raises(PublishError) as caught:
        load(tmp_path, report)
    assert str(caught.value) == (
        "reader: C123 error: this folder has no `publication.yaml` (put one there with `title:` and `contents:`, a list of the texts in their order)"
    )


def test_texts_that_cannot_be_taken_are_all_told(tmp_path, report):
    (tmp_path / "out.md").symlink_to("/etc/hostname")
    found = load(folder_with(tmp_path, "contents:\n- ../up.md\n- /etc/hostname\n- out.md\n- no.md\n- one.md\n- ./one.md\n", "one.md"), report)
    assert [str(problem).removeprefix("reader/publication.yaml:") for problem in report.diagnostics] == [
        "2: C120 error: `../up.md` lies outside the manuscript's folder (copy it into the folder)",
        "3: C120 error: `/etc/hostname` lies outside the manuscript's folder (copy it into the folder)",
        "4: C120 error: `out.md` lies outside the manuscript's folder (copy it into the folder)",
        "5: C121 error: there is no file `no.md` in the manuscript's folder (check its name)",
        "7: C124 error: `reader/one.md` is listed twice (keep one)",
    ]
    assert [entry.file for entry in found.contents] == ["reader/one.md"]


@pytest.mark.parametrize(("text", "line"), [("", ""), ("title: Reader\ncontents:\n", ":2"), ("title: Reader\ncontents: []\n", ":2")])
def test_a_folder_that_lists_no_text_is_told(tmp_path, report, text, line):
    load(folder_with(tmp_path, text), report)
    assert [str(problem) for problem in report.diagnostics] == [
        f"reader/publication.yaml{line}: C122 error: no text is listed (list the files under `contents:`, each behind a dash)"
    ]


def test_contents_that_are_not_a_list_are_told(tmp_path, report):
    load(folder_with(tmp_path, "contents: one.md\n", "one.md"), report)
    assert [problem.code for problem in report.diagnostics] == ["C103"]


# The table and the cost ---------------------------------------------------------------------------


def test_every_key_has_its_values_and_its_meaning_in_the_table():
    rows = all_settings()
    assert {"title", "cover-image", "accessModes", "style", "title-page"} <= {row.key for row in rows}
    assert all(row.values and row.meaning for row in rows)


def test_settings_cost_neither_yaml_nor_msgspec_where_there_is_nothing_to_read():
    program = (
        "import sys; from publish.settings import House, load_publication; from publish.diagnostics import Report\n"
        "load_publication([], 'm.md', House(), Report())\n"
        "print({'yaml', 'msgspec'} & set(sys.modules))"
    )
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=Path(__file__).parent.parent)
    assert shown.stdout == "set()\n"


def test_the_readme_has_the_table_of_settings(root):
    assert as_markdown() in (root / "README.md").read_text(encoding="utf-8")
