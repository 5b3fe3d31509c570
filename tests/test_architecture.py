"""The arrows of the house: which room may import which.

The nouns and verbs of a plan live in `model`; it imports nothing of ours, and no Qt, SQL, file format or network.
`formats` carries files in and out, `register` knows the national register (and reads it through `formats`), `storage`
keeps plans; none of them judges or asks. `rules` judges a plan and `routing` finds receivers; both look at the model
only. `requests` asks for the changes: it may look at what the rules say, where messages go, and use the writers of
`formats`. The doors are `cli`, `ui` and `web`: they import everything below and never each other, except that `cli`
reaches for `ui` inside a function, when something is drawn or the window is opened. `resources` finds what is packaged
with the program, and every room but `model` may ask it. Only `ui` knows that Qt exists.

There are no import cycles, package files are empty, every module says what it is for, none is over 500 lines, and
each has a test of its name. Heavy libraries wait until they are needed, so that `sorstudio --help` and the window come
at once.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import networkx
import pytest

ROOT = Path(__file__).parents[1]
HOUSE = ROOT / "sorstudio"

MODEL = {"model"}
BELOW = MODEL | {"resources"}
MIDDLE = BELOW | {"formats", "register", "storage", "rules", "routing", "requests"}
MAY_IMPORT: dict[str, set[str]] = {
    "model": set(),
    "resources": MODEL,
    "formats": BELOW,
    "storage": BELOW,
    "register": BELOW | {"formats", "storage"},
    "rules": BELOW,
    "routing": BELOW,
    "requests": BELOW | {"rules", "routing", "formats"},
    "cli": MIDDLE,
    "web": MIDDLE,
    "ui": MIDDLE,
    "__main__": {"cli"},
}
MAY_IMPORT_LATE = {"cli": {"ui", "web"}}

QT = {"PySide6", "shiboken6", "pyqtgraph"}
HEAVY = {"sqlalchemy", "networkx", "pyqtgraph", "lxml", "openpyxl"}
NOT_IN_THE_MODEL = QT | HEAVY | {"sqlite3", "socket", "urllib", "http", "csv", "typer", "rich", "platformdirs"}

WITHOUT_A_TEST_OF_THEIR_NAME = {
    "sorstudio/__main__.py": "tests/test_main.py covers it",
}


@dataclass(frozen=True)
class Import:
    """One imported name, and whether it is loaded when its module is, or late (inside a function)."""

    target: str
    is_late: bool
    is_for_types: bool


@dataclass(frozen=True)
class Module:
    """A module of the house with what it imports."""

    path: Path
    imports: tuple[Import, ...]

    @property
    def name(self) -> str:
        parts = self.path.relative_to(ROOT).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def room(self) -> str:
        return room_of(self.name)

    @property
    def shown(self) -> str:
        return self.path.relative_to(ROOT).as_posix()


def room_of(name: str) -> str:
    return name.split(".")[1] if "." in name else "sorstudio"


def library_of(target: str) -> str:
    return target.partition(".")[0]


def is_ours(target: str) -> bool:
    return library_of(target) == "sorstudio"


def find_imports(node: ast.AST, *, late: bool = False, types: bool = False) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        yield from (Import(target, late, types) for target in names_imported(child))
        is_function = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        is_for_types = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
        yield from find_imports(child, late=late or is_function, types=types or is_for_types)


def names_imported(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module=str(module), names=names):
            return [f"{module}.{alias.name}" for alias in names]
        case ast.Call(func=ast.Name(id=called) | ast.Attribute(attr=called), args=[ast.Constant(value=str(name)), *_]):
            return [name] if called in {"import_module", "__import__"} else []
    return []


@cache
def modules() -> dict[str, Module]:
    found = [
        Module(path, tuple(find_imports(ast.parse(path.read_text("utf-8"))))) for path in sorted(HOUSE.rglob("*.py"))
    ]
    return {module.name: module for module in found}


def targets_of(module: Module, *, at_start: bool) -> set[str]:
    """The modules of ours that this one imports; `from package import name` may mean a module or a name in it."""
    known = modules()
    wanted = [use.target for use in module.imports if not at_start or not (use.is_late or use.is_for_types)]
    named = (target if target in known else target.rpartition(".")[0] for target in wanted)
    return {name for name in named if name in known}


def is_allowed(module: Module, use: Import) -> bool:
    if not is_ours(use.target):
        return True
    allowed = MAY_IMPORT.get(module.room, set()) | {module.room}
    if use.is_late:
        allowed = allowed | MAY_IMPORT_LATE.get(module.room, set())
    return room_of(use.target) in allowed


def offences(wrong: Iterator[tuple[Module, Import]]) -> list[str]:
    return [f"{module.shown} imports {use.target}" for module, use in wrong]


def uses() -> Iterator[tuple[Module, Import]]:
    return ((module, use) for module in modules().values() for use in module.imports)


def test_every_room_is_in_the_plan_of_the_house() -> None:
    rooms = {module.room for module in modules().values()} - {"sorstudio"}
    assert rooms <= MAY_IMPORT.keys()


def test_imports_point_one_way() -> None:
    assert offences((module, use) for module, use in uses() if not is_allowed(module, use)) == []


def test_only_the_window_knows_qt() -> None:
    wrong = ((module, use) for module, use in uses() if module.room != "ui" and library_of(use.target) in QT)
    assert offences(wrong) == []


def test_the_model_is_plain_python() -> None:
    wrong = (
        (module, use) for module, use in uses() if module.room == "model" and library_of(use.target) in NOT_IN_THE_MODEL
    )
    assert offences(wrong) == []


def test_heavy_libraries_wait_until_they_are_needed() -> None:
    wrong = (
        (module, use)
        for module, use in uses()
        if module.room in {"ui", "cli"} and library_of(use.target) in HEAVY and not (use.is_late or use.is_for_types)
    )
    assert offences(wrong) == []


def test_there_are_no_import_cycles() -> None:
    graph = networkx.DiGraph(
        (name, target) for name, module in modules().items() for target in targets_of(module, at_start=True)
    )
    assert [sorted(group) for group in networkx.strongly_connected_components(graph) if len(group) > 1] == []


def test_imports_name_the_whole_path() -> None:
    trees = {module.shown: ast.parse(module.path.read_text("utf-8")) for module in modules().values()}
    relative = [
        shown
        for shown, tree in trees.items()
        if any(isinstance(node, ast.ImportFrom) and node.level for node in ast.walk(tree))
    ]
    assert relative == []


def test_package_files_are_empty() -> None:
    assert [path for path in HOUSE.rglob("__init__.py") if path.read_text("utf-8").strip()] == []


def test_every_folder_with_code_is_a_package() -> None:
    folders = {path.parent for path in HOUSE.rglob("*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        module.shown
        for module in modules().values()
        if module.path.name != "__init__.py" and not ast.get_docstring(ast.parse(module.path.read_text("utf-8")))
    ]
    assert silent == []


def test_no_file_is_over_500_lines() -> None:
    sources = [path for folder in (HOUSE, ROOT / "tests", ROOT / "benchmarks") for path in folder.rglob("*.py")]
    assert [path for path in sources if len(path.read_text("utf-8").splitlines()) > 500] == []


def test_every_module_has_a_test_of_its_name() -> None:
    def test_of(module: Module) -> Path:
        inside = module.path.relative_to(HOUSE)
        return ROOT / "tests" / inside.parent / f"test_{inside.name}"

    untested = [
        module.shown
        for module in modules().values()
        if module.path.name != "__init__.py"
        and module.shown not in WITHOUT_A_TEST_OF_THEIR_NAME
        and not test_of(module).is_file()
    ]
    assert untested == []


@pytest.mark.parametrize(
    ("room", "source", "allowed"),
    [
        ("model", "import sorstudio.rules.book", False),
        ("model", "from sorstudio import resources", False),
        ("rules", "from sorstudio.requests import split", False),
        ("requests", "from sorstudio.rules import book", True),
        ("storage", "def late():\n    from sorstudio.ui import app", False),
        ("cli", "from sorstudio.ui.app import main", False),
        ("cli", "def late():\n    from sorstudio.ui.app import main", True),
        ("ui", "import importlib\nimportlib.import_module('sorstudio.cli')", False),
    ],
)
def test_the_arrows_catch_who_goes_against_them(room: str, source: str, allowed: bool) -> None:
    module = Module(HOUSE / room / "sample.py", tuple(find_imports(ast.parse(source))))
    assert all(is_allowed(module, use) for use in module.imports) is allowed
