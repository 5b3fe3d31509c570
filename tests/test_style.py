"""What the linters do not measure: the size of functions and classes, names that say nothing, the broad net."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LONGEST_FUNCTION = 50
LONGEST_CLASS = 300
MOST_METHODS = 25
EMPTY_NAMES = {"manager", "helper", "helpers", "util", "utils", "misc", "common"}
THE_ONE_NET = {"sorstudio/ui/app.py"}

FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def nodes(*folders: str) -> Iterator[tuple[str, ast.AST]]:
    for path in sources(*folders):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            yield path.relative_to(ROOT).as_posix(), node


def length(node: ast.stmt) -> int:
    """Lines from the first to the last, without the docstring: explaining a rule of the field is no fault."""
    docstring = node.body[0] if isinstance(node, FUNCTIONS | ast.ClassDef) and ast.get_docstring(node) else None
    return lines(node) - (lines(docstring) if docstring else 0)


def lines(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def is_broad(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    return any(
        isinstance(name, ast.Name) and name.id in {"Exception", "BaseException"} for name in ast.walk(handler.type)
    )


def test_no_function_needs_scrolling() -> None:
    long = [
        f"{where}::{node.name} {length(node)}"
        for where, node in nodes("sorstudio", "tests", "benchmarks")
        if isinstance(node, FUNCTIONS) and length(node) > LONGEST_FUNCTION
    ]
    assert long == []


def test_no_class_does_everything() -> None:
    large = [
        f"{where}::{node.name}"
        for where, node in nodes("sorstudio")
        if isinstance(node, ast.ClassDef)
        and (length(node) > LONGEST_CLASS or sum(isinstance(part, FUNCTIONS) for part in node.body) > MOST_METHODS)
    ]
    assert large == []


def test_modules_have_names_that_say_something() -> None:
    assert [path for path in sources("sorstudio") if EMPTY_NAMES & set(path.stem.split("_"))] == []


def test_nothing_is_caught_broadly_outside_the_one_net() -> None:
    broad = [
        f"{where}:{node.lineno}"
        for where, node in nodes("sorstudio")
        if isinstance(node, ast.ExceptHandler) and is_broad(node) and where not in THE_ONE_NET
    ]
    assert broad == []


def test_nothing_is_left_to_do_in_comments() -> None:
    mark = re.compile(r"#\s*(TODO|FIXME|XXX)\b")
    unfinished = [path for path in sources("sorstudio", "tests") if mark.search(path.read_text("utf-8"))]
    assert unfinished == []


@pytest.mark.parametrize(
    ("source", "broad"),
    [
        ("except:", True),
        ("except Exception:", True),
        ("except (ValueError, Exception):", True),
        ("except ValueError:", False),
    ],
)
def test_a_broad_net_is_recognised(source: str, broad: bool) -> None:
    tree = ast.parse(f"try:\n    work()\n{source}\n    pass")
    assert [is_broad(node) for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler)] == [broad]
