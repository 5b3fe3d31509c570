"""The documents keep up with the program: every command is described, every link leads somewhere."""

import re
from pathlib import Path

import typer

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs" / "brugervejledning.md"
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")]
LINK = re.compile(r"\]\((?!https?://|mailto:|#)([^)#\s]+)")


def test_the_user_guide_describes_every_command() -> None:
    from sorstudio.cli.app import app

    group = typer.main.get_command(app)
    commands = group.list_commands(typer.Context(group))  # type: ignore[attr-defined]
    guide = GUIDE.read_text("utf-8")
    assert "new" in commands
    assert [command for command in commands if f"`sorstudio {command}" not in guide] == []


def test_the_user_guide_lists_the_keys_of_every_act() -> None:
    from sorstudio.ui.actions import all_acts

    guide = GUIDE.read_text("utf-8").casefold()
    keys = [as_written(one) for act in all_acts() for one in act.keys if one not in OTHER_WAYS]
    assert "ctrl n" in keys
    assert [one for one in keys if one.casefold() not in guide] == []


def as_written(keys: str) -> str:
    """Keys the way the guide writes them."""
    words = keys.replace("++", "+plus").split("+")
    return " ".join(DANISH_KEYS.get(word, word) for word in words).casefold()


OTHER_WAYS = {"Ctrl+="}
"""What a keyboard sends where plus needs Shift."""
DANISH_KEYS = {
    "Shift": "Skift",
    "Left": "venstre",
    "Right": "højre",
    "Return": "Enter",
    "Ins": "Insert",
    "Del": "Delete",
    "Up": "pil op",
    "Down": "pil ned",
    "plus": "+",
    "-": "−",
}


def test_every_link_leads_somewhere() -> None:
    broken = [
        f"{document.relative_to(ROOT)} -> {target}"
        for document in DOCUMENTS
        for target in LINK.findall(document.read_text("utf-8"))
        if not (document.parent / target).exists()
    ]
    assert broken == []
