"""PDFs to be imposed, made for tests: pages that can be told apart, of any box, turn and unit."""

from __future__ import annotations

import io
from collections.abc import Sequence

from pikepdf import Array, Dictionary, Encryption, Name, Object, ObjectStreamMode, Page, Pdf, Permissions, Stream, String

A5 = (420, 595)  # points, and whole ones, so that pictures have no broken dots at their edges
# A page's corner, side and foot look different, so that one that is turned, mirrored or moved is seen.
_PICTURE = "q 0.8 0.3 0.1 rg {left} {bottom} 60 20 re f 0 0.4 0.7 RG 4 w {left} {bottom} m {right} {top} l S Q "


def made(*pages: Dictionary, **root: Object) -> Pdf:
    """A file of these pages; ``root`` are entries of its catalogue."""
    file = Pdf.new()
    for page in pages:
        file.pages.append(Page(page))
    for key, value in root.items():
        file.Root[f"/{key}"] = value
    return file


def saved(file: Pdf, **how) -> bytes:
    target = io.BytesIO()
    file.save(target, deterministic_id="encryption" not in how, **how)
    return target.getvalue()


def font(file: Pdf) -> Object:
    return file.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))


def words_of(page: int) -> list[str]:
    """What page ``page`` says, on three lines."""
    return [f"Page{page}", f"word{page}a word{page}b", f"foot{page}"]


def page_content(page: int, box: Sequence[float]) -> str:
    """Words and a picture within a box."""
    left, bottom, right, top = box
    width, height = right - left, top - bottom
    head, middle, foot = words_of(page)
    return _PICTURE.format(left=left, bottom=bottom, right=right, top=top) + (
        f"BT /F1 {width / 12:.2f} Tf {left + width * 0.1:.2f} {top - height * 0.15:.2f} Td ({head}) Tj ET "
        f"BT /F1 {width / 24:.2f} Tf {left + width * 0.3:.2f} {top - height * 0.5:.2f} Td ({middle}) Tj ET "
        f"BT /F1 {width / 30:.2f} Tf {left + width * 0.6:.2f} {bottom + height * 0.1:.2f} Td ({foot}) Tj ET "
    )


def text_pages(count: int, seen: Sequence[float] = A5, **entries: object) -> Pdf:
    """A file of pages with words and a picture in one shared font, which fill what is ``seen`` of them: a size, or a box."""
    box = (0, 0, *seen) if len(seen) == 2 else seen
    file = Pdf.new()
    shared = font(file)
    for number in range(1, count + 1):
        add_page(file, shared, page_content(number, box), **{"MediaBox": [0, 0, *A5] if len(seen) == 4 else box, **entries})
    return file


def add_page(file: Pdf, shared: Object, *parts: str, **entries: object) -> Page:
    """One page; what it draws may come in parts."""
    streams = [file.make_stream(content.encode()) for content in parts]
    contents = streams[0] if len(streams) == 1 else Array(streams)
    page = Dictionary(Type=Name.Page, Resources=Dictionary(Font=Dictionary(F1=shared)), Contents=contents, **_values(entries))
    file.pages.append(Page(page))
    return file.pages[-1]


def _values(entries: dict[str, object]) -> dict[str, object]:
    return {key: Array(value) if isinstance(value, list | tuple) else value for key, value in entries.items()}


def book(pages: int, lines: int = 34) -> Pdf:
    """Pages full of text in a shared font of which every one is a content stream of usual length, packed."""
    file = Pdf.new()
    shared = font(file)
    for number in range(pages):
        said = (f"({number + 1}.{line} The night buses run again from the first of the month, said the drivers) Tj T*" for line in range(lines))
        add_page(file, shared, f"BT /F1 9 Tf 14 TL 40 550 Td {' '.join(said)} ET", MediaBox=[0, 0, *A5])
    return file


def packed(file: Pdf) -> bytes:
    """As most programs write it: streams and objects compressed."""
    return saved(file, object_stream_mode=ObjectStreamMode.generate)


def locked(file: Pdf, user: str = "", owner: str = "secret", allow: Permissions | None = None) -> bytes:
    return saved(file, encryption=Encryption(user=user, owner=owner, allow=allow or Permissions()))


# Beside the content -----------------------------------------------------------------------------


def drawn(file: Pdf, content: str, width: float, height: float, **entries: object) -> Stream:
    """A form of a size, as annotations have one for how they look."""
    return file.make_stream(content.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, width, height], **entries)


def annotate(file: Pdf, page: int, subtype: str, rectangle: Sequence[float], look: Stream | None = None, **entries: object) -> Dictionary:
    """An annotation that is meant for printing, unless ``F`` says otherwise."""
    made = Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=Array(rectangle), **{"F": 4, **entries})
    if look is not None:
        made.AP = Dictionary(N=look)
    target = file.pages[page - 1].obj
    if "/Annots" not in target:
        target.Annots = Array()
    target.Annots.append(file.make_indirect(made))
    return target.Annots[-1]


def layer(file: Pdf, name: str, shown: bool) -> Object:
    """A layer, hidden or not as the file says."""
    made = file.make_indirect(Dictionary(Type=Name.OCG, Name=String(name)))
    if "/OCProperties" not in file.Root:
        file.Root.OCProperties = Dictionary(OCGs=Array(), D=Dictionary(OFF=Array(), Order=Array()))
    file.Root.OCProperties.OCGs.append(made)
    file.Root.OCProperties.D.Order.append(made)
    if not shown:
        file.Root.OCProperties.D.OFF.append(made)
    return made
