"""What has changed, and the change request."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from sorstudio.cli.options import FormatOption, PlanPath
from sorstudio.cli.session import Format, print_json, session_of


def changes(context: typer.Context, plan: PlanPath, output: FormatOption = Format.TEXT) -> None:
    """What the plan changes, line by line, in the order that works."""
    from sorstudio.requests.lines import change_lines
    from sorstudio.requests.words import line_json, sentence

    session = session_of(context)
    with session.read(plan) as opened:
        lines = change_lines(opened.plan)
    if output is Format.JSON:
        print_json([line_json(line, session.texts) for line in lines])
        return
    if not lines:
        session.say("cli.changes.none")
    shown: str | None = ""
    for line in lines:
        addressee = line.addressee.value if line.addressee else "nobody"
        if addressee != shown:
            session.say(f"cli.changes.{addressee}")
            shown = addressee
        waits = session.words("cli.changes.waits", lines=", ".join(line.waits_for)) if line.waits_for else ""
        print(f"  {line.id}  {sentence(line, session.texts)}{waits}")


def request(
    context: typer.Context,
    plan: PlanPath,
    out: Annotated[Path, typer.Option("--out", help="cli.help.out_folder", metavar="FOLDER", show_default=False)],
) -> None:
    """Write the change request: one envelope for each who carries it out."""
    from sorstudio.cli.writing import write_request_folder

    session = session_of(context)
    with session.read(plan) as opened:
        result = write_request_folder(opened.plan, out, session)
    if not result.counts:
        session.warn("cli.request.nothing")
    for path in result.files:
        print(path)
    for line, warning in result.warnings:
        sentence = session.words(warning.code, **warning.params)
        print(f"{line}: {sentence}" if line else sentence, file=sys.stderr)
