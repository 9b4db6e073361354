"""What a style's settings say in CSS, which comes before the style's own sheets; and a way to look for things in those."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .settings import CoverDesign, Fonts, StyleSettings

# Behind the families that a style names stand these, for letters that those have not.
_SERIF = ("EB Garamond", "Gentium Book Plus", "Noto Sans")
_SANS = ("Source Sans 3", "Noto Sans")
# For code, its letters all of one width; and how high its small letters are, as a share of its size.
_MONO, _MONO_X_HEIGHT = "Source Code Pro", 0.486
# The same of families that texts are set in; others are taken to be like most.
_X_HEIGHTS = {"EB Garamond": 0.4, "Gentium Book Plus": 0.454, "Source Sans 3": 0.486, "XCharter": 0.481, "Noto Sans": 0.536}
_USUAL_X_HEIGHT = 0.48
# Signs as they suit the letters of the West; an East Asian text has its own face for them first.
_SIGNS = ("Noto Sans Symbols", "Noto Sans Math", "Noto Sans Symbols 2")
_EAST_ASIAN = {"zh": "Noto Sans SC", "ja": "Noto Sans JP", "ko": "Noto Sans KR"}
# Families of ours in which an East Asian text is not set, so that its punctuation comes from the face of its characters.
_WESTERN = frozenset(("EB Garamond", "Gentium Book Plus", "Source Sans 3", "XCharter", "Noto Sans", "Lato", "Open Sans"))


def for_print(settings: StyleSettings) -> str:
    """Size and leading of body text, absolute, so that every line stands on the grid whatever is set in it;
    the families ``--text``, ``--sans``, ``--display`` and ``--mono``, and the size ``--mono-size`` at which small letters
    of code are as high as those of the text; ``--columns``; and size and leading as
    ``--size`` and ``--leading``, for sums in which the engine of pages takes no ``rem`` and ``rlh``."""
    fonts = settings.fonts
    lines = [
        f"html {{ font-size: {settings.size:g}pt; line-height: {settings.leading:g}pt }}",
        f":root {{ {_families(fonts)}; --columns: {settings.columns}; --size: {settings.size:g}pt; --leading: {settings.leading:g}pt }}",
        f":root {{ {_cover_colours(settings.cover)} }}",
        *(f"html:lang({lang}) {{ {_east_asian(fonts, family)} }}" for lang, family in _EAST_ASIAN.items()),
    ]
    return "\n".join(lines) + "\n"


def _cover_colours(design: CoverDesign) -> str:
    """The colours of covers as ``--cover-paper``, ``--cover-ink`` and ``--cover-accent``."""
    colours = {"paper": design.paper, "ink": design.ink, "accent": design.accent or design.ink}
    return "; ".join(f"--cover-{name}: {colour}" for name, colour in colours.items())


def for_screen(settings: StyleSettings) -> str:
    """The style's families, ``--text-face``, ``--sans-face`` and ``--display-face``; what a reader has not stands behind them."""
    fonts = settings.fonts
    named = (("text", fonts.text), ("sans", fonts.sans), ("display", fonts.display or fonts.sans))
    return ":root { " + "; ".join(f'--{role}-face: "{family}"' for role, family in named) + " }\n"


def _families(fonts: Fonts) -> str:
    is_sans = fonts.text == fonts.sans
    text = _stack(fonts.text, _SANS if is_sans else _SERIF, "sans-serif" if is_sans else "serif")
    display = _stack(fonts.display or fonts.sans, (fonts.sans, *_SANS), "sans-serif")
    mono = _stack(_MONO, _SANS, "monospace")
    size = _X_HEIGHTS.get(fonts.text, _USUAL_X_HEIGHT) / _MONO_X_HEIGHT
    return f"--text: {text}; --sans: {_stack(fonts.sans, _SANS, 'sans-serif')}; --display: {display}; --mono: {mono}; --mono-size: {size:.3f}em"


def _stack(family: str, behind: Iterable[str], generic: str) -> str:
    named = dict.fromkeys((family, *behind, *_SIGNS, *_EAST_ASIAN.values()))
    return ", ".join((*(f'"{name}"' for name in named), generic))


def _east_asian(fonts: Fonts, family: str) -> str:
    roles = {"text": fonts.text, "sans": fonts.sans, "display": fonts.display or fonts.sans, "mono": _MONO}
    return "; ".join(f"--{role}: {_own_first(named, family)}" for role, named in roles.items())


def _own_first(named: str, family: str) -> str:
    return f'"{family}", sans-serif' if named in _WESTERN else f'"{named}", "{family}", sans-serif'


def found_with_lines(pattern: re.Pattern[str], css: str) -> Iterator[tuple[re.Match[str], int]]:
    """What a pattern finds, each with the number of its line."""
    line, counted = 1, 0
    for found in pattern.finditer(css):
        line += css.count("\n", counted, found.start())
        counted = found.start()
        yield found, line
