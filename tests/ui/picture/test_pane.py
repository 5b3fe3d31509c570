"""The pane of the picture in a whole window, by mouse and keyboard."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.model.errors import Unusable
from sorstudio.model.plan import Plan
from sorstudio.ui.picture.detail import Detail
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue
from sorstudio.ui.workspace import Workspace
from tests.model.outline import key
from tests.ui.window_kit import open_window, work

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def space(tmp_path: Path, look: Look, tongue: Tongue, small: Plan, qtbot: QtBot) -> Iterator[Workspace]:
    with open_window(tmp_path, look, tongue, small) as window:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.wait(100)  # what is put off until the window stands: the panes' sizes move the picture
        work(window).canvas.zoom_to(Detail.NAMES)
        qtbot.wait(20)
        yield work(window)


@pytest.fixture
def spot(space: Workspace) -> Callable[[str], QPoint]:
    def find(name: str) -> QPoint:
        stage = space.canvas.stage
        box = stage.scene.box(stage.visible.place_of(key(space.editor.plan, name)))
        return (stage.view.rect(box).center() - QPointF(20, 0)).toPoint()

    return find


Spot = Callable[[str], QPoint]


def names(space: Workspace) -> list[str]:
    return [unit.name for unit in space.editor.plan.state().units.values()]


def test_a_double_click_and_enter_give_another_name(space: Workspace, spot: Spot, qtbot: QtBot) -> None:
    qtbot.mouseDClick(space.canvas, LEFT, pos=spot("Åkanden"))
    field = space.picture.field
    assert (field.isVisible(), field.text(), field.selectedText()) == (True, "Åkanden", "Åkanden")
    QTest.keyClicks(field, "Aaen")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "Aaen" in names(space)
    assert not field.isVisible()
    assert space.canvas.hasFocus()


def test_f2_writes_over_the_card_when_the_picture_has_the_keyboard(space: Workspace, spot: Spot, qtbot: QtBot) -> None:
    qtbot.mouseClick(space.canvas, LEFT, pos=spot("Plejehjem"))
    QTest.keyClick(space.canvas, Qt.Key.Key_F2)
    assert space.picture.field.isVisible()
    stage = space.canvas.stage
    card = stage.view.rect(stage.scene.box(stage.visible.place_of(key(space.editor.plan, "Plejehjem"))))
    assert card.intersects(space.picture.field.geometry())


def test_escape_leaves_the_name(space: Workspace, spot: Spot, qtbot: QtBot) -> None:
    qtbot.mouseDClick(space.canvas, LEFT, pos=spot("Åkanden"))
    QTest.keyClicks(space.picture.field, "Aaen")
    QTest.keyClick(space.picture.field, Qt.Key.Key_Escape)
    assert "Åkanden" in names(space)
    assert not space.picture.field.isVisible()


def test_a_name_that_cannot_be_is_explained_beside_the_field(space: Workspace, spot: Spot, qtbot: QtBot) -> None:
    qtbot.mouseDClick(space.canvas, LEFT, pos=spot("Åkanden"))
    field = space.picture.field
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.isVisible()
    assert field.property("kind") == "wrong"
    field.setText("")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert "Åkanden" in names(space)


def test_the_field_follows_its_card(space: Workspace, spot: Spot, qtbot: QtBot) -> None:
    qtbot.mouseDClick(space.canvas, LEFT, pos=spot("Åkanden"))
    before = space.picture.field.pos()
    space.canvas.desk.pan(-30, 20)
    assert space.picture.field.pos() - before == QPoint(-30, 20)


def test_who_only_reads_writes_no_names(space: Workspace, spot: Spot, qtbot: QtBot) -> None:
    space.editor.read_only = True
    qtbot.mouseDClick(space.canvas, LEFT, pos=spot("Åkanden"))
    assert not space.picture.field.isVisible()


def test_control_l_shows_the_picture_as_a_list_and_back(space: Workspace, qtbot: QtBot) -> None:
    space.canvas.setFocus()
    QTest.keyClick(space.canvas, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert space.picture.list.isVisible()
    assert space.picture.list.toPlainText().startswith("1. Prøvestrup Kommune (")
    QTest.keyClick(space.picture.list, Qt.Key.Key_Escape)
    assert space.canvas.isVisible()
    assert space.canvas.hasFocus()


def test_the_list_follows_the_choice_and_leads_it(space: Workspace, qtbot: QtBot) -> None:
    space.picture.toggle_list()
    space.editor.select([key(space.editor.plan, "Sundhed")])
    assert "Sundhed" in space.picture.list.textCursor().block().text()
    QTest.keyClick(space.picture.list, Qt.Key.Key_Down)
    assert space.editor.selection == (key(space.editor.plan, "Hjemmesygepleje"),)


def test_the_list_can_be_copied(space: Workspace, qtbot: QtBot) -> None:
    space.picture.toggle_list()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(space.picture.list, Qt.Key.Key_A, control)
    space.picture.list.copy()
    assert "1.1.1.1. Team Lind (" in QApplication.clipboard().text()


def test_the_list_says_anew_what_has_changed(space: Workspace, qtbot: QtBot) -> None:
    space.picture.toggle_list()
    space.editor.do(partial(units.rename, unit=key(space.editor.plan, "Åkanden"), name="Aaen"))
    qtbot.waitUntil(lambda: "Aaen" in space.picture.list.toPlainText())
    assert "Rettet" in space.picture.list.toPlainText()


def test_f7_shows_in_the_picture_where_a_unit_has_left(space: Workspace, qtbot: QtBot) -> None:
    plan = space.editor.plan
    space.editor.do(partial(units.move, units=[key(plan, "Åkanden")], parent=key(plan, "Sundhed")))
    QTest.keyClick(space.canvas, Qt.Key.Key_F7)
    assert list(space.canvas.stage.data.ghosts.values()) == [key(plan, "Åkanden")]
    QTest.keyClick(space.canvas, Qt.Key.Key_F7)
    assert space.canvas.stage.data.ghosts == {}


def test_the_whole_and_what_is_seen_are_saved(space: Workspace, tmp_path: Path) -> None:
    space.canvas.zoom_to(Detail.NEAR)
    space.canvas.desk.zoom(3)
    space.picture.save(tmp_path / "whole.svg")
    space.picture.save(tmp_path / "seen.svg", only_seen=True)
    whole, seen = (QSvgRenderer(str(tmp_path / f"{name}.svg")).defaultSize() for name in ("whole", "seen"))
    assert seen.width() * seen.height() < whole.width() * whole.height()


def test_sheets_are_counted_and_saved(space: Workspace, tmp_path: Path) -> None:
    assert space.picture.save_pages(tmp_path / "ark.pdf", "A4") == space.picture.count_pages("A4") > 0
    assert (tmp_path / "ark.pdf").stat().st_size > 1000


def test_a_picture_of_an_unknown_kind_is_told_in_words(space: Workspace, tmp_path: Path) -> None:
    with pytest.raises(Unusable):
        space.picture.save(tmp_path / "picture.gif")
