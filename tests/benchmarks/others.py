"""The book of :mod:`book` as Typst and LaTeX take it, on the same page in the same face and size.

    python tests/benchmarks/others.py BOOK.md FOLDER

makes ``typst.pdf`` (needs the package ``typst``) and ``pdflatex.pdf`` (needs ebgaramond and
microtype), each where its tool is installed.
"""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

# The page of the style `pamphlet`, in points.
WIDTH, HEIGHT, INNER, OUTER, TOP, BOTTOM, SIZE, LEADING = 419.53, 595.28, 56.64, 65.03, 62.5, 70.8, 11, 14

_TYPST = f"""#set page(width: {WIDTH}pt, height: {HEIGHT}pt, margin: (inside: {INNER}pt, outside: {OUTER}pt, top: {TOP}pt, bottom: {BOTTOM}pt))
#set text(font: "EB Garamond", size: {SIZE}pt, lang: "en", region: "gb", number-type: "old-style", top-edge: 0.7em, bottom-edge: -0.3em)
#set par(justify: true, leading: {LEADING - SIZE}pt, spacing: {LEADING - SIZE}pt, first-line-indent: 1.25em)
#show heading: set par(justify: false)
"""
_LATEX = rf"""\documentclass[11pt,twoside]{{article}}
\usepackage[T1]{{fontenc}}\usepackage[utf8]{{inputenc}}\usepackage[british]{{babel}}
\usepackage[oldstyle,proportional]{{ebgaramond}}\usepackage{{microtype}}
\usepackage[paperwidth={WIDTH}bp,paperheight={HEIGHT}bp,inner={INNER}bp,outer={OUTER}bp,top={TOP}bp,bottom={BOTTOM}bp]{{geometry}}
\setlength{{\parindent}}{{1.25em}}\raggedbottom
\makeatletter\renewcommand\normalsize{{\@setfontsize\normalsize{{{SIZE}bp}}{{{LEADING}bp}}}}\makeatother\normalsize
\begin{{document}}
"""
_NOTE = re.compile(r"\^\[([^\]]*)\]")
_EMPHASIS = re.compile(r"\*([^*]+)\*")
_QUOTED = re.compile(r'"([^"]*)"')


def typst(markdown: str) -> str:
    """The book as Typst's source."""

    def inline(text: str) -> str:
        return _NOTE.sub(r"#footnote[\1]", _EMPHASIS.sub(r"#emph[\1]", text))

    def block(text: str) -> str:
        if text.startswith("#"):
            marks, _, words = text.partition(" ")
            return f"{'=' * len(marks)} {inline(words)}"
        if text.startswith(">"):
            return "#quote(block: true)[" + inline(text.replace("> ", "").replace(">\n", "\n")) + "]"
        return inline(text)

    return _TYPST + "\n\n".join(map(block, _blocks(markdown)))


def latex(markdown: str) -> str:
    """The book as LaTeX's source."""

    def inline(text: str) -> str:
        text = _EMPHASIS.sub(r"\\emph{\1}", _QUOTED.sub(r"``\1''", text))
        return _NOTE.sub(r"\\footnote{\1}", text)

    def block(text: str) -> str:
        if text.startswith("#"):
            marks, _, words = text.partition(" ")
            return rf"\{'sub' * (len(marks) - 1)}section*{{{inline(words)}}}"
        if text.startswith(">"):
            return "\\begin{quote}" + inline(text.replace("> ", "").replace(">\n", "\n")) + "\\end{quote}"
        if text.startswith("- "):
            return "\\begin{itemize}" + inline("\n" + text).replace("\n- ", "\n\\item ") + "\\end{itemize}"
        return inline(text)

    return _LATEX + "\n\n".join(map(block, _blocks(markdown))) + "\n\\end{document}\n"


def _blocks(markdown: str) -> list[str]:
    return markdown.split("---\n\n", 1)[1].strip().split("\n\n")


def make_typst(manuscript: Path, folder: Path) -> Path:
    """Set the book with Typst."""
    import rendercv_fonts
    import typst as compiler

    source, made = folder / "typst.typ", folder / "typst.pdf"
    source.write_text(typst(manuscript.read_text(encoding="utf-8")), encoding="utf-8")
    fonts = Path(rendercv_fonts.__file__).parent / "EB Garamond"
    compiler.compile(str(source), output=str(made), font_paths=[str(fonts)])
    return made


def make_latex(manuscript: Path, folder: Path) -> Path:
    """Set the book with pdflatex and microtype."""
    source = folder / "pdflatex.tex"
    source.write_text(latex(manuscript.read_text(encoding="utf-8")), encoding="utf-8")
    command = ("pdflatex", "-interaction=batchmode", "-halt-on-error", source.name)
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return source.with_suffix(".pdf")


def installed() -> dict[str, Callable[[Path, Path], Path]]:
    """What is there to compare with, by name."""
    makers: dict[str, Callable[[Path, Path], Path]] = {}
    if importlib.util.find_spec("typst"):
        makers["typst"] = make_typst
    if shutil.which("kpsewhich") and subprocess.run(("kpsewhich", "ebgaramond.sty"), capture_output=True).stdout:
        makers["pdflatex"] = make_latex
    return makers


if __name__ == "__main__":
    for make in installed().values():
        print(make(Path(sys.argv[1]), Path(sys.argv[2])))
