"""The picture as numbered lines."""

from sorstudio.ui.picture.arrays import visible_part
from sorstudio.ui.picture.text_list import as_text, line_of
from sorstudio.ui.picture.words import Words
from tests.ui.picture.sample import picture


def test_only_what_is_unfolded_is_listed_in_reading_order() -> None:
    lines = as_text(visible_part(picture(), frozenset({"Nord"})), Words()).splitlines()
    assert [line.split(" (")[0] for line in lines] == [
        *("1. Kommune", "1.1. Sundhed", "1.1.1. Nord", "1.1.2. Syd", "1.1.2.1. Team Eg", "1.1.3. Akut"),
        *("1.2. Børn", "1.2.1. PPR"),
    ]


def test_a_line_says_what_the_card_says() -> None:
    data = picture("Akut*", types=["Akutfunktion"], numbers=["5790990001167"], changes=[2], findings=[3])
    assert line_of(data, 0, Words()) == "Akut (Akutfunktion, eget nummer 5790990001167, Rettet, Fejl)"


def test_what_is_missing_is_said_too() -> None:
    data = picture("Akut", number_signs=[0], type_expected=[True])
    assert line_of(data, 0, Words()) == "Akut (Enhedstype mangler, Intet nummer)"
