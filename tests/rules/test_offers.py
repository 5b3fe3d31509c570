from datetime import date

from sorstudio.model.codes import OfferKind
from sorstudio.model.edits import closing, numbers, offers
from sorstudio.model.edits import units as verbs
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN
from tests.model.outline import gln, key, plan
from tests.rules.findings import carry_out, of_rule, only, units, with_values, words

TREE = "Kommune\n  Sundhed\n    Nord\n    Syd\n    Plejehjemmet Å\n    Øst\n      Hold"


def _with(*placed: tuple[str, str]) -> Plan:
    work = plan(TREE)
    for offer, unit in placed:
        work.apply(offers.place_offer(work, [offer], key(work, unit)))
    return work


def test_areas_without_a_unit_are_listed_once_the_plan_places_offers() -> None:
    assert of_rule(plan(TREE), "SOR-100") == []
    found = only(_with(("hjemmesygepleje", "Nord")), "SOR-100")
    assert found.unit_name == "Kommune"
    assert found.severity.value == "info"
    more = only(_with(("hjemmesygepleje", "Nord"), ("traening", "Syd")), "SOR-100")
    assert (found.params["count"], more.params["count"]) == (17, 16)


def test_when_each_area_has_a_unit_nothing_is_said_until_one_closes() -> None:
    work = plan(TREE)
    codes = [one.code for one in work.codes.offers if one.kind is OfferKind.AREA]
    work.apply(offers.place_offer(work, [code for code in codes if code != "traening"], key(work, "Nord")))
    work.apply(offers.place_offer(work, ["traening"], key(work, "Hold")))
    assert of_rule(work, "SOR-100") == []
    work.apply(closing.close(work, key(work, "Hold"), day=date(2027, 3, 1)))
    assert words(work, "SOR-100") == ["Ét område er ikke placeret på nogen enhed: Genoptræning og træning."]


def test_an_own_offer_without_a_unit_is_found_and_goes_when_placed_or_deleted() -> None:
    work = plan(TREE)
    work.apply(offers.create_offer(work, "Gåture", key="gaa"))
    found = only(work, "SOR-101")
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-101") == []
    work.undo()
    work.apply(offers.place_offer(work, ["gaa"], key(work, "Nord")))
    assert of_rule(work, "SOR-101") == []


def test_a_unit_without_an_offer_among_neighbours_that_have_one_is_found_and_its_name_proposes() -> None:
    work = _with(("hjemmesygepleje", "Nord"), ("traening", "Syd"))
    assert units(work, "SOR-102") == ["Plejehjemmet Å"]
    carry_out(work, only(work, "SOR-102").repairs[0])
    assert of_rule(work, "SOR-102") == []


def test_where_few_neighbours_offer_anything_or_a_unit_above_does_it_is_quiet() -> None:
    assert of_rule(_with(("hjemmesygepleje", "Nord")), "SOR-102") == []
    above = _with(("hjemmesygepleje", "Nord"), ("traening", "Syd"), ("hjemmepleje", "Sundhed"))
    assert of_rule(above, "SOR-102") == []


NUMBERED = f"""
Kommune
  Sundhed [{gln(1)}]
    Nord ^
    Syd ^
    Hold ^
    Åkanden
    Kløver ^
"""


def _told(work: Plan) -> str:
    return " ".join(words(work, "SOR-103"))


def test_an_area_is_told_of_until_a_unit_has_its_name_its_type_or_its_offer() -> None:
    work = plan(NUMBERED)
    assert only(work, "SOR-103").unit_name == "Kommune"
    others = [one for one in work.codes.offers if one.kind is OfferKind.AREA]
    placed = [one.code for one in others if one.area_code not in {"telemedicin", "ppr", "misbrug"}]
    work.apply(offers.place_offer(work, placed, key(work, "Kløver")))
    assert all(area in _told(work) for area in ("Telemedicin", "PPR", "Misbrugsbehandling"))
    work.apply(verbs.rename(work, key(work, "Hold"), "Telemedicinsk team"))
    assert "Telemedicin" not in _told(work)
    work.apply(verbs.set_unit_type(work, key(work, "Nord"), "556841000005105"))
    assert "PPR" not in _told(work)
    work.apply(offers.place_offer(work, ["alkoholbehandling"], key(work, "Syd")))
    assert of_rule(work, "SOR-103") == []
    work.apply(closing.close(work, key(work, "Syd")))
    assert words(work, "SOR-103") == [
        "Ingen enhed hører til ét område, hverken ved tilbud, navn eller enhedstype: Misbrugsbehandling."
    ]


def test_an_area_whose_units_have_no_number_is_told_of_until_one_has_and_unknown_numbers_may_be_there() -> None:
    work = plan(NUMBERED.replace("Åkanden", "PPR"))
    assert "intet" not in _told(work)
    assert any("lokationsnummer" in one and "PPR" in one for one in words(work, "SOR-103"))
    silent = with_values(work, "PPR", number_state=UNKNOWN)
    assert "PPR" not in _told(silent)
    work.apply(numbers.order_location_number(work, key(work, "PPR")))
    assert "PPR" not in _told(work)


def test_an_area_whose_only_unit_is_not_in_force_yet_is_told_of() -> None:
    work = plan(NUMBERED.replace("Hold ^", "PPR ^ (from 2027-01-01)"))
    assert any("ikke i kraft" in one and "PPR" in one for one in words(work, "SOR-103"))
    assert "PPR" not in _told(plan(NUMBERED.replace("Hold ^", "PPR ^ (from 2027-01-01)"), today=date(2027, 1, 1)))


def test_a_type_of_unit_that_stands_for_many_things_tells_no_area() -> None:
    work = plan(NUMBERED)
    work.apply(verbs.set_unit_type(work, key(work, "Nord"), "administrativ enhed"))
    assert "Visitation" in " ".join(str(one.params["areas"]) for one in of_rule(work, "SOR-103"))
