"""What a house gives to all its publications: its logo, its label, its cover and colours, from beside its settings."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from publish.diagnostics import Report
from publish.model.book import Book, Emblem
from publish.workflows.building import build
from publish.workflows.reading import Wanted, read_manuscript
from tests.writers.sample import Epub, png

LAMP = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of a house, with a text in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    for name in (".git", "house", "texts"):
        (tmp_path / name).mkdir()
    (tmp_path / "house/lamp.svg").write_text(LAMP, encoding="utf-8")
    (tmp_path / "house/label.png").write_bytes(png())
    return tmp_path


def settings(text: str) -> None:
    Path("publish.yaml").write_text(text, encoding="utf-8")


def night(front: str = "") -> Path:
    path = Path("texts/night.md")
    path.write_text(f"---\ntitle: Night\nlang: en\n{front}---\n\nAll night the buses run.\n", encoding="utf-8")
    return path


def read(front: str = "") -> tuple[Book, list[str]]:
    report = Report()
    book = read_manuscript(night(front), Wanted(), report).book
    return book, [str(found) for found in report.diagnostics]


def test_the_houses_pictures_are_found_beside_its_settings():
    settings('logo: {file: house/lamp.svg, alt: A lamp}\nunion-label: house/label.png\nprinter: "Ann\'s press"\n')
    book, said = read()
    assert said == []
    assert book.matter.logo == Emblem("house:house/lamp.svg", "A lamp")
    assert book.matter.printer == "Ann’s press"  # set as the text is
    assert {asset.media_type for asset in book.assets.values()} == {"image/svg+xml", "image/png"}


def test_a_text_has_its_own_logo_beside_itself():
    settings("logo: house/lamp.svg\n")
    Path("texts/own.png").write_bytes(png())
    book, said = read("publish:\n  logo: own.png\n")
    assert said == []
    assert book.assets[book.matter.logo.source].media_type == "image/png"


def test_a_text_does_without_the_houses_logo():
    settings("logo: house/lamp.svg\n")
    assert read("publish:\n  logo: no\n")[0].matter.logo is None


@pytest.mark.parametrize(("house", "front", "said"), [
    ("logo: house/lmap.svg\n", "", "publish.yaml:1: M513 error: there is no picture `house/lmap.svg` (did you mean `house/lamp.svg`?)"),
    ("printer: P\nlogo: ../lamp.svg\n", "", "publish.yaml:2: M512 error: the picture `../lamp.svg` is outside the publication's "
     "folder (put it beside the text)"),
    ("", "publish:\n  logo: ../house/lamp.svg\n", "texts/night.md:5: M512 error: the picture `../house/lamp.svg` is outside the "
     "publication's folder (put it beside the text)"),
    ("", "publish:\n  union-label: https://example.org/label.png\n", "texts/night.md:5: M511 error: the picture "
     "`https://example.org/label.png` is on the net; only files are read (save the picture beside the text and name its file)"),
])  # fmt: skip
def test_a_picture_that_cannot_be_had_is_an_error_where_it_is_named(house, front, said):
    settings(house)
    book, found = read(front)
    assert found == [said]
    assert book.matter.emblems == ()


def test_the_houses_cover_is_for_texts_that_have_none():
    settings("cover-image: house/label.png\n")
    book, said = read()
    assert said == []
    assert book.metadata.cover_image == "house:house/label.png"
    Path("texts/own.png").write_bytes(png(200))
    book, said = read("cover-image: own.png\n")
    assert said == []
    assert book.metadata.cover_image == "own.png" and list(book.assets) == ["own.png"]


def test_house_and_text_may_have_pictures_of_one_name():
    settings("logo: same.png\n")
    Path("same.png").write_bytes(png(200))
    Path("texts/same.png").write_bytes(png(10))
    report = Report()
    text = night()
    text.write_text(text.read_text("utf-8") + "\n![A square](same.png)\n", encoding="utf-8")
    assert build(text, Wanted(formats=("epub",), out=Path("out")), report) == [Path("out/night.epub")]
    epub = Epub(Path("out/night.epub").read_bytes())
    shown = {epub.archive.read(name) for name in epub.names if name.startswith("EPUB/images/") and "cover" not in name}
    assert shown == {png(200), png(10)}


def test_the_drawn_cover_of_an_epub_wears_the_houses_colours():
    settings('colours: {paper: "#1d3557", ink: "#f1faee", accent: "#e63946"}\n')
    build(night(), Wanted(formats=("epub",), out=Path("out")), Report())
    epub = Epub(Path("out/night.epub").read_bytes())
    cover = Image.open(io.BytesIO(epub.archive.read("EPUB/images/cover.png"))).convert("RGB")
    assert cover.getpixel((0, 0)) == (0x1D, 0x35, 0x57)
    assert cover.getpixel((800, 180)) == (0xE6, 0x39, 0x46)
    assert (0xF1, 0xFA, 0xEE) in {colour for _, colour in cover.getcolors(1 << 16)}
