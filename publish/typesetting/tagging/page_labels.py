"""What the pages of a PDF are called in a reader's window: the numbers that stand on them (ISO 32000-1, 12.4.2)."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.nodes import Numbering
from .folios import Folio

_STYLES = {
    Numbering.DECIMAL: "/D", Numbering.LOWER_ROMAN: "/r", Numbering.UPPER_ROMAN: "/R", Numbering.LOWER_ALPHA: "/a", Numbering.UPPER_ALPHA: "/A",
}  # fmt: skip
# After z, PDF counts aa, bb, and the rest of the world aa, ab.
_MOST_LETTERS = 26


def label_pages(pdf, folios: Sequence[Folio]) -> None:
    """Write the labels of all pages into a PDF that is not written yet."""
    import pydyf

    ranges: list[object] = []
    before: Folio | None = None
    for index, folio in enumerate(folios):
        if before is None or _counts(folio) is False or folio != Folio(before.number + 1, before.numbering):
            ranges += [index, pydyf.Dictionary(_range(folio, pydyf))]
        before = folio
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array(ranges)})


def _range(folio: Folio, pydyf) -> dict[str, object]:
    return {"S": _STYLES[folio.numbering], "St": folio.number} if _counts(folio) else {"P": pydyf.String(str(folio))}


def _counts(folio: Folio) -> bool:
    """Whether PDF has such a number: none below one, and letters no further than z."""
    letters = folio.numbering in (Numbering.LOWER_ALPHA, Numbering.UPPER_ALPHA)
    return folio.number > 0 and not (letters and folio.number > _MOST_LETTERS)
