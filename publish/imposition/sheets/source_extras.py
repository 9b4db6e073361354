"""What a PDF has beside its pages' content, and what of it paper can show.

Form fields, stamps and comments that are meant for printing are drawn into their pages; so are words typed into a form,
which many programs forget to mark for printing. All else — links, bookmarks, tags, scripts, files — has no place on a
sheet, and is named to whoever prints it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...pdf.entries import entries
from ...pdf.slug_font import SlugFont
from .appearances import draw_shape, name_in
from .source_page import inherited
from .typed_words import draw_words, typed

if TYPE_CHECKING:
    import pikepdf

# Bits of an annotation's flags: ISO 32000-2, table 167.
_HIDDEN, _PRINTED, _NO_VIEW = 2, 4, 32

# In the order in which they are named.
LINKS, BOOKMARKS, TAGS = "links", "bookmarks", "tags for screen readers"
FIELDS, SIGNATURES, SCRIPTS = "the filling in of its form", "digital signatures", "scripts"
FILES, MEDIA, COMMENTS = "attached files", "sound and film", "comments that are not meant for printing"
KINDS = (LINKS, BOOKMARKS, TAGS, FIELDS, SIGNATURES, SCRIPTS, FILES, MEDIA, COMMENTS)
_OF_SUBTYPE = {
    "/Link": LINKS, "/FileAttachment": FILES, "/Widget": FIELDS,
    "/Sound": MEDIA, "/Movie": MEDIA, "/Screen": MEDIA, "/RichMedia": MEDIA, "/3D": MEDIA,
}  # fmt: skip
# These belong to other annotations, or to the making of the file.
_OF_NO_USE = {"/Popup", "/TrapNet", "/PrinterMark"}
# What a page lacks without them.
_SEEN = {
    "/Square", "/Circle", "/Line", "/Ink", "/Polygon", "/PolyLine", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/FreeText", "/Stamp", "/Caret",
}  # fmt: skip
# Of a button's flags, ISO 32000-2, table 229: one that is pressed is for the screen alone.
_PRESSED = 1 << 16


@dataclass(slots=True)
class Extras:
    """What was done with all that is beside the pages' content, and on which pages.

    ``dropped`` are of :data:`KINDS`, ``unmarked`` the pages whose form is drawn although it is not marked for printing.
    ``undrawn`` and ``unset`` would be missing: marks by what they are, and typed words.
    """

    dropped: tuple[str, ...] = ()
    unmarked: list[int] = field(default_factory=list)
    undrawn: list[tuple[int, str]] = field(default_factory=list)
    unset: list[tuple[int, str]] = field(default_factory=list)


def flatten(file: pikepdf.Pdf) -> Extras:
    """Draws into the pages what is meant for paper; what else the file has beside them."""
    if "/AcroForm" in file.Root:
        file.generate_appearance_streams()
    found, any_left, extras, font = set(_of_file(file)), False, Extras(), SlugFont()
    for number, page in enumerate(file.pages, 1):
        annotations = _dictionaries(page.obj.get("/Annots"))
        for annotation in annotations:
            _mark_filled_in(annotation, number, extras)
            _draw_missing(file, annotation, number, font, extras)
        printed = [one for one in annotations if _is_printed(one)]
        found.update(map(_lost, annotations))
        any_left |= bool(printed)
        _keep(page.obj, printed)
    font.finish(file)
    if any_left:
        file.flatten_annotations("print")
    extras.dropped = tuple(kind for kind in KINDS if kind in found)
    return extras


def _mark_filled_in(annotation: pikepdf.Object, page: int, extras: Extras) -> None:
    """Mark a field for printing that somebody filled in, unless it is hidden from its reader."""
    flags = _flags(annotation)
    if name_in(annotation, "/Subtype") != "/Widget" or flags & (_HIDDEN | _PRINTED | _NO_VIEW) or not _is_filled_in(annotation):
        return
    annotation.F = flags | _PRINTED
    if page not in extras.unmarked[-1:]:
        extras.unmarked.append(page)


def _is_filled_in(field: pikepdf.Object) -> bool:
    """Whether a field has something for paper: words, a tick or a signature, and no button to be pressed."""
    from pikepdf import Dictionary, Name

    if inherited(field, "/FT") != Name.Btn:
        return bool(typed(field)) or isinstance(inherited(field, "/V"), Dictionary)
    flags = inherited(field, "/Ff")
    return not (isinstance(flags, int) and flags & _PRESSED) and name_in(field, "/AS") not in ("", "/Off")


def _draw_missing(file: pikepdf.Pdf, annotation: pikepdf.Object, page: int, font: SlugFont, extras: Extras) -> None:
    """Draw what is meant for paper and does not say what it looks like, or note that it would be missing."""
    subtype = name_in(annotation, "/Subtype")
    if not _is_meant_for_paper(annotation) or any(True for _ in _appearances(annotation)):
        return
    words = typed(annotation) if subtype in ("/FreeText", "/Widget") else ""
    if draw_shape(file, annotation, subtype) or (words and draw_words(file, annotation, font)):
        return
    if words:
        extras.unset.append((page, words))
    elif subtype in _SEEN:
        extras.undrawn.append((page, subtype[1:]))


# Annotations ------------------------------------------------------------------------------------


def _dictionaries(found: object) -> list[pikepdf.Object]:
    from pikepdf import Array, Dictionary

    return [one for one in found if isinstance(one, Dictionary)] if isinstance(found, Array) else []


def _flags(annotation: pikepdf.Object) -> int:
    flags = annotation.get("/F", 0)
    return flags if isinstance(flags, int) and not isinstance(flags, bool) else 0


def _is_meant_for_paper(annotation: pikepdf.Object) -> bool:
    flags = _flags(annotation)
    return bool(flags & _PRINTED) and not flags & _HIDDEN and name_in(annotation, "/Subtype") not in _OF_NO_USE


def _is_printed(annotation: pikepdf.Object) -> bool:
    return _is_meant_for_paper(annotation) and any(True for _ in _appearances(annotation))


def _appearances(annotation: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """How it looks: one stream, or one for each of its states."""
    from pikepdf import Dictionary, Stream

    looks = annotation.get("/AP")
    normal = looks.get("/N") if isinstance(looks, Dictionary) else None
    states = [normal] if isinstance(normal, Stream) else list(normal.values()) if isinstance(normal, Dictionary) else []
    yield from (state for state in states if isinstance(state, Stream))


def _lost(annotation: pikepdf.Object) -> str:
    """What paper cannot have of an annotation; ``""`` where all of it is seen there, or none is missed."""
    subtype = name_in(annotation, "/Subtype")
    if subtype in _OF_SUBTYPE:
        return _OF_SUBTYPE[subtype]
    missed = subtype not in _OF_NO_USE and not (_is_meant_for_paper(annotation) and subtype in _SEEN)
    return COMMENTS if missed and not _is_printed(annotation) else ""


def _keep(page: pikepdf.Object, printed: list[pikepdf.Object]) -> None:
    """Leaves a page these annotations alone; what they look like is on the layer that they are on."""
    from pikepdf import Array

    if "/Annots" in page:
        del page["/Annots"]
    if printed:
        page.Annots = Array(printed)
    for annotation in printed:
        for look in _appearances(annotation) if "/OC" in annotation else ():
            look.OC = annotation.OC


# The file ---------------------------------------------------------------------------------------


def _of_file(file: pikepdf.Pdf) -> Iterator[str]:

    root = file.Root
    form, names, outlines, marks = (entries(root, key) for key in ("/AcroForm", "/Names", "/Outlines", "/MarkInfo"))
    if "/First" in outlines:
        yield BOOKMARKS
    if "/StructTreeRoot" in root or (isinstance(marked := marks.get("/Marked"), bool) and marked):
        yield TAGS
    if isinstance(signed := form.get("/SigFlags"), int) and signed & 1:
        yield SIGNATURES
    if "/JavaScript" in names or "/AA" in root or _is_script(root.get("/OpenAction")):
        yield SCRIPTS
    if "/EmbeddedFiles" in names:
        yield FILES


def _is_script(action: object) -> bool:
    from pikepdf import Dictionary

    return isinstance(action, Dictionary) and name_in(action, "/S") == "/JavaScript"
