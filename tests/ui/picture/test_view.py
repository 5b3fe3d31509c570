"""Points on the screen and in the layout."""

import pytest
from PySide6.QtCore import QPointF, QSizeF

from sorstudio.ui.picture.detail import Detail
from sorstudio.ui.picture.scene import Box
from sorstudio.ui.picture.view import View, zoom_to_fit


def test_there_and_back() -> None:
    view = View(x=10, y=20, zoom=0.5, text_scale=1.5)
    back = view.to_layout(view.to_screen(123, 45))
    assert (back.x(), back.y()) == pytest.approx((123, 45))


def test_pushing_moves_what_is_seen() -> None:
    assert View().moved(30, -10).to_screen(0, 0) == QPointF(30, -10)


def test_a_point_is_put_where_it_shall_be() -> None:
    view = View(zoom=1.3).with_point_at(50, 60, QPointF(7, 8))
    at = view.to_screen(50, 60)
    assert (at.x(), at.y()) == pytest.approx((7, 8))


def test_the_text_size_enlarges_everything() -> None:
    assert View(text_scale=2).rect(Box(0, 0, 10, 5)).width() == 20


def test_a_small_picture_is_not_blown_up() -> None:
    assert zoom_to_fit(Box(0, 0, 10, 10), QSizeF(900, 900), Detail.NEAR, 1.0) == 1.0


def test_a_large_picture_is_made_to_fit() -> None:
    assert zoom_to_fit(Box(0, 0, 2000, 10), QSizeF(1000, 900), Detail.NEAR, 1.0) == 0.5


def test_a_view_of_the_whole_has_its_own_scale() -> None:
    assert View(zoom=3, own_scale=0.01).scale == 0.01
