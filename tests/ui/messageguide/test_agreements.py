"""The local agreements: shown, added, changed, removed."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from sorstudio.model.edits.agreeing import keep_agreement
from sorstudio.ui.editor import Editor
from sorstudio.ui.messageguide.pane import GuidePane

LEFT = Qt.MouseButton.LeftButton


def verb(pane: GuidePane, words: str) -> QPushButton:
    found = pane.local.list.findChildren(QPushButton)
    return next(one for one in found if one.accessibleName() == words and not one.isHidden())


@pytest.fixture
def kept(pane: GuidePane, editor: Editor) -> GuidePane:
    editor.do(partial(keep_agreement, text="Ring først"))
    pane.refresh()
    return pane


def test_one_is_added(pane: GuidePane, editor: Editor, qtbot: QtBot) -> None:
    assert pane.local.empty.isVisible()
    qtbot.mouseClick(pane.local.add_button, LEFT)
    qtbot.keyClicks(pane.local.form.words, "12 timer")
    assert pane.answers == {}
    qtbot.mouseClick(pane.local.form.save_button, LEFT)
    assert [one.text for one in editor.plan.state().agreements()] == ["12 timer"]
    assert pane.local.list.isVisible()
    assert pane.local.add_button.window().focusWidget() is pane.local.add_button


def test_one_is_changed(kept: GuidePane, editor: Editor, qtbot: QtBot) -> None:
    qtbot.mouseClick(verb(kept, "Ret: Ring først"), LEFT)
    form = kept.local.form
    assert form.words.text() == "Ring først"
    qtbot.keyClicks(form.words, " og sidst")
    qtbot.keyClick(form.words, Qt.Key.Key_Return)
    assert [one.text for one in editor.plan.state().agreements()] == ["Ring først og sidst"]


def test_one_is_removed_and_comes_back(kept: GuidePane, editor: Editor, qtbot: QtBot) -> None:
    qtbot.mouseClick(verb(kept, "Fjern: Ring først"), LEFT)
    assert not editor.plan.state().agreements()
    qtbot.waitUntil(kept.local.empty.isVisible)
    editor.undo()
    assert len(editor.plan.state().agreements()) == 1
