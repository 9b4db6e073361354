"""Any number of threads may read, check and build at once: they make what one after the other makes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

import publish
from tests.writers.sample import png

# Two texts each; a booklet takes as long as the others together.
FORMATS = (("pdf", "epub"), ("pdf", "booklet"), ("epub", "booklet"), ("pdf", "epub"))
# What is drawn, measured, broken into lines and looked up differs from text to text; the last two are the same.
TEXTS = (
    "Nobody on the night shift had slept, and everybody knew why; it was not said aloud.",
    "Where $a^2 + b^2 = c^2$ holds, so does $$\\sum_{k=1}^n k = \\frac{n(n+1)}{2}$$ and nothing else.",
    "A word[^1] with a note, and 中文字 beside it.\n\n[^1]: The note says what the word does not.",
    "![A square of grey](square.png)\n\nBelow the picture stands what it shows, and who took it.",
    "| Line | Buses |\n|---|---|\n| 7 | 12 |\n| 9 | 4 |\n\nWe demand:\n\n1. more buses\n2. fewer forms",
    "Ce n'est pas « trop cher » : c'est autre chose. Was nicht gesagt wurde, ist „wahr“.",
    "## The depot\n\nThe drivers had met in the canteen, and counted what the winter had cost them.",
    "## The depot\n\nThe drivers had met in the canteen, and counted what the winter had cost them.",
)


@pytest.fixture(scope="module")
def manuscripts(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("threads")
    (folder / "square.png").write_bytes(png(width=40, height=40))
    files = [folder / f"text-{number}.md" for number in range(len(TEXTS))]
    for file, text in zip(files, TEXTS, strict=True):
        file.write_text(f"---\nlang: {'fr' if 'Ce n' in text else 'en'}\n---\n# On time\n\n{text}\n", encoding="utf-8")
    return files


def at_once(work: Callable[[Path], object], files: list[Path]) -> list[object]:
    """What each thread makes of its file, all beginning together."""
    ready = Barrier(len(files))

    def begin(file: Path) -> object:
        ready.wait()
        return work(file)

    with ThreadPoolExecutor(len(files)) as threads:
        return list(threads.map(begin, files))


def built(file: Path, out: Path) -> dict[str, bytes]:
    report = publish.Report()
    formats = FORMATS[int(file.stem[-1]) // 2]
    made = publish.build(file, formats, out=out, shape="a6", report=report)
    return {path.name: path.read_bytes() for path in made} | {"report": str(report.diagnostics).encode()}


def test_eight_threads_build_what_one_builds(manuscripts: list[Path], tmp_path: Path) -> None:
    together = at_once(lambda file: built(file, tmp_path / "together"), manuscripts)
    in_turn = [built(file, tmp_path / "in turn") for file in manuscripts]
    assert [len(files) for files in in_turn] == [3, 3, 4, 4, 4, 4, 3, 3]  # a booklet tells how to print it
    assert together == in_turn


def test_eight_threads_find_what_one_finds(manuscripts: list[Path]) -> None:
    for work in (publish.read, lambda file: publish.check(file).diagnostics):
        assert at_once(work, manuscripts) == [work(file) for file in manuscripts]


def test_engines_may_be_started_by_several_threads_at_once(manuscripts: list[Path], tmp_path: Path) -> None:
    program = (
        "import sys, publish\nfrom threading import Thread\n"
        "threads = [Thread(target=publish.build, args=(file, 'pdf'), kwargs={'out': sys.argv[1]}) for file in sys.argv[2:]]\n"
        "[thread.start() for thread in threads]\n[thread.join() for thread in threads]\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path), *map(str, manuscripts[:3])]
    run = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parent.parent, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert len(list(tmp_path.iterdir())) == 3
