"""The application and its net."""

import subprocess
import sys
import threading
from pathlib import Path

from pytestqt.qtbot import QtBot

from sorstudio.model.plan import Plan
from sorstudio.ui.app import Net, application
from sorstudio.ui.failure import FailureDialog
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue
from tests.ui.window_kit import open_window, work


def test_there_is_one_application_and_it_knows_its_name(qtbot: QtBot) -> None:
    assert application() is application()
    assert application().applicationDisplayName() == "SOR Studio"


def test_the_window_need_not_wait_long_for_a_thread(qtbot: QtBot) -> None:
    application()
    assert sys.getswitchinterval() < 0.001


def test_an_error_nobody_foresaw_is_shown_and_the_window_lives_on(
    tmp_path: Path, look: Look, tongue: Tongue, small: Plan, qtbot: QtBot
) -> None:
    told: list[object] = []
    original, sys.__excepthook__ = sys.__excepthook__, lambda *error: told.append(error)
    try:
        with open_window(tmp_path, look, tongue, small) as window:
            net = Net(window)
            net(RuntimeError, RuntimeError("en fejl i programmet"), None)
            net(RuntimeError, RuntimeError("og én til"), None)
            dialogs = window.findChildren(FailureDialog)
            assert len(dialogs) == 1
            assert "en fejl i programmet" in dialogs[0].report.toPlainText()
            assert work(window).editor.plan.state().units
            dialogs[0].accept()
    finally:
        sys.__excepthook__ = original
    assert len(told) == 2


def test_an_error_in_a_thread_is_shown_too(tmp_path: Path, look: Look, tongue: Tongue, qtbot: QtBot) -> None:
    original, sys.__excepthook__ = sys.__excepthook__, lambda *_error: None
    try:
        with open_window(tmp_path, look, tongue) as window:
            net = Net(window)
            error = RuntimeError("i en tråd")
            fallen = threading.ExceptHookArgs((RuntimeError, error, None, threading.current_thread()))
            thread = threading.Thread(target=net.in_thread, args=(fallen,))
            thread.start()
            qtbot.waitUntil(lambda: bool(window.findChildren(FailureDialog)))
            assert "i en tråd" in window.findChildren(FailureDialog)[0].report.toPlainText()
            thread.join()
    finally:
        sys.__excepthook__ = original


PAINTS_THE_START_PAGE = """
import sys
from pathlib import Path
from sorstudio.ui.app import application
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.preferences import Preferences
from sorstudio.ui.theme import Look, Theme
from sorstudio.ui.translate import Tongue
app = application()
window = MainWindow(Look(app, Theme()), Tongue(app), Preferences(Path(sys.argv[1])))
window.show()
app.processEvents()
print(*sys.modules)
"""
HEAVY = {"numpy", "sqlalchemy", "lxml", "networkx", "openpyxl", "pyqtgraph", "typer", "rich", "sqlite3"}
HEAVY |= {"importlib.metadata", "email", "sorstudio.ui.workspace", "sorstudio.ui.editor", "sorstudio.model.plan"}
HEAVY |= {"sorstudio.storage.plan_file", "sorstudio.rules.check", "sorstudio.cli.app"}


def test_the_start_page_is_painted_without_the_heavy_modules(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PAINTS_THE_START_PAGE, str(tmp_path / "window.ini")]
    loaded = set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())
    assert "sorstudio.ui.start.page" in loaded
    assert HEAVY & loaded == set()
