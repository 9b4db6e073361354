"""Examples are counted through a whole book, and called by their labels from anywhere in it."""

from pathlib import Path

from publish.diagnostics import Report
from publish.model.book import Section
from publish.model.nodes import List
from publish.model.numbering import labels
from publish.model.walk import plain_text, walk
from publish.workflows.building import Wanted
from publish.workflows.reading import read_manuscript


def read_folder(folder: Path, *texts: str) -> tuple[tuple[Section, ...], Report]:
    names = [f"{number}.md" for number in range(len(texts))]
    for name, text in zip(names, texts):
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "publication.yaml").write_text(f"title: Cases\nlang: en\ncontents: [{', '.join(names)}]\n", encoding="utf-8")
    report = Report()
    return read_manuscript(folder, Wanted(), report).book.sections, report


def numbers(section: Section) -> list[str]:
    return [label for node in walk(*section.blocks) if isinstance(node, List) for label in labels(node)]


def test_the_examples_of_each_text_go_on_from_those_before_it(tmp_path: Path) -> None:
    sections, _ = read_folder(tmp_path, "(@lamps) One.\n\n(@) Two.\n", "No example.\n", "(@heat) Three.\n\n(@) Four.\n\n(@lamps) The first again.\n")
    assert [numbers(section) for section in sections] == [["(1)", "(2)"], [], ["(3)", "(4)", "(1)"]]


def test_an_example_is_called_from_texts_before_and_after_it(tmp_path: Path) -> None:
    sections, _ = read_folder(tmp_path, "See (@heat).\n", "(@lamps) One.\n\n(@heat) Two.\n", "See (@lamps), not (@rent).\n")
    assert plain_text(*sections[0].blocks) == "See (2)."
    assert plain_text(*sections[2].blocks) == "See (1), not (@rent)."


def test_what_is_found_in_a_text_with_examples_is_told_once(tmp_path: Path) -> None:
    _, report = read_folder(tmp_path, "(@) One \ue001.\n", "::: demands\n(@) Two.\n")
    codes = [one.code for one in report.diagnostics]
    assert "M166" in codes and len(codes) == len(set(codes))


def test_a_text_that_cannot_be_read_does_not_hide_what_is_wrong_with_others(tmp_path: Path) -> None:
    _, report = read_folder(tmp_path, f"(@) One.\n\n{'>' * 500} deep\n", "(@) Two \ue001.\n")
    assert sorted(one.code for one in report.diagnostics) == ["M108", "M166"]
