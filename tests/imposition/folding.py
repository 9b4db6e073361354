"""Prints, cuts, gathers and folds sheets as people do, and reads what comes of it.

This knows nothing of schemes. It takes the sides as they lie in the PDF, the edge on which the printer turns
sheets, and the steps that the plan tells people to do.

Leaflets are read as they are opened (``opened``): the closed cover; then what comes to light, fold by fold, from
the last one back, as seen from the side that was opened first; then the sheet is turned over. Booklets are read
by turning leaves (``leaf_by_leaf``), an accordion drawn out and then turned over (``drawn_out``), the zine around
its ring (``around_the_ring``), and what is not folded as it lies (``side_by_side``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from math import atan2, degrees

from publish.imposition.planning.placing import Face, Imposition, PageSize
from publish.imposition.planning.plan import Cut, Fold, Gather, Plan


@dataclass(frozen=True)
class Print:
    """What one sees in a place: a page, 0 for none, and by how many degrees it is turned, clockwise."""

    page: int = 0
    turn: int = 0


EMPTY = Print()
SheetGrid = dict[tuple[int, int], "Panel"]


@dataclass(frozen=True)
class Panel:
    """A place on a sheet of paper. The back is as one sees it after turning the sheet about its upright axis; None is not printed."""

    front: Print
    back: Print | None


@dataclass(frozen=True)
class Layer:
    """A panel in a pile: where it lies, and which way. ``right`` and ``up`` are where its front's right and top point to."""

    panel: Panel
    sheet: int
    row: int
    column: int
    x: int
    y: int
    right: int = 1
    up: int = 1

    @property
    def over(self) -> bool:
        return self.right * self.up < 0

    def face(self, from_below: bool = False) -> Print | None:
        """What one sees from above, or after the whole pile was turned about its upright axis."""
        seen = self.panel.back if self.over != from_below else self.panel.front
        return seen and Print(seen.page, (seen.turn + (180 if self.up < 0 else 0)) % 360)


Pile = list[Layer]  # from the top


# Printing ---------------------------------------------------------------------------------------


def printed(imposition: Imposition, plan: Plan, page: PageSize, flip: str) -> list[SheetGrid]:
    """The printed sheets, the first on top, all pages being of one size and nothing shifted."""
    fronts = {face.sheet: face for face in imposition.faces if not face.back}
    backs = {face.sheet: face for face in imposition.faces if face.back}
    assert [(face.sheet, face.back) for face in imposition.faces] == sorted((face.sheet, face.back) for face in imposition.faces)
    widths = [page.width * imposition.scale * column / min(plan.columns) for column in plan.columns]
    count, found = len(widths), []
    for number, face in fronts.items():
        front = seen(face, imposition, widths, plan.rows, page)
        back = None
        if number in backs:
            image = seen(backs[number], imposition, widths[::-1] if not turns_over(flip, imposition) else widths, plan.rows, page)
            back = upside_down(image, plan.rows, count) if turns_over(flip, imposition) else image
        found.append({
            (row, column): Panel(front.get((row, column), EMPTY), None if back is None else back.get((row, count - 1 - column), EMPTY))
            for row in range(plan.rows) for column in range(count)
        })  # fmt: skip
    return found


def turns_over(flip: str, imposition: Imposition) -> bool:
    """Whether the printer turns sheets as one turns a calendar's leaf. With two runs they are turned on the long edge by hand."""
    return (imposition.width > imposition.height) == (flip in ("long", "single"))


def seen(face: Face, imposition: Imposition, widths: Sequence[float], rows: int, page: PageSize) -> dict[tuple[int, int], Print]:
    """Which page stands in which place of a side, found from where its middle is."""
    left, top = (imposition.width - sum(widths)) / 2, (imposition.height + rows * page.height * imposition.scale) / 2
    ends = list(accumulate(widths))
    found = {}
    for placed in face.pages:
        a, b, c, d, e, f = placed.matrix
        x, y = a * page.width / 2 + c * page.height / 2 + e, b * page.width / 2 + d * page.height / 2 + f
        column = next(at for at, end in enumerate(ends) if x - left < end)
        row = int((top - y) / (page.height * imposition.scale))
        assert (row, column) not in found and 0 <= row < rows
        found[row, column] = Print(placed.page, round(-degrees(atan2(b, a))) % 360)
    return found


def upside_down(image: dict[tuple[int, int], Print], rows: int, columns: int) -> dict[tuple[int, int], Print]:
    return {(rows - 1 - row, columns - 1 - column): Print(at.page, (at.turn + 180) % 360) for (row, column), at in image.items()}


# Cutting, gathering, folding --------------------------------------------------------------------


def cut_and_gathered(sheets: list[SheetGrid], plan: Plan) -> list[list[list[SheetGrid]]]:
    """The piles that are made of printed sheets: of each copy its groups, and of each group its sheets or pieces."""
    piles = [sheets]
    whole = [step for step in plan.steps if isinstance(step, Cut) and step.whole]
    for across, cuts in groupby(whole, key=lambda cut: cut.across):
        cuts = list(cuts)
        strips = [cut_at(pile, across, [cut.at for cut in cuts]) for pile in piles]
        if cuts[0].stacked:
            piles = [[piece for strip in pile for piece in strip] for pile in strips]
        else:
            piles = [strip for pile in strips for strip in pile]
    for pile in piles:
        for _ in range(plan.spare):
            assert all(panel.front == EMPTY and panel.back in (None, EMPTY) for panel in pile.pop().values()), "a page is put away"
    gather = next((step for step in plan.steps if isinstance(step, Gather)), None)
    return [groups(pile, gather) for pile in piles]


def cut_at(pile: Iterable[SheetGrid], across: str, lines: list[int]) -> list[list[SheetGrid]]:
    """The strips that come of cutting all sheets of a pile, the upper or left one first."""
    axis = 0 if across == "row" else 1
    strips: list[list[SheetGrid]] = [[] for _ in range(len(lines) + 1)]
    for sheet in pile:
        for strip, (start, end) in zip(strips, zip([0, *lines], [*lines, 1000], strict=True), strict=True):
            piece = {place: panel for place, panel in sheet.items() if start <= place[axis] < end}
            assert piece, "a cut beside the paper"
            strip.append({tuple(at - start * (number == axis) for number, at in enumerate(place)): panel for place, panel in piece.items()})
    return strips


def groups(pile: list[SheetGrid], gather: Gather | None) -> list[list[SheetGrid]]:
    if gather is None:
        return [[sheet] for sheet in pile]
    size = gather.sheets or len(pile)
    count = -(-(len(pile) + gather.fewer) // size)
    sizes = [size] * (count - gather.fewer) + [size - 1] * gather.fewer
    assert sum(sizes) == len(pile) and min(sizes) > 0
    ends = list(accumulate(sizes))
    return [pile[end - size : end] for size, end in zip(sizes, ends, strict=True)]


def flat(group: list[SheetGrid]) -> Pile:
    """Sheets on each other, fronts up, the first on top."""
    return [Layer(panel, number, *place, x=place[1], y=place[0]) for number, sheet in enumerate(group) for place, panel in sheet.items()]


def folded(pile: Pile, fold: Fold) -> Pile:
    """A pile after all of it was folded along the line of one sheet's row or column."""
    last = {"row": max(layer.column for layer in pile), "column": max(layer.row for layer in pile)}[fold.across]
    places = [(at, last) if fold.across == "row" else (last, at) for at in (fold.at - 1, fold.at)]
    moving, staying = (next(layer for layer in pile if (layer.row, layer.column) == place and layer.sheet == 0) for place in places)
    assert moving.over == staying.over, "it is folded there already"
    axis = "y" if fold.across == "row" else "x"
    line = (getattr(moving, axis) + getattr(staying, axis)) / 2
    on_the_left = getattr(moving, axis) < line
    parts: dict[bool, Pile] = {True: [], False: []}
    for layer in pile:
        parts[(getattr(layer, axis) < line) == on_the_left].append(layer)
    turned = [reflected(layer, axis, line) for layer in reversed(parts[True])]
    on_top = (fold.hides == "front") != moving.over
    return [*turned, *parts[False]] if on_top else [*parts[False], *turned]


def reflected(layer: Layer, axis: str, line: float) -> Layer:
    there = round(2 * line - getattr(layer, axis))
    return replace(layer, **{axis: there}, **({"right": -layer.right} if axis == "x" else {"up": -layer.up}))


def stages(group: list[SheetGrid], plan: Plan) -> list[Pile]:
    """A group as it lies before, between and after its folds."""
    piles = [flat(group)]
    for step in plan.steps:
        if isinstance(step, Fold):
            piles.append(folded(piles[-1], step))
    assert len({(layer.x, layer.y) for layer in piles[-1]}) == 1, "it is not folded to a page"
    return piles


def turned_over(pile: Pile) -> Pile:
    """A pile turned about its upright axis."""
    return [replace(layer, x=-layer.x, right=-layer.right) for layer in reversed(pile)]


def on_its_head(pile: Pile) -> Pile:
    return [replace(layer, x=-layer.x, y=-layer.y, right=-layer.right, up=-layer.up) for layer in pile]


# Reading ----------------------------------------------------------------------------------------


def leaf_by_leaf(group: list[SheetGrid], plan: Plan) -> list[Print]:
    """A folded group as a book: held by its fold, on the left, or the right if that is how it is read."""
    pile = stages(group, plan)[-1]
    if fold_of(pile) != (1 if plan.from_right else -1):
        pile = turned_over(pile)
    if pile[0].face().turn == 180:
        pile = turned_over(on_its_head(pile))
    assert fold_of(pile) == (1 if plan.from_right else -1), "it is bound on the wrong side"
    faces = [face for layer in pile for face in (layer.face(), layer.face(from_below=True))]
    return [face for face in faces if face is not None]


def fold_of(pile: Pile) -> int:
    """On which side the uppermost layer goes on into another: -1 left, 1 right."""
    top = pile[0]
    before = any(layer.sheet == top.sheet and (layer.row, layer.column) == (top.row, top.column - 1) for layer in pile)
    return -top.right if before else top.right


def leaves(pile: list[SheetGrid]) -> list[Print]:
    """Single leaves, each read and turned over."""
    panels = [panel for leaf in pile for panel in leaf.values()]
    assert len(panels) == len(pile), "it is not cut apart"
    return [face for panel in panels for face in (panel.front, panel.back) if face is not None]


def side_by_side(sheets: list[SheetGrid], from_right: bool) -> list[Print]:
    """Sides of sheets one after the other, each in rows."""
    found = []
    for sheet in sheets:
        found += [panel.front for _, panel in in_rows(sheet, from_right)]
        found += [panel.back for _, panel in in_rows(sheet, not from_right) if panel.back is not None]
    return found


def in_rows(sheet: SheetGrid, from_right: bool) -> list[tuple[tuple[int, int], Panel]]:
    return sorted(sheet.items(), key=lambda item: (item[0][0], item[0][1] * (-1 if from_right else 1)))


def drawn_out(group: list[SheetGrid], plan: Plan) -> list[Print]:
    """A strip that was folded to and fro: the face that its cover is on, then the other."""
    closed = stages(group, plan)[-1]
    assert 1 in (closed[0].face().page, closed[-1].face(from_below=True).page), "its cover is inside"
    return side_by_side(group, plan.from_right)


def opened(group: list[SheetGrid], plan: Plan) -> list[Print]:
    """A leaflet as its reader opens it."""
    piles = stages(group, plan)
    closed = piles[-1] if piles[-1][0].face().page == 1 else turned_over(piles[-1])
    cover = closed[0]
    found = {face_of(cover): cover.face()}
    last = [step for step in plan.steps if isinstance(step, Fold)][-1]
    hinge = cover.right * (1 if cover.column < last.at else -1)
    assert hinge == (1 if plan.from_right else -1), "it opens on the wrong side"
    for pile in reversed(piles[:-1]):
        beside = next(layer for layer in pile if layer.column == last.at)
        inside_is_below = (last.hides == "back") != beside.over
        found |= look_at(pile, inside_is_below, plan.from_right) | found
    found |= look_at(piles[0], last.hides == "front", plan.from_right) | found
    return list(found.values())


def face_of(layer: Layer) -> tuple[int, bool]:
    """Which face of a sheet lies up."""
    return layer.column, layer.over


def look_at(pile: Pile, from_below: bool, from_right: bool) -> dict[tuple[int, bool], Print]:
    """The faces that one sees of a pile, in the order of reading. From below it is turned about its upright axis."""
    visible: dict[int, Layer] = {}
    for layer in turned_over(pile) if from_below else pile:
        visible.setdefault(layer.x, layer)
    return {face_of(visible[x]): visible[x].face() for x in sorted(visible, reverse=from_right)}


def around_the_ring(sheet: SheetGrid, plan: Plan) -> list[Print]:
    """The panels of a sheet with a slit along its middle, as they follow each other when it is a book.

    Two panels that lie back to back are a leaf; where two fronts meet it is opened there, and they must stand side
    by side. Folded along the slit, the upper row hangs behind the lower one, upside down.
    """
    (slit,) = (step for step in plan.steps if isinstance(step, Cut))
    assert (slit.across, slit.whole) == ("row", False)
    columns = max(column for _, column in sheet) + 1
    hides = {(step.across, step.at): step.hides for step in plan.steps if isinstance(step, Fold)}
    ring = [next(place for place, panel in sheet.items() if panel.front.page == 1)]
    while len(ring) < len(sheet):
        ring.append(next_on_ring(ring[-1], columns, hides, slit.at, "back" if len(ring) % 2 else "front"))
    assert len(set(ring)) == len(sheet) and next_on_ring(ring[-1], columns, hides, slit.at, "front") == ring[0], "it is no ring"
    for left, right in zip(ring[1::2], [*ring[2::2], ring[0]], strict=True):
        way = (right[1] - left[1]) * (-1 if left[0] < slit.at else 1) * (-1 if plan.from_right else 1)
        assert (left[0], way) == (right[0], 1), "a spread's pages are the wrong way round"
    faces = [(row, sheet[row, column].front) for row, column in ring]
    return [Print(face.page, (face.turn + 180) % 360) if face.page and row < slit.at else face for row, face in faces]


def next_on_ring(place: tuple[int, int], columns: int, hides: dict[tuple[str, int], str], slit: int, hidden: str) -> tuple[int, int]:
    """The neighbour across a fold that hides a face. Across the slit there is one at both ends only."""
    row, column = place
    found = [(row, there) for there in (column - 1, column + 1) if 0 <= there < columns and hides["column", max(column, there)] == hidden]
    if column in (0, columns - 1) and hides["row", slit] == hidden:
        found.append((slit if row < slit else slit - 1, column))
    (neighbour,) = found
    return neighbour
