"""All rules there are, by their codes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from .epub.rules import EPUB_RULES, PAIR_RULES
from .imprint import IMPRINT_RULES
from .lossless.whole import WHOLE
from .manuscript import MANUSCRIPT_RULES
from .pdf.rules import PDF_RULES
from .rules.rule import Rule


@cache
def all_rules() -> Mapping[str, Rule[Any]]:
    """The rules by their codes, in the order of those."""
    rules: tuple[Rule[Any], ...] = (*MANUSCRIPT_RULES, *IMPRINT_RULES, *EPUB_RULES, *PAIR_RULES, *PDF_RULES, WHOLE)
    return {rule.code: rule for rule in sorted(rules, key=lambda rule: rule.code)}
