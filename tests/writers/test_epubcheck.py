"""EPUBCheck finds nothing to say of any book: no error, no warning, no hint on usage."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from publish.diagnostics import Report, Severity
from publish.model.book import Book, Contributor, Emblem, Identifier, Matter, Metadata, Section
from publish.model.kinds import Align, BoxKind, Extent, Unit
from publish.model.nodes import (
    Box,
    Column,
    Columns,
    Division,
    Emphasis,
    Figure,
    Image,
    Link,
    Note,
    Paragraph,
    Role,
    Span,
    Text,
)
from publish.styles import find_style, known_styles
from publish.writers.epub.epub import write_epub
from tests import epubcheck
from tests.writers.sample import book, chapter, demands, everything, gif, note, paragraph, picture, style, text


def strange_links() -> Book:
    targets = ("https://example.org/a b|c", "https://example.org/100%", "https://例え.jp/道?q=“x”", "mailto:a@b.example", "tel:+123")
    return book(chapter(*(paragraph(Link(text("there"), target)) for target in targets)))


def every_picture() -> Book:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    both = picture() | picture("é.svg", "image/svg+xml", svg) | picture("a.gif", "image/gif", gif(2))
    shown = (Figure(Image(source, "A picture & more")) for source in both)
    return book(chapter(*shown, Paragraph((Image("a.png"),))), assets=both, cover_image="a.png")


def all_metadata() -> Book:
    people = (Contributor("A & B <C>", "aut", "B, A"), Contributor("D", "trl"), Contributor("E", "ill"))
    return book(
        contributors=people, description="Two lines\nand <more>.", rights="© nobody", keywords=("a", "b & c"), series="S",
        series_position="2.1", identifiers=(Identifier("978-0-306-40615-7", "ISBN"), Identifier("10.1000/182", "DOI")),
    )  # fmt: skip


def all_matter() -> Book:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    assets = picture("house:lamp.svg", "image/svg+xml", svg) | picture("settings:label.png")
    said = Matter("Second & last", "P, <1 Quay>", "CC BY", "Read it.", "£2", Emblem("house:lamp.svg", "A lamp"), Emblem("settings:label.png"))
    return replace(all_metadata(), assets=assets, matter=said)


def nested_notes() -> Book:
    deep = Note((Paragraph((Emphasis(text("Deep")), note("Deeper."))), paragraph("More.")))
    titled = Section(Role.CHAPTER, (paragraph("A.", deep, note("B.")),), (Text("A title with a note"), note("Here.")), id="kapitel-ä")
    return book(titled, chapter(paragraph(Link(text("back"), "#kapitel-ä"), Span(text("x"), id="名前"))))


def boxes_and_columns() -> Book:
    assets = picture("data:image/png;base64,AAAA") | picture()
    shown = [Figure(Image(source, "A", width=Extent(60, Unit.PERCENT)), text("A")) for source in assets]
    row = Columns(tuple(Column((figure,)) for figure in shown), id="row")
    aside = Columns((Column((paragraph("One."),), Extent(4, Unit.CENTIMETRE)), Column((paragraph("Two."), *shown))))
    boxes = (Box(kind, (paragraph("Words."), row if kind is BoxKind.TIP else aside), text("A title"), kind.value) for kind in BoxKind)
    centred = Division(None, (paragraph("Centred."),), align=Align.CENTER)
    return book(chapter(*boxes, centred, paragraph(Link(text("there"), "#tip"), Link(text("and there"), "#row"))), assets=assets)


BOOKS = {
    "boxes-and-columns": boxes_and_columns,
    "plain": book,
    "everything": everything,
    "spanish": lambda: everything(lang="es-MX"),
    "arabic": lambda: book(title="حافلات الليل", lang="ar"),
    "chinese": lambda: book(title="夜班公交", lang="zh-Hans"),
    "untitled": lambda: book(title="", subtitle="", date="", publisher="", contributors=()),
    "dedication-only": lambda: book(Section(Role.DEDICATION, (paragraph("For all."),), id="dedication")),
    "demands-twice": lambda: book(demands(), chapter(paragraph("Words.")), replace(demands(), id="more", level=2)),
    "every-role": lambda: book(*(Section(role, (paragraph("Words."),), id=role.value) for role in Role)),
    "strange-links": strange_links,
    "every-picture": every_picture,
    "all-metadata": all_metadata,
    "all-matter": all_matter,
    "nested-notes": nested_notes,
}  # fmt: skip


@pytest.fixture
def java():
    """Java is there; where CI lacks it, CI is broken."""
    if not epubcheck.available():
        if os.environ.get("CI"):
            pytest.fail(epubcheck.MISSING)
        pytest.skip(epubcheck.MISSING)


def in_every_style(folder: Path) -> list[Path]:
    """One book in each style that comes along; these are checked with the others, since Java takes long to start."""
    files = {name: folder / f"in-{name}.epub" for name in known_styles(folder)}
    for name, file in files.items():
        file.write_bytes(write_epub(everything(), find_style(name, folder), Report()))
    return list(files.values())


@pytest.mark.usefixtures("java")
def test_epubcheck_finds_nothing_in_any_book(tmp_path: Path):
    files = [tmp_path / f"{name}.epub" for name in BOOKS]
    for file, make in zip(files, BOOKS.values(), strict=True):
        file.write_bytes(write_epub(make(), style(), Report()))
    assert [str(finding) for finding in epubcheck.check([*files, *in_every_style(tmp_path)])] == []


@pytest.mark.usefixtures("java")
def test_epubcheck_does_find_what_is_wrong(tmp_path: Path):
    broken = replace(book(), metadata=Metadata(title="Broken", lang="not a language"))
    file = tmp_path / "broken.epub"
    file.write_bytes(write_epub(broken, style(), Report()))
    assert {"OPF-092"} <= {finding.id for finding in epubcheck.check([file]) if finding.severity is Severity.ERROR}
