"""``publish build``: make the files of one or more manuscripts."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..settings import FORMATS
from . import options
from .manuscripts import all_manuscripts, each_once

if TYPE_CHECKING:
    from ..diagnostics import Diagnostic, Instructions
    from ..workflows.reading import Wanted
    from .work import Result


@click.command("build")
@click.argument("manuscripts", nargs=-1, type=click.Path(path_type=Path), metavar="[MANUSCRIPT]...")
@click.option("-f", "--format", "formats", multiple=True, type=click.Choice(FORMATS), help="What to make; may be given more than once. [pdf and epub]")
@click.option("-e", "--edition", "editions", multiple=True, metavar="NAME", help="Make an edition that the settings name.")
@click.option("-o", "--out", type=click.Path(path_type=Path), default=Path("build"), metavar="FOLDER", help="Where the files go. [build]")
@click.option("--style", metavar="NAME", help="How it looks. [as the settings say, else pamphlet]")
@click.option("--shape", metavar="SHAPE", help="The page: a5, a6, half-letter, 120mmx190mm … [as the style says]")
@click.option("--fit", metavar="PAGES", help="Fill so many pages of the PDF: 8, or sheet. [as many as there are]")
@options.printing("press", "sheets", shown=("scheme", "sheet", "paper", "flip", "margin", "ink", "preset"))
@options.repair
@options.infer
@click.option("-j", "--jobs", type=click.IntRange(1), default=1, show_default=True, metavar="NUMBER", help="How many manuscripts to make at a time.")
@click.option("--strict", is_flag=True, help="Exit with 3 where there are warnings.")
@click.option("--json", "as_json", is_flag=True, help="Print files and findings as one JSON object, in the form of `publish check --json`.")
@options.quiet
@options.verbose
@click.pass_context
def command(
    context: click.Context, /, manuscripts: tuple[Path, ...], jobs: int, strict: bool, as_json: bool, quiet: bool, verbose: bool, **wanted: Any
) -> None:
    """Make the files of each MANUSCRIPT, a file or a folder; without any, of all in manuscripts/.

    The paths of the files go to stdout; what was found on the way goes to stderr. Each other setting of
    printing in the README is an option as well, as in --bleed 5mm.
    """
    from ..workflows.reading import Wanted
    from .shown import exit_code, show_json
    from .shown import wanted as shown

    paths = each_once(manuscripts) or all_manuscripts()
    printing = options.given(wanted)
    with closing(_results(paths, Wanted(**wanted, printing=printing), jobs)) as results:
        files, findings, instructions = _shown(results, quiet, verbose, as_json)
    if as_json:
        show_json(paths, files, shown(findings, verbose=verbose), instructions)
    context.exit(exit_code(findings, strict))


def _shown(results: Iterator[Result], quiet: bool, verbose: bool, as_json: bool) -> tuple[list[Path], list[Diagnostic], list[Instructions]]:
    """All files, findings and instructions; unless they are wanted as JSON, each is shown as soon as it is there."""
    from .shown import in_order, show_findings, show_instructions

    files: list[Path] = []
    instructions: list[Instructions] = []
    findings: dict[Diagnostic, None] = {}
    for result in results:
        # What is wrong with the house's settings is found with each manuscript, and told once.
        new = [found for found in in_order(result.report.diagnostics) if found not in findings]
        findings.update(dict.fromkeys(new))
        files += result.files
        instructions += result.report.instructions
        if not as_json:
            show_findings(new, quiet, verbose)
            for path in result.files:
                click.echo(path)
            show_instructions(() if quiet else result.report.instructions)
    return files, list(findings), instructions


def _results(manuscripts: list[Path], wanted: Wanted, jobs: int) -> Generator[Result]:
    """Each manuscript's result; on a terminal one sees what is being made."""
    from .shown import at_work
    from .work import results

    with closing(results(manuscripts, wanted, jobs)) as made:
        for number, path in enumerate(manuscripts, 1):
            count = f" ({number} of {len(manuscripts)})" if len(manuscripts) > 1 else ""
            with at_work(path.name + count):
                result = next(made)
            yield result
