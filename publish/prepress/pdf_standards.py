"""What a file says to be, and the rules that go with it: PDF/X for print shops, PDF/A and PDF/UA kept as they are.

PDF/X-1a and X-3 are made in their older editions, X-1a:2001 and X-3:2002, both PDF 1.3: print services name these
(IngramSpark does), and what takes the newer ones takes them as well. PDF/X-4 is PDF 1.6.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import escape  # the one of xml.sax loads all of urllib
from typing import TYPE_CHECKING

from ..diagnostics import PublishError
from ..pdf.opentype import table
from .ink.flat import flatten
from .page_boxes import pages_in_words

if TYPE_CHECKING:
    from pikepdf import Pdf, Stream


@dataclass(frozen=True, slots=True)
class Standard:
    """A kind of file. ``conformance`` is what X-1a says besides; ``version`` is that of PDF, "" for any.

    ``kept`` is for what is made with the pages: marks of structure, metadata and links stay as they are.
    """

    name: str = ""
    conformance: str = ""
    version: str = ""
    see_through: bool = True
    intent: str = "GTS_PDFX"
    kept: bool = False

    @property
    def title(self) -> str:
        """What it is called by those who ask for it."""
        return self.conformance or self.name

    @property
    def is_x(self) -> bool:
        """Whether it is of the family for print shops."""
        return self.name.startswith("PDF/X")


STANDARDS: Mapping[str, Standard] = {
    "": Standard(),
    "x-4": Standard("PDF/X-4", version="1.6"),
    "x-3": Standard("PDF/X-3:2002", version="1.3", see_through=False),
    "x-1a": Standard("PDF/X-1:2001", "PDF/X-1a:2001", "1.3", see_through=False),
    "a-2a": Standard("PDF/A-2a", intent="GTS_PDFA1", kept=True),
    "a-3a": Standard("PDF/A-3a", intent="GTS_PDFA1", kept=True),
    "ua-1": Standard("PDF/UA-1", kept=True),
}
_ROOT_KEYS = frozenset(("/Type", "/Pages", "/PageLabels"))
_PAGE_KEYS = frozenset(("/Type", "/Parent", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/Contents", "/Resources", "/Group"))
_INFO_KEYS = ("/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/Producer")


# Rules ------------------------------------------------------------------------------------------


def keep_to(pdf: Pdf, standard: Standard) -> None:
    """Drop what the standard has no room for. PublishError N121 for transparency that cannot be made plain, N124 for lost tags."""
    if standard.kept:
        _expect_marks(pdf, standard)
        return
    for page in pdf.pages:
        for key in page.obj.keys() - _PAGE_KEYS:
            del page.obj[key]
    for key in pdf.Root.keys() - _ROOT_KEYS:
        del pdf.Root[key]
    if not standard.see_through:
        if left := flatten(pdf):
            message = f"{standard.title} knows no transparency, and there is some on {pages_in_words(left)}"
            hint = "use plain colours without opacity there, or `pdf-standard: x-4`, which allows it"
            raise PublishError("N121", message, None, hint)
        _use_older_fonts(pdf)


def _expect_marks(pdf: Pdf, standard: Standard) -> None:
    said = pdf.Root.Metadata.read_bytes() if "/Metadata" in pdf.Root else b""
    part = {"PDF/A-2a": b"pdfaid", "PDF/A-3a": b"pdfaid", "PDF/UA-1": b"pdfuaid"}[standard.name]
    if "/StructTreeRoot" not in pdf.Root or part not in said:
        message = f"the pages were not laid out as {standard.title}: tags or metadata are missing"
        raise PublishError("N124", message, None, "choose this standard for the layout as well, or none for the press")


def _use_older_fonts(pdf: Pdf) -> None:
    """PDF 1.3 knows no OpenType: of such a font only the outlines are embedded, which is all that print needs."""
    import pikepdf

    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/OpenType" and (outlines := table(thing.read_bytes(), b"CFF ")):
            thing.write(outlines)
            thing.Subtype = pikepdf.Name("/CIDFontType0C")


# Dates ------------------------------------------------------------------------------------------

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(Z|[+-]\d\d:\d\d)?)?)?)?")
_PDF = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(Z|[+-]\d\d'\d\d)?")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date and time as the two parts of a file write it."""

    iso: str
    pdf: str


def moment(text: str) -> Moment | None:
    """The moment of a date such as ``2024-05-01``, ``2024-05-01T12:00:00Z`` or ``D:20240501``; what is not said is the earliest."""
    found = _ISO.fullmatch(text.strip()) or _PDF.match(text.strip())
    if not found:
        return None
    year, month, day, hour, minute, second = (found[n] or default for n, default in enumerate(("", "01", "01", "00", "00", "00"), 1))
    zone = (found[7] or "Z").replace("'", ":")
    iso = f"{year}-{month}-{day}T{hour}:{minute}:{second}{zone}"
    return Moment(iso, f"D:{year}{month}{day}{hour}{minute}{second}" + ("Z" if zone == "Z" else zone.replace(":", "'") + "'"))


# Marks ------------------------------------------------------------------------------------------


def sign(pdf: Pdf, standard: Standard, made: str, seed: bytes) -> None:
    """Write what the file says about itself, the same in both places that a PDF has for it.

    ``made`` is its date; where it is empty, that of the pages counts. ``seed`` is what its id is made of.
    PublishError N122 where PDF/X is asked for and no date is known.
    """
    from pikepdf import Dictionary, Name, String

    if standard.kept:
        return
    info = pdf.trailer.get("/Info", Dictionary())
    when = moment(made) or moment(str(info.get("/CreationDate", "")))
    if when is None and standard.is_x:
        message = f"{standard.title} states when a file was made, and no date is known"
        raise PublishError("N122", message, None, "give the publication a `date:`, as in `date: 2024-05-01`")
    words = {key: str(info[key]) for key in _INFO_KEYS if key in info}
    words.setdefault("/Title", "Untitled")
    said = Dictionary({key: String(text) for key, text in words.items()})
    if when:
        said.CreationDate = said.ModDate = String(when.pdf)
    if standard.is_x:
        said.Trapped, said.GTS_PDFXVersion = Name("/False"), String(standard.name)
        if standard.conformance:
            said.GTS_PDFXConformance = String(standard.conformance)
    pdf.trailer.Info = pdf.make_indirect(said)
    pdf.Root.Metadata = _packet(pdf, words, when, standard, seed)


def _packet(pdf: Pdf, words: dict[str, str], when: Moment | None, standard: Standard, seed: bytes) -> Stream:
    """The file's metadata in XML (XMP)."""
    from pikepdf import Name

    lines = "\n".join(f"  {line}" for line in (*_about(words, when), *_identity(standard, seed)))
    spaces = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _SPACES.items())
    text = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n <rdf:Description rdf:about="" {spaces}>\n{lines}\n'
        ' </rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="w"?>'
    )
    return pdf.make_stream(text.encode(), Type=Name.Metadata, Subtype=Name.XML)


_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/", "xmp": "http://ns.adobe.com/xap/1.0/", "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/", "pdfx": "http://ns.adobe.com/pdfx/1.3/", "pdfxid": "http://www.npes.org/pdfx/ns/id/",
}  # fmt: skip


def _element(name: str, text: str, within: str = "") -> str:
    """An element with a text; within a list of one, if that is named."""
    language = ' xml:lang="x-default"' if within == "Alt" else ""
    inner = f"<rdf:{within}><rdf:li{language}>{_safe(text)}</rdf:li></rdf:{within}>" if within else _safe(text)
    return f"<{name}>{inner}</{name}>"


def _safe(text: str) -> str:
    """A text for XML, which has no place for most control characters."""
    return escape(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]", "", text), quote=False)


def _about(words: dict[str, str], when: Moment | None) -> list[str]:
    names = {
        "/Title": ("dc:title", "Alt"), "/Author": ("dc:creator", "Seq"), "/Subject": ("dc:description", "Alt"), "/Keywords": ("pdf:Keywords", ""),
        "/Creator": ("xmp:CreatorTool", ""), "/Producer": ("pdf:Producer", ""),
    }  # fmt: skip
    lines = [_element(names[key][0], text, names[key][1]) for key, text in words.items()]
    if when:
        lines += [_element(name, when.iso) for name in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate")]
    return lines


def _identity(standard: Standard, seed: bytes) -> list[str]:
    digits = sha256(seed).hexdigest()
    names = [f"{code[:8]}-{code[8:12]}-{code[12:16]}-{code[16:20]}-{code[20:32]}" for code in (digits[:32], digits[32:])]
    lines = [_element("xmpMM:DocumentID", f"uuid:{names[0]}"), _element("xmpMM:InstanceID", f"uuid:{names[1]}")]
    if not standard.is_x:
        return lines
    lines += [_element("xmpMM:VersionID", "1"), _element("xmpMM:RenditionClass", "default"), _element("pdf:Trapped", "False")]
    lines.append(_element("pdfxid:GTS_PDFXVersion" if standard.version == "1.6" else "pdfx:GTS_PDFXVersion", standard.name))
    return lines + ([_element("pdfx:GTS_PDFXConformance", standard.conformance)] if standard.conformance else [])
