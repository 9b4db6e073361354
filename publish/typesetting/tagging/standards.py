"""What PDF/UA-1 and PDF/A-2a ask of a file beside its tags, mended before the file is written.

Both are held to by veraPDF (``tests/verapdf``). A file that is to be kept says that it is accessible,
too, for it has the same tags; PDF/A wants such a claim described in the file (ISO 19005-2, 6.6.2.3).
"""

from __future__ import annotations

from ...pdf.opentype import table
from .objects import Pdf, resolve

_CLAIM = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1" />\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
_END = b"</rdf:RDF>"


def meet_standards(pdf: Pdf, variant: str | None) -> None:
    """Mend a PDF with mended tags, in place, for what it is to be; ``variant`` is WeasyPrint's name of that."""
    if variant:
        _embed_outlines_alone(pdf)
        if variant.startswith("pdf/a-"):
            _leave_pictures_as_they_are(pdf)
            _claim_accessibility(pdf)


def _embed_outlines_alone(pdf: Pdf) -> None:
    """Of an OpenType font with PostScript outlines, embed nothing else.

    Validators look for its glyphs by the names that another encoding has for their numbers, and miss some.
    """
    for thing in pdf.objects:
        extra = getattr(thing, "extra", {})
        if extra.get("Subtype") == "/OpenType" and (outlines := table(b"".join(thing.stream), b"CFF ")):
            thing.stream[:] = [outlines]
            extra["Subtype"] = "/CIDFontType0C"


def _leave_pictures_as_they_are(pdf: Pdf) -> None:
    """What is kept must not depend on how a viewer smooths pictures (ISO 19005-2, 6.2.8)."""
    for thing in pdf.objects:
        extra = getattr(thing, "extra", {})
        if extra.get("Subtype") == "/Image":
            extra.pop("Interpolate", None)


def _claim_accessibility(pdf: Pdf) -> None:
    metadata = resolve(pdf, pdf.catalog["Metadata"]).stream
    metadata[:] = [b"".join(metadata).replace(_END, _CLAIM + _END, 1)]
