"""Pages full of colour, and what Ghostscript, poppler and qpdf say of the files that are made of them."""

from __future__ import annotations

import base64
import io
import subprocess
import tempfile
from decimal import Decimal
from pathlib import Path

import pikepdf
import weasyprint
from PIL import Image, ImageChops, ImageDraw, ImageStat

from tests.writers.pdfs import tool

ROOT = Path(__file__).parents[2]


# Pages ------------------------------------------------------------------------------------------


def laid_out(body: str, css: str = "", bleed: str = "3mm", size: str = "105mm 148mm", **options) -> bytes:
    """HTML as our writers hand it to the press: a page with bleed and no marks."""
    head = "<title>Night</title><meta name=dcterms.created content=2024-05-01>"
    sheet = f"@page {{size: {size}; bleed: {bleed}; margin: 12mm}} html {{font: 9pt/12pt 'Source Sans 3', sans-serif}} body {{margin: 0}} {css}"
    return weasyprint.HTML(string=f"<html lang=en>{head}<style>{sheet}</style>{body}").write_pdf(**options)


def data_uri(picture: Image.Image, kind: str = "PNG", **options) -> str:
    file = io.BytesIO()
    picture.save(file, format=kind, **options)
    return f"data:image/{kind.lower()};base64,{base64.b64encode(file.getvalue()).decode()}"


def rainbow(mode: str = "RGB", size: tuple[int, int] = (64, 48)) -> Image.Image:
    """A picture of many colours."""
    across = Image.linear_gradient("L").rotate(90).resize(size)
    down = Image.linear_gradient("L").resize(size)
    return Image.merge("RGB", (across, down, ImageChops.invert(across))).convert(mode)


def see_through(size: tuple[int, int] = (64, 48)) -> Image.Image:
    """A picture with a round window in it."""
    picture = rainbow("RGBA", size)
    mask = Image.new("L", size, 255)
    ImageDraw.Draw(mask).ellipse((10, 8, size[0] - 10, size[1] - 8), fill=60)
    picture.putalpha(mask)
    return picture


_DRAWING = """
<svg viewBox="0 0 100 60" width="52mm">
  <defs>
    <linearGradient id="a"><stop offset="0" stop-color="#e63946"/><stop offset=".5" stop-color="#ffd166"/><stop offset="1" stop-color="#118ab2"/></linearGradient>
    <radialGradient id="b"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#06d6a0" stop-opacity=".4"/></radialGradient>
    <pattern id="c" width="10" height="10" patternUnits="userSpaceOnUse"><circle cx="5" cy="5" r="3" fill="#ef476f"/></pattern>
    <mask id="d"><rect width="100" height="60" fill="#fff"/><circle cx="80" cy="40" r="12" fill="#171717"/></mask>
  </defs>
  <rect width="60" height="20" fill="url(#a)"/><circle cx="80" cy="15" r="14" fill="url(#b)"/>
  <rect y="24" width="40" height="30" fill="url(#c)" stroke="#3a86ff"/>
  <g mask="url(#d)" opacity=".7"><rect x="50" y="26" width="48" height="30" fill="#8338ec"/></g>
  <text x="4" y="14" font-size="9" fill="currentColor">Drawn</text>
</svg>
"""


def colourful(**options) -> bytes:
    """Two pages with every kind of colour that a style or a manuscript can bring about."""
    jpeg, inks = data_uri(rainbow(), "JPEG", quality=95), data_uri(rainbow("CMYK"), "JPEG", quality=95)
    pictures = "".join(
        f"<img src='{source}' style='width:22mm'>"
        for source in (jpeg, inks, data_uri(rainbow()), data_uri(see_through()), data_uri(rainbow("P")), data_uri(rainbow("L")), data_uri(rainbow("1")))
    )
    css = """
        body {color: #171717} a {color: #1d3557} hr {border: 0; border-top: 1pt solid #e63946}
        h1 {color: device-cmyk(0 1 1 .1); background: lab(80 -30 40)} h2 {color: oklch(.6 .2 30)}
        .box {border: 2pt dashed #2a9d8f; background: linear-gradient(45deg, #e63946, rgba(69, 123, 157, .3)); padding: 3pt}
        .round {background: radial-gradient(#ffd166, #118ab2 60%); height: 12mm; border-radius: 4mm; opacity: .8}
    """
    body = f"""
        <h1>Everything in colour</h1><p>A <a href="https://example.org/">link</a> and <b style="color:#c1121f">red</b>
        and <span style="color:rgba(0,120,0,.5)">half green</span>.</p><hr>
        <div class=box>In a box</div><div class=round></div>{_DRAWING}
        <h2 style="break-before: page">Pictures</h2>{pictures}
    """
    return laid_out(body, css, **options)


# Looking ----------------------------------------------------------------------------------------


def _run(data: bytes, command: list[str]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        path.write_bytes(data)
        done = subprocess.run([part.replace("FILE", str(path)) for part in command], capture_output=True, text=True, cwd=folder, timeout=120)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def ink_cover(data: bytes) -> list[tuple[float, float, float, float]]:
    """How much of each page Ghostscript covers with cyan, magenta, yellow and black, as shares of it."""
    said = _run(data, [tool("gs"), "-q", "-dSAFER", "-o", "-", "-sDEVICE=inkcov", "-r72", "FILE"])
    return [tuple(map(float, line.split()[:4])) for line in said.splitlines() if line.strip().endswith("OK")]


def check_syntax(data: bytes) -> None:
    """qpdf finds nothing wrong."""
    said = _run(data, [tool("qpdf"), "--check", "FILE"])
    assert "No syntax or stream encoding errors found" in said


def pictures_of(data: bytes, dpi: int = 72, box: str = "-cropbox") -> list[Image.Image]:
    """The pages as poppler paints them, trimmed to a box."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.pdf").write_bytes(data)
        arguments = [tool("pdftoppm"), "-r", str(dpi), "-png", *([box] if box else []), "a.pdf", "p"]
        subprocess.run(arguments, cwd=folder, check=True, capture_output=True, timeout=120)
        return [Image.open(path).convert("RGB").copy() for path in sorted(Path(folder).glob("p*.png"))]


def separations(data: bytes, dpi: int = 72, page: int = 1) -> dict[str, Image.Image]:
    """The plates of a page as Ghostscript makes them, by the name of the ink: 0 is full ink."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.pdf").write_bytes(data)
        pages = [f"-dFirstPage={page}", f"-dLastPage={page}"]
        command = [tool("gs"), "-q", "-dSAFER", "-o", "p.tif", "-sDEVICE=tiffsep", f"-r{dpi}", *pages, "a.pdf"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
        files = sorted(Path(folder).glob("p(*).tif"))
        return {path.stem[2:-1].lower(): Image.open(path).convert("L").copy() for path in files}


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures of one size are from each other, as a share of 1, on average in grey."""
    assert one.size == other.size
    return ImageStat.Stat(ImageChops.difference(one.convert("L"), other.convert("L"))).mean[0] / 255


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def saved(pdf: pikepdf.Pdf) -> bytes:
    file = io.BytesIO()
    pdf.save(file, deterministic_id=True)
    return file.getvalue()


# Files by hand ----------------------------------------------------------------------------------


def drawn(content: str, size: tuple[float, float] = (200, 200), **resources) -> bytes:
    """A page with a content stream of its own; ``resources`` are its kinds of resource, such as ``XObject``."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=size)
        page.Contents = pdf.make_stream(content.encode())
        page.Resources = pikepdf.Dictionary({f"/{kind}": made(pdf) if callable(made) else made for kind, made in resources.items()})
        page.TrimBox = page.MediaBox
        return saved(pdf)


def picture_object(pdf: pikepdf.Pdf, data: bytes, size: tuple[int, int], space, bits: int = 8, **more) -> pikepdf.Stream:
    """A picture as an object of a file."""
    return pdf.make_stream(
        data, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=size[0], Height=size[1], ColorSpace=space, BitsPerComponent=bits, **more
    )


def instructions_of(data: bytes, page: int = 0) -> list[tuple[str, list[float | str]]]:
    """The operators of a page with their operands: numbers, and anything else as a text."""
    with opened(data) as pdf:
        return [(str(one.operator), [_plain(operand) for operand in one.operands]) for one in pikepdf.parse_content_stream(pdf.pages[page])]


def _plain(operand) -> float | str:
    return float(operand) if isinstance(operand, int | float | Decimal) else str(operand)
