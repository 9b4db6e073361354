"""Nothing is mended that its author meant: what is marked, numbered or repeated on purpose stays, whatever else is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from publish.diagnostics import Report
from publish.language.captions import is_caption
from publish.model.book import Metadata
from publish.model.dump import dump
from publish.readers import Source, read
from publish.transforms import Options, make_book
from publish.workflows.reading import Wanted, read_manuscript

PROBLEMS = (
    "the boilers in the north wing are thirty years old",
    "half of the lamps on the stairs have been dark since May",
    "the lift stands still most of the week",
)
PLANS = "new boilers in every wing before the winter comes", "new lamps on every landing of the three houses", "a new lift with a telephone in it"


def recurring(form: str, item: str = "- {}") -> str:
    parts = zip(("Heating", "Light", "Lifts"), PROBLEMS, PLANS)
    body = "\n\n".join(
        f"{form.format(what)}\n\n{form.format('Problems')}\n\n{item.format(one)}\n\n{form.format('Our plan')}\n\n{item.format(two)}" for what, one, two in parts
    )
    return f"Warm Houses\n\nOur plan for the estate.\n\n{body}\n"


def read_and_repaired(text: str, suffix: str = ".md", lang: str = "en") -> tuple[str, list[str]]:
    report = Report()
    made = make_book(read(Source("x", suffix, text), report), Metadata(title="T", lang=lang), Path(), Options(), report)
    return dump(made), [found.code for found in report.diagnostics if found.code.startswith("M20")]


MEANT = {
    "headings that recur": recurring("### {}"),
    "words in bold that recur": recurring("**{}**"),
    "lines that recur between items": recurring("{}"),
    "headings between numbered items": "\n\n".join(f"### To do\n\n{number}. {words}" for number, words in enumerate((*PROBLEMS, *PLANS), 1)),
    "a heading in the middle of a sentence": "We asked for it in the winter, and we asked for it again in the\n\n## Spring\n\nspring of the year.\n\n## Spring\n\nwords.",
    "a caption": "Figure 3: Two boilers in the cellar of house four, of which only one has ever been lit by the\n\nwe will write to the city again.",
    "before a caption": "The log hangs on the stairs of house four, and anybody may read it, who comes by the\n\nTable 2. log of the winter.",
    "captions that count": "\n\n".join(
        f"The log of house {n} hangs on the stairs, and anybody may read it who comes by the\n\nFigure {n}\n\nhouse." for n in (2, 3, 4)
    ),
    "paragraphs of a law": "\n\n".join(f"({n})\n\nThe committee meets in the cellar of house {n}." for n in (2, 3)),
    "motions that are numbered": "# Motion\n\n" + "\n\n".join(f"Motion {n}\n\nThat the lamps of house {n} be mended." for n in (1, 2, 3)),
    "one break that may be meant": "The cold came early to the houses of the row that year\n\nand then it rained for a week.",
    "words in the manner of notes": "the chair opened the meeting at six and welcomed all who came up the stairs, members or not, and their friends as well\n\n"
    "apologies were received from three members of the north wing, whose boilers had burst in the night before the meeting\n\n"
    "it was reported that half of the lamps are dark, that nobody has come to see to them, and that more will be soon",
    "soft hyphens of an author": "Das ist eine Donau\u00addampf\u00adschiff\u00adfahrt.",
}


@pytest.mark.parametrize("text", MEANT.values(), ids=MEANT)
@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_what_was_meant_stays(text: str, suffix: str) -> None:
    assert read_and_repaired(text, suffix)[1] == []


BROKEN = {
    "sentences": ("It was the year of the scale. The women begin at five, when the first carts come in over the bridge and the\n\nclerk is asleep.", ["M204"]),
    "numbers of pages": ("The women begin at five, when the first carts come in over the bridge and the\n\n7\n\nclerk is asleep.\n\n8\n\nThey are paid.\n\n9", ["M205"] * 3 + ["M204"]),
    "a break at a page's end": ("The cold came early to the houses of the row that year\n\f\nand then it rained for a week.", ["M204"]),
    "several breaks": ("The cold came early. It came to the houses of the row that year\n\nand stayed. We wrote to the city. We wrote to the landlord again\n\nin May.\n\nNobody answered us in the spring or in the summer of that year.\n\nNobody answered us in the autumn either, and so we came.", ["M204"] * 2),
}  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("front", ["", "---\ntitle: T\n---\n\n"], ids=["alone", "below front matter"])
def test_what_pages_broke_is_mended_whether_or_not_there_is_front_matter(text: str, codes: list[str], front: str, tmp_path) -> None:
    file, report = tmp_path / "x.txt", Report()
    file.write_text(f"{front}The Weighbridge\n\n{text}\n", encoding="utf-8")
    read_manuscript(file, Wanted(), report)
    assert [found.code for found in report.diagnostics if found.code.startswith("M20")] == codes


@pytest.mark.parametrize(
    "text",
    [
        "Figure 3: Two boilers", "Fig. 2. The cellar", "Table 4", "Table 1.2 — Fares", "Abb. 2: Der Keller", "Tableau 3 : Les tarifs",
        "Рис. 5. Котёл", "شكل 3: المرجل", "איור 2: הדוד", "図3　ボイラー", "图2 锅炉", "그림 1 보일러", "FIGURE A.2: Two boilers",
    ],
)  # fmt: skip
def test_a_caption_is_known_by_its_words(text: str) -> None:
    assert is_caption(text)


@pytest.mark.parametrize("text", ["Table 3 shows the fares", "The figure 3 is odd", "Map of the depot", "Figures are due", "表に示す", "Box office 3"])
def test_words_about_pictures_are_no_captions(text: str) -> None:
    assert not is_caption(text)
