"""Papers by their names, as standards and printing windows have them: the two sides of each, upright.

The series A and B are those of ISO 216, RA and SRA those of ISO 217; what printers call by other names is taken from
the Printer Working Group's list (PWG 5101.1).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_A = "841 1189 594 841 420 594 297 420 210 297 148 210 105 148 74 105 52 74 37 52 26 37"
_B = "1000 1414 707 1000 500 707 353 500 250 353 176 250 125 176 88 125 62 88 44 62 31 44"
_RA = "860 1220 610 860 430 610 305 430 215 305"
_SRA = "900 1280 640 900 450 640 320 450 225 320"


def _series(letters: str, sides: str) -> dict[str, tuple[str, str]]:
    lengths = [f"{side}mm" for side in sides.split()]
    return {f"{letters}{number}": pair for number, pair in enumerate(zip(lengths[::2], lengths[1::2], strict=True))}


PAPER_SIZES: Mapping[str, tuple[str, str]] = {
    **_series("a", _A), **_series("b", _B), **_series("ra", _RA), **_series("sra", _SRA),
    "folio": ("210mm", "330mm"), "jis-b4": ("257mm", "364mm"), "jis-b5": ("182mm", "257mm"),
    "letter": ("8.5in", "11in"), "legal": ("8.5in", "14in"), "tabloid": ("11in", "17in"), "half-letter": ("5.5in", "8.5in"),
    "executive": ("7.25in", "10.5in"), "foolscap": ("8.5in", "13in"), "oficio": ("8.5in", "13.4in"), "super-b": ("13in", "19in"),
}  # fmt: skip
IN_INCHES = frozenset(name for name, (width, _) in PAPER_SIZES.items() if width.endswith("in"))
# What else they are called. A ledger is a tabloid that lies.
_ALSO = {
    "ledger": "tabloid", "ansi-a": "letter", "ansi-b": "tabloid", "statement": "half-letter", "invoice": "half-letter", "memo": "half-letter",
    "11x17": "tabloid", "17x11": "tabloid", "8.5x11": "letter", "8.5x14": "legal", "5.5x8.5": "half-letter", "8.5x5.5": "half-letter",
    "8.5x13": "foolscap", "7.25x10.5": "executive", "13x19": "super-b", "a3+": "super-b", "f4": "folio",
}  # fmt: skip
_STANDARD = re.compile(r"(?:us|din|iso)-")
_IN_INCHES = re.compile(r"([0-9.]{1,6})(?:-?in|\")?-?[x×]-?([0-9.]{1,6})(?:-?in|\")?")


def paper_name(text: str) -> str:
    """The name in :data:`PAPER_SIZES` of what people write in their own ways: ``US Letter``, ``SRA 3``, ``11 x 17``; else ``""``."""
    said = _STANDARD.sub("", re.sub(r"[\s_-]+", "-", text.strip().lower()), count=1)
    if sides := _IN_INCHES.fullmatch(said):
        said = f"{sides[1]}x{sides[2]}"
    known = {name.replace("-", ""): name for name in PAPER_SIZES} | {name.replace("-", ""): paper for name, paper in _ALSO.items()}
    return known.get(said.replace("-", ""), "")
