"""The files that a new style begins with: nothing is changed yet, and all that can be is named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import Style
from .keys import KEYS
from .settings import StyleSettings

_NEVER_COPIED = ("description", "extends")

_STYLE_YAML = """\
# A style that builds on `{name}`: whatever is not said here is as it is there.
# To change something take away the `# ` before its line. The values here are those of `{name}`.
# Fonts of your own go into a folder `fonts` beside this file, templates into `templates`.

extends: {name}
description: Like {name}, with changes of our own.
"""

_PRINT_CSS = """\
/* On paper. This comes after the sheet of `{name}`, so what is said here holds.

   Type is measured in rem, the size of body text, and the space above and below in rlh, a line of
   body text: so all of it grows together when the size in style.yaml does, and lines that stand side
   by side stay level as long as what is between them takes whole lines. Families are var(--text),
   var(--sans) and var(--display), as style.yaml or publish.yaml name them. Examples: */

/*
section > h1 {{ font: 700 1.5rem/2rlh var(--display) }}
h2 {{ font: 600 1rem/1rlh var(--sans); margin: 1rlh 0 0; padding: 0 }}
blockquote {{ margin: 1rlh 2em }}
section.demands {{ border-top: 6pt solid #000 }}
@page :right {{ @top-right {{ content: none }} }}
*/
"""

_EPUB_CSS = """\
/* In e-books. This comes after the sheet of `{name}`. Leave the size, the face and the colour of the
   text to whoever reads; what is said here is for heads, spaces and rules. Examples: */

/*
h1 {{ font-size: 1.8em }}
section.demands {{ border-top: 0.5em solid }}
*/
"""

_SCREEN_CSS = """\
/* On the web page. This comes after the sheet of `{name}`. Its colours by day, and by night: */

/*
:root {{ --paper: #ffffff; --ink: #111111; --soft: #555555; --line: #cccccc }}
@media (prefers-color-scheme: dark) {{
  :root {{ --paper: #111111; --ink: #eeeeee; --soft: #aaaaaa; --line: #444444 }}
}}
*/
"""


def files_of_copy(style: Style) -> dict[str, str]:
    """The text of each file of a new style that builds on this one, by its name."""
    said = _STYLE_YAML.format(name=style.name) + "\n" + "\n".join(_lines(style.settings))
    sheets = {"print.css": _PRINT_CSS, "epub.css": _EPUB_CSS, "screen.css": _SCREEN_CSS}
    return {"style.yaml": said, **{file: text.format(name=style.name) for file, text in sheets.items()}}


def _lines(settings: StyleSettings) -> Iterator[str]:
    """Every key with its value, behind a ``#``, below what it means; the keys of a group in one line."""
    for group in dict.fromkeys(key.partition(".")[0] for key in KEYS if key not in _NEVER_COPIED):
        keys = [key for key in KEYS if key == group or key.startswith(f"{group}.")]
        values = {key: written for key in keys if (written := _written(_value(settings, key)))}
        if values:
            yield from (f"## {_name(key)}: {KEYS[key].meaning}" for key in values)
            inside = ", ".join(f"{_name(key)}: {value}" for key, value in values.items())
            yield f"# {inside}\n" if group in values else f"# {group}: {{{inside}}}\n"


def _name(key: str) -> str:
    return key.rpartition(".")[2]


def _value(settings: StyleSettings, key: str) -> Any:
    """The value of a key, as it is written in a ``style.yaml``."""
    value: Any = settings
    for name in key.split("."):
        value = getattr(value, name.replace("-", "_"))
    match key:
        case "fit.size":
            return tuple(bound / settings.size for bound in value)
        case "fit.leading":
            return tuple(bound / (settings.leading / settings.size) for bound in value)
        case "fit.tracking":
            return value[1]
    return value


def _written(value: Any) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{round(value, 4):g}"
        case tuple():
            return f"[{', '.join(map(_written, value))}]" if value else ""
        case str():
            return f'"{value}"' if value.startswith("#") else value
        case _:
            return str(value)
