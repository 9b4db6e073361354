"""The rules for finished PDFs, of ours or of others: what a printer would send back, and what a reader would miss.

Widows are told where a file's tags say which lines are a paragraph; in files without tags nothing is known of
them, and for those that are built here the build itself tells them (P110 to P116).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...diagnostics import Severity
from ..rules.rule import Found, Rule
from ..rules.subjects import FileSubject
from . import of_files, of_press, on_pages

_REBUILD = "make the PDF anew"


def _rule(
    code: str, severity: Severity, look: Callable[[FileSubject], Iterator[Found]], name: str, meaning: str, why: str, mend: str,
) -> Rule[FileSubject]:  # fmt: skip
    return Rule(code, severity, name, meaning, why, mend, look)


_FILE = (
    _rule(
        "D101", Severity.ERROR, of_files.unreadable, "no PDF", "The file is no PDF, or one that is beyond repair.",
        "Neither a reader nor a printer can open it.", _REBUILD,
    ),
    _rule(
        "D102", Severity.ERROR, of_files.locked, "locked", "The file cannot be opened without a password.",
        "A print shop's programs refuse it, and so do most readers.", "open it with its password and save it without one",
    ),
    _rule(
        "D103", Severity.WARNING, of_files.damaged, "damaged", "The file, or the content of a page, is damaged.",
        "One program mends it in one way and the next in another, so what is printed may not be what was seen.", f"get the file again, or {_REBUILD}",
    ),
    _rule(
        "D104", Severity.WARNING, of_files.restricted, "encrypted", "The file is encrypted, though it opens without a password.",
        "Many printers' programs refuse such files, and it may keep a screen reader out.", "save it without encryption",
    ),
    _rule(
        "D105", Severity.INFO, of_files.not_looked_at, "too large to be looked at", "The file has so much on its pages that only the first were looked at.",
        "What is wrong on the others is not told.", "divide it into parts and check each",
    ),
    _rule(
        "D110", Severity.ERROR, of_files.fonts_not_embedded, "fonts not embedded", "A font is named, but is not in the file.",
        "Another machine sets other letters in its place: lines break elsewhere, and signs are lost.", "make the PDF with fonts embedded",
    ),
)  # fmt: skip

_PAGES = (
    _rule(
        "D111", Severity.ERROR, on_pages.missing_letters, "missing letters", "A font has no drawing for a letter that is set in it.",
        "The reader sees a box, or nothing, and a word may lose its meaning.", "choose a font that has the letter, or write another",
    ),
    _rule(
        "D112", Severity.WARNING, on_pages.coarse_pictures, "coarse pictures", "A picture has less than 200 dots an inch at the size it is printed in.",
        "On paper its dots are seen: edges are stepped, and writing in it blurs.", "use a larger picture, or show it smaller",
    ),
    _rule(
        "D113", Severity.WARNING, on_pages.near_the_edge, "text near the edge", "Letters stand nearer than 5 mm to the edge of the trimmed page.",
        "Office printers leave so much bare, and a guillotine may be two millimetres off.", "make the margins wider",
    ),
    _rule(
        "D114", Severity.WARNING, on_pages.hairlines, "hairlines", "A line is thinner than a quarter of a point.",
        "A press prints it broken, or not at all, whatever the screen shows.", "make it at least 0.25 pt thick",
    ),
    _rule(
        "D115", Severity.WARNING, on_pages.small_white_text, "small white text", "White letters are smaller than 8 points.",
        "The ink around them runs into their fine strokes.", "set it larger or bolder, or dark on white",
    ),
    _rule(
        "D116", Severity.ERROR, on_pages.second_ink, "a second ink", "There is colour in a file that is for a job in black alone.",
        "A one-ink press has no plate for it: it is lost, or the job is charged as four.", "build the file anew with `ink: black`",
    ),
    _rule(
        "D117", Severity.WARNING, on_pages.small_text, "small text", "Text is smaller than 6 points; in large print, than 16.",
        "Many cannot read it at all, and in poor light few can.", "set it larger",
    ),
)  # fmt: skip

_MAKE_UP = (
    _rule(
        "D120", Severity.INFO, on_pages.blanks_to_add, "pages for a booklet", "The number of pages is not a multiple of four.",
        "Every sheet of a stapled booklet has four pages, so blank ones are added.", "fill them, or shorten the text: `fit` does both",
    ),
    _rule(
        "D121", Severity.WARNING, on_pages.too_many_for_staples, "too many pages for staples", "There are more pages than staples hold.",
        "A thick booklet springs open, and its inner pages stick out by millimetres.", "have it glued or sewn, or divide it into parts",
    ),
    _rule(
        "D122", Severity.INFO, on_pages.blank_pages, "blank pages", "There is nothing on a page.",
        "It may be meant; it may also be a page break too many, or a picture that was lost.", "see whether each is meant",
    ),
    _rule(
        "D123", Severity.WARNING, on_pages.loose_lines, "loose lines", "The gaps between the words of a justified line are wider than 1.2 em.",
        "The line falls apart into single words, and white rivers run down the page.", "allow words to be divided, or set the text ragged",
    ),
    _rule(
        "D124", Severity.WARNING, on_pages.lines_too_long, "lines too long", "A line of justified text goes on where all others end.",
        "It looks like the mistake it is, and may be cut off.", "a long word or address: allow it to be divided, or reword the sentence",
    ),
    _rule(
        "D125", Severity.WARNING, on_pages.widows, "widows", "A page begins with the last line of a paragraph.",
        "Torn from its paragraph, it is read as a sentence of its own.", "add or take away a few words on the page before",
    ),
)  # fmt: skip

_READERS = (
    _rule(
        "D130", Severity.WARNING, of_files.lost_links, "links that lead nowhere", "A link or a bookmark has no goal in the file, or no whole address.",
        "Who follows it gets no further, and cannot know why.", "mend the address, or the name of the place",
    ),
    _rule(
        "D131", Severity.WARNING, of_files.no_title, "no title", "The file does not say its title.",
        "Readers and screen readers name it by its file name.", "give the document a title",
    ),
    _rule(
        "D132", Severity.WARNING, of_files.no_language, "no language", "The file does not say which language it is in.",
        "A screen reader reads it with the voice of another language.", "give the document its language",
    ),
    _rule(
        "D133", Severity.WARNING, of_files.not_tagged, "no tags", "The file does not say what is a heading, a list or a note.",
        "Who reads with their ears hears one long string of words, in any order.", "make the PDF with tags",
    ),
)  # fmt: skip

_PRESS = (
    _rule(
        "D140", Severity.ERROR, of_press.transparency, "transparency in PDF/X", "Something is transparent in a file of PDF/X-1a or X-3, which know none.",
        "A print shop that asks for these kinds has a device that paints it solid, or refuses the file.", "make it plain, or ask whether they take PDF/X-4",
    ),
    _rule(
        "D141", Severity.ERROR, of_press.no_inks, "colours of screens in PDF/X-1a", "There is RGB or Lab in a file of PDF/X-1a, which knows inks only.",
        "Which inks are to make that colour is left to the press, and each does it otherwise.", "build the file anew with `ink: cmyk`, or convert it",
    ),
    _rule(
        "D142", Severity.ERROR, of_press.boxes, "boxes of a page", "A page of PDF/X says not, or says wrongly, where it is cut.",
        "The page is put on the sheet, and cut, by these boxes.", "give each page one TrimBox, within its BleedBox and MediaBox",
    ),
    _rule(
        "D143", Severity.ERROR, of_press.intent, "output intent",
        "A file of PDF/X does not name a press that it is made for, by a profile or a registered name.",
        "Without it nobody can tell what its inks are to look like.", "name the print shop's profile, as in `profile: PSOcoated_v3.icc`",
    ),
    _rule(
        "D144", Severity.ERROR, of_press.unsaid, "what PDF/X has a file say",
        "A file of PDF/X says not whether it is trapped, when it was made, or which it is.",
        "Checks at the print shop's door refuse it, whatever it shows.", f"export it as PDF/X once more, or {_REBUILD}",
    ),
    _rule(
        "D145", Severity.ERROR, of_press.too_much_ink, "too much ink", "All inks together are more than dries on the paper of the press.",
        "The wet ink marks the next sheet, and the pile sticks together.", "choose lighter colours or pictures, or a profile with less ink",
    ),
    _rule(
        "D146", Severity.ERROR, of_press.lost_white, "white that overprints", "White letters or areas are set to overprint.",
        "White is no ink: what lies below is printed, and the white is gone.", "let white knock out what lies below",
    ),
    _rule(
        "D147", Severity.ERROR, of_press.actions, "actions in PDF/X", "A file of PDF/X has JavaScript or actions.",
        "Paper does nothing, and what changes a page on the way to it cannot be proofed.", "take out scripts, links and buttons",
    ),
    _rule(
        "D148", Severity.ERROR, of_press.encrypted, "encrypted PDF/X", "A file that says to be PDF/X is encrypted.",
        "PDF/X allows none, so the file is not what it says.", "save it without protection, and without a password",
    ),
    _rule(
        "D149", Severity.ERROR, of_press.remarks, "remarks on pages of PDF/X", "There are links, notes or fields on a page of PDF/X.",
        "One device prints them and the next does not.", "take them out, or make them part of the page",
    ),
    _rule(
        "D150", Severity.WARNING, of_press.unsaid_colours, "colours of transparency",
        "Something is transparent, and the page does not say in which colours it is mixed.",
        "Mixed in the colours of a screen it comes out paler or darker than in inks.", "give the page a transparency group with the colours of the press",
    ),
)  # fmt: skip

PDF_RULES: tuple[Rule[FileSubject], ...] = (*_FILE, *_PAGES, *_MAKE_UP, *_READERS, *_PRESS)
