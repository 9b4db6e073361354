"""Finished PDFs: each rule is broken by one file and told once, with its pages."""

from __future__ import annotations

import io
import re
from base64 import b64encode
from dataclasses import replace
from pathlib import Path
from time import process_time

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Dictionary, Name, String

from publish.checks.pdf.rules import PDF_RULES
from publish.checks.rules.looking import look
from publish.checks.rules.subjects import FileSubject, ManuscriptSubject
from publish.diagnostics import Diagnostic, Report, Severity, explained
from publish.model.book import Asset, Book, Metadata, Section
from publish.model.nodes import Block, Figure, Image, Paragraph, Role, Text
from publish.model.place import Place
from publish.pdf.content import Shown, instructions
from publish.workflows.reading import Wanted, read_manuscript
from tests.checks.pdf_fixtures import (
    BROKEN,
    SENTENCE,
    changed,
    coarse_picture,
    colourful,
    laid_out,
    linked,
    loose_line,
    missing_letter,
    plain,
    pressed,
    sound,
)
from tests.checks.press_mutants import MUTANTS
from tests.fonts import font_with
from tests.pdf.made_pdfs import book, packed, saved, text_pages
from tests.prepress.inks import colourful as inks_colourful
from tests.prepress.inks import data_uri, rainbow
from tests.writers.pdfs import printed

pytestmark = pytest.mark.fonts

ROOT = Path(__file__).parents[2]
_ARABIC = "".join(map(chr, (0x20, *range(0x621, 0x64B))))
FONT_FOR_ARABIC = f"data:font/ttf;base64,{b64encode(font_with(_ARABIC, 'Elsewhere')).decode()}"
CODES = {rule.code: rule for rule in PDF_RULES}


def found(data: bytes, name: str = "night.pdf", manuscript: ManuscriptSubject | None = None) -> list[Diagnostic]:
    return list(look(PDF_RULES, FileSubject(name, data, manuscript), name))


def codes(data: bytes, name: str = "night.pdf") -> list[str]:
    return [one.code for one in found(data, name)]


def test_a_sound_file_breaks_no_rule() -> None:
    assert codes(sound()) == []


@pytest.mark.parametrize("code", BROKEN)
def test_a_broken_rule_is_told_alone_and_once(code: str) -> None:
    name, make, words = BROKEN[code]
    (one,) = found(make(), name)
    assert (one.code, one.severity) == (code, explained(code).severity)
    assert words in one.message and one.hint


def test_every_rule_has_a_file_that_breaks_it_and_words_of_its_own() -> None:
    too_large = {"D105"}  # its file would be as large; the bound is tested below
    of_the_press = {mutant.code for mutant in MUTANTS.values()}
    assert CODES.keys() == BROKEN.keys() | of_the_press | too_large
    assert len({explained(rule.code).why for rule in PDF_RULES}) == len(PDF_RULES) == len(CODES)


# What is no fault -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{SENTENCE * 12}</p>",  # ragged: its lines end as they like
        f"<p style='text-align: right'>{SENTENCE * 12}</p>",
        f"<p style='text-align: center'>{SENTENCE * 12}</p>",
        f"<p class=justified style='columns: 2; font-size: 7pt; hyphens: auto'>{SENTENCE * 16}</p>",
        f"<h1 style='letter-spacing: .4em'>Night buses run</h1><p class=justified>{SENTENCE * 12}</p>",
        "<table style='width: 75mm'>" + "<tr><td>23:40<td>01:10<td>02:40<td style='text-align: right'>04:10</tr>" * 9 + "</table>",
        f"<p class=justified>{SENTENCE * 8}</p><table style='width: 75mm'>"
        + "<tr><td>Fish Quay<td>01:10<td>02:40<td style='text-align: right'>04:10</tr>" * 6
        + "</table>",
        f"<p>{SENTENCE}<sup style='font-size: 5pt'>12</sup></p>",  # a number that calls a note
        "<p style='background: #000; color: #fff; font-size: 9pt'>Night</p>",
        f"<p>{SENTENCE}<a href='https://example.org/'>there</a> <a href='#here'>here</a> <a href='mailto:a@example.org'>write</a><p id=here>Here</p>",
        f"<p>{SENTENCE}</p><img alt='Bus' src='{data_uri(rainbow('L', (600, 450)))}' style='width: 60mm'>",
        f"<p>{SENTENCE}</p><svg viewBox='0 0 9 9' width='20mm'><path d='M0 0L9 9' stroke='#000' stroke-width='.2'/></svg>",
        f"<style>@font-face {{font-family: Elsewhere; src: url({FONT_FOR_ARABIC})}}</style>"
        "<p lang=ar dir=rtl style='text-align: justify; font-family: Elsewhere'>" + "الحافلات الليلية تعود من أول الشهر كما قال السائقون " * 12 + "</p>",
        "<p>a\u00adb\u200bc\u2060d\ufeff e\u00a0f\u2009g</p>",
    ],
)
def test_good_pages_are_left_alone(body: str) -> None:
    assert codes(laid_out(body)) == []


def test_a_line_of_two_short_words_at_the_end_of_a_paragraph_is_not_loose() -> None:
    assert codes(laid_out(f"<p class=justified>{SENTENCE * 3}</p><p class=justified>No, said she.</p>" * 3)) == []


def test_a_colour_is_no_fault_in_a_job_that_is_not_of_one_ink() -> None:
    assert codes(colourful(), "night.press.pdf") == []


def test_small_text_of_large_print_is_told_by_its_own_measure() -> None:
    assert codes(sound(), "night.large-print.pdf") == ["D117"]


def test_sheets_are_not_counted_as_pages() -> None:
    assert "D120" in codes(sound(5)) and "D120" not in codes(sound(5), "night.booklet.pdf")
    assert {"D120", "D132", "D133"}.isdisjoint(codes(pressed()))


# Places -----------------------------------------------------------------------------------------


def a_manuscript(*blocks: Block, assets: dict[str, Asset] | None = None) -> ManuscriptSubject:
    return ManuscriptSubject(Book(Metadata(title="Night"), (Section(Role.CHAPTER, blocks),), assets=assets or {}))


def test_a_missing_letter_is_told_with_its_name_its_words_and_its_line() -> None:
    said = a_manuscript(
        Paragraph((Text(SENTENCE),), place=Place("night.md", 3)),
        Paragraph((Text("Another \U00013153 elsewhere."),), place=Place("night.md", 5)),
        Paragraph((Text("The bus \U00013153 stops here."),), place=Place("night.md", 9)),
    )
    (one,) = found(missing_letter(), manuscript=said)
    assert one.place == Place("night.md", 9)
    assert "(U+13153)" in one.message and "near “The bus \U00013153 stops here.”" in one.message
    (unknown,) = found(missing_letter())
    assert unknown.place == Place("night.pdf")


def test_a_coarse_picture_is_told_with_its_line() -> None:
    figures = [Figure(Image(f"{name}.png", "A bus"), place=Place("night.md", line)) for name, line in (("map", 4), ("bus", 8))]
    figures = [replace(figure, image=replace(figure.image, place=figure.place)) for figure in figures]
    assets = {"map.png": Asset("map.png", "image/png", b"", 900, 700), "bus.png": Asset("bus.png", "image/png", b"", 120, 90)}
    (one,) = found(coarse_picture(), manuscript=a_manuscript(*figures, assets=assets))
    assert (one.code, one.place) == ("D112", Place("night.md", 8))


# Other files ------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "file:///home/night.html", "http://", "nowhere.html"])
def test_an_address_that_nobody_can_follow_leads_nowhere(address: str) -> None:
    assert codes(linked(Dictionary(S=Name.URI, URI=String(address)))) == ["D130"]


@pytest.mark.parametrize("action", [Dictionary(S=Name.URI, URI=String("https://example.org/")), Dictionary(S=Name.Named, N=Name.NextPage)])
def test_other_links_lead_somewhere(action: Dictionary) -> None:
    assert codes(linked(action)) == []


def test_a_bookmark_to_a_page_that_is_gone_is_told() -> None:
    data = laid_out(f"<h1>One</h1><p>{SENTENCE}</p><h1 class=page>Two</h1>")
    (one,) = found(changed(data, lambda pdf: pdf.pages.__delitem__(1)))
    assert one.message == "bookmarks lead nowhere: “Two”"


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-", b"\x00" * 4000, b"PK\x03\x04" * 100, b"<html>", b"%PDF-1.7\n1 0 obj\n<< /Pages 1 0 R >>\nendobj\ntrailer << /Root 1 0 R >>"]
)
def test_what_is_no_pdf_is_told_once(data: bytes) -> None:
    (one,) = found(data)
    assert one.code == "D101" and one.severity is Severity.ERROR


@given(st.data())
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_file_that_is_torn_gets_findings_and_nothing_worse(data: st.DataObject) -> None:
    whole = bytearray(plain())
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 6))] = data.draw(st.binary(max_size=6))
    assert all(one.message for one in found(bytes(whole)))


@given(content=st.lists(st.sampled_from([
    b"q", b"Q", b"BT", b"ET", b"/F1 9 Tf", b"(Night (bus) \\) x) Tj", b"[(a) -2000 <4> (b)] TJ", b"[", b"]", b"<<", b">>", b"(", b")", b"<", b">", b"/P", b"BDC", b"EMC",
    b"/Span <</MCID 99999999999999>> BDC", b"1 0 0 1 99 99 cm", b"1e999 -. +", b"0 Tz", b"nan Tc", b"BI /W 1 ID x EI", b"ID", b"/X Do", b"9 9 re f", b"/No scn", b"' \"", b"%",
    b"0 0 0 0 0 0 cm", b"/Artifact BMC", b"\xff\xfe", b"99999999999999999999 w 0 0 m 9 9 l S",
]), max_size=30))  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_a_page_may_say_anything(content: list[bytes]) -> None:
    file = text_pages(1)
    file.pages[0].Contents = file.make_stream(b"\n".join(content))
    assert all(one.code != "D101" for one in found(saved(file)))


def test_drawings_within_drawings_come_to_an_end() -> None:
    file = text_pages(30)
    form = file.make_stream(b"/X Do " * 50, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 200, 200])
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    for page in file.pages:
        page.Resources.XObject = Dictionary(X=form)
        page.Contents = file.make_stream(b"/X Do")
    begun = process_time()
    (one,) = [one for one in found(saved(file)) if one.code == "D105"]
    assert re.fullmatch(r"only the first \d of 30 pages were looked at: the file is too large", one.message)
    assert process_time() - begun < 30


def test_a_book_is_looked_at_in_a_few_seconds() -> None:
    data = packed(book(300))
    begun = process_time()
    assert "D121" in codes(data)
    assert process_time() - begun < 5


def test_a_file_is_gone_through_once_for_all_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []
    real = pikepdf.open
    monkeypatch.setattr(pikepdf, "open", lambda *given, **how: opened.append(1) or real(*given, **how))
    found(laid_out("<p>Only once</p>"))
    assert opened == [1]


@pytest.mark.parametrize("name", ["night-buses", "es-plaza"])
def test_what_is_built_here_is_only_told_what_a_printer_would_say(name: str) -> None:
    made = read_manuscript(ROOT / "manuscripts" / f"{name}.md", Wanted(), Report()).book
    assert {one.code for one in found(printed(made).output.data, f"{name}.pdf")} <= {"D120", "D122"}


# Content streams --------------------------------------------------------------------------------


def contents() -> list[bytes]:
    """The content of pages of every kind."""
    files = [sound(), coarse_picture(), inks_colourful(), plain(), saved(book(2)), pressed(), loose_line()]
    opened = [pikepdf.open(io.BytesIO(data)) for data in files]
    return [page.Contents.read_bytes() for pdf in opened for page in pdf.pages]


class Everything:
    """All operators are looked at."""

    def __contains__(self, _: str) -> bool:
        return True


def as_read(operand: object) -> object:
    """An operand as it is read here: of lists of letters their codes, and how far they are moved in all."""
    if isinstance(operand, pikepdf.String):
        return bytes(operand)
    if isinstance(operand, pikepdf.Array):
        strings = [bytes(part) for part in operand if isinstance(part, pikepdf.String)]
        numbers = [float(part) for part in operand if not isinstance(part, pikepdf.String)]
        return (b"".join(strings), numbers) if strings else numbers
    if isinstance(operand, pikepdf.Dictionary):
        return [part for key, value in operand.items() for part in (key, as_read(value))]
    return str(operand) if isinstance(operand, pikepdf.Name) else float(operand)


def plainly(operand: object) -> object:
    if isinstance(operand, Shown):
        return (operand.codes, list(operand.moves)) if operand.moves or operand.written else operand.codes
    return operand


def test_a_content_stream_is_read_as_qpdf_reads_it() -> None:
    read = 0
    for data in contents():
        file = pikepdf.new()
        expected = [(str(one.operator), [as_read(part) for part in one.operands]) for one in pikepdf.parse_content_stream(file.make_stream(data))]
        assert [(name, [plainly(part) for part in operands]) for name, operands in instructions(data, Everything())] == expected
        read += len(expected)
    assert read > 1000


@given(st.lists(st.one_of(st.binary(max_size=8), st.floats(-900, 900).map(lambda number: round(number, 2))), min_size=1, max_size=12))
def test_letters_are_read_however_they_are_written(parts: list[bytes | float]) -> None:
    array = pikepdf.Array([pikepdf.String(part) if isinstance(part, bytes) else part for part in parts])
    ((_, (shown,)),) = instructions(array.unparse() + b" TJ", ("TJ",))
    if any(isinstance(part, bytes) for part in parts):
        assert shown.codes == b"".join(part for part in parts if isinstance(part, bytes))
        assert list(shown.parts()) == [pytest.approx(part) for part in parts]
