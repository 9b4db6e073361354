"""A drawing for each step of making up: paper that is piled, folded, cut, stapled, seen a little from above.

All are of one size, so that they stand in a row. A step names its drawing, a row of :data:`SKETCHES`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from .drawing_parts import (
    BOLD,
    CUT,
    FOLD,
    GREY,
    INK,
    LINE,
    THIN,
    Point,
    angle_of,
    arrow,
    between,
    box,
    drawing,
    label,
    line,
    mirrored,
    panel,
    paper,
    pile,
    plus,
    polygon,
    scissors,
    straight_arrow,
)
from .turns import FirstSheet

WIDTH, HEIGHT = 150, 100
# Into which direction paper that lies goes away from us, and paper that stands goes up.
_AWAY: Point = (26, -30)
_UP: Point = (0, -46)
# Of paper that stands: what a step away from us is on the page.
_BACK: Point = (0.55, -0.5)
_MOST_PANELS = 6  # of an accordion
_LAYERS = 3

Sketch = Callable[[FirstSheet], str]


def _card(*parts: str) -> str:
    return drawing(WIDTH, HEIGHT, *parts)


# Folded in the middle ---------------------------------------------------------------------------


def _nest(sheet: FirstSheet) -> str:
    """Sheets above each other, the first one lowest."""
    left, right = (22, 0), (108, 0)
    parts = []
    for at, y in enumerate((88, 68, 48)):
        corners = (left[0], y), (right[0], y)
        parts.append(panel(*corners, _AWAY))
        fold = between(*corners, 0.5)
        parts.append(line((fold, plus(fold, _AWAY)), LINE, FOLD))
        if at == 0:
            parts.append(label(13, y - 2, "1", 12))
    guides = (line(((x, 86), (x, 50)), THIN, "1.2 2.4") for x in (left[0], right[0]))
    return _card(*parts, *guides, straight_arrow((142, 22), (142, 52)))


def _folded_over(layers: int) -> str:
    """The left half comes up and over, onto the right."""
    fold, right, tip = (66, 80), (122, 80), (36, 40)
    stack = pile((fold[0] - 1, fold[1]), right, _AWAY, layers)
    raised = "".join(panel((tip[0] - 1.7 * at, tip[1] + 1 * at), (fold[0], fold[1] + 1.9 * at), _AWAY) for at in reversed(range(layers)))
    return _card(stack, raised, arrow((62, 10), (104, 2), (118, 38)))


def _fold_pile(sheet: FirstSheet) -> str:
    return _folded_over(_LAYERS)


def _fold_sheet(sheet: FirstSheet) -> str:
    return _folded_over(1)


def _roof(layers: int) -> tuple[str, Point]:
    """A booklet laid over its fold, the outside up, and the near end of that fold."""
    left, ridge, right = (16, 84), (58, 58), (100, 84)
    drops = (2.1 * layer for layer in reversed(range(layers)))
    return "".join(paper([plus(corner, (0, drop)) for corner in (left, ridge, right)], (34, -36)) for drop in drops), ridge


def _staple(sheet: FirstSheet) -> str:
    booklet, ridge = _roof(_LAYERS)
    far = plus(ridge, (34, -36))
    staples = []
    for share in (0.25, 0.75):
        start, end = between(ridge, far, share - 0.07), between(ridge, far, share + 0.07)
        middle = between(start, end, 0.5)
        staples += [line((start, end), BOLD), straight_arrow(plus(middle, (0, -25)), plus(middle, (0, -5)))]
    return _card(booklet, *staples)


def _trim(sheet: FirstSheet) -> str:
    """A closed booklet: the inner sheets look out at the open edge."""
    left, right = (18, 72), (100, 72)
    looks_out = ((7.6, 0), (5.7, 3.5), (3.8, 6), (1.9, 3.5), (0, 0))
    sheets = (panel(plus(left, (0, drop)), plus(right, (out, drop)), _AWAY) for drop, out in looks_out)
    near = between(left, right, 0.9)
    cut = line(((near[0], near[1] + 12), near, plus(near, _AWAY, 1.15)), LINE * 1.3, CUT)
    return _card(*sheets, cut, scissors(near[0] - 4, 84, -60, 0.85))


def _trim_page(sheet: FirstSheet) -> str:
    """A closed booklet that is larger than its pages: along the lines, three sides are cut off."""
    left, right = (22, 66), (110, 66)
    booklet = pile(left, right, _AWAY, _LAYERS)
    head, foot = between((0, 0), _AWAY, 0.86), between((0, 0), _AWAY, 0.14)
    edge = between(left, right, 0.88)
    cuts = (
        line((edge, plus(edge, _AWAY)), LINE * 1.3, CUT), line((plus(left, head), plus(right, head)), LINE * 1.3, CUT),
        line((plus(left, foot), plus(right, foot)), LINE * 1.3, CUT),
    )  # fmt: skip
    return _card(booklet, *cuts, scissors(edge[0] - 4, 80, -60, 0.85))


def _trim_sheet(sheet: FirstSheet) -> str:
    """A pile of sheets that are larger than their pages: the outer edges are cut off."""
    left, right = (16, 70), (112, 70)
    flat = pile(left, right, _AWAY, _LAYERS)
    corners = ((0.1, 0.14), (0.9, 0.14), (0.9, 0.86), (0.1, 0.86))
    inner = [plus(between(left, right, across), _AWAY, away) for across, away in corners]
    near = inner[1]
    return _card(flat, line((*inner, inner[0]), LINE * 1.3, CUT), scissors(near[0] + 2, near[1] + 15, -60, 0.85))


# Groups of sheets -------------------------------------------------------------------------------


def _slab(left: float, top: float, width: float, height: float, mark: float | None) -> str:
    """A folded group that lies with its back towards us."""
    corners = (left, top), (left + width, top)
    side = polygon((corners[1], plus(corners[1], _AWAY), plus(plus(corners[1], _AWAY), (0, height)), (left + width, top + height)), GREY)
    back = f'<rect x="{left}" y="{top}" width="{width}" height="{height}" rx="{height / 2.4:.2f}" fill="#fff"/>'
    marked = box(left + mark, top, 7, height, INK, 0.2) if mark is not None else ""
    return side + panel(*corners, _AWAY) + back + marked


def _signature_pile(sheet: FirstSheet) -> str:
    lower = "".join(_slab(24, 84 - 10 * at, 86, 9, 16 + 15 * at) for at in (0, 1))
    return _card(lower, _slab(24, 50, 86, 9, 46), straight_arrow((12, 40), (12, 66)))


def _signature_bind(sheet: FirstSheet) -> str:
    booklet, ridge = _roof(_LAYERS)
    far = plus(ridge, (34, -36))
    stitches = (line((between(ridge, far, share), between(ridge, far, share + 0.1)), BOLD) for share in (0.15, 0.35, 0.55, 0.75))
    start = between(ridge, far, 0.85)
    thread = f'<path stroke-width="{LINE}" d="M{start[0]:.1f} {start[1]:.1f}C{start[0] + 8:.1f} 0 128 4 124 22"/>'
    needle = polygon(((124, 21), (126, 23), (118, 46), (117, 45)), INK, 0.4)
    return _card(booklet, *stitches, thread, needle)


# Cut --------------------------------------------------------------------------------------------


def _cut_columns(stacked: bool, sheet: FirstSheet) -> str:
    left, right = (14, 72), (110, 72)
    count = min(len(sheet.column_cuts), 4) + 1
    shares = [part / count for part in range(1, count)]
    lines = []
    for share in shares:
        near = between(left, right, share)
        lines.append(line(((near[0], near[1] + 4), near, plus(near, _AWAY, 1.1)), LINE * 1.3, CUT))
    first = between(left, right, shares[0])
    away = arrow((46, 28), (76, 2), (106, 26)) if stacked else ""
    return _card(pile(left, right, _AWAY, _LAYERS), *lines, scissors(first[0] - 5, 86, angle_of((0, 0), _AWAY), 0.85), away)


def _cut_rows(stacked: bool, sheet: FirstSheet) -> str:
    left, right, away = (14, 84), (96, 84), (36, -52)
    count = min(len(sheet.row_cuts), 4) + 1
    ends = [(plus(left, away, part / count), plus(right, away, part / count)) for part in range(1, count)]
    lines = (line((plus(start, (-6, 0)), end), LINE * 1.3, CUT) for start, end in ends)
    over = arrow((124, 24), (146, 42), (120, 66)) if stacked else ""
    return _card(pile(left, right, away, _LAYERS), *lines, scissors(ends[0][0][0] - 8, ends[0][0][1], 0, 0.85), over)


def _stapled_side(sheet: FirstSheet) -> str:
    left, right = (24, 80), (100, 80)
    staples = []
    for share in (0.22, 0.7):
        start = plus((left[0] + 6, left[1]), _AWAY, share)
        middle = plus(start, _AWAY, 0.06)
        staples += [line((start, plus(start, _AWAY, 0.14)), BOLD), straight_arrow(plus(middle, (0, -26)), plus(middle, (0, -5)))]
    return pile(left, right, _AWAY, _LAYERS + 1) + "".join(staples)


def _stapled_left(sheet: FirstSheet) -> str:
    return _card(_stapled_side(sheet))


def _stapled_right(sheet: FirstSheet) -> str:
    return _card(mirrored(WIDTH, _stapled_side(sheet)))


def _corner(sheet: FirstSheet) -> str:
    left, right, away = (20, 84), (92, 84), (34, -50)
    at = plus(plus(left, away, 0.9), (7, 0))
    staple = line((plus(at, (-1, 3)), plus(at, (7, -1))), BOLD)
    return _card(pile(left, right, away, _LAYERS), staple, straight_arrow(plus(at, (3, -24)), plus(at, (3, -4))))


# The zine ---------------------------------------------------------------------------------------


def _zine_fold(sheet: FirstSheet) -> str:
    left, top, width, height = 21, 14, 108, 74
    upright = (line(((left + width * at / 4, top), (left + width * at / 4, top + height)), LINE, FOLD) for at in (1, 2, 3))
    return _card(box(left, top, width, height), *upright, line(((left, top + height / 2), (left + width, top + height / 2)), LINE, FOLD))


def _zine_slit(sheet: FirstSheet) -> str:
    """Folded in half, the fold towards the scissors."""
    left, top, width, height = 54, 12, 56, 76
    middle = top + height / 2
    below = polygon(((left, top), (left + width + 3, top + 3), (left + width + 3, top + height + 3), (left, top + height)), GREY)
    across = left + width / 2
    folds = line(((across, top), (across, top + height)), LINE, FOLD) + line(((across, middle), (left + width, middle)), LINE, FOLD)
    slit = line(((left, middle), (across, middle)), BOLD)
    fold = line(((left, top), (left, top + height)), BOLD)
    return _card(below, box(left, top, width, height), folds, fold, slit, scissors(left - 7, middle))


def _standing(corners: list[Point], up: Point = _UP) -> str:
    """Paper that stands, seen from above and in front; corners are on the ground, from the back to the front."""
    return paper([(x + y * _BACK[0], 86 + y * _BACK[1]) for x, y in corners], up)


def _zine_push(sheet: FirstSheet) -> str:
    """It stands on its long edge; the middle panels bulge to the front and to the back."""
    up = (0, -40)
    back = _standing([(22, 14), (46, 14), (71, 34), (96, 14), (120, 14)], up)
    front = _standing([(22, 12), (46, 12), (71, -8), (96, 12), (120, 12)], up)
    pushes = straight_arrow((4, 62), (24, 62)) + straight_arrow((148, 62), (130, 62))
    return _card(back, front, pushes)


def _zine_book(sheet: FirstSheet) -> str:
    back = _standing([(56, 0), (100, 34)], (0, -58))
    inner = _standing([(56, 0), (106, 24)], (0, -58)) + _standing([(56, 0), (109, 12)], (0, -58))
    cover = _standing([(56, 0), (104, -6)], (0, -58))
    return _card(back, inner, cover, label(78, 56, "1", 26))


# Leaflets ---------------------------------------------------------------------------------------


def _flap(sheet: FirstSheet) -> str:
    """The right flap comes in."""
    left, first, second, tip = (14, 84), (50, 84), (86, 84), (68, 52)
    return paper([left, first, second], _AWAY) + panel(second, tip, _AWAY) + arrow((104, 22), (84, 6), (66, 30))


def _other_flap(sheet: FirstSheet) -> str:
    """The right flap is in; the left one comes over it."""
    first, second = (54, 84), (98, 84)
    return pile(first, second, _AWAY, 2) + panel((36, 48), first, _AWAY) + arrow((60, 12), (100, 2), (114, 40))


def _flap_right(sheet: FirstSheet) -> str:
    return _card(_flap(sheet))


def _flap_left(sheet: FirstSheet) -> str:
    return _card(mirrored(WIDTH, _flap(sheet)))


def _flap_over_right(sheet: FirstSheet) -> str:
    return _card(_other_flap(sheet))


def _flap_over_left(sheet: FirstSheet) -> str:
    return _card(mirrored(WIDTH, _other_flap(sheet)))


def _zigzag(sheet: FirstSheet) -> str:
    """It stands; the panel with the first page, at one end or the other, is one of those that are turned towards us."""
    panels = min(_MOST_PANELS, len(sheet.columns))
    at_left = sheet.front[0][0].page == 1
    width, deep = 88 / panels, 22.0
    begins_near = at_left or panels % 2 == 1
    corners = [(20 + width * at, 0 if (at % 2 == 0) == begins_near else deep) for at in range(panels + 1)]
    middle = 20 + width * (0.5 if at_left else panels - 0.5)
    at = middle + deep / 2 * _BACK[0], 86 + deep / 2 * _BACK[1] + _UP[1] / 2
    return _card(_standing(corners), label(*at, "1", min(18, width * 0.7)))


def _gate_doors(sheet: FirstSheet) -> str:
    """It stands, its doors half open towards us."""
    left, right, top, hinge, tip = 30, 120, 24, 70, 90
    up = (0, top - hinge)
    wall = panel((left, hinge), (right, hinge), up)
    doors = (panel((left + 20, tip), (left, hinge), up), panel((right, hinge), (right - 20, tip), up))
    return _card(wall, *doors, arrow((46, 96), (62, 97), (68, 84)), arrow((104, 96), (88, 97), (82, 84)))


def _gate_closed(sheet: FirstSheet) -> str:
    """The doors are shut; the left half comes over."""
    fold, right, tip = (66, 82), (118, 82), (36, 44)
    halves = pile(fold, right, _AWAY, 2) + panel(plus(tip, (-1.7, 1)), plus(fold, (0, 1.9)), _AWAY) + panel(tip, fold, _AWAY)
    return _card(halves, arrow((62, 12), (104, 4), (118, 40)))


def _french_first(sheet: FirstSheet) -> str:
    """The far half comes over to us, the printed side outside."""
    left, right, away = (18, 86), (92, 86), (22, -26)
    near = panel(left, right, away)
    far = (plus(left, away), plus(right, away))
    return _card(near, panel(*far, (2, -36)), arrow((128, 22), (146, 52), (118, 74)))


def _french_second(sheet: FirstSheet) -> str:
    fold, right, tip = (62, 80), (108, 80), (38, 42)
    stack = pile(fold, right, _AWAY, 2) + panel(plus(tip, (-1.7, 1)), plus(fold, (0, 1.9)), _AWAY) + panel(tip, fold, _AWAY)
    return _card(stack, arrow((62, 10), (98, 2), (110, 38)))


SKETCHES: Mapping[str, Sketch] = {
    "nest": _nest, "fold-pile": _fold_pile, "fold-sheet": _fold_sheet, "staple": _staple, "trim": _trim,
    "trim-page": _trim_page, "trim-sheet": _trim_sheet,
    "signature-pile": _signature_pile, "signature-bind": _signature_bind,
    "cut-column": partial(_cut_columns, False), "cut-stack-column": partial(_cut_columns, True),
    "cut-row": partial(_cut_rows, False), "cut-stack-row": partial(_cut_rows, True),
    "side-left": _stapled_left, "side-right": _stapled_right, "corner": _corner,
    "zine-fold": _zine_fold, "zine-slit": _zine_slit, "zine-push": _zine_push, "zine-book": _zine_book,
    "flap-left": _flap_left, "flap-right": _flap_right, "flap-other-left": _flap_over_left, "flap-other-right": _flap_over_right,
    "z": _zigzag, "accordion": _zigzag, "gate-doors": _gate_doors, "gate-closed": _gate_closed,
    "french-first": _french_first, "french-second": _french_second,
}  # fmt: skip
