"""The panes together: what is done in one is seen in the others."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.model.plan import Plan
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue
from sorstudio.ui.workspace import Workspace
from tests.model.outline import key
from tests.ui.window_kit import open_window, work


@pytest.fixture
def window(tmp_path: Path, look: Look, tongue: Tongue, small: Plan, qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window(tmp_path, look, tongue, small) as window:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        yield window


@pytest.fixture
def space(window: MainWindow) -> Workspace:
    return work(window)


def test_a_unit_chosen_in_the_picture_is_chosen_in_the_outline(space: Workspace) -> None:
    unit = key(space.editor.plan, "Åkanden")
    space.canvas.desk.select((unit,))
    assert space.outline.view.selectionModel().isRowSelected(space.outline.view.outline.row(unit))


def test_a_unit_chosen_in_the_outline_is_chosen_in_the_picture(space: Workspace) -> None:
    unit = key(space.editor.plan, "Åkanden")
    space.editor.select([unit])
    assert space.canvas.selection == (unit,)


def test_a_drop_in_the_picture_moves_the_unit(space: Workspace) -> None:
    plan = space.editor.plan
    space.canvas.dropped.emit((key(plan, "Team Lind"),), key(plan, "Plejehjem"))
    space.outline.bar.yes.click()
    assert plan.state().units[key(plan, "Team Lind")].parent == key(plan, "Plejehjem")


def test_the_picture_asks_beforehand_why_not(space: Workspace) -> None:
    plan = space.editor.plan
    assert space.picture.drops.may_move((key(plan, "Sundhed"),), key(plan, "Team Lind"))
    assert space.picture.drops.may_move((key(plan, "Team Lind"),), key(plan, "Plejehjem")) is None


def test_an_offer_dropped_in_the_picture_is_placed(space: Workspace) -> None:
    plan = space.editor.plan
    space.canvas.offer_dropped.emit((plan.codes.offers[0].code,), key(plan, "Åkanden"))
    assert len(plan.state().placements(key(plan, "Åkanden"))) == 1
    assert space.editor.selection == (key(plan, "Åkanden"),)


def test_the_request_button_counts_what_others_must_do(space: Workspace, qtbot: QtBot) -> None:
    space.editor.do(lambda plan: units.rename(plan, key(plan, "Åkanden"), "Åen"))
    qtbot.waitUntil(lambda: space.top.request.text().strip() == "Ændringsanmodning · 1")


def test_findings_stand_in_the_outline(space: Workspace, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(space.outline.view.outline.findings))
    assert set(space.outline.view.outline.findings) <= set(space.editor.plan.state().units)


def test_control_b_puts_the_offers_in_the_place_of_the_strip(space: Workspace, qtbot: QtBot) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(space.outline.view, Qt.Key.Key_B, control)
    assert space.offers.isVisible()
    space.offers.close_wanted.emit()
    assert space.strip.isVisible()


def test_f6_goes_round_the_panes(space: Workspace, qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    space.outline.view.setFocus()
    space.next_pane()
    assert space.focusWidget() is space.canvas
    for _ in range(3):
        space.next_pane()
    assert space.focusWidget() is space.outline.view


def test_f11_leaves_the_picture_alone_and_brings_all_back(space: Workspace) -> None:
    space.picture_alone()
    assert space.canvas.isVisible()
    assert not space.outline.isVisible()
    space.picture_alone()
    assert space.outline.isVisible()


def test_a_question_brings_the_panes_back_to_a_picture_alone(space: Workspace) -> None:
    space.picture_alone()
    space.editor.select([key(space.editor.plan, "Åkanden")])
    space.questions.close_units()
    assert space.outline.bar.isVisible()


def test_with_little_room_words_are_short_and_columns_go(space: Workspace, window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: space.top.request.text().strip().startswith("Anmodning"))
    assert space.outline.view.isColumnHidden(1)


def test_the_picture_is_saved_by_its_ending(space: Workspace, tmp_path: Path) -> None:
    space.picture.save(tmp_path / "billede.svg")
    assert (tmp_path / "billede.svg").read_text("utf-8").startswith("<?xml")


def test_outline_picture_and_inspector_show_the_tree_of_the_day(
    tmp_path: Path, look: Look, tongue: Tongue, small: Plan, qtbot: QtBot
) -> None:
    with open_window(tmp_path, look, tongue, small) as window:
        space = work(window)
        unit = key(small, "Åkanden")
        space.editor.do(partial(units.rename, unit=unit, name="Åen", day=date(2027, 2, 1)))
        space.editor.do(partial(units.create, parent=key(small, "Sundhed"), name="Ny", day=date(2027, 2, 1)))
        space.editor.select([unit])
        space.editor.show_day(date(2027, 1, 1))
        qtbot.wait(30)
        assert space.outline.view.outline.state.units[unit].name == "Åkanden"
        assert "Åkanden" in space.canvas.stage.data.names
        assert "Ny" not in space.canvas.stage.data.names
        assert "Åkanden" in [one.text() for one in space.inspector.findChildren(QLineEdit)]
        space.editor.show_day(None)
        qtbot.wait(30)
        assert {"Åen", "Ny"} <= set(space.canvas.stage.data.names)


def test_the_findings_of_a_branch_of_the_quality_are_narrowed_to_it(space: Workspace) -> None:
    space.quality.findings_wanted.emit(key(space.editor.plan, "Plejehjem"))
    assert space.findings.isVisible()
    assert space.findings.head.branch.text() == "Kun under »Plejehjem«"
    space.quality.findings_wanted.emit("")
    assert not space.findings.head.branch.isVisible()
