"""What the pages of a PDF are called in a reader's window: the numbers that stand on them (ISO 32000-1, 12.4.2)."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.kinds import Numbering
from .folios import Folio
from .objects import Pdf, array, dictionary, string

_STYLES = {
    Numbering.DECIMAL: "/D", Numbering.LOWER_ROMAN: "/r", Numbering.UPPER_ROMAN: "/R", Numbering.LOWER_ALPHA: "/a", Numbering.UPPER_ALPHA: "/A",
}  # fmt: skip
# After z, PDF counts aa, bb, and the rest of the world aa, ab.
_MOST_LETTERS = 26


def label_pages(pdf: Pdf, folios: Sequence[Folio]) -> None:
    """Write the labels of all pages into a PDF that is not written yet."""
    ranges: list[object] = []
    before: Folio | None = None
    for index, folio in enumerate(folios):
        if before is None or _counts(folio) is False or folio != Folio(before.number + 1, before.numbering):
            ranges += [index, dictionary(_range(folio))]
        before = folio
    pdf.catalog["PageLabels"] = dictionary({"Nums": array(ranges)})


def _range(folio: Folio) -> dict[str, object]:
    return {"S": _STYLES[folio.numbering], "St": folio.number} if _counts(folio) else {"P": string(str(folio))}


def _counts(folio: Folio) -> bool:
    """Whether PDF has such a number: none below one, and letters no further than z."""
    letters = folio.numbering in (Numbering.LOWER_ALPHA, Numbering.UPPER_ALPHA)
    return folio.number > 0 and not (letters and folio.number > _MOST_LETTERS)
