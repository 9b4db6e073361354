#!/usr/bin/env bash
# WeasyPrint 70.0 with any monospaced font: tab stops and spaces drift apart.
#
# Expected: with tab-size: 8 one tab at the start of a line is as wide as eight spaces, so code that is
#   indented by both stands in one column.
# Seen: tab stops lie on whole pixels. At 9 pt six tabs end more than a character beyond 48 spaces.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --prefix "$work" dejavu-fonts-ttf@2.37.3 >/dev/null
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check weasyprint==70.0 pypdfium2==5.15.2

cd "$work"
venv/bin/python - <<'PY'
import sys

import pypdfium2
import weasyprint

FONT = "node_modules/dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf"
CSS = f"@font-face {{ font-family: code; src: url({FONT}) }} pre {{ font: 9pt code; tab-size: 8; margin: 0 }}"
PAGE = f"<style>{CSS}</style><pre>" + "\t" * 6 + "A\n" + " " * 48 + "B</pre>"


def left_edges(pdf, letters):
    """Where letters begin, in points."""
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    whole = text.get_text_range()
    return [text.get_charbox(whole.index(letter), loose=True)[0] for letter in letters]


tabs, spaces = left_edges(weasyprint.HTML(string=PAGE, base_url=".").write_pdf(), "AB")
print("WeasyPrint", weasyprint.__version__, "pypdfium2", pypdfium2.version.PYPDFIUM_INFO)
print(f"expected: both at {spaces:.1f} pt")
print(f"seen:     {tabs:.1f} pt after tabs, {spaces:.1f} pt after spaces; a character is 5.4 pt wide")
sys.exit(0 if tabs - spaces > 5.4 else 1)
PY
