"""Tables that are parted well: heads stand above each part, and a row is parted only where no page could hold it.

WeasyPrint keeps rows whole, and drops a table's head where a row leaves no room for it; a heading or caption that
should stay with such a row is left alone on its page. Here rows that are too high for a page under their head are
allowed to be parted, and so are short tables that are. Where they begin, each of their cells begins.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf
from typing import Any

from ..engine.boxes import Box, Context, Skip

# What takes more of a page than this may be parted: kept whole, it would leave most of the one before it bare.
_MOST_OF_A_PAGE = 0.85
_MOST_OF_A_HEAD = 0.5
_WHOLE, _PARTED = "avoid", "auto"


@dataclass(slots=True)
class PartedRows:
    """Stands where WeasyPrint's ``block_level_layout_switch`` stood, and is called as that was."""

    theirs: Any
    page_top: float = 0
    # By the id of the table's box, which is kept beside it so that its id stays its own.
    measured: dict[int, Box] = field(default_factory=dict)

    def __call__(
        self, context: Context, box: Box, bottom_space: float, skip_stack: Skip, containing_block: Box, page_is_empty: bool,
        absolute_boxes: list[Any], fixed_boxes: list[Any], adjoining_margins: list[float] | None, *others: Any, **named: Any,
    ) -> Any:  # fmt: skip
        if box.element_tag == "html":
            self.page_top = box.position_y
        if not box.is_table_wrapper:
            return self.theirs(
                context, box, bottom_space, skip_stack, containing_block, page_is_empty, absolute_boxes, fixed_boxes, adjoining_margins,
                *others, **named,
            )  # fmt: skip
        place, margins = (box.position_x, box.position_y), list(adjoining_margins or ())

        def lay_out(instead_of: Any = None, bottom_space: float = bottom_space, skip: Skip = skip_stack, empty: bool = page_is_empty) -> Any:
            if instead_of is not None:
                from weasyprint.layout.block import remove_placeholders

                remove_placeholders(context, [instead_of], absolute_boxes, fixed_boxes)
            box.position_x, box.position_y = place
            return self.theirs(context, box, bottom_space, skip, containing_block, empty, absolute_boxes, fixed_boxes, list(margins), *others, **named)

        made = lay_out()
        if not _is_well_set(box, made[0]) and id(box) not in self.measured:
            self.measured[id(box)] = box
            endless = lay_out(made[0], bottom_space=-inf, skip=None, empty=True)[0]
            self._allow_what_is_too_high(context, box, endless)
            made = lay_out(endless)
        if made[0] is not None and not _is_well_set(box, made[0]):  # a column may be lower than its page
            _allow(_row_at(box, skip_stack), _PARTED)
            made = lay_out(made[0])
        if not page_is_empty and (row := _begun_in_part(box, made[1])):
            _allow(row, _WHOLE)
            made = lay_out(made[0])
            _allow(row, _PARTED)
        return made

    def _allow_what_is_too_high(self, context: Context, box: Box, endless: Box) -> None:
        """Allow rows, and the table itself, to be parted that no page has room for; ``endless`` is the table on one without end."""
        room = (context.page_bottom - self.page_top) * _MOST_OF_A_PAGE
        table, plan = endless.get_wrapped_table(), box.get_wrapped_table()
        if endless.margin_height() > room:
            _allow(box, _PARTED)
            _allow(plan, _PARTED)
        head = sum(group.height for group in table.children if group.is_header)
        if head > room * _MOST_OF_A_HEAD:  # it is then a row like others, and not repeated
            plan.children[0].is_header, head = False, 0
        above = table.position_y - endless.position_y + head
        for group, laid in zip(plan.children, table.children, strict=True):
            for row, made in zip(group.children, laid.children, strict=True):
                if made.height + above > room:
                    _allow(row, _PARTED)


def _allow(box: Box, how: str) -> None:
    box.style = box.style.copy()
    box.style["break_inside"] = how


def _is_well_set(box: Box, made: Box | None) -> bool:
    """Whether a table, or a part of it, found room, and its head with it."""
    if made is None:
        return False
    table = made.get_wrapped_table()
    return not box.get_wrapped_table().children[0].is_header or table is None or table.children[0].is_header


def _row_at(box: Box, skip: Skip) -> Box:
    """The row with which a table goes on."""
    groups = box.get_wrapped_table().children
    way = next(iter(skip.values()), None) if skip else None
    number, inside = next(iter(way.items())) if way else (next(n for n, group in enumerate(groups) if not group.is_header), None)
    return groups[number].children[next(iter(inside)) if inside else 0]


def _begun_in_part(box: Box, resume: Skip) -> Box | None:
    """The row that is parted before some of its cells have begun, if there is such a one."""
    inside = next(iter(resume.values())) if resume else None
    for number, rows in (inside or {}).items():
        for row, cells in (rows or {}).items():
            if cells and {0: None} in cells.values():
                parted: Box = box.get_wrapped_table().children[number].children[row]
                return parted
    return None
