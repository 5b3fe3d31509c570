"""What happens when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from sorstudio.cli.options import FormatOption, PlanPath
from sorstudio.cli.session import Format, Session, print_json, session_of

if TYPE_CHECKING:
    from sorstudio.requests.schedule import Item


def schedule(context: typer.Context, plan: PlanPath, output: FormatOption = Format.TEXT) -> None:
    """Per day what takes effect, what waits for what, and what is dated earlier than it can be done."""
    from sorstudio.requests.schedule import head, schedule_json, whole
    from sorstudio.requests.schedule import schedule as made

    session = session_of(context)
    with session.read(plan) as opened:
        found = made(opened.plan)
    if output is Format.JSON:
        print_json(schedule_json(found, session.texts))
        return
    print(whole(found, session.texts))
    for one in found.days:
        print(f"\n{head(one, session.texts)}")
        for item in one.items:
            for line in _lines(item, session):
                print(line)


def _lines(item: Item, session: Session) -> Iterator[str]:
    from sorstudio.requests.schedule import problem, repair
    from sorstudio.requests.words import sentence

    waits = session.words("schedule.waits", lines=", ".join(item.line.waits_for)) if item.line.waits_for else ""
    yield f"  {item.line.id}  {sentence(item.line, session.texts)}{f' ({waits})' if waits else ''}"
    if item.is_too_early:
        yield f"      ! {problem(item, session.texts)} {repair(item, session.texts)}"
