"""Any PDF on sheets of paper, also one that was made elsewhere: read it, impose it, put the sheets in place."""

from __future__ import annotations

from pathlib import Path

from ..diagnostics import Instructions, PublishError, Report
from ..files import put, put_all, read
from ..imposition.sheets.source_pdf import SourcePdf, open_source
from ..measures.print_job import PrintJob, called
from ..measures.shapes import Shape
from ..model.place import Place
from ..writers.sheets.imposed import Reader, imposed

__all__ = ["Reader", "impose_file", "open_file", "put_print_test"]

_LARGEST = 1_000_000_000  # bytes


def impose_file(file: Path, job: PrintJob, reader: Reader, out: Path, report: Report) -> list[Path]:
    """The sheets of a PDF, and how to print them; the files that were put in place.

    Problems go to ``report``. Where there is an error no file is written, and an earlier one stays as it was.
    """
    name = f"{file.stem}.{called(job.scheme)}"
    with report.about(str(file)) as own, own.going_on():
        output = imposed(read(file, _LARGEST), str(file), name, job, reader, own)
        files = output.named(out / f"{name}.pdf")
        if _replaces(file, files):
            raise PublishError("I120", "the sheets would take the place of the PDF itself", Place(str(file)), "choose another folder with -o")
        if own.failed:
            return []
        put_all(files)
        own.instructions.append(Instructions(str(next(iter(files))), output.instructions))
        return list(files)
    return []


def put_print_test(sheet: Shape, lang: str, path: Path) -> None:
    """A sheet that tells how a printer turns paper. Raises PublishError where it cannot be written, and I130 where it is too small."""
    from ..writers.sheets.print_test import write_print_test

    try:
        data = write_print_test(sheet, lang)
    except ValueError as problem:
        raise PublishError("I130", str(problem), None, "take a larger `--sheet`, such as a5") from None
    put(path, data)


def open_file(file: Path, report: Report) -> SourcePdf:
    """A PDF to be imposed. Raises PublishError where it cannot be read."""
    return open_source(read(file, _LARGEST), str(file), report)


def _replaces(file: Path, files: dict[Path, bytes]) -> bool:
    return any(path.exists() and path.samefile(file) for path in files)
