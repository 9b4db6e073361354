"""Builds manuscripts one after another, or several at a time; one that fails stops no other."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import Report
from ..model.place import Place
from ..workflows.building import build, clashes
from ..workflows.reading import Wanted
from .garbage import collect_seldom
from .interrupts import insisting_on

if TYPE_CHECKING:
    from concurrent.futures import Future


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one manuscript."""

    files: list[Path]
    report: Report


def results(manuscripts: Sequence[Path], wanted: Wanted, jobs: int) -> Generator[Result]:
    """The manuscripts' results in their order. Close it to stop: work that has begun is given up."""
    refused = clashes(manuscripts, wanted) if len(manuscripts) > 1 else {}
    sound = [path for path in manuscripts if path not in refused]
    make = partial(build_one, wanted=wanted)
    several = min(jobs, len(sound)) > 1
    with closing(_in_workers(sound, make, jobs) if several else (make(path) for path in sound)) as made:
        for path in manuscripts:
            yield Result([], Report([refused[path]])) if path in refused else next(made)


def build_one(manuscript: Path, wanted: Wanted) -> Result:
    """One manuscript's result. A mistake of ours is reported too, in one line; PUBLISH_DEBUG=1 shows all of it."""
    report = Report()
    try:
        return Result(build(manuscript, wanted, report), report)
    except Exception as problem:
        if os.environ.get("PUBLISH_DEBUG"):
            raise
        said = " ".join(f"{type(problem).__name__}: {problem}".split())[:300]
        report.error("X101", said, Place(str(manuscript)), "this is a mistake of ours; please report it, with the text if you can")
    return Result([], report)


# Several at a time -----------------------------------------------------------------------------


def _in_workers(manuscripts: Sequence[Path], make: Callable[[Path], Result], jobs: int) -> Generator[Result]:
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(min(jobs, len(manuscripts)), initializer=_begin) as pool:
        waiting = [(path, pool.submit(_make_or_end, make, path)) for path in manuscripts]
        try:
            for path, future in waiting:
                yield _outcome(path, future)
        except BaseException:  # Ctrl-C, or nobody wants the rest
            _stop_workers()
            pool.shutdown(cancel_futures=True)
            raise


def _begin() -> None:
    """What a worker does first."""
    collect_seldom()
    _obey_only_us()


def _obey_only_us() -> None:
    """Ctrl-C reaches every process of a terminal; a worker waits to be told, and then cleans up after itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))


def _make_or_end(make: Callable[[Path], Result], manuscript: Path) -> Result:
    """What a worker does. Told to stop, it cleans up and ends; else the pool would give it the next manuscript."""
    try:
        with insisting_on(SystemExit):
            return make(manuscript)
    except SystemExit:
        os._exit(1)


def _stop_workers() -> None:
    import multiprocessing

    for process in multiprocessing.active_children():
        process.terminate()


def _outcome(manuscript: Path, future: Future[Result]) -> Result:
    from concurrent.futures.process import BrokenProcessPool

    try:
        return future.result()
    except BrokenProcessPool:
        report = Report()
        hint = "perhaps memory ran out: build again with -j 1"
        report.error("X102", "the process that was at work on this, or beside it, was ended", Place(str(manuscript)), hint)
        return Result([], report)
