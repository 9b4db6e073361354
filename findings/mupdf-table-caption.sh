#!/usr/bin/env bash
# PyMuPDF 2.0 (MuPDF 1.28.5): the caption of a table is set below the table.
#
# Expected: <caption>, the table's first child, stands above the table: CSS has caption-side: top from
#   the start, and EPUB readers follow it.
# Seen: it stands below the last row, also where the style sheet says caption-side: top.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
# PyMuPDF asks for much that e-books do not need.
"$work/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps pymupdf==2.0

"$work/venv/bin/python" - <<'PY'
import sys

import pymupdf

TABLE = "<p>Before</p><table><caption>Caption</caption><tr><td>Cell</td></tr></table><p>After</p>"


def order(css):
    """The words of the page from its head to its foot."""
    page = f"<html><head><title>Table</title><style>{css}</style></head><body>{TABLE}</body></html>"
    with pymupdf.open(stream=page.encode(), filetype="xhtml") as document:
        return [word[4] for word in sorted(document[0].get_text("words"), key=lambda word: word[1])]


print("PyMuPDF", pymupdf.pymupdf_version, "MuPDF", pymupdf.mupdf_version)
seen = [order(""), order("caption { caption-side: top }")]
print("expected:", ["Before", "Caption", "Cell", "After"])
print("seen:    ", *seen)
sys.exit(0 if seen == [["Before", "Cell", "Caption", "After"]] * 2 else 1)
PY
