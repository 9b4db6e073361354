"""How pages of a source and of sheets look, to be compared: pictures and words, by the places that were laid out."""

from __future__ import annotations

import io
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pikepdf
from PIL import Image, ImageChops, ImageStat

from publish.imposition.planning.placing import Imposition, PageSize, Placed
from publish.measures.geometry import Box, Matrix
from tests.writers.pdfs import Pdf, Word, tool

# Pictures are made this fine, and compared when each dot is the mean of so many on a side: a stroke that
# falls between two dots is then the same wherever it falls.
_DOTS_A_POINT, _MEAN_OF = 4, 16
# Of 255. A page that is a point off its place differs by some 60 along its edges.
_LARGEST_DIFFERENCE = 36

Letters = tuple[str, float, float, float, float]  # a word, and its box from the page's lower left corner


def pictures(data: bytes, *options: str, dots: float = 72 * _DOTS_A_POINT) -> list[Image.Image]:
    """All pages as pictures."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "a.pdf"
        source.write_bytes(data)
        subprocess.run([tool("pdftoppm"), "-r", str(dots), *options, source, Path(folder) / "p"], check=True, capture_output=True)
        return [Image.open(io.BytesIO(found.read_bytes())) for found in sorted(Path(folder).glob("p*.p?m"))]


def upright_pictures(data: bytes, sizes: Sequence[PageSize], seen: Box | None = None) -> list[Image.Image]:
    """The pages as a reader shows them, in dots that fit their sizes; all of them, or what is seen in a box."""
    with pikepdf.open(io.BytesIO(data)) as file:
        for page in file.pages:
            page.cropbox = seen or page.cropbox
        trimmed = io.BytesIO()
        file.save(trimmed)
    shown = pictures(trimmed.getvalue(), "-cropbox", "-gray")
    return [picture.resize(_dots(size), Image.Resampling.BICUBIC) for picture, size in zip(shown, sizes, strict=True)]


def _dots(size: PageSize) -> tuple[int, int]:
    return round(size.width * _DOTS_A_POINT), round(size.height * _DOTS_A_POINT)


def placed_picture(side: Image.Image, sheet_height: float, placed: Placed, size: PageSize) -> Image.Image:
    """What stands on a side where a page was placed, turned and scaled back to how the page looks by itself."""
    a, b, c, d, e, f = placed.matrix
    height, sheet = size.height * _DOTS_A_POINT, sheet_height * _DOTS_A_POINT
    e, f = e * _DOTS_A_POINT, f * _DOTS_A_POINT
    # Pictures are counted from the top, so a dot (x, y) of the page is the point (x, height - y), and so on.
    back = (a, -c, c * height + e, -b, d, sheet - d * height - f)
    return side.transform(_dots(size), Image.Transform.AFFINE, back, Image.Resampling.BICUBIC, fillcolor="white")


def assert_same_picture(found: Image.Image, expected: Image.Image) -> None:
    assert found.size == expected.size
    coarse = [_coarse(picture) for picture in (found, expected)]
    difference = ImageChops.difference(*coarse)
    _, largest = difference.getextrema()
    assert ImageStat.Stat(coarse[1]).stddev != [0], "an empty page proves nothing"
    assert largest <= _LARGEST_DIFFERENCE, f"the pictures differ by {largest} of 255"


def _coarse(picture: Image.Image) -> Image.Image:
    """Without what lies along the edges, where a neighbour begins and where creep cuts."""
    coarse = picture.reduce(_MEAN_OF)
    return coarse.crop((1, 1, coarse.width - 1, coarse.height - 1))


def assert_pages_look_the_same(source: bytes, sizes: Sequence[PageSize], sheets: bytes, imposition: Imposition, seen: Box | None = None) -> int:
    """Holds every placed page against the source's; how many they were."""
    expected, sides = upright_pictures(source, sizes, seen), pictures(sheets, "-gray")
    placed = [(side, one) for side, face in zip(sides, imposition.faces, strict=True) for one in face.pages]
    for side, one in placed:
        assert_same_picture(placed_picture(side, imposition.height, one, sizes[one.page - 1]), expected[one.page - 1])
    return len(placed)


# Words ------------------------------------------------------------------------------------------


def words_by_place(data: bytes, heights: Sequence[float]) -> list[list[Letters]]:
    """The words of each page and their boxes, in the PDF's own coordinates."""
    return [[_from_below(word, height) for word in page] for page, height in zip(Pdf(data).words, heights, strict=True)]


def _from_below(word: Word, height: float) -> Letters:
    return word.text, word.left, height - word.bottom, word.right, height - word.top


def moved_words(words: Sequence[Letters], matrix: Matrix) -> list[Letters]:
    return [(text, *_moved(box, matrix)) for text, *box in words]


def _moved(box: Sequence[float], matrix: Matrix) -> tuple[float, ...]:
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in box[0::2] for y in box[1::2]]
    across, along = zip(*corners, strict=True)
    return min(across), min(along), max(across), max(along)
