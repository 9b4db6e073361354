"""Print services: their figures, what they refuse before anything is made, and what of the finished file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publish.diagnostics import Report, Severity
from publish.measures.print_job import PRESETS, PrintJob
from publish.measures.shapes import Length, shape
from publish.pdf.facts import Facts, FontFacts, PageFacts
from publish.prepress.services.presets import inside_margin, preset
from publish.prepress.services.requirements import bleeds_of, check_choice, check_cover, check_file

KDP, INGRAM, LULU, HOME = map(preset, ("kdp", "ingramspark", "lulu", "home"))
TRADE = shape("trade")
INCH = 72


def said(check, *arguments, **more) -> list[str]:
    report = Report()
    check(*arguments, report, **more)
    return [f"{found.code} {found.severity.value}: {found.message}" for found in report.diagnostics]


def chosen(service, trim="trade", pages=200, **job) -> list[str]:
    return said(check_choice, service, shape(trim), pages, PrintJob(**job))


# Figures ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_that_can_be_asked_for_is_dated_and_says_where_its_figures_are_from(name):
    found = preset(name)
    assert found.key == name and found.name and found.checked.year >= 2026
    assert found.sources and (name == "home" or all("https://" in source for source in found.sources))
    assert found.checked.isoformat() in found.source


def test_there_is_no_preset_of_another_name():
    with pytest.raises(KeyError):
        preset("vanity")


@pytest.mark.parametrize(("service", "pages", "inches"), [
    (KDP, 24, 0.375), (KDP, 150, 0.375), (KDP, 151, 0.5), (KDP, 300, 0.5), (KDP, 301, 0.625), (KDP, 500, 0.625),
    (KDP, 501, 0.75), (KDP, 700, 0.75), (KDP, 701, 0.875), (KDP, 828, 0.875), (KDP, 2000, 0.875),
    (INGRAM, 18, 0.5), (INGRAM, 1200, 0.5), (LULU, 60, 0.7), (HOME, 60, 0),
])  # fmt: skip
def test_the_inside_margin_grows_with_the_book(service, pages, inches):
    assert inside_margin(service, pages) / INCH == pytest.approx(inches)


def test_the_bar_code_has_an_area_of_its_own_where_the_service_prints_it():
    area = KDP.barcode
    assert (area.width / INCH, area.height / INCH, area.from_edges / INCH) == pytest.approx((2, 1.2, 0.25))
    assert INGRAM.barcode is LULU.barcode is HOME.barcode is None


@pytest.mark.parametrize(("service", "number", "from_right", "inches"), [
    (KDP, 1, False, (0, 0.125, 0.125, 0.125)), (KDP, 2, False, (0.125, 0.125, 0, 0.125)),
    (KDP, 1, True, (0.125, 0.125, 0, 0.125)), (INGRAM, 3, False, (0, 0.125, 0.125, 0.125)),
    (LULU, 1, False, (0.125,) * 4), (HOME, 1, False, (0,) * 4),
])  # fmt: skip
def test_bleed_goes_beyond_the_edges_that_the_service_says(service, number, from_right, inches):
    assert [length / INCH for length in bleeds_of(service, number, from_right)] == pytest.approx(list(inches))


# What was chosen ----------------------------------------------------------------------------------


@pytest.mark.parametrize("service", [KDP, INGRAM, LULU, HOME])
def test_an_ordinary_book_is_taken_by_all(service):
    assert chosen(service, pages=64) == []
    assert chosen(service, "a5", pages=64) == []
    assert chosen(service, pages=0) == []


@pytest.mark.parametrize(("service", "given", "finding"), [
    (INGRAM, {"pages": 12}, "T102 error: IngramSpark takes books from 18 pages on; this one has 12"),
    (KDP, {"pages": 22}, "T102 error: Amazon KDP takes books from 24 pages on; this one has 22"),
    (KDP, {"pages": 830}, "T102 error: Amazon KDP takes books up to 828 pages; this one has 830"),
    (LULU, {"pages": 30}, "T102 error: Lulu takes books from 32 pages on; this one has 30"),
    (LULU, {"pages": 802}, "T102 error: Lulu takes books up to 800 pages; this one has 802"),
    (INGRAM, {"pages": 1202}, "T102 error: IngramSpark takes books up to 1200 pages; this one has 1202"),
    (KDP, {"pages": 101}, "T103 warning: this book has 101 pages, and Amazon KDP puts 1 blank behind the last to make 102"),
    (KDP, {"trim": "a3"}, "T101 error: Amazon KDP makes books from 4 × 6 to 8.5 × 11.69 in, and this one has 11.69 in (297.0 mm) × 16.54 in (420.0 mm)"),
    (KDP, {"trim": "dl"}, "T101 error: Amazon KDP makes books from 4 × 6 to 8.5 × 11.69 in, and this one has 3.898 in (99.0 mm) × 8.268 in (210.0 mm)"),
    (LULU, {"trim": "b5"}, "T101 error: Lulu makes no books of 6.929 in (176.0 mm) × 9.843 in (250.0 mm)"),
    (KDP, {"bleed": Length("3mm")}, "T104 error: Amazon KDP takes a bleed of 0.125 in (3.2 mm), and 0.1181 in (3.0 mm) is asked for"),
    (INGRAM, {"marks": ("crop", "slug")}, "T105 error: IngramSpark takes no files with marks, and crop, slug are asked for"),
    (INGRAM, {"pdf_standard": "x-4"}, "T106 warning: IngramSpark would rather have PDF/X-1a or PDF/X-3 than PDF/X-4"),
    (KDP, {"binding": "stapled"}, "T107 error: for Amazon KDP books are glued here, not stapled"),
    (LULU, {"ink": "spot"}, "T108 error: Lulu prints in black or cmyk, not in `spot`"),
    (HOME, {"pages": 84}, "T109 warning: 21 folded sheets are more than staples hold: 20 of office paper are the most"),
])  # fmt: skip
def test_a_wrong_choice_is_refused_with_the_rule(service, given, finding):
    assert chosen(service, **given) == [finding]


@pytest.mark.parametrize(("service", "given"), [
    (KDP, {"bleed": Length("0.125in"), "marks": (), "pdf_standard": "x-1a", "binding": "glued", "ink": "cmyk"}),
    (INGRAM, {"pdf_standard": "x-1a"}), (INGRAM, {"pages": 18}), (KDP, {"pages": 24}), (KDP, {"pages": 828}), (LULU, {"pages": 33}),
    (LULU, {"trim": "8.5in x 8.5in"}), (HOME, {"pages": 80, "marks": ("crop",)}), (HOME, {"pages": 200, "binding": "glued"}),
])  # fmt: skip
def test_what_keeps_the_rules_is_taken(service, given):
    assert chosen(service, **given) == []


def test_a_refusal_says_where_its_rule_stands_and_what_to_do():
    report = Report()
    check_choice(INGRAM, TRADE, 12, PrintJob(), report)
    hint = report.diagnostics[0].hint
    assert "staple it, or make it longer" in hint
    assert "File Creation Guide, https://www.ingramspark.com/" in hint and INGRAM.checked.isoformat() in hint


def test_the_nearest_size_is_named():
    report = Report()
    check_choice(LULU, shape("b5"), 100, PrintJob(), report)
    assert "`shape: 7in x 10in`" in report.diagnostics[0].hint


# What was made ------------------------------------------------------------------------------------


def page(number: int, service, bleeding: bool = True, **changed) -> PageFacts:
    """A page that keeps the rules of a service, with some of its facts changed."""
    left, bottom, right, top = bleeds = bleeds_of(service, number) if bleeding else (0.0,) * 4
    facts = PageFacts(
        trim=(TRADE.width, TRADE.height), media=(TRADE.width + left + right, TRADE.height + bottom + top), bleed=max(bleeds), bleeds=bleeds,
        inks=frozenset(("black",)), text_box=(72, 72, TRADE.width - 72, TRADE.height - 72), pictures=(), see_through=False, has_marks=False,
    )  # fmt: skip
    return replace(facts, **changed)


def file(service, count: int = 40, bleeding: bool = True, pages: dict[int, dict] | None = None, **changed) -> Facts:
    made = tuple(page(number, service, bleeding, **(pages or {}).get(number, {})) for number in range(1, count + 1))
    facts = Facts(made, 1_000_000, (FontFacts("ABCDEF+Garamond", True),), False, False, False, "1.4", "PDF/X-1:2001")
    return replace(facts, **changed)


@pytest.mark.parametrize("service", [KDP, INGRAM, LULU, HOME])
@pytest.mark.parametrize("bleed", [True, False])
def test_a_file_that_keeps_all_rules_passes(service, bleed):
    assert said(check_file, service, file(service, bleeding=bleed)) == []


WIDE = (TRADE.width + 10, TRADE.height)


@pytest.mark.parametrize(("service", "facts", "codes"), [
    (KDP, file(KDP, 0), ["T102"]),
    (KDP, file(KDP, 20), ["T102"]),
    (KDP, file(KDP, 41), ["T103"]),
    (KDP, file(KDP, pages={3: {"trim": WIDE}}), ["T110"]),
    (LULU, file(LULU, pages={n: {"trim": WIDE} for n in range(1, 41)}), ["T101"]),
    (KDP, file(KDP, pages={4: {"bleeds": (9, 9, 9, 9)}}), ["T111"]),
    (LULU, file(LULU, pages={4: {"bleeds": (9, 9, 0, 9)}}), ["T111"]),
    (HOME, file(HOME, pages={4: {"bleeds": (9, 9, 9, 9), "bleed": 9}}), ["T111"]),
    (KDP, file(KDP, pages={3: {"text_box": (26, 72, 300, 500)}}), ["T112"]),
    (KDP, file(KDP, pages={4: {"text_box": (72, 72, TRADE.width - 26, 500)}}), ["T112"]),
    (KDP, file(KDP, pages={4: {"text_box": (26, 72, 300, 500)}}), ["T113"]),
    (KDP, file(KDP, pages={3: {"text_box": (72, 26, 300, 500)}}), ["T113"]),
    (KDP, file(KDP, pages={3: {"text_box": (72, 72, 300, TRADE.height - 26)}}), ["T113"]),
    (LULU, file(LULU, pages={3: {"text_box": (40, 30, 300, 500)}}), ["T112", "T113"]),
    (KDP, file(KDP, fonts=(FontFacts("Helvetica", False),)), ["T114"]),
    (INGRAM, file(INGRAM, has_transparency=True, pages={7: {"see_through": True}}), ["T115"]),
    (KDP, file(KDP, bytes=651_000_000), ["T116"]),
    (KDP, file(KDP, has_annotations=True), ["T117"]),
    (INGRAM, file(INGRAM, pages={7: {"inks": frozenset(("rgb",))}}), ["T118"]),
    (INGRAM, file(INGRAM, standard="PDF/X-4"), ["T119"]),
    (INGRAM, file(INGRAM, standard=""), ["T119"]),
    (LULU, file(LULU, has_marks=True), ["T105"]),
])  # fmt: skip
def test_each_rule_is_checked_on_the_finished_file(service, facts, codes):
    assert [one.split()[0] for one in said(check_file, service, facts)] == codes


def test_the_other_services_do_not_mind():
    assert said(check_file, KDP, file(KDP, standard="", pages={7: {"inks": frozenset(("rgb",))}})) == []
    assert said(check_file, LULU, file(LULU, bytes=651_000_000, has_annotations=True)) == []
    assert said(check_file, HOME, file(HOME, has_marks=True, fonts=(FontFacts("Helvetica", False),), has_transparency=True)) == []


def test_without_bleed_text_may_come_nearer_to_the_edge():
    near = {3: {"text_box": (72, 20, 300, 500)}}
    assert said(check_file, KDP, file(KDP, bleeding=False, pages=near)) == []
    assert [one.split()[0] for one in said(check_file, KDP, file(KDP, pages=near))] == ["T113"]


def test_in_a_book_that_is_read_from_the_right_the_fold_is_on_the_other_side():
    mirrored = {number: {"bleeds": bleeds_of(KDP, number, True)} for number in range(1, 41)}
    facts = file(KDP, pages=mirrored)
    assert said(check_file, KDP, facts, from_right=True) == []
    assert [one.split()[0] for one in said(check_file, KDP, facts)] == ["T111"]


def test_a_margin_that_is_only_advised_is_no_error():
    report = Report()
    check_file(LULU, file(LULU, pages={n: {"text_box": (40, 72, 300, 500)} for n in (3, 5)}), report)
    assert [found.severity for found in report.diagnostics] == [Severity.WARNING]
    assert report.diagnostics[0].message == ("Lulu asks for 0.7 in (17.8 mm) between text and fold in a book of 40 pages; pages 3, 5 have less")


def test_of_many_pages_only_the_first_are_named():
    found = said(check_file, KDP, file(KDP, pages={n: {"text_box": (9, 72, 300, 500)} for n in range(1, 40, 2)}))
    assert found == [
        "T112 error: Amazon KDP needs 0.375 in (9.5 mm) between text and fold in a book of 40 pages; "
        "pages 1, 3, 5, 7, 9, 11 and 14 more have less"
    ]  # fmt: skip


# Covers -------------------------------------------------------------------------------------------


def cover(spine: float, bleed: float = 9, **changed) -> Facts:
    trim = (2 * TRADE.width + spine, TRADE.height)
    one = replace(page(1, KDP), trim=trim, media=(trim[0] + 2 * bleed, trim[1] + 2 * bleed), bleed=bleed, bleeds=(bleed,) * 4)
    return replace(file(KDP, 0), pages=(replace(one, **changed),))


def test_a_cover_of_the_right_size_passes():
    assert said(check_cover, KDP, cover(30), TRADE, 30) == []
    assert said(check_cover, HOME, cover(30, bleed=0), TRADE, 30) == []


@pytest.mark.parametrize(("facts", "code"), [
    (cover(30, trim=(2 * TRADE.width + 29.9, TRADE.height)), "T125"), (cover(30, bleed=8), "T111"), (file(KDP, 2), "T125"), (file(KDP, 0), "T125"),
    (replace(cover(30), has_marks=True), "T105"), (replace(cover(30), has_transparency=True), "T115"),
])  # fmt: skip
def test_a_cover_that_breaks_a_rule_is_reported(facts, code):
    assert [one.split()[0] for one in said(check_cover, KDP, facts, TRADE, 30)] == [code]


def test_where_the_service_has_a_template_of_its_own_it_is_said():
    assert said(check_cover, INGRAM, cover(36), TRADE, 36) == [
        "T126 info: the spine is 0.5 in (12.7 mm) wide by the thickness of the paper, and IngramSpark reckons with that of its own"
    ]
