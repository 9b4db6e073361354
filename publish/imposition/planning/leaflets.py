"""Leaflets and the zine: what is folded from one sheet of paper.

Each is a table: which page stands on which panel, and how the sheet is folded. They are written for what is
read from the left. The front of the sheet is the outside, and shows the first page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from .padding import padded
from .plan import Cut, Fold, PageCell, Plan, Sheet, Side, Step

# An accordion's panels on a face; more are not folded from one sheet by hand.
_PANELS, _FEWEST_PANELS, _MOST_PANELS = 4, 2, 16


@dataclass(frozen=True, slots=True)
class Leaflet:
    """Pages by rows from the top, on both faces as one looks at them. In rows that are ``turned``, they stand on their heads."""

    outside: tuple[tuple[int, ...], ...]
    inside: tuple[tuple[int, ...], ...]
    steps: tuple[Step, ...]
    columns: tuple[float, ...]
    turned: tuple[int, ...] = ()
    # Whether one sees its last page when it is folded, as a back cover.
    last_outside: bool = True

    @property
    def pages(self) -> int:
        """How many it has room for."""
        return sum(len(row) for row in (*self.outside, *self.inside))


LEAFLETS = {
    "half": Leaflet(((4, 1),), ((2, 3),), (Fold("column", 1, "back"),), (1, 1)),
    # The flap is folded in first, and is narrower than the others by the 3 mm of an A4 sheet that keep it from bulging.
    "letter": Leaflet(((3, 6, 1),), ((2, 4, 5),), (Fold("column", 1, "back"), Fold("column", 2, "back")), (97, 100, 100)),
    "z": Leaflet(
        ((5, 6, 1),), ((2, 3, 4),), (Fold("column", 1, "front"), Fold("column", 2, "back")), (1, 1, 1), last_outside=False,
    ),
    # The doors meet in the middle without touching: each is 1 mm narrower on an A4 sheet.
    "gate": Leaflet(
        ((3, 8, 1, 2),), ((4, 5, 6, 7),),
        (Fold("column", 1, "back"), Fold("column", 3, "back"), Fold("column", 2, "back")), (73.75, 74.75, 74.75, 73.75),
    ),
    "french": Leaflet(((3, 2), (4, 1)), (), (Fold("row", 1, "back"), Fold("column", 1, "back")), (1, 1), turned=(0,)),
    # Folded lengthwise, it is pushed together from both ends until the slit opens, and its leaves are laid around the first.
    "zine": Leaflet(
        ((5, 4, 3, 2), (6, 7, 8, 1)), (),
        (
            Cut("row", 1, whole=False), Fold("row", 1, "back"), Fold("column", 2, "back"),
            Fold("column", 1, "front"), Fold("column", 3, "front"),
        ),
        (1, 1, 1, 1), turned=(0,),
    ),
}  # fmt: skip

# What is made of one sheet; all others take as many as there are pages.
OF_ONE_SHEET = frozenset((*LEAFLETS, "accordion"))


def accordion(panels: int) -> Leaflet:
    """A strip of so many panels, folded to and fro so that the first page lies on top."""
    hidden: tuple[Literal["back", "front"], ...] = ("back", "front")
    folds = tuple(Fold("column", at, hidden[(at - 1) % 2]) for at in range(1, panels))
    first, second = tuple(range(1, panels + 1)), tuple(range(panels + 1, 2 * panels + 1))
    return Leaflet((first,), (second,), folds, (1,) * panels, last_outside=False)


def leaflet_plan(scheme: str, pages: int, up: int = 0, last_outside: bool = False) -> Plan:
    """The plan of a leaflet, as it is read from the left.

    Raises ValueError, in words for an author, where it has no room for so many pages.
    """
    leaflet = _accordion_of(up) if scheme == "accordion" else _fixed(scheme, up)
    if pages > leaflet.pages:
        raise ValueError(f"{scheme} has room for {leaflet.pages} pages, and there are {pages}: {_with_more_room(pages)}")
    order = padded(pages, leaflet.pages, last_outside and leaflet.last_outside)
    sheet = Sheet(_side(leaflet.outside, order, leaflet.turned), _side(leaflet.inside, order, leaflet.turned))
    return Plan(scheme, pages, (sheet,), leaflet.steps, leaflet.columns)


def _accordion_of(up: int) -> Leaflet:
    if up and not _FEWEST_PANELS <= up <= _MOST_PANELS:
        raise ValueError(f"an accordion has {_FEWEST_PANELS} to {_MOST_PANELS} panels on a side, not {up}")
    return accordion(up or _PANELS)


def _fixed(scheme: str, up: int) -> Leaflet:
    leaflet = LEAFLETS[scheme]
    on_a_side = sum(map(len, leaflet.outside))
    if up not in (0, on_a_side):
        raise ValueError(f"{scheme} always has {on_a_side} pages on a side, not {up}: leave `up` away")
    return leaflet


def _with_more_room(pages: int) -> str:
    """What to choose for so many pages."""
    panels = -(-pages // 2)
    room = [name for name in ("letter", "gate", "zine") if LEAFLETS[name].pages >= pages]
    choices = [f"{name} has room for {LEAFLETS[name].pages}" for name in room]
    if not room and panels <= _MOST_PANELS:
        choices.append(f"accordion with `up: {panels}` has room for {2 * panels}")
    return ", ".join((*choices, "saddle for any number"))


def _side(rows: Sequence[Sequence[int]], order: Sequence[int], turned: Sequence[int]) -> Side:
    return tuple(tuple(PageCell(order[position - 1], 180 if number in turned else 0) for position in row) for number, row in enumerate(rows))
