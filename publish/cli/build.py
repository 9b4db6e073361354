"""``publish build``: make the files of one or more manuscripts."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from ..config import FORMATS
from ..diagnostics import PublishError, Report
from ..pipeline import DEFAULT_OUT, MANUSCRIPTS, Wanted, build, manuscripts_in
from .shown import exit_code, show_json, show_report


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one manuscript."""

    files: list[Path]
    report: Report


@click.command("build")
@click.argument("manuscripts", nargs=-1, type=click.Path(path_type=Path))
@click.option("-f", "--format", "formats", multiple=True, type=click.Choice(FORMATS), help="What to make; may be given more than once. [pdf and epub]")
@click.option("-e", "--edition", "editions", multiple=True, help="An edition that the settings name.")
@click.option("-o", "--out", type=click.Path(path_type=Path, file_okay=True), default=DEFAULT_OUT, show_default=True, help="The folder for the files.")
@click.option("--style", help="The style, in place of the one the settings name.")
@click.option("--shape", help="The page: a5, a6, half-letter, 120mmx190mm …")
@click.option("--repair/--no-repair", default=None, help="Undo what copying from a PDF broke. [text without front matter]")
@click.option("--infer/--no-infer", default=None, help="Find demands, contact and quotations that are not marked. [yes]")
@click.option("-j", "--jobs", type=click.IntRange(1), default=1, show_default=True, help="How many manuscripts to make at a time.")
@click.option("--strict", is_flag=True, help="Exit with 3 where there are warnings.")
@click.option("--json", "as_json", is_flag=True, help="Print files and findings as one JSON object.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing of what was merely noticed.")
def command(manuscripts: tuple[Path, ...], jobs: int, strict: bool, as_json: bool, quiet: bool, **wanted) -> int:
    """Make the files of MANUSCRIPTS, files or folders; without any, of all in manuscripts/."""
    results = list(_built(manuscripts or _all_manuscripts(), Wanted(**wanted), jobs, quiet, as_json))
    report = Report([found for result in results for found in result.report.diagnostics])
    if as_json:
        show_json([path for result in results for path in result.files], report)
    return exit_code(report, strict)


def _all_manuscripts() -> Iterable[Path]:
    found = manuscripts_in(MANUSCRIPTS) if MANUSCRIPTS.is_dir() else []
    if not found:
        raise click.UsageError(f"There is nothing in {MANUSCRIPTS}/. Name a manuscript: publish build text.md")
    return found


def _built(manuscripts: Iterable[Path], wanted: Wanted, jobs: int, quiet: bool, as_json: bool) -> Iterator[Result]:
    """Each manuscript's result, shown as soon as it is there."""
    for result in _results(list(manuscripts), wanted, jobs):
        if not as_json:
            show_report(result.report, quiet)
            for path in result.files:
                click.echo(path)
        yield result


def _results(manuscripts: list[Path], wanted: Wanted, jobs: int) -> Iterator[Result]:
    make = partial(build_one, wanted=wanted)
    if jobs == 1 or len(manuscripts) == 1:
        with closing(_progress(len(manuscripts))) as progress:
            for path in manuscripts:
                progress.send(path.name)
                yield make(path)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(min(jobs, len(manuscripts))) as pool:
        yield from pool.map(make, manuscripts)


def build_one(manuscript: Path, wanted: Wanted) -> Result:
    """One manuscript's result; a mistake of ours is reported too, so that the other manuscripts go on."""
    report = Report()
    try:
        return Result(build(manuscript, wanted, report), report)
    except PublishError as problem:
        report.diagnostics.append(problem.diagnostic)
    except Exception as problem:  # whatever it is, one manuscript must not stop the others
        from .shown import internal_error

        report.diagnostics.append(internal_error(problem, manuscript))
    return Result([], report)


def _progress(total: int):
    """Says on a terminal which manuscript is being made; silent elsewhere."""
    progress = _progress_on_terminal(total) if total > 1 and sys.stderr.isatty() else _no_progress()
    next(progress)
    return progress


def _no_progress():
    while True:
        yield


def _progress_on_terminal(total: int):
    from rich.console import Console

    with Console(stderr=True).status("") as status:
        for number in range(1, total + 2):
            name = yield
            status.update(f"{number} of {total}: {name}")
