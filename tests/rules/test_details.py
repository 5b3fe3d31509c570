from sorstudio.model.edits import offers
from sorstudio.model.records import UNKNOWN
from sorstudio.rules.check import check
from tests.model.outline import key, plan
from tests.rules.findings import carry_out, of_rule, units, with_values, words

TREE = "Kommune\n  Sundhed\n    Nord"


def test_a_unit_without_a_type_is_found_and_its_offers_propose_one() -> None:
    work = plan(TREE)
    work.apply(offers.place_offer(work, ["hjemmesygepleje"], key(work, "Nord")))
    found = next(one for one in of_rule(work, "SOR-060") if one.unit_name == "Nord")
    carry_out(work, found.repairs[0])
    assert "Nord" not in units(work, "SOR-060")


def test_unknown_types_are_said_once_for_the_whole_plan() -> None:
    work = plan(TREE)
    for name in ("Kommune", "Sundhed", "Nord"):
        work = with_values(work, name, unit_type=UNKNOWN)
    assert words(work, "SOR-060") == ["Kan ikke vurderes: enhedstype er ikke i udtrækket. Det gælder 3 enheder."]
    assert [one.severity.value for one in check(work) if one.code == "SOR-060"] == ["info"]
