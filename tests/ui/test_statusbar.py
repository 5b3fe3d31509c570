"""The quiet line."""

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.ui.editor import Editor
from sorstudio.ui.statusbar import StatusBar
from sorstudio.ui.theme import Mode, Theme
from sorstudio.ui.translate import Tongue
from tests.model.outline import key


@pytest.fixture
def bar(editor: Editor, theme: Theme, tongue: Tongue, qtbot: QtBot) -> StatusBar:
    bar = StatusBar(editor, theme)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_an_act_is_told_with_a_way_back(bar: StatusBar, editor: Editor, qtbot: QtBot) -> None:
    editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åen"))
    assert bar.words.text() == "Åkanden hedder nu Åen."
    with qtbot.waitSignal(bar.undo_wanted):
        bar.undo.click()


def test_a_refusal_is_told_without_one(bar: StatusBar, editor: Editor) -> None:
    editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name=" "))
    assert bar.words.text()
    assert not bar.undo.isVisible()


def test_what_is_saved_and_how_large_the_text_is(bar: StatusBar) -> None:
    assert bar.state.text().startswith("Gemt ")
    bar.set_theme(Theme(Mode.LIGHT, 1.5))
    assert bar.state.text().endswith("Tekst 150 %")


def test_who_has_the_file_is_named(editor: Editor, theme: Theme, tongue: Tongue, qtbot: QtBot) -> None:
    editor.read_only = True
    bar = StatusBar(editor, theme, held_by="anna@pc-4")
    qtbot.addWidget(bar)
    assert bar.state.text().startswith("Kun læsning · anna@pc-4")


def test_the_way_back_stands_beside_the_sentence_not_on_it(bar: StatusBar, editor: Editor, qtbot: QtBot) -> None:
    bar.resize(1200, 27)
    bar.show()
    editor.do(lambda plan: units.rename(plan, key(plan, "Åkanden"), "Plejehjemmet Åkanden ved Søen"))
    qtbot.waitUntil(lambda: bar.undo.isVisible() and bar.undo.x() > bar.words.x())
    qtbot.wait(20)
    assert bar.undo.geometry().left() > bar.words.geometry().right()


def test_a_sentence_about_many_units_still_ends_with_what_was_done(bar: StatusBar, editor: Editor) -> None:
    sentence = "Plejehjemmet Åkanden ved Søen, " * 20 + "er nu plejehjem."
    editor.said.emit(sentence, False)
    assert bar.words.text().endswith("er nu plejehjem.")
    assert bar.words.text().startswith("Plejehjemmet Åkanden")
    assert len(bar.words.text()) < len(sentence)
    assert bar.words.toolTip() == bar.words.accessibleName() == sentence
    bar.set_theme(Theme(Mode.LIGHT, 0.8))
    assert bar.words.toolTip() == sentence
