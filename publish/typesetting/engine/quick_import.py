"""Makes the import of a large library cheaper by leaving out what it does not need yet.

WeasyPrint, when it is loaded, imports all of fontTools' subsetting and variable-font machinery,
of which nothing is used where HarfBuzz subsets the fonts, and asks ``ctypes`` for its libraries
under the names of every platform, for which ``ctypes`` runs a compiler and a linker dozens of
times. Together that is half of its start-up.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any


class _Deferred(ModuleType):
    """Stands in for a module; whatever is taken from it imports the real one when called."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)

        def call_the_real_one(*args: Any, **kwargs: Any) -> Any:
            return getattr(_load(self.__name__), name)(*args, **kwargs)

        return call_the_real_one


def _load(name: str) -> ModuleType:
    if isinstance(sys.modules.get(name), _Deferred):
        del sys.modules[name]
    return importlib.import_module(name)


@contextmanager
def deferred(*names: str) -> Iterator[None]:
    """Imports made while this lasts get stand-ins for the modules named, if not yet loaded.

    Afterwards the names are free again, so that other imports get the real modules.
    """
    waiting = [name for name in names if name not in sys.modules]
    sys.modules.update({name: _Deferred(name) for name in waiting})
    try:
        yield
    finally:
        for name in waiting:
            if isinstance(sys.modules.get(name), _Deferred):
                del sys.modules[name]


@contextmanager
def no_library_search() -> Iterator[None]:
    """While this lasts, shared libraries on Linux are found by the loader under their own names only.

    ``ctypes.util.find_library`` asks ``ldconfig``, a compiler and a linker in turn for each name
    that the loader does not know.
    """
    import ctypes.util

    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = search
