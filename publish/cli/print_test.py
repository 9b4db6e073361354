"""``publish print-test``: one sheet that tells how a printer turns paper, what it leaves bare, and whether it shrinks pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options

if TYPE_CHECKING:
    from ..measures.shapes import Shape


@click.command("print-test")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), default=Path("build/print-test.pdf"), metavar="FILE", help="Where it goes. [build/print-test.pdf]"
)
@click.option("--sheet", type=options.SettingType("sheet"), default="a4", metavar="SHEET", help="The paper in the printer: a4, letter, a3 … [a4]")
@click.option("--lang", default="en", metavar="LANG", help="Its language: en, es, fr or de. [en]")
@click.pass_context
def command(context: click.Context, out: Path, sheet: Shape, lang: str) -> None:
    """Make a sheet to print on both sides: it says which edge your printer turns paper on, and more, in a minute."""
    from ..diagnostics import PublishError
    from ..workflows.imposing import put_print_test
    from .shown import exit_code, show_findings

    try:
        put_print_test(sheet, lang, out)
    except PublishError as problem:
        show_findings([problem.diagnostic])
        context.exit(exit_code([problem.diagnostic]))
    click.echo(out)
