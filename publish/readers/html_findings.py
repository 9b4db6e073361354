"""What is told of raw HTML that is not understood: each kind once, with the line where it is first met."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..diagnostics import Report
from ..model.place import Place
from .markdown_html import FRAMES, Tag

# What other programs write for themselves, and what is said to this one: none of it is meant for people.
_TO_PROGRAMS = re.compile(r"\s*(?:/?wp:|more\b|nextpage\b|ignore:|prettier-|markdownlint-|$)", re.IGNORECASE)


@dataclass(slots=True)
class HtmlFindings:
    """Gathers while a manuscript is read; ``tell`` reports what was gathered. ``comments`` are where those to people stood."""

    report: Report
    comments: list[Place] = field(default_factory=list)
    _kinds: dict[tuple[str, str], list[Place]] = field(default_factory=dict)
    _attributes: dict[str, dict[str, Place]] = field(default_factory=dict)

    def left_out(self, tag: Tag, place: Place) -> None:
        if tag.name in FRAMES:
            self._note("M122", f"<{tag.name}> shows something from elsewhere, which was left out", place)
        else:
            self._note("M120", f"<{tag.name}> was left out; its text is kept", place)

    def never_closed(self, name: str, place: Place) -> None:
        what = "ends with its line" if name[:1] == "h" and name[1:].isdecimal() else "was left out; its text is kept"
        self._note("M120", f"<{name}> is never closed and {what}", place)

    def closes_nothing(self, name: str, place: Place) -> None:
        self._note("M120", f"</{name}> closes nothing and was left out", place)

    def attributes_of(self, tag: Tag, place: Place) -> None:
        """What of a tag that means something could not be kept."""
        for name in tag.lost:
            self._attributes.setdefault(tag.name, {}).setdefault(name, place)

    def comment(self, words: str, place: Place) -> None:
        """A comment was taken out; ``words`` are those between its marks."""
        if not _TO_PROGRAMS.match(words):
            self.comments.append(place)

    def tell(self) -> None:
        for (code, message), places in self._kinds.items():
            times = f" ({len(places)} times)" if len(places) > 1 else ""
            self.report.warning(code, message + times, places[0], times=len(places))
        for name, lost in self._attributes.items():
            message = f"of <{name}> the attributes {', '.join(lost)} were left out"
            self.report.warning("M120", message, next(iter(lost.values())))

    def _note(self, code: str, message: str, place: Place) -> None:
        self._kinds.setdefault((code, message), []).append(place)
