"""For which press a file is made: its output intent (ISO 32000-1, 14.11.5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .profiles import Profile

if TYPE_CHECKING:
    from pikepdf import Dictionary, Pdf, String

REGISTRY = "http://www.color.org"
# Conditions of printing that are registered, so that their name is enough (registry.color.org), and what they are.
REGISTERED = {
    "FOGRA39": "Coated paper, ISO 12647-2:2004",
    "FOGRA47": "Uncoated paper, ISO 12647-2:2004",
    "FOGRA51": "Coated paper, ISO 12647-2:2013",
    "FOGRA52": "Uncoated paper, ISO 12647-2:2013",
    "CGATS TR 001": "SWOP, coated web offset",
    "CGATS TR 006": "GRACoL, coated sheet-fed offset",
    "JC200103": "Japan Color 2001, coated paper",
}
# How much ink dries there, all inks together, in percent, where that is not as usual.
_USUAL_INK, _MOST_INK = 300, {"FOGRA39": 330, "CGATS TR 006": 320, "JC200103": 350}


@dataclass(frozen=True, slots=True)
class Intent:
    """A way of printing: by the name of a registered condition, or as a profile has it."""

    name: str
    profile: Profile | None = None

    def written(self, pdf: Pdf, kind: str) -> Dictionary:
        """As an object of a file; ``kind`` is GTS_PDFX or GTS_PDFA1."""
        from pikepdf import Dictionary, Name

        about = REGISTERED.get(self.name, self.name)
        intent = Dictionary(Type=Name.OutputIntent, S=Name(f"/{kind}"), OutputConditionIdentifier=_text(self.name), Info=_text(about))
        if self.profile is None:
            intent.RegistryName, intent.OutputCondition = _text(REGISTRY), _text(about)
        else:
            intent.DestOutputProfile = pdf.make_stream(self.profile.data, N=4)
        return intent


def _text(words: str) -> String:
    from pikepdf import String

    return String(words)


def registered(name: str) -> Intent | None:
    """The intent of a registered condition of this name, however it is written."""
    said = name.strip().upper()
    return Intent(said) if said in REGISTERED else None


def most_ink(name: str) -> int:
    """How much ink dries under a condition, all inks together, in percent; as much as is usual where it is not known."""
    return _MOST_INK.get(name.strip().upper(), _USUAL_INK)
