"""Directories from drawings, and the answers that a test looks at."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from sorstudio.model.edits import messages, offers
from sorstudio.model.plan import Plan
from sorstudio.model.records import Direction
from sorstudio.routing.answer import Answer
from sorstudio.routing.directory import Directory
from sorstudio.routing.question import Question
from sorstudio.routing.route import route
from tests.model.outline import gln, key, plan
from tests.rules.findings import with_types

TOWN = f"""
Kommune
  Sundhed og Omsorg [{gln(1)}]
    Hjemmesygeplejen [{gln(2)}]
      Sygeplejen Nord ^
    Genoptræningen [{gln(3)}]
    Plejecenter Åbo
  Sundhedscenter [{gln(4)}]
    Rygestop ^
"""
SETS = {
    "Sundhed og Omsorg": ("<XDIS18", "<XDIS21", "<XDIS91"),
    "Hjemmesygeplejen": ("<XDIS18", "<FDIS91"),
    "Genoptræningen": ("<GGOP", "<FDIS91"),
    "Sundhedscenter": ("<XREF15", "<DIS91"),
}


def town() -> Plan:
    """A small municipality that answers the most usual questions."""
    work = plan(TOWN)
    for unit, types in SETS.items():
        work = with_types(work, unit, *types)
    return work


def directory(work: Plan, day: date | None = None) -> Directory:
    """The plan as senders see it, after everything planned or on a day."""
    return Directory(work.state() if day is None else work.state(day), work.codes, day)


def ask(work: Plan, asked: Question, day: date | None = None) -> Answer:
    """What a plan answers."""
    return route(directory(work, day), asked)


def seen(work: Plan, asked: Question, day: date | None = None) -> str:
    """The receiver with the type, and whose number it is where it is inherited; or the reason."""
    answer = ask(work, asked, day)
    receiver = answer.receiver
    if receiver is None:
        return str(answer.reason)
    units = work.state().units
    name = units[receiver.unit].name
    source = f" < {units[receiver.giver].name}" if receiver.is_inherited else ""
    return f"{name}{source}: {receiver.type}"


def place(work: Plan, unit: str, offer: str) -> None:
    """Let a unit provide an offer."""
    work.apply(offers.place_offer(work, [offer], key(work, unit)))


def take_off(work: Plan, unit: str, type_: str) -> None:
    """Let a number receive a type no more."""
    work.apply(messages.remove_message_type(work, key(work, unit), type_, None, (Direction.IN,)))


_NAMES = (
    "Genoptræningen",
    "Hjemmesygeplejen",
    "Akutteam",
    "Sundhedscenter",
    "Plejecenter Åbo",
    "Tandklinik",
    "PPR",
    "Kontor",
    "Jobcenter",
    "Sundhedsplejen",
)
_TYPES = ("<GGOP", "<XREF15", "<XREF22", "<XDIS18", "<XDIS32", "<FDIS91", "<DIS91", ">XDIS16", "<FDIS20")
_OFFERS = (
    "traening",
    "genoptraening-uden-sygehus",
    "rygestop",
    "akutfunktion",
    "ppr",
    "hjemmesygepleje",
    "forloeb-kol",
)
_PERIODS = ("", "", "", " (closed 2026-12-31)", " (from 2027-02-01)")


@st.composite
def towns(draw: st.DrawFn) -> Plan:
    """Municipalities as they come: several units of an area, numbers with and without types, offers here and there."""
    lines, depths = ["Kommune", "  Sundhed [" + gln(1) + "]"], 1
    for place_ in range(draw(st.integers(1, 9))):
        depths = draw(st.integers(2, depths + 1))
        number = draw(st.sampled_from(["", " ^", f" [{gln(place_ + 2)}]"]))
        name = f"{draw(st.sampled_from(_NAMES))} {place_}"
        lines.append(f"{'  ' * depths}{name}{number}{draw(st.sampled_from(_PERIODS))}")
    work = plan("\n".join(lines))
    owners = [work.state().units[one.unit].name for one in work.state().numbers.values()]
    for owner in sorted(owners):
        work = with_types(work, owner, *draw(st.lists(st.sampled_from(_TYPES), max_size=5, unique=True)))
    open_ = sorted(one.key for one in work.state().units.values() if one.valid_to is None and one.parent)
    for _ in range(draw(st.integers(0, 3))):
        unit, offer = draw(st.sampled_from(open_)), draw(st.sampled_from(_OFFERS))
        if all(one.offer != offer for one in work.state().placements(unit)):
            work.apply(offers.place_offer(work, [offer], unit))
    return work
