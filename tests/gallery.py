"""Makes the pictures that the README shows: ``make gallery``.

Each is a row of pages of the sample manuscripts, set in a style; one is of sheets and what comes with them. Needs pdftoppm.

    python tests/gallery.py [STYLE…|sheets]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from publish.diagnostics import Report, Severity  # noqa: E402
from publish.workflows.building import build  # noqa: E402
from publish.workflows.reading import Wanted  # noqa: E402

# In pixels: the row's width, the ground around pages, and between them.
_WIDTH, _EDGE, _BETWEEN = 1600, 40, 28
_GROUND, _SHADE = (226, 224, 219), (190, 187, 180)


@dataclass(frozen=True, slots=True)
class Pages:
    """Some pages of a sample; ``numbers`` are the file's, from 1, and ``file`` which of those that are made, from 0."""

    manuscript: str
    numbers: tuple[int, ...]
    shape: str | None = None
    format: str = "pdf"
    printing: Mapping[str, Any] = field(default_factory=dict)
    file: int = 0


ROWS: dict[str, tuple[Pages, ...]] = {
    "pamphlet": (Pages("night-buses.md", (1, 5, 7, 10, 12)),),
    "broadsheet": (Pages("caravan.md", (1, 2)), Pages("night-buses.md", (1, 2), "a4")),
    "poster": (Pages("night-buses.md", (1,)), Pages("caravan.md", (1,)), Pages("es-plaza.md", (1,))),
    "large-print": (Pages("night-buses.md", (1, 4, 5), "a4"), Pages("caravan.md", (4, 11))),
    "copier": (Pages("night-buses.md", (1, 5, 6, 11, 13)),),
    "sheets": (
        Pages("night-buses.md", (1,), format="booklet", printing={"flip": "short"}),
        Pages("night-buses.md", (1,), format="booklet", file=1),
        Pages("stairwell.md", (1,), format="booklet", printing={"scheme": "zine"}),
    ),
}
_TARGETS = {"sheets": "styles/base/sheets.png"}


def main(styles: list[str]) -> None:
    for style in styles or ROWS:
        target = ROOT / _TARGETS.get(style, f"styles/{style}/pages.png")
        pictures = [picture for pages in ROWS[style] for picture in _pictures(None if style in _TARGETS else style, pages)]
        _row(pictures).quantize(64).save(target, optimize=True)
        print(target.relative_to(ROOT), f"{target.stat().st_size // 1000} kB")


def _pictures(style: str | None, pages: Pages) -> list[Image.Image]:
    """The pages of a sample as pictures, all of one height."""
    with tempfile.TemporaryDirectory() as folder:
        report = Report()
        wanted = Wanted((pages.format,), style=style, shape=pages.shape, printing=pages.printing, out=Path(folder))
        made = build(ROOT / "manuscripts" / pages.manuscript, wanted, report)
        if not made:
            raise SystemExit("\n".join(str(found) for found in report.diagnostics if found.severity is Severity.ERROR))
        return [_picture(made[pages.file], number, Path(folder)) for number in pages.numbers]


def _picture(pdf: Path, number: int, folder: Path) -> Image.Image:
    command = ("pdftoppm", "-png", "-singlefile", "-scale-to-y", "1000", "-scale-to-x", "-1", "-f", str(number), "-l", str(number))
    subprocess.run((*command, pdf, folder / "page"), check=True)
    with Image.open(folder / "page.png") as picture:
        return picture.convert("RGB")


def _row(pictures: list[Image.Image]) -> Image.Image:
    """Pages side by side on a grey ground, as wide as the row."""
    room = _WIDTH - 2 * _EDGE - _BETWEEN * (len(pictures) - 1)
    scale = room / sum(picture.width for picture in pictures)
    scaled = [picture.resize((round(picture.width * scale), round(picture.height * scale)), Image.Resampling.LANCZOS) for picture in pictures]
    row = Image.new("RGB", (_WIDTH, max(picture.height for picture in scaled) + 2 * _EDGE), _GROUND)
    left = _EDGE
    for picture in scaled:
        row.paste(ImageOps.expand(picture, 1, _SHADE), (left, _EDGE))
        left += picture.width + _BETWEEN
    return row


if __name__ == "__main__":
    main(sys.argv[1:])
