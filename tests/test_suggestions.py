"""Suggested unit types measured on a real municipality, and that the measurement cannot see what it hides."""

import random
from dataclasses import replace

import pytest

from benchmarks.suggestions import (
    AARHUS,
    LEAST_CASES,
    LEAST_PRECISION,
    LEAST_RECALL,
    Score,
    blind,
    measure,
    measure_names,
    municipality,
    without_local_words,
)
from sorstudio.model.neighbours import Neighbours
from sorstudio.model.records import RecordKind, Unit
from sorstudio.model.state import State, build_state
from sorstudio.model.suggest import Suggestion, suggest_type
from sorstudio.resources import code_lists

CODES = code_lists()


@pytest.fixture(scope="module")
def real() -> State:
    if not all(path.exists() for path in AARHUS):
        pytest.skip("the register file of Aarhus is not here")
    return municipality(AARHUS, CODES)


@pytest.fixture(scope="module")
def found(real: State) -> Score:
    return measure(real, CODES)


def test_the_types_of_hidden_sibling_groups_are_found_again(found: Score) -> None:
    assert found.precision >= LEAST_PRECISION
    assert found.recall >= LEAST_RECALL


def test_it_does_without_the_words_of_one_municipality(real: State) -> None:
    without = measure(real, without_local_words(CODES))
    assert without.precision >= LEAST_PRECISION
    assert without.recall >= LEAST_RECALL


def test_names_and_messages_alone_are_seldom_wrong(real: State) -> None:
    names = measure_names(real, CODES)
    assert names.precision >= 0.97
    assert names.coverage >= 0.6


def test_each_type_that_is_called_safe_was_measured_often_enough_and_right_nine_times_in_ten(found: Score) -> None:
    for code in CODES.type_clues.measured:
        _, said = found.of_type(code)
        safe = said.safe()
        assert safe.suggested >= LEAST_CASES, code
        assert safe.precision >= LEAST_PRECISION, code


@pytest.mark.parametrize("seed", range(3))
def test_other_types_in_the_hidden_group_change_no_suggestion(real: State, seed: int) -> None:
    """The types of each group are dealt out anew, and wholly invented ones put in, before the group is hidden."""
    draw = random.Random(seed)
    every = [one.code for one in CODES.unit_types]
    for parent, group in _groups(real).items():
        types = [real.units[key].unit_type for key in group]
        draw.shuffle(types)
        dealt = dict(zip(group, types if draw.random() < 0.5 else draw.choices(every, k=len(group)), strict=True))
        _suggest_openly(real, group)
        assert _suggestions(_with_types(real, dealt), group) == _suggestions(real, group), parent


def test_types_outside_the_hidden_group_do_change_suggestions(real: State) -> None:
    """Otherwise the test before this one could not fail."""
    groups = _groups(real)
    changed = 0
    for group in groups.values():
        others = {key: None for other in groups.values() if other is not group for key in other}
        changed += _suggestions(_with_types(real, others), group) != _suggestions(real, group)
    assert changed > 3


def _groups(state: State) -> dict[str, tuple[str, ...]]:
    typed = [one for one in state.units.values() if isinstance(one.unit_type, str) and one.parent]
    return {one.parent: state.children(one.parent) for one in typed if one.parent}


def _suggest_openly(state: State, group: tuple[str, ...]) -> None:
    """What may be kept of the open types would be kept here."""
    near = Neighbours(state)
    for key in group:
        suggest_type(near, CODES, key)


def _suggestions(state: State, group: tuple[str, ...]) -> list[Suggestion | None]:
    near = Neighbours(blind(state, group))
    return [suggest_type(near, CODES, key) for key in group]


def _with_types(state: State, types: dict[str, object]) -> State:
    def retyped(record: object) -> object:
        return (
            replace(record, unit_type=types[record.key]) if isinstance(record, Unit) and record.key in types else record
        )

    return build_state((kind, retyped(one)) for kind in RecordKind for one in state.records[kind].values())  # type: ignore[misc]
