"""The page: sound, safe, and fit for everyone; looked at as XML here, and in a browser in ``test_html_in_browser``."""

import re
import time
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from publish.diagnostics import Diagnostic, Severity
from publish.measures.contrast import contrast
from publish.model.place import Place
from publish.reports import html_report, wanted_pages
from publish.reports.html_report import MOST_SHOWN
from publish.styles import find_style
from tests.reports.material import COARSE, FINDINGS, PAGES, RULES, SOURCES, SPACED, TEXT, png

_SVG = "{http://www.w3.org/2000/svg}"
_PICTURES = {(PAGES, 2): png()}


def page(*findings: Diagnostic, pictures=_PICTURES, sources=SOURCES, title: str = "The Last Ferry", files=()) -> Element:
    return ElementTree.fromstring(html_report(findings, RULES, sources, pictures, title, "en-GB", files))


def words(element: Element | None) -> str:
    assert element is not None
    return " ".join("".join(element.itertext()).split())


def having(root: Element, name: str) -> list[Element]:
    """The elements of a class."""
    return [one for one in root.iter() if name in one.get("class", "").split()]


def about_pages(message: str) -> list[str]:
    pictures = {(PAGES, number): png() for number in range(1, 10)}
    root = page(Diagnostic("P1", Severity.INFO, message, Place(PAGES)), pictures=pictures)
    return [words(one) for one in root.iter("figcaption")]


def test_each_finding_stands_beside_its_words_with_its_rule() -> None:
    (finding,) = having(page(SPACED), "finding")
    assert words(finding.find(".//h3")) == "A space before the comma of “six ,”"
    assert words(having(finding, "what")[0]) == "Warning M901 line 3"
    assert words(having(finding, "hint")[0]) == "Take it out"
    assert words(having(finding, "about")[0]) == "line 3 The ferry leaves at six , and nobody waits for it."
    assert [words(one) for one in finding.iter("mark")] == ["six ,"]
    assert words(finding.find(".//details")) == (
        "M901: space before a mark Finds space before a mark. "
        "Why it matters Readers stumble over space before a mark. How to mend it Mend the space before a mark."
    )


def test_the_top_says_how_much_was_found_and_the_contents_in_which_files() -> None:
    root = page(*FINDINGS, files=(TEXT, PAGES, "sound.md"))
    assert words(having(root, "summary")[0]) == "2 errors, 2 warnings and 1 remark in 2 of 3 files."
    assert [words(one) for one in root.findall(".//nav/ol/li")] == [
        f"{PAGES} 1 error", f"{TEXT} 1 error, 1 warning, 1 remark", "About the whole 1 warning",
    ]  # fmt: skip
    assert words(having(root, "sound-files")[0]) == "Nothing found in 1 more sound.md"
    assert [words(one) for one in root.iter("label")] == ["2 errors", "2 warnings", "1 remark"]


def test_where_nothing_was_found_the_page_says_so() -> None:
    root = page(files=("a.md", "b.md"))
    assert words(having(root, "summary")[0]) == "Nothing found in 2 files."
    assert words(root.find(".//main")) == "There is nothing to mend here. a.md b.md"
    assert list(root.iter("input")) == []


def test_a_page_that_is_named_is_shown_and_kept_once() -> None:
    again = Diagnostic("P902", Severity.INFO, "page 2 is nearly blank", Place(PAGES))
    root = page(COARSE, again)
    (picture,) = root.iter(f"{_SVG}image")
    assert picture.get("href", "").startswith("data:image/png;base64,")
    assert [use.get("href") for use in root.iter(f"{_SVG}use")] == [f"#{picture.get('id')}"] * 2
    assert [words(one) for one in having(root, "pages")] == ["Page 2", "Page 2"]


@pytest.mark.parametrize(
    ("message", "pages"),
    [
        ("page 3 is blank", [3]),
        ("too pale on pages 3, 5 and 7", [3, 5, 7]),
        ("too pale on pages 3–4 and 8", [3, 4, 8]),
        ("this homepage 4 has pages", []),
        ("pages 7 and 7", [7]),
        ("page 99999 and pages 8–99999", [8, 9]),
    ],
)
def test_messages_name_pages(message: str, pages: list[int]) -> None:
    captions = about_pages(message)
    assert captions == [f"Page {number} of {PAGES}Back to what was found on page {number}" for number in pages]


def test_of_many_pages_three_stand_beside_the_finding() -> None:
    pictures = {(PAGES, number): png() for number in range(1, 6)}
    found = Diagnostic("P1", Severity.INFO, "see pages 1, 2, 3, 4 and 5", Place(PAGES))
    root = page(found, pictures=pictures)
    assert words(having(root, "pages")[0]) == "Page 1 Page 2 Page 3 and 2 more"
    assert len(list(root.iter(f"{_SVG}image"))) == 3


def test_it_can_be_asked_of_which_pages_pictures_are_wanted() -> None:
    found = Diagnostic("P1", Severity.INFO, "see pages 1, 2, 3, 4 and 5", Place(PAGES))
    assert wanted_pages((found, SPACED, COARSE, COARSE)) == [(PAGES, page) for page in (2, 1, 3)]
    many = [Diagnostic("P2", Severity.INFO, f"page {number} is blank", Place(PAGES)) for number in range(1, 200)]
    assert len(wanted_pages(many)) == MOST_SHOWN


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", b"<svg onload='x()'/>", png()[:16] + bytes(8), b"\x89PNG" * 20])
def test_what_is_no_picture_is_not_shown(data: bytes) -> None:
    root = page(COARSE, pictures={(PAGES, 2): data})
    assert list(root.iter(f"{_SVG}image")) == []
    assert words(root.find(".//h3")) == "The picture on page 2 has 90 dots per inch"


def test_of_one_rule_in_a_file_the_first_fifty_are_shown() -> None:
    many = [Diagnostic("M901", Severity.WARNING, "x", Place(TEXT, line)) for line in range(1, 1211)]
    other = [Diagnostic("M902", Severity.INFO, "y", Place(TEXT, line)) for line in range(1, MOST_SHOWN + 1)]
    root = page(*many, *other)
    assert len(having(root, "finding")) == 2 * MOST_SHOWN
    assert [words(one) for one in having(root, "unshown")] == ["… and 1,160 more of M901, space before a mark. Of each rule the first 50 in a file are shown."]


def test_thousands_of_findings_in_a_long_text_are_told_in_a_moment() -> None:
    text = "It leaves at six , they say, and the the ferry is full.\n\n" * 90_000
    assert len(text) > 5_000_000
    many = [Diagnostic(f"M{901 + line % 7}", Severity.WARNING, "“six ,” and “the the”", Place(TEXT, line)) for line in range(1, 10_001, 2)]
    begun = time.process_time()
    html = html_report(many, RULES, {TEXT: text}, {}, "Long", "en")
    assert time.process_time() - begun < 3
    assert len(html) < 2_000_000


# For everyone -------------------------------------------------------------------------------------


def test_headings_go_down_one_step_at_a_time() -> None:
    levels = [int(one.tag[1]) for one in page(*FINDINGS).iter() if re.fullmatch("h[1-6]", str(one.tag))]
    assert levels[0] == 1 and levels.count(1) == 1 and 3 in levels
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_every_link_leads_somewhere_and_every_id_is_there_once() -> None:
    root = page(*FINDINGS)
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    links = [one.get("href", "") for one in root.iter() if one.tag in ("a", f"{_SVG}use")]
    labels = [one.get("aria-labelledby") for one in root.iter() if one.get("aria-labelledby")]
    assert len(links) > 6 and len(labels) > 6
    assert len(ids) == len(set(ids))
    assert [link for link in links if link.removeprefix("#") not in ids] == []
    assert [label for label in labels if label not in ids] == []


def test_all_of_it_stands_in_landmarks_and_can_be_skipped_to() -> None:
    body = page(*FINDINGS).find("body")
    assert body is not None
    assert [one.tag for one in body] == ["a", "header", "div"]
    assert body[0].get("href") == "#findings"
    assert [(one.tag, one.get("id")) for one in body[2]] == [("aside", None), ("main", "findings")]
    assert body[2][0].get("aria-label")


def test_pictures_and_boxes_have_names() -> None:
    root = page(*FINDINGS)
    drawings = list(root.iter(f"{_SVG}svg"))
    assert [one.get("aria-label") for one in drawings if one.get("role") == "img"] == [f"Page 2 of {PAGES}"]
    assert all(one.get("aria-hidden") == "true" for one in drawings if one.get("role") != "img")
    assert len(list(root.iter("input"))) == sum(1 for label in root.iter("label") for _ in label.iter("input")) == 3
    assert words(root.find(".//legend"))


def test_languages_are_told_apart() -> None:
    root = page(*FINDINGS)
    assert root.get("lang") == "en"
    spoken = [one for one in root.iter() if one.get("lang") == "en-GB"]
    assert {one.tag for one in spoken} == {"h1", "blockquote", "bdi"}
    assert [words(one) for one in root.iter("bdi")] == ["six ,", "the the"]


@pytest.mark.parametrize("night", [False, True])
def test_colours_can_be_told_apart_by_day_and_by_night(night: bool) -> None:
    css = find_style("base", Path(__file__).parent).css("report")
    by_day, by_night = re.findall(r":root \{(.*?)\}", css, re.DOTALL)[:2]
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", by_night if night else by_day))
    for ink in ("ink", "soft", "error", "warning", "info", "detail"):
        assert contrast(colours[ink], colours["paper"]) >= 4.5, ink
        assert contrast(colours[ink], colours["sheet"]) >= 4.5, ink
    assert contrast(colours["ink"], colours["mark"]) >= 7
    assert contrast(colours["on-error"], colours["error"]) >= 4.5
    assert contrast(colours["ink"], colours["line"]) >= 4.5


# Safety -------------------------------------------------------------------------------------------


def test_nothing_is_fetched_and_nothing_runs() -> None:
    html = html_report(FINDINGS, RULES, SOURCES, _PICTURES, "T", "en")
    assert "default-src 'none'; img-src data:; style-src 'unsafe-inline'" in html
    assert re.findall(r"<script|\son\w+=|@import|url\(", html) == []
    assert set(re.findall(r"\w+://[^\s\"]+", html)) == {"http://www.w3.org/2000/svg"}


def test_marks_in_what_was_found_are_words_and_no_marks() -> None:
    evil = "</style><script>alert(1)</script>]]><img src=x onerror=alert(1)>\"'&amp;"
    found = Diagnostic("M901", Severity.INFO, f"“{evil}” `{evil}`", Place(evil, 1), evil)
    root = page(found, sources={evil: evil}, title=evil)
    assert {one.tag for one in root.iter()} & {"script", "img"} == set()
    assert words(root.find(".//h1")) == evil
    assert [words(one) for one in root.iter("mark")] == [evil]


_strange = some.text(some.characters(exclude_categories=()), min_size=1, max_size=40)


@settings(deadline=None, max_examples=60)
@given(_strange, _strange, _strange, some.integers(0, 3))
def test_whatever_the_letters_the_page_is_sound(message: str, text: str, name: str, line: int) -> None:
    found = Diagnostic("M901", Severity.ERROR, message, Place(name, line), text)
    html = html_report([found], RULES, {name: text}, _PICTURES, text, "en")
    root = ElementTree.fromstring(html.encode())
    assert len(having(root, "finding")) == 1
    if message.isprintable() and "`" not in message:
        assert words(root.find(".//h3")) == " ".join((message[:1].upper() + message[1:]).split())


def test_the_same_findings_in_any_order_make_the_same_page() -> None:
    one = html_report(FINDINGS, RULES, SOURCES, _PICTURES, "T", "en", ("a", "b"))
    assert one == html_report(FINDINGS[::-1] * 2, RULES, SOURCES, _PICTURES, "T", "en", {"b": 1, "a": 1})
