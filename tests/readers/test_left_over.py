"""What other tools leave in a text, and what authors keep to themselves."""

import pytest

from publish.diagnostics import Report
from publish.model.nodes import Image
from publish.model.walk import plain_text, walk
from publish.readers import Source, read


def read_text(text: str) -> tuple[str, list[str]]:
    """The words of a text, and what its author is told."""
    report = Report()
    manuscript = read(Source("m.md", ".md", text), report)
    return plain_text(*manuscript.blocks), [str(found) for found in report.diagnostics]


LEFT_OVER = {
    "cross-references": ["See @fig-lamp.", "(@sec-the-lamp)"],
    "citations": ["Rents rose [@smith2020, p. 33].", "Rents [see @doe; -@roe]", "@smith2020 says", "as @Doe:1999a writes"],
    "shortcodes and template marks": ['{{< ref "x" >}}', "{{ site.title }}", "{% include a.html %}", "{{% note %}}", "{{#if a}}"],
    "LaTeX": [r"\cite{smith}", r"\begin{center}", r"\textbf{a}", r"\includegraphics[width=3cm]{a}", r"\LaTeX is", r"a \noindent b"],
    "links between notes": ["![[lamp.png]]", "[[*a note*]]", "[words [[a note]]](https://example.org)"],
    "WordPress shortcodes": ['[caption id="a_1"]A lamp', "A lamp[/caption]", "[gallery]", "[gallery ids=1]", "[vc_row]"],
    "attributes that belong to nothing": ["A line {.x}", "A line {#here}", "{: .lead}", "words {=html}"],
    "names of emoji": ["Come :tada: now", ":+1: :lamp:"],
    "highlights": ["It is ==so== here"],
    "editors' marks": ["It {++is++} here", "It {--was--} here"],
    "asterisks that open nothing": ["**Bold not closed"],
    "colons that enclose nothing": ["words and :::"],
    "cells of notebooks": ["```{r}\nplot(1)\n```", "```{python, echo=False}\n1\n```", "It is `r nrow(x)`."],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in LEFT_OVER.items() for text in texts])
def test_what_another_tool_left_is_told_with_its_first_line_and_stays_in_the_text(kind: str, text: str) -> None:
    _, told = read_text(f"# One\n\nWords.\n\n{text}\n")
    left = [message for message in told if "M162" in message]
    assert left[:1] and left[0].startswith(f"m.md:5: M162 warning: markup left over from another tool: {kind}")
    assert len(left) == 1 or kind in ("shortcodes and template marks", "editors' marks")


def test_the_words_stay_in_the_text() -> None:
    said, _ = read_text("Rents rose [@smith2020, p. 33] and {{ x }} and :tada:.")
    assert said == "Rents rose [@smith2020, p. 33] and {{ x }} and :tada:."


def test_each_kind_is_told_once_and_counted() -> None:
    _, told = read_text("![[a]]\n\n:tada: and ![[b]]\n\n![[c]]\n")
    assert told == [
        "m.md:1: M162 warning: markup left over from another tool: links between notes, here and in 2 more places"
        " (write [words](file.md), for a file of the same book)",
        "m.md:3: M162 warning: markup left over from another tool: names of emoji (write the sign itself)",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Follow @union and write to ann@example.org, or ann2020@example.org.",
        "[@union](https://example.org/@union) and <https://example.org/@union2020/1>",
        "At 10:30:15, in the ratio 2:3:4; see:this:that.",
        r"\[\[escaped\]\] and \{\{escaped\}\} and AC\DC and C:\texts\new{a}",
        "`{{ code }}` and `[[code]]` and `\\cite{code}`",
        "```\n{{ code }} [[code]] \\begin{code}\n```",
        "[small]{.smallcaps} and [a link](x.md){#here}",
        "2 ** 3 == 8 and a==b, f**k, and a price* with a note.",
        "Note[^1] and [NOTE] and [caption].[^1]\n\n[^1]: Words.",
        r"The sum is $\frac{a}{b}$, and $$\sqrt{2}$$.",
        "5 {6} 7 and {a, b}",
    ],
)
def test_what_only_looks_like_it_is_no_finding(text: str) -> None:
    _, told = read_text(text)
    assert [message for message in told if "M162" in message] == []


@pytest.mark.parametrize("mark", [r"\newpage", r"\pagebreak", r"\clearpage", "{{< pagebreak >}}", "[TOC]", "[[toc]]", "[[_TOC_]]"])
def test_marks_for_pages_and_contents_are_taken_out_and_told(mark: str) -> None:
    said, told = read_text(f"One.\n\n{mark}\n\nTwo.\n")
    assert said == "One.\nTwo."
    (message,) = told
    assert message.startswith("m.md:3: M163 info: marks for page breaks or contents were taken out (")


def test_a_page_break_within_a_paragraph_is_no_word_of_it() -> None:
    assert read_text("One \\newpage two.")[0] == "One two."


# Private comments -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Words. %%ask Ann%% More.", "Words. More."),
        ("%%ask Ann%% Words.", "Words."),
        ("Words%%ask Ann%%.", "Words."),
        ("In 2019 %%ask Ann%% it was.", "In 2019 it was."),
        ("In 2019%%ask Ann%% it was.", "In 2019 it was."),
        ("Words %%over two\nlines%% more.", "Words more."),
        ("Words.\n\n%%\na block\n\nof two\n%%\n\nMore.", "Words.\nMore."),
        ("Words.\n%%\na block\n%%\nMore.", "Words.\nMore."),
        ("Words.\n\n%% a line %%\n\nMore.", "Words.\nMore."),
        ("> Words.\n>\n> %%\n> a block\n> %%\n>\n> More.", "Words.\nMore."),
        ("# Words %%ask Ann%%\n\nMore.", "Words\nMore."),
        ("| Words %%ask%% | More |\n|---|---|\n| a | %%ask%%b |", "Words\nMore\na\nb"),
        ("Words {>>ask Ann<<}more.", "Words more."),
        ("*Words %%ask%%more* [and %%ask%%more](https://example.org).", "Words more and more."),
    ],
)
def test_private_comments_are_taken_out(text: str, said: str) -> None:
    found, told = read_text(text)
    assert [line.rstrip() for line in found.split("\n") if line] == said.split("\n")
    assert all("M160 info" in message for message in told) and len(told) == 1


def test_so_are_those_in_the_description_of_a_picture() -> None:
    report = Report()
    blocks = read(Source("m.md", ".md", "Words ![A %%whose?%% lamp](lamp.png)"), report).blocks
    assert [node.alt for node in walk(*blocks) if isinstance(node, Image)] == ["A lamp"]


def test_they_are_told_once_with_the_first_line() -> None:
    _, told = read_text("Words.\n\n%%a%% More %%b%%.\n\n%%\nc\n%%\n")
    assert told == ["m.md:3: M160 info: 3 private comments were taken out"]


@pytest.mark.parametrize("text", ["50%% of it and 20%% of that.", "`%%a%%` is code.", "```\n%%\na\n%%\n```", r"\%\%a\%\%", "At 100 %% it is full."])
def test_other_per_cent_signs_stay(text: str) -> None:
    said, told = read_text(text)
    assert "%%" in said and told == []


@pytest.mark.parametrize(
    "text", ["Words %%ask Ann.\n\nMore.", "Words.\n\n%%\nprivate\n\nto the end", "%%ask\n\nAnn%% Words.", "Words {>>ask Ann", "Words.\n\n%% ask Ann\n\nMore."]
)
def test_a_comment_that_does_not_end_is_refused(text: str) -> None:
    _, told = read_text(text)
    assert any("M161 error: this private comment does not end and would be printed" in message for message in told)
