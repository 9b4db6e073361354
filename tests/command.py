"""Runs the command as people do, for tests that look at it from outside."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from publish.cli import publish

ROOT = Path(__file__).parent.parent
FRONT = "---\ntitle: Night\nlang: en\n---\n\n"


@dataclass(frozen=True)
class Run:
    """What a run printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> list[str]:
        """The lines on stderr."""
        return self.err.splitlines()


def call(*arguments: str | Path) -> Run:
    """Run the command in this process, which is fast."""
    result = CliRunner().invoke(publish, list(map(str, arguments)), prog_name="publish")
    return Run(result.exit_code, result.stdout, result.stderr)


def run(*arguments: str | Path, env: Mapping[str, str] | None = None, **options) -> Run:
    """Run the command in a process of its own; ``options`` are those of ``subprocess.run``."""
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 120} | options
    done = subprocess.run(command(*arguments), env=surroundings(env), encoding="utf-8", **options)
    return Run(done.returncode, done.stdout or "", done.stderr or "")


def start(*arguments: str | Path, env: Mapping[str, str] | None = None, **options) -> subprocess.Popen:
    """Start the command, and go on; it leads a group of its own, as a terminal's command does."""
    return subprocess.Popen(
        command(*arguments), env=surroundings(env), encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True, **options,
    )  # fmt: skip


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "publish", *map(str, arguments)]


def surroundings(env: Mapping[str, str] | None) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), **(env or {})}
