"""The plan of the house, held by looking at the sources: who may import whom, and where."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from publish.model.nodes import Block, Inline, Styled

PACKAGE = Path(__file__).parent.parent / "publish"
SOURCES = {path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}

# Who may import what. A room is a folder or a file of the package; a folder within one is a room of its own, and nothing else is
# allowed. The model is at the bottom; readers, transforms and writers stand beside each other and never meet. Each room
# imports only from those above it here.
ARROWS = {
    "imposition": "",
    "maths": "",
    "measures": "",
    "model": "",
    "typefaces": "",
    "diagnostics": "model",
    "language": "model",
    "checks/rules": "model diagnostics",
    "files": "model diagnostics",
    "imposition/planning": "measures diagnostics",
    "layout": "diagnostics",
    "pdf": "measures diagnostics",
    "readers": "model diagnostics",
    "checks/epub": "model language checks/rules pdf",
    "checks/lossless": "model diagnostics checks/rules",
    "checks/manuscript": "model language checks/rules",
    "imposition/guides": "measures language imposition/planning",
    "imposition/sheets": "measures model diagnostics imposition/planning pdf",
    "prepress/ink": "measures diagnostics pdf",
    "prepress/services": "measures diagnostics pdf",
    "settings": "measures model diagnostics language files readers",
    "transforms": "maths model diagnostics language files",
    "typesetting/engine": "diagnostics",
    "typesetting/composing": "language layout typesetting/engine",
    "typesetting/tagging": "model pdf typesetting/engine",
    "checks/validators": "model diagnostics checks/rules pdf checks/epub checks/lossless",
    "prepress": "measures model diagnostics pdf prepress/ink",
    "styles": "measures model diagnostics files layout settings",
    "checks/pdf": "measures model diagnostics checks/rules pdf checks/lossless prepress",
    "reports": "diagnostics styles",
    "typesetting/fonts": "model diagnostics language layout styles",
    "checks": "model diagnostics language checks/rules checks/epub checks/lossless checks/manuscript checks/validators checks/pdf",
    "typesetting": "model diagnostics language layout typesetting/engine typesetting/composing typesetting/tagging styles typesetting/fonts",
    "writers/markup": "maths model diagnostics language layout styles typesetting/fonts",
    "writers/epub": "model diagnostics language layout styles writers/markup",
    "writers/orders": "measures model diagnostics layout settings styles writers/markup",
    "writers/paper": "measures model diagnostics language layout settings typesetting/engine styles typesetting/fonts typesetting writers/markup writers/orders",
    "writers/press": "measures model diagnostics language layout pdf typesetting/engine prepress/services prepress styles typesetting/fonts typesetting writers/markup writers/orders writers/paper",
    "writers/sheets": "measures diagnostics language imposition/planning imposition/guides imposition/sheets styles typesetting writers/markup writers/orders writers/paper",
    "writers": "measures model diagnostics language settings styles writers/markup writers/epub writers/orders writers/paper writers/press writers/sheets",
    "workflows": "measures model diagnostics checks/rules files pdf readers checks/epub checks/lossless checks/manuscript imposition/sheets settings transforms checks/validators styles checks/pdf checks writers/markup writers/orders writers/paper writers/sheets writers",
    "__init__": "model diagnostics workflows",
    "cli": "measures model diagnostics files imposition/planning imposition/sheets settings styles reports checks workflows __init__",
    "__main__": "cli",
}
# Each engine is known to one file, or to one folder.
ENGINES = {
    "ebooklib": "writers/epub/package.py", "weasyprint": "typesetting/", "pikepdf": ("pdf/", "imposition/", "prepress/", "checks/pdf/"),
    "pydyf": "typesetting/tagging/", "segno": "writers/markup/qr.py", "barcode": "writers/markup/barcode.py", "markdown_it": "readers/",
    "mdit_py_plugins": "readers/", "msgspec": "settings/", "yaml": "settings/",
    "latex2mathml": "maths.py", "ziamath": "maths.py", "jinja2": "styles/", "babel": "language/", "dateutil": "language/", "pyphen": "language/", "click": "cli/", "rich": "cli/",
}  # fmt: skip
# These cost more than the work they do for some formats, so a function that needs one imports it.
HEAVY = {"latex2mathml", "ziamath", "weasyprint", "ebooklib", "pikepdf", "pydyf", "PIL", "jinja2", "babel", "dateutil", "rich", "segno", "barcode"}


def imported(file: str, tree: ast.AST) -> Iterator[tuple[str, int]]:
    """The full names of what a file imports, with the lines."""
    package = ("publish", *Path(file).parts[:-1])
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            name = ".".join((*base, *filter(None, [node.module])))
            yield from ((f"{name}.{alias.name}", node.lineno) for alias in node.names)


@cache
def imports_of(file: str) -> list[tuple[str, int]]:
    return list(imported(file, SOURCES[file]))


def at_import(tree: ast.Module) -> ast.Module:
    """What runs when a module is imported: without its functions, and without what is for type checkers only."""
    body = [node for node in tree.body if not (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test))]
    return ast.Module([node for node in body if not isinstance(node, (ast.FunctionDef, ast.ClassDef))], [])


def room(name: str) -> str:
    """The folder that a file stands in, or the file itself where it stands in none."""
    return name.rpartition("/")[0] or name.removesuffix(".py")


def source_of(name: str) -> str:
    """The file in which something stands that is imported by its full name."""
    parts = name.split(".")[1:]
    for count in range(len(parts), 0, -1):
        path = "/".join(parts[:count])
        if found := next((file for file in (f"{path}.py", f"{path}/__init__.py") if file in SOURCES), None):
            return found
    return "__init__.py"


@pytest.mark.parametrize("file", SOURCES)
def test_nothing_is_imported_against_the_arrows(file: str) -> None:
    allowed = {*ARROWS[room(file)].split(), room(file)}
    ours = [(name, line) for name, line in imports_of(file) if name.startswith("publish.")]
    wrong = [f"{file}:{line} imports {name}" for name, line in ours if room(source_of(name)) not in allowed]
    assert wrong == []


def test_no_arrow_leads_back() -> None:
    rooms = list(ARROWS)
    assert {room(file) for file in SOURCES} == set(rooms)
    for number, name in enumerate(rooms):
        assert set(ARROWS[name].split()) <= set(rooms[:number]), name


def test_no_arrow_is_left_over() -> None:
    """What a room may import, it does import."""
    used = {(room(file), room(source_of(name))) for file in SOURCES for name, _ in imports_of(file) if name.startswith("publish.")}
    allowed = {(name, other) for name, others in ARROWS.items() for other in others.split()}
    assert allowed - used == set()


@pytest.mark.parametrize("engine", ENGINES)
def test_each_engine_is_imported_in_one_place(engine: str) -> None:
    users = {file for file in SOURCES for name, _ in imports_of(file) if name.split(".")[0] == engine}
    assert [file for file in users if not file.startswith(ENGINES[engine])] == []


def test_finished_pdfs_are_opened_at_one_door() -> None:
    calls = {(file, ast.unparse(node.func)) for file, tree in SOURCES.items() for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert {file for file, called in calls if called in ("pikepdf.open", "Pdf.open", "pikepdf.Pdf.open") or "qpdf_limits" in called} == {"pdf/opening.py"}


@pytest.mark.parametrize("file", [file for file in SOURCES if not file.startswith("typesetting/")])
def test_only_the_engine_room_knows_weasyprints_insides(file: str) -> None:
    """Others hand its documents on, and ask the functions of typesetting/ about them."""
    names = {part for node in ast.walk(SOURCES[file]) for part in (getattr(node, "id", ""), getattr(node, "attr", ""), getattr(node, "arg", ""))}
    assert names & {"weasyprint", "_page_box", "page_type", "element_tag", "content_box_y", "ModuleType"} == set()


@pytest.mark.parametrize("file", SOURCES)
def test_heavy_engines_are_imported_when_they_are_needed(file: str) -> None:
    names = {name.split(".")[0] for name, _ in imported(file, at_import(SOURCES[file]))}
    assert names & HEAVY == set()


@pytest.mark.parametrize("file", [file for file in SOURCES if not file.startswith("cli/")])
def test_nothing_prints_outside_the_command_line(file: str) -> None:
    said = [ast.unparse(node) for node in ast.walk(SOURCES[file]) if isinstance(node, (ast.Call, ast.Attribute))]
    assert [text for text in said if text.startswith(("print(", "sys.stdout", "sys.stderr", "warnings.warn("))] == []


@pytest.mark.parametrize("file", SOURCES)
def test_no_except_is_bare(file: str) -> None:
    for node in ast.walk(SOURCES[file]):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"{file}:{node.lineno}"


KINDS = {kind.__name__: {kind.__name__} for kind in (*get_args(Block), *get_args(Inline))}
KINDS["Styled"] = {kind.__name__ for kind in get_args(Inline) if issubclass(kind, Styled)}


@pytest.mark.parametrize("file", SOURCES)
def test_dispatch_over_nodes_leaves_no_kind_out(file: str) -> None:
    """Where a ``match`` names most kinds of node, it ends in ``assert_never``, raises, or hands the others on."""
    for node in ast.walk(SOURCES[file]):
        if not isinstance(node, ast.Match):
            continue
        classes = {ast.unparse(one.cls) for one in ast.walk(node) if isinstance(one, ast.MatchClass)}
        named = set().union(*(KINDS.get(name, ()) for name in classes))
        if len(named) >= min(len(get_args(Block)), len(get_args(Inline))):
            last = node.cases[-1]
            subject = ast.unparse(node.subject)
            closed = ast.unparse(last.pattern) == "_" and isinstance(last.body[0], (ast.Expr, ast.Raise))
            assert closed and subject in ast.unparse(last.body[0]), f"{file}:{node.lineno}"


@pytest.mark.parametrize("file", SOURCES)
def test_files_and_functions_can_be_seen_whole(file: str) -> None:
    assert len((PACKAGE / file).read_text("utf-8").splitlines()) <= 350
    functions = [node for node in ast.walk(SOURCES[file]) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    long = [f"{file}:{node.lineno} {node.name}" for node in functions if node.end_lineno - node.lineno >= 50]
    assert long == []
