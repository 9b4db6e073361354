"""The usual four inks: colours by the ICC profile of a press, greys in black alone.

A grey mixed of four inks takes on a cast with the least change on the press, and letters of four inks get coloured
edges where the plates do not meet. So greys, and letters of nearly black, are printed with black only.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING

from ...pdf.colours import Colour, firm, is_grey, remembered

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageCms import ImageCmsTransform


class FourInks:
    """Colours in cyan, magenta, yellow and black. Those that their author wrote as inks stay as they are."""

    space = "/DeviceCMYK"
    overprints = True
    linear = False

    def __init__(self, profile: bytes) -> None:
        self._profile = profile
        self.colour = remembered(lambda colour: self._inks(colour, firm))
        self.shade = remembered(lambda colour: self._inks(colour, float))

    @cached_property
    def _transform(self) -> ImageCmsTransform:
        """From sRGB to the press: relative colorimetric with black point compensation, as designers' programs do by default."""
        from PIL import ImageCms

        press = ImageCms.ImageCmsProfile(BytesIO(self._profile))
        intent, flags = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
        return ImageCms.buildTransform(ImageCms.createProfile("sRGB"), press, "RGB", "CMYK", intent, flags)

    def _inks(self, colour: Colour, greys: Callable[[float], float]) -> Colour:
        if len(colour) == 4:
            return colour
        if is_grey(colour):
            return 0.0, 0.0, 0.0, 1 - greys(sum(colour) / len(colour))
        from PIL import Image

        dot = Image.new("RGB", (1, 1), tuple(round(value * 255) for value in colour))
        return tuple(value / 255 for value in self.picture(dot).tobytes())

    def picture(self, picture: Image) -> Image:
        """The picture in four inks; one without any colour in it stays grey, which is printed in black."""
        from PIL import ImageCms

        if picture.mode == "RGB" and _is_grey_picture(picture):
            return picture.getchannel(0)
        if picture.mode != "RGB":
            return picture
        inked = ImageCms.applyTransform(picture, self._transform)
        assert inked is not None  # it is only where a picture is changed in place
        return inked


def _is_grey_picture(picture: Image) -> bool:
    from PIL import ImageChops

    red, green, blue = picture.split()
    return ImageChops.difference(red, green).getbbox() is None and ImageChops.difference(green, blue).getbbox() is None
