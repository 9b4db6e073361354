"""``publish styles``: list the styles, show one, begin a new one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from .work import Result

# The kinds of files that a specimen is made as, by their names' endings.
_SHOWN_AS = ("epub", "html", "pdf")


@click.group("styles", invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> None:
    """List the styles there are: those in styles/ here, and those that come with the program."""
    if context.invoked_subcommand is None:
        context.exit(_list())


def _list() -> int:
    from ..diagnostics import Report
    from ..styles.shelf import listed_styles
    from .shown import exit_code, show_findings

    report = Report()
    for style in listed_styles(Path.cwd(), report):
        click.echo(f"{style.name}: {style.description}")
        pages = f"for {', '.join(style.shapes)}; " if style.shapes else ""
        click.echo(f"    {pages}in {style.where}")
    show_findings(report.diagnostics)
    return exit_code(report.diagnostics)


@command.command("show")
@click.argument("name")
@click.option("-o", "--out", type=click.Path(path_type=Path), metavar="FILE", help="Where it goes; .epub and .html do as well. [build/specimen-NAME.pdf]")
@click.option("--shape", metavar="SHAPE", help="The page. [as the style says]")
@click.pass_context
def show(context: click.Context, name: str, out: Path | None, shape: str | None) -> None:
    """Make a specimen of the style NAME: a PDF with every kind of page."""
    from .shown import at_work, exit_code, show_findings

    file = out or Path("build") / f"specimen-{name}.pdf"
    if file.suffix[1:].lower() not in _SHOWN_AS:
        endings = ", ".join(f".{format}" for format in _SHOWN_AS)
        raise click.BadParameter(f"“{file}” does not end in one of {endings}.", context, param_hint="'-o' / '--out'")
    with at_work(name):
        result = _specimen(name, file, shape)
    # What is remarked on the specimen's own text is of no use to whoever looks at a style.
    show_findings(result.report.diagnostics, quiet=True)
    for path in result.files:
        click.echo(path)
    context.exit(exit_code(result.report.diagnostics))


def _specimen(name: str, file: Path, shape: str | None) -> Result:
    """The specimen in a style, as a file of the format that its name ends in."""
    from tempfile import TemporaryDirectory

    from ..files import put
    from ..styles.shelf import SPECIMEN
    from ..workflows.reading import Wanted
    from .work import Result, build_one

    with TemporaryDirectory(prefix="publish-") as folder:
        result = build_one(SPECIMEN, Wanted(formats=(file.suffix[1:].lower(),), style=name, shape=shape, out=Path(folder)))
        with result.report.going_on():
            for path in result.files:
                put(file, path.read_bytes())
            return Result([file] if result.files else [], result.report)
    return Result([], result.report)


@command.command("copy")
@click.argument("name")
@click.argument("new", required=False)
@click.pass_context
def copy(context: click.Context, name: str, new: str | None) -> None:
    """Begin a style NEW in styles/ that builds on NAME.

    Its files have every setting in them, behind a #, and change nothing yet.
    Where no NEW is given it is called my-NAME.
    """
    from ..diagnostics import PublishError
    from ..styles.shelf import copy_style
    from .shown import exit_code, show_findings

    try:
        for path in copy_style(name, f"my-{name}" if new is None else new):
            click.echo(path)
    except PublishError as problem:
        show_findings([problem.diagnostic])
        context.exit(exit_code([problem.diagnostic]))
