"""A unit as card or pill, painted and looked at."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from sorstudio.ui.picture.arrays import PictureData
from sorstudio.ui.picture.cards import Brush, Dress, badge_width, count_area, handle_area, paint_card, paint_pill
from sorstudio.ui.picture.colouring import Pattern, Swatch
from sorstudio.ui.picture.words import Words
from sorstudio.ui.signs import ChangeSign, FindingSign, NumberSign
from sorstudio.ui.theme import Theme
from tests.ui.picture.sample import picture

AREA = QRectF(10, 10, 184, 64)


def card(dress: Dress | None = None, paint: object = paint_card, **columns: object) -> QImage:
    data: PictureData = picture("Enhed\n  barn", **columns)
    image = QImage(220, 90, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(Brush(painter, Theme(), data, Words()), AREA, 0, dress or Dress())  # type: ignore[operator]
    painter.end()
    return image


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Fonts need an application."""


@pytest.mark.parametrize("paint", [paint_card, paint_pill])
@pytest.mark.parametrize("number", list(NumberSign))
def test_every_kind_of_number_looks_different(paint: object, number: NumberSign) -> None:
    others = [card(paint=paint, number_signs=[one, 0], numbers=["579", ""]) for one in NumberSign if one is not number]
    assert card(paint=paint, number_signs=[number, 0], numbers=["579", ""]) not in others


@pytest.mark.parametrize("sign", [FindingSign.ERROR, FindingSign.WARNING, FindingSign.INFO])
def test_a_finding_is_marked_in_its_colour(sign: FindingSign) -> None:
    assert Theme().hex(sign.name.lower()) in colours(card(findings=[sign, 0]))


@pytest.mark.parametrize("sign", [sign for sign in ChangeSign if sign])
def test_a_change_is_marked_on_its_soft_ground(sign: ChangeSign) -> None:
    assert Theme().hex(f"{sign.name.lower()}_soft") in colours(card(changes=[sign, 0]))


def test_a_missing_type_is_said() -> None:
    assert Theme().hex("error") in colours(card(type_expected=[True, True]))


def test_the_target_of_a_refused_drop_is_red_and_dashed() -> None:
    image = card(Dress(is_refused=True))
    top = [image.pixelColor(x, 11).name().upper() for x in range(24, 180)]
    assert Theme().hex("error") in top
    assert Theme().hex("error") != max(set(top), key=top.count) or len(set(top)) > 1


def test_a_chosen_card_has_an_accent_line() -> None:
    assert card(Dress(is_selected=True)).pixelColor(100, 10).name().upper() == Theme().hex("accent")


def test_counts_that_find_no_room_beside_the_number_are_left_out() -> None:
    roomy = card(numbers=["5790990001136", ""], number_signs=[1, 0], received=[4, 0])
    full = card(numbers=["5790990001136" * 2, ""], number_signs=[1, 0], received=[4, 0])
    bare = card(numbers=["5790990001136" * 2, ""], number_signs=[1, 0])
    assert full == bare
    assert roomy != full


def test_a_larger_count_has_more_room() -> None:
    assert badge_width(Theme(), 12345) > badge_width(Theme(), 1) >= 16


def test_the_count_of_a_pill_lies_inside() -> None:
    assert AREA.contains(count_area(AREA, 30))


@pytest.mark.parametrize("is_rightward", [True, False])
def test_the_handle_of_a_card_lies_over_the_edge_to_its_children(is_rightward: bool) -> None:
    handle = handle_area(AREA, 30, is_rightward=is_rightward)
    assert handle.intersects(AREA)
    assert not AREA.contains(handle)


@pytest.mark.parametrize("paint", [paint_card, paint_pill])
def test_two_kinds_of_one_colour_are_told_apart_by_their_sign(paint: object) -> None:
    one, other = (Swatch("", "kind1", "kind1", pattern, "kind1") for pattern in (Pattern.SLASH, Pattern.DOT))
    looks = [card(Dress("kind1", sign=sign), paint) for sign in (None, one, other)]
    assert all(looks[first] != looks[second] for first, second in ((0, 1), (0, 2), (1, 2)))
