"""A small plan file and a quick way to call commands, for the tests of this room."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from sorstudio.cli.app import app
from sorstudio.resources import code_lists
from sorstudio.storage.plan_file import create
from tests.model.outline import TODAY, baseline, gln

TREE = f"""
Eksempelby Kommune
  Sundhed og Omsorg [{gln(1)}]
    Hjemmepleje Nord ^
    Hjemmepleje Syd
    Sygepleje (closed 2026-01-01)
  Socialforvaltning
"""


@dataclass(frozen=True)
class Called:
    """What a call answered."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)


Call = Callable[..., Called]


@pytest.fixture
def call() -> Call:
    """Call `sorstudio` in this process; nothing but an exit may come out."""

    def run(*args: str | Path, stdin: str | None = None) -> Called:
        result = CliRunner().invoke(app, [str(arg) for arg in args], input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Called(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def plan_path(tmp_path: Path) -> Path:
    """A plan on the drawn tree, in a file that nobody has open."""
    path = tmp_path / "eksempelby.sorplan"
    create(path, baseline(TREE), code_lists(), today=TODAY, author="Bo").close()
    return path


@pytest.fixture
def keys(call: Call, plan_path: Path) -> dict[str, str]:
    """The key of each unit by its name."""
    return {row["name"]: row["key"] for row in call("tree", plan_path, "--format", "json").json()}


@pytest.fixture
def acts(tmp_path: Path) -> Callable[..., Path]:
    """A file of acts."""

    def write(*lines: dict[str, object] | str) -> Path:
        path = tmp_path / "acts.jsonl"
        text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
        path.write_text(text + "\n", encoding="utf-8")
        return path

    return write
