"""The changes pane."""

from functools import partial

from pytestqt.qtbot import QtBot

from sorstudio.model.edits import messages, numbers, offers, units
from sorstudio.model.records import Direction
from sorstudio.requests.line import Addressee
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
