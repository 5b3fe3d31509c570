"""The table under mouse and keyboard."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from sorstudio.ui.reftable.listing import Listing
from sorstudio.ui.reftable.rows import Column
from sorstudio.ui.reftable.view import ReferralView
from sorstudio.ui.theme import Mode, Theme


@pytest.fixture
def view(found: Listing, theme: Theme, qtbot: QtBot) -> ReferralView:
    made = ReferralView(theme)
    qtbot.addWidget(made)
    made.resize(1300, 300)
    made.show_rows(found.rows)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    return made


def cell(view: ReferralView, row: int, column: int) -> QPoint:
    return view.visualRect(view.table.index(row, column)).center()


def test_the_first_row_is_the_current_one_at_once(view: ReferralView, found: Listing) -> None:
    assert view.current() is found.rows[0]


def test_enter_and_a_double_click_go_to_the_receiver(view: ReferralView, found: Listing, qtbot: QtBot) -> None:
    wanted = QSignalSpy(view.wanted)
    QTest.keyClick(view, Qt.Key.Key_Return)
    at = cell(view, 1, Column.OFFER)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [wanted.at(place)[0] for place in range(wanted.count())] == [found.rows[0], found.rows[1]]


def test_f2_asks_for_the_texts(view: ReferralView, found: Listing) -> None:
    edit = QSignalSpy(view.edit_wanted)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_F2)
    assert edit.at(0)[0] is found.rows[1]


def test_the_chosen_cells_are_copied_as_text(view: ReferralView, found: Listing) -> None:
    flags = QItemSelectionModel.SelectionFlag
    view.selectionModel().clearSelection()
    for row in (0, 1):
        for column in (Column.RECEIVER, Column.NUMBER):
            view.selectionModel().select(view.table.index(row, column), flags.Select)
    QTest.keySequence(view, QKeySequence(QKeySequence.StandardKey.Copy))
    lines = [f"{one.row.receiver}\t{one.row.gln}" for one in found.rows[:2]]
    assert QGuiApplication.clipboard().text() == "\n".join(lines)


def test_a_click_on_a_header_asks_for_another_order(view: ReferralView, qtbot: QtBot) -> None:
    sorts = QSignalSpy(view.sort_wanted)
    header = view.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(Column.OFFER) + 20, header.height() // 2)
    for _ in range(2):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [list(sorts.at(place)) for place in range(sorts.count())] == [[Column.OFFER, False], [Column.OFFER, True]]


def test_the_current_row_stays_when_others_come_before_it(view: ReferralView, found: Listing) -> None:
    view.focus_key(found.rows[1].key, Column.RECEIVER)
    view.show_rows(found.rows[::-1])
    assert view.current() == found.rows[1]
    assert view.currentIndex().column() == Column.RECEIVER


def test_where_no_rows_are_left_nothing_is_chosen(view: ReferralView) -> None:
    rested = QSignalSpy(view.rested)
    view.show_rows([])
    assert view.current() is None
    assert rested.at(rested.count() - 1)[0] is None


def test_another_look_makes_rows_higher(view: ReferralView) -> None:
    before = view.rowHeight(0)
    view.set_theme(Theme(Mode.CONTRAST, 2.0))
    assert view.rowHeight(0) == pytest.approx(2 * before, abs=1)
