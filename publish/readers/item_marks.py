"""What stands before the items of numbered lists: ``a.`` ``b)`` ``(iv)`` ``#.`` ``(@label)``, as pandoc reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..model.kinds import Delimiter, Numbering
from ..model.numbering import read_number

_SIGN = r"\d{1,9}|[A-Za-z]|[ivxlcdm]{2,12}|[IVXLCDM]{2,12}|\#|@[\w-]{0,80}"
_MARK = re.compile(rf"(?:\((?P<within>{_SIGN})\)|(?P<before>{_SIGN})(?P<after>[.)]))(?=\s|$)")
# An initial before a name, a page, a year of copyright, a reference that stands alone.
_NO_ITEM = re.compile(r"[A-Z]\. ?(?! )\S|p\. ?\d|\([cC]\) ?\d{4}|\(?@[\w-]*[.)]\s*$")
_EXAMPLE = re.compile(r"(?:^|\s)\(?@[\w-]{0,80}[.)]\s")
# Words such as mix and CD are numbers too, but no list begins with those.
_HIGHEST_FIRST_ROMAN = 99


@dataclass(frozen=True, slots=True)
class ItemMark:
    """``sign`` is what stands between the delimiters, ``length`` counts those as well."""

    sign: str
    delimiter: Delimiter
    length: int

    @property
    def is_example(self) -> bool:
        return self.sign.startswith("@")

    def numbers(self) -> Iterator[tuple[Numbering, int]]:
        """What may be meant, the likeliest first; nothing for signs that only say that items are counted."""
        if self.sign[0] not in "#@":
            yield from read_number(self.sign)


def item_mark(text: str) -> ItemMark | None:
    """The mark that a line begins with, if it begins with one."""
    found = _MARK.match(text)
    if found is None or _NO_ITEM.match(text):
        return None
    within = found["within"] is not None
    delimiter = Delimiter.PARENS if within else Delimiter.PERIOD if found["after"] == "." else Delimiter.PAREN
    return ItemMark(found["within"] if within else found["before"], delimiter, found.end())


def may_hold_examples(text: str) -> bool:
    return "@" in text and _EXAMPLE.search(text) is not None


@dataclass(slots=True)
class Examples:
    """The examples of a text, which are counted through all of it and may be called by their labels.

    One text of several goes on from those before it: ``last`` is the number of their last example, and
    ``labelled`` may know those of later texts as well.
    """

    last: int = 0
    labelled: dict[str, int] = field(default_factory=dict)

    def number(self, mark: ItemMark) -> int:
        """That of an example, the next one where its label is new or empty."""
        label, following = mark.sign[1:], self.last + 1
        number = self.labelled.setdefault(label, following) if label else following
        if number == following:
            self.last = number
        return number


@dataclass(slots=True)
class Counting:
    """How a list counts: begun by its first mark, and continued by those that fit."""

    numbering: Numbering
    delimiter: Delimiter
    start: int
    last: int
    example: bool

    @classmethod
    def begin(cls, mark: ItemMark, examples: Examples) -> Counting | None:
        """Nothing where the mark is CommonMark's own, or a word that could be a number."""
        if mark.is_example:
            number = examples.number(mark)
            return cls(Numbering.DECIMAL, mark.delimiter, number, number, True)
        numbering, number = next(mark.numbers(), (Numbering.DECIMAL, 1))
        own = mark.sign.isdecimal() and mark.delimiter is not Delimiter.PARENS
        word = len(mark.sign) > 1 and not mark.sign.isdecimal() and number > _HIGHEST_FIRST_ROMAN
        known = mark.sign == "#" or any(mark.numbers())
        return None if own or word or not known else cls(numbering, mark.delimiter, number, number, False)

    def goes_on_with(self, mark: ItemMark, examples: Examples) -> bool:
        """Whether a mark is that of the next item; one that is numbered like the first leaves counting to us."""
        if mark.delimiter is not self.delimiter or mark.is_example is not self.example:
            return False
        if self.example:
            known = examples.labelled.get(mark.sign[1:], examples.last + 1)
            fits = known == self.last + 1 and bool(examples.number(mark))
        else:
            fits = mark.sign == "#" or dict(mark.numbers()).get(self.numbering) in (self.start, self.last + 1)
        self.last += fits
        return fits
