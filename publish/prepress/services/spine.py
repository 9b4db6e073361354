"""The spine of a glued book: how wide it is, whether words find room on it, and which way they run."""

from __future__ import annotations

from math import ceil

from ...measures.papers import Paper
from ...measures.shapes import Length
from .presets import Preset

SMALLEST = Length("6pt")
# Kept free of words beside either fold, where no service says how much: folds wander.
CLEAR = Length("1.5mm")
# Of the spine's width, and of its length: words that fill a spine look as if they were wider than it.
_LARGEST_SHARE, _LARGEST_SHARE_OF_LENGTH = 0.52, 1 / 15
# How high letters are, from the foot of a g to the accent of an É, at size 1.
LETTER_HEIGHT = 1.15

# The custom of these languages is to set spines upwards, so that books on a shelf are read with the head
# bent to the left. All others follow ISO 6357 and set them downwards, to be read when the book lies on its back:
# English, Dutch and the Nordic languages by old custom, and those of which we know none.
_UPWARDS = frozenset("bg br bs ca co cs cu el eo es et eu fr gl hr hu hy it ka la lb lt lv mk oc pl pt rm ro ru sk sl sq sr uk be de nds wa".split())


def is_glued(binding: str, preset: Preset | None = None) -> bool:
    """Whether a book is glued, and so has a spine: with ``auto`` print services glue, and at home one staples."""
    if binding != "auto":
        return binding == "glued"
    return preset is not None and preset.bindings[0] == "glued"


def spine_width(pages: int, paper: Paper, preset: Preset | None = None, binding: str = "glued") -> Length:
    """How wide the spine of a book of so many pages is; 0 where it is stapled.

    By the formula of the print service, if it publishes one, for the paper whose name is a word of the
    name of ``paper``, else for its usual paper; else by the thickness of ``paper``. An odd page has a
    blank back.
    """
    if not is_glued(binding, preset):
        return Length(0)
    leaves = ceil(pages / 2)
    if preset is None or not preset.spine.papers:
        return Length(leaves * paper.thickness)
    usual = preset.spine.papers[0][1]
    named = (thickness for name, thickness in preset.spine.papers if name in paper.name.split())
    return Length(2 * leaves * next(named, usual) + preset.spine.more)


def spine_text_size(width: float, length: float, extent: float, pages: int = 0, preset: Preset | None = None) -> Length | None:
    """The size of words on a spine of a width, in a space of a length; None where they do not fit at :data:`SMALLEST`.

    ``extent`` is how long the words are at size 1. None too where a print service sets no words on the
    spine of a book of so few pages.
    """
    if extent <= 0 or too_few_pages(pages, preset):
        return None
    room = max(0.0, width - 2 * clearance(preset)) / LETTER_HEIGHT
    size = min(room, _LARGEST_SHARE * width, _LARGEST_SHARE_OF_LENGTH * length, length / extent)
    return Length(size) if size >= SMALLEST else None


def least_width(preset: Preset | None = None) -> Length:
    """How wide a spine must be for words of the smallest size."""
    return Length(max(LETTER_HEIGHT * SMALLEST + 2 * clearance(preset), SMALLEST / _LARGEST_SHARE))


def clearance(preset: Preset | None) -> Length:
    """What stays free of words beside either fold."""
    return preset.spine.clear if preset else CLEAR


def too_few_pages(pages: int, preset: Preset | None) -> bool:
    """Whether a print service sets no words on the spine of a book of so many pages; 0 are not counted yet."""
    return preset is not None and 0 < pages < preset.spine.text_from


def runs_down(lang: str) -> bool:
    """Whether words on a spine run from its head to its foot, by the custom of a language (BCP 47)."""
    return lang.replace("_", "-").partition("-")[0].lower() not in _UPWARDS
