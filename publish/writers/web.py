"""The book as one page for the web: nothing is fetched and nothing runs, so it can be sent as it is."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from functools import cache

from ..diagnostics import PublishError, Report
from ..language import is_rtl
from ..language.dates import show_date
from ..language.words import byline, word
from ..model.book import Book
from ..styles import Style
from .markup.addresses import web_address
from .markup.front_back_matter import imprint, imprint_place, logo
from .markup.linked_notes import notes_and_xhtml
from .markup.parts import contents, part, publisher_to_show
from .markup.title_words import TitleWords


def write_html(book: Book, style: Style, report: Report) -> bytes:
    """The page as UTF-8. Raises PublishError E101 for a picture that was not loaded."""
    from markupsafe import Markup

    metadata = book.metadata
    notes, say = notes_and_xhtml(metadata.lang, _link, _pictures(book))
    parts = [part(section, metadata, say) for section in book.sections]
    entries = contents(book)
    address = _pictures(book)
    page = style.template("web.html.j2").render(
        logo=logo(book, address),
        publisher=publisher_to_show(metadata),
        imprint=imprint(book, address),
        imprint_at=imprint_place(book),
        metadata=metadata,
        words=TitleWords(metadata),
        lang=metadata.lang,
        direction="rtl" if is_rtl(metadata.lang) else "ltr",
        # A style sheet ends where the browser sees the first "</".
        css=Markup(style.css("screen").replace("</", "<\\/")),
        byline=byline(metadata.authors, metadata.lang) if metadata.authors else "",
        date=show_date(metadata.date, metadata.lang) if metadata.date else "",
        entries=entries if len(entries) > 1 else (),
        parts=parts,
        notes=notes.take(),
        word=lambda key: word(key, metadata.lang),
    )
    return page.encode()


def _link(target: str) -> str:
    return target if target.startswith("#") else web_address(target)


def _pictures(book: Book) -> Callable[[str], str]:
    """Gives a picture as an address that holds all of it."""

    @cache
    def address(source: str) -> str:
        asset = book.assets.get(source)
        if asset is None:
            raise PublishError("E101", f"the picture {source} was not loaded", None, "look at what was said of it before")
        return f"data:{asset.media_type};base64,{b64encode(asset.data).decode()}"

    return address
