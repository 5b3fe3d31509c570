"""A field of several lines."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sorstudio.ui.reftable.prose import ProseField
from sorstudio.ui.theme import Theme


@pytest.fixture
def field(theme: Theme, qtbot: QtBot) -> Iterator[ProseField]:
    holder = QWidget()
    made = ProseField(theme)
    column = QVBoxLayout(holder)
    column.addWidget(made)
    column.addWidget(QLineEdit())
    qtbot.addWidget(holder)
    holder.show()
    qtbot.waitExposed(holder)
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    made.name("Kriterier")
    made.show_value("Før")
    made.lines.setFocus()
    yield made
    holder.close()


def test_tab_leaves_the_field_and_tells_what_was_typed(field: ProseField) -> None:
    told = QSignalSpy(field.committed)
    field.lines.selectAll()
    QTest.keyClicks(field.lines, "Efter")
    QTest.keyClick(field.lines, Qt.Key.Key_Tab)
    assert told.at(0)[0] == "Efter"
    assert not field.lines.hasFocus()


def test_escape_puts_back_what_was_there(field: ProseField) -> None:
    told = QSignalSpy(field.committed)
    QTest.keyClicks(field.lines, "xyz")
    QTest.keyClick(field.lines, Qt.Key.Key_Escape)
    QTest.keyClick(field.lines, Qt.Key.Key_Tab)
    assert field.lines.toPlainText() == "Før"
    assert told.count() == 0


def test_a_refusal_stands_below_and_is_told_to_a_screen_reader(field: ProseField) -> None:
    field.refuse("Det går ikke.")
    assert field.error.isVisible()
    assert field.lines.accessibleDescription() == "Det går ikke."
    assert field.lines.accessibleName() == "Kriterier"
    field.show_value("Nyt")
    assert not field.error.isVisible()


def test_where_nothing_may_be_written_nothing_is_told(field: ProseField) -> None:
    told = QSignalSpy(field.committed)
    field.show_value("Før", editable=False)
    QTest.keyClicks(field.lines, "xyz")
    assert field.lines.toPlainText() == "Før"
    assert told.count() == 0
