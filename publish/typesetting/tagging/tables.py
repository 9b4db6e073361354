"""Tables that pages part, made one again for whoever listens.

WeasyPrint tags each part as a table of its own, the head above it once more, and gives a row that is parted
several rows. What is heard, and what is held against the manuscript, is one table, with its head once.
"""

from __future__ import annotations

from .objects import Element, Pdf, elements, kid_elements, resolve
from .origins import Origins


def join_parted_tables(pdf: Pdf, document: Element, origins: Origins) -> None:
    """Put what stands in further parts of each table into its first part, in place; repeated heads are left out."""
    first: dict[object, Element] = {}
    for table in [element for element in elements(pdf, document) if element["S"] == "/Table"]:
        known = first.setdefault(_made_of(origins, table), table)
        if known is not table:
            _take_out(pdf, table)
            _Joining(pdf, origins, known).take_in(table)


def _made_of(origins: Origins, element: Element) -> object:
    """The HTML element; the element of the tree itself, where there is none."""
    box = origins.get(element.reference)
    made_of = getattr(box, "element", None)
    return id(element) if made_of is None else made_of


def _take_out(pdf: Pdf, element: Element) -> None:
    """Take an element out of the tree, and all around it that then holds nothing."""
    around = resolve(pdf, element["P"])
    around["K"].remove(element.reference)
    if not around["K"] and "P" in around and around["S"] != "/Document":
        _take_out(pdf, around)


class _Joining:
    """Takes further parts of a table into its first one."""

    def __init__(self, pdf: Pdf, origins: Origins, table: Element) -> None:
        self._pdf, self._origins, self._table = pdf, origins, table
        self._names: dict[str, object] = {}  # of heads that are left out, and of those that stand for them

    def take_in(self, part: Element) -> None:
        for group in list(kid_elements(self._pdf, part)):
            known = self._twin(group, self._table)
            if known is None:
                self._move(group, self._table)
            elif getattr(self._origins.get(group.reference), "is_header", False):
                self._leave_out(group, known)
            else:
                self._take_rows(group, known)

    def _take_rows(self, group: Element, known: Element) -> None:
        for row in list(kid_elements(self._pdf, group)):
            begun = self._twin(row, known)
            if begun is None:
                self._move(row, known)
            else:
                self._take_cells(row, begun)

    def _take_cells(self, row: Element, begun: Element) -> None:
        for cell in list(kid_elements(self._pdf, row)):
            known = self._twin(cell, begun)
            self._move(cell, known or begun)
            if known is not None:
                self._call(cell, known)
                cell["S"] = "/NonStruct"
                cell.pop("A", None)
                cell.pop("ID", None)

    def _leave_out(self, head: Element, known: Element) -> None:
        """Its cells are called in the rows that follow; they mean those of the first head. What it links to, the first links to."""
        for cell, first in zip(self._heads(head), self._heads(known), strict=True):
            self._call(cell, first)
        for element in elements(self._pdf, head):
            for kid in element.get("K", ()):
                if not isinstance(kid, int) and (link := resolve(self._pdf, kid)).get("Type") == "/OBJR":
                    resolve(self._pdf, link["Pg"])["Annots"].remove(link["Obj"])

    def _call(self, cell: Element, first: Element) -> None:
        if "ID" in cell and "ID" in first:
            self._names[cell["ID"].string] = first["ID"]

    def _heads(self, group: Element) -> list[Element]:
        return [element for element in elements(self._pdf, group) if element["S"] == "/TH"]

    def _move(self, element: Element, to: Element) -> None:
        element["P"] = to.reference
        to["K"].append(element.reference)
        for cell in elements(self._pdf, element):
            called = cell.get("A", {}).get("Headers", ())
            for number, name in enumerate(called):
                called[number] = self._names.get(name.string, name)

    def _twin(self, element: Element, among: Element) -> Element | None:
        """What was made of the same HTML element."""
        made_of = _made_of(self._origins, element)
        return next((one for one in kid_elements(self._pdf, among) if _made_of(self._origins, one) is made_of), None)
