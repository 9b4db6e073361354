"""What an author claims of an e-book is held against it, and refused at its line where it cannot be true."""

from pathlib import Path

import pytest

from publish.diagnostics import Report
from publish.workflows.building import build
from publish.workflows.checking import Proof, check
from publish.workflows.reading import Wanted


def told(folder: Path, claims: str, text: str, *formats: str) -> list[str]:
    file = folder / "a.md"
    file.write_text(f"---\ntitle: A\n{claims}\n---\n\n# One\n\n{text}\n", "utf-8")
    report = Report()
    build(file, Wanted(formats, out=folder), report)
    return [str(one).removeprefix(f"{folder}/") for one in report.diagnostics if one.code == "E104"]


@pytest.mark.parametrize(
    ("claims", "why"),
    [
        ("accessibilityFeatures: [index, synchronizedAudioText]", "`synchronizedAudioText`, but there is nothing of the kind in it"),
        ("accessibilityFeatures: pageBreakMarkers", "`pageBreakMarkers`, but it has no list of pages"),
        ("accessibilityFeatures: none", "`none`, but the book has contents"),
        ("accessModes: [textual, auditory]", "`auditory`, but nothing in this book is heard"),
        ("accessModeSufficient: [[textual, tactile]]", "`tactile`, but nothing in this book is touched"),
    ],
)
def test_a_claim_that_cannot_be_true_is_refused_at_its_line(tmp_path: Path, claims: str, why: str):
    (said,) = told(tmp_path, claims, "Words.", "epub")
    assert said.startswith("a.md:3: E104 error: ") and why in said
    assert not (tmp_path / "a.epub").exists()


def test_alternative_texts_cannot_be_claimed_where_a_picture_has_none(tmp_path: Path):
    (tmp_path / "map.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>', "utf-8")
    assert "the picture map.svg has no description" in told(tmp_path, "accessibilityFeatures: alternativeText", "Here ![](map.svg) it is.", "epub")[0]
    assert told(tmp_path, "accessibilityFeatures: alternativeText", "Here ![The yard](map.svg) it is.", "epub") == []


def test_pages_can_be_claimed_where_there_are_any(tmp_path: Path):
    claims = "accessibilityFeatures: [pageBreakMarkers, pageNavigation]"
    assert told(tmp_path, claims, "Words.", "epub", "pdf") == []
    assert len(told(tmp_path, f"{claims}\npublish: {{page-list: no}}", "Words.", "epub", "pdf")) == 2
    assert told(tmp_path, claims, "Words.", "html") == []


def test_a_check_of_the_manuscript_tells_what_only_a_build_could_not_make_true(tmp_path: Path):
    file = tmp_path / "a.md"
    file.write_text("---\ntitle: A\naccessibilityFeatures: [pageBreakMarkers, captions]\n---\n\nWords.\n", "utf-8")
    proof = Proof()
    check([file], proof)
    said = [f"{one.place.line} {one.message}" for one in proof.report.diagnostics if one.code == "E104" and one.place]
    assert said == ["3 `accessibilityFeatures` says `captions`, but there is nothing of the kind in it"]
