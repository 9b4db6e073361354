"""Draws what was laid out: sheets that hold the pages of a PDF as they are, and the marks around them.

Every page becomes one form, however often it is placed: its text stays text, lines stay lines, and
fonts and pictures are shared as before. The source itself becomes the file of sheets, under a new
catalogue. Nothing is copied from file to file then, which is quick, takes little memory, and is safe
with objects that are nested without end; and layers keep what the file says of them.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..planning.placing import Face, Imposition, Placed, SheetMark
from .drawing import clipped, line, moved, number
from .source_pdf import SourcePdf, in_plain_words

if TYPE_CHECKING:
    import pikepdf

PRODUCER = "Publish"
# Viewer preferences for printing came with 1.7.
_VERSION = "1.7"
_DASHES = {"fold": "[3 2] 0 d"}
_SOLID = "[] 0 d"
# What a print dialogue is asked to choose, by the edge on which the printer turns sheets.
_DUPLEX = {"long": "/DuplexFlipLongEdge", "short": "/DuplexFlipShortEdge", "single": "/Simplex"}
# Of the source's catalogue: which layers are shown, and what its inks are.
_KEPT = ("/OCProperties", "/OutputIntents")


def draw(imposition: Imposition, source: SourcePdf, *, title: str = "", faces: Sequence[Face] | None = None, flip: str = "") -> bytes:
    """A PDF of an imposition's sides, or of ``faces`` alone; the same bytes each time.

    ``flip`` (``long``, ``short`` or ``single``) is what a print dialogue is asked for; sheets are
    never to be scaled by it. Raises PublishError where a page's content cannot be read.
    """
    with in_plain_words(source.name):
        sides = [_side(imposition, face, source) for face in (imposition.faces if faces is None else faces)]
        _put_under_new_catalogue(source.file, sides, flip)
        _describe(source.file, title)
        return _saved(source.file)


def _side(imposition: Imposition, face: Face, source: SourcePdf) -> pikepdf.Dictionary:
    from pikepdf import Array, Dictionary, Name

    sheet = Array([0, 0, round(imposition.width, 4), round(imposition.height, 4)])
    forms = Dictionary({_name(placed): source.form(placed.page) for placed in face.pages})
    return Dictionary(
        Type=Name.Page, MediaBox=sheet, CropBox=sheet, TrimBox=sheet,
        Resources=Dictionary(XObject=forms), Contents=source.file.make_stream(_content(face)),
    )  # fmt: skip


def _name(placed: Placed) -> str:
    return f"/P{placed.page}"


def _content(face: Face) -> bytes:
    return "\n".join((*map(_page, face.pages), *map(_mark, face.marks))).encode("ascii")


def _page(placed: Placed) -> str:
    return f"q {clipped(*placed.clip)} {moved(placed.matrix)} {_name(placed)} Do Q"


def _mark(mark: SheetMark) -> str:
    return f"q 0 G {number(mark.width)} w {_DASHES.get(mark.kind, _SOLID)} {line(mark.start, mark.end)} Q"


# The file ---------------------------------------------------------------------------------------


def _put_under_new_catalogue(file: pikepdf.Pdf, sides: list[pikepdf.Dictionary], flip: str) -> None:
    """Only what can be reached from the catalogue is written, so all else of the source stays behind."""
    from pikepdf import Array, Dictionary, Name

    tree = file.make_indirect(Dictionary(Type=Name.Pages, Count=len(sides)))
    for side in sides:
        side.Parent = tree
    tree.Kids = Array([file.make_indirect(side) for side in sides])
    catalogue = Dictionary(Type=Name.Catalog, Pages=tree, ViewerPreferences=Dictionary(PrintScaling=Name("/None")))
    if flip:
        catalogue.ViewerPreferences.Duplex = Name(_DUPLEX[flip])
    for key in _KEPT:
        if key in file.Root:
            catalogue[key] = file.Root[key]
    file.trailer.Root = file.make_indirect(catalogue)


def _describe(file: pikepdf.Pdf, title: str) -> None:
    from pikepdf import Dictionary, String

    for key in set(file.trailer.keys()) - {"/Root", "/Encrypt"}:
        del file.trailer[key]
    file.trailer.Size = 0  # the true one is written where there is one, and damaged files have none
    information = Dictionary(Producer=String(PRODUCER))
    if title:
        information.Title = String(title)
    file.trailer.Info = file.make_indirect(information)


def _saved(file: pikepdf.Pdf) -> bytes:
    from pikepdf import ObjectStreamMode

    target = io.BytesIO()
    file.save(target, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate, compress_streams=True, min_version=_VERSION, encryption=False)
    return target.getvalue()
