"""What a print run takes: sheets, weight, thickness and cost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ...measures.print_job import PrintJob
from ...measures.shapes import Shape
from .plan import Plan

_SQUARE_METRE = (1000 * 72 / 25.4) ** 2  # in square points
# Sheets of these are not folded, and do not become leaves of one copy.
_FLAT = frozenset(("two-up", "n-up"))
_PRICE = re.compile(r"(?P<before>\D*)(?P<whole>[0-9]+)(?:(?P<sign>[.,])(?P<part>[0-9]+))?(?P<after>\D*)")
_FEWEST_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Estimate:
    """``sheets`` are for one copy, or for as many as one printing gives; ``all_sheets`` for all ``copies``.

    ``weight`` is that of one copy and ``all_weight`` that of all sheets, in grams; None where the paper's is not
    known. ``thickness`` is that of one finished copy in millimetres. ``cost`` is that of all sheets, written as
    the price was; None without one.
    """

    sheets: int
    copies: int
    all_sheets: int
    weight: float | None
    all_weight: float | None
    thickness: float
    cost: str | None


def estimate(sheets: int, sheet: Shape, job: PrintJob, layers: int = 1, at_once: int = 1) -> Estimate:
    """What ``job.copies`` take, each of ``sheets`` sheets of a size that lie in so many ``layers`` when it is finished.

    ``at_once`` is how many copies one printing gives, as of pages that stand twice on a sheet.
    """
    all_sheets = sheets * -(-job.copies // at_once)
    grams = job.paper.grams * sheet.width * sheet.height / _SQUARE_METRE  # of one sheet
    return Estimate(
        sheets=sheets,
        copies=job.copies,
        all_sheets=all_sheets,
        weight=grams * sheets / at_once if grams else None,
        all_weight=grams * all_sheets if grams else None,
        thickness=round(sheets * layers * job.paper.thickness.mm, 4),
        cost=_cost(job.sheet_price, all_sheets),
    )


def layers(plan: Plan) -> int:
    """How many layers of paper a sheet of a plan becomes in the finished copy."""
    return 1 if plan.scheme in _FLAT else _cells(plan)


def copies_at_once(plan: Plan) -> int:
    """How many copies one printing of a plan's sheets gives."""
    return _cells(plan) if plan.scheme == "two-up" else 1


def _cells(plan: Plan) -> int:
    return plan.rows * len(plan.columns)


def _cost(price: str, sheets: int) -> str | None:
    """So many times a price, with its currency where it stood; as exact as it is, and with two decimals at the least."""
    found = _PRICE.fullmatch(price.strip())
    if not found:
        return None
    sign, part = found["sign"] or ".", found["part"] or ""
    total = sheets * Decimal(f"{found['whole']}.{part or 0}")
    amount = f"{total:.{max(_FEWEST_DECIMALS, len(part))}f}"
    return f"{found['before']}{amount.replace('.', sign)}{found['after']}"
