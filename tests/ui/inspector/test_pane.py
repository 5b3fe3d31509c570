"""The inspector as a whole."""

from functools import partial

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.ui.editor import Editor
from sorstudio.ui.inspector.basics import BasicsGroup
from sorstudio.ui.inspector.messages import MessagesGroup
from sorstudio.ui.inspector.pane import GROUPS, InspectorPane
from sorstudio.ui.theme import Mode, Theme
from sorstudio.ui.translate import Language, Tongue, texts_in
from tests.model.outline import key


def test_without_a_unit_it_says_what_to_do(pane: InspectorPane, editor: Editor) -> None:
    editor.select([])
    assert pane.empty.isVisible()
    assert not any(group.isVisible() for group in pane.groups.values())


def test_every_control_has_a_name_for_those_who_do_not_see_it(pane: InspectorPane) -> None:
    controls: list[QWidget] = [*pane.findChildren(QLineEdit), *pane.findChildren(QAbstractButton)]
    inner = {"qt_spinbox_lineedit"}
    nameless = [
        one
        for one in controls
        if one.objectName() not in inner and not (one.accessibleName() or getattr(one, "text", str)())
    ]
    assert nameless == []


def test_several_units_leave_only_what_they_can_share(pane: InspectorPane, editor: Editor) -> None:
    editor.select([key(editor.plan, "Åkanden"), key(editor.plan, "Solgården")])
    assert pane.groups[BasicsGroup].isVisible()
    assert not pane.groups[MessagesGroup].isVisible()


def test_a_plan_that_is_read_only_cannot_be_edited(small: object, editor: Editor, pane: InspectorPane) -> None:
    editor.read_only = True
    pane.refresh()
    assert not any(group.isEnabled() for group in pane.groups.values())


def test_a_unit_that_undo_takes_away_leaves_the_pane(pane: InspectorPane, editor: Editor, qtbot: QtBot) -> None:
    editor.do(partial(units.create, parent=editor.selection[0], name="Team Eg"))
    editor.select([key(editor.plan, "Team Eg")])
    editor.undo()
    qtbot.waitUntil(lambda: pane.empty.isVisible())


@pytest.mark.parametrize("theme", [Theme(Mode.DARK, 0.8), Theme(Mode.CONTRAST, 2.5), Theme(Mode.LIGHT, 1.5)])
def test_every_look_and_size_shows_every_group(theme: Theme, pane: InspectorPane) -> None:
    pane.set_theme(theme)
    assert set(pane.groups) == set(GROUPS)
    assert all(group.isVisible() for group in pane.groups.values())
    assert pane.grab().width() == pane.width()


def test_it_speaks_the_language_of_the_window(
    pane: InspectorPane, editor: Editor, tongue: Tongue, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: pane.groups[BasicsGroup].accessibleName() == "Stamdata")
    tongue.speak(Language.ENGLISH)
    editor.retext(texts_in(Language.ENGLISH))
    qtbot.waitUntil(lambda: pane.groups[BasicsGroup].accessibleName() == "Master data")
    assert pane.head.identity.text().endswith("organisational unit")
