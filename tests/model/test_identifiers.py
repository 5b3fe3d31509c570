"""Identifiers: what is sound passes, what is damaged is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model import identifiers as ids
from sorstudio.model.identifiers import IdProblem, Weight

AARHUS = "311000016009"
items = st.integers(min_value=1, max_value=10**8 - 1)
prefixes = st.text("0123456789", min_size=12, max_size=12)


def code(problem: IdProblem | None) -> str | None:
    return problem.code if problem else None


@given(items)
def test_a_made_sor_id_is_sound(item: int) -> None:
    assert ids.sor_id_problem(ids.make_sor_id(item)) is None


@given(items, st.data())
def test_one_wrong_digit_in_a_sor_id_is_always_seen(item: int, data: st.DataObject) -> None:
    sound = ids.make_sor_id(item)
    place = data.draw(st.integers(0, len(sound) - 1))
    digit = data.draw(st.sampled_from("0123456789").filter(lambda d: d != sound[place]))
    problem = ids.sor_id_problem(sound[:place] + digit + sound[place + 1 :])
    assert problem is not None
    assert problem.is_error


@given(prefixes)
def test_a_made_gln_is_sound(prefix: str) -> None:
    assert ids.gln_problem(ids.make_gln(prefix)) is None


@given(prefixes, st.data())
def test_one_wrong_digit_in_a_gln_is_always_seen(prefix: str, data: st.DataObject) -> None:
    sound = ids.make_gln(prefix)
    place = data.draw(st.integers(0, 12))
    digit = data.draw(st.sampled_from("0123456789").filter(lambda d: d != sound[place]))
    assert code(ids.gln_problem(sound[:place] + digit + sound[place + 1 :])) == "gln.check_digit"


@given(st.text())
def test_cleaning_twice_changes_no_more_of_what_any_check_accepts(text: str) -> None:
    cleaned = ids.clean_id(text)
    if ids.sor_id_problem(cleaned) is None:
        assert ids.clean_id(cleaned) == cleaned


@given(st.text())
def test_no_text_upsets_the_checks(text: str) -> None:
    for check in (ids.sor_id_problem, ids.gln_problem, ids.cvr_problem, ids.snomed_problem, ids.shak_problem):
        assert check(text) is None or isinstance(check(text), IdProblem)


@given(items)
def test_the_excel_wrapper_is_taken_off(item: int) -> None:
    sor_id = ids.make_sor_id(item)
    assert ids.clean_id(f'="{sor_id}"') == sor_id


@pytest.mark.parametrize(
    "raw",
    [f" {AARHUS} ", f"\ufeff{AARHUS}", f"{AARHUS}\u00a0", f'"{AARHUS}"', f"'{AARHUS}", f'\ufeff="{AARHUS}"\r\n'],
)
def test_dirt_around_an_id_is_removed(raw: str) -> None:
    assert ids.clean_id(raw) == AARHUS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("311000016009", None),
        ("6501000016006", None),
        ("", "sor_id.empty"),
        ("3,11E+14", "sor_id.scientific"),
        ("3.11E+14", "sor_id.scientific"),
        ("1E+15", "sor_id.scientific"),
        ("311000016009.0", "sor_id.decimal_tail"),
        ("311000016009,00", "sor_id.decimal_tail"),
        ("31100001600X", "sor_id.not_digits"),
        ("٣١١٠٠٠٠١٦٠٠٩", "sor_id.not_digits"),
        ("0311000016009", "sor_id.leading_zero"),
        ("1000016009", "sor_id.length"),
        ("1234567890123456789", "sor_id.length"),
        ("311000016008", "sor_id.check_digit"),
        ("1244791000016000", "sor_id.excel_zeros"),
    ],
)
def test_sor_id(text: str, expected: str | None) -> None:
    assert code(ids.sor_id_problem(text)) == expected


def test_a_wrong_check_digit_says_the_right_one() -> None:
    problem = ids.sor_id_problem("311000016008")
    assert problem is not None
    assert problem.params["expected"] == "9"


def test_a_sound_number_of_another_namespace_is_only_a_warning() -> None:
    problem = ids.sor_id_problem("554221000005108")
    assert (code(problem), problem and problem.weight) == ("sor_id.namespace", Weight.WARNING)


def test_another_partition_is_only_a_warning() -> None:
    body = "311000016" + "10"
    text = next(f"{body}{d}" for d in range(10) if code(ids.sor_id_problem(f"{body}{d}")) != "sor_id.check_digit")
    problem = ids.sor_id_problem(text)
    assert (code(problem), problem and problem.weight) == ("sor_id.partition", Weight.WARNING)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5790000123117", None),
        ("5790002508226", None),
        ("5790000123110", "gln.check_digit"),
        ("579000012311", "gln.length"),
        ("5,79E+12", "gln.scientific"),
        ("5790000123117.0", "gln.decimal_tail"),
        ("5790-000123117", "gln.not_digits"),
    ],
)
def test_gln(text: str, expected: str | None) -> None:
    assert code(ids.gln_problem(text)) == expected


def test_a_gln_that_ends_in_zero_is_sound() -> None:
    ending_in_zero = next(g for n in range(20) if (g := ids.make_gln(f"5790990000{n:02}")).endswith("0"))
    assert ids.gln_problem(ending_in_zero) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("55133018", None), ("64942212", None), ("55133019", "cvr.check_digit"), ("5513", "cvr.length")],
)
def test_cvr(text: str, expected: str | None) -> None:
    assert code(ids.cvr_problem(text)) == expected


def test_a_cvr_that_fails_modulus_11_only_warns() -> None:
    problem = ids.cvr_problem("55133019")
    assert problem is not None
    assert not problem.is_error


@pytest.mark.parametrize(
    ("text", "expected"),
    [("019062", None), ("19062", "provider_number.unusual"), ("0123456789", "provider_number.length")],
)
def test_provider_number(text: str, expected: str | None) -> None:
    assert code(ids.provider_number_problem(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1301", None), ("13012A", None), ("1301011", None), ("13", "shak.length"), ("13-1", "shak.characters")],
)
def test_shak(text: str, expected: str | None) -> None:
    assert code(ids.shak_problem(text)) == expected


@pytest.mark.parametrize(("text", "expected"), [("0163", None), ("163", "municipality_code.length")])
def test_municipality_code(text: str, expected: str | None) -> None:
    assert code(ids.municipality_code_problem(text)) == expected


@pytest.mark.parametrize(("text", "expected"), [("1003259999", None), ("12345", "p_number.length")])
def test_p_number(text: str, expected: str | None) -> None:
    assert code(ids.p_number_problem(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("554221000005108", None), ("42665001", None), ("42665002", "snomed.check_digit"), ("726", "snomed.length")],
)
def test_snomed(text: str, expected: str | None) -> None:
    assert code(ids.snomed_problem(text)) == expected
