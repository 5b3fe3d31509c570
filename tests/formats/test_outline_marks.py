"""The marks that open a line."""

import pytest

from sorstudio.formats.outline_marks import Style, roman_value, split_mark, uses_bare_numbers


@pytest.mark.parametrize(
    ("text", "style", "rest"),
    [
        ("1. Sundhed", Style.NUMBER, "Sundhed"),
        ("1.2.3 Sundhed", Style.NUMBER, "Sundhed"),
        ("4.2. 5 lokalområder", Style.NUMBER, "5 lokalområder"),
        ("2)Sundhed", Style.NUMBER, "Sundhed"),
        ("(2) Sundhed", Style.NUMBER, "Sundhed"),
        ("a. Sundhed", Style.LOWER, "Sundhed"),
        ("B) Sundhed", Style.UPPER, "Sundhed"),
        ("viii. Sundhed", Style.LOWER_ROMAN, "Sundhed"),
        ("XIV. Sundhed", Style.UPPER_ROMAN, "Sundhed"),
        ("• Sundhed", Style.BULLET, "Sundhed"),
        ("-Sundhed", Style.BULLET, "Sundhed"),
        ("## Sundhed", Style.HEADING, "Sundhed"),
    ],
)
def test_a_mark_is_told_from_the_name(text: str, style: Style, rest: str) -> None:
    mark, left = split_mark(text)
    assert mark is not None
    assert (mark.readings[0].style, left) == (style, rest)


@pytest.mark.parametrize(
    "text", ["Sundhed", "f.eks. sundhed", "1. sal", "2 – 6. sal", "15. maj", "1.1.2026 ny struktur", "24 timer", "§ 84"]
)
def test_what_only_looks_like_a_mark_stays(text: str) -> None:
    assert split_mark(text) == (None, text)


def test_a_number_without_full_stop_counts_where_the_outline_writes_so() -> None:
    assert split_mark("1 Sundhed", bare=True)[1] == "Sundhed"


@pytest.mark.parametrize(
    ("texts", "bare"),
    [(["1 A", "1.1 B", "1.2 C"], True), (["1. A", "1.1 B", "1.2 C"], False), (["5 plejehjem", "1 sundhedshus"], False)],
)
def test_bare_numbers_are_believed_only_beside_dotted_ones(texts: list[str], bare: bool) -> None:
    assert uses_bare_numbers(texts) is bare


@pytest.mark.parametrize(
    ("text", "value"), [("i", 1), ("iv", 4), ("xiv", 14), ("XL", 40), ("iiii", None), ("vx", None)]
)
def test_roman_numbers(text: str, value: int | None) -> None:
    assert roman_value(text) == value
