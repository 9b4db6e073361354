"""What must stand on political print, by country: printer, promoter, publisher, payer, each with an address.

The laws are in ``imprint_law.toml``, with their sources. What is told is a reminder, and no legal advice: whether a
text is election material cannot be told from it, and an address is known by its form alone.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from ..language import base
from ..language.fold import fold
from ..model.book import Section
from ..model.kinds import Role
from ..model.nodes import Link
from ..model.place import Place
from ..model.walk import plain_text, walk
from .rules.rule import Found, Rule
from .rules.subjects import ManuscriptSubject

_FILE = Path(__file__).with_name("imprint_law.toml")
_NO_ADVICE = "no legal advice"
_LONGEST = 4_000  # letters of one statement; more is no imprint
_QUOTED = 60
Look: TypeAlias = Callable[[ManuscriptSubject], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that a law asks for: of which party, and what is said where it is missing.

    ``about`` says of what print it is asked, where that is not what the whole law is about.
    """

    code: str
    party: str
    missing: str
    line: str
    source: str
    incomplete: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Law:
    """What is asked in a country."""

    country: str
    name: str
    about: str
    asks: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """Words of an imprint or a contact, and the same folded: without case and accents."""

    text: str
    folded: str
    place: Place | None
    of_contact: bool = False


@cache
def _tables() -> Mapping[str, Any]:
    return tomllib.loads(_FILE.read_text("utf-8"))


def law_of(country: str) -> Law | None:
    """The law of a country by its code, such as ``GB``; None where none is known here."""
    written = _tables().get(country)
    if country in ("", "cues", "checked") or written is None:
        return None
    return Law(country, written["name"], written["about"], tuple(Ask(**ask) for ask in written["asks"]))


def countries() -> tuple[str, ...]:
    """The codes of the countries whose law is known here."""
    return tuple(code for code in _tables() if code not in ("cues", "checked"))


# Reading the imprint ----------------------------------------------------------------------------


class Imprint:
    """What a book says of who made it."""

    def __init__(self, subject: ManuscriptSubject) -> None:
        book = subject.book
        self.sections = tuple(section for section in book.sections if section.role is Role.IMPRINT)
        self.lang = book.metadata.lang
        self.printer = _statement(book.matter.printer, subject.places.get("printer"))
        contacts = (section for section in book.sections if section.role is Role.CONTACT)
        self.statements = tuple(
            [one for section in self.sections for one in _statements(section)] + [one for section in contacts for one in _statements(section, of_contact=True)]
        )
        self.place = next((section.place for section in self.sections), None)
        self.has_contact_address = any(one.of_contact and has_address(one.text) for one in self.statements)

    def of(self, party: str) -> Statement | None:
        """The words in which a party is named, from what announces it to the end of the statement; best one with an address."""
        if party == "printer" and self.printer:
            return self.printer
        named = [part for one in self.statements if (part := _from_cue(one, party, self.lang))]
        return next((one for one in named if has_address(one.text)), named[0] if named else None)

    def is_complete(self, party: str, statement: Statement) -> bool:
        """Whether a party is named with an address, its own or one of those who publish."""
        if party == "authorised":
            return True
        if party == "payer":
            return has_address(statement.text) or _reachable(statement.text) is not None
        if party == "printer":
            ours = any(cue in statement.folded for cue in _cues("ourselves", self.lang))
            return has_address(statement.text) or (ours and any(has_address(one.text) for one in self.statements))
        return has_address(statement.text) or self.has_contact_address


def _statement(text: str, place: Place | None, of_contact: bool = False) -> Statement | None:
    text = " ".join(text.split())[:_LONGEST]
    return Statement(text, fold(text), place, of_contact) if text else None


def _statements(section: Section, of_contact: bool = False) -> Iterator[Statement]:
    for block in section.blocks:
        addresses = " ".join(node.target for node in walk(block) if isinstance(node, Link))
        one = _statement(f"{plain_text(block)} {addresses}", block.place or section.place, of_contact)
        if one:
            yield one


def _cues(party: str, lang: str) -> tuple[str, ...]:
    """What announces a party in the book's language and in English."""
    table = _tables()["cues"].get(party, {})
    return tuple(cue for language in dict.fromkeys((base(lang), "en")) for cue in table.get(language, ()))


def _from_cue(statement: Statement, party: str, lang: str) -> Statement | None:
    """The part of a statement that begins where a party is announced, as far as the next party."""
    starts = [at for cue in _cues(party, lang) if (at := _word_at(statement.folded, cue)) >= 0]
    if not starts:
        return None
    start = min(starts)
    # What was folded may be longer or shorter by a letter or two, which an address does not mind.
    shown = statement.text[start : start + _LONGEST]
    end = _next_party(statement.folded, start, lang)
    return Statement(shown[: end - start], statement.folded[start:end], statement.place, statement.of_contact)


def _next_party(folded: str, start: int, lang: str) -> int:
    """Where the next party is announced, after at least a word of the one before."""
    ends = []
    for party in ("printer", "promoter", "behalf", "payer", "publisher", "responsible"):
        for cue in _cues(party, lang):
            at = _word_at(folded, cue, start + 1)
            # “Printed and published by” announces two in one.
            if at > start and re.search(r"\w.*[,;.]", folded[start:at]) and at - start > len("printed and published by"):
                ends.append(at)
    return min(ends, default=len(folded))


def _word_at(folded: str, cue: str, start: int = 0) -> int:
    """Where a cue begins a word."""
    at = folded.find(cue, start)
    while at > 0 and folded[at - 1].isalnum():
        at = folded.find(cue, at + 1)
    return at


# Addresses --------------------------------------------------------------------------------------

_ADDRESS = re.compile("|".join((
    r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b",  # a British postcode: NE23 1BB
    r"\b[A-Z]{2},? \d{5}(?:-\d{4})?\b",  # a state and its ZIP code
    r"\b(?:[A-Z]{1,2}-)?\d{5} [^\W\d_a-zà-ÿ][\w'’-]+",  # 75011 Paris
    r"\b(?:A|AT|CH|B|BE|L|LU)-\d{4} [^\W\d_a-zà-ÿ][\w'’-]+",  # CH-8004 Zürich
    r"\b(?i:p\. ?o\. ?box|po box|bp|postfach|apartado(?: de correos)?) ?\d+",
    r"\b\d{1,5}[A-Za-z]?,? (?:[A-Z][\w'’.-]* ){1,4}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Square|Terrace|Court|Drive|Way|Place|Row|Hill|Quay|Close|Boulevard|Blvd)\b",
    r"\b\d{1,4},? (?:bis,? |ter,? )?(?i:rue|avenue|boulevard|bd|place|quai|impasse|allée|chemin|cours|passage) \w",
    r"\b[\w'’.-]*(?i:straße|strasse|str\.|weg|platz|allee|gasse|damm|ufer|ring) \d{1,4}\b",
    r"\b(?:Calle|C/|Avenida|Avda\.?|Plaza|Paseo|Camino) [^\n,\d]{2,40},? (?:n\.?º ?)?\d{1,3}\b",
)))  # fmt: skip
_REACHABLE = re.compile(r"(?i)\bhttps?://\S+|\bwww\.\S+|\b[\w-]+\.(?:org|com|net|us|info|gov|coop|union)\b|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b")


def has_address(text: str) -> bool:
    """Whether words have an address to write to in them: a postcode, a street with a number, or a box."""
    return _ADDRESS.search(text) is not None


def _reachable(text: str) -> re.Match[str] | None:
    """A website or a telephone number, as the law of the United States allows in place of a street."""
    return _REACHABLE.search(text)


# Rules ------------------------------------------------------------------------------------------


def _asked(code: str) -> Look:
    """Holds a manuscript against what the law of its country asks under a code."""

    def look(subject: ManuscriptSubject) -> Iterator[Found]:
        law = law_of(subject.country)
        if law is None:
            return
        for ask in law.asks:
            if ask.code == code and (said := _LOOKS.get(ask.party, _of_party)(Imprint(subject), ask, subject)):
                message, place = said
                yield Found(f"{law.country}: {message}", place, f"{_what_to_write(ask)}; {ask.about or law.about}; source: {ask.source}; {_NO_ADVICE}")

    return look


def _what_to_write(ask: Ask) -> str:
    return f"write in the imprint: “{ask.line}”" if "[" in ask.line else ask.line


def _of_party(imprint: Imprint, ask: Ask, _: ManuscriptSubject) -> tuple[str, Place | None] | None:
    """What is said of a party that is missing, or that has no address."""
    statement = imprint.of(ask.party)
    if statement is None:
        where = "" if imprint.sections else "; there is no imprint"
        return f"{ask.missing}{where}", imprint.place
    if imprint.is_complete(ask.party, statement):
        return None
    shown = statement.text if len(statement.text) <= _QUOTED else f"{statement.text[: _QUOTED - 1].rstrip()}…"
    return f"{ask.incomplete}: “{shown}”", statement.place or imprint.place


def _of_behalf(imprint: Imprint, ask: Ask, subject: ManuscriptSubject) -> tuple[str, Place | None] | None:
    """On whose behalf it is only matters where there is a promoter, who may publish for nobody else."""
    return _of_party(imprint, ask, subject) if imprint.of("promoter") else None


def _of_authority(imprint: Imprint, ask: Ask, subject: ManuscriptSubject) -> tuple[str, Place | None] | None:
    return _of_party(imprint, ask, subject) if imprint.of("payer") else None


def _of_look(imprint: Imprint, ask: Ask, _: ManuscriptSubject) -> tuple[str, Place | None] | None:
    """How it looks is not told by a manuscript: where it stands there, its form is called to mind."""
    payer = imprint.of("payer")
    return (ask.missing, payer.place or imprint.place) if payer else None


def _of_outside(imprint: Imprint, ask: Ask, subject: ManuscriptSubject) -> tuple[str, Place | None] | None:
    sections: Sequence[Section] = subject.book.sections
    outside = not imprint.sections or sections[0] in imprint.sections or sections[-1] in imprint.sections
    return None if outside else (ask.missing, imprint.place)


_LOOKS = {"behalf": _of_behalf, "authorised": _of_authority, "look": _of_look, "outside": _of_outside}


def _unknown_country(subject: ManuscriptSubject) -> Iterator[Found]:
    if subject.country and subject.country != "none" and law_of(subject.country) is None:
        known = ", ".join(countries())
        message = f"of the law on imprints in {subject.country} nothing is known here, only of that in {known}"
        yield Found(message, subject.places.get("country"), f"ask someone who prints there; {_NO_ADVICE}")


IMPRINT_RULES: tuple[Rule[ManuscriptSubject], ...] = (
    Rule("R501", _asked("R501")),
    Rule("R502", _asked("R502")),
    Rule("R503", _asked("R503")),
    Rule("R504", _asked("R504")),
    Rule("R505", _asked("R505")),
    Rule("R506", _asked("R506")),
    Rule("R507", _unknown_country),
)
