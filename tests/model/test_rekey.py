"""A newer register file under the keys of the plan."""

from dataclasses import replace
from datetime import date

from sorstudio.model.baseline import Version
from sorstudio.model.edits import messages, numbers, units
from sorstudio.model.identifiers import make_sor_id
from sorstudio.model.plan import Plan
from sorstudio.model.records import Direction, LocationNumber, MessageCapability, RecordKind, Unit
from sorstudio.model.rekey import known_units, rekeyed, retaining
from tests.model.outline import baseline, gln, key, plan

DRAWING = "Kommune\n  Sundhed\n    Pleje"
ISSUED = make_sor_id(9_500_001)


def planned() -> Plan:
    found = plan(DRAWING)
    found.apply(units.create(found, key(found, "Pleje"), "Nord", day=None))
    found.apply(numbers.order_location_number(found, key(found, "Nord"), system="Nexus", day=None))
    found.apply(messages.add_message_type(found, key(found, "Nord"), "XDIS18", None, [Direction.IN], day=None))
    return found


def shown(found: Plan) -> tuple[Version, ...]:
    """The file with the new unit, its number and its message type, under the ids that SOR gave."""
    state = found.state()
    unit = state.units[key(found, "Nord")]
    number = state.number_of(unit.key)
    assert number is not None
    (capability,) = state.capabilities(number.key)
    own = f"{ISSUED}:{gln(7)}"
    records: list[tuple[RecordKind, Unit | LocationNumber | MessageCapability]] = [
        (RecordKind.UNIT, replace(unit, key=ISSUED, sor_id=ISSUED)),
        (RecordKind.NUMBER, replace(number, key=own, unit=ISSUED, gln=gln(7))),
        (RecordKind.CAPABILITY, replace(capability, key=f"{own}/x", number=own)),
    ]
    return tuple(Version(kind, record) for kind, record in records)


def test_a_planned_unit_its_number_and_its_types_keep_the_keys_of_the_plan() -> None:
    found = planned()
    file = baseline(DRAWING, day=date(2026, 12, 15))
    file = replace(file, versions=(*file.versions, *shown(found)))
    made = rekeyed(file, found, {ISSUED: key(found, "Nord")})
    assert set(made.by_key) == {(kind, one) for kind, table in found.state().records.items() for one in table}
    assert made.id != file.id


def test_a_file_that_has_nothing_of_the_plans_own_stays_as_it_is() -> None:
    file = baseline(DRAWING, day=date(2026, 12, 15))
    assert rekeyed(file, plan(DRAWING), {}) == file


def test_a_sor_id_typed_in_by_hand_names_the_unit() -> None:
    found = planned()
    found.apply(units.set_sor_id(found, key(found, "Nord"), ISSUED))
    assert known_units(found) == {ISSUED: key(found, "Nord")}


def test_what_a_file_cannot_say_is_kept_from_the_older_one() -> None:
    file = baseline(DRAWING)
    more = retaining(baseline("Kommune"), [one for one in file.versions if one.kind is RecordKind.UNIT][1:])
    assert (more.unit_count(), retaining(file, ()) is file) == (3, True)
