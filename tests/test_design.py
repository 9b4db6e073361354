"""The plan of the house, held by looking at the sources: who may import whom, and where."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from publish.model.nodes import Block, Inline

PACKAGE = Path(__file__).parent.parent / "publish"
SOURCES = {path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}

# Who may import what. A part is a folder or a file of the package; nothing else is allowed. The
# model is at the bottom; readers, transforms and writers stand beside each other and never meet.
ARROWS = {
    "model": "",
    "diagnostics": "model",
    "language": "model",
    "files": "model diagnostics",
    "printing": "model diagnostics language",
    "layout": "model diagnostics printing",
    "quick_import": "",
    "roomy_stack": "",
    "maths": "",
    "readers": "model diagnostics",
    "transforms": "model diagnostics language files maths",
    # Settings are text files: they are decoded as manuscripts are.
    "config": "model diagnostics language files printing readers.encoding",
    "typefaces": "",
    "styles": "model diagnostics files layout printing config.yaml_lines",
    # Of the settings, writers take the validated values.
    "writers": "model diagnostics language layout printing styles quick_import roomy_stack maths config.settings",
    "checks": "model diagnostics language printing",
    "reports": "model diagnostics language styles checks.rule",
    "house": "model files config.settings styles transforms.images",
    "reading": "model diagnostics house config readers transforms checks",
    "pipeline": "model diagnostics files house config styles reading transforms writers checks",
    "imposing": "model diagnostics files printing writers",
    "checking": "model diagnostics files reading checks printing writers",
    "cli": "model diagnostics files config pipeline reading imposing checking styles printing checks reports __version__",
    "__init__": "model diagnostics pipeline reading checking",
    "__main__": "cli",
}
# Each engine is known to one file, or to one folder.
ENGINES = {
    "ebooklib": "writers/epub_package.py", "weasyprint": "writers/pdf.py", "pikepdf": "printing/", "pydyf": "writers/tagging/",
    "segno": "writers/qr.py", "barcode": "writers/barcode.py", "markdown_it": "readers/", "mdit_py_plugins": "readers/", "msgspec": "config/", "yaml": "config/",
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


def part(name: str) -> str:
    return name.split("/")[0].removesuffix(".py")


@pytest.mark.parametrize("file", SOURCES)
def test_nothing_is_imported_against_the_arrows(file: str) -> None:
    allowed = [f"publish.{name}." for name in ARROWS[part(file)].split()] + [f"publish.{part(file)}."]
    ours = [(name, line) for name, line in imports_of(file) if name.startswith("publish.")]
    wrong = [f"{file}:{line} imports {name}" for name, line in ours if not f"{name}.".startswith(tuple(allowed))]
    assert wrong == []


@pytest.mark.parametrize("engine", ENGINES)
def test_each_engine_is_imported_in_one_place(engine: str) -> None:
    users = {file for file in SOURCES for name, _ in imports_of(file) if name.split(".")[0] == engine}
    assert [file for file in users if not file.startswith(ENGINES[engine])] == []


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


KINDS = {kind.__name__ for kind in (*get_args(Block), *get_args(Inline))}


@pytest.mark.parametrize("file", SOURCES)
def test_dispatch_over_nodes_leaves_no_kind_out(file: str) -> None:
    """Where a ``match`` names most kinds of node, it ends in ``assert_never``, raises, or hands the others on."""
    for node in ast.walk(SOURCES[file]):
        if not isinstance(node, ast.Match):
            continue
        named = {ast.unparse(one.cls) for one in ast.walk(node) if isinstance(one, ast.MatchClass)} & KINDS
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
