"""The screens that `make shots` shows: each is the real window, brought there by what a person would do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from make_request import AUTHOR, TODAY, make_plan
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from sorstudio.model.edits import units
from sorstudio.model.edits.describing import describe_offer
from sorstudio.model.journal import Journal
from sorstudio.model.plan import Plan
from sorstudio.requests.life import send
from sorstudio.requests.line import Addressee
from sorstudio.resources import example
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.preferences import Recent
from sorstudio.ui.requesting.dialog import RequestDialog
from sorstudio.ui.shots import settle
from sorstudio.ui.workspace import Workspace

FINDINGS, CHANGES, HISTORY = 0, 1, 2
MOST_WAITS = 200
FIRST_ACT = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
BETWEEN_ACTS = timedelta(minutes=7)
CENTRE, NEIGHBOUR = "Sundhedscenter Eksempelby", "Sundhedsplejen Eksempelby"

HOME_NURSING = {
    "criteria": "Borgere med behov for sygepleje, som ikke kan komme til en sygeplejeklinik.",
    "phone_hours": "Hverdage 8-15",
    "description_url": "https://example.org/sygepleje",
}

_PLANS = TemporaryDirectory()
"""The start page says of a plan whether its file is there."""

Show = Callable[[MainWindow], QWidget]


@dataclass(frozen=True)
class Screen:
    """A state of the window: what brings it about, and on which plan (None is the start page)."""

    show: Show
    plan: Callable[[], Plan] | None = None


def timed_plan() -> Plan:
    """The exercise municipality after its acts, made on a fixed day at fixed times."""
    plan = make_plan()
    acts = [replace(act, time=FIRST_ACT + at * BETWEEN_ACTS) for at, act in enumerate(plan.journal.path())]
    journal = Journal(acts, plan.head, plan.journal.left, plan.journal.names)
    return Plan(tuple(plan.baselines.values()), plan.codes, today=TODAY, journal=journal, author=AUTHOR)


def branched_plan() -> Plan:
    """The same with a second line of work that leaves the first one four acts before its end."""
    plan = timed_plan()
    plan.name_branch("Plan A")
    plan.undo(4)
    later = FIRST_ACT + 60 * BETWEEN_ACTS
    renamed = (("Bostøtten Nord", "Bostøtten, Nordbyen"), ("Bostøtten Syd", "Bostøtten, Sydbyen"), ("HR.", "Personale"))
    for at, (old, new) in enumerate(renamed):
        change = units.rename(plan, key_of(plan, old), new)
        plan.apply(replace(change, id=f"plan-b-{at}", time=later + at * BETWEEN_ACTS))
    plan.name_branch("Plan B")
    return plan


def sent_plan() -> Plan:
    """The same, with own edits in hand and the request to Sundhedsdatastyrelsen sent."""
    plan = timed_plan()
    send(plan, (Addressee.MUNICIPALITY, Addressee.SDS))
    return plan


def key_of(plan: Plan, name: str) -> str:
    """The first unit of a name."""
    return next(key for key, unit in plan.state().units.items() if unit.name == name)


def start(window: MainWindow) -> QWidget:
    """Three plans that were open lately."""
    opened = (
        ("Nordby Kommune", "Oprydning 2027", 0, "2026-10-12T15:20"),
        ("Eksempelby Kommune", "Eksempelby, plan B", 12, "2026-11-18T13:05"),
        ("Eksempelby Kommune", "Eksempelby", 39, "2026-11-20T14:48"),
    )
    for municipality, name, changes, when in opened:
        path = Path(_PLANS.name) / f"{name}.sorplan"
        path.touch()
        window.preferences.add_recent(Recent(str(path), municipality, "2026-11-02", changes, when))
    window.show_start()
    return window


def first_start(window: MainWindow) -> QWidget:
    """As the program is met the first time."""
    return window


def changes(window: MainWindow) -> QWidget:
    """Outline, picture, inspector, and the changes by receiver below."""
    work = work_of(window)
    choose(work, CENTRE)
    work.strip.show_pane(CHANGES)
    settle()
    act(window, "fit")
    return window


def outline(window: MainWindow) -> QWidget:
    """Filtered, each hit with the path to it; the findings below."""
    work = work_of(window)
    choose(work, "Sygeplejeklinik Vest")
    act(window, "filter")
    QTest.keyClicks(work.outline.filter, "sygeplej")
    act(window, "fit")
    return window


def picture(window: MainWindow, detail: str, unit: str) -> QWidget:
    """The picture alone, with its branches open, at one of its levels of detail."""
    work = work_of(window)
    choose(work, unit)
    act(window, "picture_alone")
    settle()
    work.canvas.set_folded(frozenset())
    act(window, detail)
    return window


def offers(window: MainWindow) -> QWidget:
    """The ten headings, with what is placed and what nobody provides."""
    choose(work_of(window), CENTRE)
    act(window, "offers")
    return window


def matrix(window: MainWindow) -> QWidget:
    """Offers and units as a table."""
    work = work_of(window)
    choose(work, "Sundhed og Forebyggelse, Eksempelby")
    act(window, "offers")
    settle()
    work.offers.as_table.click()
    return window


def sender(window: MainWindow, *, alone: bool = False) -> QWidget:
    """A ward asks who receives its letter of discharge; the plan gives the number another telephone."""
    act(window, "ask_large" if alone else "ask_sender")
    form = work_of(window).receiving.asker.form
    form.kinds.segments["hospital"].click()
    QTest.keyClicks(form.who, "en afdeling i Hvidovre" if window.tongue.language == "da" else "a ward in Hvidovre")
    form.ask_about(area="hjemmesygepleje")
    settle()
    return window


def changes_shown(window: MainWindow) -> QWidget:
    """What the plan does, in outline and picture: new, closed, moved, renamed."""
    work = work_of(window)
    if not window.acts.by_name["show_changes"].isChecked():
        act(window, "show_changes")
    act(window, "open_all")
    choose(work, "Hverdagsrehabilitering")
    act(window, "fit")
    return window


def history(window: MainWindow) -> QWidget:
    """Two named lines of work."""
    work = work_of(window)
    choose(work, "Bostøtten, Nordbyen")
    work.strip.show_pane(HISTORY)
    return window


def dates(window: MainWindow) -> QWidget:
    """The tree on a later day, reached by the keys of the date line."""
    work = work_of(window)
    choose(work, "Bostøtten")
    work.top.date.setFocus()
    for _ in range(3):
        QTest.keyClick(work.top.date, Qt.Key.Key_PageDown)
        settle()
    return window


def impact(window: MainWindow) -> QWidget:
    """What would follow if a unit with a number that others use were closed."""
    choose(work_of(window), CENTRE)
    act(window, "close_unit")
    return window


def palette(window: MainWindow) -> QWidget:
    """The search, after a few letters."""
    work = work_of(window)
    choose(work, CENTRE)
    act(window, "search")
    QTest.keyClicks(work.top.search, "syge")
    return window


def request(window: MainWindow) -> QWidget:
    """The envelopes before they are written."""
    window.preferences.set_text("request_folder", "sor-anmodning")
    act(window, "export_request")
    return window.findChildren(RequestDialog)[-1]


def requests(window: MainWindow) -> QWidget:
    """What was sent and how it stands, with what to key in for one line; one own edit is ticked off."""
    work = work_of(window)
    act(window, "requests")
    pane = work.requests
    for row in (2, 3):
        pane.list.setFocus()
        pane.list.focus_row(row)
        if row == 2:
            QTest.keyClick(pane.list, Qt.Key.Key_Space)
        settle()
    return window


def confirm(window: MainWindow) -> QWidget:
    """What the later file of the exercise says, at the first line that was done differently."""
    pane = work_of(window).requests.confirming
    window.files.confirm_with([example("eksempelby/2026-12-14")])
    for _ in range(MOST_WAITS):
        settle()
        if pane.rows is not None:
            break
        QTest.qWait(50)
    rows = pane.list.signed.rows
    pane.list.focus_row(next(at for at, row in enumerate(rows) if row.key.startswith("different:")))
    settle()
    return window


def neighbourhood(window: MainWindow) -> QWidget:
    """One unit with what stands around it."""
    choose(work_of(window), NEIGHBOUR)
    act(window, "neighbourhood")
    return window


def message_guide(window: MainWindow) -> QWidget:
    """Where a few answers lead: a hospital refers to prevention."""
    act(window, "message_guide")
    for key in (Qt.Key.Key_2, Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_1):
        QTest.keyClick(work_of(window).receiving.guide, key)
        settle()
    return window


def plays(window: MainWindow) -> QWidget:
    """The plays that fail, and why."""
    act(window, "plays")
    pane = work_of(window).receiving.plays
    QTest.mouseClick(pane.kinds.segments["failing"], Qt.MouseButton.LeftButton)
    settle()
    return window


def work_of(window: MainWindow) -> Workspace:
    """The panes of the open plan."""
    if window.workspace is None:
        raise ValueError("no plan is open")
    return window.workspace


def act(window: MainWindow, name: str) -> None:
    """What a menu or a key would call."""
    window.acts.by_name[name].trigger()
    settle()


def coverage(window: MainWindow) -> QWidget:
    """Areas and messages, with a hole and what mends it."""
    work = work_of(window)
    act(window, "coverage")
    table = work.receiving.coverage.table
    table.go_to(next(place for place in table.cells.faulty() if place[1] > 0))
    settle()
    return window


def choose(work: Workspace, name: str) -> None:
    """The unit of a name, in every pane."""
    key = key_of(work.editor.plan, name)
    work.outline.view.outline.reveal(key)
    work.editor.select((key,))
    settle()


def referral_table(window: MainWindow) -> QWidget:
    """Who receives what about each offer, with the texts of an offer beside it."""
    work = work_of(window)
    work.editor.do(partial(describe_offer, offer="hjemmesygepleje", values=HOME_NURSING), sure=True)
    act(window, "referral_table")
    work.receiving.table.view.setFocus()
    settle()
    return window


SCREENS = {
    "start": Screen(start),
    "start-first": Screen(first_start),
    "changes": Screen(changes, timed_plan),
    "outline": Screen(outline, timed_plan),
    "picture-far": Screen(partial(picture, detail="far", unit=CENTRE), timed_plan),
    "picture-middle": Screen(partial(picture, detail="names", unit=CENTRE), timed_plan),
    "picture-near": Screen(partial(picture, detail="near", unit="Hjemmesygeplejen"), timed_plan),
    "offers": Screen(offers, timed_plan),
    "matrix": Screen(matrix, timed_plan),
    "sender": Screen(sender, timed_plan),
    "sender-full": Screen(partial(sender, alone=True), timed_plan),
    "changes-shown": Screen(changes_shown, timed_plan),
    "history": Screen(history, branched_plan),
    "dates": Screen(dates, timed_plan),
    "impact": Screen(impact, timed_plan),
    "coverage": Screen(coverage, timed_plan),
    "palette": Screen(palette, timed_plan),
    "request": Screen(request, timed_plan),
    "requests": Screen(requests, sent_plan),
    "confirm": Screen(confirm, sent_plan),
    "referral-table": Screen(referral_table, timed_plan),
    "message-guide": Screen(message_guide, timed_plan),
    "plays": Screen(plays, timed_plan),
    "neighbourhood": Screen(neighbourhood, timed_plan),
}
