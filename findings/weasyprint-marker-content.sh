#!/usr/bin/env bash
# WeasyPrint 70.0: content of ::marker ends in a TypeError.
#
# Expected: li::marker { content: "(a) " } prints "(a) " before each item, as the same words given by
#   list-style-type do.
# Seen: "TypeError: min-content width for TextBox not handled yet" and no PDF. Markers with
#   list-style-position: inside are printed.
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


def printed(css):
    try:
        pdf = weasyprint.HTML(string=f"<style>{css}</style><ul><li>One</ul>").write_pdf()
    except TypeError as error:
        return f"TypeError: {error}"
    return pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


print("WeasyPrint", weasyprint.__version__)
by_type = printed('ul { list-style-type: "(a) " }')
inside = printed('ul { list-style-position: inside } li::marker { content: "(a) " }')
outside = printed('li::marker { content: "(a) " }')
print("expected:", repr(by_type), repr(inside))
print("seen:    ", outside)
sys.exit(0 if "(a)" in by_type and "(a)" in inside and outside.startswith("TypeError") else 1)
PY
