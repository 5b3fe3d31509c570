"""The requests pane: tick off, answer, take in hand; all of it in the plan and undoable."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import numbers, units
from sorstudio.model.edits.requesting import send_request
from sorstudio.model.records import Reply
from sorstudio.ui.editor import Editor
from sorstudio.ui.requests.pane import RequestsPane
from sorstudio.ui.theme import Look, Mode, Theme
from sorstudio.ui.translate import Tongue
from tests.model.outline import key


@pytest.fixture
def busy(editor: Editor) -> Editor:
    editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åkanden Nord"), sure=True)
    editor.do(partial(numbers.order_location_number, unit=key(editor.plan, "Solgården"), system="Cura"), sure=True)
    return editor


@pytest.fixture
def pane(busy: Editor, look: Look, tongue: Tongue, qtbot: QtBot) -> Iterator[RequestsPane]:
    made = RequestsPane(busy, look.theme)
    qtbot.addWidget(made)
    made.resize(1200, 320)
    made.show()
    qtbot.waitExposed(made)
    made.refresh()
    yield made
    made.close_plan()


def place(pane: RequestsPane, words: str) -> int:
    return next(at for at, row in enumerate(pane.list.signed.rows) if words in row.sentence and not row.is_head)


def test_a_click_on_the_tick_notes_the_edit_as_done_in_one_step(pane: RequestsPane, busy: Editor, qtbot: QtBot) -> None:
    index = pane.list.signed.index(place(pane, "Åkanden"), 0)
    tick = pane.list.tick_area(QRectF(pane.list.visualRect(index))).center().toPoint()
    qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=tick)
    requests = busy.plan.state().requests()
    assert [one.addressee for one in requests] == ["municipality"]
    assert [one.reply for one in busy.plan.state().answers(requests[0].key)] == [Reply.DONE]
    qtbot.waitUntil(lambda: bool(pane.list.signed.rows[place(pane, "Åkanden")].ticked))
    busy.undo()
    assert busy.plan.state().requests() == ()


def test_the_space_bar_takes_the_tick_away_again(pane: RequestsPane, busy: Editor, qtbot: QtBot) -> None:
    busy.do(partial(send_request, addressee="municipality", key="r1"))
    pane.refresh()
    pane.list.setFocus()
    for expected in (1, 0):
        pane.list.focus_row(place(pane, "Åkanden"))
        qtbot.keyClick(pane.list, Qt.Key.Key_Space)
        pane.refresh()
        assert len(busy.plan.state().answers("r1")) == expected


def test_a_refusal_is_noted_with_its_reason(pane: RequestsPane, busy: Editor, qtbot: QtBot) -> None:
    busy.do(partial(send_request, addressee="sds", key="r1"))
    pane.refresh()
    pane.list.focus_row(place(pane, "Solgården"))
    qtbot.mouseClick(pane.answer_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pane.form.choices[Reply.REFUSED], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(pane.form.reason.line, "Enheden er for lille")
    qtbot.keyClick(pane.form.reason.line, Qt.Key.Key_Return)
    (answer,) = busy.plan.state().answers("r1")
    assert (answer.reply, answer.reason) == (Reply.REFUSED, "Enheden er for lille")
    pane.refresh()
    assert pane.list.signed.rows[place(pane, "Solgården")].sign.word == "afslået"
    assert not pane.form.isVisible()


def test_an_answer_can_be_withdrawn(pane: RequestsPane, busy: Editor, qtbot: QtBot) -> None:
    busy.do(partial(send_request, addressee="sds", key="r1"))
    pane.refresh()
    for _ in range(2):
        pane.list.focus_row(place(pane, "Solgården"))
        pane.ask_answer()
        wanted = pane.form.none if pane.form.none.isVisible() else pane.form.save
        qtbot.mouseClick(wanted, Qt.MouseButton.LeftButton)
        pane.refresh()
    assert busy.plan.state().answers("r1") == ()


def test_what_was_not_sent_cannot_be_answered(pane: RequestsPane) -> None:
    pane.list.focus_row(place(pane, "Solgården"))
    assert not pane.answer_button.isEnabled()


def test_a_click_goes_to_the_unit_and_shows_what_to_key_in(pane: RequestsPane, busy: Editor, qtbot: QtBot) -> None:
    index = pane.list.signed.index(place(pane, "Åkanden"), 0)
    qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=pane.list.visualRect(index).center())
    assert busy.selection == (key(busy.plan, "Åkanden Nord"),)
    assert "Åkanden Nord" in {field.value for field in pane.sheet.fields}


def test_where_only_reading_is_allowed_nothing_is_ticked_off(pane: RequestsPane, busy: Editor, qtbot: QtBot) -> None:
    busy.read_only = True
    pane.list.focus_row(place(pane, "Åkanden"))
    with qtbot.waitSignal(busy.refused):
        qtbot.keyClick(pane.list, Qt.Key.Key_Space)
    assert busy.plan.state().requests() == ()


def test_everything_that_takes_the_focus_has_a_name_in_every_look(pane: RequestsPane) -> None:
    pane.list.focus_row(place(pane, "Åkanden"))
    for mode in Mode:
        pane.set_theme(Theme(mode, 2.0))
        stations = [one for one in pane.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        nameless = [one for one in stations if one.isVisible() and not one.accessibleName()]
        assert nameless == []


def test_what_to_key_in_stays_when_the_edits_are_in_hand(pane: RequestsPane, busy: Editor) -> None:
    busy.do(partial(send_request, addressee="municipality", key="r1"))
    pane.refresh()
    pane.list.focus_row(place(pane, "Åkanden"))
    assert "Åkanden Nord" in {field.value for field in pane.sheet.fields}
