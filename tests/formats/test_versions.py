"""Records and the periods in which they hold."""

from datetime import date

from sorstudio.formats.versions import Span, merged
from sorstudio.model.baseline import Version
from sorstudio.model.records import (
    UNKNOWN,
    LocationNumber,
    NumberState,
    RecordKind,
    SpecialityMember,
    Unit,
    UnitKind,
)
from tests.formats.registers import assembled, extract, gln, numbers, raw, sor_id, units

EARLY, MIDDLE, LATE = date(2020, 1, 1), date(2022, 1, 1), date(2030, 1, 1)
RECORD = SpecialityMember("a", "b", "c")


def versions(kind: RecordKind, *rows: object, **values: object) -> list[Version]:
    baseline = assembled(extract(raw(0), *rows, **values))  # type: ignore[arg-type]
    return [version for version in baseline.versions if version.kind is kind and version.record.key != sor_id(0)]


def test_a_version_ends_where_the_next_begins() -> None:
    rows = [raw(1, 0, valid_from=LATE), raw(1, 0, valid_from=EARLY, valid_to=date(2021, 1, 1))]
    assert [(one.start, one.end) for one in versions(RecordKind.UNIT, *rows)] == [(None, LATE), (LATE, None)]


def test_only_the_last_version_closes_the_unit() -> None:
    rows = [raw(1, 0, valid_from=EARLY, valid_to=MIDDLE), raw(1, 0, valid_from=MIDDLE, valid_to=LATE)]
    found = [version.record for version in versions(RecordKind.UNIT, *rows)]
    assert [unit.valid_to for unit in found if isinstance(unit, Unit)] == [None, LATE]


def test_a_number_that_stays_is_one_record() -> None:
    rows = [raw(1, 0, gln=gln(1), valid_from=day, line=place) for place, day in enumerate((EARLY, MIDDLE, LATE))]
    assert [(one.start, one.end) for one in versions(RecordKind.NUMBER, *rows)] == [(None, None)]


def test_a_number_that_changes_hands_over_on_the_day() -> None:
    rows = [raw(1, 0, gln=gln(place), valid_from=day) for place, day in enumerate((EARLY, LATE))]
    assert [(one.start, one.end) for one in versions(RecordKind.NUMBER, *rows)] == [(None, LATE), (LATE, None)]


def test_a_closed_unit_keeps_its_number_for_the_rules_to_find() -> None:
    (found,) = versions(RecordKind.NUMBER, raw(1, 0, gln=gln(1), valid_to=EARLY))
    assert found.end is None


def test_specialities_have_their_code_and_priority() -> None:
    found = versions(RecordKind.SPECIALITY, raw(1, 0, specialities=("hjemmepleje", "ukendt")), carries=["specialities"])
    assert [(one.record.code, one.record.priority) for one in found] == [  # type: ignore[union-attr]
        ("658171000005102", 1),
        ("ukendt", 2),
    ]


def test_what_a_layout_does_not_carry_is_unknown_and_what_it_carries_may_be_empty() -> None:
    found = units(assembled(extract(raw(0), carries=["cvr", "gln"])))[sor_id(0)]
    assert (found.cvr, found.shak, found.number_state) == (None, UNKNOWN, NumberState.NONE)
    assert not found.specialities_known


def test_without_numbers_in_the_layout_the_state_is_unknown() -> None:
    assert units(assembled(extract(raw(0))))[sor_id(0)].number_state is UNKNOWN


def test_fields_of_the_number_are_unknown_where_not_carried() -> None:
    baseline = assembled(extract(raw(0), raw(1, 0, gln=gln(1), number={"system": "Nexus"}), carries=["gln", "note"]))
    number = numbers(baseline)[sor_id(1)]
    assert (number.system, number.note, number.vendor) == ("Nexus", None, UNKNOWN)
    assert isinstance(number, LocationNumber)


def test_an_empty_type_in_a_bundle_is_unknown() -> None:
    assert units(assembled(extract(raw(0), carries=["unit_type"], layout="fhir")))[sor_id(0)].unit_type is UNKNOWN
    assert units(assembled(extract(raw(0), carries=["unit_type"], layout="sor2")))[sor_id(0)].unit_type is None


def test_kinds_that_no_file_names_follow_from_the_depth() -> None:
    rows = [raw(0, kind=None), raw(1, 0, kind=None), raw(2, 1, kind=None), raw(3, 2, kind=None)]
    found = units(assembled(extract(*rows)))
    assert [unit.kind for unit in found.values()] == [UnitKind.IE, UnitKind.SI, UnitKind.OE, UnitKind.OE]


def test_a_successor_outside_the_file_is_left_out() -> None:
    rows = [raw(1, 0, successors=(sor_id(2), sor_id(99))), raw(2, 0)]
    assert [one.record.key for one in versions(RecordKind.SUCCESSION, *rows)] == [f"{sor_id(1)}>{sor_id(2)}"]


def test_equal_records_in_a_row_are_one_and_a_gap_divides_them() -> None:
    spans = [Span(None, EARLY, RECORD), Span(EARLY, MIDDLE, RECORD), Span(LATE, None, RECORD)]
    assert merged(spans) == [Span(None, MIDDLE, RECORD), Span(LATE, None, RECORD)]
