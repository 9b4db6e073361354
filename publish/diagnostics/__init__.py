"""What is found in manuscripts and outputs, as data, and what is said of it.

A step that finds something adds a :class:`Diagnostic` to the :class:`Report` it was handed; only
``cli`` prints. :class:`PublishError` is for the cases in which going on is pointless. What each code
means stands in ``catalogue/``, and :func:`explained` tells it.
"""

from .diagnostic import TAKEN, Diagnostic, Severity, Value
from .explained import Explanation, catalogue, explained, families
from .problem import PublishError
from .report import Instructions, Report

__all__ = [
    "TAKEN", "Diagnostic", "Explanation", "Instructions", "PublishError", "Report", "Severity", "Value", "catalogue", "explained", "families",
]  # fmt: skip
