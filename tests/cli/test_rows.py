"""A unit as a row."""

from dataclasses import replace

from sorstudio.cli.rows import TreeRow, tree_rows
from sorstudio.model.baseline import Baseline, Version
from sorstudio.model.edits.messages import add_message_type, directions_of
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN, RecordKind, Unit
from sorstudio.resources import code_lists
from tests.model.outline import TODAY, baseline, gln, key, plan


def rows(drawn: Plan, language: str = "da") -> dict[str, TreeRow]:
    return {row.name: row for row in tree_rows(drawn, language)}


def with_type(unit_type: object) -> Plan:
    first = baseline("Kommune")
    (version,) = first.versions
    assert isinstance(version.record, Unit)
    changed = Version(RecordKind.UNIT, replace(version.record, unit_type=unit_type))
    return Plan([Baseline("b", first.day, "x", versions=(changed,))], code_lists(), today=TODAY)


def test_message_types_are_shown_where_the_number_holds() -> None:
    drawn = plan(f"Kommune\n  Sundhed [{gln(1)}]\n    Nord ^\n    Syd")
    drawn.apply(add_message_type(drawn, key(drawn, "Sundhed"), "XDIS20", None, directions_of("in"), day=None))
    found = rows(drawn)
    assert [use.type for use in found["Sundhed"].message_types] == ["XDIS20"]
    assert found["Nord"].message_types == found["Sundhed"].message_types
    assert found["Syd"].message_types == ()


def test_a_type_has_its_name_and_code() -> None:
    known = code_lists().unit_types[0]
    assert rows(with_type(known.code))["Kommune"].unit_type == known.name_da
    assert rows(with_type(known.code), "en")["Kommune"].unit_type == known.name_en
    assert rows(with_type(known.code))["Kommune"].unit_type_code == known.code


def test_a_type_in_the_files_own_words_has_no_code() -> None:
    row = rows(with_type("et eller andet"))["Kommune"]
    assert (row.unit_type, row.unit_type_code) == ("et eller andet", None)


def test_unknown_is_named_and_not_empty() -> None:
    row = rows(with_type(UNKNOWN))["Kommune"]
    assert (row.unit_type, "unit_type" in row.unknown) == (None, True)
    assert "unit_type" not in rows(with_type(None))["Kommune"].unknown
