"""The book on sheets of paper, for the printer at hand, and how to print, fold and staple them."""

from __future__ import annotations

from dataclasses import replace

from ..config.settings import Settings
from ..diagnostics import PublishError, Report
from ..model.book import Book
from ..printing.panels import panels
from ..printing.shapes import shape
from ..styles import Style
from .imposed import Reader, imposed
from .output import Output
from .paged import PageWishes, trim_of, typeset
from .parts import reads_from_right


def write_booklet(book: Book, style: Style, settings: Settings, report: Report, name: str = "") -> Output:
    """The pages imposed as the settings' scheme says, and a page that tells how to print them.

    What is folded from one sheet is set on pages as large as its panels, and so that it fills them.
    """
    settings = _on_panels(settings)
    job = settings.printing
    bleed = job.bleed if job.bleed is not None else trim_of(style, settings).usual_bleed
    pages = typeset(book, style, settings, PageWishes(bleed=bleed, variant=None), report)
    reader = Reader(book.metadata.lang, reads_from_right(book.metadata), last_outside=pages.kinds[-1] == "back")
    own = Report()
    done = imposed(pages.data, "", name, job, reader, own, book.metadata.title)
    # What sheets do without is told of PDFs that somebody else made.
    report.diagnostics += [replace(found, place=None) for found in own.diagnostics if found.code != "I110"]
    return replace(done, words=pages.words, kinds=pages.kinds)


def _on_panels(settings: Settings) -> Settings:
    """The settings for what is folded from one sheet: where nobody named a page, it is a panel of the sheet.

    Raises PublishError I200 where the panels are too small for pages.
    """
    found = panels(settings.printing)
    if not found:
        return settings
    fit = str(found.count) if settings.fit == "no" else settings.fit
    if settings.shape:
        return replace(settings, fit=fit)
    try:
        shape(found.page.name)
    except ValueError as problem:
        raise PublishError("I200", f"the panels of this sheet are too small: {problem}", None, "take a larger `sheet`, such as a3") from None
    return replace(settings, shape=found.page.name, fit=fit, printing=replace(settings.printing, sheet=found.sheet))
