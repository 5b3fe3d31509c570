"""The changes pane."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import messages, numbers, offers, units
from sorstudio.model.records import Direction
from sorstudio.requests.line import Addressee
from sorstudio.ui.changes.card import LineList
from sorstudio.ui.changes.pane import ChangesPane
from sorstudio.ui.editor import Editor
from sorstudio.ui.theme import Mode, Theme
from sorstudio.ui.translate import Language, texts_in
from tests.model.outline import key


def counts(pane: ChangesPane) -> dict[Addressee | None, int]:
    return {addressee: card.list.lines.rowCount() for addressee, card in pane.cards.items()}


def test_a_plan_that_changes_nothing_says_so(changes: ChangesPane) -> None:
    assert changes.empty.isVisible()
    assert changes.count == 0


def test_each_line_lies_in_the_envelope_of_who_carries_it_out(
    changes: ChangesPane, editor: Editor, qtbot: QtBot
) -> None:
    unit = key(editor.plan, "Åkanden")
    editor.do(partial(units.rename, unit=unit, name="Åen"))
    editor.do(partial(numbers.order_location_number, unit=unit, system="KMD Nexus"))
    ways = (Direction.IN,)
    editor.do(partial(messages.add_message_type, unit=unit, type_="XDIS21", version=None, directions=ways))
    editor.do(partial(offers.place_offer, offers=["plejehjem"], unit=unit))
    qtbot.waitUntil(lambda: changes.count == 4)
    assert counts(changes) == {Addressee.MUNICIPALITY: 1, Addressee.SDS: 1, Addressee.MEDCOM: 1, None: 1}


def test_there_and_back_is_nothing(changes: ChangesPane, editor: Editor, qtbot: QtBot) -> None:
    editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åen"))
    qtbot.waitUntil(lambda: changes.count == 1)
    with qtbot.waitSignal(changes.counted) as told:
        editor.do(partial(units.rename, unit=key(editor.plan, "Åen"), name="Åkanden"))
    assert told.args == [0]


def test_a_line_leads_to_its_unit(changes: ChangesPane, editor: Editor, qtbot: QtBot) -> None:
    editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åen"))
    qtbot.waitUntil(lambda: changes.count == 1)
    changes.cards[Addressee.MUNICIPALITY].list.wanted.emit(key(editor.plan, "Åen"))
    assert editor.selection == (key(editor.plan, "Åen"),)


def test_narrow_large_and_english_it_still_shows_all_four(changes: ChangesPane, editor: Editor, qtbot: QtBot) -> None:
    editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åen"))
    qtbot.waitUntil(lambda: changes.count == 1)
    changes.set_theme(Theme(Mode.DARK, 2.0))
    changes.resize(600, 400)
    editor.retext(texts_in(Language.ENGLISH))
    qtbot.wait(20)
    assert all(card.isVisible() for card in changes.cards.values())
    assert counts(changes)[Addressee.MUNICIPALITY] == 1


def test_behind_another_tab_only_the_count_is_kept(changes: ChangesPane, editor: Editor, qtbot: QtBot) -> None:
    changes.hide()
    editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åen"))
    qtbot.waitUntil(lambda: changes.count == 1)
    assert sum(counts(changes).values()) == 0
    changes.show()
    assert sum(counts(changes).values()) == 1


def rename(editor: Editor, old: str, new: str) -> None:
    editor.do(partial(units.rename, unit=key(editor.plan, old), name=new))


def names(editor: Editor) -> set[str]:
    return {unit.name for unit in editor.plan.state().units.values()}


def press(
    changes: ChangesPane, row: int, qtbot: QtBot, envelope: Addressee | None = Addressee.MUNICIPALITY
) -> LineList:
    rows = changes.cards[envelope].list
    where = rows.visualRect(rows.lines.index(row, 0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    return rows


def test_the_chosen_line_alone_is_taken_back_by_mouse(changes: ChangesPane, editor: Editor, qtbot: QtBot) -> None:
    rename(editor, "Åkanden", "Åen")
    rename(editor, "Solgården", "Solen")
    qtbot.waitUntil(lambda: changes.count == 2)
    press(changes, 0, qtbot)
    qtbot.mouseClick(changes.head.take_back, Qt.MouseButton.LeftButton)
    assert {"Åkanden", "Solen"} <= names(editor)
    qtbot.waitUntil(lambda: changes.count == 1)
    assert not changes.head.take_back.isEnabled()


def test_delete_takes_the_chosen_line_back(changes: ChangesPane, editor: Editor, qtbot: QtBot) -> None:
    rename(editor, "Åkanden", "Åen")
    qtbot.waitUntil(lambda: changes.count == 1)
    qtbot.keyClick(press(changes, 0, qtbot), Qt.Key.Key_Delete)
    assert "Åkanden" in names(editor)


def test_behind_a_line_of_two_acts_one_is_chosen(changes: ChangesPane, editor: Editor, qtbot: QtBot) -> None:
    unit = key(editor.plan, "Åkanden")
    for offer in ("plejehjem", "aflastning"):
        editor.do(partial(offers.place_offer, offers=[offer], unit=unit))
    qtbot.waitUntil(lambda: changes.count == 1)
    press(changes, 0, qtbot, None)
    qtbot.mouseClick(changes.head.take_back, Qt.MouseButton.LeftButton)
    menu = next(one for one in changes.findChildren(QMenu) if one.isVisible())
    assert len(menu.actions()) == 2
    first = menu.actions()[-1]
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(first).center())
    assert [one.offer for one in editor.plan.state().placements(unit)] == ["aflastning"]


def test_what_is_in_the_way_of_a_line_is_shown(changes: ChangesPane, editor: Editor, qtbot: QtBot) -> None:
    unit = key(editor.plan, "Åkanden")
    rename(editor, "Solgården", "Solen")
    editor.do(partial(numbers.order_location_number, unit=unit, system="KMD Nexus"))
    ways = (Direction.IN,)
    editor.do(partial(messages.add_message_type, unit=unit, type_="XDIS21", version=None, directions=ways))
    qtbot.waitUntil(lambda: changes.count == 3)
    press(changes, 0, qtbot, Addressee.SDS)
    qtbot.mouseClick(changes.head.take_back, Qt.MouseButton.LeftButton)
    assert changes.obstacle.isVisible()
    qtbot.mouseClick(changes.obstacle.show_them, Qt.MouseButton.LeftButton)
    assert counts(changes) == {Addressee.MUNICIPALITY: 0, Addressee.SDS: 0, Addressee.MEDCOM: 1, None: 0}
    qtbot.mouseClick(changes.obstacle.away, Qt.MouseButton.LeftButton)
    assert sum(counts(changes).values()) == 3
