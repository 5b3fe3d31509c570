from sorstudio.model.records import Address
from sorstudio.rules.finding import Severity
from tests.model.outline import gln, key, plan
from tests.rules.findings import carry_out, of_rule, only, units, with_values, words

TREE = "Kommune\n  Sundhed\n    Nord\n    Syd\n  Skole\n    Klasse"


def test_61_characters_are_too_many_and_60_are_not() -> None:
    assert units(with_values(plan(TREE), "Nord", name="x" * 61), "SOR-030") == ["x" * 61]
    assert units(with_values(plan(TREE), "Nord", name="x" * 60), "SOR-030") == []


def test_a_name_of_blanks_is_missing() -> None:
    assert words(with_values(plan(TREE), "Nord", name="  "), "SOR-030") == ["En enhed mangler navn."]


def test_double_and_outer_blanks_are_found_and_repaired() -> None:
    work = with_values(plan(TREE), "Nord", name=" Sygehusadviser,  København")
    found = only(work, "SOR-031")
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-031") == []
    assert key(work, "Sygehusadviser, København")


def test_single_blanks_are_quiet() -> None:
    assert units(with_values(plan(TREE), "Nord", name="LÆ- blanketter, Aarhus"), "SOR-031") == []


def test_the_same_name_twice_warns_on_both_however_it_is_typed() -> None:
    work = with_values(plan(TREE), "Klasse", name="NORD")
    assert units(work, "SOR-032") == ["Nord", "NORD"]
    assert words(work, "SOR-032")[0] == "En anden enhed hedder også »Nord«. Den står under: Skole."


def test_names_that_differ_are_quiet() -> None:
    assert units(plan(TREE), "SOR-032") == []


def test_the_same_name_twice_is_a_remark_where_a_sender_can_address_one_at_most() -> None:
    work = with_values(plan(TREE), "Klasse", name="Nord")
    assert {found.severity for found in of_rule(work, "SOR-032")} == {Severity.INFO}
    both = plan(f"Kommune\n  A [{gln(1)}]\n    Nord ^\n  B [{gln(2)}]\n    Nord ^")
    assert {found.severity for found in of_rule(both, "SOR-032")} == {Severity.WARNING}


def test_the_place_of_its_own_address_tells_a_name_apart() -> None:
    address = Address(street="Bygaden", building="1", postcode="9999", city="Elbæk")
    work = with_values(plan(TREE), "Klasse", name="Nord", visiting=address)
    for found in of_rule(work, "SOR-032"):
        for repair in found.repairs:
            carry_out(work, repair)
    assert key(work, "Nord, Elbæk")
    assert of_rule(work, "SOR-032") == []


def test_names_that_differ_by_a_letter_are_told_of_and_numbers_tell_apart() -> None:
    tree = "Kommune\n  Riskovbrynet\n  Risskovbrynet\n  Afdeling Egely 1\n  Afdeling Egely 2"
    assert units(plan(tree), "SOR-132") == ["Riskovbrynet", "Risskovbrynet"]


def test_a_stop_or_a_capital_more_is_another_rules() -> None:
    assert units(plan("Kommune\n  Egely\n  Egely.\n  EGELY"), "SOR-132") == []
