"""The command line: every command by its name, thin, and quick to ask for help."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from sorstudio.cli import (
    applying,
    asking,
    comparing,
    confirming,
    covering,
    guiding,
    journal,
    judging,
    looking,
    making,
    mending,
    opening,
    partnering,
    playing,
    routes,
    ruling,
    scheduling,
    sending,
    settings,
    tabling,
)
from sorstudio.cli.helping import Command
from sorstudio.cli.net import Commands
from sorstudio.cli.session import DEFAULT_LANGUAGE, LANGUAGES, Session, speak_utf8, texts_of
from sorstudio.model.errors import Unusable

app = typer.Typer(
    cls=Commands,
    help="cli.help",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


@app.callback()
def begin(
    context: typer.Context,
    language: Annotated[str, typer.Option(help="cli.help.language", metavar="da|en")] = DEFAULT_LANGUAGE,
) -> None:
    """Settle the language before anything is said."""
    speak_utf8()
    context.obj = Session(texts_of(language if language in LANGUAGES else DEFAULT_LANGUAGE))
    if language not in LANGUAGES:
        raise Unusable("cli.language", language=language, known=", ".join(LANGUAGES))


_COMMANDS: dict[str, Callable[..., None]] = {
    "new": making.new,
    "info": looking.info,
    "tree": looking.tree,
    "outline": looking.outline,
    "apply": applying.apply,
    "undo": journal.undo,
    "redo": journal.redo,
    "history": journal.history,
    "goto": journal.goto,
    "branch": journal.branch,
    "branches": journal.branches,
    "take-back": journal.take_back,
    "changes": asking.changes,
    "compare": comparing.compare,
    "check": ruling.check,
    "repair": mending.repair,
    "accept": mending.accept,
    "rules": ruling.rules,
    "edition": ruling.edition,
    "quality": judging.quality,
    "route": routes.route,
    "plays": playing.plays,
    "partners": partnering.partners,
    "table": tabling.table,
    "coverage": covering.coverage,
    "graph": covering.graph,
    "ready": judging.ready,
    "schedule": scheduling.schedule,
    "request": asking.request,
    "sent": sending.sent,
    "requests": sending.requests,
    "answer": sending.answer,
    "confirm": confirming.confirm,
    "sor-id": settings.sor_id,
    "settings": settings.settings,
    "offers": settings.offers,
    "guide": guiding.guide,
    "render": opening.render,
    "window": opening.window,
    "demo": opening.demo,
}
for _name, _command in _COMMANDS.items():
    app.command(_name, cls=Command, help=f"cli.help.{_name}")(_command)
