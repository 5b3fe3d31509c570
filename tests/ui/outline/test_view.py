"""Dragging in the outline, by the events of a real drag and once by the mouse itself."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.outline.drops import Zone
from sorstudio.ui.outline.view import OutlineView
from sorstudio.ui.picture import mime
from tests.model.outline import drawing, key
from tests.ui.outline.conftest import Hand


def units_in_hand(editor: Editor, *names: str) -> object:
    return mime.pack(mime.UNITS, [key(editor.plan, name) for name in names])


def test_a_unit_dropped_on_another_goes_below_it(view: OutlineView, hand: Hand, editor: Editor) -> None:
    data = units_in_hand(editor, "Team Lind")
    assert hand.carry(data, hand.point("Plejehjem"))
    assert hand.let_go(data, hand.point("Plejehjem"))
    lind = editor.plan.state().units[key(editor.plan, "Team Lind")]
    assert lind.parent == key(editor.plan, "Plejehjem")
    assert editor.selection == (lind.key,)


def test_a_refused_drop_says_why_and_changes_nothing(view: OutlineView, hand: Hand, editor: Editor) -> None:
    before = drawing(editor.plan)
    data = units_in_hand(editor, "Sundhed")
    assert not hand.carry(data, hand.point("Team Lind"))
    assert "Sundhed" in view.reason.words
    assert view.reason.isVisible()
    assert not hand.let_go(data, hand.point("Team Lind"))
    assert drawing(editor.plan) == before


def test_between_two_rows_reorders(view: OutlineView, hand: Hand, editor: Editor) -> None:
    data = units_in_hand(editor, "Solgården")
    hand.let_go(data, hand.point("Åkanden", 0.1))
    children = editor.plan.state().children(key(editor.plan, "Plejehjem"))
    assert children == (key(editor.plan, "Solgården"), key(editor.plan, "Åkanden"))


def test_the_indicator_is_a_line_between_rows_and_a_frame_on_them(
    view: OutlineView, hand: Hand, editor: Editor
) -> None:
    data = units_in_hand(editor, "Solgården")
    hand.carry(data, hand.point("Åkanden", 0.1))
    assert view.drop is not None
    assert view.drop.zone is Zone.ABOVE
    hand.carry(data, hand.point("Team Lind", 0.5))
    assert view.drop.zone is Zone.ONTO
    assert not view.grab().isNull()


def test_an_offer_dropped_on_a_row_is_placed_there(view: OutlineView, hand: Hand, editor: Editor) -> None:
    offer = editor.plan.codes.offers[0].code
    data = mime.pack(mime.OFFERS, [offer])
    assert hand.carry(data, hand.point("Åkanden"))
    hand.let_go(data, hand.point("Åkanden"))
    assert [one.offer for one in editor.plan.state().placements(key(editor.plan, "Åkanden"))] == [offer]


def test_a_closed_branch_opens_when_the_hand_rests_on_it(
    view: OutlineView, hand: Hand, editor: Editor, qtbot: QtBot
) -> None:
    home = key(editor.plan, "Plejehjem")
    view.outline.set_open(home, False)
    hand.carry(units_in_hand(editor, "Team Lind"), hand.point("Plejehjem"))
    qtbot.waitUntil(lambda: view.outline.folding.is_open(home), timeout=3000)


def test_the_mouse_takes_units_in_the_hand(view: OutlineView, hand: Hand, editor: Editor, qtbot: QtBot) -> None:
    held: list[list[str]] = []

    class Recorded(QDrag):
        def exec(self, *_actions: object) -> Qt.DropAction:
            held.append(list(mime.unpack(self.mimeData(), mime.UNITS)))
            return Qt.DropAction.IgnoreAction

    view.drag_type = Recorded
    start = hand.point("Team Lind")
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        qtbot.mouseMove(view.viewport(), start + QPoint(6 * step, 8 * step))
    assert held == [[key(editor.plan, "Team Lind")]]


def test_nothing_can_be_taken_where_the_plan_is_only_read(view: OutlineView, editor: Editor) -> None:
    editor.read_only = True
    view.startDrag(Qt.DropAction.MoveAction)
    assert view.drop is None
