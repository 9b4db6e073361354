"""Pictures are fetched from the publication's folder and nowhere else; what cannot be used is said once, with its line."""

import io
import struct
import zlib
from base64 import b64encode
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import Image as Picture

from publish.diagnostics import Report
from publish.model.book import Book, Metadata
from publish.model.front_matter import FrontMatter
from publish.model.nodes import Image
from publish.model.place import Place
from publish.model.walk import walk
from publish.readers import Source, read
from publish.transforms import Contribution, Options, make_book, make_collection, picture_files

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 30 20">{}</svg>'


def encoded(kind: str, size: tuple[int, int] = (3, 2), mode: str = "RGB") -> bytes:
    stream = io.BytesIO()
    Picture.new(mode, size, "white").save(stream, kind)
    return stream.getvalue()


def png_that_claims(width: int, height: int) -> bytes:
    """A PNG of a few bytes whose head names any size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def make(text: str, folder: Path, report: Report, cover: str = "", cover_place: Place | None = None) -> Book:
    manuscript = read(Source("in.md", ".md", text, front=(FrontMatter(""),)), report)
    return make_book(manuscript, Metadata(title="T", cover_image=cover), folder, Options(), report, cover_place)


GOOD = {
    "map.png": encoded("PNG"), "map.jpg": encoded("JPEG"), "map.gif": encoded("GIF"), "map.webp": encoded("WEBP"),
    "map.svg": SVG.format('<style>a{fill:url(#b)}</style><a href="https://example.org"><path d="M0 0"/></a>').encode(),
    "no-suffix": encoded("PNG"),
}  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_pictures_of_these_kinds_are_fetched_with_their_size(name: str, tmp_path: Path, report: Report) -> None:
    (tmp_path / name).write_bytes(GOOD[name])
    asset = make(f"![A map]({name})", tmp_path, report).assets[name]
    assert report.diagnostics == []
    assert asset.data == GOOD[name]
    assert (asset.width, asset.height) == ((30, 20) if name.endswith("svg") else (3, 2))
    assert asset.media_type.removeprefix("image/")[:3] in {"png", "jpe", "gif", "web", "svg"}


BAD = {
    "truncated.png": (encoded("PNG", (90, 90))[:60], "M514", "cannot be read"),
    "truncated.jpg": (encoded("JPEG", (90, 90))[:400], "M514", "cannot be read"),
    "empty.png": (b"", "M514", "cannot be read"),
    "words.png": (b"This is no picture.", "M514", "cannot be read"),
    "bitmap.bmp": (encoded("BMP"), "M514", "cannot be read"),
    "wide.png": (png_that_claims(12_000, 7_000), "M515", "12000 × 7000 pixels"),
    "vast.png": (png_that_claims(1_000_000, 1_000_000), "M515", "more pixels than any page can show"),
    "broken.svg": (SVG.format("<path>").encode(), "M514", "cannot be read"),
    "script.svg": (SVG.format("<script>alert(1)</script>").encode(), "M516", "holds <script>"),
    "other.svg": (SVG.format('<x:script xmlns:x="urn:x"/>').encode(), "M516", "holds <script>"),
    "foreign.svg": (SVG.format("<foreignObject/>").encode(), "M516", "holds <foreignObject>"),
    "handler.svg": (SVG.format('<path onclick="a()"/>').encode(), "M516", "holds a program"),
    "runs.svg": (SVG.format('<a xlink:href=" javascript:a()"/>').encode(), "M516", "holds a program"),
    "fetches.svg": (SVG.format('<image xlink:href="https://example.org/a.png"/>').encode(), "M516", "fetches `https://"),
    "file.svg": (SVG.format('<use href="other.svg#a"/>').encode(), "M516", "fetches `other.svg#a`"),
    "style.svg": (SVG.format("<style>@import 'a.css'</style>").encode(), "M516", "by its style"),
    "paint.svg": (SVG.format('<path fill="url(https://example.org/a#b)"/>').encode(), "M516", "by its style"),
    "entity.svg": (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;").encode(), "M516", "defines entities"),
    "sheet.svg": (b'<?xml-stylesheet href="https://example.org/a.css"?>' + SVG.format("").encode(), "M516", "style sheets"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_picture_that_cannot_be_used_is_one_error_with_its_line(name: str, tmp_path: Path, report: Report, recwarn) -> None:
    data, code, said = BAD[name]
    (tmp_path / name).write_bytes(data)
    book = make(f"Text.\n\n![A map]({name})\n\nAnd again: ![]({name})", tmp_path, report)
    (found,) = report.diagnostics
    assert str(found).startswith(f"in.md:3: {code} error: the ")
    assert said in found.message and name in found.message and found.hint
    assert book.assets == {}
    assert not recwarn.list, "nothing is said beside the report"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_picture_cut_off_anywhere_is_read_or_refused(kind: str, tmp_path: Path) -> None:
    data = encoded(kind, (40, 40))
    for length in range(0, len(data), max(1, len(data) // 60)):
        (tmp_path / "cut").write_bytes(data[:length])
        report = Report()
        make("![](cut)", tmp_path, report)
        assert [found.code for found in report.diagnostics] in ([], ["M514"])


@pytest.mark.parametrize("written", [
    "data:image/png;base64," + b64encode(encoded("PNG")).decode(),
    "data:image/png;base64," + b64encode(encoded("PNG")).decode().rstrip("="),
    "DATA:image/jpeg;name=a.png;base64," + b64encode(encoded("PNG")).decode().replace("+", "%2B"),
    "data:image/svg+xml;utf8," + quote(SVG.format("<path d='M0 0'/>")),
])  # fmt: skip
def test_a_picture_written_out_in_its_own_address_is_taken_in(written: str, tmp_path: Path, report: Report) -> None:
    book = make(f"Text.\n\n![A map][one]\n\n[one]: <{written}>", tmp_path, report)
    assert report.diagnostics == []
    (asset,) = book.assets.values()
    assert asset.data == encoded("PNG") or asset.media_type == "image/svg+xml"
    (shown,) = (node for node in walk(*book.sections[0].blocks) if isinstance(node, Image))
    assert asset.source == shown.source


BILLION_LAUGHS = b"<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&b;</text></svg>"
NAMES = {
    "missing.png": ("M513", "there is no picture `missing.png`"),
    "folder": ("M513", "there is no picture `folder`"),
    "../beside.png": ("M512", "outside the publication's folder"),
    "folder/../../beside.png": ("M512", "outside the publication's folder"),
    "leads-out.png": ("M512", "outside the publication's folder"),
    "leads-nowhere.png": ("M512", "outside the publication's folder"),
    "/beside.png": ("M512", "outside the publication's folder"),
    "file:///beside.png": ("M512", "outside the publication's folder"),
    "https://example.org/a.png": ("M511", "is on the net; only files are read"),
    "//example.org/a.png": ("M511", "is on the net; only files are read"),
    "data:image/png;base64,AAAA": ("M514", "the picture `data:image/png;base64,…` cannot be read"),
    "data:image/png;base64,AA!!": ("M514", "that is written out here is damaged"),
    "data:image/png": ("M514", "that is written out here is damaged"),
    "data:text/html,%3Cscript%3E": ("M514", "cannot be read"),
    "data:image/svg+xml,%3Csvg onload='run()'/%3E": ("M516", "holds a program"),
    "data:image/svg+xml;base64," + b64encode(BILLION_LAUGHS).decode(): ("M516", "defines entities"),
    "a" * 300 + ".png": ("M513", "there is no picture `aaa"),
    "a%00b.png": ("M51", "picture"),
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_leads_to_no_file_of_the_publication_is_one_error(name: str, tmp_path: Path, report: Report) -> None:
    home = tmp_path / "home"
    (home / "folder").mkdir(parents=True)
    (tmp_path / "beside.png").write_bytes(encoded("PNG"))
    (home / "leads-out.png").symlink_to(tmp_path / "beside.png")
    (home / "leads-nowhere.png").symlink_to(home / "leads-nowhere.png")
    assert make(f"Text.\n\n![A map](<{name}>)", home, report).assets == {}
    (found,) = report.diagnostics
    code, said = NAMES[name]
    assert found.code.startswith(code) and said in found.message and found.place == Place("in.md", 3)
    assert len(str(found)) < 300


def test_a_name_that_is_nearly_right_is_suggested(tmp_path: Path, report: Report) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "Map.PNG").write_bytes(encoded("PNG"))
    make("![](pictures/map.png)", tmp_path, report)
    assert report.diagnostics[0].hint == "did you mean `pictures/Map.PNG`?"


def test_a_file_of_too_many_bytes_is_refused_before_it_is_looked_at(tmp_path: Path, report: Report) -> None:
    with (tmp_path / "vast.png").open("wb") as file:
        file.truncate(40_000_001)
    make("![](vast.png)", tmp_path, report)
    assert [found.code for found in report.diagnostics] == ["M515"]
    assert "more than 40 MB" in report.diagnostics[0].message


def test_pictures_are_found_wherever_they_stand(tmp_path: Path, report: Report) -> None:
    names = ["head", "note", "cell", "caption", "figure", "item", "quoted", "meaning", "title", "cover"]
    for name in names:
        (tmp_path / f"{name}.png").write_bytes(encoded("PNG"))
    text = """# Plate ![](title.png)

## Iron ![](head.png)

A note.[^1] We demand:

- ![](item.png)

| load | ![](cell.png) |
|------|------|
| 1    | 2    |

: Loads ![](caption.png)

![A figure](figure.png)

> ![Quoted](./quoted.png)

Term
: ![Meaning](x/../meaning.png)

[^1]: ![Noted](note.png)
"""
    book = make(text, tmp_path, report, cover="./cover.png")
    assert report.diagnostics == [found for found in report.diagnostics if found.code == "M311"]
    assert set(book.assets) == {f"{name}.png" for name in names}
    assert book.metadata.cover_image == "cover.png"
    nodes = walk(*(node for section in book.sections for node in (*section.title, *section.lead, *section.blocks)))
    assert {node.source for node in nodes if isinstance(node, Image)} == set(book.assets) - {"cover.png"}


def test_a_picture_used_twice_is_read_once(tmp_path: Path, report: Report, monkeypatch) -> None:
    (tmp_path / "map.png").write_bytes(encoded("PNG"))
    opened = []
    monkeypatch.setattr(picture_files, "read", lambda path, limit: (opened.append(path.name), path.read_bytes())[1])
    book = make("![](map.png)\n\n![](./map.png)\n\n![](x/../map.png)", tmp_path, report, cover="map.png")
    assert opened == ["map.png"] and list(book.assets) == ["map.png"]


def test_a_bad_cover_is_placed_at_its_setting(tmp_path: Path, report: Report) -> None:
    make("Text.", tmp_path, report, cover="cover.png", cover_place=Place("in.md", 4))
    assert [str(found)[:16] for found in report.diagnostics] == ["in.md:4: M513 er"]


# Texts in folders of their own -----------------------------------------------------------------


def contribution(text: str, folder: str, report: Report) -> Contribution:
    name = f"{folder}/in.md" if folder else "in.md"
    return Contribution(read(Source(name, ".md", text, front=(FrontMatter(""),)), report), Metadata(title=name), folder)


def test_each_text_of_a_folder_has_the_pictures_beside_it(tmp_path: Path, report: Report) -> None:
    sizes = {"map.png": (1, 1), "one/map.png": (2, 2), "two/deep/map.png": (3, 3)}
    for name, size in sizes.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(encoded("PNG", size))
    texts = [contribution("See ![](map.png).", folder, report) for folder in ("", "one", "two/deep")]
    texts.append(contribution("See ![](../one/map.png).", "two", report))
    book = make_collection(texts, Metadata(title="T"), tmp_path, Options(), report)
    assert report.diagnostics == []
    assert {name: (asset.width, asset.height) for name, asset in book.assets.items()} == sizes


def test_a_text_reaches_into_the_publication_but_not_out_of_it(tmp_path: Path, report: Report) -> None:
    home = tmp_path / "home"
    (home / "one").mkdir(parents=True)
    (tmp_path / "map.png").write_bytes(encoded("PNG"))
    make_collection([contribution("![](../../map.png)", "one", report)], Metadata(title="T"), home, Options(), report)
    assert [str(found)[:23] for found in report.diagnostics] == ["one/in.md:1: M512 error"]
