"""Formulas that cannot be set stay as they were typed, and are told."""

from __future__ import annotations

from ..diagnostics import Report
from ..maths import NoFormula, drawing
from ..model.nodes import Blocks, Math, Text
from ..model.walk import Throughout, walk


def settle_formulas(blocks: Blocks, report: Report) -> Blocks:
    """The blocks with the words of formulas that cannot be set (M165) in place of these."""
    if not any(isinstance(node, Math) for node in walk(*blocks)):
        return blocks
    return Throughout(lambda node: (_or_words(node, report) if isinstance(node, Math) else node,)).blocks(blocks)


def _or_words(formula: Math, report: Report) -> Math | Text:
    try:
        drawing(formula.tex, formula.display)
    except NoFormula as problem:
        mark = "$$" if formula.display else "$"
        hint = "mend its TeX; where the dollars are money, write a backslash before them"
        report.warning("M165", f"this formula cannot be set, and stays as it is typed: {problem}", formula.place, hint, formula=formula.tex)
        return Text(f"{mark}{formula.tex}{mark}", place=formula.place)
    return formula
