"""The cards of one heading, and the drag that carries them."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from sorstudio.ui.offers.cards import OfferList, OfferModel, card_height
from sorstudio.ui.offers.standing import OfferRow, Standing
from sorstudio.ui.picture.mime import OFFERS, unpack
from sorstudio.ui.theme import Theme

ROWS = (
    OfferRow("a", "Rygestop", "", Standing.FREE),
    OfferRow("b", "Kostvejledning", "Ingen udfører", Standing.LACKING),
    OfferRow("c", "Motion", "Sundhedshuset", Standing.PLACED, ("1",)),
)


class Recording(OfferList):
    """Keeps what would have been carried."""

    carried: Sequence[str] = ()

    def carry(self, drag: QDrag) -> None:
        self.carried = unpack(drag.mimeData(), OFFERS)


@pytest.fixture
def cards(theme: Theme, qtbot: QtBot) -> Recording:
    cards = Recording(theme, "Forebyggelse", lambda: cards.chosen())
    qtbot.addWidget(cards)
    cards.show_rows(ROWS)
    cards.resize(240, cards.height())
    cards.show()
    qtbot.waitExposed(cards)
    return cards


def point(cards: OfferList, place: int) -> QPoint:
    return cards.visualRect(cards.offers.index(place, 0)).center()


def drag(cards: OfferList, place: int) -> None:
    viewport, start = cards.viewport(), point(cards, place)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for step in (15, 30, 45):
        QTest.mouseMove(viewport, start + QPoint(step, 0))


def test_a_card_is_dragged_out_with_the_mouse(cards: Recording) -> None:
    drag(cards, 1)
    assert cards.carried == ("b",)


def test_several_cards_are_dragged_together(cards: Recording, qtbot: QtBot) -> None:
    control, left = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton
    qtbot.mouseClick(cards.viewport(), left, pos=point(cards, 0))
    qtbot.mouseClick(cards.viewport(), left, control, point(cards, 2))
    drag(cards, 2)
    assert cards.carried == ("a", "c")


def test_enter_asks_to_place_what_is_chosen(cards: Recording, qtbot: QtBot) -> None:
    cards.setFocus()
    qtbot.keyClick(cards, Qt.Key.Key_Down)
    with qtbot.waitSignal(cards.place_wanted) as told:
        qtbot.keyClick(cards, Qt.Key.Key_Return)
    assert told.args == [cards.chosen()]


def test_a_quiet_offer_takes_less_room(theme: Theme, cards: Recording) -> None:
    heights = [card_height(theme, row) for row in ROWS]
    assert heights[0] < heights[1] == heights[2]
    assert cards.height() == sum(heights)


def test_the_model_tells_only_what_changed(qtbot: QtBot) -> None:
    model = OfferModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(ROWS)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as told:
        model.show_rows((OfferRow("a", "Rygestop", "Team", Standing.PLACED, ("2",)), *ROWS[1:]))
    assert told.args is not None
    assert told.args[0].row() == 0
    tester.deleteLater()
