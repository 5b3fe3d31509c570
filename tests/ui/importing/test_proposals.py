"""The proposals before they are taken over."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.importing.proposals import Column, ProposalsDialog
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Tongue
from tests.model.outline import drawing, key


@pytest.fixture
def dialog(editor: Editor, theme: Theme, tongue: Tongue, qtbot: QtBot, tmp_path: Path) -> ProposalsDialog:
    path = tmp_path / "liste.txt"
    path.write_text("Prøvestrup Kommune\n\n1. Sundhed\n1.1 Hjemmesygepleje\n1.2 Team Ny\n1.3 Team To\n", "utf-8")
    dialog = ProposalsDialog(editor, path, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_qt_finds_nothing_wrong_with_the_table(dialog: ProposalsDialog) -> None:
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert dialog.model.setData(dialog.model.index(2, Column.DECISION), "not_in_sor")
    assert not dialog.model.setData(dialog.model.index(2, Column.TITLE), "Andet")


def test_what_will_happen_is_counted(dialog: ProposalsDialog) -> None:
    assert dialog.count.text() == "2 nye enheder, 0 tilbud, 2 linjer udeladt eller der i forvejen."
    dialog.model.setData(dialog.model.index(3, Column.DECISION), "not_in_sor")
    assert dialog.count.text().startswith("1 nye enheder")


def test_taken_over_each_line_can_be_undone(dialog: ProposalsDialog, editor: Editor) -> None:
    before = drawing(editor.plan)
    dialog.take_over()
    assert key(editor.plan, "Team Ny")
    while editor.can_undo():
        editor.undo()
    assert drawing(editor.plan) == before


def test_a_decision_is_chosen_from_a_list(dialog: ProposalsDialog, qtbot: QtBot) -> None:
    index = dialog.model.index(2, Column.DECISION)
    dialog.table.edit(index)
    choice = dialog.table.viewport().findChildren(QComboBox)[0]
    choice.setCurrentIndex(choice.findData("not_in_sor"))
    choice.activated.emit(choice.currentIndex())
    assert index.data(Qt.ItemDataRole.DisplayRole) == "Ikke i SOR"


def test_a_text_that_is_no_list_is_told(
    editor: Editor, theme: Theme, tongue: Tongue, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("<html><body>Nej</body></html>", "utf-8")
    dialog = ProposalsDialog(editor, tmp_path / "a.txt", theme)
    qtbot.addWidget(dialog)
    assert dialog.problem.text()
    assert not dialog.take.isEnabled()
