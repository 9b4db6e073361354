"""What every code means: the one catalogue, a file for each family, which is the letter that its codes begin with.

The words of rules stand there too, and not beside the rules: so all codes are read, reviewed and told of in one way, and a
rule is what it looks for. A file is read when one of its codes is asked for, as a finding of a rule does for how grave it is
and how it is mended; neither a build nor ``publish --help`` asks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from .diagnostic import Severity

_FOLDER = Path(__file__).with_name("catalogue")


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is said of a code.

    ``name`` says in a few words what it is about, ``meaning`` in a sentence what was found, ``why`` for whom that
    matters, ``mend`` what to do; ``elsewhere`` is that for a file which was not made of a manuscript at hand.
    ``severities`` are those it is told with, the gravest first; ``values`` the names of what a finding may carry.
    """

    code: str
    severities: tuple[Severity, ...]
    name: str
    meaning: str
    why: str
    mend: str
    elsewhere: str = ""
    values: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity:
        """The gravest, which is the only one of nearly all."""
        return self.severities[0]


def explained(code: str) -> Explanation:
    """What is said of a code. Raises KeyError where it is none."""
    return _family(code[:1])[code]


@cache
def catalogue() -> Mapping[str, Explanation]:
    """All codes, in their order, with what is said of them."""
    return {code: one for letter in families() for code, one in _family(letter).items()}


@cache
def families() -> Mapping[str, str]:
    """The letters that codes begin with, and what codes with that letter are about."""
    return {file.name[0]: _read(file)["family"] for file in sorted(_FOLDER.glob("*.toml"))}


@cache
def _family(letter: str) -> Mapping[str, Explanation]:
    files = sorted(_FOLDER.glob("*.toml"))
    written = next((_read(file) for file in files if file.name[0] == letter), {})
    return {code: _explanation(code, **said) for code, said in written.items() if code != "family"}


def _explanation(code: str, severity: str | list[str], values: Sequence[str] = (), **words: str) -> Explanation:
    severities = [severity] if isinstance(severity, str) else severity
    return Explanation(code, tuple(map(Severity, severities)), values=tuple(values), **words)


@cache
def _read(file: Path) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(file.read_text("utf-8"))
