"""Keys of other tools in front matter: a text may have lived in a blog, a vault of notes or a notebook.

They are left aside with one remark a file. A key that is nearly one of ours is a slip of the
author's, and stays for ``validate`` to report.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

import msgspec

from ..model.place import Place
from .keys import FrontKeys, Person, SettingsKeys
from .roles import ROLES
from .validate import SettingsFile, names
from .yaml_lines import Items, Keys, Value, short

# Pandoc's, R Markdown's and Quarto's; Jekyll's and Hugo's; those of notes and other blogs. Only those
# need to be here that look like one of ours.
OF_OTHERS = frozenset(
    """toc toc-depth toc-title number-sections numbersections secnumdepth section-divs lof lot css stylesheet
    documentclass classoption geometry papersize margin-left margin-right margin-top margin-bottom
    fontsize fontfamily mainfont sansfont monofont mathfont CJKmainfont linestretch indent
    header-includes include-before include-after before-title template output pdf-engine
    bibliography csl citation-style nocite link-citations reference-section-title suppress-bibliography
    references colorlinks linkcolor urlcolor citecolor toccolor links-as-notes highlight-style
    thanks titlepage theme aspectratio dir type format relation coverage source ibooks
    title-prefix pagetitle epub-chapter-level affiliation affiliations institute institutes email orcid url
    editor editors execute engine jupyter knitr date-modified date-format title-block-style
    layout permalink category tag excerpt redirect_from last_modified_at image images
    linkTitle lastmod publishDate expiryDate weight aliases alias series cascade params menu
    created modified updated published draft private cssclass cssclasses banner cover_image status sidebar_position displayed_sidebar
    degrees corresponding roles note attributes id ids twitter github website homepage bio avatar""".split()
)
_NEAR = 0.75
# To look for the nearest key takes time; settings with so many unknown ones are nobody's slip.
_MOST_NEAR_MISSES = 200
_MOST_NAMED = 12
_YES, _NO = ("true", "yes", "on"), ("false", "no", "off")
# Ours under ``publish:``, and at the top of other tools' front matter something else.
_OTHERWISE_USED = frozenset(("slug", "cover", "links"))


def without_foreign(tree: Keys, kind: type[FrontKeys], source: SettingsFile) -> None:
    """Take the keys of other tools out of front matter: C110 tells which, C126 of a text marked as a draft."""
    found = sorted(_Foreign(kind, source).take(tree), key=lambda one: one[1])
    if not found:
        return
    shown = ", ".join(f"`{short(name)}`" for name in dict.fromkeys(name for name, _ in found[:_MOST_NAMED]))
    more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
    place = Place(source.file, found[0][1])
    source.report.info("C110", f"keys of other tools, left aside: {shown}{more}", place)


class _Foreign:
    """Looks through the keys of one file."""

    def __init__(self, kind: type[FrontKeys], source: SettingsFile) -> None:
        self._kind, self._source = kind, source
        self._looked = 0

    def take(self, tree: Keys) -> Iterator[tuple[str, int]]:
        """The keys that are taken out, with their lines."""
        switch = tree.get("publish") in (*_YES, *_NO)  # whether to put a note on the web, in another tool
        known = {*names(self._kind)} - ({"publish"} if switch else set())
        for name in [key for key in tree.lines if key not in known]:
            value, line = tree.get(name), tree.lines[name]
            if self._is_foreign(name, value, self._kind):
                tree.pop(name, None)
                if not self._tells_of_draft(name, value, line):
                    yield name, line
        for name in ("author", "authors", "creator", "contributor"):
            for person in _groups(tree.get(name)):
                yield from self._take_of_person(person)

    def _take_of_person(self, person: Keys) -> Iterator[tuple[str, int]]:
        for name in [key for key in person if key not in names(Person)]:
            if self._is_foreign(name, person[name], Person):
                yield name, person.lines[name]
                del person[name]

    def _tells_of_draft(self, name: str, value: Value, line: int) -> bool:
        said = str(value).lower()
        draft = (name in ("draft", "private") and said in _YES) or (name in ("published", "publish") and said in _NO)
        if draft:
            hint = "take the key out when the text may go out"
            self._source.report.warning("C126", f"marked as not to be published: `{name}: {said}`", Place(self._source.file, line), hint)
        return draft

    def _is_foreign(self, name: str, value: Value, kind: type[msgspec.Struct]) -> bool:
        if name in _OTHERWISE_USED:
            return name == "slug" or not isinstance(value, str)
        return name in OF_OTHERS or name == "publish" or not self._is_slip(name.lower().replace("_", "-"), kind)

    def _is_slip(self, name: str, kind: type[msgspec.Struct]) -> bool:
        """Whether it is nearly one of ours, or one of ours that belongs elsewhere."""
        near = [*names(kind)]
        if issubclass(kind, FrontKeys):
            near += [*names(SettingsKeys), "contents"]
            if name in ROLES:
                return True
        self._looked += 1
        return name in near or (self._looked <= _MOST_NEAR_MISSES and bool(get_close_matches(name[:60], near, 1, _NEAR)))


def _groups(value: Value) -> list[Keys]:
    if isinstance(value, Items):
        return [one for one in value if isinstance(one, Keys)]
    return [value] if isinstance(value, Keys) else []
