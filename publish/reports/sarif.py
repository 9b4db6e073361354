"""Findings as SARIF 2.1.0, the form in which code hosts take them and show them beside the lines they are about.

The standard: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0, 27 March 2020. Sections are
named where they say why something is as it is.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256
from pathlib import PurePath
from posixpath import join, normpath
from typing import Any
from urllib.parse import quote

from ..diagnostics import Diagnostic, Explanation, Severity
from .excerpts import Excerpts
from .findings import file_of, in_order, line_of

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note", Severity.DETAIL: "note"}
# In a message, [words](target) would be a link (3.11.6).
_LIKE_A_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")
# Half of a letter, and not a byte of a file's name that is no UTF-8.
_NO_LETTER = re.compile("[\ud800-\udc7f\udd00-\udfff]")

_Json = dict[str, Any]


def sarif_report(
    findings: Iterable[Diagnostic],
    explained: Mapping[str, Explanation],
    rules: Collection[str],
    version: str,
    root: PurePath | str = ".",
    sources: Mapping[str, str] | None = None,
) -> str:
    """The findings, each once, as a SARIF log of one run.

    Names of files are told as they stand below ``root``, the folder that the host knows and that names begin in. ``sources`` are the texts by the
    names that places have: with them a result says which words of its line it is about, and keeps its fingerprint
    when lines move. ``rules`` are codes that are told of whether they were found or not, as a host lists them; ``version`` is
    that of the program.
    """
    found, excerpts, top = in_order(findings), Excerpts(sources or {}), PurePath(root)
    codes = sorted({*rules, *(one.code for one in found)})
    index = {code: number for number, code in enumerate(codes)}
    seen: Counter[str] = Counter()
    run = {
        "tool": {"driver": {"name": "Publish", "version": version, "rules": [_descriptor(code, explained.get(code), code in rules) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that the names of files start from."}}},
        "results": [_result(one, index[one.code], top, excerpts, seen) for one in found],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=True)


def _descriptor(code: str, about: Explanation | None, is_rule: bool) -> _Json:
    """What a host shows of a code. How grave it is by itself is said of rules only, of which hosts let it be changed; results say it of each finding."""
    if about is None:
        return {"id": code}
    return {
        "id": code,
        "name": about.name,
        "shortDescription": {"text": about.name},
        "fullDescription": {"text": about.meaning},
        "help": {
            "text": f"{about.meaning}\n\nWhy it matters: {about.why}\n\nHow to mend it: {about.mend}",
            "markdown": f"{about.meaning}\n\n**Why it matters:** {about.why}\n\n**How to mend it:** {about.mend}",
        },
        **({"defaultConfiguration": {"level": _LEVELS[about.severity]}} if is_rule else {}),
    }


def _result(found: Diagnostic, index: int, root: PurePath, excerpts: Excerpts, seen: Counter[str]) -> _Json:
    hint = f" ({found.hint})" if found.hint else ""
    return {
        "ruleId": found.code,
        "ruleIndex": index,
        "level": _LEVELS[found.severity],
        "message": {"text": _LIKE_A_LINK.sub(r"\\[", found.message + hint)},
        "locations": [{"physicalLocation": _location(found, root, excerpts)}] if file_of(found) else [],
        "partialFingerprints": {"primaryLocationLineHash": _fingerprint(found, root, excerpts, seen)},
        **({"properties": {"values": found.values}} if found.values else {}),
    }


def _location(found: Diagnostic, root: PurePath, excerpts: Excerpts) -> _Json:
    artifact = {"artifactLocation": _artifact(file_of(found), root)}
    return {**artifact, "region": _region(found, excerpts)} if line_of(found) > 0 else artifact


def _region(found: Diagnostic, excerpts: Excerpts) -> dict[str, int]:
    """The line, and the words of it where they are known; columns count from 1, the last one is behind the words (3.30)."""
    marks = excerpts.marks(found)
    if not marks:
        return {"startLine": line_of(found)}
    at = min(marks)
    return {"startLine": at, "startColumn": marks[at][0].start + 1, "endColumn": marks[at][0].end + 1}


def _artifact(file: str, root: PurePath) -> dict[str, str]:
    """A file's address: relative where it lies below the root, with which names that are not absolute begin (3.4.4)."""
    base, path = normpath(root.as_posix()), PurePath(file)
    whole = normpath(path.as_posix() if path.is_absolute() else join(base, path.as_posix()))
    top = "" if base == "." else f"{base.rstrip('/')}/"
    below = whole.removeprefix(top)
    if whole.startswith(top) and not below.startswith(("/", "../")):
        return {"uri": _encoded(below), "uriBaseId": _ROOT}
    return {"uri": f"file:///{_encoded(whole.lstrip('/'))}" if PurePath(whole).is_absolute() else _encoded(whole)}


def _encoded(path: str) -> str:
    return quote(_NO_LETTER.sub("\ufffd", path), safe="/", errors="surrogateescape")


def _fingerprint(found: Diagnostic, root: PurePath, excerpts: Excerpts, seen: Counter[str]) -> str:
    """By what a host knows a finding again when lines were put in before it: the rule, the file and the line's words.

    Those on equal lines are numbered. Where the line is not known, the message stands for it.
    """
    file = file_of(found)
    words = excerpts.line(file, line_of(found)).strip() or found.message
    address = _artifact(file, root)["uri"] if file else ""
    told = f"{found.code}\0{address}\0{words}".encode("utf-8", "surrogatepass")
    digest = sha256(told).hexdigest()[:16]
    seen[digest] += 1
    return f"{digest}:{seen[digest]}"
