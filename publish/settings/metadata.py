"""Metadata keys, as many ways as pandoc has to write them, as the one way the model has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from ..model.accessibility import WORDS, contradiction
from ..model.book import Contributor, Identifier, Metadata
from ..model.isbn import ean_of, is_isbn
from .keys import MetadataKeys, People, Person, Scheme, TitlePart, Words
from .roles import CODES, ROLES, relator
from .validate import SettingsFile
from .values import Places
from .yaml_lines import short

_SPACES = re.compile(r"[ \t\r\n]+")
_TIME = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?\s*(?:[+-][0-9]{2}(?::?[0-9]{2})?|[A-Z]{1,5})?"
_ISO = re.compile(rf"([0-9]{{4}})(?:[-/.]([0-9]{{1,2}})(?:[-/.]([0-9]{{1,2}})(?:(?:T|\s+){_TIME})?)?)?")
# What other tools put the day of the build for.
_MOVING_DATE = re.compile(r"today|now|last-modified|\\today|`r .*`|\{\{.*\}\}", re.IGNORECASE | re.DOTALL)
_POSITION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){0,8}")


def metadata(keys: MetadataKeys, source: SettingsFile, places: Places) -> Metadata:
    """What ``keys`` say. What they say wrongly is reported (C104, C105, C112, C116, C127, C150, C151) and left out."""
    check = _Check(source, places)
    title, subtitle = _titles(keys)
    lang = check.lang(keys)
    return Metadata(
        title=title,
        subtitle=line(keys.subtitle) or subtitle,
        contributors=tuple(_contributors(keys, check)),
        date=check.date(keys.date, lang),
        lang=lang,
        description=(keys.description or keys.abstract or keys.summary).strip(),
        publisher=line(keys.publisher),
        rights=line(keys.rights),
        identifiers=tuple(check.identifiers(keys)),
        keywords=tuple(dict.fromkeys((*words(keys.keywords), *words(keys.subject), *tags(keys.tags), *tags(keys.categories)))),
        series=line(keys.belongs_to_collection),
        series_position=check.position(keys.group_position),
        cover_image=keys.cover_image.strip(),
        page_progression=keys.page_progression_direction.value if keys.page_progression_direction else "",
        access_modes=check.claims("accessModes", "accessMode", words(keys.access_modes)),
        access_mode_sufficient=check.claims("accessModeSufficient", "accessModeSufficient", _sets(keys.access_mode_sufficient)),
        accessibility_features=check.claims("accessibilityFeatures", "accessibilityFeature", words(keys.accessibility_features)),
        accessibility_hazards=check.claims("accessibilityHazards", "accessibilityHazard", words(keys.accessibility_hazards)),
        accessibility_summary=line(keys.accessibility_summary),
    )


def line(text: str) -> str:
    """``text`` on one line; no-break spaces stay."""
    return _SPACES.sub(" ", text).strip()


def words(value: Words) -> tuple[str, ...]:
    """A list, also when it was written as one text with commas."""
    parts = value.replace(";", ",").split(",") if isinstance(value, str) else value
    return tuple(word for part in parts if (word := line(part)))


def tags(value: Words) -> tuple[str, ...]:
    """Words as blogs and notes have them: in one text spaces part them, and a ``#`` may begin them."""
    found = value.split() if isinstance(value, str) and "," not in value and ";" not in value else words(value)
    return tuple(word.lstrip("#") for word in found if word.strip("#"))


def _sets(value: str | list[Words]) -> tuple[str, ...]:
    """Sets of senses, each as ``textual,visual``."""
    sets = [value] if isinstance(value, str) else value
    return tuple(joined for one in sets if (joined := ",".join(words(one))))


def _titles(keys: MetadataKeys) -> tuple[str, str]:
    """The title and, where the title's parts have one, the subtitle."""
    parts = keys.title if isinstance(keys.title, list) else [keys.title]
    found = {"main": "", "subtitle": ""}
    for part in parts:
        kind, text = (part.type, part.text) if isinstance(part, TitlePart) else ("main", part)
        if kind in found and not found[kind]:
            found[kind] = line(text)
    return found["main"], found["subtitle"]


def _contributors(keys: MetadataKeys, check: _Check) -> Iterator[Contributor]:
    """Everyone once in each role: pandoc's users often name the author as creator, too."""
    seen = set()
    for key, people, role in (
        ("author", keys.author, "aut"),
        ("authors", keys.authors, "aut"),
        ("creator", keys.creator, "aut"),
        ("contributor", keys.contributor, "ctb"),
    ):
        for number, person in enumerate(_people(people)):
            name = _name(person)
            found = Contributor(name, check.role(f"{key}.{number}", person.role) or role, line(person.file_as))
            if name and (found.name, found.role) not in seen:
                seen.add((found.name, found.role))
                yield found


def _name(person: Person) -> str:
    whole, parts = (person.name, person) if isinstance(person.name, str) else (person.name.literal, person.name)
    return line(whole or person.text or f"{parts.given} {parts.family}")


def _people(people: People) -> Iterator[Person]:
    for person in people if isinstance(people, list) else [people]:
        yield person if isinstance(person, Person) else Person(name=person)


class _Check:
    """Holds values against what they must be; a wrong one is reported where its key stands."""

    def __init__(self, source: SettingsFile, places: Places) -> None:
        self._source, self._places = source, places

    def _error(self, key: str, code: str, message: str, hint: str = "") -> None:
        self._source.report.error(code, message, self._places.get(key) or self._places.get(key.partition(".")[0]), hint)

    def lang(self, keys: MetadataKeys) -> str:
        """The language's tag; English where there is none that can be used."""
        from ..language import valid_tag

        key = "lang" if keys.lang else "language"
        tag = (keys.lang or keys.language).strip().replace("_", "-")
        if tag and not valid_tag(tag):
            hint = "write one such as en, es, pt-BR or zh-Hans"
            self._error(key, "C105", f"`{short(tag)}` is not a language tag", hint)
            return "en"
        return tag or "en"

    def date(self, text: str, lang: str) -> str:
        """ISO 8601, as exact as the author was, who may have written it out in the book's language."""
        from ..language.dates import read_date

        if not text.strip() or self._moves(text.strip()):
            return ""
        found = _ISO.fullmatch(text.strip())
        written = None if found else read_date(text, lang)
        if not found and not written:
            hint = "write it as 2018-10-23, 2018-10 or 2018"
            self._error("date", "C104", f"`{short(text)}` is not a date that can be read", hint)
        return self._calendar(text, found) if found else written or ""

    def _moves(self, text: str) -> bool:
        """Whether it stands for the day of the build, on which nothing that we make depends (C127)."""
        moves = _MOVING_DATE.fullmatch(text) is not None
        if moves:
            message, place = f"the date `{short(text)}` is another every day and was left out", self._places.get("date")
            self._source.report.warning("C127", message, place, "write the day, as in 2018-10-23")
        return moves

    def _calendar(self, text: str, found: re.Match[str]) -> str:
        year, *rest = (int(part) for part in found.groups() if part)
        try:
            date(year, *rest, *[1] * (2 - len(rest)))
        except ValueError:
            hint = "write year-month-day, as in 2018-10-23"
            self._error("date", "C104", f"there is no such day as {short(text)}", hint)
            return ""
        return "-".join([f"{year:04}", *(f"{part:02}" for part in rest)])

    def role(self, key: str, role: str) -> str:
        """A relator code; empty where none was given or it is none."""
        if not role.strip():
            return ""
        code = relator(role)
        if code is None:
            near = get_close_matches(role.lower()[:40], [*ROLES, *CODES], n=1)
            known = "write author, editor, translator, illustrator or a MARC relator code"
            self._error(key, "C112", f"unknown role `{short(role)}`", f"did you mean `{near[0]}`?" if near else known)
        return code or ""

    def identifiers(self, keys: MetadataKeys) -> Iterator[Identifier]:
        """Those that are given; an ISBN that cannot be one is reported and left out."""
        given = keys.identifier if isinstance(keys.identifier, list) else [keys.identifier]
        for number, one in enumerate(given):
            found = one if isinstance(one, Scheme) else Scheme(one)
            identifier = Identifier(line(found.text), line(found.scheme))
            if identifier.text and self._may_be(identifier, f"identifier.{number}"):
                yield identifier
        isbn = Identifier(line(keys.isbn), "ISBN")
        if isbn.text and self._may_be(isbn, "isbn"):
            yield isbn

    def _may_be(self, identifier: Identifier, key: str) -> bool:
        try:
            return not is_isbn(identifier) or bool(ean_of(identifier.text))
        except ValueError as problem:
            hint = "compare it with what the agency wrote you"
            self._error(key, "C116", f"`{short(identifier.text)}` is not an ISBN: {problem}", hint)
            return False

    def claims(self, key: str, statement: str, claimed: tuple[str, ...]) -> tuple[str, ...]:
        """Words on accessibility; none where one is not in the vocabulary, or two contradict each other."""
        known = WORDS[statement]
        for word in (word for one in claimed for word in one.split(",") if word not in known):
            plain = word.removesuffix("Hazard")  # as the words of older vocabularies end
            near = [plain] if plain in known else get_close_matches(word[:40], known, n=1)
            hint = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(sorted(known))}"
            self._error(key, "C150", f"`{short(word)}` is no word for `{key}`", hint)
            return ()
        if pair := contradiction(claimed):
            self._error(key, "C151", f"`{key}` says both `{pair[0]}` and `{pair[1]}`, which cannot both be true", "leave one of them out")
            return ()
        return claimed

    def position(self, text: str) -> str:
        """A number in a series."""
        position = text.strip()
        if position and not _POSITION.fullmatch(position):
            wrong = f"`group-position` must be a number such as 2 or 2.1, not `{short(position)}`"
            self._error("group-position", "C112", wrong)
            return ""
        return position
