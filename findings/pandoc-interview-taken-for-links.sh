#!/usr/bin/env bash
# pandoc 3.9 (pypandoc_binary 1.17): what the speakers of an interview said is taken for web addresses.
#
# Expected: "[Ann]: So you came back." is a paragraph. A link's destination holds no spaces, so this
#   defines no link; CommonMark has it so, and so has pandoc for gfm and commonmark_x.
# Seen: pandoc's own Markdown takes the whole sentence as the address of a link named "Ann". All that
#   was said is gone from the text, and no warning is given.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc_binary==1.17

"$work/venv/bin/python" - <<'PY'
import subprocess
import sys

import pypandoc

PANDOC = pypandoc.get_pandoc_path()


def html(text, markup="markdown"):
    return subprocess.run([PANDOC, "-f", markup, "-t", "html"], input=text, text=True, capture_output=True, check=True)


print(subprocess.run([PANDOC, "--version"], text=True, capture_output=True, check=True).stdout.splitlines()[0])
INTERVIEW = "[Ann]: So you came back.\n\n[Ben]: I never left.\n\nThey both laughed.\n"
own, gfm = html(INTERVIEW), html(INTERVIEW, "gfm")
print("expected:", gfm.stdout.split("\n"))
print("seen:    ", own.stdout.split("\n"), "| warnings:", repr(own.stderr))
lost = "came back" in gfm.stdout and "came back" not in own.stdout and "never left" not in own.stdout and not own.stderr
sys.exit(0 if lost and "laughed" in own.stdout else 1)
PY
