"""The page as axe-core sees it, which looks for what keeps people out."""

import os
import shutil
from pathlib import Path

import pytest

from publish.reports import html_report
from tests import ace
from tests.reports.browser import browser
from tests.reports.material import FINDINGS, PAGES, RULES, SOURCES, png

_SIGHTS = ((390, False), (1200, False), (1200, True))
_LOOK = "axe.run().then(told => [told.passes.length, told.violations.map(one => [one.id, one.nodes.map(node => node.html)])])"


@pytest.fixture(scope="module")
def axe() -> str:
    """The script of axe-core, which comes with Ace; where CI lacks it, CI is broken."""
    if problem := ace.missing():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(problem)
    with ace.on_path():
        program = shutil.which("ace-puppeteer")
    assert program is not None
    return (Path(program).parent.parent / "@daisy" / "axe-core-for-ace" / "axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("findings", [FINDINGS, ()], ids=["findings", "nothing"])
def test_axe_finds_no_barrier_by_day_by_night_and_on_a_phone(axe: str, tmp_path: Path, findings: tuple) -> None:
    file = tmp_path / "report.html"
    file.write_text(html_report(findings, RULES, SOURCES, {(PAGES, 2): png()}, "The Last Ferry", "en", ("sound.md",)), "utf-8")
    with browser() as chromium:
        for width, dark in _SIGHTS:
            chromium.open(file, width, dark)
            chromium.run("document.querySelectorAll('details').forEach(one => one.open = true)")
            chromium.run(f"{axe}; 0")
            passed, barriers = chromium.run(_LOOK)
            assert barriers == [], (width, dark)
            assert passed > 20
