"""Gives every section, heading and target a stable id of its own, and checks where links lead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from ..diagnostics import Report
from ..model.book import Section
from ..model.kinds import Role
from ..model.nodes import Block, Blocks, Box, Columns, Division, Figure, Heading, Inline, Inlines, Link, Span, Table, Text
from ..model.place import Place
from ..model.walk import Throughout, plain_text, walk
from .link_targets import Targets, TextNames
from .slugs import slug, slug_as_in_pandoc, slug_as_on_github

# Names that templates use for parts of their own.
_RESERVED = ("contents", "contents-title", "title-page", "cover", "nav")
_BLOCKS_WITH_ID = (Heading, Figure, Division, Box, Columns, Table)


@dataclass(frozen=True, slots=True)
class TextOfBook:
    """The sections that one text gave. ``path`` is its file, seen from the publication's folder, as links name it;
    ``title`` are words that it was called by and that no section has."""

    sections: tuple[Section, ...]
    path: str = ""
    title: str = ""


def identify(texts: Sequence[TextOfBook], report: Report) -> tuple[Section, ...]:
    """The sections with an id on each of them and on each heading, and with links that lead somewhere.

    Ids the author gave are kept, the first of two where several texts give the same one; others are made
    from the words, as pandoc makes them. A link means the place of its own text before that of another
    one; by ``two.md`` and ``two.md#id`` it means another text of the book, and so does a link between notes,
    ``[[two]]``; one that names none is set as it was typed (M162). A link to an id that does not exist, to
    another file, or with a scheme that could run code is an error.
    """
    said = [_said_in(text) for text in texts]
    names = _Ids({name for one in said for name, _ in one.ids})
    told = [_identify_text(text, one, names, report) for text, one in zip(texts, said, strict=True)]
    targets = Targets([known for _, known in told], report)
    return tuple(section for (sections, known), one in zip(told, said, strict=True) for section in _with_exact_targets(sections, one, known, targets))


@dataclass(frozen=True, slots=True)
class _Said:
    """The ids that the author of a text gave, and its links, each with its place."""

    ids: tuple[tuple[str, Place | None], ...]
    links: tuple[tuple[Link, Place | None], ...]


def _said_in(text: TextOfBook) -> _Said:
    ids = [(section.id, section.place) for section in text.sections if section.id]
    links = []
    for section in text.sections:
        for node in walk(*section.title, *section.lead, *section.blocks):
            if isinstance(node, Link):
                links.append((node, node.place or section.place))
            elif isinstance(node, (Span, *_BLOCKS_WITH_ID)) and node.id:
                ids.append((node.id, node.place))
    return _Said(tuple(ids), tuple(links))


# Ids -----------------------------------------------------------------------------------------


class _Ids:
    """Hands out ids, each once. Those ``given`` by the author are kept for whoever claims them first."""

    def __init__(self, given: set[str]) -> None:
        self._barred = given | set(_RESERVED)
        self._claimed: set[str] = set()
        self._times: Counter[str] = Counter()

    def claim(self, given: str) -> str:
        """The id that the author gave, or one like it where another text has it already."""
        if given in self._claimed:
            return self.new(given)
        self._claimed.add(given)
        return given

    def new(self, wanted: str) -> str:
        name = wanted
        while name in self._barred:
            self._times[wanted] += 1
            name = f"{wanted}-{self._times[wanted]}"
        self._barred |= {name, f"{name}-title"}  # templates name the title of a part so
        return name


def _identify_text(text: TextOfBook, said: _Said, names: _Ids, report: Report) -> tuple[tuple[Section, ...], TextNames]:
    known = TextNames(text.path)
    _claim(said, names, known, report)
    renamed = {given: name for given, name in known.exact.items() if given != name}
    sections = tuple(_renamed(section, renamed) for section in text.sections) if renamed else text.sections
    identifier = _Identifier(names, known)
    sections = tuple(map(identifier.identify, sections))
    if sections:
        known.first = sections[0].id
        known.add_alias(slug(text.title), known.first)
        known.add_alias(slug_as_on_github(text.title), known.first)
    return sections, known


def _claim(said: _Said, names: _Ids, known: TextNames, report: Report) -> None:
    """Settle what the ids that the author gave are called in the book; M503 where one text gives one twice."""
    for given, place in said.ids:
        if given in known.exact:
            report.error("M503", f"the id `{given}` is given twice", place, "links could not tell the two apart")
        else:
            known.exact[given] = names.claim(given)


def _renamed(section: Section, names: dict[str, str]) -> Section:
    def inline(node: Inline) -> Inlines:
        return (replace(node, id=names.get(node.id, node.id)),) if isinstance(node, Span) else (node,)

    def block(block: Block) -> Block:
        return replace(block, id=names.get(block.id, block.id)) if isinstance(block, _BLOCKS_WITH_ID) else block

    return replace(Throughout(inline, block).section(section), id=names.get(section.id, section.id))


@dataclass(slots=True)
class _Identifier:
    """Gives the sections and headings of one text their ids, and notes what else they may be called."""

    names: _Ids
    known: TextNames
    times: Counter[tuple[str, Callable[[str], str]]] = field(default_factory=Counter)

    def identify(self, section: Section) -> Section:
        title = plain_text(*section.title)
        wanted = slug(title) or ("text" if section.role is Role.CHAPTER else section.role.value)
        name = section.id or self.names.new(wanted)
        self._note(title, name)
        return replace(section, id=name, blocks=self._with_ids(section.blocks))

    def _with_ids(self, blocks: Blocks) -> Blocks:
        """Headings in quotes and lists are no targets and get none."""
        return tuple(self._with_id(block) if isinstance(block, (Heading, Division)) else block for block in blocks)

    def _with_id(self, block: Heading | Division) -> Heading | Division:
        if isinstance(block, Division):
            return replace(block, blocks=self._with_ids(block.blocks))
        title = plain_text(block)
        name = block.id or self.names.new(slug(title) or "section")
        self._note(title, name)
        return replace(block, id=name)

    def _note(self, title: str, name: str) -> None:
        self.known.exact.setdefault(name, name)
        for makes in (slug, slug_as_in_pandoc, slug_as_on_github):
            base = makes(title)
            times, self.times[base, makes] = self.times[base, makes], self.times[base, makes] + 1
            self.known.add_alias(f"{base}-{times}" if times and base else base, name)


# Links ---------------------------------------------------------------------------------------


def _with_exact_targets(sections: tuple[Section, ...], said: _Said, known: TextNames, targets: Targets) -> tuple[Section, ...]:
    """The sections of a text, their links checked and written as the book needs them."""
    meant: dict[str, str] = {}
    noted: dict[str, str] = {}
    left: list[Place | None] = []
    for link, place in said.links:
        if link.typed:
            noted[link.target] = noted[link.target] if link.target in noted else targets.noted(link.target, known)
            left += [] if noted[link.target] else [place]
        elif (exact := targets.meant(link.target, known, place)) != link.target:
            meant[link.target] = exact
    targets.tell_left_over(left)
    return tuple(_with_targets(section, meant, noted) for section in sections) if meant or noted else sections


def _with_targets(section: Section, meant: dict[str, str], noted: dict[str, str]) -> Section:
    def change(node: Inline) -> Inlines:
        if not isinstance(node, Link):
            return (node,)
        if not node.typed:
            return (replace(node, target=meant.get(node.target, node.target)),)
        target = noted[node.target]
        return (replace(node, target=target, typed="") if target else Text(node.typed, place=node.place),)

    return Throughout(change).section(section)
