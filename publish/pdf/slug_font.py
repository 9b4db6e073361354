"""The letters of the slug line: as much of Source Sans 3 as its words need, embedded, so that they stay words."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont
    from pikepdf import Dictionary, Name, Pdf

_NAME = "SourceSans3-Regular"
_CUT_SHORT = "…"
# A subset's name begins with six letters of its own; these stand for nothing.
_TAG = "PRESSA"


@cache
def _file() -> bytes:
    import rendercv_fonts

    return (Path(rendercv_fonts.__file__).parent / "Source Sans 3" / f"{_NAME}.ttf").read_bytes()


@cache
def _face() -> TTFont:
    from fontTools.ttLib import TTFont

    return TTFont(BytesIO(_file()), lazy=True)


@cache
def _advances() -> dict[int, int]:
    """How wide every sign is, in units of the font."""
    face = _face()
    return {sign: face["hmtx"][name][0] for sign, name in face.getBestCmap().items()}


@dataclass(slots=True)
class SlugFont:
    """Encodes words, and remembers which letters a file needs. Signs that the font lacks are left out."""

    _used: dict[str, int] = field(default_factory=dict)
    _object: Dictionary | None = None

    def has(self, words: str) -> bool:
        """Whether it has all signs of words; spaces count as there."""
        return all(letter.isspace() or ord(letter) in _advances() for letter in words)

    def fitted(self, words: str, size: float, width: float) -> str:
        """The words, or as many of their letters as fit a width, with an ellipsis."""
        known = "".join(letter for letter in " ".join(words.split()) if ord(letter) in _face().getBestCmap())
        if self.width(known, size) <= width:
            return known
        while known and self.width(known + _CUT_SHORT, size) > width:
            known = known[:-1]
        return known.rstrip() + _CUT_SHORT

    def width(self, words: str, size: float) -> float:
        """How wide words are, in points."""
        advances = _advances()
        return float(sum(advances[ord(letter)] for letter in words) * size / _face()["head"].unitsPerEm)

    def encoded(self, words: str) -> str:
        """The words as the numbers of their glyphs, in hexadecimal."""
        face = _face()
        for letter in words:
            self._used[letter] = face.getGlyphID(face.getBestCmap()[ord(letter)])
        return "".join(f"{self._used[letter]:04X}" for letter in words)

    def written(self, pdf: Pdf) -> Dictionary:
        """The font as an object of a file; what it holds is known once all words are encoded (see :meth:`finish`)."""
        from pikepdf import Dictionary, Name

        if self._object is None:
            self._object = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type0))
        return self._object

    def finish(self, pdf: Pdf) -> None:
        """Embed the letters that were used."""
        from pikepdf import Array, Dictionary, Name

        if self._object is None:
            return
        name = Name(f"/{_TAG}+{_NAME}")
        system = Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0)
        descriptor = pdf.make_indirect(_descriptor(pdf, name, self._subset()))
        letters = pdf.make_indirect(Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=name, CIDToGIDMap=Name.Identity, DW=0, W=self._widths(),
            CIDSystemInfo=system, FontDescriptor=descriptor,
        ))  # fmt: skip
        self._object.BaseFont, self._object.Encoding = name, Name("/Identity-H")
        self._object.DescendantFonts = Array([letters])
        self._object.ToUnicode = pdf.make_stream(self._to_unicode())

    def _widths(self) -> list[int | list[int]]:
        face = _face()
        order, metrics, em = face.getGlyphOrder(), face["hmtx"], face["head"].unitsPerEm
        return [part for glyph in sorted(set(self._used.values())) for part in (glyph, [round(metrics[order[glyph]][0] * 1000 / em)])]

    def _subset(self) -> bytes:
        from fontTools import subset
        from fontTools.ttLib import TTFont

        options = subset.Options(layout_features=[], hinting=False, retain_gids=True, notdef_outline=True, name_IDs=[], glyph_names=False)
        options.drop_tables += ["GSUB", "GPOS", "GDEF", "DSIG", "STAT", "OS/2", "post", "name"]
        subsetter = subset.Subsetter(options)
        face = TTFont(BytesIO(_file()), lazy=True, recalcTimestamp=False)
        subsetter.populate(text="".join(sorted(self._used)))
        subsetter.subset(face)
        file = BytesIO()
        face.save(file)
        return file.getvalue()

    def _to_unicode(self) -> bytes:
        """Which letter each glyph stands for, at most a hundred to a block (ISO 32000-1, 9.10.3)."""
        lines = [f"<{glyph:04X}> <{letter.encode('utf-16-be').hex().upper()}>" for letter, glyph in sorted(self._used.items())]
        blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
        maps = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def /CMapName /Slug def\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{maps}\n"
            "endcmap CMapName currentdict /CMap defineresource pop end end"
        ).encode()


def _descriptor(pdf: Pdf, name: Name, file: bytes) -> Dictionary:
    from pikepdf import Dictionary, Name

    head, across = _face()["head"], _face()["hhea"]
    per_mille = 1000 / head.unitsPerEm
    box = [round(value * per_mille) for value in (head.xMin, head.yMin, head.xMax, head.yMax)]
    return Dictionary(
        Type=Name.FontDescriptor, FontName=name, Flags=4, FontBBox=box, ItalicAngle=0, Ascent=round(across.ascent * per_mille),
        Descent=round(across.descent * per_mille), CapHeight=660, StemV=80, FontFile2=pdf.make_stream(file, Length1=len(file)),
    )  # fmt: skip
