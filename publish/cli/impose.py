"""``publish impose``: any PDF on sheets to fold, staple and cut."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from . import options


@click.command("impose")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE.pdf...")
@click.option("-o", "--out", type=click.Path(path_type=Path), default=Path("build"), metavar="FOLDER", help="Where the files go. [build]")
@options.printing("sheets")
@click.option("--from-right/--from-left", default=None, help="Which side it is bound on. [as the file says, else the left]")
@click.option("--back-cover", is_flag=True, help="Its last page is the back cover: what is left blank comes before it.")
@click.option("--lang", default="en", metavar="LANG", help="The language of its instructions: en, es, fr or de. [en]")
@click.option("--json", "as_json", is_flag=True, help="Print files, findings and instructions as one JSON object.")
@options.quiet
@click.pass_context
def command(
    context: click.Context, /, files: tuple[Path, ...], out: Path, from_right: bool | None, back_cover: bool, lang: str,
    as_json: bool, quiet: bool, **given: Any,
) -> None:  # fmt: skip
    """Put the pages of each FILE.pdf on sheets of paper, with a page that tells how to print them.

    SCHEME is saddle (stapled on the fold, unless you say another), signatures, cut-stack, two-up, n-up, zine, half,
    letter, z, gate, accordion or french. The paths of the files go to stdout, all else to stderr.
    """
    from ..diagnostics import Report
    from ..measures.print_job import PrintJob
    from ..workflows.imposing import Reader, impose_file
    from .shown import at_work, exit_code, show_findings, show_instructions, show_json
    from .shown import wanted as shown

    job, reader = PrintJob(**options.given(given)), Reader(lang, from_right, back_cover)
    report, made = Report(), []
    for file in files:
        with at_work(file.name):
            made += impose_file(file, job, reader, out, report)
    if as_json:
        show_json(files, made, shown(report.diagnostics), report.instructions)
    else:
        show_findings(report.diagnostics, quiet)
        for path in made:
            click.echo(path)
        show_instructions(() if quiet else report.instructions)
    context.exit(exit_code(report.diagnostics))
