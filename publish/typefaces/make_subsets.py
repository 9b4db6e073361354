"""Makes the subsets of Noto's faces for signs; README.md says of which files.

    python publish/typefaces/make_subsets.py FOLDER

FOLDER holds the whole faces under the names that they have here.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

_HERE = Path(__file__).parent
_SPACE = 0x20
_EMOJI = "Noto Emoji/NotoEmoji-Regular.ttf"
# Pictures above this are the emoji face's, where it has them.
_FIRST_PICTURE = 0x1F300
# Which signs are taken from a face: from and to.
_TAKEN = {
    "Noto Sans Symbols/NotoSansSymbols-Regular.ttf": ((0x20D0, 0x2BFF), (0x1F000, 0x1F7FF)),
    "Noto Sans Math/NotoSansMath-Regular.ttf": ((0x2020, 0x214F), (0x2190, 0x2BFF), (0x1D400, 0x1D7FF)),
    "Noto Sans Symbols 2/NotoSansSymbols2-Regular.ttf": ((0x2190, 0x28FF), (0x2900, 0x2BFF), (0x1F000, 0x1F8FF)),
    "Noto Music/NotoMusic-Regular.ttf": ((0x2669, 0x266F), (0x1D100, 0x1D1FF)),
}


def main(folder: Path) -> None:
    """Write each subset beside this file."""
    had = {sign for sign in _signs(_HERE / _EMOJI) if sign >= _FIRST_PICTURE}
    for name, ranges in _TAKEN.items():
        whole = folder / Path(name).name
        signs = {sign for sign in _signs(whole) if any(first <= sign <= last for first, last in ranges)} - had
        _write(whole, signs | {_SPACE}, _HERE / name)
        had |= signs


def _signs(file: Path) -> set[int]:
    return set(TTFont(file, lazy=True).getBestCmap())


def _write(whole: Path, signs: set[int], file: Path) -> None:
    options = subset.Options(hinting=False, layout_features=["*"], name_IDs=["*"], name_languages=["*"], notdef_outline=True, glyph_names=False)
    options.drop_tables += ["MATH"]
    font = subset.load_font(str(whole), options)
    maker = subset.Subsetter(options)
    maker.populate(unicodes=signs)
    maker.subset(font)
    file.parent.mkdir(exist_ok=True)
    subset.save_font(font, str(file), options)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
