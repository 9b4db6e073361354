"""A library is loaded without what it does not need yet, and finds it when it does."""

from __future__ import annotations

import ctypes.util
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from publish.typesetting.engine.quick_import import deferred, no_library_search

ROOT = Path(__file__).parents[1]


@pytest.fixture
def heavy(tmp_path, monkeypatch):
    """A module that would rather not be loaded."""
    (tmp_path / "heavy_of_ours.py").write_text("LOADED = True\ndef add(a, b=1):\n    return a + b\nclass Thing:\n    kind = 'real'\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield "heavy_of_ours"
    sys.modules.pop("heavy_of_ours", None)


def test_a_module_that_is_put_off_is_loaded_when_something_of_it_is_called(heavy):
    with deferred(heavy):
        module = importlib.import_module(heavy)
        add, thing = module.add, module.Thing
    assert heavy not in sys.modules
    assert add(1, b=2) == 3
    assert sys.modules[heavy].LOADED
    assert thing().kind == "real"


def test_afterwards_the_real_module_is_imported(heavy):
    with deferred(heavy):
        pass
    assert importlib.import_module(heavy).LOADED


def test_a_module_that_is_there_already_stays(heavy):
    real = importlib.import_module(heavy)
    with deferred(heavy):
        assert importlib.import_module(heavy) is real
    assert sys.modules[heavy] is real


def test_what_is_put_off_looks_like_no_package(heavy):
    with deferred(heavy):
        module = importlib.import_module(heavy)
        assert not hasattr(module, "__path__")
        assert not hasattr(module, "__wrapped__")


def test_a_failing_import_leaves_nothing_behind(heavy):
    search = ctypes.util.find_library
    with pytest.raises(RuntimeError), deferred(heavy), no_library_search():
        raise RuntimeError
    assert heavy not in sys.modules
    assert ctypes.util.find_library is search


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere libraries are searched for")
def test_no_compiler_is_asked_for_libraries():
    with no_library_search():
        assert ctypes.util.find_library("c") is None
    assert ctypes.util.find_library("c")


def test_an_epub_loads_neither_weasyprint_nor_what_it_needs(tmp_path):
    code = (
        "import sys, publish; publish.build(sys.argv[1], 'epub', out=sys.argv[2], report=__import__('publish.diagnostics').diagnostics.Report());"
        "print(*(name for name in ('weasyprint', 'fontTools', 'cffi', 'pikepdf', 'segno', 'urllib.request') if name in sys.modules))"
    )
    command = [sys.executable, "-c", code, "manuscripts/caravan.md", str(tmp_path)]
    assert subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout == "\n"


def test_a_pdf_does_not_load_what_cuts_fonts_down_without_harfbuzz(tmp_path):
    code = (
        "import sys, publish; publish.build(sys.argv[1], 'pdf', out=sys.argv[2], report=__import__('publish.diagnostics').diagnostics.Report());"
        "from weasyprint.text.ffi import harfbuzz_subset;"
        "print(not harfbuzz_subset or 'fontTools.subset' not in sys.modules)"
    )
    command = [sys.executable, "-c", code, "manuscripts/caravan.md", str(tmp_path)]
    assert subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout == "True\n"
