"""Everything by keyboard and by ear: names, roles, a sensible order, and a focus that is seen in every look."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QScrollArea, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.picture.canvas import Canvas
from sorstudio.ui.theme import Look, Mode, Theme
from sorstudio.ui.translate import Tongue
from tests.ui.example_kit import example_plan
from tests.ui.window_kit import open_window, work

NO_ROLE = (QAccessible.Role.Client, QAccessible.Role.NoRole)
DRAWN_THEMSELVES = (Canvas, QScrollArea, QTabWidget)
"""Their role is that of a surface; what they show is told by name, description and the panes beside them."""
QUESTIONS = ("new_unit", "close_units", "move_units", "set_type", "order_number", "add_note")
DIALOGS = ("plan_settings", "export_request")


@pytest.fixture
def window(tmp_path: Path, look: Look, tongue: Tongue, qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window(tmp_path, look, tongue, example_plan()) as window:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        editor = work(window).editor
        editor.select([next(key for key, unit in editor.plan.state().units.items() if unit.parent)])
        settle()
        yield window


def settle() -> None:
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def stations(root: QWidget) -> list[QWidget]:
    """What Tab stops at, except what Qt makes for its own use."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisibleTo(root)
        and widget.isEnabled()
        and widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        and not widget.objectName().startswith("qt_")
    ]


def faults(root: QWidget) -> list[str]:
    """Stations without a name, or without a role."""
    found = []
    for widget in stations(root):
        told = QAccessible.queryAccessibleInterface(widget)
        if not told.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} has no name")
        if told.role() in NO_ROLE and not isinstance(widget, DRAWN_THEMSELVES):
            found.append(f"{type(widget).__name__} has no role")
    return found


def test_every_control_of_the_window_has_name_and_role(window: MainWindow) -> None:
    space = work(window)
    for at in range(len(space.panes)):
        space.strip.show_pane(at)
        settle()
        assert faults(window) == []
    space.toggle_offers()
    settle()
    assert faults(window) == []


def test_so_has_the_start_page(tmp_path: Path, look: Look, tongue: Tongue) -> None:
    with open_window(tmp_path, look, tongue) as window:
        assert stations(window)
        assert faults(window) == []


@pytest.mark.parametrize("name", QUESTIONS)
def test_questions_name_their_field(window: MainWindow, name: str) -> None:
    getattr(work(window).questions, name)()
    settle()
    assert faults(window) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_dialogs_name_their_controls(window: MainWindow, name: str) -> None:
    window.acts.by_name[name].trigger()
    settle()
    opened = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    found = [fault for one in opened for fault in faults(one)]
    for one in opened:
        one.reject()
    assert opened
    assert found == []


def test_every_act_without_a_menu_has_words(window: MainWindow) -> None:
    assert [name for name, act in window.acts.by_name.items() if not act.text()] == []


def test_tab_goes_from_the_top_by_outline_and_picture_to_the_inspector(window: MainWindow) -> None:
    space = work(window)
    chain: list[QWidget] = []
    here = window.nextInFocusChain()
    while here is not window:
        chain.append(here)
        here = here.nextInFocusChain()
    order = [space.top.search, space.outline.filter, space.outline.view, space.canvas]
    assert [chain.index(one) for one in order] == sorted(chain.index(one) for one in order)
    assert chain.index(space.canvas) < min(chain.index(one) for one in stations(space.inspector))


def test_nothing_that_is_pressed_is_left_out_of_the_keyboard(window: MainWindow) -> None:
    shown = [one for one in window.findChildren(QAbstractButton) if one.isVisibleTo(window) and one.isEnabled()]
    unreachable = [one for one in shown if one.focusPolicy() is Qt.FocusPolicy.NoFocus]
    assert [one.accessibleName() or one.text() for one in unreachable if not _is_of_a_field(one)] == []


@pytest.mark.parametrize("mode", list(Mode))
def test_the_focus_is_seen_wherever_it_is(window: MainWindow, mode: Mode, qtbot: QtBot) -> None:
    window.look.apply(Theme(mode))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    settle()
    assert [type(one).__name__ for one in stations(window) if not _shows_focus(window, one)] == []


def test_rows_of_the_outline_say_level_and_name(window: MainWindow) -> None:
    model = work(window).outline.view.outline
    words = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words
    assert model.index(1, 0).data() in words


def _shows_focus(window: MainWindow, widget: QWidget) -> bool:
    """Whether the picture of a widget, with the room around it, is another while it has the focus."""
    window.setFocus()
    before = _picture(widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    return widget.hasFocus() and _picture(widget) != before


def _picture(widget: QWidget) -> QImage:
    settle()
    return widget.grab().toImage()


def _is_of_a_field(button: QAbstractButton) -> bool:
    """The small buttons inside fields and tabs, whose work the field's own keys do."""
    return type(button).__name__ in {"QLineEditIconButton", "QToolButton"} and not button.accessibleName()
