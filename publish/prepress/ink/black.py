"""One ink for everything: what a copier, a risograph or the cheapest press prints.

A colour becomes the grey that looks as light (:func:`~.colours.grey_of`). Greys of 90 % ink and more are printed as
full black wherever letters, lines and areas have them, so that no screen of dots frays a letter whose style
calls for #171717; pictures and gradients keep their greys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...pdf.colours import firm, grey_of, remembered

if TYPE_CHECKING:
    from PIL.Image import Image


class BlackInk:
    """Everything in black ink."""

    space = "/DeviceGray"
    overprints = False
    linear = True

    def __init__(self) -> None:
        self.colour = remembered(lambda colour: (firm(grey_of(colour)),))
        self.shade = remembered(lambda colour: (grey_of(colour),))

    def picture(self, picture: Image) -> Image:
        """The picture in grey, by the same formula as colours."""
        return grey_picture(picture)


class Luminosity(BlackInk):
    """What masks are made of: how light each place is, unchanged, for that is how much of a picture shows there."""

    def __init__(self) -> None:
        super().__init__()
        self.colour = self.shade


def grey_picture(picture: Image) -> Image:
    """A picture of mode L, RGB or CMYK in grey."""
    if picture.mode == "CMYK":
        picture = picture.convert("RGB")
    return picture.convert("L")
