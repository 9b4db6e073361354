"""Markup of other tools that means nothing here: told once a kind and file, with its first line.

The words stay in the text, so that nobody misses them; only marks for what a style decides, where pages
break and where the contents stand, are taken out, for they are no words of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from ..diagnostics import Report
from ..model.place import Place


class _Kind(NamedTuple):
    """What a kind of markup is called, how it looks in running text, and what its author may do.

    The pattern is made when it is first looked for: most texts have no trace of any of them.
    """

    name: str
    look: str
    hint: str = "write it as Markdown, or take it out"


_COMMANDS = (
    "newline linebreak noindent indent bigskip medskip smallskip hfill vfill centering raggedright tableofcontents maketitle"
    " LaTeX TeX ldots dots textbackslash footnotesize small large Large hline appendix frontmatter mainmatter backmatter"
)
_BARE_COMMANDS = "|".join(_COMMANDS.split())
KINDS = (
    _Kind("cross-references", r"(?<![\w@./])@(?:sec|fig|tbl|eq|lst|thm)-[\w-]+", "link to it: [words](#id)"),
    _Kind(
        "citations",
        r"\[[^\[\]]{0,300}(?<![\w.+])@\w[^\[\]]{0,300}\]|(?<![\w@./+-])@[A-Za-z][\w:-]{0,60}?(?:1[5-9]|20)\d\d[a-z]?(?![\w@-]|\.\w)",
        "write the source out, best as a note: ^[Smith, 2020, p. 33]",
    ),
    _Kind("shortcodes and template marks", r"(?s)\{\{.{0,300}?\}\}|\{%.{0,300}?%\}"),
    _Kind("LaTeX", rf"(?<![\w:\\])\\(?:[A-Za-z]{{2,30}}\*?(?:\[[^\[\]\n]{{0,200}}\])?\{{|(?:{_BARE_COMMANDS})(?![A-Za-z]))"),
    _Kind("links between notes", r"!?\[\[[^\[\]\n]{1,200}\]\]", "write [words](file.md), for a file of the same book"),
    _Kind(
        "WordPress shortcodes",
        (
            r"\[(?:caption|gallery|audio|video|playlist)\s[^\[\]=]{0,200}=[^\[\]]{0,500}\]|\[gallery\]"
            r"|\[/(?:caption|embed|audio|video|playlist)\]|\[/?(?:vc|et_pb)_\w{1,30}(?:\s[^\[\]]{0,500})?\]"
        ),
    ),
    _Kind("attributes that belong to nothing", r"\{:?\s{0,5}[.#][\w-][^{}\n]{0,200}\}|\{=\w+\}|\{:toc\}", "put them right behind what they tell of"),
    _Kind("names of emoji", r"(?<![\w:]):[a-z][a-z0-9_+-]{1,30}:(?![\w:])", "write the sign itself"),
    _Kind("highlights", r"(?<![=\w])==(?=[^\s=])[^=\n]{1,500}(?<=[^\s=])==(?![=\w])", "write **words** or *words*"),
    _Kind("editors' marks", r"(?s)\{(?:\+\+.{0,500}?\+\+|--.{0,500}?--|~~.{0,500}?~~|==.{0,500}?==)\}", "decide on each, and take the marks out"),
    _Kind("asterisks that open nothing", r"(?<![\w*])\*\*(?=[^\W_])", "close them with ** in the same paragraph"),
    _Kind("colons that enclose nothing", r"(?<![:\w]):::+(?![:\w])", "begin a line of its own with ::: name, and end with :::"),
)
_CELLS = _Kind("cells of notebooks", r"\{[A-Za-z]\w*[\s,}]", "put in what they make")
_INLINE_CELL = re.compile(r"(?:r|python|julia) \S")
# What each of the kinds begins with: most paragraphs hold none of it, and are not looked at more closely.
_TRACE = re.compile(r"@\w|\{|\\[A-Za-z]|\[\[|\[/?[a-z]+[_ \]]|:[a-z]|==|\*\*|:::|`(?:r|python|julia) ")
# Formulas are read by another part; what stands in them is theirs.
_FORMULA = re.compile(r"\$\$[^$]{1,2000}\$\$|\$(?=[^\s$])[^$\n]{1,500}(?<=[^\s$])\$(?!\d)")
_NAME_OF_TABLE = re.compile(r"^(?::|Table:)\s[^{}]*\{#[^{}\n]{1,200}\}\s*$")  # below it, with its caption
_HIDDEN = "\ufffc"  # stands for what is not plain text
_PLAIN = {"text": None, "softbreak": "\n", "hardbreak": "\n"}
# What a style decides, not the text.
_OF_PAGES = re.compile(r"(?<![\w\\])\\(?:newpage|pagebreak|clearpage|cleardoublepage)(?![A-Za-z])(?:\[\d\]|\{\})?[ \t]?|\{\{<\s*pagebreak\s*>\}\}[ \t]?")
_OF_CONTENTS = re.compile(r"\s*(?:\[TOC\]|\[\[_?TOC_?\]\]|\$\{toc\}|\{\{<\s*toc\s*>\}\})\s*", re.IGNORECASE)


class LeftOver:
    """Looks for it in one text; lines count from 0."""

    def __init__(self) -> None:
        self._lines: dict[str, list[int]] = {}
        self._hints: dict[str, str] = {}
        self._taken: list[int] = []

    def look(self, tokens: Sequence[Token]) -> None:
        """Look through the tokens of a text, and take out of them what is no word of it."""
        for token in tokens:
            if token.type == "inline" and token.children:
                self._look_in(token, token.children)
            elif token.type == "fence" and (re.match(_CELLS.look, token.info) or token.info.startswith("{=")):
                self._found(_CELLS, token.map[0] if token.map else 0)

    def _look_in(self, inline: Token, children: list[Token]) -> None:
        if _TRACE.search(inline.content) is None and "[TOC]" not in inline.content.upper():
            return
        _join_texts(children)
        self._take_out(inline, children)
        text = "".join(_plain(child) for child in children)
        text = _FORMULA.sub(lambda found: re.sub(r"[^\n]", _HIDDEN, found[0]), text)
        text = _NAME_OF_TABLE.sub("", text)
        first = inline.map[0] if inline.map else 0
        for kind in KINDS:
            line, counted = first, 0
            for found in re.finditer(kind.look, text):
                line, counted = line + text.count("\n", counted, found.start()), found.start()
                self._found(kind, line)
        for child in children:
            if child.type == "code_inline" and _INLINE_CELL.match(child.content):
                self._found(_CELLS, child.map[0] if child.map else first)

    def _take_out(self, inline: Token, children: list[Token]) -> None:
        first = inline.map[0] if inline.map else 0
        if _OF_CONTENTS.fullmatch(inline.content) and all(child.type != "link_open" for child in children):
            children.clear()
            self._taken.append(first)
        for child in children:
            if child.type == "text" and (left := _OF_PAGES.sub("", child.content)) != child.content:
                child.content = left
                self._taken.append(child.map[0] if child.map else first)

    def _found(self, kind: _Kind, line: int) -> None:
        self._lines.setdefault(kind.name, []).append(line)
        self._hints[kind.name] = kind.hint

    def tell(self, place: Callable[[int], Place], report: Report) -> None:
        """M162: each kind once, where it stands first; M163: what was taken out."""
        for name, lines in sorted(self._lines.items(), key=lambda one: one[1][0]):
            report.warning("M162", f"markup left over from another tool: {name}{_how_many(lines)}", place(lines[0]), self._hints[name], count=len(lines))
        if self._taken:
            hint = "the style decides where pages break, and `contents` whether there is a page of contents"
            message = f"marks for page breaks or contents were taken out{_how_many(self._taken)}"
            report.info("M163", message, place(min(self._taken)), hint, count=len(self._taken))


def _join_texts(children: list[Token]) -> None:
    """A backslash before a letter stands in a token of its own; it is text like what is around it."""
    joined: list[Token] = []
    for child in children:
        bare = child.type == "text" or (child.type == "text_special" and child.content == child.markup)
        if bare and joined and joined[-1].type == "text":
            joined[-1].content += child.content
            continue
        if bare:
            child.type = "text"
        joined.append(child)
    children[:] = joined


def _plain(child: Token) -> str:
    kept = _PLAIN.get(child.type, _HIDDEN)
    return child.content if kept is None else kept


def _how_many(lines: Sequence[int]) -> str:
    return "" if len(lines) == 1 else f", here and in {len(lines) - 1} more {'place' if len(lines) == 2 else 'places'}"
