"""The morning after, in the window: read, look, decide, adopt, and undo."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sorstudio.model.adopting import Take
from sorstudio.resources import example
from sorstudio.ui.days import to_qdate
from sorstudio.ui.editor import Editor
from sorstudio.ui.requests.confirming import ConfirmPane
from sorstudio.ui.theme import Look, Mode, Theme
from sorstudio.ui.translate import Language, Tongue, texts_in
from tests.ui.example_kit import example_plan

LATER = example("eksempelby/2026-12-14")


@pytest.fixture
def editor() -> Editor:
    return Editor(example_plan(), texts_in(Language.DANISH))


@pytest.fixture
def pane(editor: Editor, look: Look, tongue: Tongue, qtbot: QtBot) -> Iterator[ConfirmPane]:
    made = ConfirmPane(editor, look.theme)
    qtbot.addWidget(made)
    made.resize(1200, 400)
    made.check([LATER])
    qtbot.waitUntil(lambda: made.rows is not None, timeout=20_000)
    yield made
    made.close_plan()


def sentences(pane: ConfirmPane, group: str) -> list[str]:
    return [row.sentence for row in pane.list.signed.rows if row.key.startswith(f"{group}:") and not row.is_head]


def focus(pane: ConfirmPane, words: str) -> None:
    rows: Sequence[object] = pane.list.signed.rows
    pane.list.focus_row(next(at for at, row in enumerate(rows) if words in row.sentence and not row.is_head))  # type: ignore[attr-defined]


def test_the_outcomes_stand_in_groups_with_their_counts(pane: ConfirmPane) -> None:
    assert any("Sygeplejen Syd" in one for one in sentences(pane, "done"))
    assert any("AKUT TEAMET" in one for one in sentences(pane, "different"))
    assert any("Rygskolen" in one for one in sentences(pane, "foreign"))
    assert f"udført: {len(sentences(pane, 'done'))}" in pane.told.text()


def test_nothing_changes_before_the_file_is_adopted_and_undo_brings_it_back(
    pane: ConfirmPane, editor: Editor, qtbot: QtBot
) -> None:
    head, baseline = editor.plan.head, editor.plan.baseline.id
    assert "følger med" in pane.summary.text()
    qtbot.mouseClick(pane.use, Qt.MouseButton.LeftButton)
    assert editor.plan.baseline.id != baseline
    assert not pane.isVisible()
    editor.undo()
    assert (editor.plan.head, editor.plan.baseline.id) == (head, baseline)


def test_what_was_done_differently_is_ours_until_somebody_takes_the_registers(
    pane: ConfirmPane, editor: Editor, qtbot: QtBot
) -> None:
    focus(pane, "AKUT TEAMET")
    before = pane.summary.text()
    assert pane.card.choices[Take.OURS.value].isChecked()
    qtbot.mouseClick(pane.card.choices[Take.THEIRS.value], Qt.MouseButton.LeftButton)
    assert pane.summary.text() != before
    pane.adopt()
    names = {unit.name for unit in editor.plan.state().units.values()}
    assert "Akutfunktionen Eksempelby" in names
    assert "Akutfunktionen, Eksempelby" not in names


def test_kept_ours_stays_in_the_plan(pane: ConfirmPane, editor: Editor) -> None:
    pane.adopt()
    assert "Akutfunktionen, Eksempelby" in {unit.name for unit in editor.plan.state().units.values()}


def test_a_click_goes_to_the_unit(pane: ConfirmPane, editor: Editor, qtbot: QtBot) -> None:
    focus(pane, "AKUT TEAMET")
    where = pane.list.visualRect(pane.list.currentIndex()).center()
    qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert [editor.plan.state().units[one].name for one in editor.selection] == ["Akutfunktionen, Eksempelby"]


def test_another_day_of_the_file_is_another_comparison(pane: ConfirmPane, qtbot: QtBot) -> None:
    before = len(sentences(pane, "done"))
    editor_day = pane.found.file.day if pane.found else None
    assert editor_day is not None
    pane.show()
    qtbot.waitExposed(pane)
    pane.day.setDate(to_qdate(editor_day.replace(month=12, day=14)))
    qtbot.keyClick(pane.day, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.found is not None and pane.found.file.day.month == 12, timeout=20_000)
    qtbot.waitUntil(lambda: pane.bar.isHidden())
    assert len(sentences(pane, "done")) >= before


def test_a_file_that_is_older_is_told_with_its_day_and_used_only_when_asked(
    pane: ConfirmPane, editor: Editor, qtbot: QtBot
) -> None:
    pane.checking.read([LATER], editor.plan.baseline.day - timedelta(days=1))
    qtbot.waitUntil(lambda: pane.force.isVisible(), timeout=20_000)
    assert "1. november 2026" in pane.problem.text()
    assert "--force" not in pane.problem.text()
    assert pane.use.isHidden()
    qtbot.mouseClick(pane.force, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(pane.use.isVisible, timeout=20_000)


def test_what_is_no_register_file_is_told(pane: ConfirmPane, qtbot: QtBot) -> None:
    pane.check([example("eksempelby/handlinger.jsonl")])
    qtbot.waitUntil(lambda: bool(pane.problem.text()) and not pane.problem.isHidden(), timeout=20_000)
    assert pane.use.isHidden()


def test_it_can_be_stopped(editor: Editor, look: Look, tongue: Tongue, qtbot: QtBot) -> None:
    pane = ConfirmPane(editor, look.theme)
    qtbot.addWidget(pane)
    with qtbot.waitSignal(pane.closed, timeout=20_000):
        pane.check([LATER])
        pane.stop.click()
    assert pane.rows is None


def test_where_only_reading_is_allowed_it_cannot_be_adopted(pane: ConfirmPane, editor: Editor) -> None:
    editor.read_only = True
    pane.retranslate()
    assert not pane.use.isEnabled()


@pytest.mark.parametrize("mode", list(Mode))
def test_everything_that_takes_the_focus_has_a_name_in_every_look(pane: ConfirmPane, mode: Mode) -> None:
    focus(pane, "AKUT TEAMET")
    pane.set_theme(Theme(mode, 2.0))
    stations = [one for one in pane.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    nameless = [
        type(one).__name__
        for one in stations
        if one.isVisible() and not one.accessibleName() and not one.objectName().startswith("qt_")
    ]
    assert nameless == []
