"""What stands in braces after a heading, a span, a link or a ``:::``: ``{#id .class key=value}``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..diagnostics import Report
from ..model.kinds import Role
from ..model.place import Place

# Bounded, since every brace in a hostile text may begin one.
BRACES = re.compile(r"""\{((?:[^{}"'\n]|"[^"\n]{0,2000}"|'[^'\n]{0,2000}'){0,300})\}""")
_PART = re.compile(
    r"""\s*(?:\#(?P<id>[^\s{}"'=]+)|\.(?P<name>[^\s{}"'=]+)|(?P<dash>-)
        |(?P<key>[A-Za-z_:][\w:.-]*)=(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s{}"']+)))(?=\s|$)""",
    re.VERBOSE,
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_ROLES = {role.value: role for role in Role}
_QUIET = {"unnumbered", "unlisted"}  # pandoc's; nothing is numbered unless a style says so


@dataclass(frozen=True, slots=True)
class Attributes:
    id: str = ""
    classes: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()

    def get(self, key: str) -> str | None:
        return dict(self.pairs).get(key)

    @property
    def role(self) -> Role | None:
        return next((_ROLES[name] for name in self.classes if name in _ROLES), None)

    @property
    def lang(self) -> str:
        tag = self.get("lang") or ""
        return tag if _LANGUAGE.fullmatch(tag) else ""


def parse_attributes(inside: str) -> Attributes | None:
    """The attributes written between two braces, or ``None`` where the text is something else."""
    name, classes, pairs, position = "", [], [], 0
    inside = inside.strip()
    while position < len(inside):
        part = _PART.match(inside, position)
        if part is None:
            return None
        name = part["id"] or name
        if part["name"] or part["dash"]:
            classes.append(part["name"] or "unnumbered")
        elif part["key"]:
            pairs.append((part["key"], part["double"] or part["single"] or part["bare"] or ""))
        position = part.end()
    return Attributes(name, tuple(classes), tuple(pairs)) if inside else None


def report_unknown(
    attributes: Attributes, place: Place, report: Report, classes: frozenset[str] = frozenset(),
    keys: frozenset[str] = frozenset(), roles: bool = False, also: frozenset[str] = frozenset(),
) -> None:  # fmt: skip
    """Warn of classes (M113) and attributes (M114) that mean nothing here; what they mark is kept.

    Classes in ``also`` are understood, but nobody is told to write them.
    """
    known = classes | _QUIET | (_ROLES.keys() if roles else set())
    for name in attributes.classes:
        if name not in known | also:
            report.warning("M113", f"the class “{name}” is not known; what it marks is kept", place, _known(known))
    for key, value in attributes.pairs:
        if key == "lang" and not attributes.lang:
            hint = "write it like lang=fr or lang=pt-BR"
            report.warning("M114", f"“{value}” is not the tag of a language", place, hint)
        elif key not in keys | {"lang"}:
            report.warning("M114", f"the attribute “{key}” means nothing here and was left out", place)


def _known(names: frozenset[str]) -> str:
    return "known here: " + ", ".join(sorted(names - _QUIET)) if names - _QUIET else ""
