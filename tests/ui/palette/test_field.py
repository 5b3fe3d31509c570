"""Search and do, by the keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sorstudio.model.plan import Plan
from sorstudio.ui.help.guide import Topic
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.palette.field import SearchField
from sorstudio.ui.settings import SettingsDialog
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Language, Tongue
from tests.model.outline import gln, key
from tests.ui.window_kit import open_window, work


@pytest.fixture
def window(tmp_path: Path, look: Look, tongue: Tongue, small: Plan, qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window(tmp_path, look, tongue, small) as window:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        yield window


@pytest.fixture
def field(window: MainWindow, qtbot: QtBot) -> SearchField:
    qtbot.keyClick(work(window).outline.view, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    found = work(window).top.search
    assert found.hasFocus()
    return found


def test_a_unit_is_found_from_the_first_letters_and_enter_goes_there(
    field: SearchField, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field, "aakand")
    assert field.results()[0] == "Åkanden"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    editor = work(window).editor
    assert editor.selection == (key(editor.plan, "Åkanden"),)


def test_a_unit_is_found_by_its_number(field: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, gln(3))
    assert field.results() == ["Tandplejen"]


def test_the_arrows_choose_another_line(field: SearchField, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "team")
    popup = field.completer().popup()
    for _ in range(2):
        qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    editor = work(window).editor
    assert editor.selection == (key(editor.plan, "Team Birk"),)


def test_an_act_is_done_and_shows_its_keys(field: SearchField, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "tilbud")
    assert "Tilbud" in field.results()
    field.clear()
    qtbot.keyClicks(field, "billedet alene")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not work(window).top.isVisible()


def test_an_offer_is_placed_on_the_chosen_unit(field: SearchField, window: MainWindow, qtbot: QtBot) -> None:
    editor = work(window).editor
    unit = key(editor.plan, "Åkanden")
    editor.select([unit])
    qtbot.keyClicks(field, "genoptraening og traening")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [one.offer for one in editor.plan.state().placements(unit)] == ["traening"]


def test_a_chapter_of_the_guide_opens(field: SearchField, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "fortryd, historik")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.guide.here() == Topic.HISTORY


def test_a_setting_opens_at_its_field(field: SearchField, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "medcoms e-mail")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    dialog = window.findChildren(SettingsDialog)[-1]
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.fields["mail_medcom"])
    dialog.reject()


def test_a_slip_is_forgiven(field: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "solgarrden")
    assert "Solgården" in field.results()


def test_a_unit_named_anew_is_found_by_its_new_name(field: SearchField, window: MainWindow, qtbot: QtBot) -> None:
    editor = work(window).editor
    from sorstudio.model.edits import units

    editor.do(lambda plan: units.rename(plan, key(plan, "Åkanden"), "Liljen"))
    qtbot.keyClicks(field, "lilj")
    assert field.results()[0] == "Liljen"


def test_the_words_follow_the_language(field: SearchField, window: MainWindow, tongue: Tongue, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "omd")
    assert "Omdøb" in field.results()
    tongue.speak(Language.ENGLISH)
    field.clear()
    qtbot.waitUntil(lambda: field.placeholderText().startswith("Search"))
    qtbot.wait(20)
    field.setFocus()
    qtbot.keyClicks(field, "rename")
    assert "Rename" in field.results()


def test_nothing_typed_finds_nothing(field: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "aak")
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert field.results() == []
