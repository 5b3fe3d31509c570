"""Small parts of the dialogs."""

from datetime import date

from pytestqt.qtbot import QtBot

from sorstudio.ui.form import PathField, button, day_field
from sorstudio.ui.theme import Theme


def test_a_path_that_was_chosen_is_told_from_one_that_was_typed(qtbot: QtBot) -> None:
    field = PathField("Vælg …", lambda now: now + "/valgt")
    qtbot.addWidget(field)
    field.set_text("/a")
    field.browse()
    assert (field.text(), field.was_chosen) == ("/a/valgt", True)
    qtbot.keyClicks(field.field, "x")
    assert not field.was_chosen


def test_a_choice_that_was_called_off_changes_nothing(qtbot: QtBot) -> None:
    field = PathField("Vælg …", lambda now: "")
    qtbot.addWidget(field)
    field.set_text("/a")
    field.browse()
    assert (field.text(), field.was_chosen) == ("/a", False)


def test_a_button_calls_its_act(qtbot: QtBot) -> None:
    called: list[int] = []
    made = button("Gem", lambda: called.append(1), "primary")
    qtbot.addWidget(made)
    made.click()
    assert called == [1]


def test_a_date_is_as_high_as_the_other_fields(theme: Theme, qtbot: QtBot) -> None:
    field = day_field(theme, date(2026, 11, 2))
    qtbot.addWidget(field)
    assert field.minimumHeight() == theme.size("control")
