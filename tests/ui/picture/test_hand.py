"""What is carried, and what the target says."""

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from sorstudio.ui.picture.cards import Brush
from sorstudio.ui.picture.hand import Hand, anything, paint_reason, paint_unit_in_hand
from sorstudio.ui.picture.words import Words
from sorstudio.ui.theme import Theme
from tests.ui.picture.sample import picture


def never(_codes: tuple[str, ...], target: str) -> str:
    return f"not onto {target}"


def test_nothing_can_be_dropped_on_nobody() -> None:
    assert not Hand(("a",), anything).may_drop


def test_a_unit_is_no_target_for_itself() -> None:
    hand = Hand(("a",), never)
    hand.move(QPointF(), "a")
    assert (hand.target, hand.reason, hand.may_drop) == ("", None, False)


def test_an_offer_may_have_the_code_of_a_unit() -> None:
    hand = Hand(("a",), anything, are_offers=True)
    hand.move(QPointF(), "a")
    assert hand.may_drop


def test_the_reason_is_that_of_the_target() -> None:
    hand = Hand(("a",), never)
    hand.move(QPointF(), "b")
    assert (hand.reason, hand.may_drop) == ("not onto b", False)


def test_the_judge_is_asked_once_for_a_target() -> None:
    asked: list[str] = []

    def note(_codes: tuple[str, ...], target: str) -> None:
        asked.append(target)

    hand = Hand(("a",), note)
    for over in ("b", "c", "b"):
        hand.move(QPointF(), over)
        assert hand.may_drop
    assert asked == ["b", "c"]


@pytest.mark.parametrize("corner", [QRectF(0, 0, 10, 10), QRectF(590, 290, 10, 10), QRectF(300, 280, 10, 10)])
def test_the_reason_is_wholly_on_the_screen(qapp: QApplication, corner: QRectF) -> None:
    image = QImage(600, 300, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    brush = Brush(painter, Theme(), picture(), Words())
    bar = paint_reason(brush, "Det kan ikke lade sig gøre her.", corner, QSizeF(600, 300))
    painter.end()
    assert QRectF(0, 0, 600, 300).contains(bar)


def test_the_card_in_the_hand_hangs_below_the_cursor(qapp: QApplication) -> None:
    image = QImage(600, 300, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    area = paint_unit_in_hand(Brush(painter, Theme(), picture(), Words()), QPointF(10, 20), 0, 3)
    painter.end()
    assert area.left() > 10
    assert area.top() > 20
