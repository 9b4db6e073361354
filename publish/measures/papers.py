"""Paper: how thick and heavy a sheet is by its name, and in which sizes sheets are sold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .shapes import Length, Shape, paper_called, shape

# Cubic centimetres a gram: how thick a paper is for its weight. Office paper of 80 g/m² is 0.10 mm thick.
_BULK = 1.25
# Pressed smooth, a paper is thinner for its weight.
_BULK_COATED = 0.85
# Of American bond, so many pounds are a ream of 500 sheets of 17 by 22 inches; in grams a square metre.
_GRAMS_A_BOND_POUND = 3.76
_LIGHTEST, _HEAVIEST = 30, 600  # g/m²
_THINNEST, _THICKEST = 0.02, 1.0  # mm

# What print-on-demand services call their papers, in millimetres a leaf.
_BOOK_PAPERS = {"white": "0.1144mm", "cream": "0.127mm"}

_GRAMS = re.compile(r"([0-9]{2,3})\s*(?:gsm|g/m2|g/m²|g)(\s+coated)?", re.IGNORECASE)
_POUNDS = re.compile(r"([0-9]{2,3})\s*(?:lb|#)(?:\s+bond)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of paper: its thickness in points and its weight in g/m², 0 where nobody said."""

    name: str
    thickness: Length
    grams: float = 0


def paper(text: str) -> Paper:
    """The paper called ``80gsm``, ``115gsm coated``, ``20lb`` or ``cream``, or one as thick as a length: ``0.11mm``.

    Raises ValueError, in words for an author.
    """
    said = " ".join(text.split()).lower()
    if found := _GRAMS.fullmatch(said):
        return _of_weight(said, float(found[1]), _BULK_COATED if found[2] else _BULK)
    if said in _BOOK_PAPERS:
        return Paper(said, Length(_BOOK_PAPERS[said]))
    if found := _POUNDS.fullmatch(said):
        return _of_weight(said, round(float(found[1]) * _GRAMS_A_BOND_POUND), _BULK)
    try:
        thickness = Length(said)
    except ValueError:
        raise ValueError(
            f"unknown paper `{text[:40]}`: write its weight, as in `80gsm`, `115gsm coated` or `20lb`, "
            "its thickness, as in `0.1mm`, or white or cream, as print services call it"
        ) from None
    if not _THINNEST <= round(thickness.mm, 4) <= _THICKEST:
        raise ValueError(f"no paper is {said} thick: it must be between {_THINNEST:g} and {_THICKEST:g} mm")
    return Paper(said, thickness)


def _of_weight(name: str, grams: float, bulk: float) -> Paper:
    if not _LIGHTEST <= grams <= _HEAVIEST:
        raise ValueError(f"no paper weighs {grams:g} g/m²: it must be between {_LIGHTEST} and {_HEAVIEST}")
    return Paper(name, Length(f"{grams * bulk / 1000:.4f}mm"), grams)


OFFICE = paper("80gsm")

# Sheets that are sold, smallest first; of the two families one is not mixed with the other.
_METRIC = ("a5", "a4", "a3", "sra3", "a2")
_INCHES = ("half-letter", "letter", "legal", "tabloid")
SHEETS: dict[str, Shape] = {name: found for name in (*_METRIC, *_INCHES) if (found := paper_called(name))}


def sheet(text: str) -> Shape:
    """The sheet called ``text`` or made of two lengths, upright; a page's name does as well.

    Raises ValueError, in words for an author.
    """
    found = paper_called(text) or shape(text)
    return Shape(found.name.removesuffix("-landscape"), min(found.width, found.height), max(found.width, found.height))


def sheet_for(width: float, height: float) -> Shape | None:
    """The smallest sheet that is sold and holds an area of so many points either way round; None where none does.

    Metric sheets are tried first, but for areas that fit one in inches to the point.
    """
    short, long = sorted((width, height))
    exact = (one for one in SHEETS.values() if abs(one.width - short) < 1 and abs(one.height - long) < 1)
    holding = (one for name in (*_METRIC, *_INCHES) if (one := SHEETS[name]).width > short - 1 and one.height > long - 1)
    return next(exact, None) or next(holding, None)
