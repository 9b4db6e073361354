"""What a writer is asked to make, and the pages that several of its files may be made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from ...diagnostics import Report
from ...layout.printed_pages import PageStart
from ...measures.print_job import PrintJob
from ...model.book import Book
from ...settings.values import Settings
from ...styles import Style
from .output import Output


@dataclass(frozen=True, slots=True)
class PageWishes:
    """What a kind of file asks of its pages. Lengths are points; ``variant`` is the engine's name of a kind of PDF, None a plain one."""

    bleed: float = 0
    least_inner: float = 0
    variant: str | None = None


@dataclass(slots=True)
class Pages:
    """The pages of one book as they were set already: a booklet and a press file can be made of the same.

    ``printed`` are those that readers hold in their hands while others read the e-book.
    """

    printed: tuple[PageStart, ...] = ()
    _set: list[tuple[object, Output, Report]] = field(default_factory=list)

    def set(self, order: Order, wishes: PageWishes, typeset: Callable[[Order, PageWishes, Report], Output], report: Report) -> Output:
        """The pages that ``typeset`` makes for an order, made once; what it has to say is said each time."""
        # How pages are printed afterwards makes no difference to them.
        key = (order.book, order.style, replace(order.settings, printing=PrintJob(), formats=(), editions=()), wishes)
        known = next((entry for entry in self._set if entry[0] == key), None)
        if known is None:
            own = Report()
            known = (key, typeset(order, wishes, own), own)
            self._set.append(known)
        report.extend(known[2])
        return known[1]


@dataclass(frozen=True, slots=True)
class Order:
    """A book to be written in a style, as its settings say. ``name`` is what the file will be called, without its extension."""

    book: Book
    style: Style
    settings: Settings = Settings()
    name: str = ""
    pages: Pages = field(default_factory=Pages, compare=False)

    def changed(self, **settings: Any) -> Order:
        """The same with other settings."""
        return replace(self, settings=replace(self.settings, **settings))
