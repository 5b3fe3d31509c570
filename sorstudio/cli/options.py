"""Arguments and options that several commands share; their help is a code that is put into words later."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from sorstudio.cli.session import Format
from sorstudio.model.errors import Unusable

PlanPath = Annotated[Path, typer.Argument(metavar="PLAN", help="cli.help.plan", show_default=False)]
Author = Annotated[str | None, typer.Option("--author", help="cli.help.author", metavar="NAME")]
FormatOption = Annotated[Format, typer.Option("--format", help="cli.help.format")]
Count = Annotated[int, typer.Argument(metavar="N", help="cli.help.count", min=1)]

Mapping = Annotated[list[str] | None, typer.Option("--map", help="cli.help.map", metavar="FIELD=HEADER")]
Take = Annotated[str, typer.Option("--take", help="cli.help.take", metavar="units|all")]


def parse_day(text: str | None) -> date | None:
    """A date as everybody writes it in files, or what is wrong with it."""
    if text is None:
        return None
    if not text.strip():
        raise Unusable("cli.date.empty")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Unusable("cli.date", value=text) from None


def asked_text(text: str | None, option: str) -> str | None:
    """What stands after an option of a question; nothing after it is a slip, most often of a script, and no choice."""
    if text is None:
        return None
    if not text.strip():
        raise Unusable("cli.empty", option=option)
    return sound_text(text)


def parse_mapping(pairs: list[str] | None) -> dict[str, str] | None:
    """FIELD=HEADER pairs; the header may hold an equals sign itself."""
    found: dict[str, str] = {}
    for pair in pairs or ():
        field, sign, header = pair.partition("=")
        if not (sign and field.strip() and header.strip()):
            raise Unusable("cli.map", text=pair)
        found[field.strip()] = header.strip()
    return found or None


def sound_text(text: str) -> str:
    """A word from the command line, refused where the terminal sent something that is no text."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Unusable("cli.letters", text=text) from None
    return text
