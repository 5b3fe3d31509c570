"""How the tour begins: asked for, or of itself the first time the program is used."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from sorstudio.model.plan import Plan
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.plans import Session
from sorstudio.ui.start.page import StartPage
from sorstudio.ui.theme import Look
from sorstudio.ui.tour.tour import Tour
from sorstudio.ui.translate import Tongue
from tests.ui.window_kit import open_window, work


def running(window: MainWindow) -> bool:
    return window.workspace is not None and any(one.is_running() for one in work(window).findChildren(Tour))


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def test_nobody_who_did_not_ask_is_shown_around(tmp_path: Path, look: Look, tongue: Tongue, small: Plan) -> None:
    with open_window(tmp_path, look, tongue, small) as window:
        settle()
        assert not running(window)


def test_the_first_plan_of_a_new_user_begins_it_once(
    tmp_path: Path, look: Look, tongue: Tongue, small: Plan, qtbot: QtBot
) -> None:
    with open_window(tmp_path, look, tongue) as window:
        window.is_first_time = True
        window.show_session(Session(small))
        qtbot.waitUntil(lambda: running(window))
        window.close_plan()
        window.show_session(Session(small))
        settle()
        assert not running(window)


def test_a_question_that_is_open_is_answered_first(
    tmp_path: Path, look: Look, tongue: Tongue, small: Plan, qtbot: QtBot
) -> None:
    with open_window(tmp_path, look, tongue, small) as window:
        question = QDialog(window)
        question.setModal(True)
        question.show()
        window.acts.by_name["tour"].trigger()
        assert not running(window)
        assert window.is_first_time
        question.close()


def test_from_the_start_page_it_opens_the_exercise_municipality(
    tmp_path: Path, look: Look, tongue: Tongue, qtbot: QtBot
) -> None:
    with open_window(tmp_path, look, tongue) as window:
        page = window.pages.currentWidget()
        assert isinstance(page, StartPage)
        qtbot.mouseClick(page.around, Qt.MouseButton.LeftButton)
        assert running(window)
        assert window.preferences.recent()[0].municipality == "Eksempelby Kommune"


def test_it_is_in_the_help_menu_and_in_the_palette(
    tmp_path: Path, look: Look, tongue: Tongue, small: Plan, qtbot: QtBot
) -> None:
    with open_window(tmp_path, look, tongue, small) as window:
        window.activateWindow()
        assert window.acts.by_name["tour"] in window.acts.menus["&Help"].actions()
        search = work(window).top.search
        search.setFocus()
        qtbot.keyClicks(search, "vis mig rundt")
        settle()
        qtbot.keyClick(search, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: running(window))
