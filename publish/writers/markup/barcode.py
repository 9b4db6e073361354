"""An EAN-13 bar code as a drawing.

Which of its 95 modules are bars is a library's knowledge; how they are drawn is the cover's: bars in one
path, guards longer than the rest, the digits in the style's own face.
"""

from __future__ import annotations

from html import escape  # the one of xml.sax loads all of urllib

# In modules: what must stay white beside the bars, where they begin, the height of bars and of guards.
_BEFORE, _AFTER, _TOP, _BAR, _GUARD_BAR = 11, 7, 11, 62, 67
WIDTH, HEIGHT = _BEFORE + 95 + _AFTER, _TOP + _GUARD_BAR + 6
MODULE_MM = 0.33  # at full size


def modules(thirteen: str) -> str:
    """The 95 modules of a number of thirteen digits; 1 is a bar."""
    from barcode.ean import EuropeanArticleNumber13

    made: str = EuropeanArticleNumber13(thirteen).build()[0]
    return made


def ean13_svg(thirteen: str, family: str, above: str = "") -> str:
    """The bars on white with their digits below and words above, set in a family of fonts; one unit is a module."""
    bars = "".join(f"M{_BEFORE + start} {_TOP}h{width}v{_bar_height(start):g}h-{width}z" for start, width in _bars(modules(thirteen)))
    digits = "".join(f'<text x="{x:g}" y="{HEIGHT - 1.6:g}">{digit}</text>' for x, digit in _placed(thirteen))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT:g}">'
        f'<path fill="#fff" d="M0 0h{WIDTH}v{HEIGHT:g}H0z"/><path fill="#000" d="{bars}"/>'
        f'<g font-family="{escape(family)}" font-size="9.6" text-anchor="middle" fill="#000">{digits}'
        f'<text x="{_BEFORE + 47.5:g}" y="8" font-size="7.6">{escape(above)}</text></g></svg>'
    )


def _bars(modules: str) -> list[tuple[int, int]]:
    """Where each bar begins, and its width: bars that touch are one."""
    found: list[tuple[int, int]] = []
    for place, module in enumerate(modules):
        if module == "1" and found and sum(found[-1]) == place:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        elif module == "1":
            found.append((place, 1))
    return found


def _bar_height(start: int) -> float:
    return _GUARD_BAR if start < 3 or 45 <= start < 50 or start >= 92 else _BAR


def _placed(thirteen: str) -> list[tuple[float, str]]:
    """Each digit and where its middle stands: the first before the bars, the others below theirs."""
    centres = [_BEFORE - 5.5, *(_BEFORE + 6.5 + 7 * n for n in range(6)), *(_BEFORE + 53.5 + 7 * n for n in range(6))]
    return list(zip(centres, thirteen, strict=True))
