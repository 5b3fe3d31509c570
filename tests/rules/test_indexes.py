"""Indexes carried from state to state are those of a state read whole."""

from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.edits import units
from sorstudio.model.errors import Refused
from sorstudio.model.naming import fold
from sorstudio.model.neighbours import MOST_ALIKE
from sorstudio.model.state import State
from sorstudio.rules.indexes import NO_INDEXES, Index
from tests.model.outline import gln, key, plan
from tests.model.strategies import VERBS, change, fresh
from tests.rules.findings import with_values


def read_whole(state: State) -> tuple[Index, ...]:
    every = state.units.values()
    return (
        grouped([(fold(unit.name), unit.key) for unit in every if unit.valid_to is None]),
        grouped([(unit.sor_id, unit.key) for unit in every]),
        grouped([(number.gln, number.key) for number in state.numbers.values()]),
        grouped([(unit.valid_to.isoformat(), unit.key) for unit in every if unit.valid_to is not None]),
    )


def grouped(pairs: list[tuple[str | None, str]]) -> Index:
    return {value: tuple(sorted(key for one, key in pairs if one == value)) for value, _ in pairs if value}


@given(st.data(), st.lists(st.sampled_from((*VERBS, "undo")), max_size=12))
def test_through_any_story_they_are_those_of_the_state_read_whole(data: st.DataObject, story: list[str]) -> None:
    work = fresh()
    carried = NO_INDEXES.at(work.state())
    for verb in story:
        try:
            work.undo() if verb == "undo" else work.apply(change(data.draw, work, verb))
        except Refused:
            continue
        told = carried.at(work.state(), list(carried.state.differing(work.state())))
        carried = carried.at(work.state())
        assert told == carried
        assert (carried.by_name, carried.by_sor_id, carried.by_gln, carried.by_end) == read_whole(work.state())
        assert carried.by_first_word == NO_INDEXES.at(work.state()).by_first_word
        assert carried.by_likeness == NO_INDEXES.at(work.state()).by_likeness


def test_units_are_found_by_name_id_and_number() -> None:
    work = plan(f"Kommune\n  Sundhed\n    Nord [{gln(1)}]")
    indexes = NO_INDEXES.at(work.state())
    nord = key(work, "Nord")
    assert indexes.by_name["nord"] == indexes.by_sor_id[nord] == indexes.owners(gln(1)) == (nord,)


def test_units_of_one_name_share_it() -> None:
    work = with_values(plan("Kommune\n  Sundhed\n    Nord\n    Syd"), "Syd", name="nord")
    indexes = NO_INDEXES.at(work.state())
    assert len(set(indexes.fellows(work.state().units[key(work, "Nord")]))) == 2


def test_a_number_that_is_not_issued_yet_has_no_owners() -> None:
    assert NO_INDEXES.at(plan("Kommune").state()).owners(None) == ()


def test_the_same_state_needs_no_other_indexes() -> None:
    indexes = NO_INDEXES.at(plan("Kommune").state())
    assert indexes.at(indexes.state) is indexes


def test_names_of_several_words_are_found_by_the_first() -> None:
    work = plan("Kommune\n  Sundhed\n    CSA\n    CSA Syn\n    CSA IT\n    CSAB Øst")
    found = NO_INDEXES.at(work.state()).by_first_word
    assert found["CSA"] == tuple(sorted((key(work, "CSA Syn"), key(work, "CSA IT"))))
    assert found.keys() == {"CSA", "CSAB"}


def test_only_units_without_a_type_are_told_one_by_names_beginning_alike() -> None:
    work = plan("Kommune\n  Sundhed\n    CSA Syn\n    CSA IT\n    CSA Øst")
    work.apply(units.set_unit_type(work, key(work, "CSA IT"), "plejehjem"))
    found = NO_INDEXES.at(work.state()).untyped_alike(work.state().units[key(work, "CSA IT")])
    assert set(found) == {key(work, "CSA Syn"), key(work, "CSA Øst")}


def test_a_first_word_of_very_many_reaches_nobody() -> None:
    names = "\n".join(f"    Enhed {number}" for number in range(MOST_ALIKE + 1))
    work = plan(f"Kommune\n  Sundhed\n{names}")
    assert NO_INDEXES.at(work.state()).untyped_alike(work.state().units[key(work, "Enhed 1")]) == ()
