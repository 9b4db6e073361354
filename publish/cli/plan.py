"""``publish plan``: which page stands where, on which sheet, and which way up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from . import options


@click.command("plan")
@click.argument("pages", metavar="PAGES|FILE.pdf")
@options.printing("sheets", shown=("scheme", "up", "signature"))
@click.option("--from-right/--from-left", default=None, help="Which side it is bound on. [as the file says, else the left]")
@click.option("--back-cover", is_flag=True, help="The last page is the back cover: what is left blank comes before it.")
@click.pass_context
def command(context: click.Context, /, pages: str, from_right: bool | None, back_cover: bool, **given: Any) -> None:
    """Print the sheets of so many PAGES, or of a PDF, as a map: each with its front and its back.

    A page that stands upside down has an arrow that points down beside its number; a dot is a blank page.
    """
    from ..diagnostics import PublishError
    from ..imposition.planning.sheet_map import sheet_map
    from ..imposition.sheets.impose import planned
    from ..measures.print_job import PrintJob
    from .shown import exit_code, show_findings

    try:
        count, as_file_says = (int(pages), False) if pages.isdecimal() and len(pages) < 6 else _of_file(Path(pages))
        plan = planned(count, PrintJob(**options.given(given)), as_file_says if from_right is None else from_right, back_cover)
    except PublishError as problem:
        show_findings([problem.diagnostic])
        context.exit(exit_code([problem.diagnostic]))
    click.echo(sheet_map(plan), nl=False)


def _of_file(file: Path) -> tuple[int, bool]:
    """How many pages a PDF has, and whether it is read from the right."""
    from ..diagnostics import Report
    from ..workflows.imposing import open_file

    source = open_file(file, Report())
    return len(source.sizes), source.from_right
