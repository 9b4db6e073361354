"""The text of settings files, made into a house and publications."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import assert_never

from ..diagnostics import Report
from ..files import inside
from ..model.book import Metadata
from ..model.front_matter import FrontMatter, FrontSyntax
from ..model.place import Place
from .foreign import without_foreign
from .keys import EntryKeys, FolderKeys, FrontKeys, SettingsKeys
from .metadata import line, metadata
from .resolve import resolve
from .title_block import read_title_block
from .toml_lines import read_toml
from .validate import SettingsFile, convert
from .values import House, Publication, Settings, TextEntry
from .yaml_lines import Items, Keys, read_yaml, short


def read_house(text: str, file: str, report: Report) -> House:
    """The house that ``publish.yaml`` describes."""
    source = SettingsFile(file, report)
    tree = _keys(text, 1, source) or Keys()
    if "slug" in tree:
        hint = "set it in one manuscript, under `publish:`"
        source.error("C115", "`slug` would give every publication the same name", tree.lines["slug"], hint)
        del tree["slug"]
    return House(*resolve(Settings(), convert(tree, SettingsKeys, source), tree, source))


def read_front(front: Sequence[FrontMatter], file: str, house: House, report: Report) -> Publication:
    """The publication that a file's front matter describes. Of a key that is set again further below, the last holds."""
    source = SettingsFile(file, report)
    tree = Keys(front[0].line)
    for part in front:
        _merge(tree, _keys_of(part, source) or Keys())
    without_foreign(tree, FrontKeys, source)
    return _publication(convert(tree, FrontKeys, source), tree, house, source)


def _keys_of(front: FrontMatter, source: SettingsFile) -> Keys | None:
    match front.syntax:
        case FrontSyntax.YAML:
            return _keys(front.text, front.line, source)
        case FrontSyntax.TOML:
            return read_toml(front.text, source.file, front.line, source.report)
        case FrontSyntax.TITLE_BLOCK:
            return read_title_block(front.text, front.line)
        case _:
            assert_never(front.syntax)


def _merge(tree: Keys, later: Keys) -> None:
    tree.update(later)
    tree.lines.update(later.lines)


def read_folder(folder: Path, text: str, file: str, house: House, report: Report) -> Publication:
    """The publication that a folder's ``publication.yaml`` describes."""
    source = SettingsFile(file, report)
    tree = _keys(text, 1, source)
    if tree is None:
        return Publication(Metadata(), house.settings, places=house.places)
    if not tree.get("contents"):
        line_of_key = tree.lines.get("contents", 0)
        source.error("C122", "no text is listed", line_of_key, "list the files under `contents:`, each behind a dash")
    without_foreign(tree, FolderKeys, source)
    keys = convert(tree, FolderKeys, source)
    publication = _publication(keys, tree, house, source)
    return replace(publication, contents=_contents(folder, keys, tree, source))


def _keys(text: str, first_line: int, source: SettingsFile) -> Keys | None:
    """The keys of a YAML text; None where it cannot be read, which is reported."""
    value, parsed = read_yaml(text, source.file, first_line, source.report)
    if isinstance(value, Keys):
        return value
    if value is not None:
        source.error("C103", "settings are lines of `key: value`", first_line, "begin with `title:`")
        return None
    return Keys() if parsed else None


def _publication(keys: FrontKeys, tree: Keys, house: House, source: SettingsFile) -> Publication:
    places = _places(tree, source)
    settings, own = resolve(house.settings, keys.publish or SettingsKeys(), tree.get("publish", Keys()), source)
    return Publication(metadata(keys, source, places), settings, places={**house.places, **places, **own})


def _places(tree: Keys, source: SettingsFile) -> dict[str, Place]:
    """Where each key was set, items of lists too (``contributor.0``)."""
    places = {}
    for key in tree:
        places[key] = Place(source.file, tree.lines[key])
        if isinstance(tree[key], Items):
            places |= {f"{key}.{index}": Place(source.file, at) for index, at in enumerate(tree[key].lines)}
    return places


def _contents(folder: Path, keys: FolderKeys, tree: Keys, source: SettingsFile) -> tuple[TextEntry, ...]:
    """The texts that are listed and there. Reports C120, C121 and C124."""
    entries: dict[Path, TextEntry] = {}
    for at, one in zip(tree["contents"].lines if keys.contents else (), keys.contents):
        entry = _entry(folder, one, Place(source.file, at), source.report)
        if entry and entry.path in entries:
            source.error("C124", f"`{short(entry.file)}` is listed twice", at, "keep one")
        elif entry:
            entries[entry.path] = entry
    return tuple(entries.values())


def _entry(folder: Path, one: str | EntryKeys, place: Place, report: Report) -> TextEntry | None:
    found = EntryKeys(one) if isinstance(one, str) else one
    path = inside(folder, found.file)
    if path is None:
        outside = f"`{short(found.file)}` lies outside the manuscript's folder"
        report.error("C120", outside, place, "copy it into the folder")
        return None
    if not path.is_file():
        missing = f"there is no file `{short(found.file)}` in the manuscript's folder"
        report.error("C121", missing, place, "check its name")
        return None
    authors = [found.author] if isinstance(found.author, str) else found.author
    shown = (Path(place.file).parent / found.file.replace("\\", "/")).as_posix()
    return TextEntry(path, shown, line(found.title), tuple(filter(None, map(line, authors))), place)
