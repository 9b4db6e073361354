"""Where styles are found, and which of several files of one name is the one that counts.

Styles are looked for beside the manuscript, in the current folder's ``styles/``, and among those
that come with the program. A folder with a ``style.yaml`` is a style. One without is a set of
files that take the place of those of the same name in the next style that is called as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from ..diagnostics import PublishError
from ..files import inside, read
from ..model.place import Place

STYLE_FILE = "style.yaml"
_PACKAGED = Path(__file__).parents[1] / "_styles"
_IN_REPOSITORY = Path(__file__).parents[2] / "styles"
_NAME = re.compile(r"[\w-]{1,60}")
_LARGEST = 2_000_000  # bytes


def style_folders(beside: Path) -> tuple[Path, ...]:
    """Where styles are looked for, nearest first."""
    return (beside / "styles", Path.cwd() / "styles", _PACKAGED, _IN_REPOSITORY)


def known_styles(beside: Path) -> list[str]:
    """The names of all styles that can be found, sorted."""
    places = [folder for folder in style_folders(beside) if folder.is_dir()]
    return sorted({style.name for folder in places for style in folder.iterdir() if is_style(folder_in(folder, style.name))})


def folder_in(folder: Path, name: str) -> Path | None:
    """The folder of a name among others; None where there is none, or where links lead elsewhere."""
    found = inside(folder, name) if is_name(name) else None
    return found if found and found.is_dir() else None


def is_name(name: str) -> bool:
    """Whether a style can be called so."""
    return _NAME.fullmatch(name) is not None


def is_style(folder: Path | None) -> bool:
    """Whether a folder is a style of its own."""
    return folder is not None and own_file(folder, STYLE_FILE) is not None


def comes_along(folder: Path) -> bool:
    """Whether a style's folder is one of those that come with the program."""
    return folder.parent in (_PACKAGED, _IN_REPOSITORY)


def next_folder(name: str, beside: Path, seen: Iterable[Path], place: Place | None) -> tuple[Path, tuple[Path, ...]]:
    """The nearest style of a name that was not seen yet, and the folders whose files take the place of its own.

    Raises PublishError S101 where there is none, and S103 where all were seen.
    """
    if not is_name(name):
        raise PublishError("S101", f"`{name[:60]}` is not the name of a style", place, "a name is letters, digits and -")
    found = list(dict.fromkeys(filter(None, (folder_in(folder, name) for folder in style_folders(beside)))))
    styles = [folder for folder in found if is_style(folder)]
    unseen = [folder for folder in styles if folder not in seen]
    if not unseen:
        raise _extends_itself(name, place) if styles else _unknown(name, beside, place)
    # Files without a style are for the nearest style of their name only.
    first = unseen[0] == styles[0]
    return unseen[0], tuple(found[: found.index(unseen[0])]) if first else ()


def _extends_itself(name: str, place: Place | None) -> PublishError:
    return PublishError("S103", f"style `{name}` extends itself", place, "look at `extends` in its style.yaml")


def _unknown(name: str, beside: Path, place: Place | None) -> PublishError:
    known = known_styles(beside)
    near = get_close_matches(name, known, 1)
    hint = f"did you mean `{near[0]}`?" if near else f"there are: {', '.join(known)}"
    return PublishError("S101", f"there is no style `{name}`", place, hint)


# Files ------------------------------------------------------------------------------------------


def own_file(folder: Path, name: str) -> Path | None:
    """A folder's file; None where there is none, or where a link leads out of the folder."""
    file = inside(folder, name)
    return file if file and file.is_file() else None


def text_of(file: Path) -> str:
    """A style's file as text. Raises PublishError S108 where it is none."""
    try:
        return read(file, _LARGEST).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PublishError("S108", "this file is not UTF-8 text", Place(shown(file)), "save it as UTF-8") from None


def shown(path: Path) -> str:
    """The path as messages name it: from here, where it lies below."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
