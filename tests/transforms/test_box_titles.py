"""Boxes are called what their authors call them, else by a word of the language around them."""

from __future__ import annotations

import pytest

from publish.model.kinds import BoxKind
from publish.model.nodes import Box, Column, Columns, Division, List, ListItem, Text
from publish.model.walk import plain_text, walk
from publish.transforms.box_titles import name_boxes


def titles(*blocks, lang: str = "en") -> list[str]:
    return [plain_text(*node.title) for node in walk(*name_boxes(blocks, lang)) if isinstance(node, Box)]


@pytest.mark.parametrize(("lang", "word"), [("en", "Warning"), ("de-AT", "Warnung"), ("ar", "تحذير"), ("zh-Hant", "警告"), ("tlh", "Warning")])
def test_a_box_without_a_title_is_called_by_its_kind_in_the_language_of_the_text(lang: str, word: str) -> None:
    assert titles(Box(BoxKind.WARNING, ()), lang=lang) == [word]


def test_the_authors_title_is_kept() -> None:
    assert titles(Box(BoxKind.TIP, (), (Text("Mind the step"),))) == ["Mind the step"]


def test_boxes_are_named_wherever_they_stand_and_in_the_language_that_stands_nearest() -> None:
    inside = Columns((Column((Box(BoxKind.NOTE, (Box(BoxKind.TIP, ()),)),)),))
    assert titles(List((ListItem((inside,)),)), Division(None, (inside,), lang="fr")) == ["Note", "Tip", "Note", "Conseil"]
