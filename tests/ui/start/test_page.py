"""The start page: recent plans, the ways to begin, files let go over it, and the keyboard."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sorstudio.ui.preferences import Recent
from sorstudio.ui.start.page import StartPage
from sorstudio.ui.theme import Mode, Theme
from sorstudio.ui.translate import Tongue

NOW = datetime.now().isoformat(timespec="minutes")
COPY, LEFT, PLAIN = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
LIGHT = Theme(Mode.LIGHT)
MakePage = Callable[..., StartPage]


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = [tmp_path / "ærø.sorplan", tmp_path / "ny.sorplan"]
    for one in made:
        one.write_bytes(b"")
    return made


@pytest.fixture
def make(qtbot: QtBot, tongue: Tongue, files: list[Path]) -> MakePage:
    def page(theme: Theme = LIGHT, *, recent: bool = True, width: int = 1400) -> StartPage:
        first, second = map(str, files)
        items = (
            Recent(first, "Ærø Kommune", "2026-11-14", 14, NOW),
            Recent(second, "Nystrup Kommune", "2026-11-01", 0, "2026-10-12T09:30"),
        )
        made = StartPage(theme, "da", items if recent else ())
        qtbot.addWidget(made)
        made.resize(width, 900)
        made.show()
        made.activateWindow()
        made.setFocus()
        return made

    return page


def test_a_recent_plan_says_what_it_is_and_opens(make: MakePage, files: list[Path], qtbot: QtBot) -> None:
    made = make()
    card = made.recent[0].card
    assert card.accessibleName().startswith("Ærø Kommune. ærø · åbnet i dag")
    assert card.accessibleName().endswith("14 åbne ændringer. Data pr. 14. nov. 2026")
    with qtbot.waitSignal(made.recent_chosen) as told:
        qtbot.mouseClick(card, LEFT)
    assert told.args == [str(files[0])]


def test_a_plan_without_changes_says_so(make: MakePage) -> None:
    made = make()
    assert "Ingen ændringer" in made.recent[1].card.accessibleName()


def test_the_ways_to_begin(make: MakePage, qtbot: QtBot) -> None:
    made = make(recent=False)
    for signal, button in (
        (made.file_wanted, made.zone.button),
        (made.example_wanted, made.example),
        (made.plan_wanted, made.open),
        (made.tour_wanted, made.around),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, LEFT)


def test_the_tab_key_reaches_everything_and_enter_presses_it(make: MakePage, qtbot: QtBot) -> None:
    made = make()
    qtbot.waitUntil(made.recent[0].card.hasFocus)
    reached = []
    for _ in range(7):
        reached.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    wanted = [one.card for one in made.recent] + [made.zone.button, made.example, made.open, made.news.head]
    assert reached == [*wanted, made.news.all]
    made.recent[1].card.setFocus()
    with qtbot.waitSignal(made.recent_chosen):
        qtbot.keyClick(made.recent[1].card, Qt.Key.Key_Return)
    with qtbot.waitSignal(made.recent_chosen):
        qtbot.keyClick(made.recent[1].card, Qt.Key.Key_Space)


def test_a_plan_whose_file_is_gone_is_greyed_and_can_be_removed(
    make: MakePage, files: list[Path], qtbot: QtBot
) -> None:
    files[1].unlink()
    made = make()
    gone = made.recent[1]
    qtbot.waitUntil(lambda: not gone.card.isEnabled())
    assert gone.card.accessibleName() == f"Nystrup Kommune. Filen er der ikke: {files[1]}"
    assert made.recent[0].card.isEnabled()
    with qtbot.waitSignal(made.recent_forgotten) as told:
        qtbot.mouseClick(gone.away, LEFT)
    assert told.args == [str(files[1])]


def test_delete_removes_a_plan_from_the_list(make: MakePage, files: list[Path], qtbot: QtBot) -> None:
    made = make()
    made.recent[0].card.setFocus()
    qtbot.waitUntil(made.recent[0].card.hasFocus)
    with qtbot.waitSignal(made.recent_forgotten) as told:
        qtbot.keyClick(made.recent[0].card, Qt.Key.Key_Delete)
    assert told.args == [str(files[0])]
    assert files[0].exists()


def enter(made: StartPage, name: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(name)])
    QApplication.sendEvent(made, QDragEnterEvent(QPoint(9, 9), COPY, data, LEFT, PLAIN))
    return data


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("file:///p/udtræk.csv", "Slip for at læse filen ind i en ny plan"),
        ("file:///p/ærø.sorplan", "Slip for at åbne planen"),
    ],
)
def test_a_file_held_over_the_page_is_awaited_and_taken(make: MakePage, qtbot: QtBot, name: str, words: str) -> None:
    made = make()
    data = enter(made, name)
    assert made.zone.is_awaiting()
    assert made.zone.title.text() == words
    assert made.frame.isVisible()
    with qtbot.waitSignal(made.files_dropped) as told:
        QApplication.sendEvent(made, QDropEvent(QPointF(9, 9), COPY, data, LEFT, PLAIN))
    assert told.args == [[QUrl(name).toLocalFile()]]
    assert not made.zone.is_awaiting()
    assert not made.frame.isVisible()


def test_a_file_that_is_carried_away_again_leaves_the_page_as_it_was(make: MakePage) -> None:
    made = make()
    enter(made, "file:///p/udtræk.csv")
    QApplication.sendEvent(made, QDragLeaveEvent())
    assert not made.zone.is_awaiting()
    assert made.zone.title.text() == "Slip et udtræk fra SOR hvor som helst her"


def test_an_address_of_the_web_is_not_awaited(make: MakePage) -> None:
    made = make()
    enter(made, "https://example.org/udtræk.csv")
    assert not made.zone.is_awaiting()


def test_with_little_room_the_columns_stand_below_one_another(make: MakePage) -> None:
    made = make()
    assert made.zone.mapTo(made, QPoint()).x() > made.recent[0].mapTo(made, QPoint()).x() + 300
    made.resize(700, 900)
    QApplication.processEvents()
    assert made.zone.mapTo(made, QPoint()).x() == made.recent[0].mapTo(made, QPoint()).x()
    assert made.zone.mapTo(made, QPoint()).y() > made.recent[1].mapTo(made, QPoint()).y()


@pytest.mark.parametrize("mode", list(Mode))
def test_it_is_painted_in_every_look(make: MakePage, mode: Mode) -> None:
    theme = Theme(mode)
    made = make(theme)
    image = made.recent[0].card.grab().toImage()
    assert image.pixelColor(image.width() // 2, 8).name() == theme.color("surface").name()


def test_at_large_text_what_letting_go_would_do_is_scrolled_into_sight(make: MakePage, qtbot: QtBot) -> None:
    made = make(Theme(scale=2.0))
    made.resize(1400, 500)
    qtbot.waitUntil(lambda: made.zone.visibleRegion().isEmpty())
    enter(made, "file:///p/udtræk.csv")
    assert made.zone.visibleRegion().boundingRect() == made.zone.rect()


def test_the_tab_key_scrolls_to_what_it_reaches(make: MakePage, qtbot: QtBot) -> None:
    made = make(Theme(scale=2.0))
    qtbot.waitUntil(made.recent[0].card.hasFocus)
    for _ in range(5):
        focused = QApplication.focusWidget()
        assert focused.visibleRegion().boundingRect() == focused.rect()
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
