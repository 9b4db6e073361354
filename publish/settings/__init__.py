"""Settings: of the house, of a publication, of an edition; wrong ones reported with file and line."""

from .load import FOLDER_FILE, HOUSE_FILE, load_folder, load_house, load_publication
from .values import FORMATS, Edition, House, Places, Publication, Settings, TextEntry, with_overrides

__all__ = [
    "FOLDER_FILE",
    "FORMATS",
    "HOUSE_FILE",
    "Edition",
    "House",
    "Places",
    "Publication",
    "Settings",
    "TextEntry",
    "load_folder",
    "load_house",
    "load_publication",
    "with_overrides",
]
