"""``publish check``: proof-read manuscripts, and look at finished files before anybody else does."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options

if TYPE_CHECKING:
    from ..workflows.checking import Proof


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[MANUSCRIPT|FILE.epub|FILE.pdf]...")
@click.option("--strict", is_flag=True, help="Exit with 3 where there are warnings, too.")
@click.option("--fix", is_flag=True, help="Mend in manuscripts what can be mended safely; what would change is shown first.")
@click.option("--yes", is_flag=True, help="Mend without asking.")
@click.option("--json", "as_json", is_flag=True, help="Print what is found as JSON.")
@click.option("--sarif", type=click.Path(path_type=Path), metavar="FILE", help="Write it for a code host as well, as SARIF.")
@click.option("--html", type=click.Path(path_type=Path), metavar="FILE", help="Write it as a page to read as well, beside the words it is about.")
@click.option("--list", "as_list", is_flag=True, help="List the rules.")
@click.option("--explain", metavar="CODE", help="Say what a code means, why it matters, and what to do; with a letter, list its codes.")
@options.quiet
@click.pass_context
def command(
    context: click.Context, paths: tuple[Path, ...], strict: bool, fix: bool, yes: bool, as_json: bool, sarif: Path | None, html: Path | None,
    as_list: bool, explain: str | None, quiet: bool,
) -> None:  # fmt: skip
    """Proof-read each MANUSCRIPT, and check finished files with the validators that are installed.

    Without any, all manuscripts in manuscripts/ are read. Findings go to the output, a line each; exit codes are 0 for
    nothing grave, 3 for errors, 2 for wrong settings or names.
    """
    if as_list or explain is not None:
        context.exit(_list() if explain is None else _explain(explain.strip().upper()))
    from ..workflows.checking import Proof, check
    from .manuscripts import all_manuscripts, each_once
    from .shown import at_work, check_code

    chosen = each_once(paths) or all_manuscripts()
    proof = Proof()
    with at_work("reading"):
        check(chosen, proof)
    with proof.report.going_on():
        if fix:
            _mend(proof, yes)
        _write(proof, sarif, html)
    _print(proof, as_json, quiet)
    context.exit(check_code(proof.report.diagnostics, strict))


# What there is ----------------------------------------------------------------------------------


def _list() -> int:
    from ..checks.all_rules import all_rules

    _list_codes(all_rules())
    return 0


def _list_codes(codes: Iterable[str]) -> None:
    from ..diagnostics import explained

    for about in map(explained, codes):
        click.echo(f"{about.code} {about.severity.value:8} {about.name}")


def _explain(code: str) -> int:
    from ..checks.all_rules import all_rules
    from ..diagnostics import catalogue, families

    known = catalogue()
    if code in families():
        click.echo(f"{code}: {families()[code]}")
        _list_codes(one for one in known if one[0] == code)
        return 0
    one = known.get(code)
    if one is None:
        near = _near(code, known)
        click.echo(f"Nothing has the code {code}." + (f" Near are {', '.join(near)}." if near else " A code is written as in R141."), err=True)
        return 2
    is_rule = code in all_rules()
    severity = f" ({one.severity.value})" if is_rule else ""
    for label, text in (("", f"{one.code} {one.name}{severity}"), ("What", one.meaning), ("Why", one.why), ("What to do", one.mend)):
        click.echo(f"{label}: {text}" if label else text)
    if is_rule:
        click.echo(f"Not told: `check-ignore: [{one.code}]` under `publish:`, or for one place <!-- ignore: {one.code} --> above it.")
    return 0


def _near(code: str, known: Collection[str]) -> list[str]:
    """Codes that somebody may have meant: those that begin with the same letter, where there are any."""
    from difflib import get_close_matches

    family = [one for one in known if one[0] == code[:1]]
    return get_close_matches(code, family or known, n=3)


# What was found ---------------------------------------------------------------------------------


def _print(proof: Proof, as_json: bool, quiet: bool) -> None:
    from .. import __version__
    from ..diagnostics import catalogue
    from ..reports import json_report, terminal_report
    from .shown import wanted

    found = wanted(proof.report.diagnostics, quiet)
    if as_json:
        click.echo(json_report(found, catalogue(), __version__, proof.files))
    else:
        click.echo(terminal_report(found, colour=sys.stdout.isatty(), files=proof.files))


def _write(proof: Proof, sarif: Path | None, html: Path | None) -> None:
    """The reports that go into files. Raises PublishError where they cannot be written."""
    from .. import __version__
    from ..diagnostics import catalogue
    from ..files import put
    from .shown import wanted

    found = wanted(proof.report.diagnostics)
    if sarif:
        from ..checks.all_rules import all_rules
        from ..reports import sarif_report

        put(sarif, sarif_report(found, catalogue(), all_rules(), __version__, sources=proof.sources).encode())
    if html:
        from ..checks.page_pictures import page_pictures
        from ..reports import html_report, wanted_pages

        pictures = page_pictures(wanted_pages(found))
        title = _title(proof)
        put(html, html_report(found, catalogue(), proof.sources, pictures, title, proof.lang, proof.files).encode())


def _title(proof: Proof) -> str:
    """What the page is called: what was looked at, or how much that was."""
    names = [Path(file).name for file in proof.files]
    if len(names) == 1:
        return proof.title or names[0]
    return ", ".join(names) if len(names) <= 3 else f"{', '.join(names[:2])} and {len(names) - 2} more"


# Mending ----------------------------------------------------------------------------------------


def _mend(proof: Proof, yes: bool) -> None:
    """Show what would change, ask, and write it."""
    from ..files import put
    from ..workflows.checking import mended

    changes = list(mended(proof))
    for change in changes:
        click.echo(change.diff, nl=False, err=True)
    if not changes:
        click.echo("Nothing to mend.", err=True)
        return
    if yes or (sys.stdin.isatty() and click.confirm("Write this?", err=True)):
        for change in changes:
            put(change.path, change.after)
            click.echo(f"{change.path}: mended", err=True)
    else:
        click.echo("Nothing was written; --yes writes it.", err=True)
