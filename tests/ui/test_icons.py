"""Icons in the colour of a token."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from sorstudio.ui.icons import draw_icon, icon, icon_names, icon_size, pixmap, stroke_for
from sorstudio.ui.theme import Mode, Theme


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Pixmaps need an application."""


@pytest.mark.parametrize("name", sorted(icon_names()))
def test_every_icon_draws_something(name: str) -> None:
    image = pixmap(Theme(), name).toImage()
    seen = [image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height())]
    assert max(seen) > 200


def test_it_has_the_colour_of_its_token() -> None:
    image = pixmap(Theme(), "square", "error").toImage()
    solid = {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert solid == {Theme().hex("error")}


def test_it_is_drawn_at_twice_its_size() -> None:
    made = pixmap(Theme(scale=1.5), "plus")
    assert made.size() == QSize(48, 48)
    assert made.deviceIndependentSize().toSize() == QSize(24, 24)


def test_another_theme_has_another_picture() -> None:
    assert pixmap(Theme(), "plus").toImage() != pixmap(Theme(Mode.DARK), "plus").toImage()


def test_a_disabled_button_has_a_paler_icon() -> None:
    made = icon(Theme(), "plus", "text")
    size = icon_size(Theme())
    pictures = [made.pixmap(size, mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)]
    assert pictures[0] != pictures[1]


def test_small_icons_have_thicker_lines() -> None:
    assert stroke_for(12) > stroke_for(16)


def test_an_unknown_icon_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        pixmap(Theme(), "no-such-icon")


def test_on_a_screen_it_is_pixels() -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_icon(painter, Theme(), "plus", QPointF(2, 2), "text")
    painter.end()
    assert image.pixelColor(10, 10).lightness() < 60


def test_on_paper_it_is_lines() -> None:
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    painter = QPainter(generator)
    draw_icon(painter, Theme(), "plus", QPointF(2, 2), "text")
    painter.end()
    assert b"<image" not in bytes(written.data())
    assert b"<path" in bytes(written.data())
