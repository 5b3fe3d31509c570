"""The offers board as a whole."""

from functools import partial

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import offers
from sorstudio.ui.editor import Editor
from sorstudio.ui.offers.board import OffersBoard
from sorstudio.ui.theme import Mode, Theme
from sorstudio.ui.translate import Language, Tongue, texts_in
from tests.model.outline import key

CARE, DENTAL = "aeldre-og-hjemmepleje", "tandlaege"


def choose(board: OffersBoard, heading: str, place: int, qtbot: QtBot, *, more: bool = False) -> None:
    cards = board.wells[heading].list
    where = cards.visualRect(cards.offers.index(place, 0)).center()
    modifier = Qt.KeyboardModifier.ControlModifier if more else Qt.KeyboardModifier.NoModifier
    qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, modifier, where)


def test_enter_places_the_chosen_offers_on_the_chosen_unit(
    offers_board: OffersBoard, editor: Editor, qtbot: QtBot
) -> None:
    unit = key(editor.plan, "Åkanden")
    editor.select([unit])
    choose(offers_board, CARE, 0, qtbot)
    choose(offers_board, DENTAL, 0, qtbot, more=True)
    qtbot.keyClick(offers_board.wells[DENTAL].list, Qt.Key.Key_Return)
    assert {one.offer for one in editor.plan.state().placements(unit)} == set(offers_board.chosen())
    assert len(offers_board.chosen()) == 2


def test_a_click_alone_lets_go_of_what_was_chosen_elsewhere(offers_board: OffersBoard, qtbot: QtBot) -> None:
    choose(offers_board, CARE, 0, qtbot)
    choose(offers_board, DENTAL, 0, qtbot)
    assert len(offers_board.chosen()) == 1


def test_the_search_leaves_only_what_fits(offers_board: OffersBoard, qtbot: QtBot) -> None:
    qtbot.keyClicks(offers_board.search, "rygestop")
    qtbot.waitUntil(
        lambda: [code for code, well in offers_board.wells.items() if well.isVisible()] == ["forebyggelsestilbud"]
    )
    offers_board.search.clear()
    qtbot.waitUntil(lambda: all(well.isVisible() for well in offers_board.wells.values()))


def test_the_menu_removes_an_offer_from_its_unit(offers_board: OffersBoard, editor: Editor, qtbot: QtBot) -> None:
    unit = key(editor.plan, "Åkanden")
    editor.do(partial(offers.place_offer, offers=["rygestop"], unit=unit))
    offers_board.refresh()
    menu = offers_board.menu_for("rygestop")
    menu.actions()[-1].trigger()
    assert editor.plan.state().placements(unit) == ()
    menu.deleteLater()


def test_the_head_counts_what_is_amber(tongue: Tongue, offers_board: OffersBoard, editor: Editor, qtbot: QtBot) -> None:
    editor.do(partial(offers.place_offer, offers=["rygestop"], unit=key(editor.plan, "Åkanden")))
    qtbot.waitUntil(lambda: "mangler udfører" in offers_board.explained.text())


def test_another_look_size_and_language_keep_all_headings(
    offers_board: OffersBoard, editor: Editor, qtbot: QtBot
) -> None:
    offers_board.set_theme(Theme(Mode.DARK, 2.0))
    editor.retext(texts_in(Language.ENGLISH))
    qtbot.waitUntil(lambda: offers_board.wells[DENTAL].list.accessibleName() == "Dental care")
    assert len(offers_board.wells) == 10


def test_behind_the_strip_it_waits_until_it_is_seen(offers_board: OffersBoard, editor: Editor, qtbot: QtBot) -> None:
    offers_board.hide()
    editor.do(partial(offers.place_offer, offers=["rygestop"], unit=key(editor.plan, "Åkanden")))
    qtbot.wait(20)
    rows = offers_board.wells["forebyggelsestilbud"].list.offers
    assert not any(row.units for row in rows.rows)
    offers_board.show()
    assert [row.where for row in rows.rows if row.units] == ["Tilbydes af Åkanden"]


def test_a_double_click_places_a_card_on_the_chosen_unit(
    offers_board: OffersBoard, editor: Editor, qtbot: QtBot
) -> None:
    unit = key(editor.plan, "Åkanden")
    editor.select([unit])
    cards = offers_board.wells[DENTAL].list
    where = cards.visualRect(cards.offers.index(0, 0)).center()
    qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.mouseDClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert [one.offer for one in editor.plan.state().placements(unit)] == [cards.offers.rows[0].code]
    assert len(editor.plan.journal.changes) == 1


def test_the_menu_goes_to_the_unit_that_provides(offers_board: OffersBoard, editor: Editor) -> None:
    unit = key(editor.plan, "Åkanden")
    editor.do(partial(offers.place_offer, offers=["rygestop"], unit=unit))
    offers_board.refresh()
    menu = offers_board.menu_for("rygestop")
    next(one for one in menu.actions() if "Åkanden" in one.text()).trigger()
    assert editor.selection == (unit,)
    menu.deleteLater()
