"""What a row tells of its unit, whatever its layout."""

from datetime import date

from sorstudio.formats.assemble import told_of
from sorstudio.formats.raw import RawCapability, RawExtract, RawUnit
from sorstudio.formats.register_telling import Teller, comparable, own_number
from sorstudio.formats.structure import Placed
from sorstudio.model.records import UNKNOWN, Direction, NumberState, Value
from sorstudio.model.register_facts import FIELDS, INHERITED
from tests.formats.registers import CODES, TODAY, extract, gln, raw, sor_id


def told(unit: RawUnit, *others: RawExtract, layout: str = "test", above: str | None = None) -> dict[str, Value]:
    teller = Teller(CODES, told_of(others, TODAY), {sor_id(1): (sor_id(7),)})
    return dict(zip(FIELDS, teller.facts(Placed(extract(unit, layout=layout), unit), above), strict=True))


def test_types_are_told_by_their_code_whoever_wrote_them() -> None:
    known = CODES.unit_type("plejehjem")
    assert known is not None
    for text in ("plejehjem", known.code):
        assert told(raw(1, 0, fields={"unit_type": text}))["unit_type"] == known.code
    assert told(raw(1, 0, fields={"unit_type": "noget andet"}))["unit_type"] == "noget andet"


def test_an_empty_type_of_medcoms_files_says_nothing() -> None:
    assert told(raw(1, 0))["unit_type"] is None
    assert told(raw(1, 0), layout="eer_csv")["unit_type"] is UNKNOWN


def test_a_number_is_own_inherited_or_none() -> None:
    assert own_number(raw(1, 0, gln=gln(1)), None) == gln(1)
    assert own_number(raw(1, 0, gln=gln(1)), gln(1)) == INHERITED
    assert own_number(raw(1, 0, gln=gln(1), number_state=NumberState.OWN), gln(1)) == gln(1)
    assert own_number(raw(1, 0), gln(1)) is None


def test_message_types_belong_to_the_number_and_are_in_order() -> None:
    types = [RawCapability(2, gln(1), name, "1", Direction.IN) for name in ("REF01", "DIS91", "REF01")]
    table = RawExtract("t", "sor2_messages", capabilities=tuple(types), carries=frozenset({"message_types"}))
    assert told(raw(1, 0, gln=gln(1)), table)["message_types"] == "DIS91 1 (in), REF01 1 (in)"
    assert told(raw(1, 0, gln=gln(2)), table)["message_types"] is None
    assert told(raw(1, 0, gln=gln(2)))["message_types"] is UNKNOWN


def test_the_last_day_and_the_successors_of_both_tables() -> None:
    found = told(raw(1, 0, valid_to=date(2027, 1, 1), successors=(sor_id(5),)))
    assert (found["valid_to"], found["replaced_by"]) == ("2026-12-31", f"{sor_id(5)}, {sor_id(7)}")


def test_what_can_be_compared_follows_the_columns() -> None:
    nothing = told_of((), TODAY)
    assert comparable((), nothing) == {"name", "parent", "kind"}
    assert comparable(("gln", "successors", "valid_from"), nothing) >= {"number", "replaced_by"}
    assert "valid_from" not in comparable(("valid_from",), nothing)
