"""Bullets that are no Markdown: those of word processors."""

import pytest

from publish.diagnostics import Report
from publish.model.nodes import List
from publish.model.walk import plain_text
from publish.readers import Source, read


@pytest.mark.parametrize("suffix", [".md", ".txt"])
@pytest.mark.parametrize("sign", ["\uf0b7", "\uf0a7", "\uf0fc", "\uf0d8"])
def test_bullets_out_of_symbol_fonts_are_bullets(suffix: str, sign: str) -> None:
    report = Report()
    text = f"We want:\n\n{sign} lamps\n\n{sign}\tbenches\n\n• shade\n"
    _, found = read(Source(f"a{suffix}", suffix, text), report).blocks
    assert isinstance(found, List) and [plain_text(item) for item in found.items] == ["lamps", "benches", "shade"]
    assert [one.message for one in report.diagnostics if one.code == "M130"] == ["3 lines or paragraphs that begin with “•” became a list"]
