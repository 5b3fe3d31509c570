"""The page that is looked at before the request is sent."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.model.edits.playing import keep_play
from sorstudio.requests.ready import Light
from sorstudio.ui.editor import Editor
from sorstudio.ui.requesting.ready import ReadyDialog
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Tongue
from tests.model.outline import key


def dialog(editor: Editor, theme: Theme, qtbot: QtBot) -> ReadyDialog:
    editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åkanden  Nord"))
    made = ReadyDialog(editor, theme)
    qtbot.addWidget(made)
    made.show()
    return made


def button_of(made: ReadyDialog, words: str) -> QPushButton:
    return next(one for one in made.findChildren(QPushButton) if words in (one.accessibleName() or one.text()))


def test_every_thing_has_its_light_in_a_word(editor: Editor, theme: Theme, tongue: Tongue, qtbot: QtBot) -> None:
    made = dialog(editor, theme, qtbot)
    shown = [one.text() for one in made.findChildren(QLabel)]
    assert sum(words in ("Rød", "Gul", "Grøn") for words in shown) == len(made.ready.items)
    assert made.ready.light is Light.RED


def test_a_missing_setting_is_asked_for(editor: Editor, theme: Theme, tongue: Tongue, qtbot: QtBot) -> None:
    made = dialog(editor, theme, qtbot)
    with qtbot.waitSignal(made.setting_wanted) as asked:
        qtbot.mouseClick(button_of(made, "Afsenderen mangler"), Qt.MouseButton.LeftButton)
    assert asked.args == ["responsible_name"]


def test_the_units_of_a_thing_are_chosen(editor: Editor, theme: Theme, tongue: Tongue, qtbot: QtBot) -> None:
    made = dialog(editor, theme, qtbot)
    qtbot.mouseClick(button_of(made, "advars"), Qt.MouseButton.LeftButton)
    assert key(editor.plan, "Åkanden  Nord") in editor.selection


def test_red_forbids_nothing(editor: Editor, theme: Theme, tongue: Tongue, qtbot: QtBot) -> None:
    made = dialog(editor, theme, qtbot)
    with qtbot.waitSignal(made.request_wanted):
        qtbot.keyClick(made.go_on, Qt.Key.Key_Space)


def test_the_plays_are_led_to_whether_there_are_any_or_not(
    editor: Editor, theme: Theme, tongue: Tongue, qtbot: QtBot
) -> None:
    made = dialog(editor, theme, qtbot)
    with qtbot.waitSignal(made.plays_wanted):
        qtbot.mouseClick(button_of(made, "ingen prøver"), Qt.MouseButton.LeftButton)
    editor.do(partial(keep_play, title="Ukendt", area="akutfunktion", expect_reason="no_unit"))
    made = ReadyDialog(editor, theme)
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(made.plays_wanted):
        qtbot.mouseClick(button_of(made, "prøve, der skal bestå"), Qt.MouseButton.LeftButton)
