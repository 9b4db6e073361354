"""Modules whose import waits until something in them is called.

WeasyPrint imports all of fontTools' subsetting and variable-font machinery when it is loaded, a
third of its start-up, and needs none of it where HarfBuzz subsets the fonts.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType


class _Deferred(ModuleType):
    """Stands in for a module; whatever is taken from it imports the real one when called."""

    def __getattr__(self, name: str) -> Callable:
        if name.startswith("__"):
            raise AttributeError(name)

        def call_the_real_one(*args, **kwargs):
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
