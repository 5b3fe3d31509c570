"""Long lists that are searched."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from sorstudio.ui.inspector.choices import Choice, ChoiceModel, PickField
from sorstudio.ui.theme import Theme

CHOICES = (
    Choice("1", "Hjemmeplejeenhed", "Home care unit"),
    Choice("2", "Plejehjem", "Nursing home", "plejecenter"),
    Choice("3", "Ældrebolig", "Senior housing"),
)


@pytest.fixture
def field(theme: Theme, qtbot: QtBot) -> Iterator[PickField]:
    field = PickField(theme, "Enhedstype", "Søg")
    qtbot.addWidget(field)
    field.offer(CHOICES, "mangler", quiet=True)
    field.show()
    yield field
    field.close()


def titles(model: ChoiceModel) -> list[str]:
    return [one.title for one in model.shown]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["Hjemmeplejeenhed", "Plejehjem", "Ældrebolig"]),
        ("pleje", ["Plejehjem", "Hjemmeplejeenhed"]),
        ("nursing", ["Plejehjem"]),
        ("center", ["Plejehjem"]),
        ("aeldre", ["Ældrebolig"]),
        ("home care", ["Hjemmeplejeenhed"]),
        ("2", ["Plejehjem"]),
        ("skole", []),
    ],
)
def test_a_choice_is_found_by_any_of_its_words(typed: str, found: list[str], qtbot: QtBot) -> None:
    model = ChoiceModel(CHOICES)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.search(typed)
    assert titles(model) == found
    tester.deleteLater()


def test_type_and_enter_choose_the_first_that_fits(field: PickField, qtbot: QtBot) -> None:
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    assert field.popup is not None
    qtbot.keyClicks(field.popup.field, "plejeh")
    with qtbot.waitSignal(field.picked) as told:
        qtbot.keyClick(field.popup.field, Qt.Key.Key_Return)
    assert told.args == ["2"]


def test_the_arrows_move_in_the_list_while_the_field_has_the_focus(field: PickField, qtbot: QtBot) -> None:
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.popup is not None
    qtbot.keyClick(field.popup.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.picked) as told:
        qtbot.keyClick(field.popup.field, Qt.Key.Key_Return)
    assert told.args == ["2"]


def test_escape_chooses_nothing(field: PickField, qtbot: QtBot) -> None:
    told: list[str] = []
    field.picked.connect(told.append)
    field.open()
    assert field.popup is not None
    qtbot.keyClick(field.popup.field, Qt.Key.Key_Escape)
    assert told == []


def test_the_field_tells_its_value_to_those_who_do_not_see_it(field: PickField) -> None:
    assert field.accessibleName() == "Enhedstype: mangler"
