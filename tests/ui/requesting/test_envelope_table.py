"""The lines of an envelope."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.requests.envelope import make_request
from sorstudio.ui.editor import Editor
from sorstudio.ui.requesting.envelope_table import Column, EnvelopeTable
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Language, Tongue, texts_in
from tests.model.outline import key


@pytest.fixture
def table(editor: Editor, theme: Theme, tongue: Tongue, qtbot: QtBot) -> EnvelopeTable:
    editor.do(lambda plan: units.rename(plan, key(plan, "Åkanden"), "Åen", day=plan.today))
    request = make_request(editor.plan, texts_in(Language.DANISH), editor.plan.today)
    table = EnvelopeTable(request, request.lines, theme)
    qtbot.addWidget(table)
    return table


def cell(table: EnvelopeTable, column: Column, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> object:
    return table.model().index(0, column).data(role)


def test_a_line_says_what_when_and_from_what_to_what(table: EnvelopeTable) -> None:
    assert cell(table, Column.WORDS) == "Omdøb »Åkanden« til »Åen«."
    assert cell(table, Column.DAY) == "23. nov. 2026"
    assert (cell(table, Column.BEFORE), cell(table, Column.AFTER)) == ("navn: Åkanden", "navn: Åen")
    assert cell(table, Column.WAITS) == "–"


def test_a_short_notice_is_marked_and_explained(table: EnvelopeTable) -> None:
    assert cell(table, Column.ID, Qt.ItemDataRole.DecorationRole) is not None
    assert "7" in str(cell(table, Column.ID, Qt.ItemDataRole.ToolTipRole))


def test_qt_finds_nothing_wrong_with_it(table: EnvelopeTable) -> None:
    tester = QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tester.model().rowCount() == 1
