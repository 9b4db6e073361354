"""Formulas: what is set, what is refused in words, and what a reader finds of them in each kind of file."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from publish.maths import NoFormula, drawing, mathml
from tests.command import FRONT, call
from tests.writers.pdfs import Pdf

TEXT = f"{FRONT}# The rent $r^2$\n\nLet $r_1 < r_2$ be the rent.^[It was $\\frac{{r}}{{2}}$ once.]\n\n$$\\sum_{{i=1}}^n r_i$$\n"
MATH = "{http://www.w3.org/1998/Math/MathML}"


@pytest.mark.parametrize("tex", [
    "a^2 + b^2 = c^2", r"\frac{1}{2}\sum_{i=1}^n x_i", r"\sqrt[3]{x}", r"\text{if } x \geq 0", r"\overline{AB}", "x < y",
    r"\begin{pmatrix}a & b \\ c & d\end{pmatrix}", r"\left(\frac{a}{b}\right)", r"\mathbb{R}", r"\int_0^1 x\,dx",
    r"\begin{aligned}a &= b \\ c &= d\end{aligned}", r"\begin{gathered}a \\ b\end{gathered}", r"x \text{ where } x \text{ < 2}",
])  # fmt: skip
def test_a_formula_becomes_mathml_and_a_drawing_on_the_line(tex):
    root = ElementTree.fromstring(mathml(tex))
    assert root.tag == f"{MATH}math" and root.get("alttext") == tex
    drawn = drawing(tex)
    assert drawn.svg.startswith("<svg") and drawn.width > 0 and -0.1 <= drawn.depth < drawn.height


@pytest.mark.parametrize(("tex", "said"), [
    (r"\frac{1}", "a part of it is missing"),
    (r"\nothing x", r"`\nothing` is not known"),
    ("{", "no available tokens"),
    (r"\left( x", "extra left or missing right"),
    ("{" * 50 + "}" * 50, "it is too long, or nested too deep"),
    ("x" * 2_001, "it is too long, or nested too deep"),
])  # fmt: skip
def test_what_is_no_formula_is_refused_in_words(tex, said):
    with pytest.raises(NoFormula) as problem:
        drawing(tex)
    assert said in str(problem.value)


def test_a_formula_leads_nowhere_and_says_nothing_to_a_browser():
    assert "javascript" not in mathml(r"\href{javascript:alert(1)}{x}").partition("alttext")[0]
    assert "href=" not in mathml(r"\href{javascript:alert(1)}{x}")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files of a text with formulas."""
    folder = tmp_path_factory.mktemp("formulas")
    (folder / "rent.md").write_text(TEXT, encoding="utf-8")
    result = call("build", folder / "rent.md", "-f", "pdf", "-f", "epub", "-f", "html", "-o", folder)
    assert (result.code, result.err) == (0, "")
    return folder


def test_an_e_book_holds_mathml_and_says_so(built):
    with zipfile.ZipFile(io.BytesIO((built / "rent.epub").read_bytes())) as epub:
        page = next(epub.read(name).decode() for name in epub.namelist() if "section" in name or "chapter" in name)
        package = epub.read("EPUB/content.opf").decode()
    assert [element.get("alttext") for element in ElementTree.fromstring(page).iter(f"{MATH}math")] == [
        "r^2", "r_1 < r_2", r"\sum_{i=1}^n r_i", r"\frac{r}{2}",
    ]  # fmt: skip
    assert 'properties="mathml"' in package and ">MathML<" in package and ">describedMath<" in package


def test_a_title_page_with_a_formula_says_so_too(tmp_path: Path):
    (tmp_path / "text.md").write_text("---\ntitle: T\nsubtitle: Of $x^2$\nlang: en\n---\n\nWords.\n", encoding="utf-8")
    assert call("build", tmp_path / "text.md", "-f", "epub", "-o", tmp_path).code == 0
    with zipfile.ZipFile(tmp_path / "text.epub") as book:
        package = ElementTree.fromstring(book.read("EPUB/content.opf"))
        assert b"<math " in book.read("EPUB/text/title.xhtml")
    assert [item.get("properties") for item in package.iter("{http://www.idpf.org/2007/opf}item") if item.get("href") == "text/title.xhtml"] == ["mathml"]


def test_a_web_page_holds_mathml(built):
    assert (built / "rent.html").read_text("utf-8").count("<math ") == 4


def test_a_pdf_shows_formulas_and_says_them_to_who_listens(built):
    pdf = Pdf((built / "rent.pdf").read_bytes())
    assert [str(figure.Alt) for figure in pdf.elements("Figure")] == ["r^2", "r_1 < r_2", r"\sum_{i=1}^n r_i", r"\frac{r}{2}"]


def test_what_cannot_be_set_stays_as_typed_and_is_told_with_its_line(tmp_path):
    (tmp_path / "a.md").write_text(f"{FRONT}One.\n\nA $\\frac{{1}}$ sum.\n", encoding="utf-8")
    result = call("build", tmp_path / "a.md", "-f", "html", "-o", tmp_path)
    assert result.code == 0
    assert "a.md:8: M165 warning: this formula cannot be set, and stays as it is typed: a part of it is missing" in result.err
    assert "A $\\frac{1}$ sum." in (tmp_path / "a.html").read_text("utf-8")


def test_a_text_with_formulas_is_proof_read(built):
    result = call("check", built / "rent.md")
    assert (result.code, result.err) == (0, "")
    assert "rent.md:" in result.out
