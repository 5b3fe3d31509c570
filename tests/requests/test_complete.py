from dataclasses import replace

from sorstudio.model.records import UNKNOWN, Address, Contact, NumberState, RecordKind, Unit, UnitKind
from sorstudio.model.state import State, build_state
from sorstudio.requests.complete import PLAIN, Origin, complete_unit
from tests.model.outline import gln, key
from tests.requests.plans import municipality

OWNER = Unit("k", UnitKind.IE, "Kommune", postal=Address("Torvet", "1"), contact=Contact(phone="12345678"))
NORD = Unit("n", UnitKind.OE, "Nord", "k", unit_type="554821000005109")


def state(unit: Unit) -> State:
    return build_state([(RecordKind.UNIT, OWNER), (RecordKind.UNIT, unit)])


def test_what_the_unit_lacks_is_inherited_from_a_named_unit() -> None:
    postal = complete_unit(state(NORD), "n").find("postal")
    assert (postal.value, postal.origin, postal.giver) == (OWNER.postal, Origin.INHERITED, "k")


def test_an_own_block_is_own_and_the_visiting_address_follows_it() -> None:
    own = complete_unit(state(replace(NORD, postal=Address("Vej", "2"))), "n")
    assert own.find("postal").origin is Origin.OWN
    assert (own.find("visiting").origin, own.find("visiting").giver) == (Origin.INHERITED, "n")


def test_what_the_file_did_not_carry_is_unknown_and_named() -> None:
    silent = replace(NORD, postal=UNKNOWN, cvr=UNKNOWN, specialities_known=False)
    found = complete_unit(state(silent), "n")
    assert found.missing == ("specialities", "postal", "cvr")
    assert not found.is_complete
    assert found.find("cvr").value is UNKNOWN


def test_a_unit_that_is_wholly_known_is_complete() -> None:
    found = complete_unit(state(NORD), "n")
    assert found.is_complete
    assert found.find("unit_type").value == "554821000005109"
    assert {one.field for one in found.fields} >= {*PLAIN, "name", "parent", "gln", "number_state"}


def test_an_inherited_number_is_shown_with_its_giver() -> None:
    work = municipality()
    found = complete_unit(work.state(), key(work, "Nord")).find("gln")
    assert (found.value, found.origin, found.giver) == (gln(1), Origin.INHERITED, key(work, "Hjemmepleje"))


def test_an_unknown_number_state_is_not_none() -> None:
    found = complete_unit(state(replace(NORD, number_state=UNKNOWN)), "n")
    assert found.find("gln").origin is Origin.UNKNOWN
    assert complete_unit(state(replace(NORD, number_state=NumberState.NONE)), "n").find("gln").origin is Origin.NONE


def test_a_unit_without_an_address_inherits_also_where_the_file_does_not_say_what() -> None:
    silent = replace(NORD, postal=UNKNOWN)
    visiting = complete_unit(state(silent), "n").find("visiting")
    assert (visiting.value, visiting.origin) == (UNKNOWN, Origin.INHERITED)
