"""The pane follows the plan while it is seen; texts are edited once and hold for all rows of the offer."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from sorstudio.model.edits.describing import describe_offer
from sorstudio.routing.question import Question
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import LineField
from sorstudio.ui.reftable.head import REMARKS, ROWS, TEXTS
from sorstudio.ui.reftable.pane import TablePane
from sorstudio.ui.reftable.prose import ProseField
from sorstudio.ui.reftable.rows import Column
from tests.routing.asking import take_off
from tests.ui.reftable.conftest import OFFER

LEFT = Qt.MouseButton.LeftButton


def hours(pane: TablePane) -> set[str]:
    return {one.cells[Column.HOURS] for one in pane.view.table.rows if one.described == OFFER}


def test_f2_edits_the_texts_and_every_row_of_the_offer_shows_them(pane: TablePane, qtbot: QtBot) -> None:
    row = next(one for one in pane.view.table.rows if one.described == OFFER)
    pane.view.setFocus()
    pane.view.focus_key(row.key)
    QTest.keyClick(pane.view, Qt.Key.Key_F2)
    first = pane.form.fields["criteria"]
    assert isinstance(first, ProseField)
    assert first.lines.hasFocus()
    field = pane.form.fields["phone_hours"]
    assert isinstance(field, LineField)
    field.line.setFocus()
    QTest.keyClicks(field.line, "8-15")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: hours(pane) == {"8-15"})
    assert pane.view.current() is not None
    assert pane.view.current().key == row.key


def test_behind_another_pane_it_does_not_work(pane: TablePane, town_editor: Editor, qtbot: QtBot) -> None:
    pane.hide()
    before = pane.shown
    town_editor.do(partial(describe_offer, offer=OFFER, values={"phone_hours": "9-12"}))
    qtbot.wait(20)
    assert pane.shown is before
    pane.show()
    assert hours(pane) == {"9-12"}


def test_an_act_that_takes_a_message_away_makes_a_hole(pane: TablePane, town_editor: Editor, qtbot: QtBot) -> None:
    assert pane.shown is not None
    rows, holes = len(pane.shown.rows), len(pane.shown.table.holes)
    message = next(one.message for one in pane.shown.table.rows if one.receiver == "Hjemmesygeplejen")
    take_off(town_editor.plan, "Hjemmesygeplejen", message)
    qtbot.waitUntil(lambda: pane.shown is not None and len(pane.shown.rows) < rows)
    assert len(pane.shown.table.holes) > holes
    assert f"{len(pane.shown.rows)} rækker" in pane.head.summary.text()


def test_the_filter_leaves_fewer_rows_and_says_when_there_are_none(pane: TablePane) -> None:
    every = len(pane.view.table.rows)
    QTest.keyClicks(pane.filter.words, "hjemmesygepleje")
    assert 0 < len(pane.view.table.rows) < every
    QTest.keyClicks(pane.filter.words, "xyzæ")
    assert pane.left.currentWidget() is pane.empty
    assert pane.empty.text() == "Ingen rækker passer til filteret."
    QTest.keyClick(pane.filter.words, Qt.Key.Key_Escape)
    assert len(pane.view.table.rows) == every


def test_a_click_on_a_remark_goes_to_its_unit(pane: TablePane, town_editor: Editor, qtbot: QtBot) -> None:
    pane.show_page(REMARKS)
    signed = pane.remark_list.signed
    at = next(at for at, one in enumerate(signed.rows) if one.unit and not one.is_head)
    pane.remark_list.focus_row(at)
    where = pane.remark_list.visualRect(signed.index(at, 0)).center()
    qtbot.mouseClick(pane.remark_list.viewport(), LEFT, pos=where)
    assert town_editor.selection == (signed.rows[at].unit,)


def test_a_hole_without_a_unit_is_asked_about_as_a_sender_would(pane: TablePane) -> None:
    asked = QSignalSpy(pane.ask_wanted)
    pane.show_page(REMARKS)
    signed = pane.remark_list.signed
    at = next(at for at, one in enumerate(signed.rows) if not one.is_head)
    signed.rows[at] = replace(signed.rows[at], unit="")
    pane.remark_list.setFocus()
    pane.remark_list.focus_row(at)
    QTest.keyClick(pane.remark_list, Qt.Key.Key_Return)
    question = asked.at(0)[0]
    assert isinstance(question, Question)
    assert question.message is not None
    assert question.message in signed.rows[at].sentence


def test_enter_on_a_row_goes_to_the_receiver(pane: TablePane, town_editor: Editor) -> None:
    pane.view.setFocus()
    row = pane.view.current()
    assert row is not None
    QTest.keyClick(pane.view, Qt.Key.Key_Return)
    assert town_editor.selection == (row.row.unit,)


def test_where_it_is_narrow_the_texts_are_a_page_of_their_own(pane: TablePane) -> None:
    assert pane.rows.isVisible()
    assert pane.form.isVisible()
    pane.resize(600, 460)
    assert pane.rows.isVisible()
    assert not pane.form.isVisible()
    pane.view.setFocus()
    QTest.keyClick(pane.view, Qt.Key.Key_F2)
    assert pane.form.isVisible()
    assert not pane.rows.isVisible()
    assert pane.head.pages.chosen == TEXTS
    pane.resize(1280, 460)
    assert pane.rows.isVisible()
    assert pane.form.isVisible()
    assert pane.head.pages.chosen == ROWS


def test_a_click_on_a_header_sorts(pane: TablePane) -> None:
    pane.view.horizontalHeader().setSortIndicator(Column.RECEIVER, Qt.SortOrder.DescendingOrder)
    names = [one.cells[Column.RECEIVER].casefold() for one in pane.view.table.rows]
    assert names == sorted(names, reverse=True)
