"""Texts as people hand them in, each the smallest of its kind: what becomes of them, read from the file to the book."""

from __future__ import annotations

from pathlib import Path

import pytest

from publish.diagnostics import Report
from publish.model.dump import dump
from publish.workflows.reading import Wanted, read_manuscript
from tests.command import Run, call

HEAD = "---\ntitle: T\nlang: {lang}\n---\n\n"

# What is written below the front matter, its language, and lines of the book that it must become.
READ = {
    "apostrophes and feet": (
        "en", "'I'm from the '60s'. 'Fraid so. It stood 12'x10' in the yard. She wrote \\\"as it is\\\" there.",
        ("paragraph: ‘I’m from the ’60s’. ’Fraid so. It stood 12′x10′ in the yard. She wrote \"as it is\" there.",),
    ),
    "gershayim": ("he", 'צה"ל אמר "שלום". צ\'ק.', ("paragraph: צה״ל אמר ”שלום”. צ׳ק.",)),
    "bold beside marks of Chinese and Japanese": (
        "ja", "これは**「強調」**です。\n\n**注意：**説明です。",
        ("paragraph: これは[strong: 「強調」]です。", "paragraph: [strong: 注意：]説明です。"),
    ),
    "lists with letters and brackets": (
        "en", "a. first\nb. second\n\n(i) one\n(ii) two\n\nA)  big\nB)  great\n\n#. next\n#. last",
        ("list ordered from 1 as a. lower-alpha tight", "list ordered from 1 as (i) lower-roman tight",
         "list ordered from 1 as A) upper-alpha tight", "list ordered from 1 tight"),
    ),
    "a resolution": (
        "en", "(a) that the lamps be lit;\n\n(b) that nobody be evicted.\n\n(1) one\n\n(2) two",
        ("list ordered from 1 as (a) lower-alpha loose", "list ordered from 1 as (1) decimal loose"),
    ),
    "an initial for a name": ("en", "We stay.\n\nM.\n\nj.", ("paragraph: We stay.", "paragraph: M.", "paragraph: j.")),
    "a list with an empty item": ("en", "a. one\nb.\nc. three", ("list ordered from 1 as a. lower-alpha tight", "paragraph: one", "item", "item", "paragraph: three")),
    "a table drawn with lines": (
        "en", "+--------+-----------+\n| Street | Demand    |\n+========+===========+\n| Quay   | - lamps   |\n|        | - a bench |\n+--------+-----------+",
        ("head: Street | Demand", "paragraph: Quay", "list bullets tight", "paragraph: a bench"),
    ),
    "a table under dashes": (
        "en", "  Street     Rent\n--------  -------\n  Quay        640\n\nTable: Rents asked\n\nAfter it.",
        ("table right right: Rents asked", "head: Street | Rent", "row: Quay | 640", "paragraph: After it."),
    ),
    "a table of several lines a row": (
        "en", "----------------------------\n Street   What the tenants\n          said of it\n-------- -------------------\n Quay     Too high, and the\n          lift stands.\n\n"
        " Mill     Too high.\n----------------------------",
        ("head: Street | What the tenants said of it", "row: Quay | Too high, and the lift stands."),
    ),
    "a table in HTML": ("en", "<table>\n<tr><th>Street</th></tr>\n<tr><td>Quay</td></tr>\n</table>", ("head: Street", "row: Quay")),
    "a quotation in HTML": (
        "en", "<blockquote>\n<p>We stay.</p>\n<footer>— Ann Quay</footer>\n</blockquote>", ("paragraph: We stay.", "attribution: Ann Quay"),
    ),
    "blocks of WordPress": (
        "en", "<!-- wp:list -->\n<ul><li>lamps</li><li>benches</li></ul>\n<!-- /wp:list -->", ("list bullets tight", "paragraph: lamps", "paragraph: benches"),
    ),
    "tasks": ("en", "- [ ] not done\n- [x] done", ("item to do", "item done")),
    "formulas and prices": (
        "en", "It is $a^2$ and $$E = mc^2$$ costs \\$5 and $3 and $4.", ("paragraph: It is [math: a^2] and [math display: E = mc^2] costs $5 and $3 and $4.",),
    ),
    "a second heading of the same words": (
        "en", "# One\n\n## Same\n\na\n\n## Same\n\nb, see [it](#same-1).", ("heading 2 #same: Same", "heading 2 #same-1: Same", "paragraph: b, see [link #same-1: it]."),
    ),
    "a span that ends a heading": (
        "en", "# The question of [NATO]{.smallcaps}\n\nWords.", ("section chapter #the-question-of-nato: The question of [smallcaps: NATO]",),
    ),
    "speech without a source": (
        "en", "# One\n\nThe driver looked down the car, and went on:\n\n“First, nobody has paid us for the nights in March; second, the heating has been out.”\n\nNobody said a word.",
        ("paragraph: “First, nobody has paid us for the nights in March; second, the heating has been out.”",),
    ),
}  # fmt: skip

# Whole files, and lines of the books they must become.
FILES = {
    "Hugo": (
        "+++\ntitle = 'Sixteen Degrees'\ndate = 2024-01-12T10:00:00+01:00\nauthor = 'Ann Quay'\n+++\n\nThe boilers have been out.\n",
        ("title: Sixteen Degrees", "contributors: Ann Quay · aut", "date: 2024-01-12", "paragraph: The boilers have been out."),
    ),
    "pandoc": ("% Sixteen Degrees\n% Ann Quay\n% 12 January 2024\n\n# One\n\nWords.\n", ("title: Sixteen Degrees", "contributors: Ann Quay · aut", "date: 2024-01-12")),
    "Jekyll": (
        "---\nlayout: post\ntitle:  \"The Lamp\"\ndate:   2024-05-03 10:00:00 +0100\npermalink: /lamp/\n---\n\nWords.\n", ("title: The Lamp", "date: 2024-05-03"),
    ),
    "Obsidian": ("---\naliases: [lamp]\ncreated: 2024-05-03\n---\n# The Lamp\n\nWords.\n", ("title: The Lamp",)),
    "a banner above the title": (
        "*A draft, not to be quoted*\n\n# Warm Houses\n\nThe boilers are thirty years old.\n", ("title: Warm Houses", "paragraph: [em: A draft, not to be quoted]"),
    ),
    "a heading of the second level": ("## Control of the Lamps\n\nWords of it, and more words.\n", ("title: Control of the Lamps",)),
    "marks in the title": (
        "---\ntitle: Reading *The Lamp* again\nlang: en\n---\n\nWords.\n", ("title: Reading The Lamp again", "marked-title: Reading [em: The Lamp] again"),
    ),
    "a caption before a paragraph": (
        "# Warm Houses\n\n## Heating\n\nFigure 3: Two boilers, of which only one has ever been lit by the\n\nwe will write to the city again in May.\n",
        ("paragraph: Figure 3: Two boilers, of which only one has ever been lit by the", "paragraph: we will write to the city again in May."),
    ),
    "a call to act below the demands": (
        "# A Gate\n\nThe gate has been locked since the winter.\n\nWe demand:\n\n1. The gate open by day\n2. A lamp above it\n\nCome to the gate on Friday at six.\n\nContact: write to yard@example.org\n",
        ("section demands #demands", "paragraph: Come to the gate on Friday at six.", "section contact #contact"),
    ),
}  # fmt: skip


@pytest.fixture
def shown(tmp_path: Path, report: Report):
    """What a text becomes, line by line, without the numbers of the lines."""

    def shown(text: str, name: str = "text.md") -> list[str]:
        (tmp_path / name).write_text(text, encoding="utf-8")
        book = read_manuscript(tmp_path / name, Wanted(), report).book
        return [line.partition("|")[2].strip() for line in dump(book).splitlines()]

    return shown


def _stand_in_order(wanted: tuple[str, ...], lines: list[str]) -> bool:
    following = iter(lines)
    return all(one in following for one in wanted)


@pytest.mark.parametrize("lang, body, wanted", READ.values(), ids=READ)
def test_what_was_written_is_read_as_it_was_meant(shown, lang: str, body: str, wanted: tuple[str, ...]) -> None:
    lines = shown(HEAD.format(lang=lang) + body + "\n")
    assert _stand_in_order(wanted, lines), lines


@pytest.mark.parametrize("text, wanted", FILES.values(), ids=FILES)
def test_files_of_other_tools_and_without_any_become_books(shown, text: str, wanted: tuple[str, ...]) -> None:
    lines = shown(text)
    assert _stand_in_order(wanted, lines), lines


def test_a_text_is_the_same_book_whatever_the_file_is_called(shown) -> None:
    text = "# Night Trams\n\nIt stood in *The Lamp*, and **[here](https://example.org/lamp)**.\n\n- one\n- two\n"
    assert shown(text, "text.md") == shown(text, "text.txt")


def test_headings_that_recur_are_no_running_heads(shown, report: Report) -> None:
    parts = "".join(
        f"## {name}\n\n### Problems\n\n- the {name.lower()} is out\n\n### What we propose\n\n- a new one\n\n" for name in ("Heating", "Light", "Lift")
    )
    lines = shown(f"# Warm Houses\n\nOur plan for the estate.\n\n{parts}")
    assert [line.rpartition(": ")[2] for line in lines if line.startswith("heading 3")] == ["Problems", "What we propose"] * 3
    assert not {"M205", "M206"} & {found.code for found in report.diagnostics}


def test_running_heads_with_quotation_marks_are_taken_out(shown, report: Report) -> None:
    lines = shown(
        "THE NIGHT BUS PAPERS\n\nTHE “NIGHT” BUS PAPERS\n\nThe last bus leaves at ten to one, and whoever has missed it walks home along the\n\n1\n\n"
        "THE “NIGHT” BUS PAPERS\n\nring road, where there is no pavement between the mill and the bridge, for as long as the\n\n2\n\n"
        "THE “NIGHT” BUS PAPERS\n\ncouncil says that the money is not there.\n\n3\n",
        "text.txt",
    )  # fmt: skip
    assert lines[-1].startswith("paragraph: The last bus leaves") and lines[-1].endswith("is not there.") and "“" not in lines[-1]


def test_each_kind_of_left_over_markup_is_told_once_with_its_line(shown, report: Report) -> None:
    shown(HEAD.format(lang="en") + '# One\n\nSee {{< ref "x" >}}, [[a note]] and [@smith2020], and [@doe99].\n\n**Bold not closed and {.x} and :::\n')
    told = [(found.place.line, found.message.partition(": ")[2].partition(",")[0]) for found in report.diagnostics if found.code == "M162"]
    assert sorted(told) == [
        (8, "citations"), (8, "links between notes"), (8, "shortcodes and template marks"),
        (10, "asterisks that open nothing"), (10, "attributes that belong to nothing"), (10, "colons that enclose nothing"),
    ]  # fmt: skip


def test_a_private_comment_is_not_published(shown, report: Report) -> None:
    assert shown(HEAD.format(lang="en") + "Words. %%ask Ann%% More.\n\n%%\na private block\n%%\n")[-1] == "paragraph: Words. More."
    assert [found.code for found in report.diagnostics].count("M160") == 1


# On paper ------------------------------------------------------------------------------------------

PAPER = {
    "possessive.md": "# One\n\nThe log is kept by [the Committee](https://example.org/log)'s scribe, at [the yard](https://example.org/yard)-side.\n",
    "tall-row.md": f"# One\n\n| Nr | Remark |\n|---|---|\n| 1 | {' '.join(f'word{number}' for number in range(700))} |\n",
    "addresses.md": (
        "# One\n\nIt is kept at https://docs.example.org/document/d/1aB2cD3eF4gH5iJ6kL7mN8oP9qR0sT1uV2wX3yZ4aB5c/edit where all can read.\n\n"
        "Set `PUBLISH_MANUSCRIPT_FOLDER_OF_THE_WHOLE_HOUSE=manuscripts/reader` first.\n\n| Address | What |\n|---|---|\n"
        "| https://docs.example.org/document/d/1aB2cD3eF4gH5iJ6kL7mN8oP9qR0sT1uV2wX3yZ4aB5c/edit | minutes |\n"
    ),
}  # fmt: skip


@pytest.fixture(scope="module", params=PAPER)
def built(request, tmp_path_factory: pytest.TempPathFactory) -> Run:
    file = tmp_path_factory.mktemp("paper") / request.param
    file.write_text("---\ntitle: T\nlang: en\npublish:\n  shape: a6\n---\n\n" + PAPER[request.param], encoding="utf-8")
    return call("build", file, "-f", "pdf", "-o", file.parent)


def test_it_is_printed_whole_and_within_its_measure(built: Run) -> None:
    assert built.code == 0
    assert "P115" not in built.err and "L101" not in built.err
