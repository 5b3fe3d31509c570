"""Branches by key, in a whole window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from sorstudio.model.plan import Plan
from sorstudio.ui.outline.view import OutlineView
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue
from sorstudio.ui.workspace import Workspace
from tests.model.outline import drawing, key
from tests.ui.window_kit import open_window, work

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def space(tmp_path: Path, look: Look, tongue: Tongue, small: Plan, qtbot: QtBot) -> Iterator[Workspace]:
    with open_window(tmp_path, look, tongue, small) as window:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        space = work(window)
        space.outline.view.outline.open_all()
        space.outline.view.setFocus()
        yield space


@pytest.fixture
def view(space: Workspace) -> OutlineView:
    return space.outline.view


def choose(space: Workspace, *names: str) -> None:
    space.editor.select([key(space.editor.plan, name) for name in names])


def children(space: Workspace, name: str) -> list[str]:
    state = space.editor.plan.state()
    return [state.units[one].name for one in state.children(key(space.editor.plan, name))]


def field_in(view: OutlineView, qtbot: QtBot) -> QLineEdit:
    qtbot.waitUntil(lambda: bool(view.viewport().findChildren(QLineEdit)))
    return view.viewport().findChildren(QLineEdit)[0]


def test_enter_begins_a_sibling_and_its_name_makes_it(space: Workspace, view: OutlineView, qtbot: QtBot) -> None:
    choose(space, "Team Lind")
    qtbot.keyClick(view, Qt.Key.Key_Return)
    field = field_in(view, qtbot)
    qtbot.keyClicks(field, "Team Eg")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: space.editor.plan.head is not None)
    assert children(space, "Hjemmesygepleje") == ["Team Lind", "Team Eg", "Team Birk"]
    assert space.editor.selection == (key(space.editor.plan, "Team Eg"),)
    space.editor.undo()
    assert space.editor.plan.head is None


def test_escape_withdraws_the_sibling_without_an_act(space: Workspace, view: OutlineView, qtbot: QtBot) -> None:
    choose(space, "Team Lind")
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.outline.rowCount() == 11
    field = field_in(view, qtbot)
    qtbot.keyClicks(field, "Team Eg")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: view.outline.rowCount() == 10)
    assert space.editor.plan.head is None
    assert space.editor.selection == (key(space.editor.plan, "Team Lind"),)


def test_enter_twice_without_a_name_leaves_nothing(space: Workspace, view: OutlineView, qtbot: QtBot) -> None:
    choose(space, "Team Lind")
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(field_in(view, qtbot), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.outline.rowCount() == 10)
    assert space.editor.plan.head is None


def test_a_name_that_sor_cannot_hold_is_explained_at_once(space: Workspace, view: OutlineView, qtbot: QtBot) -> None:
    choose(space, "Team Lind")
    qtbot.keyClick(view, Qt.Key.Key_Return)
    field = field_in(view, qtbot)
    qtbot.keyClicks(field, "x" * 61)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "61" in view.reason.words
    assert space.editor.plan.head is None


def test_enter_on_the_owner_begins_a_unit_below_it(space: Workspace, view: OutlineView, qtbot: QtBot) -> None:
    choose(space, "Prøvestrup Kommune")
    qtbot.keyClick(view, Qt.Key.Key_Return)
    field = field_in(view, qtbot)
    qtbot.keyClicks(field, "Kultur")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: space.editor.plan.head is not None)
    assert children(space, "Prøvestrup Kommune")[-1] == "Kultur"


def test_an_act_from_elsewhere_lets_the_draft_go(space: Workspace, view: OutlineView, qtbot: QtBot) -> None:
    choose(space, "Team Lind")
    qtbot.keyClick(view, Qt.Key.Key_Return)
    space.outline.branches.indent()
    choose(space, "Team Birk")
    space.outline.branches.indent()
    assert view.outline.folding.draft is None
    assert view.outline.rowCount() == 10


def test_tab_indents_many_below_the_sibling_above(space: Workspace, view: OutlineView, qtbot: QtBot) -> None:
    choose(space, "Team Birk", "Solgården")
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert children(space, "Team Lind") == ["Team Birk"]
    assert children(space, "Åkanden") == ["Solgården"]
    space.editor.undo()
    assert space.editor.plan.head is None


def test_tab_on_the_first_sibling_says_why_not(space: Workspace, view: OutlineView, qtbot: QtBot) -> None:
    choose(space, "Åkanden")
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert space.status.words.text() == "Der er ingen enhed over Åkanden at rykke den ind under."
    assert space.editor.plan.head is None


def test_shift_tab_outdents_to_right_behind_the_parent(space: Workspace, view: OutlineView, qtbot: QtBot) -> None:
    choose(space, "Åkanden", "Solgården")
    qtbot.keyClick(view, Qt.Key.Key_Backtab, SHIFT)
    assert children(space, "Sundhed") == ["Hjemmesygepleje", "Plejehjem", "Åkanden", "Solgården"]


def test_shift_tab_where_the_kind_cannot_stand_is_refused(space: Workspace, view: OutlineView, qtbot: QtBot) -> None:
    choose(space, "Plejehjem")
    before = drawing(space.editor.plan)
    qtbot.keyClick(view, Qt.Key.Key_Backtab, SHIFT)
    assert drawing(space.editor.plan) == before
    assert space.status.words.text()


def test_alt_with_the_arrows_moves_among_the_siblings(space: Workspace, view: OutlineView, qtbot: QtBot) -> None:
    choose(space, "Hjemmesygepleje")
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    assert children(space, "Sundhed") == ["Plejehjem", "Hjemmesygepleje"]
    qtbot.keyClick(view, Qt.Key.Key_Up, ALT)
    assert children(space, "Sundhed") == ["Hjemmesygepleje", "Plejehjem"]
    qtbot.keyClick(view, Qt.Key.Key_Up, ALT)
    assert "kan ikke komme længere op" in space.status.words.text()


def test_what_is_cut_moves_when_it_is_pasted(space: Workspace, view: OutlineView, qtbot: QtBot) -> None:
    moved = key(space.editor.plan, "Solgården")
    choose(space, "Solgården", "Åkanden")
    qtbot.keyClick(view, Qt.Key.Key_X, CTRL)
    assert space.editor.plan.head is None
    choose(space, "Børn og Unge")
    qtbot.keyClick(view, Qt.Key.Key_V, CTRL)
    assert children(space, "Børn og Unge") == ["Tandplejen", "Åkanden", "Solgården"]
    assert key(space.editor.plan, "Solgården") == moved
    space.editor.undo()
    assert space.editor.plan.head is None


def test_what_is_copied_comes_anew_as_one_act(space: Workspace, view: OutlineView, qtbot: QtBot) -> None:
    choose(space, "Hjemmesygepleje", "Team Lind")
    qtbot.keyClick(view, Qt.Key.Key_C, CTRL)
    choose(space, "Børn og Unge")
    qtbot.keyClick(view, Qt.Key.Key_V, CTRL)
    assert drawing(space.editor.plan).endswith("Tandplejen\n    Hjemmesygepleje\n      Team Lind\n      Team Birk")
    space.editor.undo()
    assert space.editor.plan.head is None


def test_text_from_elsewhere_is_shown_before_it_is_created(space: Workspace, view: OutlineView, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("Kultur\n\tBibliotek\n\tMuseum\nFritid")
    QGuiApplication.clipboard().setMimeData(data)
    choose(space, "Sundhed")
    qtbot.keyClick(view, Qt.Key.Key_V, CTRL)
    bar = space.outline.bar
    assert bar.words.text() == "Opret 4 enheder under Sundhed: Kultur, Fritid …"
    assert space.editor.plan.head is None
    qtbot.keyClick(bar.yes, Qt.Key.Key_Return)
    assert children(space, "Kultur") == ["Bibliotek", "Museum"]
    assert children(space, "Sundhed")[-1] == "Fritid"


def test_an_empty_clipboard_says_so(space: Workspace, view: OutlineView, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    choose(space, "Sundhed")
    qtbot.keyClick(view, Qt.Key.Key_V, CTRL)
    assert space.status.words.text() == "Der er ikke kopieret noget, som kan sættes ind."


def test_one_line_from_elsewhere_becomes_one_unit(space: Workspace, view: OutlineView, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("• Kultur\n")
    choose(space, "Sundhed")
    qtbot.keyClick(view, Qt.Key.Key_V, CTRL)
    assert space.outline.bar.words.text() == "Opret 1 enhed under Sundhed: Kultur"
