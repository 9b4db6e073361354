"""The whole way: what a program gets, and the same bytes wherever and whenever it is gone."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from pathlib import Path

import pytest

import publish
from publish.diagnostics import PublishError, Report
from publish.model.book import Book
from publish.model.nodes import Role
from publish.model.walk import plain_text
from publish.workflows.building import build
from publish.workflows.reading import Wanted, manuscripts_in
from tests.command import FRONT, ROOT, run

GOOD = f"{FRONT}All night the buses run.\n"


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


# For programs ----------------------------------------------------------------------------------


def test_a_program_reads_a_manuscript_as_a_book() -> None:
    book = publish.read(write("night.md"))
    assert isinstance(book, Book)
    assert (book.metadata.title, [section.role for section in book.sections]) == ("Night", [Role.CHAPTER])


def test_a_program_builds_the_formats_it_names_where_it_wants_them(desk: Path) -> None:
    assert publish.build(str(write("night.md")), "epub", out=desk / "out") == [desk / "out" / "night.epub"]
    assert publish.build(write("night.md"), ("html", "epub"), out="out") == [Path("out/night.html"), Path("out/night.epub")]


def test_without_a_report_the_first_error_is_raised() -> None:
    write("night.md", f"{FRONT}A [link](#nowhere).\n")
    for call in (publish.read, publish.build):
        with pytest.raises(PublishError, match="^night.md:6: M501 error: there is nothing called `#nowhere`"):
            call("night.md")


def test_with_a_report_all_findings_go_there() -> None:
    write("night.md", f"{FRONT}A [link](#nowhere).\n\n![A map](map.png)\n")
    report = Report()
    assert publish.build("night.md", report=report) == []
    assert sorted(found.code for found in report.diagnostics) == ["M501", "M513"]
    assert publish.read("night.md", report).metadata.title == "Night"


def test_an_earlier_error_in_the_report_does_not_stop_the_next_manuscript() -> None:
    report = Report()
    publish.build(write("bad.md", ""), "html", report=report)
    assert publish.build(write("good.md"), "html", report=report) == [Path("build/good.html")]


def test_a_format_that_does_not_exist_is_an_error_for_a_program_too() -> None:
    with pytest.raises(PublishError, match="C106 error: unknown format `pfd` .known are booklet, cover, epub, html, pdf, press"):
        publish.build(write("night.md"), "pfd")


# Names -----------------------------------------------------------------------------------------


def test_messages_name_a_file_as_short_as_it_can_be_from_here(desk: Path) -> None:
    write("texts/night.md", "")
    for name in ("texts/night.md", "./texts/../texts/night.md", desk / "texts" / "night.md"):
        with pytest.raises(PublishError, match="^texts/night.md: M102"):
            publish.read(name)


def test_a_link_keeps_the_name_it_was_called_by() -> None:
    write("texts/night.md", "")
    Path("link.md").symlink_to("texts/night.md")
    with pytest.raises(PublishError, match="^link.md: M102"):
        publish.read("link.md")


def test_the_folder_one_stands_in_can_be_a_manuscript(desk: Path) -> None:
    write("publication.yaml", "title: Reader\nlang: en\ncontents: [one.md]\n")
    write("one.md")
    assert publish.build(".", "html") == [Path(f"build/{desk.name}.html")]
    write("publication.yaml", "titel: Reader\nlang: en\ncontents: [one.md]\n")
    with pytest.raises(PublishError, match="^publication.yaml:1: C102"):
        publish.read(".")


def test_a_script_without_a_font_of_ours_is_said_of_its_line() -> None:
    write("night.md", GOOD.replace("buses", "\u0628\u0627\u0635"))
    report = Report()
    build(Path("night.md"), Wanted(("pdf",)), report)
    (unknown_script,) = (found for found in report.diagnostics if found.code == "P106")
    assert str(unknown_script.place) == "night.md:6"


def test_manuscripts_are_found_in_the_order_of_their_names() -> None:
    for name in ("m/b.md", "m/a.TXT", "m/.c.md", "m/d.pdf", "m/e/publication.yaml", "m/f/text.md"):
        write(name)
    assert [path.name for path in manuscripts_in(Path("m"))] == ["a.TXT", "b.md", "e"]


# Collections -----------------------------------------------------------------------------------


def test_the_texts_of_a_folder_keep_their_own_titles_authors_and_languages() -> None:
    write(
        "reader/publication.yaml",
        "title: Reader\nauthor: The Press\nlang: en\ncontents:\n  - one.md\n  - file: two.md\n    title: Second\n    author: Bo\n",
    )
    write("reader/one.md", "---\ntitle: Primero\nauthor: Ana\nlang: es\n---\n\nLa noche.\n")
    write("reader/two.md", "The day.\n")
    book = publish.read("reader", Report())
    assert [(section.authors, section.lang) for section in book.sections] == [(("Ana",), "es"), (("Bo",), "")]
    assert [person.name for person in book.metadata.contributors] == ["The Press", "Ana", "Bo"]


# The same bytes --------------------------------------------------------------------------------


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_two_builds_give_the_same_bytes_whatever_the_hash_seed_time_zone_locale_and_folder(desk: Path) -> None:
    manuscript = ROOT / "manuscripts" / "night-buses.md"
    formats = ("-q", "-f", "pdf", "-f", "epub", "-f", "html", "-f", "cover")
    here = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"}
    there = {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8", "HOME": str(desk), "XDG_CACHE_HOME": str(desk / "c")}
    elsewhere = shutil.copytree(manuscript.parent, desk / "elsewhere")
    assert run("build", manuscript, *formats, "-o", desk / "one", env=here).code == 0
    assert run("build", "night-buses.md", *formats, "-o", desk / "two", env=there, cwd=elsewhere).code == 0
    assert digests(desk / "one") == digests(desk / "two")
    assert len(digests(desk / "one")) == 4


def test_the_time_an_epub_was_made_is_that_of_the_source_or_of_the_publication(monkeypatch: pytest.MonkeyPatch) -> None:
    write("night.md", GOOD.replace("lang: en", "lang: en\ndate: 2018-10-23"))

    def modified() -> str:
        (path,) = publish.build("night.md", "epub")
        with zipfile.ZipFile(path) as book:
            name = next(name for name in book.namelist() if name.endswith(".opf"))
            return book.read(name).decode().partition('dcterms:modified">')[2].partition("<")[0]

    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert modified() == "2018-10-23T00:00:00Z"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert modified() == "1970-01-02T00:00:00Z"


# The house -------------------------------------------------------------------------------------


def test_the_contact_and_imprint_of_the_house_end_every_book_that_has_none_of_its_own() -> None:
    write("publish.yaml", 'contact: Write to <office@example.org>.\nimprint: "Printed by *Example Press*."\n')
    plain = publish.read(write("night.md"))
    assert [section.role for section in plain.sections] == [Role.CHAPTER, Role.CONTACT, Role.IMPRINT]
    own = publish.read(write("day.md", f"{GOOD}\n::: contact\nCome by.\n:::\n"))
    assert [plain_text(*s.blocks) for s in own.sections if s.role is Role.CONTACT] == ["Come by."]
    assert [section.role for section in own.sections].count(Role.IMPRINT) == 1


def test_a_text_in_a_sub_folder_shows_the_picture_beside_it() -> None:
    write("reader/publication.yaml", "title: Two\nlang: en\ncontents: [one.md, deep/two.md]\n")
    write("reader/one.md", "# One\n\nWords.\n")
    write("reader/deep/two.md", "# Two\n\n![A line](line.svg)\n")
    write("reader/deep/line.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>')
    assert list(publish.read("reader").assets) == ["deep/line.svg"]


def test_a_program_can_check_as_well_as_build(tmp_path) -> None:
    import publish

    (tmp_path / "a.md").write_text("---\ntitle: Night\nauthor: Ann\ndate: 2024-05-01\nlang: en\n---\n\nAt at that hour.\n", encoding="utf-8")
    found = publish.check(tmp_path / "a.md")
    assert [one.code for one in found.diagnostics] == ["R121", "R173"]
