"""The window as a whole: keys, languages, looks, opening and leaving plans."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.model.plan import Plan
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.preferences import Recent
from sorstudio.ui.start.page import StartPage
from sorstudio.ui.theme import Look, Mode
from sorstudio.ui.translate import Language, Tongue, danish
from tests.model.outline import key
from tests.ui.window_kit import open_window, work

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(tmp_path: Path, look: Look, tongue: Tongue, small: Plan, qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window(tmp_path, look, tongue, small) as window:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        yield window


def rename(window: MainWindow, old: str, new: str) -> None:
    work(window).editor.do(lambda plan: units.rename(plan, key(plan, old), new))


def test_it_begins_on_the_start_page(tmp_path: Path, look: Look, tongue: Tongue, qtbot: QtBot) -> None:
    with open_window(tmp_path, look, tongue) as window:
        assert isinstance(window.pages.currentWidget(), StartPage)
        assert window.windowTitle() == "SOR Studio"
        assert not window.acts.by_name["undo"].isEnabled()


def test_control_z_takes_back_and_control_y_makes_again(window: MainWindow, qtbot: QtBot) -> None:
    rename(window, "Åkanden", "Åen")
    view = work(window).outline.view
    qtbot.keyClick(view, Qt.Key.Key_Z, CONTROL)
    assert key(work(window).editor.plan, "Åkanden")
    qtbot.keyClick(view, Qt.Key.Key_Y, CONTROL)
    assert key(work(window).editor.plan, "Åen")


def test_the_language_changes_everywhere_at_once(window: MainWindow, qtbot: QtBot) -> None:
    window.acts.by_name["language_en"].trigger()
    qtbot.waitUntil(lambda: work(window).outline.title.text() == "Units")
    assert window.menuBar().actions()[0].text() == "&File"
    assert work(window).editor.texts.language == "en"
    assert work(window).strip.tabs.tabText(1) == "Changes"


def shown_words(window: QWidget) -> set[str]:
    widgets = [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]
    return {one.text().strip() for one in widgets if one.isVisibleTo(window)}


def test_no_english_is_left_on_the_danish_screen(window: MainWindow) -> None:
    english = {source for source, words in danish().items() if source != words}
    assert shown_words(window) & english == set()


def test_another_look_reaches_every_pane(window: MainWindow, qtbot: QtBot) -> None:
    window.acts.by_name["mode_dark"].trigger()
    assert window.look.theme.mode is Mode.DARK
    assert work(window).canvas.theme.mode is Mode.DARK
    assert work(window).outline.view.theme.mode is Mode.DARK


def test_leaving_a_plan_leads_back_to_the_start_page(window: MainWindow) -> None:
    window.close_plan()
    assert window.workspace is None
    assert isinstance(window.pages.currentWidget(), StartPage)


def test_without_a_chosen_unit_there_is_nothing_to_rename(window: MainWindow) -> None:
    work(window).outline.view.clearSelection()
    assert not window.acts.by_name["rename"].isEnabled()
    work(window).editor.select([key(work(window).editor.plan, "Åkanden")])
    assert window.acts.by_name["rename"].isEnabled()


def test_f2_renames_the_chosen_unit(window: MainWindow, qtbot: QtBot) -> None:
    work(window).editor.select([key(work(window).editor.plan, "Åkanden")])
    qtbot.keyClick(work(window).outline.view, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: work(window).outline.view.state() == work(window).outline.view.State.EditingState)


def test_delete_asks_from_which_day_to_close(window: MainWindow, qtbot: QtBot) -> None:
    work(window).editor.select([key(work(window).editor.plan, "Åkanden")])
    qtbot.keyClick(work(window).outline.view, Qt.Key.Key_Delete)
    assert work(window).outline.bar.words.text() == "Luk Åkanden fra"
    assert work(window).editor.plan.head is None


def test_a_file_let_go_anywhere_is_taken_in(window: MainWindow, tmp_path: Path) -> None:
    taken: list[list[str]] = []
    window.files.take_in = taken.append
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "udtræk.csv"))])
    where, copy = QPointF(10, 10), Qt.DropAction.CopyAction
    window.dropEvent(QDropEvent(where, copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))
    assert taken == [[str(tmp_path / "udtræk.csv")]]


def test_the_language_switch_on_the_start_page(tmp_path: Path, look: Look, tongue: Tongue, qtbot: QtBot) -> None:
    with open_window(tmp_path, look, tongue) as window:
        assert "Ny plan" in shown_words(window)
        tongue.speak(Language.ENGLISH)
        qtbot.waitUntil(lambda: "New plan" in shown_words(window))


def test_a_plan_that_is_only_looked_at_keeps_its_open_changes_on_the_start_page(
    tmp_path: Path, look: Look, tongue: Tongue, qtbot: QtBot
) -> None:
    with open_window(tmp_path, look, tongue) as window:
        window.files.open_example()
        root = work(window).editor.plan.state().roots()[0]
        work(window).editor.do(lambda plan: units.rename(plan, root, "Eksempelborg Kommune"))
        qtbot.waitUntil(lambda: window.preferences.recent()[0].changes == 1)
        window.close_plan()
        window.files.open_example()
        window.close_plan()
        assert window.preferences.recent()[0].changes == 1
        page = window.pages.currentWidget()
        assert isinstance(page, StartPage)
        assert "1 åben ændring" in page.recent[0].card.accessibleName()


def test_a_plan_removed_from_the_list_is_gone_from_page_and_settings(
    tmp_path: Path, look: Look, tongue: Tongue, qtbot: QtBot
) -> None:
    with open_window(tmp_path, look, tongue) as window:
        window.preferences.add_recent(Recent(str(tmp_path / "a.sorplan"), "Ærø Kommune"))
        window.show_start()
        window.activateWindow()
        page = window.pages.currentWidget()
        assert isinstance(page, StartPage)
        qtbot.waitUntil(page.recent[0].away.isVisible)
        qtbot.mouseClick(page.recent[0].away, Qt.MouseButton.LeftButton)
        assert window.preferences.recent() == ()
        now = window.pages.currentWidget()
        assert isinstance(now, StartPage)
        assert now.recent == []
        assert now.zone.button.hasFocus()
