"""A rule for links between notes, for markdown-it: ``[[two]]``, ``[[two#The end]]``, ``[[two|words]]``, as Obsidian and wikis have them."""

from __future__ import annotations

import re

from markdown_it.common.utils import normalizeReference
from markdown_it.rules_inline import StateInline

# What may be marked up is no name. Links of CommonMark may have brackets in their words, and come first.
_SIGN = r"[^\[\]|#*`<>$\\\n]"
_LINK = re.compile(
    rf"\[\[(?P<target>(?P<note>(?!_){_SIGN}{{0,200}})(?P<heading>(?:\#{_SIGN}{{1,200}}){{0,6}}))(?:\\?\|(?P<words>{_SIGN}{{1,300}}))?\]\](?!\]|\(|\[(?![\^\[])|\{{)"
)


def note_link(state: StateInline, silent: bool) -> bool:
    if silent or not state.src.startswith("[[", state.pos):  # ``silent``: it may stand in a link, whose words it then is
        return False
    found = _LINK.match(state.src, state.pos, state.posMax)
    if found is None or not found["target"].strip() or state.linkLevel or state.src[state.pos - 1 : state.pos] in ("!", "["):
        return False
    if normalizeReference(found[0][2:-2]) in state.env["references"]:
        return False
    token = state.push("note_link", "", 0)
    token.content, token.meta = found[0], {"target": found["target"].strip(), "words": _shown(found)}
    state.pos = found.end()
    return True


def _shown(found: re.Match[str]) -> str:
    """The words of a link, as Obsidian shows them: ``[[two#The end]]`` is “two > The end”."""
    steps = [step.strip() for step in found["target"].split("#")]
    return (found["words"] or "").strip() or " > ".join(filter(None, steps))
