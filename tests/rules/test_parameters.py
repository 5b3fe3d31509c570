from datetime import date

import pytest

from sorstudio.rules.parameters import BadParameter, Day, Folded, Pairs, Parameter, Share, Table, Whole, Words


@pytest.mark.parametrize(
    ("kind", "value", "read"),
    [
        (Whole(0, 10), 10, 10),
        (Share(), 1, 1.0),
        (Day(), date(2027, 1, 1), "2027-01-01"),
        (Day(), "2027-01-01", "2027-01-01"),
        (Words(), ["a", "b", "a"], ("a", "b")),
        (Pairs(), {"Hj.pl.": "hjemmepleje"}, {"Hj.pl.": "hjemmepleje"}),
        (Table(), {"training": ["GGOP"]}, {"training": ("GGOP",)}),
    ],
)
def test_values_that_fit_are_read(kind: Parameter, value: object, read: object) -> None:
    assert kind.read(value) == read


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Whole(0, 10), 11),
        (Whole(0, 10), -1),
        (Whole(), True),
        (Whole(), "7"),
        (Share(), 1.1),
        (Share(), False),
        (Day(), "1/1 2027"),
        (Day(), 2027),
        (Words(), "a"),
        (Words(), ["a", 1]),
        (Words(), [" "]),
        (Pairs(), ["a"]),
        (Pairs(), {"a": 1}),
        (Table(), {"a": "b"}),
        (Table(), []),
    ],
)
def test_values_that_do_not_fit_are_refused(kind: Parameter, value: object) -> None:
    with pytest.raises(BadParameter):
        kind.read(value)


def test_words_pairs_and_tables_can_be_added_to_and_numbers_cannot() -> None:
    assert Words().join(("a",), ("b", "a")) == ("a", "b")
    assert Pairs().join({"a": "1"}, {"b": "2"}) == {"a": "1", "b": "2"}
    assert Table().join({"a": ("1",)}, {"a": ("2",)}) == {"a": ("2",)}
    for kind in (Whole(), Share(), Day()):
        with pytest.raises(BadParameter):
            kind.join(1, 1)


def test_a_word_is_found_however_it_is_typed_and_blanks_ask_for_the_ends_of_words() -> None:
    words = Folded.of(("træning", " gop "))
    assert words.first_in("Genoptraening Nord") == 0
    assert words.first_in("Team GOP") == 1
    assert words.first_in("Gopler") is None
