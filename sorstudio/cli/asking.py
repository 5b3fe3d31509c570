"""What has changed, and the change request."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from sorstudio.cli.net import REFUSED
from sorstudio.cli.options import FormatOption, PlanPath
from sorstudio.cli.session import Format, print_json, session_of
from sorstudio.requests.line import Addressee


def changes(context: typer.Context, plan: PlanPath, output: FormatOption = Format.TEXT) -> None:
    """What the plan changes, line by line, in the order that works, and what of it was sent."""
    from sorstudio.requests.asked import earlier_of, next_lines
    from sorstudio.requests.line import Action
    from sorstudio.requests.lines import change_lines
    from sorstudio.requests.words import earlier_json, line_json, sentence

    session = session_of(context)
    with session.read(plan) as opened:
        lines = change_lines(opened.plan)
        sent = earlier_of(opened.plan, lines)
        taken_back = [line for line in next_lines(opened.plan) if line.action is Action.WITHDRAW]
    if output is Format.JSON:
        found = [(line, sent.get(line.id)) for line in (*lines, *taken_back)]
        told = [(line_json(line, session.texts), earlier_json(one) if one else None) for line, one in found]
        print_json([{**data, "sent": earlier} for data, earlier in told])
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
        asked = session.words("cli.changes.sent", sent=sent[line.id].sent) if line.id in sent else ""
        print(f"  {line.id}  {sentence(line, session.texts)}{waits}{asked}")
    if taken_back:
        session.say("cli.changes.to_withdraw")
    for line in taken_back:
        print(f"  {line.id}  {sentence(line, session.texts)}")


def request(
    context: typer.Context,
    plan: PlanPath,
    out: Annotated[Path, typer.Option("--out", help="cli.help.out_folder", metavar="FOLDER", show_default=False)],
    only: Annotated[Addressee | None, typer.Option("--only", help="cli.help.only_files", show_default=False)] = None,
    strict: Annotated[bool, typer.Option("--strict", help="cli.help.strict")] = False,
    anew: Annotated[bool, typer.Option("--all", help="cli.help.anew")] = False,
    templates: Annotated[Path | None, typer.Option("--templates", help="cli.help.templates", metavar="FOLDER")] = None,
) -> None:
    """Write the change request: one envelope for each who carries it out."""
    from sorstudio.cli.lacking import own_templates, tell_missing
    from sorstudio.cli.writing import write_request_folder
    from sorstudio.requests.missing import TOLD_HERE

    session = session_of(context)
    with session.read(plan) as opened:
        lacking = tell_missing(opened.plan, session, only)
        if lacking and strict:
            session.warn("request.lacks.refused")
            raise typer.Exit(REFUSED)
        result = write_request_folder(opened.plan, out, session, only, own_templates(templates, session), anew=anew)
    if not result.counts:
        session.warn("cli.request.nothing")
    for path in result.files:
        print(path)
    for line, warning in result.warnings:
        if warning.code in TOLD_HERE:
            continue
        sentence = session.words(warning.code, **warning.params)
        print(f"{line}: {sentence}" if line else sentence, file=sys.stderr)
