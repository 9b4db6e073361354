"""ICC profiles of presses: the author's own file, or one that this system has.

A profile says how much of each ink makes a colour on one press and paper, so there is none that is right for
all. Print shops offer theirs; those found here are for trying, and for a shop that takes any.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from io import BytesIO
from pathlib import Path

from ..diagnostics import PublishError
from ..model.place import Place

_LARGEST = 20_000_000  # bytes; profiles of presses have about two million
_MOST_FILES = 2000
_ENDINGS = (".icc", ".icm")
# Where systems keep profiles, those for presses first.
_FOLDERS = (
    "/usr/share/color/icc", "/usr/local/share/color/icc", "/var/lib/color/icc", "/usr/share/ghostscript", "/usr/local/share/ghostscript",
    "/Library/ColorSync/Profiles", "/System/Library/ColorSync/Profiles", "/Library/Application Support/Adobe/Color/Profiles",
    "/opt/homebrew/share/ghostscript", "C:/Windows/System32/spool/drivers/color",
)  # fmt: skip
_OWN_FOLDERS = (".local/share/icc", ".local/share/color/icc", "Library/ColorSync/Profiles")
HOW_TO_GET_ONE = (
    "ask the print shop for its profile and put the file beside the manuscript; or, Debian/Ubuntu: sudo apt install libgs-common; "
    "ECI's profiles, such as PSO Coated v3, are free at www.eci.org"
)
# Of those that a system has, these come first: made for offset presses, with no more ink than dries.
_PREFERRED = ("isocoated_v2_300_eci", "psocoated_v3", "isocoated_v2_eci", "coatedfogra39", "default_cmyk")
# Made for a device that is no press: black is no ink of its own there.
_NO_PRESS = ("ps_cmyk", "gray_to_k")
# The header of a profile (ICC.1, 7.2): what it has at these bytes.
_CLASS, _SPACE, _SIGNATURE = slice(12, 16), slice(16, 20), slice(36, 40)
_CLASSES = {
    b"prtr": "a press", b"mntr": "a screen", b"scnr": "a scanner", b"link": "a link of two devices", b"abst": "abstract",
    b"spac": "a colour space", b"nmcl": "named colours",
}  # fmt: skip
_SPACES = {b"CMYK": "CMYK", b"RGB ": "RGB", b"GRAY": "grey", b"Lab ": "Lab", b"XYZ ": "XYZ"}


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile of a press that prints with cyan, magenta, yellow and black. ``name`` is what it calls itself."""

    name: str
    data: bytes


def find_profile(wanted: str, folder: Path | None) -> Profile:
    """The profile an author names: a file in ``folder``, or one of the system's by its file's name or its own; ``""`` takes the first.

    Raises PublishError: N101 where this system has none, N102 for a file that is no profile, N103 for one of the
    wrong kind, N104 for an unknown name.
    """
    if wanted and folder is not None and (own := _inside(folder, wanted)):
        return read_profile(_bytes(own), wanted)
    known = {path.stem.lower(): path for path in reversed(list(_system_files()))}
    if wanted:
        return _named(wanted, known)
    path = _first_of_a_press(known)
    if path is None:
        raise PublishError("N101", "this system has no CMYK profile, and none was given", None, HOW_TO_GET_ONE)
    return read_profile(_bytes(path), path.name)


def has_profile(wanted: str) -> bool:
    """Whether there is a profile to be had; one that an author names is looked for when it is used."""
    return bool(wanted) or _first_of_a_press({path.stem.lower(): path for path in reversed(list(_system_files()))}) is not None


def _first_of_a_press(known: dict[str, Path]) -> Path | None:
    ours = [known[name] for name in _PREFERRED if name in known]
    return next((path for path in (*ours, *_system_files()) if path.stem.lower() not in _NO_PRESS and _is_of_a_press(path)), None)


def read_profile(data: bytes, name: str) -> Profile:
    """A profile from its bytes. PublishError N102 where it is none, N103 where it is of no press with four inks."""
    from PIL import ImageCms

    place = Place(name)
    known = made_for(data)
    if known is None:
        raise PublishError("N102", f"`{name}` is not an ICC profile", place, HOW_TO_GET_ONE)
    if known != ("CMYK", "a press"):
        message = f"`{name}` is a profile of the wrong kind: it is for {known[0]} colours of {known[1]}, and a press needs CMYK"
        raise PublishError("N103", message, place, HOW_TO_GET_ONE)
    try:
        said = ImageCms.ImageCmsProfile(BytesIO(data)).profile.profile_description
    except (OSError, ImageCms.PyCMSError, TypeError, ValueError) as problem:
        raise PublishError("N102", f"`{name}` is a damaged ICC profile", place, HOW_TO_GET_ONE) from problem
    return Profile(" ".join((said or Path(name).stem).split()), data)


def made_for(header: bytes) -> tuple[str, str] | None:
    """Which colours of which device a profile is for, as ``CMYK`` and ``a press``, by its first 128 bytes; None for what is none."""
    if header[_SIGNATURE] != b"acsp":
        return None
    return _SPACES.get(header[_SPACE], "some other kind of colour"), _CLASSES.get(header[_CLASS], "something else")


def _named(wanted: str, known: dict[str, Path]) -> Profile:
    stem = Path(wanted.replace("\\", "/")).name.lower()
    for ending in _ENDINGS:
        stem = stem.removesuffix(ending)
    if stem in known:
        return read_profile(_bytes(known[stem]), known[stem].name)
    presses = {name: path for name, path in known.items() if _is_of_a_press(path)}
    for path in presses.values():
        profile = read_profile(_bytes(path), path.name)
        if profile.name.lower() == wanted.strip().lower():
            return profile
    near = get_close_matches(stem, presses, n=1)
    there = f"this system has {', '.join(sorted(presses))}" if presses else HOW_TO_GET_ONE
    meant = f"did you mean `{near[0]}`? " if near else ""
    raise PublishError("N104", f"there is no profile `{wanted[:60]}`, neither beside the manuscript nor on this system", None, meant + there)


def _inside(folder: Path, name: str) -> Path | None:
    """The file within a folder; None where there is none, or where it lies elsewhere."""
    try:
        home = folder.resolve()
        path = (home / name.replace("\\", "/")).resolve()
        return path if path.is_relative_to(home) and path.is_file() else None
    except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL byte
        return None


def _system_files() -> Iterator[Path]:
    """The files of profiles on this system, in the same order each time."""
    home = Path.home()
    folders = [*map(Path, _FOLDERS), *(home / own for own in _OWN_FOLDERS)]
    left = _MOST_FILES
    for folder in folders:
        for at, below, names in os.walk(folder):
            below.sort()
            for name in sorted(names):
                if name.lower().endswith(_ENDINGS) and left > 0:
                    left -= 1
                    yield Path(at) / name


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as problem:
        raise PublishError("N102", f"`{path.name}` cannot be read: {problem.strerror}", Place(path.name), HOW_TO_GET_ONE) from None
    if len(data) > _LARGEST:
        raise PublishError("N102", f"`{path.name}` is larger than any ICC profile", Place(path.name), HOW_TO_GET_ONE)
    return data


def _is_of_a_press(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            header = file.read(128)
    except OSError:
        return False
    return made_for(header) == ("CMYK", "a press")
