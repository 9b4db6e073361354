"""Our own press files, each spoiled in one way."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import ImageCms

from publish.diagnostics import Report
from publish.measures.print_job import PrintJob
from publish.prepress.press_file import PressSheet, press_file
from tests.checks.pdf_fixtures import SENTENCE
from tests.prepress.inks import laid_out, picture_object

Change = Callable[[Pdf], object]
_RED = "<p style='background: #e63946; color: #fff; padding: 3pt'>Night buses run again</p>"
_PAGES = f"<p>{SENTENCE}</p>{_RED}<p style='break-before: page'>{SENTENCE}</p>{_RED}"


def pressed(standard: str, ink: str = "cmyk", pages: str = _PAGES) -> bytes:
    """Two pages as a file for a press."""
    return press_file(laid_out(pages), PrintJob(ink=ink, pdf_standard=standard), PressSheet(8.5, ("Night",), made="2024-05-01"), Report())[""]


class Mutant(NamedTuple):
    """What is done to a file of a standard, which rule is broken by it, and words of the finding."""

    standard: str
    change: Change
    code: str
    words: str


# What is painted ----------------------------------------------------------------------------------


def painted(content: bytes, **state: object) -> Change:
    """Something more on the second page, under a graphics state."""

    def change(pdf: Pdf) -> None:
        page = pdf.pages[1]
        page.Resources.ExtGState = Dictionary({**page.Resources.get("/ExtGState", {}), "/Mx": Dictionary(**state)})
        page.contents_add(b"q /Mx gs " + content + b" Q", prepend=False)

    return change


def pictured(space: Name, **more: object) -> Change:
    def change(pdf: Pdf) -> None:
        page, count = pdf.pages[1], {"/DeviceGray": 1, "/DeviceRGB": 3}[str(space)]
        soft = {key: picture_object(pdf, b"\x80", (1, 1), Name.DeviceGray, **value) for key, value in more.items()}
        page.Resources.XObject = Dictionary({**page.Resources.XObject, "/Mx": picture_object(pdf, b"\x80" * count, (1, 1), space, **soft)})
        page.contents_add(b"q 40 0 0 40 60 60 cm /Mx Do Q", prepend=False)

    return change


def white_letters(pdf: Pdf) -> None:
    font = next(iter(pdf.pages[1].Resources.Font)).encode()
    painted(b"0 0 0 0 k BT " + font + b" 12 Tf 60 60 Td <0001> Tj ET", op=True, OPM=1)(pdf)


def grouped(pdf: Pdf) -> None:
    pdf.pages[1].obj.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK)


# What is said -------------------------------------------------------------------------------------


def boxed(**boxes: list[float] | None) -> Change:
    def change(pdf: Pdf) -> None:
        page = pdf.pages[1].obj
        for name, box in boxes.items():
            if box is None:
                del page[f"/{name}"]
            else:
                page[f"/{name}"] = Array(box)

    return change


def no_intent(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


def another_intent(pdf: Pdf) -> None:
    pdf.Root.OutputIntents[0].S = Name.GTS_PDFA1


def no_profile(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents[0].DestOutputProfile


def profile(data: bytes) -> Change:
    def change(pdf: Pdf) -> None:
        pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_stream(data, N=3)

    return change


def without(key: str, *names: bytes) -> Change:
    """Something is no longer said, in neither of the places that a file has for it."""

    def change(pdf: Pdf) -> None:
        del pdf.trailer.Info[key]
        packet = pdf.Root.Metadata.read_bytes()
        for name in names:
            packet = packet.replace(name, b"xmp:Nothing")
        pdf.Root.Metadata.write(packet)

    return change


def no_font(pdf: Pdf) -> None:
    """The font of the second page's letters is no longer in the file."""
    for font in pdf.pages[1].Resources.Font.values():
        descriptor = font.DescendantFonts[0].FontDescriptor
        for key in [key for key in descriptor if str(key).startswith("/FontFile")]:
            del descriptor[key]


# What it does -------------------------------------------------------------------------------------


def scripted(pdf: Pdf) -> None:
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))


def opening(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.Named, N=Name.Print)


def turning(pdf: Pdf) -> None:
    pdf.pages[1].obj.AA = Dictionary(O=Dictionary(S=Name.Named, N=Name.Print))


def remark(place: list[float], kind: Name = Name.Text, **more: object) -> Change:
    def change(pdf: Pdf) -> None:
        pdf.pages[1].obj.Annots = Array([pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=kind, Rect=Array(place), **more))])

    return change


_WHITE = b"0 0 0 0 k 60 60 40 40 re f"
_INSIDE, _BESIDE = [60, 60, 80, 80], [-29, 60, -20, 80]
_SCREEN = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
_LINK = Dictionary(S=Name.URI, URI=String("https://example.org/"))

MUTANTS: dict[str, Mutant] = {
    "opacity": Mutant("x-1a", painted(b"0 0 0 .5 k 60 60 40 40 re f", ca=0.5), "D140", "page 2: something is transparent, and PDF/X-1a:2001"),
    "opacity in X-3": Mutant("x-3", painted(b"0 0 0 .5 k 60 60 40 40 re f", ca=0.5), "D140", "page 2: something is transparent, and PDF/X-3:2002"),
    "blend mode": Mutant("x-1a", painted(b"0 0 0 .5 k 60 60 40 40 re f", BM=Name.Multiply), "D140", "page 2"),
    "soft mask": Mutant("x-1a", pictured(Name.DeviceGray, SMask={}), "D140", "page 2"),
    "group": Mutant("x-1a", grouped, "D140", "page 2"),
    "rgb": Mutant("x-1a", painted(b".9 .2 .2 rg 60 60 40 40 re f"), "D141", "page 2: there are colours of screens, and PDF/X-1a:2001"),
    "rgb picture": Mutant("x-1a", pictured(Name.DeviceRGB), "D141", "page 2"),
    "rgb picture within the content": Mutant("x-1a", painted(b"40 0 0 40 60 60 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI"), "D141", "page 2"),
    "rgb line": Mutant("x-1a", painted(b"0 0 0 RG 60 60 m 99 99 l S"), "D141", "page 2"),
    "no trim": Mutant("x-1a", boxed(TrimBox=None), "D142", "page 2 has no TrimBox"),
    "two trims": Mutant("x-4", boxed(ArtBox=[0, 0, 200, 200]), "D142", "page 2 has both a TrimBox and an ArtBox"),
    "trim outside": Mutant("x-1a", boxed(TrimBox=[0, 0, 297.64, 419.53], BleedBox=[0, 0, 290, 419.53]), "D142", "page 2 has a TrimBox that goes beyond its BleedBox"),
    "bleed outside": Mutant("x-4", boxed(BleedBox=[-200, -8.5, 306, 428]), "D142", "page 2 has a BleedBox that goes beyond its MediaBox"),
    "no intent": Mutant("x-1a", no_intent, "D143", "does not say for which press"),
    "another intent": Mutant("x-4", another_intent, "D143", "does not say for which press"),
    "no profile": Mutant("x-4", no_profile, "D143", "does not hold its profile"),
    "no registered name": Mutant("x-1a", no_profile, "D143", "in no register"),
    "profile of a screen": Mutant("x-1a", profile(_SCREEN), "D143", "for a screen"),
    "damaged profile": Mutant("x-3", profile(b"acsp"), "D143", "a damaged profile"),
    "not trapped": Mutant("x-1a", without("/Trapped", b"pdf:Trapped"), "D144", "PDF/X-1a:2001, and does not say whether it is trapped"),
    "no dates": Mutant("x-3", without("/ModDate", b"xmp:ModifyDate"), "D144", "when it was changed"),
    "no font": Mutant("x-1a", no_font, "D110", "Source-Sans-3"),
    "too much ink": Mutant("x-1a", painted(b".9 .9 .9 .8 k 60 60 40 40 re f"), "D145", "page 2: up to 350 % of ink"),
    "too much ink, unclaimed": Mutant("", painted(b".9 .9 .9 .8 k 60 60 40 40 re f"), "D145", "page 2: up to 350 % of ink"),
    "white area": Mutant("x-1a", painted(_WHITE, op=True, OP=True, OPM=1), "D146", "page 2: white is set to overprint"),
    "white area, said of lines": Mutant("", painted(_WHITE, OP=True, OPM=1), "D146", "page 2"),
    "white line": Mutant("x-4", painted(b"0 0 0 0 K 60 60 m 99 99 l S", OP=True, op=False, OPM=1), "D146", "page 2"),
    "white text": Mutant("x-4", white_letters, "D146", "page 2"),
    "script": Mutant("x-1a", scripted, "D147", "and has JavaScript"),
    "opening": Mutant("x-4", opening, "D147", "when it is opened"),
    "turning": Mutant("x-3", turning, "D147", "actions on page 2"),
    "link beside the page": Mutant("x-4", remark(_BESIDE, Name.Link, A=_LINK), "D147", "actions on page 2"),
    "encrypted": Mutant("x-1a", lambda pdf: None, "D148", "is encrypted"),
    "note on the page": Mutant("x-1a", remark(_INSIDE), "D149", "page 2: links, notes or fields"),
    "note turned over": Mutant("x-4", remark([80, 80, 60, 60], Name.Square), "D149", "page 2"),
    "colours of transparency": Mutant("x-4", painted(b"0 0 0 .5 k 60 60 40 40 re f", ca=0.5), "D150", "page 2: something is transparent"),
}  # fmt: skip

# What may look like a fault, and is none.
SOUND: dict[str, tuple[str, Change]] = {
    "white that knocks out": ("x-1a", painted(_WHITE)),
    "white in a mode in which it is painted": ("x-1a", painted(_WHITE, op=True, OP=True)),
    "white that overprints no longer": ("x-1a", painted(_WHITE, op=False, OP=True, OPM=1)),
    "black that overprints": ("x-1a", painted(b"0 0 0 1 k 60 60 40 40 re f", op=True, OPM=1)),
    "colours that hide what lies below": ("x-1a", painted(b"0 0 0 .5 k 60 60 40 40 re f", ca=1, BM=Name.Normal)),
    "a picture with a part cut out": ("x-1a", pictured(Name.DeviceGray, Mask={"ImageMask": True, "bits": 1})),
    "a stencil within the content": ("x-1a", painted(b"40 0 0 40 60 60 cm BI /W 1 /H 1 /IM true ID a EI")),
    "ink below the limit": ("x-1a", painted(b".8 .8 .7 .7 k 60 60 40 40 re f")),
    "rgb where a profile makes inks of it": ("x-4", painted(b".9 .2 .2 rg 60 60 40 40 re f")),
    "a mark for the press": ("x-1a", remark(_INSIDE, Name.PrinterMark)),
    "a note beside the page": ("x-1a", remark(_BESIDE)),
    "an art box in place of a trim": ("x-1a", boxed(TrimBox=None, ArtBox=[0, 0, 297.6, 419.5])),
    "a page that is shown first": ("x-4", lambda pdf: setattr(pdf.Root, "OpenAction", Array([pdf.pages[0].obj, Name.Fit]))),
    "rubbish in place of lists": ("x-1a", lambda pdf: setattr(pdf.Root, "Names", Array([Name.JavaScript]))),
    "rubbish in place of a place": ("x-1a", remark([60, 60])),
    "no claim": ("", boxed(TrimBox=None, BleedBox=None)),
}  # fmt: skip


def mutated(data: bytes, name: str) -> bytes:
    """A file after what a mutant does to it."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change = MUTANTS[name].change if name in MUTANTS else SOUND[name][1]
        change(pdf)
        target = io.BytesIO()
        if name == "encrypted":
            pdf.save(target, encryption=pikepdf.Encryption(owner="secret", user=""))
        else:
            pdf.save(target, deterministic_id=True)
        return target.getvalue()
