"""The operators of a content stream that choose colours, rewritten for the press (ISO 32000-1, 8.6.8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from ...pdf.colour_spaces import GREY, INKS, RGB, Space
from ...pdf.colours import Colour, Conversion, cannot_print
from ...pdf.content import Operands

if TYPE_CHECKING:
    from pikepdf import ContentStreamInlineImage, ContentStreamInstruction, Object

Instruction: TypeAlias = "ContentStreamInstruction | ContentStreamInlineImage"

# Operators that say colour and space at once, for areas and for lines.
_DIRECT = {"g": GREY, "rg": RGB, "k": INKS, "G": GREY, "RG": RGB, "K": INKS}
_IN_SPACE = ("sc", "scn", "SC", "SCN")
# What the resources of rewritten streams hold: an empty pattern, and the space of patterns that take a colour.
NOTHING, ONE_COLOUR = "/InkNothing", "/InkPattern"
_WRITTEN = {1: ("g", "G"), 4: ("k", "K")}


@dataclass(frozen=True, slots=True)
class _Spaces:
    """The colour spaces in which colours are said, for areas and for lines."""

    areas: Space = GREY
    lines: Space = GREY


@dataclass(slots=True)
class Recolouring:
    """Rewrites streams. ``space_named`` gives the colour space that a name means in this stream."""

    conversion: Conversion
    space_named: Callable[[Object], Space]
    _state: _Spaces = field(default_factory=_Spaces)
    _saved: list[_Spaces] = field(default_factory=list)
    _made: dict[tuple[Space, tuple[Any, ...], bool], list[Instruction]] = field(default_factory=dict)

    def rewritten(self, instructions: Sequence[Instruction]) -> list[Instruction]:
        """The same instructions with every colour converted."""
        written: list[Instruction] = []
        for instruction in instructions:
            name = str(instruction.operator)
            if name in _DIRECT:
                written += self._direct(name, instruction)
            elif name == "cs" or name == "CS":
                written += self._in_another_space(name, instruction.operands[0])
            elif name in _IN_SPACE:
                written += self._of_space(name, list(instruction.operands))
            elif name == "INLINE IMAGE":
                written.append(_stencil(instruction))
            elif self._follow(name):
                written.append(instruction)
        return written

    def first_colours(self) -> list[Instruction]:
        """What chooses the colours that a page begins with, where black is written in another way."""
        return [instruction for lines in (False, True) for instruction in self._colour(GREY, GREY.initial, lines)]

    @property
    def unclosed(self) -> int:
        """How many saved states a stream left open."""
        return len(self._saved)

    def _follow(self, name: str) -> bool:
        """Follow what saves and restores states; False for what restores one that was never saved, and might take ours."""
        if name == "q":
            self._saved.append(self._state)
        elif name == "Q":
            if not self._saved:
                return False
            self._state = self._saved.pop()
        return True

    def _direct(self, name: str, instruction: Instruction) -> list[Instruction]:
        space, lines = _DIRECT[name], name.isupper()
        self._use(space, lines)
        return self._colour(space, list(instruction.operands), lines)

    def _use(self, space: Space, lines: bool) -> None:
        self._state = replace(self._state, lines=space) if lines else replace(self._state, areas=space)

    def _in_another_space(self, name: str, written: Object) -> list[Instruction]:
        """A space is chosen, and with it its first colour; a pattern is chosen when it is named."""
        space, lines = self.space_named(written), name == "CS"
        self._use(space, lines)
        return [] if space.kind == "pattern" else self._colour(space, space.initial, lines)

    def _of_space(self, name: str, operands: Operands) -> list[Instruction]:
        lines = name.isupper()
        space = self._state.lines if lines else self._state.areas
        if space.kind != "pattern":
            return self._colour(space, operands, lines)
        return self._pattern(space, operands, lines)

    def _pattern(self, space: Space, operands: Operands, lines: bool) -> list[Instruction]:
        """A pattern by name; one that has no colour of its own is painted with the colour before the name."""
        if space.under is None:
            return _with_pattern("/Pattern", operands, lines)
        colour = self.conversion.colour(_read(space.under, operands[:-1]))
        return _nothing(lines) if colour is None else _with_pattern(ONE_COLOUR, [*colour, operands[-1]], lines)

    def _colour(self, space: Space, operands: Sequence[Any], lines: bool) -> list[Instruction]:
        key = space, tuple(operands), lines
        if key not in self._made:
            colour = self.conversion.colour(_read(space, operands))
            self._made[key] = _nothing(lines) if colour is None else [_instruction(_WRITTEN[len(colour)][lines], *colour)]
        return self._made[key]


def _read(space: Space, operands: Sequence[Any]) -> Colour:
    try:
        return space.read(operands)
    except (TypeError, ValueError, IndexError) as problem:
        raise cannot_print("a colour is written wrongly") from problem


def _with_pattern(space: str, operands: Operands, lines: bool) -> list[Instruction]:
    from pikepdf import Name

    return [_instruction("CS" if lines else "cs", Name(space)), _instruction("SCN" if lines else "scn", *operands)]


def _nothing(lines: bool) -> list[Instruction]:
    """What leaves all as it was that is painted after it: a pattern with nothing in it."""
    from pikepdf import Name

    return _with_pattern("/Pattern", [Name(NOTHING)], lines)


def _stencil(instruction: Instruction) -> Instruction:
    """A picture within a stream, which must take the colour of the moment; those of pages were put outside before."""
    from pikepdf import ContentStreamInlineImage

    if not isinstance(instruction, ContentStreamInlineImage) or not instruction.iimage.image_mask:
        raise cannot_print("a pattern or a letter holds a picture in colours")
    return instruction


def _instruction(operator: str, *operands: Any) -> ContentStreamInstruction:
    from pikepdf import ContentStreamInstruction, Operator

    return ContentStreamInstruction(list(operands), Operator(operator))
