"""Random plans: acts that a person might do, drawn one by one on a small municipality with faults."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from sorstudio.model.change import Change
from sorstudio.model.edits import (
    agreeing,
    closing,
    describing,
    messages,
    numbers,
    offers,
    playing,
    restructure,
    units,
)
from sorstudio.model.plan import Day, Plan, When
from sorstudio.model.records import Address, AddressUse, Contact, NumberState
from tests.model.outline import TODAY, gln, plan

DRAWING = f"""
Kommune
  Sundhed [{gln(1)}]
    Pleje ^
      Nord ^
      Syd
      Vest (closed 2027-02-01)
    Træning [{gln(2)}]
      Hold A ^
      Hold B (from 2027-01-01)
  Børn
    PPR
    Tandpleje [{gln(3)}]
"""
VERBS = (
    "create", "rename", "move", "type", "address", "contact", "number", "order", "inherit", "none", "message",
    "unmessage", "offer", "unoffer", "close", "reopen", "merge", "replace", "split", "note", "specialities",
    "play", "unplay", "describe", "agree", "disagree",
)  # fmt: skip
DAYS = st.sampled_from([TODAY + timedelta(days=n) for n in (1, 10, 40, 70, 100)])


def fresh() -> Plan:
    """The municipality as its register file shows it."""
    return plan(DRAWING)


@st.composite
def days(draw: st.DrawFn) -> When:
    """A date, a correction, or none named."""
    return draw(st.one_of(DAYS, st.just(None), st.just(Day.WORKING)))


def change(draw: st.DrawFn, plan_: Plan, verb: str) -> Change:  # noqa: C901
    """One act with arguments that are often, not always, possible; may refuse."""
    keys = [found.key for _, found in plan_.state().walk()]
    unit, other = keys[draw(place(keys))], keys[draw(place(keys))]
    day = draw(days())
    match verb:
        case "create":
            return units.create(plan_, unit, draw(names()), day=day)
        case "rename":
            return units.rename(plan_, unit, draw(names()), day=day)
        case "move":
            several = [keys[i] for i in draw(st.lists(place(keys), min_size=1, max_size=3))]
            return units.move(plan_, several, other, day=day)
        case "type":
            return units.set_unit_type(plan_, unit, draw(st.sampled_from(["plejehjem", "jobcenter", None])), day=day)
        case "specialities":
            return units.set_specialities(plan_, unit, draw(st.sampled_from([["hjemmepleje"], []])), day=day)
        case "address":
            block = draw(st.sampled_from([Address(street="Torvet", postcode="9999"), None]))
            return units.set_address(plan_, unit, draw(st.sampled_from(list(AddressUse))), block, day=day)
        case "contact":
            return units.set_contact(plan_, unit, draw(st.sampled_from([Contact("00000001"), None])), day=day)
        case "number":
            number = gln(draw(st.integers(1, 9)))
            return numbers.set_location_number(plan_, unit, NumberState.OWN, number, day=day)
        case "order":
            return numbers.order_location_number(plan_, unit, system="Nexus", day=day)
        case "inherit":
            return numbers.set_location_number(plan_, unit, NumberState.INHERITED, day=day)
        case "none":
            return numbers.set_location_number(plan_, unit, NumberState.NONE, day=day)
        case "message":
            return messages.add_message_type(plan_, unit, draw(types()), None, messages.BOTH, day=day)
        case "unmessage":
            return messages.remove_message_type(plan_, unit, draw(types()), None, day=day)
        case "offer":
            return offers.place_offer(plan_, [draw(st.sampled_from(["traening", "akutfunktion"]))], unit, day=day)
        case "unoffer":
            return offers.remove_offer(plan_, draw(st.sampled_from(["traening", "akutfunktion"])), unit, day=day)
        case "close":
            return closing.close(plan_, unit, successors=[other], with_below=draw(st.booleans()), day=day)
        case "reopen":
            return closing.reopen(plan_, unit)
        case "merge":
            return restructure.merge(plan_, [unit, other], name=draw(names()), day=day)
        case "replace":
            return restructure.replace_unit(plan_, unit, by=other if draw(st.booleans()) else None, day=day)
        case "split":
            return _split(draw, plan_, unit, day)
        case _:
            return _told(draw, plan_, verb, unit)


def _told(draw: st.DrawFn, plan_: Plan, verb: str, unit: str) -> Change:
    """What the plan keeps beside the tree, and never asks of SOR."""
    area, offer = draw(st.sampled_from(["traening", "akutfunktion", "x"])), draw(st.sampled_from(["traening", "x"]))
    match verb:
        case "play":
            old = draw(st.sampled_from([None, *(one.title for one in plan_.state().plays())]))
            return playing.keep_play(plan_, draw(names()), area=area, message=draw(types()), unit=unit, play=old)
        case "unplay":
            return playing.drop_play(plan_, draw(names()))
        case "describe":
            return describing.describe_offer(plan_, offer, {"phone": draw(st.sampled_from(["00000001", None]))})
        case "agree":
            return agreeing.keep_agreement(plan_, draw(names()), area=area, answer_days=draw(st.integers(0, 3)))
        case "disagree":
            return agreeing.drop_agreement(plan_, draw(names()))
        case _:
            return units.add_note(plan_, unit, "husk")


def _split(draw: st.DrawFn, plan_: Plan, unit: str, day: When) -> Change:
    state = plan_.state()
    placed = tuple(item.offer for item in state.placements(unit))
    owns = state.number_of(unit) is not None
    first = restructure.Part("Del 1", f"{unit}-{len(state.units)}-1", state.children(unit), placed, owns)
    second = restructure.Part("Del 2", f"{unit}-{len(state.units)}-2")
    return restructure.split(plan_, unit, [first, second], keep=draw(st.booleans()), day=day)


def place(items: Sequence[object]) -> st.SearchStrategy[int]:
    """An index; drawn instead of the item, whose key is new every time."""
    return st.integers(0, len(items) - 1)


def names() -> st.SearchStrategy[str]:
    """Names, some the same and some too long."""
    return st.sampled_from(["Ny enhed", "Plejehjemmet Å", "Nord", "x" * 61, "  Øst  "])


def types() -> st.SearchStrategy[str]:
    """Message types of which one does not exist."""
    return st.sampled_from(["XREF15", "XDIS18", "FDIS91", "XYZ99"])


def some_days() -> list[date]:
    """Days before, on and after everything that the strategies plan."""
    return [TODAY + timedelta(days=n) for n in (-400, 0, 1, 7, 10, 39, 40, 69, 70, 71, 100, 400)] + [date.max]
