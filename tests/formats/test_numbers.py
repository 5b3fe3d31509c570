"""Own, inherited or none."""

from sorstudio.formats.numbers import number_states
from sorstudio.formats.raw import RawUnit
from sorstudio.formats.structure import Placed, by_unit
from sorstudio.model.records import NumberState
from tests.formats.registers import extract, gln, raw

OWN, INHERITED, NONE = NumberState.OWN, NumberState.INHERITED, NumberState.NONE


def states(*rows: RawUnit) -> list[NumberState]:
    given = extract(*rows)
    found = number_states(by_unit(Placed(given, row) for row in rows))
    return [found[row.sor_id, 0][0] for row in rows]


def test_a_number_repeated_down_the_tree_is_inherited() -> None:
    rows = [raw(0), *(raw(place, place - 1, gln=gln(1)) for place in (1, 2, 3))]
    assert states(*rows) == [NONE, OWN, INHERITED, INHERITED]


def test_another_number_is_own() -> None:
    assert states(raw(0), raw(1, 0, gln=gln(1)), raw(2, 1, gln=gln(2))) == [NONE, OWN, OWN]


def test_an_empty_cell_is_none_and_breaks_the_chain() -> None:
    assert states(raw(0), raw(1, 0, gln=gln(1)), raw(2, 1), raw(3, 2, gln=gln(1))) == [NONE, OWN, NONE, OWN]


def test_a_flag_wins_over_the_repetition() -> None:
    rows = (raw(0), raw(1, 0, gln=gln(1)), raw(2, 1, gln=gln(1), number_state=OWN))
    assert states(*rows) == [NONE, OWN, OWN]


def test_inherited_without_a_giver_stays_inherited() -> None:
    assert states(raw(0), raw(1, 0, number_state=INHERITED)) == [NONE, INHERITED]


def test_a_flag_without_number_passes_the_number_on() -> None:
    rows = (raw(0), raw(1, 0, gln=gln(1)), raw(2, 1, number_state=INHERITED), raw(3, 2, gln=gln(1)))
    assert states(*rows) == [NONE, OWN, INHERITED, INHERITED]


def test_the_order_of_rows_does_not_matter() -> None:
    rows = [raw(0), *(raw(place, place - 1, gln=gln(1)) for place in (1, 2, 3))]
    assert states(*reversed(rows)) == [INHERITED, INHERITED, OWN, NONE]


def test_a_very_deep_tree_is_no_trouble() -> None:
    rows = [raw(0), *(raw(place, place - 1, gln=gln(1)) for place in range(1, 5_000))]
    found = states(*reversed(rows))
    assert found.count(INHERITED) == 4_998
