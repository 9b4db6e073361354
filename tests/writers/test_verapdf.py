"""veraPDF finds nothing to say of any PDF: those for the screen are PDF/UA-1, and those to be kept PDF/A as well."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from publish.diagnostics import Report
from publish.measures.papers import sheet
from publish.model.book import Book
from publish.settings.values import Settings
from publish.styles import find_style, known_styles
from publish.workflows.building import build
from publish.workflows.reading import Wanted
from publish.writers import WRITERS, Order
from publish.writers.sheets.how_to import write_how_to
from publish.writers.sheets.print_test import write_print_test
from tests import verapdf
from tests.imposition.guides import guided
from tests.writers.sample import book, everything, png

ROOT = Path(__file__).parents[2]
ELEMENTS = Path(__file__).with_name("elements.md")
SPECIMEN = ROOT / "publish" / "styles" / "specimen" / "specimen.md"
# What a poster has room for.
DEMANDS = ROOT / "manuscripts" / "es-plaza.md"


@pytest.fixture
def java():
    """Java and Maven are there; where CI lacks them, CI is broken."""
    if not verapdf.available():
        if os.environ.get("CI"):
            pytest.fail(verapdf.MISSING)
        pytest.skip(verapdf.MISSING)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("conforming")


def manuscripts(folder: Path) -> list[Path]:
    """The specimen of styles, and the text that has every element, with its pictures; the samples are looked at by ``make conformance``."""
    text = folder / "text" / "elements.md"
    text.parent.mkdir(exist_ok=True)
    text.write_bytes(ELEMENTS.read_bytes())
    for name, width, height in (("gate", 517, 233), ("tall", 300, 1900), ("small", 48, 31)):
        text.with_name(f"{name}.png").write_bytes(png(width=width, height=height))
    return [SPECIMEN, text]


def built(manuscript: Path, style: str, standard: str, folder: Path) -> Path:
    report = Report()
    wanted = Wanted(("pdf",), style=style, printing={"pdf_standard": standard}, out=folder / f"{style}-{standard}")
    made = build(manuscript, wanted, report)
    assert made, report.diagnostics
    return made[0]


def written(name: str, made: Book, style: str, standard: str, folder: Path, **settings) -> Path:
    given = replace(Settings(), **settings)
    order = Order(made, find_style(style, folder), replace(given, printing=replace(given.printing, pdf_standard=standard)))
    file = folder / f"{name}-{style}-{standard}.pdf"
    file.write_bytes(WRITERS["pdf"].write(order, Report()).data)
    return file


def for_the_screen(folder: Path) -> Iterator[Path]:
    """Each text in each style that has room for it."""
    yield built(DEMANDS, "poster", "ua-1", folder)
    for style in (name for name in known_styles(folder) if name != "poster"):
        for manuscript in manuscripts(folder):
            yield built(manuscript, style, "ua-1", folder)
        yield written("everything", everything(), style, "ua-1", folder, contents="yes")


def to_be_kept(folder: Path) -> Iterator[tuple[str, Path]]:
    """The texts in one style, a short book in each, with the parts of PDF/A they are to be."""
    for manuscript in manuscripts(folder):
        yield "2a", built(manuscript, "pamphlet", "a-2a", folder)
    for style in known_styles(folder):
        yield "2a", written("short", book(), style, "a-2a", folder)
    yield "3a", written("everything", everything(), "pamphlet", "a-3a", folder)


def beside_the_books(folder: Path) -> Iterator[Path]:
    """The pages that come with a print job."""
    for name, page in (
        ("how-to", write_how_to(guided("saddle", "en", title="Night buses", flip="single"))),
        ("how-to-zine", write_how_to(guided("zine", "es", title="Night buses"))),
        ("print-test", write_print_test(sheet("a4"), "de")),
    ):
        file = folder / f"{name}.pdf"
        file.write_bytes(page)
        yield file


@pytest.mark.usefixtures("java")
def test_verapdf_finds_nothing_in_any_pdf(folder: Path):
    kept = list(to_be_kept(folder))
    wanted = [("ua1", file) for file in (*for_the_screen(folder), *beside_the_books(folder))]
    # What is kept says that it is both.
    wanted += [*kept, *(("ua1", file) for _, file in kept)]
    assert len(wanted) > 30
    assert [str(finding) for finding in verapdf.check(wanted)] == []


@pytest.mark.usefixtures("java")
def test_verapdf_does_find_what_is_wrong(folder: Path):
    fine = written("fine", book(), "pamphlet", "ua-1", folder)
    broken = folder / "broken.pdf"
    with pikepdf.open(fine) as pdf:
        del pdf.Root.Lang
        del pdf.Root.ViewerPreferences
        pdf.save(broken)
    found = {(finding.file, finding.profile, finding.clause) for finding in verapdf.check([("ua1", fine), ("ua1", broken), ("2a", fine)])}
    assert {(str(broken), "ua1", "7.1"), (str(broken), "ua1", "7.2")} <= found
    assert any(file == str(fine) and profile == "2a" for file, profile, _ in found)
    assert not any(file == str(fine) and profile == "ua1" for file, profile, _ in found)


@pytest.mark.usefixtures("java")
def test_a_file_that_cannot_be_read_is_not_taken_for_a_good_one(folder: Path):
    nothing = folder / "nothing.pdf"
    nothing.write_bytes(b"%PDF-1.7\n")
    with pytest.raises(RuntimeError, match="did not get through"):
        verapdf.check([("ua1", nothing)])
