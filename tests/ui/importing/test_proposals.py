"""The proposals before they are taken over."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from sorstudio.formats.proposal_guess import Decision
from sorstudio.ui.editor import Editor
from sorstudio.ui.importing.proposals import Column, ProposalsDialog, decision_words
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Language, Tongue, texts_in
from tests.model.outline import drawing, gln, key

LIST = "Prøvestrup Kommune\n\n1. Sundhed\n1.1 Hjemmesygepleje\n1.2 Team Ny\n1.3 Team To\n"
Open = Callable[[str], ProposalsDialog]


@pytest.fixture
def opened(editor: Editor, theme: Theme, tongue: Tongue, qtbot: QtBot, tmp_path: Path) -> Open:
    def show(text: str) -> ProposalsDialog:
        path = tmp_path / "liste.txt"
        path.write_text(text, "utf-8")
        dialog = ProposalsDialog(editor, path, theme)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return show


@pytest.fixture
def dialog(opened: Open) -> ProposalsDialog:
    return opened(LIST)


def row(dialog: ProposalsDialog, at: int) -> list[str]:
    return [str(dialog.model.index(at, column).data()).strip() for column in Column]


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


def test_what_is_there_already_is_matched_and_left(dialog: ProposalsDialog, editor: Editor) -> None:
    dialog.take_over()
    state = editor.plan.state()
    assert state.units[key(editor.plan, "Team Ny")].parent == key(editor.plan, "Sundhed")
    assert len(state.units) == 12


def test_a_line_decided_as_offer_is_placed_on_the_unit_above(dialog: ProposalsDialog, editor: Editor) -> None:
    dialog.model.setData(dialog.model.index(2, Column.DECISION), Decision.OFFER)
    dialog.take_over()
    assert len(editor.plan.state().placements(key(editor.plan, "Sundhed"))) == 1


def test_a_line_that_cannot_be_is_named_and_nothing_is_done(opened: Open, editor: Editor) -> None:
    dialog = opened(f"Navn;Lokationsnummer;Adresse\nNord;{gln(50)};Torvet 1\nSyd;{gln(50)};Torvet 2\n")
    dialog.take_over()
    assert dialog.problem.text().startswith("Linje 3, Syd:")
    assert editor.plan.head is None


def test_what_is_left_out_is_shown_where_it_stands(opened: Open, editor: Editor) -> None:
    dialog = opened(LIST + "\nTabellen viser det hele\n\n\uf0b7 Vurderingspladser\n")
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert row(dialog, 5)[:3] == ["Vurderingspladser", "Ikke taget med", ""]
    assert not dialog.model.setData(dialog.model.index(5, Column.DECISION), Decision.UNIT)
    dialog.take_over()
    assert "Vurderingspladser" not in {unit.name for unit in editor.plan.state().units.values()}


def test_a_doubtful_likeness_is_told(opened: Open) -> None:
    dialog = opened("Prøvestrup Kommune\n\n1. Sundhed\n1.1 Hjemmeplejen\n")
    assert row(dialog, 1)[Column.THERE] == "Måske Hjemmesygepleje"


def test_decisions_have_words() -> None:
    assert decision_words(texts_in(Language.DANISH))[Decision.NOT_IN_SOR] == "Ikke i SOR"
