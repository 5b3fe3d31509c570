"""The whole window by real keys: each key of the table does its act, and Tab goes everywhere and never gets lost."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.model.plan import Plan
from sorstudio.ui.actions import all_acts
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue
from tests.model.outline import key
from tests.ui.window_kit import open_window, work

KEYS = [(act.name, keys) for act in all_acts() for keys in act.keys]
MOST_STEPS = 400


@pytest.fixture
def window(tmp_path: Path, look: Look, tongue: Tongue, small: Plan, qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window(tmp_path, look, tongue, small) as window:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        space = work(window)
        space.outline.view.outline.open_all()
        space.editor.do(lambda found: units.rename(found, key(found, "Team Birk"), "Team Eg"))
        space.editor.do(lambda found: units.rename(found, key(found, "Team Eg"), "Team Ask"))
        space.editor.undo()
        space.editor.select([key(small, "Solgården")])
        space.outline.view.setFocus()
        yield window


def test_each_key_means_its_act_and_no_other_in_the_outline(window: MainWindow) -> None:
    called: list[str] = []
    for name, action in window.acts.by_name.items():
        # The acts themselves are tried elsewhere; here none may change where the next key is pressed.
        action.triggered.disconnect()
        action.triggered.connect(partial(_note, called, name))
    for _, keys in KEYS:
        QTest.keySequence(work(window).outline.view, QKeySequence(keys))
    assert called == [name for name, _ in KEYS]


@pytest.mark.parametrize("back", [False, True], ids=["Tab", "Shift+Tab"])
def test_tab_goes_everywhere_and_never_gets_lost(window: MainWindow, back: bool) -> None:
    seen = _walk(window, back)
    assert [_name(one) for one in seen if not _is_in_sight(window, one)] == []
    space = work(window)
    panes = (space.top, space.outline, space.picture, space.inspector, space.strip)
    assert [type(pane).__name__ for pane in panes if not any(_is_in(pane, one) for one in seen)] == []


def test_the_offers_are_on_the_way_when_they_are_shown(window: MainWindow) -> None:
    QTest.keySequence(work(window).outline.view, QKeySequence("Ctrl+B"))
    seen = _walk(window, back=False)
    assert [_name(one) for one in seen if not _is_in_sight(window, one)] == []
    assert any(_is_in(work(window).offers, one) for one in seen)
    assert not any(_is_in(work(window).strip, one) for one in seen)


def test_f6_goes_from_pane_to_pane_by_the_key_itself(window: MainWindow) -> None:
    space = work(window)
    visited = []
    for _ in range(4):
        QTest.keyClick(_focus(), Qt.Key.Key_F6)
        visited.append(next(pane for pane in space.places.stations() if _is_in(pane, _focus())))
    assert visited == [space.picture, space.inspector, space.strip, space.outline]


def test_shift_and_a_click_choose_all_rows_between(window: MainWindow, small: Plan) -> None:
    view = work(window).outline.view
    for name, held in (("Plejehjem", Qt.KeyboardModifier.NoModifier), ("Solgården", Qt.KeyboardModifier.ShiftModifier)):
        where = view.visualRect(view.outline.index(view.outline.row(key(small, name)), 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, where)
    wanted = {key(small, name) for name in ("Plejehjem", "Åkanden", "Solgården")}
    assert set(work(window).editor.selection) == wanted


def test_the_text_grows_and_shrinks_by_key(window: MainWindow) -> None:
    view = work(window).outline.view
    QTest.keySequence(view, QKeySequence("Ctrl++"))
    grown = window.look.theme.scale
    QTest.keySequence(view, QKeySequence("Ctrl+0"))
    assert grown > window.look.theme.scale == 1.0
    QTest.keySequence(view, QKeySequence("Ctrl+-"))
    assert window.look.theme.scale < 1.0


def _walk(window: MainWindow, back: bool) -> list[QWidget]:
    """Every stop until the way begins anew; where Tab is a verb, as in the outline, F6 leads on."""
    turned = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
    seen: list[QWidget] = []
    work(window).top.search.setFocus()
    for _ in range(MOST_STEPS):
        here = _focus()
        if here in seen:
            return seen
        seen.append(here)
        QTest.keyClick(here, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab, turned)
        if _focus() is here:
            QTest.keyClick(here, Qt.Key.Key_F6)
        QCoreApplication.processEvents()
        assert _focus() is not here, _name(here)
    raise AssertionError("Tab goes on for ever")


def _note(called: list[str], name: str, _checked: bool = False) -> None:
    called.append(name)


def _focus() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def _is_in(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def _is_in_sight(window: MainWindow, widget: QWidget) -> bool:
    return widget.isVisibleTo(window) and not widget.size().isEmpty()


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()}"
