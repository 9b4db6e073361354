"""What nodes are told apart by: roles, kinds, and how things stand; and the sizes that authors give."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """What a part of a book is for. The values are the names authors write, as in ``::: demands``."""

    CHAPTER = "chapter"
    DEDICATION = "dedication"
    EPIGRAPH = "epigraph"
    FOREWORD = "foreword"
    INTRODUCTION = "introduction"
    DEMANDS = "demands"
    AFTERWORD = "afterword"
    APPENDIX = "appendix"
    NOTES = "notes"
    ABOUT = "about"
    CONTACT = "contact"
    IMPRINT = "imprint"


class Align(Enum):
    """How the lines of a table's column, or of a division, stand."""

    NONE = ""
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Numbering(Enum):
    """The signs with which a list counts. The values are those of CSS."""

    DECIMAL = "decimal"
    LOWER_ALPHA = "lower-alpha"
    UPPER_ALPHA = "upper-alpha"
    LOWER_ROMAN = "lower-roman"
    UPPER_ROMAN = "upper-roman"


class Delimiter(Enum):
    """What stands around the number of an item."""

    PERIOD = "1."
    PAREN = "1)"
    PARENS = "(1)"


class Pull(Enum):
    """How words are pulled out of a text, to be set large beside it."""

    ALONE = "alone"  # they stand nowhere else
    REPEATED = "repeated"  # the text says them too: who listens need not hear them twice


class BoxKind(Enum):
    """What a box beside the text is for. The values are the names authors write, as in ``::: tip``."""

    NOTE = "note"
    TIP = "tip"
    IMPORTANT = "important"
    WARNING = "warning"
    CAUTION = "caution"


class Unit(Enum):
    """What widths and heights in a manuscript are counted in; a percentage is one of the room there is."""

    PERCENT = "%"
    PIXEL = "px"
    POINT = "pt"
    MILLIMETRE = "mm"
    CENTIMETRE = "cm"
    INCH = "in"
    EM = "em"


@dataclass(frozen=True, slots=True)
class Extent:
    """How wide or how high an author wants something: ``60%``, ``4.5cm``. Its number is above 0."""

    number: float
    unit: Unit

    def __str__(self) -> str:
        return f"{self.number:g}{self.unit.value}"
