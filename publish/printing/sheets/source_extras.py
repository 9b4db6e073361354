"""What a PDF has beside its pages' content, and what of it paper can show.

Form fields, stamps and comments that are meant for printing are drawn into their pages. All else — links,
bookmarks, tags, scripts, files — has no place on a sheet, and is named to whoever prints it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

# Bits of an annotation's flags: ISO 32000-2, table 167.
_HIDDEN, _PRINTED = 2, 4

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


def flatten(file: pikepdf.Pdf) -> tuple[str, ...]:
    """Draws into the pages what is meant for paper; what else the file has beside them, in words of :data:`KINDS`."""
    if "/AcroForm" in file.Root:
        file.generate_appearance_streams()
    found, any_left = set(_of_file(file)), False
    for page in file.pages:
        annotations = _dictionaries(page.obj.get("/Annots"))
        printed = [one for one in annotations if _is_printed(one)]
        found.update(map(_lost, annotations))
        any_left |= bool(printed)
        _keep(page.obj, printed)
    if any_left:
        file.flatten_annotations("print")
    return tuple(kind for kind in KINDS if kind in found)


# Annotations ------------------------------------------------------------------------------------


def _dictionaries(found: object) -> list[pikepdf.Object]:
    from pikepdf import Array, Dictionary

    return [one for one in found if isinstance(one, Dictionary)] if isinstance(found, Array) else []


def name_in(dictionary: pikepdf.Object, key: str) -> str:
    """The name that a dictionary has under a key, with its slash, whatever its bytes; ``""`` where there is none."""
    from pikepdf import Name

    found = dictionary.get(key)
    return bytes(found).decode("latin-1") if isinstance(found, Name) else ""


def _is_printed(annotation: pikepdf.Object) -> bool:
    flags = annotation.get("/F", 0)
    meant = isinstance(flags, int) and flags & _PRINTED and not flags & _HIDDEN
    return bool(meant) and name_in(annotation, "/Subtype") not in _OF_NO_USE and any(True for _ in _appearances(annotation))


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
    return "" if subtype in _OF_NO_USE or _is_printed(annotation) else COMMENTS


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
    from pikepdf import Dictionary

    root = file.Root
    form, names, outlines, marks = (
        found if isinstance(found := root.get(key), Dictionary) else Dictionary() for key in ("/AcroForm", "/Names", "/Outlines", "/MarkInfo")
    )
    if "/First" in outlines:
        yield BOOKMARKS
    if "/StructTreeRoot" in root or marks.get("/Marked") is True:
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
