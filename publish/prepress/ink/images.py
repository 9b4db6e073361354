"""Pictures made ready for the press: read as Pillow has them, converted, and put back in place.

A JPEG stays a JPEG, anything else is packed without loss; what has only black and white in it takes one
bit a dot, which prints without a screen. How far a picture shows (its soft mask) is kept as it is.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from ...pdf.colour_spaces import Space, space_of
from ...pdf.colours import Conversion, cannot_print
from ...pdf.opening import WRITTEN_WRONGLY, blame_file

if TYPE_CHECKING:
    from pikepdf import Object
    from PIL.Image import Image

# Of 95 at most; nothing is seen of what this leaves out in print.
_JPEG_QUALITY = 92
# Nothing that fits a sheet needs more: an A3 page at 600 dots an inch has 70 million.
_MOST_DOTS = 150_000_000


def convert_picture(stream: Object, conversion: Conversion) -> None:
    """Convert a picture where it is; a stencil, which takes the colour of the moment, stays as it is.

    PublishError N105 for a picture that cannot be read.
    """
    if stream.get("/ImageMask", False):
        return
    if "/Mask" in stream and not _is_stencil(stream.Mask):
        raise cannot_print("a picture hides what has certain colours")
    if conversion.space == "/DeviceGray" and conversion.linear and _is_grey_already(stream):
        return
    picture = conversion.picture(read_picture(stream))
    if _is_jpeg(stream):
        _put_jpeg(stream, picture)
    else:
        put_packed(stream, picture)


def _is_stencil(mask: Object) -> bool:
    import pikepdf

    return isinstance(mask, pikepdf.Stream)


def _is_grey_already(stream: Object) -> bool:
    import pikepdf

    written = stream.get("/ColorSpace")
    return isinstance(written, pikepdf.Name) and str(written) in ("/DeviceGray", "/G")


def _filters(stream: Object) -> list[str]:
    import pikepdf

    written = stream.get("/Filter", ())
    return [str(written)] if isinstance(written, pikepdf.Name) else [str(one) for one in written]


def _is_jpeg(stream: Object) -> bool:
    return _filters(stream)[-1:] == ["/DCTDecode"]


# Reading ----------------------------------------------------------------------------------------


def read_picture(stream: Object) -> Image:
    """The picture of an image object as Pillow has it, of mode L, RGB or CMYK. PublishError N105 where it cannot be read."""
    from pikepdf import PdfError

    width, height = int(stream.get("/Width", 0)), int(stream.get("/Height", 0))
    if not 0 < width * height <= _MOST_DOTS:
        raise cannot_print(f"a picture has {width:,} by {height:,} dots")
    try:
        if _filters(stream)[-1:] in (["/DCTDecode"], ["/JPXDecode"]):
            return _of_file(stream)
        bits = int(stream.get("/BitsPerComponent", 8))
        return _of_dots(stream.read_bytes(), (width, height), bits, space_of(stream.ColorSpace), stream.get("/Decode"))
    except (OSError, SyntaxError, PdfError, *WRITTEN_WRONGLY) as problem:  # the first two are Pillow's
        blame_file(problem)
        raise cannot_print(f"a picture of {width:,} by {height:,} dots is damaged or of a rare kind") from problem


def _of_file(stream: Object) -> Image:
    """A JPEG. Pillow turns the inks of Adobe's files the right way round, as a PDF does by ``Decode``."""
    from PIL import Image, ImageChops

    filters = _filters(stream)
    picture: Image.Image = Image.open(BytesIO(stream.read_raw_bytes() if len(filters) == 1 else _unwrapped(stream)))
    turned = picture.mode == "CMYK" and "adobe" in picture.info
    picture.load()
    if picture.mode not in ("L", "RGB", "CMYK"):
        picture = picture.convert("RGB")
    inverted = [float(value) for value in stream.get("/Decode", [])][:2] == [1.0, 0.0]
    return ImageChops.invert(picture) if inverted != turned else picture


def _unwrapped(stream: Object) -> bytes:
    """The bytes of a JPEG that was packed once more."""
    import pikepdf

    if _filters(stream) != ["/FlateDecode", "/DCTDecode"]:
        raise ValueError("a rare way of packing")
    with pikepdf.new() as pdf:
        return pdf.make_stream(stream.read_raw_bytes(), Filter=pikepdf.Name.FlateDecode).read_bytes()


def _of_dots(data: bytes, size: tuple[int, int], bits: int, space: Space, decode: Object | None) -> Image:
    from PIL import Image

    if space.count == 1:
        picture = _of_one_channel(data, size, bits, stretched=space.kind != "indexed")
    else:
        mode = {3: "RGB", 4: "CMYK"}[space.count]
        data = data[::2] if bits == 16 else data
        if bits not in (8, 16) or space.kind == "lab":
            raise ValueError("a rare kind of picture")
        picture = Image.frombytes(mode, size, data[: size[0] * size[1] * space.count])
    if decode is not None:
        picture = _decoded(picture, [float(value) for value in decode], 1 if space.kind != "indexed" else (1 << bits) - 1)
    return picture if space.kind == "device" else _looked_up(picture, space)


def _of_one_channel(data: bytes, size: tuple[int, int], bits: int, stretched: bool) -> Image:
    """One channel of 0 to 255; where it is not stretched to that, of numbers as they are."""
    from PIL import Image

    if bits == 16:
        return Image.frombytes("L", size, data[: 2 * size[0] * size[1] : 2])
    if bits == 8:
        return Image.frombytes("L", size, data[: size[0] * size[1]])
    raw = {1: "L;1" if stretched else "P;1", 2: "L;2" if stretched else "P;2", 4: "L;4" if stretched else "P;4"}[bits]
    if not stretched:
        return Image.frombytes("L", size, Image.frombytes("P", size, data, "raw", raw).tobytes())
    return Image.frombytes("1", size, data).convert("L") if bits == 1 else Image.frombytes("L", size, data, "raw", raw)


def _decoded(picture: Image, decode: list[float], full: int) -> Image:
    """The picture with each channel's range as ``Decode`` has it."""
    channels = len(picture.getbands())
    if decode == [0.0, float(full)] * channels or len(decode) != 2 * channels:
        return picture
    ends = zip(decode[::2], decode[1::2], strict=True)
    steps = 255 if full == 1 else full
    lookup = [round(max(0, min(steps, steps / full * (low + level / steps * (high - low))))) for low, high in ends for level in range(256)]
    return picture.point(lookup)


def _looked_up(picture: Image, space: Space) -> Image:
    """A picture of which each number means a colour."""
    from PIL import Image

    full = 1 if space.kind == "indexed" else 255
    colours = [space.read((level / full,)) for level in range(256)]
    if len({len(colour) for colour in colours}) != 1:
        raise ValueError("colours of several kinds")
    bands = [picture.point([round(colour[band] * 255) for colour in colours]) for band in range(len(colours[0]))]
    return bands[0] if len(bands) == 1 else Image.merge({3: "RGB", 4: "CMYK"}[len(bands)], bands)


# Writing ----------------------------------------------------------------------------------------


def _put_jpeg(stream: Object, picture: Image) -> None:
    from pikepdf import Array, Name

    file = BytesIO()
    picture.save(file, format="JPEG", quality=_JPEG_QUALITY)
    stream.write(file.getvalue(), filter=Name.DCTDecode)
    _describe(stream, picture, 8)
    if picture.mode == "CMYK":  # Pillow writes full ink as 0, as Adobe does
        stream.Decode = Array([1, 0] * 4)


def put_packed(stream: Object, picture: Image) -> None:
    """Put a picture of mode L or CMYK where another was, without loss."""
    from PIL import Image

    bare = picture.mode == "L" and _is_black_and_white(picture)
    stream.write(picture.convert("1", dither=Image.Dither.NONE).tobytes() if bare else picture.tobytes())
    _describe(stream, picture, 1 if bare else 8)


def _is_black_and_white(picture: Image) -> bool:
    colours = picture.getcolors(2)
    return colours is not None and {value for _, value in colours} <= {0, 255}


def _describe(stream: Object, picture: Image, bits: int) -> None:
    from pikepdf import Name

    stream.ColorSpace = Name.DeviceCMYK if picture.mode == "CMYK" else Name.DeviceGray
    stream.BitsPerComponent = bits
    stream.Width, stream.Height = picture.size
    for key in ("/Decode", "/Intent", "/Alternates"):
        if key in stream:
            del stream[key]
