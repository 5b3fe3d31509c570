"""One municipality on one day, as senders see it."""

from datetime import date

from sorstudio.model.areas import Ground
from sorstudio.model.edits import closing, units
from sorstudio.model.inherit import number_giver
from sorstudio.routing.directory import above_all, common_above
from tests.model.outline import gln, key, plan
from tests.routing.asking import directory, place, town
from tests.rules.findings import with_types


def test_numbers_are_told_as_the_model_inherits_them() -> None:
    work = town()
    state = work.state()
    found = directory(work)
    assert {unit: one.giver for unit, one in found.places.items()} == {
        unit: number_giver(state, unit) for unit in state.units
    }


def test_the_grounds_of_an_area_and_what_is_offered_alone() -> None:
    work = town()
    assert directory(work).area("forebyggelse").tiers[0][0] is Ground.NAME
    place(work, "Rygestop", "rygestop")
    center, smoke = key(work, "Sundhedscenter"), key(work, "Rygestop")
    assert directory(work).area("forebyggelse").tiers == ((Ground.NAME, (center, smoke)),)
    assert directory(work).offering == {"rygestop": (smoke,)}
    place(work, "Rygestop", "forebyggelse")
    assert directory(work).area("forebyggelse").tiers == ((Ground.OFFER, (smoke,)),)


def test_a_day_decides_what_is_there() -> None:
    work = town()
    work.apply(closing.close(work, key(work, "Genoptræningen"), day=date(2027, 3, 1)))
    assert key(work, "Genoptræningen") in directory(work, date(2027, 2, 28)).places
    assert key(work, "Genoptræningen") not in directory(work, date(2027, 3, 1)).places
    assert [one.name for one in directory(work).ended] == ["Genoptræningen"]


def test_a_number_of_a_closed_unit_is_nobodys() -> None:
    work = plan(f"Kommune\n  Sundhed [{gln(1)}]\n    Ukendt [{gln(2)}] (closed 2026-12-31)\n    Kontor ^")
    found = directory(work)
    assert found.places[key(work, "Kontor")].giver == key(work, "Sundhed")


def test_the_takers_of_a_type_in_tree_order() -> None:
    work = town()
    names = [work.state().units[one].name for one in directory(work).takers["XDIS18"]]
    assert names == ["Sundhed og Omsorg", "Hjemmesygeplejen"]


def test_received_are_only_types_that_come_in() -> None:
    work = with_types(plan(f"Kommune\n  Sundhed\n    Kontor [{gln(1)}]"), "Kontor", ">XDIS16", "<XDIS18")
    assert list(directory(work).received(key(work, "Kontor"))) == ["XDIS18"]


def test_the_telephone_is_the_one_that_holds_here() -> None:
    work = town()
    from sorstudio.model.records import Contact

    work.apply(units.set_contact(work, key(work, "Sundhedscenter"), Contact(phone="12345678")))
    assert directory(work).phone(key(work, "Rygestop")) == "12345678"
    assert directory(work).phone(key(work, "Genoptræningen")) is None


def test_above_all_and_common_above() -> None:
    work = town()
    found = directory(work)
    center, smoke, training = (key(work, name) for name in ("Sundhedscenter", "Rygestop", "Genoptræningen"))
    assert above_all(found, [smoke, center]) == center
    assert above_all(found, [smoke, training]) is None
    assert above_all(found, []) is None
    assert common_above(work.state(), [smoke, training]) == work.state().roots()[0]
    assert common_above(work.state(), [smoke]) == smoke
