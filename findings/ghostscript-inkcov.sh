#!/usr/bin/env bash
# Ghostscript 10.00: inkcov says "black only" of a page that its own tiffsep parts into four plates.
#
# Expected: for one file, the devices inkcov and tiffsep agree which inks are used.
# Seen: colours set with `g` at half opacity (/ca .5) on a page with /Group << /S /Transparency /CS /DeviceGray >>
#   are black alone to inkcov (and ink_cov), while tiffsep has cyan, magenta and yellow on the plates. Without the
#   group, and with /DeviceCMYK in it, both see black alone; with /DeviceRGB both see four inks. So inkcov does not
#   prove that a page with such a group is printed in black only.
# Ghostscript cannot be pinned here (the package on PyPI is compiled from source): the installed gs is used, and its version shown.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pikepdf==10.18.0 pillow==12.3.0

cd "$work"
venv/bin/python - <<'PY'
import subprocess
import sys

import pikepdf
from PIL import Image
from pikepdf import Dictionary, Name

INKS = ("Cyan", "Magenta", "Yellow", "Black")


def page(space):
    """Two grey squares at half opacity, one over the other."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(200, 200))
    made = document.pages[0].obj
    made.Resources = Dictionary(ExtGState=Dictionary(Half=Dictionary(ca=0.5)))
    made.Contents = document.make_stream(b"/Half gs 0 g 20 20 100 100 re f 0.5 g 60 60 100 100 re f")
    if space:
        made.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name(f"/{space}"))
    document.save("page.pdf")


def gs(*options):
    command = ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", *options, "page.pdf"]
    return subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout


def by_inkcov():
    return [ink for ink, share in zip(INKS, gs("-sDEVICE=inkcov", "-sOutputFile=-").split()) if float(share)]


def by_tiffsep():
    """The plates that are not blank."""
    gs("-sDEVICE=tiffsep", "-r36", "-sOutputFile=page.tif")
    return [ink for ink in INKS if Image.open(f"page({ink}).tif").getextrema()[0] < 255]


print("Ghostscript", subprocess.run(["gs", "--version"], check=True, text=True, stdout=subprocess.PIPE).stdout.strip())
seen = {}
for space in ("", "DeviceCMYK", "DeviceRGB", "DeviceGray"):
    page(space)
    seen[space] = by_inkcov(), by_tiffsep()
    print(f"{space or 'no group':10}  inkcov: {' '.join(seen[space][0]):26}  tiffsep: {' '.join(seen[space][1])}")
alike = all(one == other for space, (one, other) in seen.items() if space != "DeviceGray")
sys.exit(0 if alike and seen["DeviceGray"] == (["Black"], [*INKS]) else 1)
PY
