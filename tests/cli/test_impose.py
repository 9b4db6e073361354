"""Any PDF on sheets, the map of a plan, and the sheet that tries a printer out, as commands."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest

from tests.command import call
from tests.pdf.made_pdfs import packed, text_pages
from tests.writers.pdfs import Pdf


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a PDF of twelve pages that somebody made."""
    monkeypatch.chdir(tmp_path)
    Path("minutes.pdf").write_bytes(packed(text_pages(12)))
    return tmp_path


def test_a_pdf_becomes_sheets_and_how_to_print_them_is_told():
    result = call("impose", "minutes.pdf", "--sheet", "a3")
    assert (result.code, result.out.splitlines()) == (0, ["build/minutes.booklet.pdf", "build/minutes.booklet-how-to-print.pdf"])
    assert "build/minutes.booklet.pdf:" in result.said
    assert "    Fold and staple" in result.said
    assert len(Pdf(Path("build/minutes.booklet.pdf").read_bytes()).file.pages) == 6


def test_the_instructions_are_in_the_language_that_is_asked_for():
    said = call("impose", "minutes.pdf", "--lang", "fr").err
    assert "Comment imprimer" in said.replace("\u00a0", " ")


def test_quiet_tells_nothing_and_json_tells_all():
    assert call("impose", "minutes.pdf", "-q").err == ""
    told = json.loads(call("impose", "minutes.pdf", "--json").out)
    assert (told["format"], told["files"]) == ("publish-build", ["minutes.pdf"])
    assert told["made"][0] == "build/minutes.booklet.pdf"
    assert "Fold and staple" in told["instructions"]["build/minutes.booklet.pdf"]


def test_a_printer_of_one_side_gets_fronts_and_backs():
    files = call("impose", "minutes.pdf", "--flip", "single").out.splitlines()
    assert files == [f"build/minutes.booklet-{what}.pdf" for what in ("fronts", "backs", "how-to-print")]


@pytest.mark.parametrize(("arguments", "line"), [
    (["nowhere.pdf"], "nowhere.pdf: F106 error: there is no such file (check the name, and where you are)"),
    (["minutes.pdf", "--scheme", "zine"], "minutes.pdf: I200 error: zine has room for 8 pages, and there are 12: accordion with `up: 6` has room for 12, saddle for any number"),
    (["minutes.pdf", "--scheme", "saddle", "--up", "3"], "minutes.pdf: I200 error: saddle has 2, 4 or 8 pages on a side, not 3"),
])  # fmt: skip
def test_what_cannot_be_imposed_is_told_in_one_line_and_nothing_is_made(arguments, line):
    result = call("impose", *arguments)
    assert result.code and result.out == "" and line in result.said
    assert not Path("build").exists()


def test_pages_that_do_not_fit_a_sheet_are_refused_with_one_that_would_do():
    result = call("impose", "minutes.pdf", "--sheet", "a5", "--scale", "100")
    assert result.code == 2
    assert "I202 error" in result.err and "sheet" in result.err
    assert call("impose", "minutes.pdf", "--sheet", "80x60mm").err.count("I201 error") == 1


def test_a_text_that_is_no_pdf_is_refused_and_an_earlier_file_stays():
    call("impose", "minutes.pdf", "-q")
    before = Path("build/minutes.booklet.pdf").read_bytes()
    Path("minutes.pdf").write_text("# Minutes\n", encoding="utf-8")
    result = call("impose", "minutes.pdf")
    assert result.code == 1 and "I105 error" in result.err
    assert Path("build/minutes.booklet.pdf").read_bytes() == before


def test_a_locked_pdf_is_refused():
    with pikepdf.open("minutes.pdf") as file:
        file.save("locked.pdf", encryption=pikepdf.Encryption(user="secret", owner="secret"))
    result = call("impose", "locked.pdf")
    assert result.code == 1 and "I103 error" in result.err


def test_sheets_never_take_the_place_of_the_pdf_itself():
    Path("build").mkdir()
    Path("minutes.booklet.pdf").write_bytes(Path("minutes.pdf").read_bytes())
    Path("build/minutes.booklet.pdf").symlink_to(Path("minutes.pdf").absolute())
    result = call("impose", "minutes.pdf")
    assert result.code == 1 and "I120 error: the sheets would take the place of the PDF itself" in result.err
    assert len(Pdf(Path("minutes.pdf").read_bytes()).file.pages) == 12


# Plans ------------------------------------------------------------------------------------------


def test_a_plan_shows_each_sheet_with_its_front_and_its_back():
    assert call("plan", "8").out.splitlines()[3:6] == ["  ┌────┬────┐  ┌────┬────┐", "1 │ 8  ┊ 1  │  │ 2  ┊ 7  │", "  └────┴────┘  └────┴────┘"]


def test_a_plan_of_a_pdf_counts_its_pages():
    assert call("plan", "minutes.pdf").out == call("plan", "12").out


def test_a_plan_from_the_right_and_one_with_a_back_cover_differ():
    assert "│ 1  ┊ 8  │" in call("plan", "8", "--from-right").out
    assert "│ 6  ┊ 1  │" in call("plan", "6", "--back-cover").out


@pytest.mark.parametrize(("arguments", "said"), [(["0"], "I200 error"), (["nowhere.pdf"], "F106 error"), (["9", "--scheme", "half"], "I200 error")])
def test_what_cannot_be_planned_is_told(arguments, said):
    result = call("plan", *arguments)
    assert result.code and result.out == "" and said in result.err


# The printer ------------------------------------------------------------------------------------


def test_a_sheet_tries_the_printer_out():
    result = call("print-test", "--sheet", "letter", "--lang", "de")
    assert (result.code, result.out) == (0, "build/print-test.pdf\n")
    pdf = Pdf(Path("build/print-test.pdf").read_bytes())
    assert [[float(side) for side in page.MediaBox] for page in pdf.file.pages] == [[0, 0, 612, 792]] * 2
    assert "flip: long" in pdf.texts[1] and "flip: short" in pdf.texts[1]


def test_a_sheet_too_small_to_try_a_printer_with_is_refused():
    result = call("print-test", "--sheet", "60x80mm")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("I130 error: ") and "130" in result.err
