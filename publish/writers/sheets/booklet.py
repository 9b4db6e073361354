"""The book on sheets of paper, for the printer at hand, and how to print, fold and staple them."""

from __future__ import annotations

from dataclasses import replace

from ...diagnostics import PublishError, Report
from ...imposition.planning.panels import Panels, panels
from ...measures.shapes import shape
from ..markup.parts import reads_from_right
from ..orders.order import Order, PageWishes
from ..orders.output import Output
from ..paper.paged import trim_of, typeset
from .imposed import Reader, imposed


def write_booklet(order: Order, report: Report) -> Output:
    """The pages imposed as the settings' scheme says, and a page that tells how to print them.

    What is folded from one sheet is set on pages as large as its panels, and so that it fills them.
    """
    found = panels(order.settings.printing)
    if found and not order.settings.shape:
        order = _on_panels(order, found)
    pages = _filling(order, found.count, report) if found else _set(order, report)
    if report.failed:
        return Output({})
    metadata = order.book.metadata
    reader = Reader(metadata.lang, reads_from_right(metadata), last_outside=pages.kinds[-1] == "back")
    own = Report()
    done = imposed(pages.data, "", order.name, order.settings.printing, reader, own, metadata.title)
    # What sheets do without is told of PDFs that somebody else made.
    report.diagnostics += [replace(found, place=None) for found in own.diagnostics if found.code != "I110"]
    return replace(done, words=pages.words, kinds=pages.kinds)


def _set(order: Order, report: Report) -> Output:
    job = order.settings.printing
    bleed = trim_of(order.style, order.settings).usual_bleed if job.bleed is None else job.bleed
    return typeset(order, PageWishes(bleed=bleed), report)


def _on_panels(order: Order, found: Panels) -> Order:
    """The order on pages that are panels. Raises PublishError I200 where those are too small for pages."""
    try:
        shape(found.page.name)
    except ValueError as problem:
        raise PublishError("I200", f"the panels of this sheet are too small: {problem}", None, "take a larger `sheet`, such as a3") from None
    return order.changed(shape=found.page.name, printing=replace(order.settings.printing, sheet=found.sheet))


def _filling(order: Order, count: int, report: Report) -> Output:
    """The pages set so that they fill all panels; those of a text that is too short for that leave some blank."""
    if order.settings.fit != "no":
        return _set(order, report)
    filled, unfilled = Report(), Report()
    pages = _set(order.changed(fit=str(count)), filled)
    if filled.failed and (shorter := _set(order, unfilled)).pages < count:
        pages, filled = shorter, unfilled
    report.extend(filled)
    return pages
