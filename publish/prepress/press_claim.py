"""What a file claims to be for print shops, PDF/X, and whether it says of itself what that asks for (ISO 15930)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..pdf.entries import entries, listed
from .output_intents import REGISTRY
from .page_boxes import pages_in_words
from .profiles import made_for

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_MOST_METADATA = 1_000_000
_VERSION = re.compile(rb"GTS_PDFXVersion(?:>|=[\"'])\s*(PDF/X[^<\"'\s]{1,20})")
_TRAPPED = re.compile(rb"pdf:Trapped(?:>|=[\"'])\s*(?:True|False)\b")
_DATES = {"when it was made": ("/CreationDate", b"xmp:CreateDate"), "when it was changed last": ("/ModDate", b"xmp:ModifyDate")}


@dataclass(frozen=True, slots=True)
class PressClaim:
    """A claim: ``standard`` as in ``PDF/X-1a:2001``, ``""`` for none, where nothing else is looked for.

    ``unsaid`` is what the standard has a file say and this one does not; ``intent`` what is wrong with how it names the
    press that it is made for, which is ``condition``; ``actions`` what it would do on a screen.
    """

    standard: str = ""
    unsaid: tuple[str, ...] = ()
    intent: str = ""
    condition: str = ""
    actions: tuple[str, ...] = ()

    @property
    def is_opaque(self) -> bool:
        """Whether it is of the older kinds, which know no transparency."""
        return self.standard.startswith(("PDF/X-1", "PDF/X-2", "PDF/X-3"))

    @property
    def is_inks_only(self) -> bool:
        """Whether it is of the kind that knows no colours but inks."""
        return self.standard.startswith("PDF/X-1")


def press_claim(pdf: Pdf) -> PressClaim:
    """The claim of a file."""
    said, packet = entries(pdf.trailer, "/Info"), _packet(pdf)
    written = _VERSION.search(packet)
    version = str(said.get("/GTS_PDFXVersion", "")) or (written[1].decode("latin-1") if written else "")
    standard = str(said.get("/GTS_PDFXConformance", "")) or version
    if not standard.startswith("PDF/X"):
        return PressClaim()
    intent = _intent(pdf)
    return PressClaim(
        standard=standard[:30],
        unsaid=tuple(_unsaid(pdf, said, packet)),
        intent=_wrong_with(intent, standard),
        condition=str(intent.get("/OutputConditionIdentifier", "")) if intent is not None else "",
        actions=tuple(_actions(pdf)),
    )


def _packet(pdf: Pdf) -> bytes:
    from pikepdf import Stream

    written = pdf.Root.get("/Metadata")
    return written.read_bytes()[:_MOST_METADATA] if isinstance(written, Stream) else b""


def _unsaid(pdf: Pdf, said: Object, packet: bytes) -> Iterator[str]:
    if str(said.get("/Trapped", "")) not in ("/True", "/False") and not _TRAPPED.search(packet):
        yield "whether it is trapped"
    yield from (what for what, (key, name) in _DATES.items() if key not in said and name not in packet)
    if "/ID" not in pdf.trailer:
        yield "which file it is, by an ID"


# For which press --------------------------------------------------------------------------------


def _intent(pdf: Pdf) -> Object | None:
    return next((intent for intent in listed(pdf.Root, "/OutputIntents") if str(intent.get("/S")) == "/GTS_PDFX"), None)


def _wrong_with(intent: Object | None, standard: str) -> str:
    """What is wrong with an output intent; nothing for a registered condition, where its name is enough."""
    from pikepdf import Stream

    if intent is None:
        return "does not say for which press it is made"
    profile = intent.get("/DestOutputProfile")
    if isinstance(profile, Stream):
        return _wrong_with_profile(profile.read_bytes()[:128], standard)
    if "/DestOutputProfileRef" in intent:
        return ""
    if not standard.startswith(("PDF/X-1", "PDF/X-3")):
        return "names a press, and does not hold its profile"
    if str(intent.get("/RegistryName", "")).rstrip("/") != REGISTRY or not str(intent.get("/OutputConditionIdentifier", "")):
        return "names a press that is in no register, and does not hold its profile"
    return ""


def _wrong_with_profile(header: bytes, standard: str) -> str:
    known = made_for(header)
    if known is None:
        return "names a press by a damaged profile"
    colours, device = known
    if device != "a press":
        return f"is made for {device} by its profile, and not for a press"
    if standard.startswith("PDF/X-1") and colours not in ("CMYK", "grey"):
        return f"is made for a press that prints {colours} by its profile"
    return ""


# What only screens do ---------------------------------------------------------------------------


def _actions(pdf: Pdf) -> Iterator[str]:
    from pikepdf import Dictionary

    if "/JavaScript" in entries(pdf.Root, "/Names"):
        yield "JavaScript"
    if isinstance(pdf.Root.get("/OpenAction"), Dictionary) or "/AA" in pdf.Root:
        yield "an action when it is opened or closed"
    pages = [number for number, page in enumerate(pdf.pages, 1) if "/AA" in page.obj or any(map(_acts, listed(page.obj, "/Annots")))]
    if pages:
        yield f"actions on {pages_in_words(pages)}"


def _acts(remark: Object) -> bool:
    return "/A" in remark or "/AA" in remark
