#!/usr/bin/env bash
# pandoc 3.9 (pypandoc_binary 1.17): identifiers of headings lose the vowels of Hindi, Thai and Tamil.
#
# Expected: identifiers keep letters and accents ("café" stays "café"), so they keep the vowel signs,
#   which are part of the word. They do for gfm and commonmark_x.
# Seen: for pandoc's own Markdown the signs are dropped, as punctuation is. Three different words become
#   one, told apart by numbers only: a link that was written by hand, or for another tool, goes astray.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc_binary==1.17

"$work/venv/bin/python" - <<'PY'
import re
import subprocess
import sys

import pypandoc

PANDOC = pypandoc.get_pandoc_path()


def html(text, markup="markdown"):
    return subprocess.run([PANDOC, "-f", markup, "-t", "html"], input=text, text=True, capture_output=True, check=True)


print(subprocess.run([PANDOC, "--version"], text=True, capture_output=True, check=True).stdout.splitlines()[0])


def identifiers(markup):
    return re.findall(r'id="([^"]+)"', html("# café\n\n# का\n\n# की\n\n# कि\n\n# ที่\n", markup).stdout)


own, gfm = identifiers("markdown"), identifiers("gfm")
print("expected:", gfm)
print("seen:    ", own)
sys.exit(0 if gfm == ["café", "का", "की", "कि", "ที่"] and own == ["café", "क", "क-1", "क-2", "ท"] else 1)
PY
