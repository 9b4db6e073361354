#!/usr/bin/env bash
# pikepdf 10.18.0 and PyMuPDF 2.0 (MuPDF 1.28.5) count lettered pages as spreadsheets do.
#
# Expected: page labels of the style /A go A to Z, then AA, BB, CC (ISO 32000, "AA to ZZ for the next 26"),
#   as pypdf 7.1.1 and pdf.js 5.6.205 have them.
# Seen: AA, AB, AC in pikepdf and in MuPDF. From the 28th lettered page on, "page BB" is another page in
#   one program than in the other.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --prefix "$work" pdfjs-dist@5.6.205 >/dev/null
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pikepdf==10.18.0 pypdf==7.1.1
# PyMuPDF asks for much that labels do not need.
"$work/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps pymupdf==2.0

cat >"$work/labels.mjs" <<'JS'
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
const pages = await getDocument({ url: process.argv[2], verbosity: 0 }).promise;
console.log((await pages.getPageLabels()).slice(25).join(" "));
JS

cd "$work"
venv/bin/python - <<'PY'
import subprocess
import sys

import pikepdf
import pymupdf
import pypdf

document = pikepdf.new()
for _ in range(29):
    document.add_blank_page()
document.Root.PageLabels = pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(S=pikepdf.Name.A)])
document.save("lettered.pdf")

with pikepdf.open("lettered.pdf") as again:
    by_pikepdf = " ".join(page.label for page in again.pages[25:])
with pymupdf.open("lettered.pdf") as again:
    by_mupdf = " ".join(page.get_label() for page in again[25:])
by_pypdf = " ".join(pypdf.PdfReader("lettered.pdf").page_labels[25:])
by_pdfjs = subprocess.run(["node", "labels.mjs", "lettered.pdf"], text=True, stdout=subprocess.PIPE, check=True).stdout.strip()

print("pikepdf", pikepdf.__version__, "qpdf", pikepdf.__libqpdf_version__, "MuPDF", pymupdf.mupdf_version, "pypdf", pypdf.__version__)
print("expected:", by_pypdf, "(pypdf)", by_pdfjs, "(pdf.js)")
print("seen:    ", by_pikepdf, "(pikepdf)", by_mupdf, "(MuPDF)")
sys.exit(0 if by_pypdf == by_pdfjs == "Z AA BB CC" and by_pikepdf == by_mupdf == "Z AA AB AC" else 1)
PY
