"""States made straight from plain rows. That they are what a careful reading gives is the law of the owners."""

from datetime import date

import pytest

from sorstudio.formats.assemble import told_of
from sorstudio.formats.cut_rows import CutRows
from sorstudio.formats.quick_state import NotPlainError, QuickReader
from sorstudio.formats.raw import RawCapability, RawExtract
from sorstudio.formats.table import read_table
from sorstudio.model.records import UNKNOWN, Contact, Direction, NumberState, UnitKind
from sorstudio.model.state import State
from tests.formats.registers import CODES, TODAY, gln, sor_id

HEADER = (  # noqa: SIM905
    "SorId;SorType;EntityName;EntityTypeName;ParentSorId;FromDate;ToDate;EanLocationCode;EanLocationCodeInheritedIndicator;"
    "VirtualAddressTelephoneNumber"
).split(";")
OWNER, CENTRE, HOME = sor_id(0), sor_id(1), sor_id(2)
ROWS = (
    [OWNER, "IE", "Herlev Kommune", "kommune", "", "2007-01-01", "", "", "", ""],
    [CENTRE, "SI", "Sundhed", "", OWNER, "2007-01-01", "", gln(1), "false", "12345678"],
    [HOME, "OE", "Plejehjemmet", "plejehjem", CENTRE, "2007-01-01", "2026-12-31", gln(1), "true", ""],
)


def state(*rows: list[str], day: date = TODAY) -> State:
    text = "\n".join(";".join(row) for row in (HEADER, *rows))
    cut = CutRows(read_table(text.encode(), "fil.csv"))
    types = RawExtract("t", "sor2_messages", capabilities=(RawCapability(1, gln(1), "XDIS18", "1.0", Direction.IN),))
    reader = QuickReader(cut, told_of([types], TODAY), CODES, TODAY)
    return reader.state(cut.plain(range(len(rows))) or [], cut.links(), day)


def changed(place: int, column: str, value: str) -> list[list[str]]:
    rows = [list(row) for row in ROWS]
    rows[place][HEADER.index(column)] = value
    return rows


def test_units_with_their_numbers_and_message_types() -> None:
    found = state(*ROWS)
    centre, home = found.units[CENTRE], found.units[HOME]
    number = found.number_of(CENTRE)
    assert (centre.kind, centre.unit_type, centre.contact) == (UnitKind.SI, None, Contact("12345678"))
    assert (home.number_state, home.valid_to) == (NumberState.INHERITED, date(2027, 1, 1))
    assert found.units[OWNER].number_state is NumberState.NONE
    assert number is not None
    assert (number.gln, [one.type for one in found.capabilities(number.key)]) == (gln(1), ["XDIS18"])


def test_what_no_route_asks_for_is_unknown() -> None:
    found = state(*ROWS).units[CENTRE]
    assert (found.postal, found.cvr, found.reporting_level) == (UNKNOWN, UNKNOWN, UNKNOWN)


def test_a_number_of_a_unit_that_is_still_to_come_is_not_there_yet() -> None:
    rows = changed(1, "FromDate", "2027-01-01")
    assert state(*rows).number_of(CENTRE) is None
    assert state(*rows, day=date(2027, 1, 1)).number_of(CENTRE) is not None


@pytest.mark.parametrize(
    ("place", "column", "value"),
    [
        (1, "EntityName", " "),
        (1, "SorType", ""),
        (1, "SorType", "OE"),
        (2, "SorType", "SI"),
        (1, "FromDate", "i går"),
        (2, "ToDate", "2006-12-31"),
        (2, "EanLocationCodeInheritedIndicator", ""),
        (2, "EanLocationCodeInheritedIndicator", "måske"),
        (1, "EanLocationCode", "5,79E+12"),
        (2, "SorId", CENTRE),
        (2, "SorId", "A1"),
    ],
)
def test_what_needs_a_closer_look_is_left_to_the_careful_readers(place: int, column: str, value: str) -> None:
    with pytest.raises(NotPlainError):
        state(*changed(place, column, value))
