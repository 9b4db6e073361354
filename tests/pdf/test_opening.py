"""The door to finished PDFs: its limits, and what is the fault of a file and what is not."""

import io
import subprocess
import sys

import pikepdf
import pytest

from publish.pdf.claimed_standards import said_to_be
from publish.pdf.opening import WRITTEN_WRONGLY, LockedPdf, UnreadablePdf, opened
from publish.pdf.syntax import made_for_press, opens, page_labels, syntax_problems
from publish.pdf.tagged_text import tagged_text


def saved(**options) -> bytes:
    file, made = pikepdf.new(), io.BytesIO()
    file.add_blank_page()
    file.save(made, **options)
    return made.getvalue()


LOCKED = saved(encryption=pikepdf.Encryption(owner="a", user="b"))


def test_limits_hold_from_the_first_file_on():
    script = """
import io, pikepdf
from publish.pdf.opening import opened
file, made = pikepdf.new(), io.BytesIO()
file.save(made)
with opened(made.getvalue()):
    print(*sorted(pikepdf.settings.set_qpdf_limits(flate_max_memory=1, parser_max_container_size=1).items()))
"""
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert said == "('flate_max_memory', 256000000) ('parser_max_container_size', 250000)\n"


def test_what_is_wrong_with_a_file_is_said_without_the_name_that_a_library_gave_it():
    with pytest.raises(LockedPdf, match="^invalid password$"), opened(LOCKED):
        pass
    with pytest.raises(UnreadablePdf, match="^unable to find trailer dictionary"), opened(b"%PDF-1.7 nothing"):
        pass


def test_of_a_locked_file_nothing_is_known():
    assert not opens(LOCKED) and not made_for_press(LOCKED) and tagged_text(LOCKED) is None
    assert (page_labels(LOCKED), said_to_be(LOCKED), syntax_problems(LOCKED)) == ((), (), ("it cannot be opened: invalid password",))


@pytest.mark.parametrize(
    "look", [lambda pdf: pdf.Root.Nothing, lambda pdf: pdf.Root.Pages.Count.get("/A"), lambda pdf: float(pdf.Root), lambda pdf: pdf.Root["/No"]]
)
def test_one_thing_in_the_place_of_another_is_the_fault_of_the_file(look):
    with pytest.raises(UnreadablePdf), opened(saved(), *WRITTEN_WRONGLY) as pdf:
        look(pdf)


def test_a_mistake_of_ours_is_not():
    with pytest.raises(AttributeError), opened(saved(), *WRITTEN_WRONGLY):
        io.nothing  # noqa: B018
    with pytest.raises(NameError), opened(saved(), *WRITTEN_WRONGLY):
        nothing  # noqa: B018, F821
