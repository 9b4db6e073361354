"""A plan as text: which page stands where on every sheet, which way up, and where it is folded and cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .plan import BLANK, Across, PageCell, Plan, Side

_TURNED = {0: " ", 90: "→", 180: "↓", 270: "←"}  # where the page's head points to
_NOTHING = "·"
_SIGNS = {
    "┊": "fold", "┄": "fold", "║": "cut", "═": "cut", _NOTHING: "blank",
    "↓": "upside down", "→": "head to the right", "←": "head to the left",
}  # fmt: skip
# Where lines meet: by whether the upright one is a cut, and whether the level one is.
_CROSSINGS = {(False, False): "┼", (True, False): "╫", (False, True): "╪", (True, True): "╬"}
_BETWEEN = "  "


def sheet_map(plan: Plan) -> str:
    """All sheets of a plan, one below the other: its front, and beside it its back as it is when a page is turned.

    The words are English. Lines end in a newline; there are no spaces at their ends.
    """
    printed = [[_side(plan, side, back) for side, back in ((sheet.front, False), (sheet.back, True)) if side] for sheet in plan.sheets]
    number = len(str(len(plan.sheets)))
    lines = [_title(plan), "", _heads(printed[0], number)]
    for at, sides in enumerate(printed):
        lines += _group(plan, at)
        lines += _block(sides, str(at + 1), number)
    text = "\n".join(line.rstrip() for line in lines)
    return f"{text}\n{_legend(text)}"


def _title(plan: Plan) -> str:
    printed = "on both sides" if plan.sheets[0].back else "on one side"
    way = ", read from the right" if plan.from_right else ""
    return f"{plan.scheme}: {_counted(plan.pages, 'page')} on {_counted(len(plan.sheets), 'sheet')}, printed {printed}{way}"


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _heads(sides: Sequence[Sequence[str]], number: int) -> str:
    heads = (head.center(len(side[0])) for head, side in zip(("front", "back"), sides, strict=False))
    return " " * (number + 1) + _BETWEEN.join(heads)


def _group(plan: Plan, at: int) -> Iterator[str]:
    """What stands above the first sheet of a group, where there are several."""
    grouped = plan.sheets[-1].signature > 0
    if grouped and (at == 0 or plan.sheets[at].signature != plan.sheets[at - 1].signature):
        yield f"signature {plan.sheets[at].signature + 1}"


def _block(sides: Sequence[Sequence[str]], name: str, number: int) -> Iterator[str]:
    """A sheet's sides beside each other, and its number."""
    for at, parts in enumerate(zip(*sides, strict=True)):
        yield f"{name.rjust(number) if at == 1 else ' ' * number} {_BETWEEN.join(parts)}"


# A side -----------------------------------------------------------------------------------------


def _side(plan: Plan, side: Side, back: bool) -> list[str]:
    columns = len(plan.columns)
    upright = ["│", *(_line(plan, columns - at if back else at, "┊║│", "column") for at in range(1, columns)), "│"]
    digits = len(str(plan.pages))
    rows = [_row(row, upright, digits) for row in side]
    width = digits + 3
    levels = [_level(plan, at, upright, width) for at in range(1, len(side))]
    top, bottom = (_edge(upright, width, signs) for signs in ("┌┬╥┐", "└┴╨┘"))
    between = [line for pair in zip(rows, levels, strict=False) for line in pair]
    return [top, *between, rows[-1], bottom]


def _line(plan: Plan, at: int, signs: Sequence[str], across: Across) -> str:
    """How the line after a row or column of the front is drawn: of three signs that of a fold, of a cut, or of neither."""
    fold, cut, neither = signs
    if at in plan.cuts(across):
        return cut
    return fold if at in plan.folds(across) else neither


def _row(row: Sequence[PageCell], upright: Sequence[str], digits: int) -> str:
    cells = (f"{upright[at]} {_page(cell, digits)}" for at, cell in enumerate(row))
    return "".join((*cells, upright[-1]))


def _page(cell: PageCell, digits: int) -> str:
    if cell.page == BLANK:
        return f"{_NOTHING.rjust(digits)}  "
    return f"{cell.page:{digits}}{_TURNED[cell.turn]} "


def _edge(upright: Sequence[str], width: int, signs: Sequence[str]) -> str:
    first, plain, cut, last = signs
    crossings = (cut if line == "║" else plain for line in upright[1:-1])
    return first + "".join(f"{'─' * width}{crossing}" for crossing in crossings) + "─" * width + last


def _level(plan: Plan, at: int, upright: Sequence[str], width: int) -> str:
    """The line below a row. A slit leaves out the first and the last column."""
    plain = _line(plan, at, "┄═─", "row")
    columns = len(upright) - 1
    slit = at in plan.slits("row")
    parts = ["═" if slit and 0 < column < columns - 1 else plain for column in range(columns)]
    text = "╞" if parts[0] == "═" else "├"
    for column, part in enumerate(parts[:-1]):
        level = "═" in (part, parts[column + 1])
        text += part * width + _CROSSINGS[upright[column + 1] == "║", level]
    return text + parts[-1] * width + ("╡" if parts[-1] == "═" else "┤")


def _legend(text: str) -> str:
    """What the signs mean that are in a text."""
    meanings: dict[str, list[str]] = {}
    for sign, meaning in _SIGNS.items():
        if sign in text:
            meanings.setdefault(meaning, []).append(sign)
    told = "   ".join(f"{' '.join(signs)} {meaning}" for meaning, signs in meanings.items())
    return f"\n{told}\n" if told else ""
