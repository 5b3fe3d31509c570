"""Files are written and read beside the window."""

from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.reftable.comparing import Compared
from sorstudio.ui.reftable.listing import Listing
from sorstudio.ui.reftable.pane import TablePane


def test_the_table_is_saved_and_laid_beside_itself(
    pane: TablePane, town_editor: Editor, found: Listing, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "tabel.xlsx"
    with qtbot.waitSignal(town_editor.said) as said:
        pane.files.save(found, path)
    assert str(path) in said.args[0]
    with qtbot.waitSignal(pane.files.compared) as told:
        pane.files.lay_beside(found, path, is_own=True)
    assert isinstance(told.args[0], Compared)
    assert {one.match for one in told.args[0].pairs} == {"same"}


def test_what_is_no_table_is_refused_in_words(
    pane: TablePane, town_editor: Editor, found: Listing, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "noget.csv"
    path.write_text("a;b\n1;2\n", "utf-8")
    with qtbot.waitSignal(town_editor.refused) as told:
        pane.files.lay_beside(found, path, is_own=False)
    assert "henvisningstabel" in told.args[0]


def test_the_overview_is_saved_or_it_is_said_why_not(
    pane: TablePane, town_editor: Editor, found: Listing, tmp_path: Path
) -> None:
    refused = QSignalSpy(town_editor.refused)
    pane.files.save_overview(found, tmp_path / "ingen" / "overblik.html")
    assert refused.count() == 1
    pane.files.save_overview(found, tmp_path / "overblik.html")
    assert (tmp_path / "overblik.html").is_file()


def test_a_dialog_that_is_left_does_nothing(
    pane: TablePane, town_editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_given: ("", ""))
    said, refused = QSignalSpy(town_editor.said), QSignalSpy(town_editor.refused)
    for one in pane.head.buttons:
        one.click()
    assert (said.count(), refused.count()) == (0, 0)


def test_a_chosen_name_gets_its_ending(
    pane: TablePane, town_editor: Editor, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(tmp_path / "navn"), "Tabel (*.csv)"))
    with qtbot.waitSignal(town_editor.said):
        pane.head.save.click()
    assert (tmp_path / "navn.csv").is_file()
