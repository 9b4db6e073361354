"""One place to click for one link.

WeasyPrint makes an annotation of the link, and of each element within it: two over the same words, of which a listener is
told twice, and the inner one hangs in the tree below no link, which PDF/UA forbids (ISO 14289-1, 7.18.5).
"""

from __future__ import annotations

from .engine.boxes import Box, Document


def one_for_each(document: Document) -> None:
    """Take the annotations of what stands within links out of a laid out document."""
    for page in document.pages:
        page.links = [link for link in page.links if _is_link(link[-1])]


def _is_link(box: Box) -> bool:
    """Whether a box is one of a link itself, or of what a style puts before or behind its words."""
    return (box.element_tag or "").partition(":")[0] == "a"
