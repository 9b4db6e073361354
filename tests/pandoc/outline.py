"""A document of pandoc's in the form in which ``publish dump`` shows one of ours, without line numbers.

https://hackage.haskell.org/package/pandoc-types says what the elements hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from publish.model.nodes import Delimiter, Numbering, Role
from publish.model.numbering import label

Element = dict[str, Any]
_INDENT = "  "
_MARKS = {
    "Emph": "em", "Strong": "strong", "SmallCaps": "smallcaps", "Superscript": "sup", "Subscript": "sub",
    "Strikeout": "strike",
}  # fmt: skip
_ALIGNMENTS = {"AlignDefault": "-", "AlignLeft": "left", "AlignCenter": "center", "AlignRight": "right"}
_NUMBERINGS = {
    "DefaultStyle": Numbering.DECIMAL, "Example": Numbering.DECIMAL, "Decimal": Numbering.DECIMAL,
    "LowerAlpha": Numbering.LOWER_ALPHA, "UpperAlpha": Numbering.UPPER_ALPHA,
    "LowerRoman": Numbering.LOWER_ROMAN, "UpperRoman": Numbering.UPPER_ROMAN,
}  # fmt: skip
_DELIMITERS = {
    "DefaultDelim": Delimiter.PERIOD, "Period": Delimiter.PERIOD, "OneParen": Delimiter.PAREN, "TwoParens": Delimiter.PARENS,
}  # fmt: skip
_ROLES = {role.value for role in Role}


def outline(blocks: list[Element]) -> str:
    return "\n".join(_blocks(blocks, 0)) + "\n"


def _blocks(blocks: list[Element], depth: int) -> Iterator[str]:
    for block in blocks:
        yield from _block(block["t"], block.get("c"), depth)


def _block(kind: str, content: Any, depth: int) -> Iterator[str]:
    def line(text: str, deeper: int = 0) -> str:
        return f"{_INDENT * (depth + deeper)}{text}".rstrip()

    match kind:
        case "Para" | "Plain":
            yield line(f"paragraph: {_inlines(content)}")
        case "Header":
            level, (name, *_), words = content
            yield line(f"heading {level}{_id(name)}: {_inlines(words)}")
        case "BlockQuote":
            yield line("quote")
            yield from _blocks(content, depth + 1)
        case "BulletList":
            yield line(f"list bullets {_tightness(content)}")
            yield from _items(content, depth + 1)
        case "OrderedList":
            numbers, items = content
            yield line(f"list {_counting(*numbers)} {_tightness(items)}")
            yield from _items(items, depth + 1)
        case "DefinitionList":
            yield line("definitions")
            for term, meanings in content:
                yield line(f"term: {_inlines(term)}", 1)
                for meaning in meanings:
                    yield line("meaning", 2)
                    yield from _blocks(meaning, depth + 3)
        case "LineBlock":
            yield line("verse")
            yield from _stanzas(content, depth + 1)
        case "CodeBlock":
            (_, classes, _), text = content
            yield line(f"code {classes[0] if classes else ''}")
            yield from (line(part, 1) for part in text.splitlines())
        case "HorizontalRule":
            yield line("break")
        case "Figure":
            (name, *_), (_, caption), [shown] = content
            said = f": {_inlines(caption[0]['c'])}" if caption else ""
            yield line(f"figure{_id(name)} {_inlines(shown['c'])}{said}")
        case "Table":
            yield from _table(content, depth)
        case "Div":
            (name, classes, pairs), blocks = content
            yield from _division(name, classes, dict(pairs), blocks, depth)
        case "RawBlock":
            return
        case _:
            raise ValueError(f"{kind} is not known here")


def _id(name: str) -> str:
    return f" #{name}" if name else ""


def _tightness(items: list[list[Element]]) -> str:
    return "loose" if any(block["t"] == "Para" for item in items for block in item) else "tight"


def _counting(start: int, style: Element, delimiter: Element) -> str:
    numbering, around = _NUMBERINGS[style["t"]], _DELIMITERS[delimiter["t"]]
    usual = (numbering, around) == (Numbering.DECIMAL, Delimiter.PERIOD)
    return f"ordered from {start}" + ("" if usual else f" as {label(start, numbering, around)} {numbering.value}")


def _items(items: list[list[Element]], depth: int) -> Iterator[str]:
    for item in items:
        yield f"{_INDENT * depth}item"
        yield from _blocks(item, depth + 1)


def _stanzas(lines: list[list[Element]], depth: int) -> Iterator[str]:
    begun = False
    for content in lines:
        words = _inlines(content)
        if words and not begun:
            yield f"{_INDENT * depth}stanza"
        if words:
            indent = len(words) - len(words.lstrip("⍽"))
            yield f"{_INDENT * (depth + 1)}{indent}: {words[indent:]}"
        begun = bool(words)


def _division(name: str, classes: list[str], pairs: dict[str, str], blocks: list[Element], depth: int) -> Iterator[str]:
    role = next((one for one in classes if one in _ROLES), "")
    lang = pairs.get("lang", "")
    if not role and not name and not lang:
        yield from _blocks(blocks, depth)
        return
    yield f"{_INDENT * depth}division {role or '-'}{_id(name)}" + (f" lang {lang}" if lang else "")
    yield from _blocks(blocks, depth + 1)


def _table(content: list[Any], depth: int) -> Iterator[str]:
    """Widths are left to the eye: pandoc reckons with those of a terminal."""
    (name, *_), (_, caption), columns, (_, head), bodies, (_, foot) = content
    said = f": {_inlines(caption[0]['c'])}" if caption else ""
    yield f"{_INDENT * depth}table{_id(name)} {' '.join(_ALIGNMENTS[alignment['t']] for alignment, _ in columns)}{said}"
    rows = [row for _, _, _, body in bodies for row in body]
    for kind, some in (("head", head), ("row", rows), ("foot", foot)):
        for _, cells in some:
            yield from _row(kind, cells, depth + 1)


def _row(kind: str, cells: list[Any], depth: int) -> Iterator[str]:
    if all(rows == columns == 1 and _is_plain(blocks) for _, _, rows, columns, blocks in cells):
        said = " | ".join(_inlines(blocks[0]["c"]) if blocks else "" for *_, blocks in cells)
        yield f"{_INDENT * depth}{kind}: {said}".rstrip()
        return
    yield f"{_INDENT * depth}{kind}"
    for _, _, rows, columns, blocks in cells:
        spans = (f" columns {columns}" if columns > 1 else "") + (f" rows {rows}" if rows > 1 else "")
        yield f"{_INDENT * (depth + 1)}cell{spans}"
        yield from _blocks(blocks, depth + 2)


def _is_plain(blocks: list[Element]) -> bool:
    return [block["t"] for block in blocks] in ([], ["Plain"], ["Para"])


# Inlines --------------------------------------------------------------------------------------


def _inlines(content: list[Element]) -> str:
    return "".join(_inline(one["t"], one.get("c")) for one in content)


def _inline(kind: str, content: Any) -> str:
    match kind:
        case "Str":
            return str(content).replace("\u00a0", "⍽")
        case "Space" | "SoftBreak":
            return " "
        case "LineBreak":
            return "⏎"
        case "Code":
            return f"[code: {content[1]}]"
        case "Math":
            return f"[math{' display' if content[0]['t'] == 'DisplayMath' else ''}: {content[1]}]"
        case "Link":
            _, words, (target, title) = content
            return f"[link {target}{_title(title)}: {_inlines(words)}]"
        case "Image":
            (_, _, pairs), words, (source, title) = content
            return f"[image {source}{_title(title)}: {dict(pairs).get('alt', _plain(words))}]"
        case "Note":
            return "[note: " + " ¶ ".join(line.strip() for line in _blocks(content, 0)) + "]"
        case "Span":
            return _span(content)
        case "Cite":
            return _inlines(content[1])
        case "RawInline":
            return ""
        case _:
            return f"[{_MARKS[kind]}: {_inlines(content)}]"


def _title(title: str) -> str:
    return f" {title!r}" if title else ""


def _span(content: list[Any]) -> str:
    (name, classes, pairs), words = content
    lang = dict(pairs).get("lang", "")
    said = _inlines(words)
    if "smallcaps" in classes:
        said = f"[smallcaps: {said}]"
    return f"[span{_id(name)}{f' lang {lang}' if lang else ''}: {said}]" if name or lang else said


def _plain(content: list[Element]) -> str:
    """The words alone, as a description of a picture holds them."""
    return "".join(
        " " if one["t"] in ("Space", "SoftBreak") else one["c"] if one["t"] == "Str" else _inner(one) for one in content
    )  # fmt: skip


def _inner(element: Element) -> str:
    match element["t"]:
        case "Code" | "Math":
            return str(element["c"][1])
        case "Link" | "Image" | "Span":
            return _plain(element["c"][1])
        case "Note" | "RawInline" | "LineBreak":
            return ""
        case _:
            return _plain(element["c"])
