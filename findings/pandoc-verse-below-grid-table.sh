#!/usr/bin/env bash
# pandoc 3.9 (pypandoc_binary 1.17): a verse directly below a grid table is gone.
#
# Expected: a line that begins with "|" after the table's last border is a line block, or at worst a
#   paragraph, as the same line without its "|" is.
# Seen: the line is in no output, and no warning is given.
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
TABLE = "+------+------+\n| Mon  | Tue  |\n+------+------+\n"
plain = html(TABLE + "We sang in the yard.\n\nThen we went home.\n")
verse = html(TABLE + "| We sang in the yard.\n\nThen we went home.\n")
print("expected: the line 'We sang in the yard.' after the table")
print("seen without the mark:", "sang" in plain.stdout, "| with it:", "sang" in verse.stdout, "| warnings:", repr(verse.stderr))
lost = "sang" in plain.stdout and "sang" not in verse.stdout and "went home" in verse.stdout and not verse.stderr
sys.exit(0 if lost else 1)
PY
