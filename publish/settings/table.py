"""All settings there are, for the README's table and whoever else lists them."""

from __future__ import annotations

from typing import NamedTuple

from ..measures.print_job import KEYS
from .keys import EditionKeys, MetadataKeys, PrintingKeys, SettingsKeys
from .validate import meanings


class Setting(NamedTuple):
    """One row. ``where`` is empty for metadata, else the key it stands under."""

    key: str
    where: str
    values: str
    meaning: str


def all_settings() -> tuple[Setting, ...]:
    """Metadata first, then ours, in the order in which they are declared; those of printing once, and last."""
    groups = ((MetadataKeys, ""), (SettingsKeys, "publish"), (EditionKeys, "editions"), (PrintingKeys, "publish"))
    return tuple(
        Setting(key, where, meaning.title or "", meaning.description or "")
        for kind, where in groups
        for key, meaning in meanings(kind)
        if kind is PrintingKeys or key not in KEYS
    )


def as_markdown() -> str:
    """The README's table of settings."""
    rows = ["| key | what it says | value |", "|---|---|---|"]
    for setting in all_settings():
        key = {"": "{}", "publish": "publish: {}", "editions": "publish: editions: NAME: {}"}[setting.where]
        rows.append(f"| `{key.format(setting.key)}` | {setting.meaning} | {setting.values} |")
    return "\n".join(rows) + "\n"
