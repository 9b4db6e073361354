#!/usr/bin/env bash
# WeasyPrint 70.0: aria-label is no alternative text.
#
# Expected: <svg role="img" aria-label="A red square"> gives the Figure of a tagged PDF its /Alt: this is
#   how pictures of SVG are named on web pages and in e-books.
# Seen: a Figure without /Alt, which PDF/UA forbids, and no warning. A <title> inside gives it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check weasyprint==70.0 pikepdf==10.18.0

"$work/venv/bin/python" - <<'PY'
import io
import sys

import pikepdf
import weasyprint

SQUARE = '<rect width="20" height="20" fill="red"/></svg>'


def alternatives(picture):
    pdf = weasyprint.HTML(string=f'<html lang="en"><title>Picture</title><p>{picture}').write_pdf(pdf_tags=True)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        tags = [item for item in document.objects if isinstance(item, pikepdf.Dictionary)]
        return [str(tag.get("/Alt", "none")) for tag in tags if tag.get("/S") == "/Figure"]


print("WeasyPrint", weasyprint.__version__, "pikepdf", pikepdf.__version__)
titled = alternatives(f'<svg role="img" width="20" height="20"><title>A red square</title>{SQUARE}')
labelled = alternatives(f'<svg role="img" aria-label="A red square" width="20" height="20">{SQUARE}')
print("expected:", titled)
print("seen:    ", labelled)
sys.exit(0 if titled == ["A red square"] and labelled == ["none"] else 1)
PY
