"""Findings told to people and to programs: on a terminal, as JSON, as SARIF, and as a page to read.

Each way is a function from findings to a text; who called it prints or keeps that.
"""

from .html_report import html_report, wanted_pages
from .json_report import json_report
from .sarif import sarif_report
from .terminal import terminal_report

__all__ = ["html_report", "json_report", "sarif_report", "terminal_report", "wanted_pages"]
