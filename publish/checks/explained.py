"""What every code means: rules say it themselves, and of all other findings the files in ``explanations/`` do."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from .catalogue import all_rules
from .rules.rule import Explained, Explanation

_FOLDER = Path(__file__).with_name("explanations")


@cache
def all_explained() -> Mapping[str, Explained]:
    """All that can be found, by the codes and in the order of those."""
    explained = {**{one.code: one for one in explanations()}, **all_rules()}
    return dict(sorted(explained.items()))


def explanations() -> Iterator[Explanation]:
    """What is written of findings that are not those of a rule."""
    for file in sorted(_FOLDER.glob("*.toml")):
        for code, said in tomllib.loads(file.read_text("utf-8")).items():
            yield Explanation(code, **said)
