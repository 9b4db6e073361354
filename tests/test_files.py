import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish import files
from publish.diagnostics import PublishError
from publish.files import inside, put, put_all, read


def refused(action, *arguments) -> str:
    """What a person is told when the action cannot be done."""
    with pytest.raises(PublishError) as caught:
        action(*arguments)
    return str(caught.value.diagnostic)


# put ----------------------------------------------------------------------------------------------


def test_a_file_is_written_and_its_folders_made(tmp_path):
    put(tmp_path / "build" / "deep" / "text.pdf", b"pages")
    assert (tmp_path / "build" / "deep" / "text.pdf").read_bytes() == b"pages"


def test_an_earlier_file_is_replaced_and_nothing_is_left_beside_it(tmp_path):
    target = tmp_path / "text.pdf"
    target.write_bytes(b"old")
    put(target, b"new")
    assert target.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["text.pdf"]


def test_permissions_are_those_that_the_umask_leaves(tmp_path):
    before = os.umask(0o027)
    try:
        put(tmp_path / "text.pdf", b"pages")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "text.pdf").stat().st_mode) == 0o640


def test_a_link_stays_a_link_and_its_file_gets_the_pages(tmp_path):
    (tmp_path / "real.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to("real.pdf")
    put(tmp_path / "link.pdf", b"new")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"new"


def test_a_leftover_of_a_killed_build_does_not_stop_the_next(tmp_path):
    (tmp_path / f".publish-{os.getpid()}-0.part").write_bytes(b"half")
    put(tmp_path / "text.pdf", b"whole")
    assert (tmp_path / "text.pdf").read_bytes() == b"whole"


@pytest.mark.parametrize("problem", [KeyboardInterrupt(), OSError(errno.ENOSPC, "No space left on device")])
def test_an_interrupted_write_leaves_the_earlier_file_and_nothing_else(tmp_path, monkeypatch, problem):
    def fail(*_):
        raise problem

    target = tmp_path / "text.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(files.os, "replace", fail)
    with pytest.raises((KeyboardInterrupt, PublishError)):
        put(target, b"new")
    assert target.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["text.pdf"]


def test_a_full_disk_is_told_and_the_device_survives():
    assert refused(put, Path("/dev/full"), b"pages") == ("/dev/full: F101 error: the disk is full, so this file was not written (make room and build again)")
    assert Path("/dev/full").is_char_device()


def test_a_file_where_the_folder_should_be_is_told(tmp_path):
    (tmp_path / "build").write_bytes(b"a file")
    assert refused(put, tmp_path / "build" / "text.pdf", b"pages") == (
        f"{tmp_path}/build/text.pdf: F103 error: this file's folder cannot be made (a file or a device stands in its way: choose another folder with -o)"
    )


def test_a_folder_where_the_file_should_be_is_told_and_kept(tmp_path):
    (tmp_path / "text.pdf").mkdir()
    assert "F104 error: a folder stands where this file should go" in refused(put, tmp_path / "text.pdf", b"pages")
    assert os.listdir(tmp_path) == ["text.pdf"]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS])
def test_a_folder_one_may_not_write_to_is_told(tmp_path, monkeypatch, number):
    def forbid(*_):
        raise OSError(number, "no")

    monkeypatch.setattr(files.os, "open", forbid)
    assert refused(put, tmp_path / "text.pdf", b"pages") == (
        f"{tmp_path}/text.pdf: F102 error: this file may not be written here (choose another folder with -o, or ask for the right to write)"
    )


def test_a_name_that_no_file_can_have_is_told(tmp_path):
    assert "F105 error: this file cannot be written" in refused(put, tmp_path / "a\0b", b"")
    assert "F105 error: this file cannot be written (file name too long)" in refused(put, tmp_path / ("x" * 300), b"")


# read ---------------------------------------------------------------------------------------------


def test_a_file_within_the_limit_is_read(tmp_path):
    (tmp_path / "text.md").write_bytes(b"12345")
    assert read(tmp_path / "text.md", 5) == b"12345"


def test_a_file_over_the_limit_is_refused_without_being_read_whole():
    assert "F108 error: the file is larger than 1,000 bytes" in refused(read, Path("/dev/zero"), 1000)


def test_a_missing_file_and_a_folder_are_told(tmp_path):
    missing = tmp_path / "text.md"
    assert refused(read, missing, 10) == f"{missing}: F106 error: there is no such file (check the name, and where you are)"
    assert refused(read, tmp_path, 10) == f"{tmp_path}: F107 error: this is a folder, not a file"


# inside -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["bus.png", "./bus.png", "images/bus.png", "images\\bus.png", "images/../bus.png", "Part one: the depot.md", "é.png"],
)
def test_what_lies_below_the_folder_is_found(tmp_path, name):
    assert inside(tmp_path, name).is_relative_to(tmp_path.resolve())


@pytest.mark.parametrize(
    "name",
    [
        "../bus.png", "images/../../bus.png", "..\\bus.png", "/etc/passwd", "\\\\server\\bus.png", "C:\\bus.png", "c:bus.png",
        "https://example.org/bus.png", "file:///etc/passwd", "data:image/png;base64,AA", "//example.org/bus.png", "a\0b",
    ],
)  # fmt: skip
def test_what_lies_elsewhere_is_not(tmp_path, name):
    assert inside(tmp_path, name) is None


def test_a_link_that_leads_out_is_outside_and_one_that_stays_is_not(tmp_path):
    folder = tmp_path / "manuscript"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(b"")
    (folder / "out.png").symlink_to("../secret.png")
    (folder / "up").symlink_to("..")
    (folder / "in.png").symlink_to("real.png")
    assert inside(folder, "out.png") is None
    assert inside(folder, "up/secret.png") is None
    assert inside(folder, "in.png") == folder.resolve() / "real.png"


def test_a_link_that_leads_to_itself_does_no_harm(tmp_path):
    (tmp_path / "loop").symlink_to("loop")
    found = inside(tmp_path, "loop")
    assert found is None or not found.is_file()


@given(st.text(st.sampled_from("ab./\\: ~\0%"), max_size=12))
@settings(max_examples=200, deadline=None)
def test_no_name_leads_out_of_the_folder(name):
    found = inside(Path("manuscripts"), name)
    assert found is None or found.is_relative_to(Path("manuscripts").resolve())


# Files that belong together ------------------------------------------------------------------------


def test_files_that_belong_together_are_all_written(tmp_path):
    put_all({tmp_path / "out" / "fronts.pdf": b"fronts", tmp_path / "out" / "backs.pdf": b"backs"})
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == {"fronts.pdf": b"fronts", "backs.pdf": b"backs"}


def test_where_one_cannot_be_written_none_is_replaced_and_nothing_is_left_beside(tmp_path):
    (tmp_path / "fronts.pdf").write_bytes(b"earlier")
    (tmp_path / "backs.pdf").mkdir()
    with pytest.raises(PublishError, match="F104"):
        put_all({tmp_path / "fronts.pdf": b"fronts", tmp_path / "backs.pdf": b"backs"})
    assert (tmp_path / "fronts.pdf").read_bytes() == b"earlier"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backs.pdf", "fronts.pdf"]
