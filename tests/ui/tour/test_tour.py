"""The tour on the whole window."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sorstudio.model.plan import Plan
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.preferences import TOUR
from sorstudio.ui.theme import Look, Mode, Theme
from sorstudio.ui.tour.placing import Side
from sorstudio.ui.tour.tour import Tour
from sorstudio.ui.translate import Language, Tongue
from tests.ui.window_kit import open_window, work


@pytest.fixture
def window(tmp_path: Path, look: Look, tongue: Tongue, small: Plan, qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window(tmp_path, look, tongue, small) as window:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        yield window


@pytest.fixture
def tour(window: MainWindow, qtbot: QtBot) -> Tour:
    window.acts.by_name["tour"].trigger()
    made = work(window).findChild(Tour)
    assert made is not None
    qtbot.waitUntil(made.card.next.hasFocus)
    return made


def tip(tour: Tour, window: MainWindow) -> QPoint:
    return tour.card.mapTo(work(window), tour.card.tip())


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def test_enter_walks_through_all_five_and_it_is_remembered(tour: Tour, window: MainWindow, qtbot: QtBot) -> None:
    titles = []
    for _ in range(5):
        assert not window.preferences.has_seen(TOUR)
        titles.append(tour.card.title.text())
        qtbot.keyClick(tour.card.next, Qt.Key.Key_Return)
    assert titles == ["Dine enheder", "Tilbud", "Enhedstype", "Ændringer", "Ændringsanmodning"]
    assert not tour.is_running()
    assert not tour.veil.isVisible()
    assert window.preferences.has_seen(TOUR)


def test_the_buttons_go_on_and_back(tour: Tour, qtbot: QtBot) -> None:
    qtbot.mouseClick(tour.card.next, Qt.MouseButton.LeftButton)
    assert tour.card.step.text() == "2 af 5"
    qtbot.mouseClick(tour.card.back, Qt.MouseButton.LeftButton)
    assert tour.card.step.text() == "1 af 5"
    qtbot.keyClick(tour.card.next, Qt.Key.Key_Left)
    assert tour.card.step.text() == "1 af 5"


def test_escape_skips_remembers_and_gives_the_focus_back(tour: Tour, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(tour.card.next, Qt.Key.Key_Escape)
    assert not tour.is_running()
    assert window.preferences.has_seen(TOUR)
    assert work(window).outline.view.hasFocus()


def test_the_offers_are_opened_for_it_and_put_away_after_it(tour: Tour, window: MainWindow, qtbot: QtBot) -> None:
    tour.onward()
    assert work(window).offers.isVisible()
    qtbot.mouseClick(tour.card.skip, Qt.MouseButton.LeftButton)
    assert work(window).strip.isVisible()


def test_a_picture_that_fills_the_window_makes_room(window: MainWindow) -> None:
    window.acts.by_name["picture_alone"].trigger()
    window.acts.by_name["tour"].trigger()
    assert work(window).outline.isVisible()


def test_what_it_points_at_can_be_used_meanwhile(tour: Tour, window: MainWindow, qtbot: QtBot) -> None:
    view = work(window).outline.view
    where = view.visualRect(view.model().index(0, 0)).center()
    assert work(window).childAt(view.viewport().mapTo(work(window), where)) is view.viewport()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert tour.is_running()


@pytest.mark.parametrize("at", range(5))
def test_the_arrow_follows_the_control_when_the_window_is_resized(
    tour: Tour, window: MainWindow, at: int, qtbot: QtBot
) -> None:
    for _ in range(at):
        tour.onward()
    for size in ((1600, 1000), (1300, 800), (1900, 1100)):
        window.resize(*size)
        settle()
        target = tour._step().find(work(window))  # noqa: SLF001
        corner = target.mapTo(work(window), QPoint())
        reach = target.rect().translated(corner).adjusted(-16, -16, 16, 16)
        assert tour.card.side() is not Side.OVER
        assert reach.contains(tip(tour, window)), size
        assert work(window).rect().contains(tour.card.geometry())
        assert tour.veil.geometry() == work(window).rect()


def test_the_arrow_follows_a_splitter(tour: Tour, window: MainWindow) -> None:
    before = tip(tour, window)
    row = work(window).outline.parentWidget()
    row.setSizes([400, 900])  # type: ignore[attr-defined]
    settle()
    edge = work(window).outline.mapTo(work(window), QPoint(work(window).outline.width(), 0)).x()
    assert tip(tour, window).x() != before.x()
    assert abs(tip(tour, window).x() - edge) <= 8


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("scale", [0.8, 2.0])
def test_another_look_and_text_size_reach_it(
    tour: Tour, window: MainWindow, look: Look, mode: Mode, scale: float
) -> None:
    tour.onward()
    tour.onward()
    look.apply(Theme(mode, scale))
    settle()
    card = tour.card
    assert work(window).rect().contains(card.geometry())
    assert card.words.height() >= card.words.heightForWidth(card.words.width())
    assert card.title.font().pixelSize() == look.theme.font("title").pixelSize()
    target = tour._step().find(work(window))  # noqa: SLF001
    assert target.rect().adjusted(-40, -40, 40, 40).contains(target.mapFrom(work(window), tip(tour, window)))
    look.apply(replace(look.theme, mode=Mode.LIGHT, scale=1.0))


def test_the_language_changes_in_the_middle_of_it(tour: Tour, tongue: Tongue, qtbot: QtBot) -> None:
    tongue.speak(Language.ENGLISH)
    qtbot.waitUntil(lambda: tour.card.title.text() == "Your units")
    assert tour.card.next.text() == "Next"


def test_it_can_be_begun_again_and_there_is_only_one(tour: Tour, window: MainWindow, qtbot: QtBot) -> None:
    tour.onward()
    window.acts.by_name["tour"].trigger()
    assert tour.card.step.text() == "1 af 5"
    qtbot.keyClick(tour.card.next, Qt.Key.Key_Escape)
    window.acts.by_name["tour"].trigger()
    assert tour.is_running()
    assert work(window).findChildren(Tour) == [tour]


def test_it_goes_with_its_plan(tour: Tour, window: MainWindow) -> None:
    window.close_plan()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(Tour) == []
    window.resize(1300, 800)
    settle()
