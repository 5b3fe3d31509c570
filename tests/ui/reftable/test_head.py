"""The head of the table, and the filter."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from sorstudio.ui.reftable.head import REMARKS, ROWS, TEXTS, RowFilter, TableHead
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Tongue

LEFT = Qt.MouseButton.LeftButton


def test_a_click_goes_from_the_rows_to_the_remarks(theme: Theme, tongue: Tongue, qtbot: QtBot) -> None:
    head = TableHead(theme)
    qtbot.addWidget(head)
    head.show()
    picked: list[str] = []
    head.picked.connect(picked.append)
    for page in (REMARKS, ROWS):
        qtbot.mouseClick(head.pages.segments[page], LEFT)
    assert picked == [REMARKS, ROWS]
    assert not head.pages.segments[TEXTS].isVisible()


def test_where_there_is_little_room_the_files_are_one_button(theme: Theme, tongue: Tongue, qtbot: QtBot) -> None:
    head = TableHead(theme)
    qtbot.addWidget(head)
    head.show()
    assert all(one.isVisible() for one in head.buttons)
    head.set_narrow(True)
    assert not any(one.isVisible() for one in head.buttons)
    assert head.files.isVisible()
    assert head.files.accessibleName() == "Filer"
    assert head.pages.segments[TEXTS].isVisible()
    assert head.pages.segments[REMARKS].text() == "Bemærkninger"


def test_each_button_asks_for_its_own_thing(theme: Theme, qtbot: QtBot) -> None:
    head = TableHead(theme)
    qtbot.addWidget(head)
    spies = [
        QSignalSpy(one) for one in (head.save_wanted, head.delivery_wanted, head.existing_wanted, head.partners_wanted)
    ]
    for place, one in enumerate(head.buttons):
        qtbot.mouseClick(one, LEFT)
        assert [spy.count() for spy in spies] == [int(at <= place) for at in range(4)]


def test_typing_and_the_tick_tell_that_other_rows_are_wanted(theme: Theme, tongue: Tongue, qtbot: QtBot) -> None:
    row = RowFilter(theme)
    qtbot.addWidget(row)
    row.show()
    told = QSignalSpy(row.filtered)
    QTest.keyClicks(row.words, "ab")
    qtbot.mouseClick(row.remarked, LEFT)
    assert told.count() == 3
    assert row.remarked.isChecked()
    QTest.keyClick(row.words, Qt.Key.Key_Escape)
    assert row.words.text() == ""
