"""A state is records and the tree they form; edits make a new state and leave the old one alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.change import altered, created, removed
from sorstudio.model.records import (
    Agreement,
    Direction,
    MessageCapability,
    Note,
    Offer,
    OfferText,
    Placement,
    Play,
    RecordKind,
    Setting,
    SpecialityMember,
    Succession,
    Unit,
    UnitKind,
)
from sorstudio.model.state import EMPTY, State, build_state
from tests.model.outline import gln, key, plan

DRAWING = f"""
Kommune
  Sundhed [{gln(1)}]
    Pleje ^
      Nord
    Træning
  Børn
"""
PLAN = plan(DRAWING)
STATE = PLAN.state()


def at(name: str) -> str:
    return key(PLAN, name)


def with_records(*records: tuple[RecordKind, object]) -> State:
    return STATE.with_edits(created(kind, record) for kind, record in records)  # type: ignore[arg-type]


def test_the_owner_is_the_root() -> None:
    assert STATE.roots() == (at("Kommune"),)


def test_an_empty_state_has_no_roots() -> None:
    assert (EMPTY.roots(), list(EMPTY.walk())) == ((), [])


def test_children_come_in_order() -> None:
    assert STATE.children(at("Sundhed")) == (at("Pleje"), at("Træning"))


def test_the_way_up_is_nearest_first() -> None:
    assert list(STATE.ancestors(at("Nord"))) == [at("Pleje"), at("Sundhed"), at("Kommune")]


def test_the_way_up_stops_at_a_loop() -> None:
    edits = [altered(RecordKind.UNIT, STATE.units[at("Pleje")], parent=at("Nord"))]
    looped = STATE.with_edits(edit for edit in edits if edit)
    assert list(looped.ancestors(at("Nord"))) == [at("Pleje")]


def test_a_path_reads_from_the_owner_down() -> None:
    assert STATE.path(at("Pleje")) == ("Kommune", "Sundhed", "Pleje")


def test_the_owner_is_level_one() -> None:
    assert [STATE.level(at(name)) for name in ("Kommune", "Sundhed", "Nord")] == [1, 2, 4]


def test_a_walk_is_parents_first_with_depth() -> None:
    walked = [(depth, unit.name) for depth, unit in STATE.walk()]
    assert walked == [(1, "Kommune"), (2, "Sundhed"), (3, "Pleje"), (4, "Nord"), (3, "Træning"), (2, "Børn")]


def test_a_walk_can_begin_anywhere() -> None:
    assert [unit.name for _, unit in STATE.walk(at("Pleje"))] == ["Pleje", "Nord"]


def test_what_is_below_does_not_hold_the_unit_itself() -> None:
    assert list(STATE.below(at("Sundhed"))) == [at("Pleje"), at("Nord"), at("Træning")]


def test_the_own_number_of_a_unit() -> None:
    number = STATE.number_of(at("Sundhed"))
    assert number is not None
    assert (number.gln, STATE.number_of(at("Pleje"))) == (gln(1), None)


def test_an_edit_leaves_the_old_state_alone() -> None:
    edit = altered(RecordKind.UNIT, STATE.units[at("Nord")], name="Syd")
    assert edit is not None
    assert STATE.with_edits([edit]).units[at("Nord")].name == "Syd"
    assert STATE.units[at("Nord")].name == "Nord"


def test_a_moved_unit_leaves_one_parent_for_the_other() -> None:
    edit = altered(RecordKind.UNIT, STATE.units[at("Nord")], parent=at("Træning"))
    assert edit is not None
    moved = STATE.with_edits([edit])
    assert (moved.children(at("Pleje")), moved.children(at("Træning"))) == ((), (at("Nord"),))


def test_a_changed_rank_changes_the_order() -> None:
    edit = altered(RecordKind.UNIT, STATE.units[at("Pleje")], rank=99.0)
    assert edit is not None
    assert STATE.with_edits([edit]).children(at("Sundhed")) == (at("Træning"), at("Pleje"))


def test_units_of_equal_rank_stand_by_name() -> None:
    edits = [altered(RecordKind.UNIT, STATE.units[at(name)], rank=50.0) for name in ("Træning", "Pleje")]
    state = STATE.with_edits(edit for edit in edits if edit)
    assert state.children(at("Sundhed")) == (at("Pleje"), at("Træning"))


def test_a_removed_record_is_gone() -> None:
    state = STATE.with_edits([removed(RecordKind.UNIT, STATE.units[at("Nord")])])
    assert state.record(RecordKind.UNIT, at("Nord")) is None
    assert state.children(at("Pleje")) == ()


def test_an_edit_of_a_record_that_is_not_there_does_nothing() -> None:
    edit = altered(RecordKind.UNIT, Unit("9", UnitKind.OE, "Væk"), name="Her")
    assert edit is not None
    assert STATE.with_edits([edit]) == STATE


def test_creating_what_is_there_gives_it_the_new_values() -> None:
    unit = Unit(at("Nord"), UnitKind.OE, "Andet", at("Træning"))
    state = with_records((RecordKind.UNIT, unit))
    assert (state.units[unit.key], state.children(at("Pleje"))) == (unit, ())


def test_specialities_come_by_priority() -> None:
    members = [SpecialityMember(f"u/{code}", at("Nord"), code, place) for code, place in (("a", 2), ("b", 1))]
    state = with_records(*((RecordKind.SPECIALITY, member) for member in members))
    assert [item.code for item in state.specialities(at("Nord"))] == ["b", "a"]


def test_message_types_come_by_type() -> None:
    items = [MessageCapability(f"n/{type_}", "n", type_, "1", Direction.IN) for type_ in ("XREF15", "XDIS18")]
    state = with_records(*((RecordKind.CAPABILITY, item) for item in items))
    assert [item.type for item in state.capabilities("n")] == ["XDIS18", "XREF15"]


def test_the_providers_of_an_offer() -> None:
    state = with_records((RecordKind.PLACEMENT, Placement("o@n", at("Nord"), "o")))
    assert (state.providers("o"), state.providers("x")) == ((at("Nord"),), ())
    assert [item.offer for item in state.placements(at("Nord"))] == ["o"]


def test_notes_and_successions_belong_to_their_unit() -> None:
    note, succession = Note("k", at("Nord"), "husk"), Succession("s", at("Nord"), at("Træning"))
    state = with_records((RecordKind.NOTE, note), (RecordKind.SUCCESSION, succession))
    assert (state.notes(at("Nord")), state.successions(at("Nord"))) == ((note,), (succession,))


def test_own_offers_and_settings_are_found() -> None:
    state = with_records((RecordKind.OFFER, Offer("o", "Mit")), (RecordKind.SETTING, Setting("route", "x")))
    assert ([offer.name for offer in state.offers()], state.setting("route"), state.setting("no")) == (
        ["Mit"],
        "x",
        None,
    )


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(0, 5), st.floats(-5, 5)), max_size=8))
def test_edited_is_the_same_as_built_anew(moves: list[tuple[int, int, float]]) -> None:
    keys = [unit.key for _, unit in STATE.walk()]
    state = STATE
    for unit, parent, rank in moves:
        edit = altered(RecordKind.UNIT, state.units[keys[unit]], parent=keys[parent], rank=rank)
        state = state.with_edits([edit] if edit else [])
    loose = ((kind, record) for kind, table in state.records.items() for record in table.values())
    assert state == build_state(loose)


def test_a_change_of_words_keeps_the_very_same_tree() -> None:
    edits = [altered(RecordKind.UNIT, STATE.units[at("Nord")], name="Nyt navn")]
    assert STATE.with_edits(edit for edit in edits if edit).owned is STATE.owned


def test_plays_texts_of_offers_and_agreements_are_found() -> None:
    play, text, agreed = Play("p", "Plan", area="traening"), OfferText("traening", "Voksne"), Agreement("a", "Svar")
    state = with_records(
        (RecordKind.PLAY, play), (RecordKind.OFFER_TEXT, text), (RecordKind.AGREEMENT, agreed)
    )  # fmt: skip
    assert (state.plays(), state.offer_texts(), state.agreements()) == ((play,), (text,), (agreed,))
    assert (state.offer_text("traening"), state.offer_text("visitation")) == (text, None)
    assert (EMPTY.plays(), EMPTY.offer_texts(), EMPTY.agreements()) == ((), (), ())


def test_what_two_states_do_not_share_is_told_once() -> None:
    nord = STATE.units[at("Nord")]
    edits = (altered(RecordKind.UNIT, nord, name="Ny"), removed(RecordKind.UNIT, STATE.units[at("Børn")]))
    noted = with_records((RecordKind.NOTE, Note("n", at("Nord"), "Husk")))
    other = noted.with_edits(edit for edit in edits if edit)
    wanted = [(RecordKind.UNIT, at("Nord")), (RecordKind.UNIT, at("Børn")), (RecordKind.NOTE, "n")]
    assert sorted(STATE.differing(other)) == sorted(wanted) == sorted(other.differing(STATE))
    assert not list(STATE.differing(STATE))
