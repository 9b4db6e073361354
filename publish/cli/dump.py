"""``publish dump``: print the document model of a manuscript."""

from __future__ import annotations

from pathlib import Path

import click

from ..diagnostics import PublishError, Report
from ..model.dump import dump
from ..pipeline import Wanted, read_manuscript
from .shown import exit_code, show_report


@click.command("dump")
@click.argument("manuscript", type=click.Path(path_type=Path))
@click.option("--repair/--no-repair", default=None, help="Undo what copying from a PDF broke. [text without front matter]")
@click.option("--infer/--no-infer", default=None, help="Find demands, contact and quotations that are not marked. [yes]")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing of what was merely noticed.")
def command(manuscript: Path, repair: bool | None, infer: bool | None, quiet: bool) -> int:
    """Print MANUSCRIPT as the text form of its document model, one block a line with its source line."""
    report = Report()
    try:
        reading = read_manuscript(manuscript, Wanted(repair=repair, infer=infer), report)
        click.echo(dump(reading.book), nl=False)
    except PublishError as problem:
        report.diagnostics.append(problem.diagnostic)
    show_report(report, quiet)
    return exit_code(report, strict=False)
