"""A file for each rule about finished PDFs that breaks it and no other, and one that breaks none."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache

import pikepdf
import weasyprint
from pikepdf import Array, Dictionary, Name, String

from tests.pdf.made_pdfs import locked, saved, text_pages
from tests.prepress.inks import data_uri, rainbow
from tests.prepress.inks import laid_out as for_the_press

SENTENCE = "The night buses run again from the first of the month, said the drivers, and nobody who waited at the last stop was surprised. "
_CSS = """
    @page {size: 105mm 148mm; margin: 15mm} html {font: 9pt/12pt 'Source Sans 3', sans-serif} body {margin: 0} p {margin: 0}
    .page {break-before: page} .justified {text-align: justify}
"""


def laid_out(body: str, css: str = "", head: str = "<title>Night</title>", html: str = "<html lang=en>", tags: bool = True) -> bytes:
    """HTML as a tagged PDF with a title and a language."""
    return weasyprint.HTML(string=f"{html}<head>{head}<style>{_CSS}{css}</style></head><body>{body}").write_pdf(pdf_tags=tags)


@cache
def sound(pages: int = 4) -> bytes:
    """Pages that break no rule."""
    body = "".join(f"<p class='justified page'>{SENTENCE * 6}</p>" for _ in range(pages))
    return laid_out(body)


def changed(data: bytes, change: Callable[[pikepdf.Pdf], object]) -> bytes:
    """A file after something was done to it."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        return saved(pdf)


def with_content(added: bytes) -> bytes:
    """A sound file with something more on its second page."""

    def add(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].contents_add(b"q " + added + b" Q", prepend=False)

    return changed(sound(), add)


def damaged_page() -> bytes:
    """A page whose packed content is cut off in its middle."""

    def damage(pdf: pikepdf.Pdf) -> None:
        packed = pdf.pages[1].Contents.read_raw_bytes()
        pdf.pages[1].Contents = pdf.make_stream(b"\x01" * len(packed), Filter=Name.DCTDecode)

    return changed(sound(), damage)


def font_outside() -> bytes:
    """Letters in a font that every reader has, and no file need hold."""

    def name(pdf: pikepdf.Pdf) -> None:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        pdf.pages[1].Resources.Font.Fx = pdf.make_indirect(font)
        pdf.pages[1].contents_add(b"q BT /Fx 12 Tf 60 60 Td (Night) Tj ET Q", prepend=False)

    return changed(sound(), name)


def missing_letter() -> bytes:
    return laid_out(f"<p>{SENTENCE}</p><p>The bus \U00013153 stops here.</p>")


def coarse_picture() -> bytes:
    return laid_out(f"<p>{SENTENCE}</p><img alt='Bus' src='{data_uri(rainbow('L', (120, 90)))}' style='width: 60mm'>")


def wide_margins() -> bytes:
    return laid_out(f"<p>{SENTENCE}</p>", "@page {@bottom-center {content: counter(page); vertical-align: bottom; padding-bottom: 2mm}}")


def blank_page() -> bytes:
    return laid_out(f"<p>{SENTENCE}</p><p class=page></p><p class=page>{SENTENCE}</p><p class=page>{SENTENCE}</p>")


def loose_line() -> bytes:
    whole = "<span style='white-space: nowrap'>and nobody who waited there was at ease</span>"
    return laid_out(f"<p class=justified>{SENTENCE * 4}<br>They read all of it {whole}. {SENTENCE * 4}</p>")


def line_too_long() -> bytes:
    return laid_out(f"<p class=justified>{SENTENCE * 4}<br>{'nightbus' * 6 + 'nights'} and so on. {SENTENCE * 4}</p>")


def widow() -> bytes:
    """The layout tags the parts of a paragraph on two pages as two; as most programs do it, they are one."""
    rows = "<p>One line of its own.</p>" * 24
    data = laid_out(f"{rows}<p style='orphans: 1; widows: 1'>{'Here a line ends.<br>' * 3}And here the last.</p><p>{SENTENCE}</p>")

    def join(pdf: pikepdf.Pdf) -> None:
        tables = pdf.Root.StructTreeRoot.ParentTree.Nums
        tables[3][0].P = tables[1][-1].P

    return changed(data, join)


def linked(action: Dictionary) -> bytes:
    """A link on the second page that does something."""

    def link(pdf: pikepdf.Pdf) -> None:
        made = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([60, 60, 90, 90]), A=action)
        pdf.pages[1].obj.Annots = Array([pdf.make_indirect(made)])

    return changed(sound(), link)


def lost_link() -> bytes:
    return linked(Dictionary(S=Name.GoTo, D=String("nowhere")))


def colourful() -> bytes:
    return with_content(b"0.8 0.1 0.1 rg 60 60 40 40 re f")


@cache
def plain() -> bytes:
    """Two pages whose content is not packed, so that it can be damaged in many ways."""
    return saved(text_pages(2), compress_streams=False)


def pressed() -> bytes:
    """A file for a press: pages with bleed, and nothing that a reader on a screen needs."""
    return for_the_press(f"<title>Night</title><p>{SENTENCE}")


def white_text() -> bytes:
    return laid_out("<p style='background: #000; color: #fff; font-size: 7pt; padding: 3pt'>Night buses run again</p>")


# By the code of the rule: the name of the file, its bytes, and words that the finding holds.
BROKEN: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "D101": ("night.pdf", lambda: b"%PDF-1.7\nnothing", "cannot be read as a PDF"),
    "D102": ("night.pdf", lambda: locked(pikepdf.open(io.BytesIO(sound())), user="secret"), "locked with a password"),
    "D103": ("night.pdf", damaged_page, "page 2: the content is damaged"),
    "D104": ("night.pdf", lambda: locked(pikepdf.open(io.BytesIO(sound())), allow=pikepdf.Permissions(print_highres=False)), "forbids printing"),
    "D110": ("night.pdf", font_outside, "Helvetica"),
    "D111": ("night.pdf", missing_letter, "page 1: the letter EGYPTIAN HIEROGLYPH"),
    "D112": ("night.pdf", coarse_picture, "page 1: pictures of 51 dots an inch"),
    "D113": ("night.pdf", wide_margins, "page 1: letters stand"),
    "D114": ("night.pdf", lambda: with_content(b"0.1 w 60 60 m 90 60 l S"), "page 2: lines of 0.10 pt"),
    "D115": ("night.pdf", white_text, "page 1: white text of 7.0 pt"),
    "D116": ("night.press-black.pdf", colourful, "there is colour"),
    "D117": ("night.pdf", lambda: laid_out(f"<p>{SENTENCE}</p><p style='font-size: 5pt'>{SENTENCE}</p>"), "page 1: text of 5.0 pt"),
    "D120": ("night.pdf", lambda: sound(5), "5 pages are not a multiple of four: stapled as a booklet, 3 blank pages"),
    "D121": ("night.pdf", lambda: sound(84), "84 pages are too many for staples"),
    "D122": ("night.pdf", blank_page, "page 2 is blank"),
    "D123": ("night.pdf", loose_line, "page 1: a line has gaps"),
    "D124": ("night.pdf", line_too_long, "page 1: a line goes"),
    "D125": ("night.pdf", widow, "page 2 begins with the last line"),
    "D130": ("night.pdf", lost_link, "page 2: links lead nowhere: “nowhere”"),
    "D131": ("night.pdf", lambda: changed(laid_out(f"<p>{SENTENCE}", head=""), lambda pdf: None), "no title"),
    "D132": ("night.pdf", lambda: laid_out(f"<p>{SENTENCE}", html="<html>"), "which language"),
    "D133": ("night.pdf", lambda: laid_out(f"<p>{SENTENCE}", tags=False), "no tags"),
}  # fmt: skip
