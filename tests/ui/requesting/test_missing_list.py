"""What is missing is filled in on the spot."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import numbers
from sorstudio.model.edits.settings import setting
from sorstudio.requests.envelope import make_request
from sorstudio.ui.editor import Editor
from sorstudio.ui.requesting.dialog import RequestDialog
from sorstudio.ui.requesting.missing_list import MissingList
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Tongue
from tests.model.outline import key


def opened(editor: Editor, theme: Theme, folder: Path, qtbot: QtBot) -> RequestDialog:
    editor.do(lambda plan: numbers.order_location_number(plan, key(plan, "Solgården")))
    dialog = RequestDialog(editor, theme, folder)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_setting_typed_in_and_entered_is_the_plans_and_its_row_is_gone(
    editor: Editor, theme: Theme, tongue: Tongue, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(editor, theme, tmp_path, qtbot)
    field = dialog.missing.fields["responsible_name"]
    qtbot.keyClicks(field, "Åse Ærø")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert setting(editor.plan, "responsible_name") == "Åse Ærø"
    assert "responsible_name" not in dialog.missing.fields
    assert dialog.isVisible()


def test_what_is_missing_at_a_unit_leads_there(
    editor: Editor, theme: Theme, tongue: Tongue, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(editor, theme, tmp_path, qtbot)
    (system,) = (one for one in dialog.missing.found if one.code == "system")
    dialog.missing.units_wanted.emit(system.units)
    assert editor.selection == (key(editor.plan, "Solgården"),)
    assert not dialog.isVisible()


def test_where_nothing_is_asked_nothing_is_missing(editor: Editor, theme: Theme, tongue: Tongue, qtbot: QtBot) -> None:
    shown = MissingList(editor, theme)
    qtbot.addWidget(shown)
    shown.fill(make_request(editor.plan, editor.texts, editor.plan.today))
    assert shown.found == ()
    assert not shown.isVisible()
