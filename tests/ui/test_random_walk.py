"""A person who tries everything: every act of every menu, in any order, on a real plan; nothing may break or stay."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QContextMenuEvent, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from sorstudio.model.invariants import Violation, violations
from sorstudio.model.plan import Plan
from sorstudio.model.records import RecordKind
from sorstudio.ui.actions import all_acts
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.picture.canvas import Canvas
from sorstudio.ui.plans import Session
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue
from tests.ui.example_kit import example_plan
from tests.ui.window_kit import open_window, work

SEEDS = (1, 7)
ACTED_AT_LEAST = 5
MOST_OF_A_MENU = 14
WORDS = ("Åkanden", "a", "plejehjem", "Æble øst", "Columna", "Sundhedsplejen Nord", "")


class Walker(QObject):
    """Chooses units, calls acts, answers what is asked, and closes what opens."""

    def __init__(self, window: MainWindow, plan: Plan, seed: int) -> None:
        super().__init__()
        self.window, self.plan = window, plan
        self.random = random.Random(seed)
        self._broken_before = laws_broken(plan)
        self._closer = QTimer(self, interval=30)
        self._closer.timeout.connect(self._close_what_blocks)

    def walk_menu_bar(self) -> None:
        """Every act once, in an order of chance."""
        names = [act.name for act in all_acts()]
        self.random.shuffle(names)
        for name in names:
            self._step(name, self.window.acts.by_name[name].trigger)

    def walk_context_menus(self) -> None:
        """Every line of the menu of every list, and of the picture."""
        for host in self._hosts():
            for at in range(MOST_OF_A_MENU):
                self._choose_units()
                menu = self._open_menu(host) if isValid(host) else None
                lines = [one for one in menu.actions() if one.isEnabled() and not one.isSeparator()] if menu else []
                if menu is None or at >= len(lines):
                    _hide_popups()
                    break
                self._step(f"{type(host).__name__}: {lines[at].text()}", lines[at].trigger)

    def walk_pane_menus(self) -> None:
        """The menus that buttons hold: colours, looks, the plan."""
        self._enter()
        shared = set(self.window.acts.by_name.values())
        menus = work(self.window).findChildren(QMenu)
        for line in [line for menu in menus for line in menu.actions() if line not in shared]:
            if line.isEnabled() and line.menu() is None:
                self._step(line.text(), line.trigger)

    def answer(self) -> None:
        """Whatever asks gets words and Enter, or Escape."""
        settle()
        for _ in range(3):
            asked = QApplication.focusWidget()
            if not isinstance(asked, QLineEdit | QPlainTextEdit | QAbstractSpinBox):
                break
            self._answer_in(asked)
            settle()
        self._put_away()

    def _step(self, what: str, act: Callable[[], None]) -> None:
        self._enter()
        self._choose_units()
        self._closer.start()
        act()
        self.answer()
        self._closer.stop()
        _hide_popups()
        assert QApplication.activeModalWidget() is None, what
        assert self._is_valid(), what

    def _enter(self) -> None:
        """The walk goes on with the same plan, whatever an act has closed or opened."""
        self.window.show()
        self.window.activateWindow()
        settle()
        if self.window.workspace is None or self.window.workspace.editor.plan is not self.plan:
            self.window.show_session(Session(self.plan))
            settle()

    def _choose_units(self) -> None:
        keys = list(self.plan.state().units)
        count = self.random.choice((0, 1, 1, 1, 3))
        work(self.window).editor.select(self.random.sample(keys, count))

    def _answer_in(self, asked: QWidget) -> None:
        if isinstance(asked, QLineEdit) and self.random.random() < 0.7:
            asked.selectAll()
            QTest.keyClicks(asked, self.random.choice(WORDS))
        QTest.keyClick(asked, self.random.choice((Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Escape)))

    def _put_away(self) -> None:
        for dialog in _dialogs():
            dialog.reject()
        if self.window.workspace is not None:
            work(self.window).questions._bar.put_away()  # noqa: SLF001
        settle()

    def _close_what_blocks(self) -> None:
        modal = QApplication.activeModalWidget()
        if isinstance(modal, QDialog):
            modal.reject()

    def _hosts(self) -> list[QWidget]:
        self._enter()
        space = work(self.window)
        lists = [one for one in space.findChildren(QAbstractItemView) if not isinstance(one, QHeaderView)]
        return [*lists, *space.findChildren(Canvas)]

    def _open_menu(self, host: QWidget) -> QMenu | None:
        inside = host.viewport() if isinstance(host, QAbstractItemView) else host
        where = self._place_in(host)
        QApplication.sendEvent(
            inside, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, inside.mapToGlobal(where))
        )
        popup = QApplication.activePopupWidget()
        return popup if isinstance(popup, QMenu) else None

    def _place_in(self, host: QWidget) -> QPoint:
        model = host.model() if isinstance(host, QAbstractItemView) else None
        if isinstance(host, QAbstractItemView) and model is not None and model.rowCount():
            index = model.index(self.random.randrange(model.rowCount()), 0)
            host.scrollTo(index)
            return host.visualRect(index).center()
        return QPoint(host.width() // 3, host.height() // 2)

    def _is_valid(self) -> bool:
        return laws_broken(self.plan) <= self._broken_before


def laws_broken(plan: Plan) -> set[Violation]:
    """What the register file, or the walk, has brought into the tree."""
    state = plan.state()
    return violations(state, [(RecordKind.UNIT, key) for key in state.units])


def settle() -> None:
    """Let everything that was put off happen."""
    for _ in range(3):
        QApplication.processEvents()


def _hide_popups() -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
        settle()


def _dialogs() -> list[QDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


@pytest.fixture
def links() -> Iterator[None]:
    """Nothing is opened outside the window."""
    asked = Asked()
    QDesktopServices.setUrlHandler("file", asked, "take")
    yield
    QDesktopServices.unsetUrlHandler("file")


class Asked(QObject):
    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        assert url.isLocalFile()


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.usefixtures("links")
def test_every_act_of_every_menu_leaves_a_sound_plan(tmp_path: Path, look: Look, tongue: Tongue, seed: int) -> None:
    plan = example_plan()
    start = plan.snapshot()
    start.go_to(None)
    with open_window(tmp_path, look, tongue, plan) as window:
        walker = Walker(window, plan, seed)
        walker.walk_menu_bar()
        walker.walk_pane_menus()
        walker.walk_context_menus()
        assert plan.state() == plan.snapshot().state()
        assert len(plan.journal.changes) > ACTED_AT_LEAST + len(start.journal.changes)
        plan.go_to(None)
        settle()
        assert plan.state().units == start.state().units
