#!/usr/bin/env bash
# latex2mathml 3.81.0: words in formulas are not escaped.
#
# Expected: \text{Ann \& Ben} and \text{a<b} become well-formed MathML, as \& and < do outside of \text;
#   \% is a percent sign inside of \text as it is outside.
# Seen: a bare & or < in mtext, which no XML parser takes (an EPUB with it does not open), and a backslash
#   printed before the percent sign. Nothing is raised.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check latex2mathml==3.81.0

"$work/venv/bin/python" - <<'PY'
import importlib.metadata
import sys
import xml.etree.ElementTree as ET

from latex2mathml.converter import convert


def words(formula):
    """The formula's text as an XML parser reads it, its no-break spaces as spaces."""
    try:
        return "".join(ET.fromstring(convert(formula)).itertext()).replace("\u00a0", " ")
    except ET.ParseError as error:
        return f"not well-formed ({error})"


print("latex2mathml", importlib.metadata.version("latex2mathml"))
outside = [words(formula) for formula in (r"x \& y", "a<b", r"50 \%")]
inside = [words(formula) for formula in (r"\text{Ann \& Ben}", r"\text{a<b}", r"\text{50 \%}")]
print("expected:", outside)
print("seen:    ", inside)
holds = outside == ["x&y", "a<b", "50%"] and all("not well-formed" in seen for seen in inside[:2]) and inside[2] == r"50 \%"
sys.exit(0 if holds else 1)
PY
