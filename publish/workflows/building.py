"""The whole way on one page: read a manuscript, write what is wanted of it, prove it, put it in place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from ..checks.claims import report_untrue_claims
from ..checks.lossless.nothing_lost import report_losses
from ..diagnostics import Diagnostic, Instructions, PublishError, Report
from ..files import put_all
from ..model.book import Book
from ..model.place import Place
from ..settings import Edition, Settings
from ..styles import Style, find_style
from ..transforms.selection import only_sections
from ..writers import WRITERS, Order
from ..writers.orders.order import Pages
from .house import in_house_fonts
from .reading import Opened, Reading, Wanted, open_manuscript, read_manuscript

_USUAL_FORMATS = ("pdf", "epub")
# The format whose pages an e-book of the same run leads to.
_READ_WITH_EBOOKS = "pdf"


def build(manuscript: Path, wanted: Wanted, report: Report) -> list[Path]:
    """Make all that is wanted of a manuscript; the files that were put in place.

    Problems go to ``report``. Where there is an error no file is written for that output, and
    an earlier one stays as it was.
    """
    with report.about() as own, own.going_on():
        return _build(manuscript, wanted, own)
    return []


def _build(manuscript: Path, wanted: Wanted, report: Report) -> list[Path]:
    reading = read_manuscript(manuscript, wanted, report)
    jobs = _jobs(reading, wanted, report)
    if report.failed:
        return []
    pages, made = Pages(), {}
    # An e-book leads to the pages of the PDF that is made with it, whichever was named first.
    for number, (edition, style) in sorted(enumerate(jobs), key=lambda job: not WRITERS[job[1][0].format].paged):
        made[number] = _make(reading, edition, style, pages, wanted.out, report)
    return [path for number in sorted(made) for path in made[number]]


def clashes(manuscripts: Iterable[Path], wanted: Wanted) -> dict[Path, Diagnostic]:
    """The manuscripts whose files would take the place of an earlier one's, and what to say of them (F109)."""
    made: dict[str, tuple[Path, str]] = {}
    found: dict[Path, Diagnostic] = {}
    for manuscript in manuscripts:
        shown, outputs = _outputs(manuscript, wanted)
        # Where capitals make no difference to the disk, they make none to what is overwritten.
        taken = next((made[key] for path in outputs if (key := str(path).casefold()) in made), None)
        if taken:
            found[manuscript] = _clash(shown, *taken)
        else:
            made.update((str(path).casefold(), (path, shown)) for path in outputs)
    return found


def _clash(shown: str, output: Path, maker: str) -> Diagnostic:
    hint = "give one of them a `slug` of its own under `publish:`, or build them apart with -o"
    return PublishError("F109", f"not made: {output} is already made from {maker}", Place(shown), hint).diagnostic


def _outputs(manuscript: Path, wanted: Wanted) -> tuple[str, list[Path]]:
    """A manuscript's name and the files that a build makes of it; none where that will fail anyway."""
    report = Report()
    try:
        opened = open_manuscript(manuscript, wanted, report)
        settings = opened.publication.settings
        outputs = [_output(opened.slug, edition, settings.for_edition(edition), wanted.out) for edition in _editions(opened, wanted)]
    except PublishError:
        return "", []
    return opened.shown, [] if report.failed else outputs


# Editions --------------------------------------------------------------------------------------


def _editions(manuscript: Opened | Reading, wanted: Wanted) -> Iterable[Edition]:
    """The named editions that are wanted, or a plain one for each format; each once."""
    settings = manuscript.publication.settings
    for name in dict.fromkeys(wanted.editions):
        edition = settings.edition(name)
        if edition is None:
            known = ", ".join(e.name for e in settings.editions)
            hint = f"it has these: {known}" if known else "it has none: name some under `publish: editions:`"
            raise PublishError("C130", f"there is no edition `{name}` of this publication", Place(manuscript.shown), hint)
        # What the command line says of all holds for these, too; its pages to fill are read already.
        fit = settings.fit if wanted.fit is not None else edition.fit
        yield replace(edition, style=wanted.style or edition.style, shape=wanted.shape or edition.shape, fit=fit)
    if not wanted.editions:
        for format in dict.fromkeys(wanted.formats or settings.formats or _USUAL_FORMATS):
            if format not in WRITERS:
                raise PublishError("C106", f"unknown format `{format}`", None, f"known are {', '.join(sorted(WRITERS))}")
            yield Edition("", format)


def _jobs(reading: Reading, wanted: Wanted, report: Report) -> list[tuple[Edition, Style]]:
    """The editions and their styles. A style that does not exist is reported once, and its editions left out."""
    settings, places = reading.publication.settings, reading.publication.places
    jobs = []
    for edition in _editions(reading, wanted):
        name = settings.for_edition(edition).style
        place = None if wanted.style else places.get(f"editions.{edition.name}.style") or places.get("style")
        try:
            style = find_style(name, reading.folder, place, report)
            jobs.append((edition, in_house_fonts(style, reading.publication)))
        except PublishError as problem:
            if problem.diagnostic not in report.diagnostics:
                report.diagnostics.append(problem.diagnostic)
    return jobs


def _output(slug: str, edition: Edition, settings: Settings, out: Path) -> Path:
    """The file that an edition is made as; those that come with it have more in their names."""
    writer = WRITERS[edition.format]
    name = ".".join(filter(None, (slug, edition.name or writer.called(settings))))
    return out / f"{name}.{writer.extension}"


def _make(reading: Reading, edition: Edition, style: Style, pages: Pages, out: Path, report: Report) -> list[Path]:
    """Write one edition, prove that nothing was lost, and put its files in place. ``pages`` are those that were set before."""
    settings = _settings(reading, edition)
    path = _output(reading.slug, edition, settings, out)
    writer = WRITERS[edition.format]
    with report.about(reading.shown) as own, own.going_on():
        book = _shown_book(reading, style) if writer.paged else reading.book
        if edition.format == "epub":
            report_untrue_claims(book, bool(pages.printed) and settings.page_list, reading.publication.places, own)
        output = writer.write(Order(book, style, settings, path.stem, pages), own)
        if output.words:
            report_losses(book, output.words.body, output.words.notes, str(path), own, output.words.book)
        if own.failed:
            return []
        files = output.named(path)
        put_all(files)
        if edition.format == _READ_WITH_EBOOKS and book is reading.book:
            pages.printed = pages.printed or output.starts
        if output.instructions:
            own.instructions.append(Instructions(str(path), output.instructions))
        return list(files)
    return []


def _settings(reading: Reading, edition: Edition) -> Settings:
    """What holds for an edition. A profile that the manuscript names lies in its folder."""
    settings = reading.publication.settings.for_edition(edition)
    folder = settings.printing.profile_folder or reading.folder
    return replace(settings, printing=replace(settings.printing, profile_folder=folder))


def _shown_book(reading: Reading, style: Style) -> Book:
    """What a style shows of a book on paper. Raises PublishError S120 where that is nothing."""
    wanted = style.settings.sections
    if not wanted:
        return reading.book
    shown = only_sections(reading.book, wanted)
    if all(section.role.value != wanted[0] for section in shown.sections):
        hint = f"put a list below a heading such as `# What we want {{.{wanted[0]}}}`, or choose another style"
        message = f"style `{style.name}` shows the {wanted[0]} of a text, and in this one there are none"
        raise PublishError("S120", message, Place(reading.shown), hint)
    return shown
