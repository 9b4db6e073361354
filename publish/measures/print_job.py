"""What a print job is asked for: each setting as its author writes it, and as we use it.

The settings files, the command line and the README's table are made from :data:`KEYS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from .papers import OFFICE, Paper, paper, sheet
from .shapes import Length, Shape

SCHEMES: Mapping[str, str] = {
    "saddle": "folded in half and stapled on the fold",
    "signatures": "folded in groups of sheets, to be sewn or glued",
    "cut-stack": "cut into leaves, the piles put on each other",
    "two-up": "the same pages several times on a sheet, cut apart",
    "n-up": "several pages on a side, in reading order",
    "zine": "eight pages of one sheet, with one cut",
    "half": "a leaflet folded once, four pages",
    "letter": "a leaflet folded like a letter, one flap inside, six pages",
    "z": "a leaflet folded to a Z, six pages",
    "gate": "a leaflet whose two doors open, eight pages",
    "accordion": "a strip folded to and fro",
    "french": "one side printed, folded twice, four pages",
}
INKS = ("black", "cmyk", "spot")
STANDARDS = ("x-4", "x-3", "x-1a", "a-2a", "a-3a", "ua-1")
MARKS = ("crop", "registration", "colour-bar", "slug")
PRESETS = ("kdp", "ingramspark", "lulu", "home")
FLIPS = ("long", "short", "single")
BINDINGS = ("auto", "stapled", "glued")
SMALLEST_SCALE, _LARGEST_SCALE = 10, 400  # percent
_NONE = ("no", "none", "false", "off")
_YES = ("yes", "true", "on")


@dataclass(frozen=True, slots=True)
class PrintJob:
    """How something is printed. Lengths are points; None and ``""`` leave it to what else is known.

    ``scale`` is 1 for the size of the source; None makes pages smaller where they do not fit.
    ``signature`` is how many sheets are folded as one, ``up`` how many pages stand on a side, 0 as is usual.
    """

    ink: str = ""
    bleed: Length | None = None
    marks: tuple[str, ...] | None = None
    profile: str = ""
    profile_folder: Path | None = field(default=None, repr=False)  # where a profile's file is looked for, and no part of what a file's id is made of
    pdf_standard: str = ""
    preset: str = ""
    binding: str = "auto"
    spine_text: str = "auto"
    spot_inks: tuple[str, ...] = ()
    scheme: str = "saddle"
    sheet: Shape | None = None
    paper: Paper = OFFICE
    flip: str = "long"
    reload: str = "same"
    margin: Length = Length(0)
    scale: float | None = None
    shift: tuple[Length, Length] = (Length(0), Length(0))
    up: int = 0
    signature: int = 4
    copies: int = 1
    sheet_price: str = ""


class Key(NamedTuple):
    """One setting. ``read`` makes a value of text, or raises ValueError in words for an author."""

    read: Callable[[str], Any]
    values: str
    meaning: str
    of: str = "sheets"  # or "press": which files it is about


# Kinds of values --------------------------------------------------------------------------------


def _one_of(*known: str, none: bool = False) -> Callable[[str], str]:
    def read(text: str) -> str:
        said = text.strip().lower()
        if none and said in _NONE:
            return ""
        if said not in known:
            raise ValueError(f"`{text.strip()[:40]}` is none of {', '.join(known)}")
        return said

    return read


def _switch(text: str) -> str:
    said = text.strip().lower()
    if said in _YES or said in _NONE:
        return "yes" if said in _YES else "no"
    return _one_of("auto", "yes", "no")(said)


def _marks(text: str) -> tuple[str, ...]:
    said = text.strip().lower()
    if said in _NONE:
        return ()
    if said in _YES:
        return ("crop", "registration", "slug")
    return tuple(dict.fromkeys(map(_one_of(*MARKS), _parts(said))))


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r"[\s,]+", text) if part]


_COLOUR = re.compile(r"#[0-9a-f]{6}")


def _colours(text: str) -> tuple[str, ...]:
    found = _parts(text.lower())
    for one in found:
        if not _COLOUR.fullmatch(one):
            raise ValueError(f"`{one[:40]}` is not a colour: write six digits, as in `#e63946`")
    return tuple(dict.fromkeys(found))


def _bare(text: str) -> Length:
    said = text.strip()
    if said.startswith("-"):
        raise ValueError(f"a length cannot be less than nothing: `{said[:40]}`")
    length = Length(0) if said in ("0", *_NONE) else Length(said)
    if length > Length("100mm"):
        raise ValueError(f"`{said[:40]}` is more than 100 mm")
    return length


def _shift(text: str) -> tuple[Length, Length]:
    said = " ".join(text.lower().split())  # the pattern below takes long over many spaces
    parts = [part for part in re.split(r" ?[,;x×] ?|(?<=[a-z]) ", said) if part]
    if len(parts) != 2:
        raise ValueError(f"`{text.strip()[:40]}` is no shift: write two lengths, to the right and up, as in `2mm, -1mm`")
    right, up = (Length(-_bare(part[1:])) if part.startswith("-") else _bare(part) for part in parts)
    return right, up


def _scale(text: str) -> float | None:
    said = text.strip().lower()
    if said == "auto":
        return None
    found = re.fullmatch(r"([0-9]{1,3}(?:\.[0-9]{1,3})?)\s*%?", said)
    if not found or not SMALLEST_SCALE <= float(found[1]) <= _LARGEST_SCALE:
        raise ValueError(f"`{text.strip()[:40]}` is no scale: write a percentage from {SMALLEST_SCALE} to {_LARGEST_SCALE}, or auto")
    return float(found[1]) / 100


def _count(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        said = text.strip()
        if not re.fullmatch(r"[0-9]{1,9}", said) or not least <= int(said) <= most:
            raise ValueError(f"`{said[:40]}` is no number from {least} to {most}")
        return int(said)

    return read


_CURRENCY = r"(?:[^\d\s.,+-]{1,3}\.?)?"
_PRICE = re.compile(rf"{_CURRENCY}\s*[0-9]{{1,6}}(?:[.,][0-9]{{1,4}})?\s*{_CURRENCY}")


def _price(text: str) -> str:
    said = text.strip()
    if not _PRICE.fullmatch(said):
        raise ValueError(f"`{said[:40]}` is no price: write a number with its currency, as in `0.04 €`")
    return said


def _text(text: str) -> str:
    return "" if text.strip().lower() in _NONE else text.strip()


_LENGTH = "a length such as `3mm`"

KEYS: Mapping[str, Key] = {
    "ink": Key(
        _one_of(*INKS),
        "black, cmyk or spot",
        "The inks of the press file: one, the usual four, or a plate for each colour; else black, and four for the cover of a print service",
        "press",
    ),
    "bleed": Key(_bare, _LENGTH, "How far colour goes beyond the trim; else 3mm, and 0.125in on pages in inches", "press"),
    "marks": Key(
        _marks, "yes, no, or some of crop, registration, colour-bar, slug", "What stands around the trimmed page; else crop, registration and slug", "press"
    ),
    "profile": Key(_text, "a file's name, or a profile's", "The ICC profile of the press, for cmyk", "press"),
    "pdf-standard": Key(
        _one_of(*STANDARDS, none=True),
        "one of x-4, x-3, x-1a, a-2a, a-3a, ua-1",
        "What kind of PDF it is made as; else ua-1 on the screen, none for the press",
        "press",
    ),
    "preset": Key(_one_of(*PRESETS, none=True), "kdp, ingramspark, lulu or home", "The rules of a print service, which the files are held to", "press"),
    "binding": Key(
        _one_of(*BINDINGS), "auto, stapled or glued", "How it is bound; glued, the cover is a file of its own, and auto is glued with a print service", "press"
    ),
    "spine-text": Key(_switch, "auto, yes or no", "Title and author on the spine; else where they find room", "press"),
    "spot-inks": Key(_colours, "colours as in `#e63946`", "The inks beside black for `ink: spot`; else those that are found", "press"),
    "scheme": Key(_one_of(*SCHEMES), f"one of {', '.join(SCHEMES)}", "How pages stand on the sheets of a booklet"),
    "sheet": Key(sheet, "a sheet such as `a4`, or two lengths", "The paper in the printer; else the smallest that is sold and holds the pages"),
    "paper": Key(
        paper, "`80gsm`, `115gsm coated`, `20lb`, white, cream, or a thickness as `0.1mm`", "What the sheets are made of, for creep, spine and weight"
    ),
    "flip": Key(_one_of(*FLIPS), "long, short or single", "The edge the printer turns sheets on; single makes two files"),
    "reload": Key(_one_of("same", "reversed"), "same or reversed", "The order of the backs, where fronts and backs are two files"),
    "margin": Key(_bare, "a length such as `5mm`", "The edge that the printer leaves bare, for pages to keep clear of"),
    "scale": Key(_scale, "auto, or a percentage", "The size of pages on the sheet; auto: their own, or smaller where they do not fit"),
    "shift": Key(_shift, "two lengths, as in `2mm, -1mm`", "How far all is moved to the right and up"),
    "up": Key(_count(1, 64), "a number", "How many pages stand on a side; else as is usual for the scheme"),
    "signature": Key(_count(1, 64), "a number of sheets", "How many sheets are folded as one, for signatures"),
    "copies": Key(_count(1, 10_000_000), "a number", "How many are to be made, for the estimate"),
    "sheet-price": Key(_price, "a price, as in `0.04 €`", "What a printed sheet costs, for the estimate"),
}


def called(scheme: str) -> str:
    """What a file of sheets has in its name."""
    return "booklet" if scheme == "saddle" else scheme


def field_of(key: str) -> str:
    """The name of a key's field in :class:`PrintJob`."""
    return key.replace("-", "_")


def read_setting(key: str, text: str) -> Any:
    """The value of a setting by its key in :data:`KEYS`; ValueError, in words for an author, where it is none."""
    return KEYS[key].read(text)
