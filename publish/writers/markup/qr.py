"""The code beside the words of the contact, for a telephone to read: which address it holds, and what stands below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from ...language.breaks import said_address
from ...language.words import word
from ...model.book import Section
from ...model.nodes import Link
from ...model.walk import plain_text, walk
from .addresses import readable

if TYPE_CHECKING:
    from markupsafe import Markup

# Nothing may be printed so near to a code, in modules, the little squares it is made of (ISO/IEC 18004, 6.3.8).
QUIET_ZONE = 4
# The schemes that a code is for, the most useful first. Who wants a telephone number dials it.
_SCHEMES = (("https", "http"), ("mailto",))


@dataclass(frozen=True, slots=True)
class QrCode:
    """A code as a picture's address, what it says to a listener, and the address in words where the text does not show it.

    The words are markup that says where they may be divided.

    ``whole`` is how much larger the picture is than the code in it, by the quiet zone around that.
    """

    picture: str
    said: str
    shown: Markup
    whole: float


def qr_code(section: Section, lang: str) -> QrCode | None:
    """The code for a section that says how to reach somebody; None where it links to no address that one can open."""
    target = _target(section)
    if not target:
        return None
    import segno
    from markupsafe import Markup

    code = segno.make(_encoded(target), micro=False, error="m")
    picture = code.svg_data_uri(border=QUIET_ZONE, scale=1, dark="#000", light="#fff")
    shown = readable(target)
    said = word("qr-alt", section.lang or lang).format(address=shown)
    across = code.symbol_size(border=0)[0]
    return QrCode(picture, said, Markup("" if _is_said(shown, section) else said_address(shown)), (across + 2 * QUIET_ZONE) / across)


def _target(section: Section) -> str:
    targets = [node.target for node in walk(*section.lead, *section.blocks) if isinstance(node, Link)]
    return next((target for schemes in _SCHEMES for target in targets if target.partition(":")[0].lower() in schemes), "")


def _encoded(target: str) -> str:
    """An address in the letters that every reader of codes takes: others are read as if in Latin-1, or in Chinese."""
    _scheme, _, rest = target.partition(":")
    host = urlsplit(target).hostname or rest.rpartition("@")[2].partition("?")[0]
    try:
        plain = host.encode("idna").decode("ascii")
    except UnicodeError:  # a name that no machine can have; the code holds it as it is
        plain = host
    before, found, after = target.partition(host)
    return quote(f"{before}{plain if found else ''}{after}", safe="%/:=&?~#+!$,;'@()*[]")


def _is_said(shown: str, section: Section) -> bool:
    """Whether the section's words name the address already, with or without what it begins with."""
    return any(shown.casefold() in words for words in _words(section))


def _words(section: Section) -> Iterator[str]:
    for said in (plain_text(*section.lead), plain_text(*section.blocks)):
        yield "".join(said.split()).casefold()
