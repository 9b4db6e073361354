"""The list of demands: built alike from the first to the last, and short enough to be remembered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...language.verbs import Opening, opening
from ...model.book import Section
from ...model.kinds import Role
from ...model.nodes import Block, Columns, Division, List
from ...model.place import Place
from ...model.walk import plain_text
from ..rules.rule import Found, Rule
from ..rules.subjects import ManuscriptSubject
from .wording import counted, shown

_MOST_DEMANDS = 10
_MOST_WORDS = 40
_SHOWN = 40
_NAMES = {Opening.VERB: "a verb", Opening.NOUN: "a noun", Opening.THAT: "“that”"}


@dataclass(frozen=True, slots=True)
class _Demand:
    text: str
    place: Place | None
    lang: str


def _lists(subject: ManuscriptSubject) -> Iterator[tuple[_Demand, ...]]:
    for section in subject.book.sections:
        if section.role is Role.DEMANDS:
            lang = section.lang or subject.book.metadata.lang
            for block in _all_lists(section.blocks):
                yield tuple(_demands(block, section, lang))


def _all_lists(blocks: tuple[Block, ...]) -> Iterator[List]:
    for block in blocks:
        if isinstance(block, List):
            yield block
        elif isinstance(block, Division):
            yield from _all_lists(block.blocks)
        elif isinstance(block, Columns):
            for column in block.columns:
                yield from _all_lists(column.blocks)


def _demands(block: List, section: Section, lang: str) -> Iterator[_Demand]:
    for item in block.items:
        text = " ".join(plain_text(*item.blocks).split())
        place = next((inner.place for inner in item.blocks if inner.place), None) or item.place or block.place or section.place
        if text:
            yield _Demand(text, place, lang)


def _not_parallel(subject: ManuscriptSubject) -> Iterator[Found]:
    for demands in _lists(subject):
        yield from _openings(demands)
        yield from _ends(demands)


def _openings(demands: tuple[_Demand, ...]) -> Iterator[Found]:
    kinds: dict[Opening, list[_Demand]] = {}
    for demand in demands:
        if kind := opening(demand.text, demand.lang):
            kinds.setdefault(kind, []).append(demand)
    if len(kinds) > 1:
        (few, odd), *others = sorted(kinds.items(), key=lambda one: len(one[1]))
        most, usual = others[-1]
        yield _differing(odd, f"{_begin(len(odd))} with {_NAMES[few]}, {len(usual)} with {_NAMES[most]}", usual[0])


def _begin(number: int) -> str:
    return f"{counted(number, 'demand')} {'begins' if number == 1 else 'begin'}"


def _ends(demands: tuple[_Demand, ...]) -> Iterator[Found]:
    stopped = [demand for demand in demands if demand.text.rstrip("”’»)").endswith(".")]
    open_ = [demand for demand in demands if demand.text.rstrip("”’»)")[-1:].isalnum()]
    if stopped and open_:
        said = f"{counted(len(stopped), 'demand')} {'ends' if len(stopped) == 1 else 'end'} in a full stop, {len(open_)} without"
        odd, usual = (stopped, open_) if len(stopped) < len(open_) else (open_, stopped)
        yield _differing(odd, said, usual[0])


def _differing(odd: list[_Demand], said: str, usual: _Demand) -> Found:
    return Found(f"{said}: “{shown(odd[0].text, _SHOWN)}” beside “{shown(usual.text, _SHOWN)}”", odd[0].place)


def _too_much(subject: ManuscriptSubject) -> Iterator[Found]:
    for demands in _lists(subject):
        if len(demands) > _MOST_DEMANDS:
            hint = "put those first that matter most, and join what belongs together"
            yield Found(f"there are {len(demands)} demands in one list", demands[0].place, hint)
        for demand in demands:
            words = len(demand.text.split())
            if words > _MOST_WORDS:
                yield Found(f"a demand of {words} words: “{shown(demand.text, _SHOWN)}”", demand.place)


NOT_PARALLEL = Rule("R141", _not_parallel)
TOO_MUCH = Rule("R142", _too_much)
