"""The rule book over a plan."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.rules.chosen import chosen
from sorstudio.ui.editor import Editor
from sorstudio.ui.findings.pane import FindingsPane
from sorstudio.ui.rulebook.dialog import RuleBookDialog
from sorstudio.ui.theme import Mode, Theme


@pytest.fixture
def dialog(editor: Editor, theme: Theme, qtbot: QtBot) -> RuleBookDialog:
    made = RuleBookDialog(editor, theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_rule_switched_off_is_used_as_one_act_and_its_findings_go(
    findings: FindingsPane, dialog: RuleBookDialog, editor: Editor, qtbot: QtBot
) -> None:
    code = next(one.code for one in findings.findings if one.unit)
    qtbot.keyClicks(dialog.words, code)
    dialog.list.choose(code)
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    dialog.use()
    assert dialog.isVisible()
    assert dialog.outcome.text()
    qtbot.keyClicks(dialog.name, "Prøvestrup")
    dialog.use()
    assert not dialog.isVisible()
    assert len(editor.plan.journal.changes) == 1
    qtbot.waitUntil(lambda: code not in {one.code for one in findings.findings})
    assert "Prøvestrup" in findings.head.book.text()
    editor.undo()
    qtbot.waitUntil(lambda: code in {one.code for one in findings.findings})


def test_an_edition_goes_out_and_in_again_as_a_file(dialog: RuleBookDialog, editor: Editor, tmp_path: Path) -> None:
    code = next(iter(dialog.draft.book.entries))
    dialog.draft.switch(code, False)
    dialog.name.setText("Prøvestrup")
    dialog.save(tmp_path / "egen.toml")
    dialog.reset()
    assert dialog.draft.book.entries[code].is_on
    dialog.take(tmp_path / "egen.toml")
    assert not dialog.draft.book.entries[code].is_on
    dialog.use()
    assert chosen(editor.plan).book.edition.name == "Prøvestrup"


@pytest.mark.parametrize("data", [b"[[rule", b'\n[[rule]]\ncode = "SOR-001"\nsukker = 1\n', b"\xff\xfe\x00"])
def test_a_broken_file_is_told_and_the_rules_stay(dialog: RuleBookDialog, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "syg.toml"
    path.write_bytes(data)
    before = dialog.draft.book
    dialog.take(path)
    assert "syg.toml" in dialog.outcome.text()
    assert dialog.draft.book is before


def test_a_file_that_is_not_there_is_told_too(dialog: RuleBookDialog, tmp_path: Path) -> None:
    dialog.take(tmp_path / "væk.toml")
    assert "væk.toml" in dialog.outcome.text()


def test_back_to_the_shipped_rules_is_an_act_in_the_plan(dialog: RuleBookDialog, editor: Editor) -> None:
    dialog.name.setText("Prøvestrup")
    dialog.use()
    assert chosen(editor.plan).is_own
    dialog.reset()
    assert not chosen(editor.plan).is_own


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("mode", [Mode.DARK, Mode.CONTRAST])
def test_it_is_drawn_in_every_look(editor: Editor, qtbot: QtBot, mode: Mode, scale: float) -> None:
    made = RuleBookDialog(editor, Theme(mode, scale))
    qtbot.addWidget(made)
    made.show()
    assert not made.grab().isNull()
