#!/usr/bin/env bash
# WeasyPrint 70.0: a table's head vanishes where one row is taller than the page.
#
# Expected: with tr { break-inside: avoid } the head stands on every page of the table, as without it:
#   a row that fits on no page is broken all the same.
# Seen: no head while the rest of the row is taller than the page, not even where the table begins; nothing
#   is said.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check weasyprint==70.0 pypdf==7.1.1

"$work/venv/bin/python" - <<'PY'
import io
import sys

import pypdf
import weasyprint

ROW = "<br>".join(f"line {number}" for number in range(100))
TABLE = f"<table><thead><tr><th>HEAD<tbody><tr><td>{ROW}<tr><td>last row</table>"


def heads(css):
    """How often the head stands on each page."""
    pdf = weasyprint.HTML(string=f"<style>@page {{ size: A5 }} {css}</style>{TABLE}").write_pdf()
    return [page.extract_text().count("HEAD") for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


print("WeasyPrint", weasyprint.__version__)
broken, avoided = heads(""), heads("tr { break-inside: avoid }")
print("expected, a head a page:", broken)
print("seen:                   ", avoided)
sys.exit(0 if set(broken) == {1} and avoided[0] == 0 else 1)
PY
