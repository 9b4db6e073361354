"""Every place in a file where a colour stands, each visited once: pages, drawings, patterns, letters, masks, pictures."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ...pdf.colour_spaces import GREY, INKS, Space, space_of
from ...pdf.colours import BLACK, Conversion, cannot_print
from ...pdf.entries import entries
from .black import Luminosity
from .images import convert_picture
from .overprint import OVER, Overprinting, with_states
from .shadings import convert_shading
from .streams import NOTHING, ONE_COLOUR, Instruction, Recolouring

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf, Stream

# Drawings within drawings; more are made to be a nuisance.
_DEEPEST = 40


def convert_colours(pdf: Pdf, conversion: Conversion) -> None:
    """Give all colours of a file to a conversion, where they are.

    A soft mask is converted to greys of its own, for it says how much is seen and not what. PublishError N105
    for what has no conversion.
    """
    converting = _Converting(pdf, conversion)
    for page in pdf.pages:
        page.externalize_inline_images()
        content = converting.stream(page, page.resources)
        page.obj.Contents = pdf.make_stream(content)
        converting.group(entries(page.obj, "/Group"))
    converting.put_own_names()


@dataclass(slots=True)
class _Converting:
    pdf: Pdf
    conversion: Conversion
    depth: int = 0
    _seen: set[tuple[int, int]] = field(default_factory=set)
    _spaced: list[Object] = field(default_factory=list)
    _spaces: dict[tuple[str, tuple[int, int]], Space] = field(default_factory=dict)
    _empty: Stream | None = None

    def stream(self, holder: Page | Object, resources: Object) -> bytes:
        """A content stream in the press's colours; what it draws with is converted as well."""
        import pikepdf

        recolouring = Recolouring(self.conversion, lambda written: self._space(written, resources))
        instructions = recolouring.rewritten(pikepdf.parse_content_stream(holder))
        if isinstance(holder, pikepdf.Page):
            instructions = [*recolouring.first_colours(), *instructions]
        if self.conversion.overprints and (isinstance(holder, pikepdf.Page) or holder.get("/Subtype") == "/Form"):
            instructions = self._overprinting(instructions, resources, isinstance(holder, pikepdf.Page))
        self._resources(resources)
        return pikepdf.unparse_content_stream(instructions) + b"\nQ" * recolouring.unclosed

    def _overprinting(self, instructions: list[Instruction], resources: Object, is_page: bool) -> list[Instruction]:
        drawn_fonts = {name for name, font in entries(resources, "/Font").items() if font.get("/Subtype") == "/Type3"}
        overprinting = Overprinting(drawn_fonts, is_page)
        written = overprinting.rewritten(instructions)
        if overprinting.used and OVER not in entries(resources, "/ExtGState"):
            resources.ExtGState = with_states(entries(resources, "/ExtGState"))
        return written

    def group(self, group: Object) -> None:
        """What is put together before it is laid on the page is put together in the colours of the page.

        A group that says it is grey is turned into four inks by some devices, Ghostscript among them; one
        that says nothing is not. Within a mask a grey is a number and no ink, and must be said.
        """
        from pikepdf import Name

        if "/CS" in group and self.conversion.space == "/DeviceGray" and not isinstance(self.conversion, Luminosity):
            del group["/CS"]
        elif "/CS" in group:
            group.CS = Name(self.conversion.space)

    def put_own_names(self) -> None:
        """Drop the names of colour spaces, which nothing uses any longer, and give those that rewritten streams use."""
        from pikepdf import Array, Dictionary, Name

        space = Array([Name.Pattern, Name(self.conversion.space)])
        for resources in self._spaced:
            if "/ColorSpace" in resources:
                del resources["/ColorSpace"]
            if self.conversion.colour(BLACK) is None:
                resources.Pattern = Dictionary({**entries(resources, "/Pattern"), NOTHING: self._nothing()})
            if len(resources.get("/Pattern", ())):
                resources.ColorSpace = Dictionary({ONE_COLOUR: space})

    def _nothing(self) -> Stream:
        from pikepdf import Array, Dictionary, Name

        if self._empty is None:
            box = Array([0, 0, 100, 100])
            self._empty = self.pdf.make_stream(
                b"", Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, BBox=box, XStep=100, YStep=100, Resources=Dictionary()
            )
        return self._empty

    def _space(self, written: Object, resources: Object) -> Space:
        key = str(written), resources.objgen
        if key not in self._spaces or not resources.is_indirect:
            self._spaces[key] = space_of(written, resources.get("/ColorSpace"))
        return self._spaces[key]

    def _is_new(self, thing: Object) -> bool:
        """Whether this was not visited yet. What is written within something else is visited with that."""
        if not thing.is_indirect:
            return True
        new = thing.objgen not in self._seen
        self._seen.add(thing.objgen)
        return new

    # What streams draw with ---------------------------------------------------------------------

    def _resources(self, resources: Object) -> None:
        if not self._is_new(resources):
            return
        self._spaced.append(resources)
        named = resources.get("/ColorSpace")
        for state in entries(resources, "/ExtGState").values():
            self._mask(state.get("/SMask"), resources)
        for drawn in entries(resources, "/XObject").values():
            self._drawn(drawn, resources)
        for pattern in entries(resources, "/Pattern").values():
            self._pattern(pattern, resources)
        for shading in entries(resources, "/Shading").values():
            if self._is_new(shading):
                convert_shading(self.pdf, shading, named, self.conversion)
        for font in entries(resources, "/Font").values():
            self._font(font, resources)

    def _drawn(self, drawn: Object, resources: Object) -> None:
        if not self._is_new(drawn):
            return
        if drawn.get("/Subtype") == "/Image":
            convert_picture(drawn, self.conversion)
        elif drawn.get("/Subtype") == "/Form":
            self._within(drawn, resources)
            self.group(entries(drawn, "/Group"))

    def _within(self, holder: Object, resources: Object) -> None:
        """A stream that is drawn by another, whose resources it uses if it has none."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise cannot_print("a drawing is made of drawings within drawings")
        holder.write(self.stream(holder, holder.get("/Resources", resources)))
        self.depth -= 1

    def _pattern(self, pattern: Object, resources: Object) -> None:
        if not self._is_new(pattern):
            return
        if int(pattern.get("/PatternType", 1)) == 1:
            self._within(pattern, resources)
        elif self._is_new(pattern.Shading):
            convert_shading(self.pdf, pattern.Shading, resources.get("/ColorSpace"), self.conversion)

    def _font(self, font: Object, resources: Object) -> None:
        """The letters of a font that are small drawings."""
        if not self._is_new(font) or font.get("/Subtype") != "/Type3":
            return
        for letter in entries(font, "/CharProcs").values():
            if self._is_new(letter):
                self._within(letter, font.get("/Resources", resources))

    def _mask(self, mask: Object | None, resources: Object) -> None:
        import pikepdf

        if not isinstance(mask, pikepdf.Dictionary) or not self._is_new(mask.G):
            return
        lights = replace(self, conversion=Luminosity())
        if "/BC" in mask:
            count = len(mask.BC)
            ground = {1: GREY, 4: INKS}.get(count) or space_of(mask.G.Group.CS, resources.get("/ColorSpace"))
            mask.BC = pikepdf.Array(lights.conversion.shade(ground.read([float(value) for value in mask.BC])))
        lights._within(mask.G, resources)
        lights.group(entries(mask.G, "/Group"))
