"""The whole main job on the bundled example: extract in, plan, acts, findings, change request and pictures out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sorstudio import resources
from sorstudio.cli.acts_file import read_acts
from sorstudio.cli.session import Session
from sorstudio.model.edits.acts import aliases_after, change_for
from sorstudio.model.plan import Plan

EXTRACT = "eksempelby/2026-11-02"
ACTS = "eksempelby/handlinger.jsonl"
DAY = date(2026, 11, 2)
PLAN_NAME = "eksempelby.sorplan"
_AUTHOR = "SOR Studio"


def run_example(session: Session, out: Path, *, show: bool) -> None:
    """Do it all into `out`, say where everything is, and open the window where there is a screen."""
    out.mkdir(parents=True, exist_ok=True)
    path = _make_plan(session, out)
    with session.write(path, _AUTHOR) as opened:
        session.say("cli.demo.plan", path=path)
        session.say("cli.demo.applied", count=_apply(opened.plan))
        # The window first: its application also serves the paper and the picture, but not the other way round.
        _draw(session, opened.plan, out)
        _judge_and_ask(session, opened.plan, out)
    if show:
        _show(session, path)


def _make_plan(session: Session, out: Path) -> Path:
    from sorstudio.formats.reading import read_baseline
    from sorstudio.storage.plan_file import create

    codes = resources.code_lists()
    baseline = read_baseline([resources.example(EXTRACT)], codes=codes, day=DAY, today=session.today)
    path = out / PLAN_NAME
    create(path, baseline, codes, today=session.today, author=_AUTHOR, force=True).close()
    return path


def _apply(plan: Plan) -> int:
    acts, _ = read_acts(resources.example(ACTS).read_bytes())
    aliases: dict[str, str] = {}
    for numbered in acts:
        plan.apply(change_for(plan, numbered.act, aliases))
        aliases = aliases_after(numbered.act, aliases)
    return len(acts)


def _judge_and_ask(session: Session, plan: Plan, out: Path) -> None:
    from sorstudio.cli.writing import write_request_folder
    from sorstudio.rules.check import check

    session.say("cli.demo.findings", count=len(check(plan)))
    session.say("cli.demo.request", path=write_request_folder(plan, out / "anmodning", session).folder)


def _draw(session: Session, plan: Plan, out: Path) -> None:
    from sorstudio.cli.drawing import draw_picture, picture_of_window

    picture, window = out / "billede.png", out / "vindue.png"
    picture_of_window(plan, window, session.texts)
    session.say("cli.demo.window", path=window)
    draw_picture(plan, picture, session.texts)
    session.say("cli.demo.picture", path=picture)


def _show(session: Session, path: Path) -> None:
    from sorstudio.cli.drawing import has_screen, open_window

    if has_screen():
        open_window(path)
    else:
        session.say("cli.demo.no_screen")
