"""One thing out of a long list."""

import pytest
from pytestqt.qtbot import QtBot

from sorstudio.ui.asking.picker import Picker


@pytest.fixture
def picker(qtbot: QtBot) -> Picker:
    made = Picker([("Ærø Kommune", "0492"), ("Ebeltoft Kommune", "0701"), ("Århus Kommune", "0751")])
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("typed", "value"), [("Ærø Kommune", "0492"), ("aeroe", "0492"), ("kommune", None), ("", None)]
)
def test_its_value_is_the_one_that_is_meant(picker: Picker, typed: str, value: str | None) -> None:
    picker.setText(typed)
    assert picker.value() == value


def test_a_value_is_shown_in_words(picker: Picker) -> None:
    picker.set_value("0751")
    assert picker.text() == "Århus Kommune"
    picker.set_value("9999")
    assert picker.text() == ""


def test_a_part_of_a_name_is_not_typed_out(qtbot: QtBot) -> None:
    field = Picker([("Tandklinikken", "1")])
    qtbot.addWidget(field)
    field.setText("Klinik")
    assert (field.typed_out(), field.value()) == (None, "1")
    field.setText("Tandklinikken")
    assert field.typed_out() == "1"
