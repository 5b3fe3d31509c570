"""The settings of the plan."""

import pytest
from pytestqt.qtbot import QtBot

from sorstudio.model.edits.settings import setting
from sorstudio.ui.editor import Editor
from sorstudio.ui.settings import SettingsDialog
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Tongue


@pytest.fixture
def dialog(editor: Editor, theme: Theme, tongue: Tongue, qtbot: QtBot) -> SettingsDialog:
    dialog = SettingsDialog(editor, theme)
    qtbot.addWidget(dialog)
    return dialog


def test_what_is_written_holds_and_can_be_undone(dialog: SettingsDialog, editor: Editor) -> None:
    dialog.fields["responsible_name"].setText("Birthe Bæk")
    dialog.save()
    assert setting(editor.plan, "responsible_name") == "Birthe Bæk"
    editor.undo()
    assert setting(editor.plan, "responsible_name") is None


def test_an_address_that_is_none_is_told_and_not_taken(dialog: SettingsDialog, editor: Editor) -> None:
    dialog.fields["mail_medcom"].setText("ikke en adresse")
    dialog.save()
    assert dialog.problem.text() == "ikke en adresse er ikke en e-mailadresse."
    assert editor.plan.head is None


def test_the_municipality_is_found_by_a_part_of_its_name(dialog: SettingsDialog, editor: Editor) -> None:
    dialog.fields["municipality"].setText("ærø")
    dialog.save()
    assert setting(editor.plan, "municipality") == "0492"


def test_nothing_changed_is_no_act(dialog: SettingsDialog, editor: Editor) -> None:
    dialog.save()
    assert editor.plan.head is None


def test_the_route_is_one_of_two(dialog: SettingsDialog, editor: Editor) -> None:
    dialog.route.setCurrentIndex(1)
    dialog.save()
    assert setting(editor.plan, "own_edits_route") == "fk_org"
