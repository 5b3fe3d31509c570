import pytest

from sorstudio.model.identifiers import make_sor_id
from sorstudio.model.records import UNKNOWN, Value
from sorstudio.rules.finding import Severity
from tests.model.outline import gln, key, plan
from tests.rules.findings import carry_out, of_rule, only, units, with_values, words

TREE = "Kommune\n  Sundhed\n    Nord\n    Syd"


def test_a_sor_id_with_a_wrong_check_digit_is_an_error() -> None:
    faulty = with_values(plan(TREE), "Nord", sor_id=make_sor_id(77)[:-1] + "x")
    assert [finding.severity for finding in of_rule(faulty, "SOR-001")] == [Severity.ERROR]


def test_a_sor_id_from_another_namespace_is_only_a_warning() -> None:
    faulty = with_values(plan(TREE), "Nord", sor_id="554221000005108")
    assert only(faulty, "SOR-001").severity is Severity.WARNING


def test_sound_sor_ids_and_none_at_all_are_quiet() -> None:
    assert of_rule(with_values(plan(TREE), "Nord", sor_id=None), "SOR-001") == []


def test_one_sor_id_on_two_units_is_found_on_both() -> None:
    base = plan(TREE)
    faulty = with_values(base, "Nord", sor_id=key(base, "Syd"))
    assert units(faulty, "SOR-002") == ["Nord", "Syd"]
    assert words(faulty, "SOR-002")[0] == f"»Nord« har samme SOR-id ({key(base, 'Syd')}) som: Syd."


def test_two_units_with_different_sor_ids_are_quiet() -> None:
    assert units(plan(TREE), "SOR-002") == []


def test_a_location_number_with_a_wrong_check_digit_is_an_error() -> None:
    wrong = gln(1)[:-1] + str((int(gln(1)[-1]) + 1) % 10)
    assert units(plan(f"Kommune\n  Sundhed\n    Nord [{wrong}]"), "SOR-003") == ["Nord"]


def test_a_location_number_that_ends_in_0_is_sound() -> None:
    ending = next(number for number in map(gln, range(100)) if number.endswith("0"))
    assert units(plan(f"Kommune\n  Sundhed\n    Nord [{ending}]"), "SOR-003") == []


def test_one_number_on_two_strangers_is_an_error_on_both() -> None:
    shared = plan(f"Kommune\n  Sundhed\n    Nord [{gln(1)}]\n    Syd [{gln(1)}]")
    assert [(one.unit_name, one.severity) for one in of_rule(shared, "SOR-004")] == [
        ("Nord", Severity.ERROR),
        ("Syd", Severity.ERROR),
    ]


def test_one_number_on_parent_and_child_is_a_warning_and_the_child_can_inherit() -> None:
    shared = plan(f"Kommune\n  Sundhed\n    Nord [{gln(1)}]\n      Hold [{gln(1)}]")
    found = only(shared, "SOR-004")
    assert (found.unit_name, found.severity) == ("Hold", Severity.WARNING)
    carry_out(shared, found.repairs[0])
    assert of_rule(shared, "SOR-004") == []


def test_different_numbers_and_inheritance_are_quiet() -> None:
    assert units(plan(f"Kommune\n  Sundhed\n    Nord [{gln(1)}]\n      Hold ^\n    Syd [{gln(2)}]"), "SOR-004") == []


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"cvr": "55133018", "p_number": "1003213451", "provider_number": "019062", "shak": "6630"}, 0),
        ({"cvr": "5513301"}, 1),
        ({"p_number": "12345"}, 1),
        ({"shak": "12345"}, 1),
        ({"provider_number": "1234567890"}, 1),
        ({"cvr": None, "p_number": UNKNOWN, "shak": ""}, 0),
    ],
)
def test_numbers_of_other_registers_have_their_form(values: dict[str, Value], found: int) -> None:
    assert len(of_rule(with_values(plan(TREE), "Nord", **values), "SOR-005")) == found
