"""The command line: one file a verb. Only here is anything printed."""

from __future__ import annotations

import os
import sys
import warnings
from typing import IO, Any

import click

from .. import __version__
from .garbage import collect_seldom
from .interrupts import insisting_on

_VERBS = {
    "build": "Make the files of one or more manuscripts.",
    "check": "Proof-read manuscripts, and check finished files.",
    "dump": "Print the document model of a manuscript.",
    "impose": "Put the pages of any PDF on sheets to fold, staple and cut.",
    "plan": "Show which page stands where on which sheet.",
    "print-test": "Make a sheet that tells how your printer turns paper.",
    "styles": "List the styles, show one, begin a new one.",
}
_INTERRUPTED = 130


class _Stopped(click.ClickException):
    """Someone pressed Ctrl-C."""

    exit_code = _INTERRUPTED

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(f"publish: {self.message}", err=True)


class _Verbs(click.Group):
    """Imports a verb when it is used, so that ``--help`` waits for nothing."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_VERBS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _VERBS:
            return None
        from importlib import import_module

        verb: click.Command = import_module(f".{name.replace('-', '_')}", __package__).command
        return verb

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_VERBS.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in _VERBS and os.path.exists(args[0]):
            raise click.UsageError(f"“{args[0]}” is not a command. To make its files: publish build {args[0]}", ctx)
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as problem:
            raise click.UsageError(f"{problem.message} There are: {', '.join(_VERBS)}.", ctx) from None

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise _Stopped("stopped; what was finished is in place, all else is as it was") from None
        except BrokenPipeError:
            _forget_output()  # whoever reads our output has had enough of it; that is no mistake
            return 0


@click.command(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="publish")
def publish() -> None:
    """Turn a manuscript into an EPUB and a PDF, with nothing lost on the way."""


def main() -> None:
    """Run the command and exit: 0 fine, 1 failed, 2 wrong usage or settings, 3 warnings with --strict, 130 stopped."""
    collect_seldom()
    _prepare_output()
    try:
        with insisting_on(KeyboardInterrupt):
            code = publish.main(prog_name="publish", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as problem:
        _show(problem)
        code = problem.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = _INTERRUPTED
    except OSError as problem:
        code = _cannot_print(problem)
    if code == _INTERRUPTED:
        os._exit(code)  # at once; and where the signal came amid an import, sys.exit would not keep the code
    sys.exit(code)


def _show(problem: click.ClickException) -> None:
    """Say what was wrong with a call. Whoever called by ``make`` gave settings as FLIP=short, and no options."""
    setting = problem.param.name if isinstance(problem, click.BadParameter) and problem.param else None
    if setting and os.environ.get("PUBLISH_CALLER") == "make":
        click.echo(f"{setting.upper()}= is wrong: {problem.message}", err=True)
    else:
        problem.show()


def _prepare_output() -> None:
    """Programs read UTF-8 from us wherever they run, and people no warnings that are meant for programmers."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")
    if not sys.warnoptions:
        warnings.simplefilter("ignore")


def _cannot_print(problem: OSError) -> int:
    _forget_output()
    reason = (problem.strerror or str(problem)).lower()
    try:
        click.echo(f"publish: the output cannot be written: {reason}", err=True)
    except OSError:
        pass  # nobody can be told; the exit code tells
    return 1


def _forget_output() -> None:
    """Keep Python from trying once more, at exit, to write what could not be written."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.close(null)
