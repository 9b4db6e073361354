"""Fonts that a file has not are told where letters are printed in them, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from publish.checks.pdf.rules import PDF_RULES
from publish.checks.rules.looking import look
from publish.checks.rules.subjects import FileSubject
from tests.checks.pdf_fixtures import changed, sound

pytestmark = pytest.mark.fonts

_WORD = b"q BT /Fx 12 Tf 60 60 Td (Night) Tj ET Q"
_SCANNED = b"q BT 3 Tr /Fx 12 Tf 60 60 Td (Night) Tj ET Q"
_CUT_OUT = b"q BT 7 Tr /Fx 12 Tf 60 60 Td (Night) Tj ET Q"
Change = Callable[[Pdf], object]


def outside(**more: object) -> Dictionary:
    """A font that is named, and not in the file."""
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, **more)


def told(change: Change) -> list[str]:
    data = changed(sound(), change)
    return [found.message for found in look(PDF_RULES, FileSubject("night.pdf", data), "night.pdf") if found.code == "D110"]


def on_a_page(content: bytes, direct: bool = False) -> Change:
    def change(pdf: Pdf) -> None:
        page = pdf.pages[1]
        page.Resources.Font.Fx = outside() if direct else pdf.make_indirect(outside())
        page.contents_add(content, prepend=False)

    return change


def inherited(pdf: Pdf) -> None:
    page, above = pdf.pages[1], pdf.Root.Pages
    above.Resources = pdf.make_indirect(Dictionary(page.Resources))
    above.Resources.Font = Dictionary({**page.Resources.Font, "/Fx": outside()})
    page.contents_add(_WORD, prepend=False)
    del page.obj["/Resources"]


def drawing(pdf: Pdf, content: bytes = _WORD, font: Dictionary | None = None, **more: object):
    resources = Dictionary(Font=Dictionary(Fx=font or outside()))
    return pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 200, 200]), Resources=resources, **more)


def in_a_drawing(content: bytes) -> Change:
    def change(pdf: Pdf) -> None:
        pdf.pages[1].Resources.XObject = Dictionary(Dx=drawing(pdf))
        pdf.pages[1].contents_add(content, prepend=False)

    return change


def in_a_pattern(content: bytes) -> Change:
    def change(pdf: Pdf) -> None:
        tile = drawing(pdf, PatternType=1, PaintType=1, TilingType=1, XStep=99, YStep=99)
        pdf.pages[1].Resources.Pattern = Dictionary(Px=tile)
        pdf.pages[1].contents_add(content, prepend=False)

    return change


def in_a_mask(pdf: Pdf) -> None:
    mask = Dictionary(S=Name.Luminosity, G=drawing(pdf))
    pdf.pages[1].Resources.ExtGState = Dictionary(Gx=Dictionary(SMask=mask))
    pdf.pages[1].contents_add(b"q /Gx gs Q", prepend=False)


def by_a_state(pdf: Pdf) -> None:
    pdf.pages[1].Resources.ExtGState = Dictionary(Gx=Dictionary(Font=Array([pdf.make_indirect(outside()), 12])))
    pdf.pages[1].contents_add(b"q /Gx gs BT 60 60 Td (Night) Tj ET Q", prepend=False)


def small_drawings(letter: bytes) -> Change:
    """A font whose letters are drawings, one of which may use another font."""

    def change(pdf: Pdf) -> None:
        made = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 9, 9]), FontMatrix=Array([0.1, 0, 0, 0.1, 0, 0]), FirstChar=78, LastChar=78,
            Widths=Array([9]), Encoding=Dictionary(Differences=Array([78, Name.N])), CharProcs=Dictionary(N=pdf.make_stream(letter)),
            Resources=Dictionary(Font=Dictionary(Fx=outside())),
        )  # fmt: skip
        pdf.pages[1].Resources.Font.Ft = pdf.make_indirect(made)
        pdf.pages[1].contents_add(b"q BT /Ft 12 Tf 60 60 Td (N) Tj ET Q", prepend=False)

    return change


def remark(flags: int, states: bool = False, **more: object) -> Change:
    def change(pdf: Pdf) -> None:
        shown = drawing(pdf)
        appearance = Dictionary(N=Dictionary(On=shown, Off=drawing(pdf, b"")) if states else shown)
        made = Dictionary(Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([60, 60, 90, 90]), F=flags, **{"AP": appearance, **more})
        pdf.pages[1].obj.Annots = Array([pdf.make_indirect(made)])

    return change


def form(pdf: Pdf) -> None:
    """What forms have ready for words that nobody typed yet."""
    pdf.Root.AcroForm = Dictionary(Fields=Array(), DR=Dictionary(Font=Dictionary(Helv=pdf.make_indirect(outside()))))


@pytest.mark.parametrize(
    "change",
    [
        on_a_page(_WORD), on_a_page(_WORD, direct=True), on_a_page(_CUT_OUT), inherited, in_a_drawing(b"/Dx Do"), in_a_pattern(b"q /Pattern cs /Px scn 9 9 30 30 re f Q"),
        in_a_mask, by_a_state, small_drawings(b"9 0 d0 BT /Fx 9 Tf (N) Tj ET"), remark(4), remark(4, states=True, AS=Name.On),
    ],
)  # fmt: skip
def test_a_font_that_letters_are_printed_in_is_told(change: Change) -> None:
    assert told(change) == ["fonts are not in the file: Helvetica"]


@pytest.mark.parametrize(
    "change",
    [
        on_a_page(b""), on_a_page(b"BT /Fx 12 Tf ET"), on_a_page(_SCANNED), in_a_drawing(b""), in_a_pattern(b""), form, small_drawings(b"9 0 d0 0 0 9 9 re f"),
        remark(0), remark(2 + 4), remark(4, states=True, AS=Name.Off), remark(4, states=True), remark("often"), remark(4, AP=Array([])),
    ],
)  # fmt: skip
def test_a_font_that_nothing_is_printed_in_is_no_fault(change: Change) -> None:
    assert told(change) == []


def test_a_font_that_is_in_the_file_under_another_name_is_not_taken_for_it() -> None:
    def change(pdf: Pdf) -> None:
        inner = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Sans, FontDescriptor=Dictionary(FontFile2=pdf.make_stream(b"")))
        page = pdf.pages[1]
        page.Resources.Font.Fx = outside(Encoding=Name("/Identity-H"), DescendantFonts=Array([inner]))
        page.Resources.Font.Fx.Subtype, page.Resources.Font.Fx.BaseFont = Name.Type0, Name.Sans
        page.contents_add(_WORD, prepend=False)

    assert told(change) == []
