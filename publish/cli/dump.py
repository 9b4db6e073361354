"""``publish dump``: print the document model of a manuscript."""

from __future__ import annotations

from pathlib import Path

import click

from . import options


@click.command("dump")
@click.argument("manuscript", type=click.Path(path_type=Path))
@options.repair
@options.infer
@options.quiet
@click.pass_context
def command(context: click.Context, manuscript: Path, repair: bool | None, infer: bool | None, quiet: bool) -> None:
    """Print the document model of MANUSCRIPT: a block a line, each after the number of its source line."""
    from ..diagnostics import Report
    from ..model.dump import dump
    from ..workflows.reading import Wanted, read_manuscript
    from .shown import exit_code, show_findings

    report = Report()
    with report.going_on():
        reading = read_manuscript(manuscript, Wanted(repair=repair, infer=infer), report)
        click.echo(dump(reading.book), nl=False)
    show_findings(report.diagnostics, quiet)
    context.exit(exit_code(report.diagnostics))
