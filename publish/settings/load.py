"""Finds the settings that there are; ``written`` reads them.

A text without front matter in a folder without a house needs neither YAML nor msgspec, and does
not wait for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ..diagnostics import PublishError, Report
from ..files import inside, read
from ..model.book import Metadata
from ..model.front_matter import FrontMatter
from ..model.place import Place
from .values import House, Publication

HOUSE_FILE = "publish.yaml"
FOLDER_FILE = "publication.yaml"

_LARGEST = 1_000_000  # bytes


def load_house(folder: Path, report: Report) -> House:
    """What the nearest ``publish.yaml`` says, in ``folder`` or one above it.

    The search ends at the project's root (a folder with ``.git``), else at the current folder.
    """
    path = next((path for above in _up_to_root(folder) if (path := above / HOUSE_FILE).is_file()), None)
    if path is None:
        return House()

    from .written import read_house

    file = _shown(path)
    house = read_house(_text(path, file, report), file, report)
    return replace(house, settings=house.settings.with_files_in(path.parent))


def load_publication(front: Sequence[FrontMatter], file: str, house: House, report: Report) -> Publication:
    """The publication of a single file whose front matter is ``front``, empty if it has none.

    ``file`` is its name in messages. All problems go to ``report``; what is wrong is left out of
    what is returned.
    """
    if not front:
        return Publication(Metadata(), house.settings, places=house.places)

    from .written import read_front

    return read_front(front, file, house, report)


def load_folder(folder: Path, file: str, house: House, report: Report) -> Publication:
    """The publication of a folder; ``file`` is the name of its ``publication.yaml`` in messages.

    Raises PublishError C123 where there is no such file; all else goes to ``report``.
    """
    path = inside(folder, FOLDER_FILE)
    if path is None or not path.is_file():
        raise PublishError(
            "C123", f"this folder has no `{FOLDER_FILE}`", Place(Path(file).parent.as_posix()),
            "put one there with `title:` and `contents:`, a list of the texts in their order",
        )  # fmt: skip

    from .written import read_folder

    return read_folder(folder, _text(path, file, report), file, house, report)


def _up_to_root(folder: Path) -> list[Path]:
    start = folder.resolve()
    above = [start, *start.parents]
    here = Path.cwd()
    root = next((path for path in above if (path / ".git").exists()), here if here in above else start)
    return above[: above.index(root) + 1]


def _text(path: Path, file: str, report: Report) -> str:
    from ..readers.encoding import decode

    return decode(read(path, _LARGEST), file, report)


def _shown(path: Path) -> str:
    """The path as messages name it: from here, where it lies below."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
