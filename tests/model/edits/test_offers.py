"""Offers are placed on units; SOR holds none of it."""

from __future__ import annotations

from datetime import date

import pytest

from sorstudio.model.change import Change
from sorstudio.model.edits import closing, units
from sorstudio.model.edits.offers import (
    change_offer,
    create_offer,
    delete_offer,
    known_offer,
    offer_name,
    offer_names,
    place_offer,
    remove_offer,
    set_providers,
)
from sorstudio.model.plan import Plan
from sorstudio.model.records import Offer
from sorstudio.model.texts import Texts
from sorstudio.resources import texts
from tests.model.outline import key, plan
from tests.model.refusing import refused

DRAWING = "Kommune\n  Sundhed\n    Pleje\n    Træning"
MARCH = date(2027, 3, 1)


@pytest.fixture
def found() -> Plan:
    return plan(DRAWING)


def own(found: Plan, name: str = "Sang for demente") -> str:
    return found.apply(create_offer(found, name)).edits[0].key


def placed(found: Plan, name: str) -> list[str]:
    return [item.offer for item in found.state().placements(key(found, name))]


def said(change: Change) -> str:
    return Texts(texts("da")).sentence(change.code, change.params)


def test_an_offer_is_placed_on_a_unit(found: Plan) -> None:
    change = found.apply(place_offer(found, ["akutfunktion"], key(found, "Pleje")))
    assert (placed(found, "Pleje"), said(change)) == (["akutfunktion"], "Pleje udfører nu Kommunal akutfunktion.")


def test_several_offers_are_placed_in_one_change(found: Plan) -> None:
    found.apply(place_offer(found, ["akutfunktion", "sygeplejeklinik"], key(found, "Pleje")))
    assert sorted(placed(found, "Pleje")) == ["akutfunktion", "sygeplejeklinik"]
    assert len(found.journal.changes) == 1


def test_an_offer_named_twice_is_placed_once(found: Plan) -> None:
    change = place_offer(found, ["akutfunktion", "akutfunktion"], key(found, "Pleje"))
    assert (len(change.edits), said(change)) == (1, "Pleje udfører nu Kommunal akutfunktion.")


def test_only_what_is_not_there_yet_is_placed(found: Plan) -> None:
    found.apply(place_offer(found, ["akutfunktion"], key(found, "Pleje")))
    change = place_offer(found, ["akutfunktion", "sygeplejeklinik"], key(found, "Pleje"))
    assert said(change) == "Pleje udfører nu Sygeplejeklinik."


def test_what_is_there_already_is_refused(found: Plan) -> None:
    found.apply(place_offer(found, ["akutfunktion"], key(found, "Pleje")))
    with refused("offer.already_placed", "Pleje", "Kommunal akutfunktion"):
        place_offer(found, ["akutfunktion"], key(found, "Pleje"))


def test_an_offer_that_is_in_no_catalogue_is_refused(found: Plan) -> None:
    with refused("offer.unknown", "flyvning"):
        place_offer(found, ["flyvning"], key(found, "Pleje"))


def test_a_closed_unit_provides_nothing_new(found: Plan) -> None:
    found.apply(closing.close(found, key(found, "Pleje"), day=MARCH))
    with refused("unit.is_closed", "Pleje", "1. marts 2027"):
        place_offer(found, ["akutfunktion"], key(found, "Pleje"), day=MARCH)


def test_an_offer_on_a_planned_unit_waits_for_the_unit(found: Plan) -> None:
    found.apply(units.create(found, key(found, "Sundhed"), "Ny", day=MARCH))
    assert place_offer(found, ["akutfunktion"], key(found, "Ny")).day == MARCH


def test_an_offer_is_taken_off(found: Plan) -> None:
    found.apply(place_offer(found, ["akutfunktion"], key(found, "Pleje")))
    change = found.apply(remove_offer(found, "akutfunktion", key(found, "Pleje")))
    assert (placed(found, "Pleje"), said(change)) == ([], "Pleje udfører ikke længere Kommunal akutfunktion.")


def test_an_offer_placed_later_is_taken_off_on_that_day(found: Plan) -> None:
    found.apply(place_offer(found, ["akutfunktion"], key(found, "Pleje"), day=MARCH))
    change = found.apply(remove_offer(found, "akutfunktion", key(found, "Pleje")))
    assert (change.day, placed(found, "Pleje")) == (MARCH, [])


def test_an_offer_that_is_not_placed_cannot_be_taken_off(found: Plan) -> None:
    with refused("offer.not_placed", "Pleje", "Kommunal akutfunktion"):
        remove_offer(found, "akutfunktion", key(found, "Pleje"))


def test_a_municipality_makes_an_offer_of_its_own(found: Plan) -> None:
    change = create_offer(found, " Sang ", heading="socialpsykiatri", legal_basis="servicelov § 79", key="sang")
    found.apply(change)
    assert found.state().offers() == (Offer("sang", "Sang", "socialpsykiatri", None, "servicelov § 79"),)
    assert said(change) == "Tilbuddet Sang er oprettet."


def test_an_own_offer_is_found_by_key_or_name(found: Plan) -> None:
    offer = own(found)
    assert (known_offer(found, offer), known_offer(found, "sang for DEMENTE")) == (offer, offer)


def test_an_own_offer_is_placed_by_its_name(found: Plan) -> None:
    offer = own(found)
    found.apply(place_offer(found, ["Sang for demente"], key(found, "Pleje")))
    assert placed(found, "Pleje") == [offer]


def test_an_own_offer_may_belong_to_an_area(found: Plan) -> None:
    area = found.codes.areas[0].code
    found.apply(create_offer(found, "Sang", area=area))
    assert found.state().offers()[0].area == area


@pytest.mark.parametrize("name", ["", "  "])
def test_an_own_offer_needs_a_name(found: Plan, name: str) -> None:
    with refused("offer.name_empty"):
        create_offer(found, name)


def test_two_own_offers_do_not_share_a_name(found: Plan) -> None:
    own(found)
    with refused("offer.name_taken", "SANG for demente"):
        create_offer(found, " SANG for demente ")


def test_an_own_offer_does_not_take_a_code_of_the_catalogue(found: Plan) -> None:
    with refused("offer.name_taken", "akutfunktion"):
        create_offer(found, "Min akutfunktion", key="akutfunktion")


def test_an_area_that_is_not_there_is_refused(found: Plan) -> None:
    with refused("offer.area_unknown", "rumfart"):
        create_offer(found, "Sang", area="rumfart")


def test_an_own_offer_changes(found: Plan) -> None:
    offer = own(found)
    change = found.apply(change_offer(found, offer, name=" Kor ", legal_basis="§ 79"))
    assert (found.state().offers()[0].name, said(change)) == ("Kor", "Tilbuddet Sang for demente er rettet.")


@pytest.mark.parametrize("name", ["", None])
def test_a_changed_offer_keeps_having_a_name(found: Plan, name: str | None) -> None:
    offer = own(found)
    with refused("offer.name_empty"):
        change_offer(found, offer, name=name)


def test_a_changed_offer_does_not_take_anothers_name(found: Plan) -> None:
    own(found, "Kor")
    offer = own(found)
    with refused("offer.name_taken", "kor"):
        change_offer(found, offer, name="kor")


def test_an_own_offer_may_change_the_case_of_its_name(found: Plan) -> None:
    offer = own(found)
    assert change_offer(found, offer, name="SANG FOR DEMENTE").code == "offer.changed"


def test_a_changed_offer_needs_an_area_that_is_there(found: Plan) -> None:
    offer = own(found)
    with refused("offer.area_unknown", "rumfart"):
        change_offer(found, offer, area="rumfart")


def test_a_field_that_no_offer_has_is_refused(found: Plan) -> None:
    offer = own(found)
    with refused("field.unknown", "farve", "heading"):
        change_offer(found, offer, farve="blå")


@pytest.mark.parametrize("verb", [change_offer, delete_offer])
def test_the_catalogue_is_not_the_municipalitys_to_change(found: Plan, verb: object) -> None:
    with refused("offer.not_own", "akutfunktion"):
        verb(found, "akutfunktion")  # type: ignore[operator]


def test_an_own_offer_is_deleted(found: Plan) -> None:
    offer = own(found)
    change = found.apply(delete_offer(found, offer))
    assert (found.state().offers(), said(change)) == ((), "Tilbuddet Sang for demente er slettet.")


def test_an_offer_that_is_in_use_is_not_deleted(found: Plan) -> None:
    offer = own(found)
    for name in ("Pleje", "Træning"):
        found.apply(place_offer(found, [offer], key(found, name)))
    with refused("offer.in_use", "Sang for demente", "2 enheder"):
        delete_offer(found, offer)


def test_offers_are_called_by_their_names(found: Plan) -> None:
    offer = own(found)
    assert offer_names(found, ["akutfunktion", offer]) == "Kommunal akutfunktion, Sang for demente"
    assert offer_name(found, "akutfunktion", "en") != "Kommunal akutfunktion"


def test_an_offer_that_is_gone_is_called_by_its_key(found: Plan) -> None:
    assert offer_name(found, "x-1") == "x-1"


def test_several_cells_are_one_act_and_what_is_so_is_passed_over() -> None:
    work = plan("Kommune\n  Sundhed\n    Nord\n    Syd")
    units = [key(work, "Nord"), key(work, "Syd")]
    work.apply(place_offer(work, ["rygestop"], units[0]))
    change = work.apply(set_providers(work, [("rygestop", unit) for unit in units], provided=True))
    assert (len(change.edits), change.params) == (1, {"offer": "Rygestop", "unit": "Syd"})
    work.apply(set_providers(work, [("rygestop", unit) for unit in units], provided=False))
    assert [work.state().placements(unit) for unit in units] == [(), ()]
    with refused("edit.nothing_changes"):
        set_providers(work, [("rygestop", unit) for unit in units], provided=False)
