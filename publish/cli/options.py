"""Options that several verbs have."""

from __future__ import annotations

import click

repair = click.option(
    "--repair/--no-repair", default=None,
    help="Undo what copying from a PDF broke. [for text without front matter]",
)  # fmt: skip
infer = click.option(
    "--infer/--no-infer", default=None,
    help="Find demands, contact and quotations that nothing marks. [yes]",
)  # fmt: skip
quiet = click.option("-q", "--quiet", is_flag=True, help="Show errors and warnings only.")
verbose = click.option("-v", "--verbose", is_flag=True, help="Show also how pages were made.")
