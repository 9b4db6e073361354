"""The page in headless Chromium: what is seen, chosen, reached by keyboard and printed."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from publish.diagnostics import Diagnostic, Severity
from publish.model.place import Place
from publish.reports import html_report
from tests.reports.browser import Browser, browser
from tests.reports.material import FINDINGS, PAGES, RULES, SOURCES, TEXT
from tests.writers.pdfs import Pdf

_LONG = Diagnostic("M903", Severity.WARNING, f"`{'unbroken' * 40}` has no end", Place(f"{'folder' * 20}/{TEXT}", 1))
_SHOWN = "[...document.querySelectorAll('.finding')].filter(one => one.checkVisibility()).map(one => one.querySelector('.code').innerText)"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    black = io.BytesIO()
    Image.new("L", (40, 60), 0).save(black, "PNG")
    sources = {**SOURCES, _LONG.place.file: "x" * 3000}
    html = html_report((*FINDINGS, _LONG), RULES, sources, {(PAGES, 2): black.getvalue()}, "The Last Ferry", "en")
    path.write_text(html, "utf-8")
    return path


def test_the_browser_fetches_nothing(chromium: Browser, file: Path) -> None:
    chromium.open(file)
    assert chromium.run("performance.getEntriesByType('resource').filter(one => !one.name.startsWith('data:')).length") == 0
    assert chromium.run("document.compatMode") == "CSS1Compat"


@pytest.mark.parametrize("width", [320, 390, 768, 1200, 1920])
def test_nothing_is_wider_than_the_window(chromium: Browser, file: Path, width: int) -> None:
    chromium.open(file, width)
    assert chromium.run("document.documentElement.scrollWidth") <= width


def test_words_stand_beside_the_finding_on_a_desk_and_below_it_on_a_phone(chromium: Browser, file: Path) -> None:
    boxes = """['.said', '.excerpt'].map(name => {
        const box = document.querySelector('.finding:has(.excerpt)').querySelector(name).getBoundingClientRect();
        return [box.left, box.right, box.top, box.bottom]})"""
    chromium.open(file, 1200)
    said, excerpt = chromium.run(boxes)
    assert excerpt[0] > said[1]
    chromium.open(file, 390)
    said, excerpt = chromium.run(boxes)
    assert excerpt[2] > said[3]


def test_boxes_choose_what_is_shown(chromium: Browser, file: Path) -> None:
    chromium.open(file)
    everything = ["P901", "M903", "C901", "M901", "M902", "C902"]
    assert sorted(chromium.run(_SHOWN)) == sorted(everything)
    chromium.run("document.querySelector('#show-warning').click()")
    assert sorted(chromium.run(_SHOWN)) == ["C901", "M902", "P901"]
    chromium.run("document.querySelector('#show-info').click()")
    assert sorted(chromium.run(_SHOWN)) == ["C901", "P901"]
    chromium.run("document.querySelector('#show-warning').click()")
    assert sorted(chromium.run(_SHOWN)) == ["C901", "C902", "M901", "M903", "P901"]


def test_the_keyboard_skips_to_the_findings_and_its_place_is_seen(chromium: Browser, file: Path) -> None:
    chromium.open(file)
    chromium.press("Tab")
    assert chromium.run("document.activeElement.className") == "skip"
    assert chromium.run("document.activeElement.getBoundingClientRect().top") > 0
    chromium.press("Enter")
    assert chromium.run("location.hash") == "#findings"
    chromium.open(file)
    chromium.press("Tab")
    chromium.press("Tab")
    assert chromium.run("document.activeElement.id") == "show-error"
    assert chromium.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    chromium.press("Space")
    assert "P901" not in chromium.run(_SHOWN)


@pytest.mark.parametrize("dark", [False, True])
def test_a_page_is_drawn_beside_its_finding_and_again_larger(chromium: Browser, file: Path, dark: bool) -> None:
    chromium.open(file, dark=dark)
    where = "(one => { const box = one.getBoundingClientRect(); return [box.left + box.width / 2, box.top + scrollY + box.height / 2, box.width] })"
    small = chromium.run(f"{where}(document.querySelector('.pages svg'))")
    large = chromium.run(f"{where}(document.querySelector('.sheets svg'))")
    picture = Image.open(io.BytesIO(chromium.picture())).convert("L")
    assert [picture.getpixel((int(x), int(y))) for x, y, _ in (small, large)] == [0, 0]
    assert large[2] > 1.3 * small[2]


def test_by_night_the_page_is_dark(chromium: Browser, file: Path) -> None:
    corners = []
    for dark in (False, True):
        chromium.open(file, dark=dark)
        corners.append(Image.open(io.BytesIO(chromium.picture(whole=False))).convert("L").getpixel((2, 2)))
    assert corners[0] > 230 and corners[1] < 30


def test_print_has_all_findings_without_the_boxes(chromium: Browser, file: Path) -> None:
    chromium.open(file)
    text = " ".join(Pdf(chromium.printed()).texts)
    assert all(code in text for code in ("P901", "C901", "M901", "M902", "C902"))
    assert "2 errors, 3 warnings and 1 remark" in text
    assert "Skip to" not in text
    assert "Show" not in text
