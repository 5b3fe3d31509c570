"""The head of the changes."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.requests.line import Addressee
from sorstudio.ui.changes.pane import ChangesPane
from sorstudio.ui.editor import Editor
from sorstudio.ui.translate import Tongue
from tests.model.outline import key


def fill(pane: ChangesPane, editor: Editor, qtbot: QtBot) -> None:
    for old, new in (("Åkanden", "Åen"), ("Tandplejen", "Tænder")):
        editor.do(partial(units.rename, unit=key(editor.plan, old), name=new))
    qtbot.waitUntil(lambda: pane.count == 2)


def shown(pane: ChangesPane) -> list[str]:
    return [row.sentence for card in pane.cards.values() for row in card.list.lines.rows]


def choose(pane: ChangesPane, chip: QPushButton, words: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    menu = next(one for one in pane.head.findChildren(QMenu) if one.isVisible())
    action = next(one for one in menu.actions() if one.text() == words)
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def test_words_filter_while_they_are_typed_and_escape_shows_all(
    changes: ChangesPane, editor: Editor, qtbot: QtBot
) -> None:
    fill(changes, editor, qtbot)
    qtbot.keyClicks(changes.head.words, "aaen")
    assert len(shown(changes)) == 1
    assert "Åen" in shown(changes)[0]
    qtbot.keyClick(changes.head.words, Qt.Key.Key_Escape)
    assert len(shown(changes)) == 2


def test_nothing_that_fits_is_said(changes: ChangesPane, editor: Editor, qtbot: QtBot) -> None:
    fill(changes, editor, qtbot)
    qtbot.keyClicks(changes.head.words, "xyz")
    assert changes.empty.text() == "Ingen ændringer passer til filteret."
    assert changes.head.isVisible()


def test_one_envelope_alone(changes: ChangesPane, editor: Editor, tongue: Tongue, qtbot: QtBot) -> None:
    fill(changes, editor, qtbot)
    choose(changes, changes.head.envelope, changes.cards[Addressee.MUNICIPALITY].title, qtbot)
    assert [key for key, card in changes.cards.items() if card.isVisibleTo(changes)] == [Addressee.MUNICIPALITY]
    choose(changes, changes.head.envelope, "Alle kuverter", qtbot)
    assert all(card.isVisibleTo(changes) for card in changes.cards.values())


def test_the_branch_of_the_chosen_unit(changes: ChangesPane, editor: Editor, tongue: Tongue, qtbot: QtBot) -> None:
    fill(changes, editor, qtbot)
    editor.select([key(editor.plan, "Børn og Unge")])
    choose(changes, changes.head.branch, "Under Børn og Unge", qtbot)
    assert len(shown(changes)) == 1
    assert changes.head.branch.text() == "Under Børn og Unge"
    choose(changes, changes.head.branch, "Hele træet", qtbot)
    assert len(shown(changes)) == 2


def test_what_is_shown_is_copied_as_text(changes: ChangesPane, editor: Editor, qtbot: QtBot) -> None:
    fill(changes, editor, qtbot)
    qtbot.keyClicks(changes.head.words, "Tænder")
    qtbot.mouseClick(changes.head.copy, Qt.MouseButton.LeftButton)
    written = QGuiApplication.clipboard().text()
    assert written.startswith("Ændringer i Prøvestrup Kommune\n")
    assert "Tænder" in written
    assert "Åen" not in written
