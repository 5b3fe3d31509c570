"""What a change means for those who use the units."""

from datetime import date

import pytest

from sorstudio.model.change import Change
from sorstudio.model.edits import closing, messages, numbers, offers, restructure, units
from sorstudio.model.impact import Impact, Tone, impact, impact_between, sentences
from sorstudio.model.plan import Plan
from sorstudio.model.records import Address, AddressUse, Direction
from sorstudio.model.texts import Texts
from sorstudio.resources import code_lists, texts
from tests.model.outline import gln, key, plan

DAY = date(2027, 1, 1)
DANISH = Texts(texts("da"))


@pytest.fixture
def town() -> Plan:
    made = plan(f"""
        Kommune
          Sundhed [{gln(1)}]
            Nord [{gln(2)}]
              Team Lind ^
              Team Birk ^
            Syd ^
          Børn
            Skole
            Klub
    """)
    for code, unit in (("XREF15", "Nord"), ("FDIS91", "Nord"), ("GGOP", "Sundhed")):
        made.apply(messages.add_message_type(made, key(made, unit), code, None, (Direction.IN,), day=None))
    return made


def names(found: Impact, code: str) -> list[tuple[str, ...]]:
    return [one.names for one in found.of(code)]


def said(town: Plan, change: Change) -> list[str]:
    return sentences(impact(town, change), DANISH, code_lists())


def test_a_close_names_the_units_and_the_number_that_ends(town: Plan) -> None:
    found = impact(town, closing.close(town, key(town, "Nord"), with_below=True, day=DAY))
    assert names(found, "closes") == [("Nord", "Team Lind", "Team Birk")]
    assert names(found, "number_ends") == [("Nord",)]
    assert names(found, "number_lost") == []


def test_a_close_breaks_the_threads_of_whoever_corresponds(town: Plan) -> None:
    found = impact(town, closing.close(town, key(town, "Nord"), with_below=True, day=DAY))
    assert names(found, "threads") == [("Nord", "Team Lind", "Team Birk")]
    assert names(impact(town, closing.close(town, key(town, "Skole"), day=DAY)), "threads") == []


def test_what_nobody_receives_any_longer_is_named(town: Plan) -> None:
    found = impact(town, closing.close(town, key(town, "Nord"), with_below=True, day=DAY))
    assert [(one.messages, one.before) for one in found.of("nobody_receives")] == [(("FDIS91", "XREF15"), ("Nord",))]


def test_a_move_out_of_reach_loses_the_number_and_its_messages(town: Plan) -> None:
    found = impact(town, units.move(town, [key(town, "Team Lind")], key(town, "Skole"), day=DAY))
    assert names(found, "number_lost") == [("Team Lind",)]
    assert [one.messages for one in found.of("messages_lost")] == [("FDIS91", "XREF15")]


def test_a_move_below_another_number_changes_it(town: Plan) -> None:
    change = units.move(town, [key(town, "Team Lind")], key(town, "Syd"), day=DAY)
    first = next(one for one in said(town, change) if "i stedet for" in one)
    assert first == f"Team Lind får lokationsnummer {gln(1)} i stedet for {gln(2)}."


def test_a_move_that_changes_nothing_for_anybody_does_not_matter(town: Plan) -> None:
    assert not impact(town, units.move(town, [key(town, "Skole")], key(town, "Klub"), day=DAY)).matters


def test_a_rename_does_not_matter(town: Plan) -> None:
    assert not impact(town, units.rename(town, key(town, "Nord"), "Øst")).matters


def test_a_replacement_keeps_the_number_and_breaks_the_threads(town: Plan) -> None:
    found = impact(town, restructure.replace_unit(town, key(town, "Nord"), name="Øst", day=DAY))
    assert names(found, "closes") == names(found, "threads") == [("Nord",)]
    assert names(found, "number_lost") == names(found, "number_ends") == []
    assert [one.after for one in found.of("succeeded")] == [("Øst",)]
    assert [one.after for one in found.of("receiver_changed")] == [("Øst",)]


def test_an_offer_without_provider_is_a_loss(town: Plan) -> None:
    town.apply(offers.place_offer(town, ["traening"], key(town, "Nord")))
    found = impact(town, closing.close(town, key(town, "Nord"), with_below=True, day=DAY))
    assert [(one.tone, one.before) for one in found.of("offer_unprovided")] == [(Tone.LOSS, ("Nord",))]
    assert "Ingen udfører længere Genoptræning og træning. I dag er det Nord." in sentences(found, DANISH, code_lists())


def test_an_offer_that_goes_with_a_merge_is_only_somewhere_else(town: Plan) -> None:
    town.apply(offers.place_offer(town, ["traening"], key(town, "Nord")))
    found = impact(town, restructure.merge(town, [key(town, "Nord")], into=key(town, "Syd"), day=DAY))
    assert [one.after for one in found.of("offer_moved")] == [("Syd",)]


def test_the_address_that_holds_changes_with_the_place(town: Plan) -> None:
    for unit, street in (("Nord", "Torvet"), ("Børn", "Havnen")):
        town.apply(units.set_address(town, key(town, unit), AddressUse.POSTAL, Address(street), day=None))
    found = impact(town, units.move(town, [key(town, "Team Lind")], key(town, "Børn"), day=DAY))
    assert [(one.names, one.before, one.after) for one in found.of("address_changed")] == [
        (("Team Lind",), ("Torvet",), ("Havnen",))
    ]


def test_a_first_number_is_a_gain(town: Plan) -> None:
    found = impact(town, numbers.order_location_number(town, key(town, "Skole"), day=DAY))
    assert [(one.tone, one.names) for one in found.of("number_gained")] == [(Tone.GAIN, ("Skole",))]


def test_several_changes_are_judged_together(town: Plan) -> None:
    trial, made = town.snapshot(), []
    for name in ("Team Lind", "Team Birk"):
        made.append(trial.apply(closing.close(trial, key(trial, name), day=DAY)))
    found = impact_between(town.timeline, trial.timeline, code_lists(), made)
    assert names(found, "closes") == [("Team Lind", "Team Birk")]


def test_looking_changes_nothing(town: Plan) -> None:
    before = town.state()
    impact(town, closing.close(town, key(town, "Nord"), with_below=True, day=DAY))
    assert town.state() is before


def test_many_names_are_counted() -> None:
    crowd = plan("Kommune\n  Stor\n" + "\n".join(f"    Hus {number}" for number in range(9)))
    words = said(crowd, closing.close(crowd, key(crowd, "Stor"), with_below=True, day=DAY))
    assert words == ["10 enheder lukkes: Stor, Hus 0, Hus 1, Hus 2 og 6 flere."]
