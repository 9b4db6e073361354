#!/usr/bin/env bash
# WeasyPrint 70.0: a link whose words are emphasised is several links, one over the other.
#
# Expected: one link annotation for <a href><em>word</em></a>, and in a tagged PDF its object reference
#   directly under the structure element Link.
# Seen: each element inside <a> adds an annotation over the same words; the inner references hang under
#   a Span or NonStruct, so a screen reader meets the link two or three times.
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


def annotations_and_parents(words):
    page = f'<html lang="en"><title>Links</title><p>See <a href="https://example.org/">{words}</a>.'
    pdf = weasyprint.HTML(string=page).write_pdf(pdf_tags=True)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages[0].Annots), list(parents(document.Root.StructTreeRoot.K, None))


def parents(node, role):
    """The roles of the elements that hold object references."""
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from parents(kid, role)
    elif isinstance(node, pikepdf.Dictionary):
        if node.get("/Type") == "/OBJR":
            yield role
        elif "/K" in node:
            yield from parents(node.K, str(node.S))


print("WeasyPrint", weasyprint.__version__, "pikepdf", pikepdf.__version__)
plain = annotations_and_parents("our page")
emphasised = annotations_and_parents("<em>our page</em>")
twice = annotations_and_parents("<strong><em>our page</em></strong>")
print("expected:", plain)
print("seen:    ", emphasised, twice)
sys.exit(0 if plain == (1, ["/Link"]) and emphasised[0] == 2 and twice[0] == 3 and set(emphasised[1]) != {"/Link"} else 1)
PY
