"""Which codes the sources tell, how grave and with which values: read off their calls and tables."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import publish
from publish.diagnostics import Severity

_CODE = re.compile(r"[A-Z]\d{3}")
_PACKAGE = Path(publish.__file__).parent
_DETAIL, _INFO, _WARNING, _ERROR = (frozenset((one,)) for one in Severity)

# Whom a code is handed to: what tells it, and what hands it on to that.
_TELLERS = {
    "detail": _DETAIL, "info": _INFO, "warning": _WARNING, "error": _ERROR, "PublishError": _ERROR,
    "_error": _ERROR, "stop": _ERROR, "_say": _ERROR, "_say_how_many_more": _ERROR, "_matching": _ERROR,
    "_note": _WARNING, "say": _WARNING | _ERROR,
}  # fmt: skip
# What is put to the values of a call by whom it is handed to.
_ADDED = {"_note": {"times"}}
# Rules tell as gravely as the catalogue says: they have it from there.
_RULES = {"Rule", "_asked"}
# Files in which codes stand in tables, or in variables, whose findings are all errors.
_TABLES = {"files.py", "settings/validate.py", "styles/keys.py"}
# Where codes that others tell are spoken of.
_SPOKEN_OF = {
    "checks/fixes.py", "checks/pdf/of_files.py", "checks/pdf/of_press.py", "checks/pdf/on_pages.py", "cli/shown.py", "prepress/preflight.py",
    "transforms/picture_files.py", "writers/sheets/booklet.py",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Emission:
    """A code that is told somewhere; without ``severities`` as the catalogue says."""

    code: str
    severities: frozenset[Severity]
    values: frozenset[str]
    where: str


def emissions() -> Iterator[Emission]:
    """All of them. Raises AssertionError where a code is handed to something that is not known here."""
    for file in sorted(_PACKAGE.rglob("*.py")):
        name, tree = file.relative_to(_PACKAGE).as_posix(), ast.parse(file.read_text("utf-8"))
        handed = {code: call for call in ast.walk(tree) if isinstance(call, ast.Call) for code in call.args if _is_code(code)}
        for code, call in handed.items():
            if (severities := _told_by(call)) is not None:
                yield Emission(code.value, severities, _values(call), f"{name}:{code.lineno}")
            else:
                assert name in _SPOKEN_OF, f"{name}:{code.lineno} {code.value}: whom it is handed to is not known"
        yield from _graded_by_their_rules(tree, name)
        for code in set(filter(_is_code, ast.walk(tree))) - handed.keys():
            if name in _TABLES:
                yield Emission(code.value, _ERROR, frozenset(), f"{name}:{code.lineno}")
            else:
                assert name in _SPOKEN_OF, f"{name}:{code.lineno} {code.value}: no call, and no table known"


def _is_code(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and _CODE.fullmatch(node.value) is not None


def _values(call: ast.Call) -> frozenset[str]:
    return frozenset(one.arg for one in call.keywords if one.arg) | _ADDED.get(_name(call), set())


def _name(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def _told_by(call: ast.Call) -> frozenset[Severity] | None:
    """How grave what a call tells is; None for calls that tell nothing."""
    match _name(call):
        case name if name in _TELLERS:
            return _TELLERS[name]
        case name if name in _RULES:
            return frozenset()
        case "_Saying":
            return _WARNING if ast.literal_eval(call.args[1]) else _INFO
        case "Diagnostic":
            return _named(call)
        case "Validator":
            return _named(ast.parse((_PACKAGE / f"checks/validators/{ast.unparse(call.args[3]).partition('.')[0]}.py").read_text("utf-8"))) | _ERROR
    return None


def _named(tree: ast.AST) -> frozenset[Severity]:
    """The severities that are named in a piece of source."""
    return frozenset(Severity[node.attr] for node in ast.walk(tree) if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "Severity")


def _graded_by_their_rules(tree: ast.Module, name: str) -> Iterator[Emission]:
    """The rules of the preflight stand in a table by their codes, each saying whether it is an error."""
    for table in ast.walk(tree):
        for code, rule in zip(table.keys, table.values) if isinstance(table, ast.Dict) else ():
            if code and _is_code(code) and isinstance(rule, ast.Call) and isinstance(rule.args[0], ast.Constant):
                yield Emission(code.value, _ERROR if rule.args[0].value else _WARNING, frozenset(), f"{name}:{code.lineno}")
