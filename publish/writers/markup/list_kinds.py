"""How a list says in what other way than 1. 2. 3. it counts."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.kinds import Delimiter, Numbering
from ...model.nodes import List

# What HTML calls them, for reading systems that set no labels of ours.
_TYPES = {
    Numbering.DECIMAL: "", Numbering.LOWER_ALPHA: "a", Numbering.UPPER_ALPHA: "A", Numbering.LOWER_ROMAN: "i",
    Numbering.UPPER_ROMAN: "I",
}  # fmt: skip
_USUAL_LABEL = len("(a)")


def is_labelled(block: List) -> bool:
    """Whether the items of an ordered list say their numbers, for no style sheet counts so by itself."""
    return (block.numbering, block.delimiter) != (Numbering.DECIMAL, Delimiter.PERIOD)


def kind_attributes(block: List, labels: Sequence[str]) -> str:
    """For style sheets, and for readers that have none of ours; ``wide`` are numbers that want more room."""
    kind = f' type="{_TYPES[block.numbering]}"' if _TYPES[block.numbering] else ""
    wide = " wide" if any(len(label) > _USUAL_LABEL for label in labels) else ""
    return f'{kind} class="labelled {block.numbering.value}{wide}"'
