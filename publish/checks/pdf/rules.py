"""The rules for finished PDFs, of ours or of others: what a printer would send back, and what a reader would miss.

Widows are told where a file's tags say which lines are a paragraph; in files without tags nothing is known of
them, and for those that are built here the build itself tells them (P110 to P116).
"""

from __future__ import annotations

from ..rules.rule import Rule
from ..rules.subjects import FileSubject
from . import of_files, of_press, on_pages

_FILE = (
    Rule("D101", of_files.unreadable),
    Rule("D102", of_files.locked),
    Rule("D103", of_files.damaged),
    Rule("D104", of_files.restricted),
    Rule("D105", of_files.not_looked_at),
    Rule("D110", of_files.fonts_not_embedded),
)

_PAGES = (
    Rule("D111", on_pages.missing_letters),
    Rule("D112", on_pages.coarse_pictures),
    Rule("D113", on_pages.near_the_edge),
    Rule("D114", on_pages.hairlines),
    Rule("D115", on_pages.small_white_text),
    Rule("D116", on_pages.second_ink),
    Rule("D117", on_pages.small_text),
)

_MAKE_UP = (
    Rule("D120", on_pages.blanks_to_add),
    Rule("D121", on_pages.too_many_for_staples),
    Rule("D122", on_pages.blank_pages),
    Rule("D123", on_pages.loose_lines),
    Rule("D124", on_pages.lines_too_long),
    Rule("D125", on_pages.widows),
)

_READERS = (
    Rule("D130", of_files.lost_links),
    Rule("D131", of_files.no_title),
    Rule("D132", of_files.no_language),
    Rule("D133", of_files.not_tagged),
)

_PRESS = (
    Rule("D140", of_press.transparency),
    Rule("D141", of_press.no_inks),
    Rule("D142", of_press.boxes),
    Rule("D143", of_press.intent),
    Rule("D144", of_press.unsaid),
    Rule("D145", of_press.too_much_ink),
    Rule("D146", of_press.lost_white),
    Rule("D147", of_press.actions),
    Rule("D148", of_press.encrypted),
    Rule("D149", of_press.remarks),
    Rule("D150", of_press.unsaid_colours),
)

PDF_RULES: tuple[Rule[FileSubject], ...] = (*_FILE, *_PAGES, *_MAKE_UP, *_READERS, *_PRESS)
