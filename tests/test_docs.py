"""The documents keep up with the program: every command is described, every link leads somewhere."""

import re
from pathlib import Path

import typer

ROOT = Path(__file__).parents[1]
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")]
LINK = re.compile(r"\]\((?!https?://|mailto:|#)([^)#\s]+)")


def test_the_user_guide_describes_every_command() -> None:
    from sorstudio.cli.app import app

    group = typer.main.get_command(app)
    commands = group.list_commands(typer.Context(group))  # type: ignore[attr-defined]
    guide = (ROOT / "docs" / "brugervejledning.md").read_text("utf-8")
    assert "new" in commands
    assert [command for command in commands if f"`sorstudio {command}" not in guide] == []


def test_every_link_leads_somewhere() -> None:
    broken = [
        f"{document.relative_to(ROOT)} -> {target}"
        for document in DOCUMENTS
        for target in LINK.findall(document.read_text("utf-8"))
        if not (document.parent / target).exists()
    ]
    assert broken == []
