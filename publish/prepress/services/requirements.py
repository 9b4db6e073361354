"""The rules of a print service held against what was chosen, and against the files that were made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil

from ...diagnostics import Report
from ...measures.geometry import Box
from ...measures.print_job import PrintJob
from ...measures.shapes import Length, Shape
from ...pdf.facts import Facts, PageFacts
from ...pdf.used_fonts import not_embedded
from .presets import Preset, Size, inside_margin
from .spine import is_glued

# What two sizes of page may differ by to be the same: A5 is 148 mm to some and 5.83 in to others.
_SAME_TRIM = Length("0.35mm")
# What a finished file may be off.
_EXACT = Length("0.03mm")
_MEGABYTE = 1_000_000
_MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class _Rules:
    """Says what a service does not take, each time with where its rule stands."""

    preset: Preset
    report: Report

    def error(self, code: str, message: str, advice: str = "") -> None:
        self.report.error(code, message, None, self._hint(advice))

    def warning(self, code: str, message: str, advice: str = "") -> None:
        self.report.warning(code, message, None, self._hint(advice))

    def _hint(self, advice: str) -> str:
        return f"{advice}; its rule: {self.preset.source}" if advice else f"its rule: {self.preset.source}"


# What was chosen ----------------------------------------------------------------------------------


def check_choice(preset: Preset, trim: Shape, pages: int, job: PrintJob, report: Report) -> None:
    """Report what a service does not take: a trim (T101), a number of pages (T102, T103, T109), a bleed (T104),
    marks (T105), a kind of PDF (T106), a binding (T107), inks (T108). With 0 ``pages`` they are not counted yet."""
    rules = _Rules(preset, report)
    _check_trim(rules, (trim.width, trim.height))
    if pages:
        _check_count(rules, pages, job)
    if job.bleed is not None and abs(job.bleed - preset.bleed.pages) > _EXACT:
        message = f"{preset.name} takes a bleed of {shown(preset.bleed.pages)}, and {shown(job.bleed)} is asked for"
        rules.error("T104", message, "leave `bleed` out")
    if job.marks and not preset.file.marks:
        rules.error("T105", f"{preset.name} takes no files with marks, and {', '.join(job.marks)} are asked for", "leave `marks` out")
    standards = preset.file.standards
    if job.pdf_standard and standards and job.pdf_standard not in standards:
        message = f"{preset.name} would rather have {' or '.join(map(_pdf, standards))} than {_pdf(job.pdf_standard)}"
        rules.warning("T106", message, "leave `pdf-standard` out")
    if job.binding != "auto" and job.binding not in preset.bindings:
        rules.error("T107", f"for {preset.name} books are {preset.bindings[0]} here, not {job.binding}", f"write `binding: {preset.bindings[0]}`")
    if job.ink and job.ink not in preset.inks:
        rules.error("T108", f"{preset.name} prints in {' or '.join(preset.inks)}, not in `{job.ink}`", f"write `ink: {preset.inks[0]}`")


def _check_trim(rules: _Rules, trim: tuple[float, float]) -> None:
    trims, size = rules.preset.trims, " × ".join(map(shown, trim))
    name = rules.preset.name
    if trims.sizes and not any(_same(trim, one) for one in trims.sizes):
        near = min(trims.sizes, key=lambda one: abs(one[0] - trim[0]) + abs(one[1] - trim[1]))
        message = f"{name} makes no books of {size}"
        rules.error("T101", message, f"the nearest of its sizes is `shape: {near[0] / 72:g}in x {near[1] / 72:g}in`")
    elif trims.least and trims.most and not _between(trim, trims.least, trims.most):
        least, most = (" × ".join(f"{side / 72:g}" for side in end) for end in (trims.least, trims.most))
        rules.error("T101", f"{name} makes books from {least} to {most} in, and this one has {size}", "choose another shape")


def _same(trim: tuple[float, float], other: Size) -> bool:
    return all(abs(one - two) <= _SAME_TRIM for one, two in zip(trim, other, strict=True))


def _between(trim: tuple[float, float], least: Size, most: Size) -> bool:
    return all(low - _SAME_TRIM <= side <= high + _SAME_TRIM for side, low, high in zip(trim, least, most, strict=True))


def _check_count(rules: _Rules, pages: int, job: PrintJob) -> None:
    counts, name = rules.preset.pages, rules.preset.name
    if pages < counts.least:
        rules.error("T102", f"{name} takes books from {counts.least} pages on; this one has {pages}", "staple it, or make it longer")
    if counts.most and pages > counts.most:
        rules.error("T102", f"{name} takes books up to {counts.most} pages; this one has {pages}", "choose a larger shape, or make two volumes")
    if pages % counts.multiple and counts.completed:
        missing = -pages % counts.multiple
        message = f"this book has {pages} pages, and {name} puts {missing} blank behind the last to make {pages + missing}"
        rules.warning("T103", message)
    elif pages % counts.multiple:
        rules.error("T103", f"{name} takes pages by {counts.multiple}; this book has {pages}", "add blank pages")
    sheets = ceil(pages / 4)
    if counts.stapled_sheets and sheets > counts.stapled_sheets and not is_glued(job.binding, rules.preset):
        message = f"{sheets} folded sheets are more than staples hold: {counts.stapled_sheets} of office paper are the most"
        rules.warning("T109", message, "sew or glue it in signatures, or glue it as single leaves")


# What was made ------------------------------------------------------------------------------------


def bleeds_of(preset: Preset, number: int, from_right: bool = False) -> Box:
    """How far a page's bleed goes left, below, right and above, by its number from 1; the first is a right page, or a left one
    of a book that is read from the right."""
    bleed, edges = preset.bleed.pages, preset.bleed.edges
    if edges == "none":
        return (0, 0, 0, 0)
    inner_left = _inner_at_left(number, from_right)
    left, right = (0 if edges == "outer" and at_left == inner_left else bleed for at_left in (True, False))
    return (left, bleed, right, bleed)


def check_file(preset: Preset, facts: Facts, report: Report, from_right: bool = False) -> None:
    """Report where a file of single pages breaks the rules of a service: those of :func:`check_choice` (T101, T102, T103, T105),
    pages of different sizes (T110), a wrong bleed (T111), text in the margins (T112, T113), and what :func:`check_cover` says of files."""
    rules = _Rules(preset, report)
    if not facts.pages:
        rules.error("T102", "the file has no pages")
        return
    first = facts.pages[0]
    _check_trim(rules, first.trim)
    _check_count(rules, len(facts.pages), PrintJob())
    if other := [number for number, page in _numbered(facts) if not _alike(page, first)]:
        rules.error("T110", f"{_pages(other)} another size than the first", "make all pages of one size")
    _check_bleeds(rules, facts, from_right)
    _check_text(rules, facts, from_right)
    _check_whole(rules, facts)


def check_cover(preset: Preset, facts: Facts, trim: Shape, spine: float, report: Report) -> None:
    """Report where a cover sheet breaks the rules of a service: its size (T125) and bleed (T111), marks (T105), fonts that are not
    in the file (T114), transparency (T115), more megabytes than it takes (T116), links and remarks (T117), colours that are
    no inks (T118) and another kind of PDF than it would rather have (T119). Where the service publishes no formula for spines
    it is said that its template decides (T126)."""
    rules = _Rules(preset, report)
    wanted = (2 * trim.width + spine, trim.height)
    if len(facts.pages) != 1:
        rules.error("T125", f"a cover is one page with back, spine and front, and this file has {len(facts.pages)}")
        return
    page = facts.pages[0]
    if any(abs(one - two) > _EXACT for one, two in zip(page.trim, wanted, strict=True)):
        rules.error("T125", f"this cover must be {_size(wanted)} when it is trimmed, and it is {_size(page.trim)}")
    bleed = preset.bleed.cover
    if not _equal(page.bleeds, (bleed,) * 4):
        rules.error("T111", f"{preset.name} takes covers with a bleed of {shown(bleed)} all around; this one has {_edges(page.bleeds)}")
    if preset.spine.tolerance:
        message = f"the spine is {shown(spine)} wide by the thickness of the paper, and {preset.name} reckons with that of its own"
        hint = f"get its cover template and compare: {shown(preset.spine.tolerance)} more or less is allowed"
        report.info("T126", message, None, hint)
    _check_whole(rules, facts)


def _numbered(facts: Facts) -> Iterator[tuple[int, PageFacts]]:
    yield from enumerate(facts.pages, 1)


def _alike(page: PageFacts, first: PageFacts) -> bool:
    return all(abs(one - two) <= _EXACT for one, two in zip((*page.trim, *page.media), (*first.trim, *first.media), strict=True))


def _check_bleeds(rules: _Rules, facts: Facts, from_right: bool) -> None:
    """Pages have the service's bleed on the edges that it says; or all of them have none, where nothing reaches the edge."""
    if not any(page.bleed > _EXACT for page in facts.pages):
        return
    preset = rules.preset
    wrong = [number for number, page in _numbered(facts) if not _equal(page.bleeds, bleeds_of(preset, number, from_right))]
    if wrong:
        edges = {"outer": "on the three outer edges", "all": "all around", "none": ""}[preset.bleed.edges]
        wanted = f"a bleed of {shown(preset.bleed.pages)} {edges}" if edges else "no bleed"
        found = _edges(facts.pages[wrong[0] - 1].bleeds)
        rules.error("T111", f"{preset.name} takes {wanted}; {_pages(wrong)} another: page {wrong[0]} has {found}")


def _check_text(rules: _Rules, facts: Facts, from_right: bool) -> None:
    preset, margins = rules.preset, rules.preset.margins
    inside = inside_margin(preset, len(facts.pages))
    outside = margins.outside_with_bleed if any(page.bleed > _EXACT for page in facts.pages) else margins.outside
    say = rules.warning if margins.advised else rules.error
    asks = "asks for" if margins.advised else "needs"
    if near := [number for number, page in _numbered(facts) if _inner(page, number, from_right) < inside - _EXACT]:
        message = f"{preset.name} {asks} {shown(inside)} between text and fold in a book of {len(facts.pages)} pages; {_pages(near)} less"
        say("T112", message, "choose a style with wider margins, or a larger shape")
    if near := [number for number, page in _numbered(facts) if _outer(page, number, from_right) < outside - _EXACT]:
        say("T113", f"{preset.name} {asks} {shown(outside)} between text and the cut edges; {_pages(near)} less", "choose a style with wider margins")


def _inner_at_left(number: int, from_right: bool) -> bool:
    return (number % 2 == 1) != from_right


def _inner(page: PageFacts, number: int, from_right: bool) -> float:
    """How far from the fold text begins."""
    if page.text_box is None:
        return float("inf")
    return page.text_box[0] if _inner_at_left(number, from_right) else page.trim[0] - page.text_box[2]


def _outer(page: PageFacts, number: int, from_right: bool) -> float:
    """How near to one of the other three edges text comes."""
    if page.text_box is None:
        return float("inf")
    left, bottom, right, top = page.text_box
    side = page.trim[0] - right if _inner_at_left(number, from_right) else left
    return min(side, bottom, page.trim[1] - top)


def _check_whole(rules: _Rules, facts: Facts) -> None:
    """What holds for a file whatever it shows."""
    rule, name = rules.preset.file, rules.preset.name
    if facts.has_marks and not rule.marks:
        rules.error("T105", f"{name} takes no files with marks or space around the bleed, and this one has them", "leave `marks` out")
    loose = not_embedded(facts.fonts)
    if loose and rule.embedded:
        rules.error("T114", f"fonts must be in the file, and {', '.join(loose[:_MOST_NAMED])} {'is' if len(loose) == 1 else 'are'} not")
    if facts.has_transparency and rule.flat:
        pages = [number for number, page in _numbered(facts) if page.see_through]
        rules.error("T115", f"{name} takes no transparency; {_pages(pages)} some", "make pictures without transparent parts")
    if rule.megabytes and facts.bytes > rule.megabytes * _MEGABYTE:
        size = f"{facts.bytes / _MEGABYTE:.0f} MB"
        rules.error("T116", f"the file has {size}, and {name} takes {rule.megabytes} MB", "use pictures with fewer dots")
    if facts.has_annotations and not rule.annotations:
        rules.error("T117", f"{name} takes no files with links, remarks or forms, and this one has some")
    coloured = [number for number, page in _numbered(facts) if "rgb" in page.inks]
    if coloured and not rule.rgb:
        rules.error("T118", f"{name} prints from black or CMYK; {_pages(coloured)} RGB", "choose `ink: black` or `ink: cmyk`")
    if rule.standards and not facts.standard.startswith(tuple(map(_family, rule.standards))):
        said = f"this file says to be {facts.standard}" if facts.standard else "this file does not say what it is"
        rules.warning("T119", f"{name} would rather have {' or '.join(map(_pdf, rule.standards))}, and {said}", "leave `pdf-standard` out")


# In words -----------------------------------------------------------------------------------------


def shown(length: float) -> str:
    """A length as both sides of the Atlantic read it."""
    return f"{length / 72:.4g} in ({Length(length).mm:.1f} mm)"


def _pdf(standard: str) -> str:
    kind, _, level = standard.partition("-")
    return f"PDF/{kind.upper()}-{level}"


def _family(standard: str) -> str:
    """What a file of a kind says to be, as far as all of that kind say the same: PDF/X-1a is called PDF/X-1 there."""
    return _pdf(standard).rstrip("abu")


def _size(size: Iterable[float]) -> str:
    return " × ".join(f"{Length(side).mm:.2f}" for side in size) + " mm"


def _edges(bleeds: Box) -> str:
    return ", ".join(f"{Length(length).mm:.1f}" for length in bleeds) + " mm (left, foot, right, head)"


def _equal(found: Box, wanted: Box) -> bool:
    return all(abs(one - two) <= _EXACT for one, two in zip(found, wanted, strict=True))


def _pages(numbers: list[int]) -> str:
    """The pages, and the verb for what they have."""
    named = ", ".join(map(str, numbers[:_MOST_NAMED]))
    if len(numbers) == 1:
        return f"page {named} has"
    more = len(numbers) - _MOST_NAMED
    return f"pages {named} and {more} more have" if more > 0 else f"pages {named} have"
