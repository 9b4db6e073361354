"""The command line: one file a verb. Only here is anything printed."""

from __future__ import annotations

import sys

import click

from .. import __version__

_VERBS = {"build": "Make the files of one or more manuscripts.", "dump": "Print the document model of a manuscript."}


class _Verbs(click.Group):
    """Imports a verb when it is used, so that ``--help`` waits for nothing."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_VERBS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _VERBS:
            return None
        from importlib import import_module

        return import_module(f".{name}", __package__).command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_VERBS.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]):
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as problem:
            raise click.UsageError(f"{problem.message} There are: {', '.join(_VERBS)}.", ctx) from None


@click.command(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="publish")
def publish() -> None:
    """Turn a manuscript into an EPUB and a PDF, with nothing lost on the way."""


def main() -> None:
    """Run the command and exit: 0 fine, 1 failed, 2 wrong usage or settings, 3 warnings with --strict."""
    try:
        code = publish.main(standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as problem:
        problem.show()
        code = problem.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = _say("stopped; files that were finished are in place, the others as they were", 130)
    except BrokenPipeError:
        code = _leave_quietly()
    except OSError as problem:
        code = _say(f"this could not be written: {(problem.strerror or str(problem)).lower()}", 1)
    sys.exit(code or 0)


def _say(message: str, code: int) -> int:
    print(f"publish: {message}", file=sys.stderr)
    _forget_output()
    return code


def _leave_quietly() -> int:
    """Whoever read our output has had enough of it; that is no mistake."""
    _forget_output()
    return 0


def _forget_output() -> None:
    """Keep Python from trying once more, at exit, to write what could not be written."""
    import os

    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
