"""Every code that the program can tell is explained, and nothing else is."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import publish
from publish.checks.catalogue import all_rules
from publish.checks.explained import all_explained, explanations

_CODE = re.compile(r"[A-Z]\d{3}")


def codes_in_sources() -> Iterator[tuple[str, str]]:
    """Every text in the sources that is a code and nothing else, with where it stands: codes are handed over as such, or stand in tables."""
    package = Path(publish.__file__).parent
    for file in sorted(package.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _CODE.fullmatch(node.value):
                yield node.value, f"{file.relative_to(package)}:{node.lineno}"


def test_every_code_is_explained() -> None:
    found = dict(codes_in_sources())
    assert len(found) > 300
    assert {code: where for code, where in found.items() if code not in all_explained()} == {}


def test_nothing_is_explained_that_is_never_told() -> None:
    assert all_explained().keys() - dict(codes_in_sources()).keys() == set()


def test_each_code_is_explained_in_one_place() -> None:
    times = Counter([*all_rules(), *(one.code for one in explanations())])
    assert [code for code, count in times.items() if count > 1] == []


def test_explanations_are_written_as_those_of_rules_are() -> None:
    for one in explanations():
        assert 0 < len(one.name) < 50, one.code
        assert all(text.endswith(".") and not text[0].islower() for text in (one.meaning, one.why)), one.code
        assert not one.mend.endswith(".") and not one.mend[0].isupper(), one.code
        assert all(text.count("`") % 2 == 0 for text in (one.name, one.meaning, one.why, one.mend)), one.code
