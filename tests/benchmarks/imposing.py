"""Measures what it takes to impose a book of 256 and one of 1,000 pages, beside pdfimpose and pdfjam where these are installed.

Each figure is the median of some runs of whole processes: CPU seconds, user and system, with all they start, and
the most memory that one of them held. Runs that are compared take turns; the ratio is the median of the ratios.

    python tests/benchmarks/imposing.py [RUNS]
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from tests.pdf.made_pdfs import book, packed  # noqa: E402

GOAL_SECONDS, GOAL_MEGABYTES = 0.5, 150  # for 256 and for 1,000 pages
Command = Sequence[str | Path]
# The library alone, so that what is measured is imposing; it says what it held in kilobytes.
_OURS = """
import sys, time
from pathlib import Path
from publish.diagnostics import Report
from publish.imposition.sheets.impose import impose
from publish.measures.print_job import PrintJob
data = Path(sys.argv[1]).read_bytes()
import pikepdf
start = time.process_time()
job = impose(data, "book.pdf", PrintJob(scheme="signatures"), Report())
taken = time.process_time() - start
Path(sys.argv[2]).write_bytes(job.files[""])
status = Path("/proc/self/status")
peak = next(line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM")) if status.exists() else 0
print(taken, peak)
"""


def main(folder: Path, runs: int = 5) -> None:
    """Makes the books in a folder and prints a line for each, and for each program that imposes it too."""
    for pages in (256, 1000):
        source = folder / f"book-{pages}.pdf"
        source.write_bytes(packed(book(pages)))
        _compare(source, pages, folder, runs)


def _compare(source: Path, pages: int, folder: Path, runs: int) -> None:
    ours = (sys.executable, "-c", _OURS, source, folder / "ours.pdf")
    others = _others(source, folder)
    taken: dict[str, list[float]] = {name: [] for name in ("publish", *others)}
    within, peaks = [], []
    for _ in range(runs):
        seconds, said = _seconds(ours)
        taken["publish"].append(seconds)
        within.append(float(said.split()[0]))
        peaks.append(int(said.split()[1]) / 1000)
        for name, command in others.items():
            taken[name].append(_seconds(command)[0])
    goal = f"goal {GOAL_SECONDS} s" if pages == 256 else f"goal {GOAL_MEGABYTES} MB"
    size = (folder / "ours.pdf").stat().st_size / source.stat().st_size
    print(
        f"imposing {pages} pages: {median(within):.3f} s in the process, {median(taken['publish']):.3f} s with its start, "
        f"{median(peaks):.0f} MB, {size:.2f} times the size   {goal}", flush=True,
    )  # fmt: skip
    for name in others:
        ratios = [own / theirs for own, theirs in zip(taken["publish"], taken[name], strict=True)]
        print(f"  {name:10} {median(taken[name]):7.3f} s   ratio {median(ratios):.3f}", flush=True)


def _others(source: Path, folder: Path) -> dict[str, Command]:
    """The same two pages on a side, in signatures of four sheets, by those that are here."""
    found: dict[str, Command] = {}
    if name := shutil.which("pdfimpose"):
        found["pdfimpose"] = (name, "saddle", "--signature", "2x1", "--group", "4", "-o", folder / "pdfimpose.pdf", source)
    if name := shutil.which("pdfjam"):
        found["pdfjam"] = (name, "--quiet", "--signature", "16", "--landscape", "-o", folder / "pdfjam.pdf", source)
    return found


def _seconds(command: Command) -> tuple[float, str]:
    """CPU seconds of a process and of all that it started, and what it said."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    said = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True, cwd=ROOT).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime), said


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="publish-bench-") as scratch:
        main(Path(scratch), *map(int, sys.argv[1:2]))
