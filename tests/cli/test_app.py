"""Every command hangs on the group, is described, and is quick to ask about."""

import re
from pathlib import Path
from typing import Any

import pytest
import typer

from sorstudio.cli.app import app
from tests.cli.conftest import Call

GUIDE = Path(__file__).parents[2] / "docs" / "kommandolinje.md"
GROUP: Any = typer.main.get_command(app)
COMMANDS = {name: command.params for name, command in GROUP.commands.items()}
SHARED = {"--language", "--format", "--author", "--help"}


def sections() -> dict[str, str]:
    """The guide's text by the command that a heading names."""
    parts = re.split(r"^## ", GUIDE.read_text("utf-8"), flags=re.MULTILINE)[1:]
    return {name: part for part in parts for name in re.findall(r"`sorstudio ([\w-]+)", part.splitlines()[0])}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_described_with_an_example(name: str) -> None:
    assert f"    sorstudio {name}" in sections()[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_described(name: str) -> None:
    options = {option for param in COMMANDS[name] for option in param.opts if option.startswith("--")}
    assert [option for option in options - SHARED if option not in sections()[name]] == []


def test_the_guide_names_no_command_that_is_not_there() -> None:
    assert set(sections()) - set(COMMANDS) == set()


def test_every_help_text_is_in_both_languages(call: Call) -> None:
    for language in ("da", "en"):
        for name in COMMANDS:
            assert "cli.help" not in call("--language", language, name, "--help").out


def test_both_languages_say_the_same_with_the_same_parameters() -> None:
    import tomllib

    root = GUIDE.parents[1] / "resources" / "texts"
    danish, english = (tomllib.loads((root / name / "cli.toml").read_text("utf-8")) for name in ("da", "en"))
    fields = re.compile(r"{(\w+)}")
    assert danish.keys() == english.keys()
    differing = [code for code in danish if set(fields.findall(danish[code])) != set(fields.findall(english[code]))]
    assert differing == []


def test_every_code_in_the_source_has_a_sentence() -> None:
    from sorstudio.resources import texts

    sources = (GUIDE.parents[1] / "sorstudio" / "cli").glob("*.py")
    codes = {code for path in sources for code in re.findall(r'"(cli\.[\w.-]+\w)"', path.read_text("utf-8"))}
    assert codes - texts("da").keys() == set()


def test_without_a_command_help_is_shown(call: Call) -> None:
    assert "SOR Studio" in call().out + call().err
