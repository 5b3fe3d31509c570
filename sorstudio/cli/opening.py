"""What is drawn or opened: the picture, the window, and the whole job on the bundled example."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sorstudio.cli.options import PlanPath
from sorstudio.cli.session import session_of
from sorstudio.model.errors import Unreadable, Unusable

DRAWN = (".svg", ".png", ".pdf")


def render(
    context: typer.Context,
    plan: PlanPath,
    out: Annotated[Path, typer.Option("--out", help="cli.help.out_picture", metavar="FILE", show_default=False)],
    pages: Annotated[str | None, typer.Option("--pages", help="cli.help.pages", metavar="A3|A4")] = None,
) -> None:
    """The tree as a picture, or as a PDF of several sheets of paper."""
    from sorstudio.cli.drawing import draw_pages, draw_picture

    if out.suffix.lower() not in DRAWN:
        raise Unusable("cli.render.suffix", path=out, known=", ".join(DRAWN))
    if pages is not None and out.suffix.lower() != ".pdf":
        raise Unusable("cli.render.pages_suffix", path=out)
    session = session_of(context)
    with session.read(plan) as opened:
        if pages is None:
            draw_picture(opened.plan, out, session.texts)
        else:
            count = draw_pages(opened.plan, out, session.texts, pages)
            session.warn("cli.render.sheets", count=count, paper=pages.upper())
    print(out)


def window(
    plan: Annotated[Path | None, typer.Argument(metavar="PLAN", help="cli.help.plan", show_default=False)] = None,
) -> None:
    """The window, on a plan or empty."""
    from sorstudio.cli.drawing import open_window

    if plan is not None and not plan.exists():
        raise Unreadable("storage.no_such_file", path=plan)
    raise typer.Exit(open_window(plan))


def demo(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", help="cli.help.out_folder", metavar="FOLDER", show_default=False)],
    show: Annotated[bool, typer.Option("--open", help="cli.help.open")] = False,
) -> None:
    """The whole main job on the bundled example."""
    from sorstudio.cli.example import run_example

    run_example(session_of(context), out, show=show)
