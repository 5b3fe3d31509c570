"""The small map."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from sorstudio.ui.picture.canvas import Canvas
from sorstudio.ui.picture.detail import Detail
from sorstudio.ui.picture.minimap import Minimap


@pytest.fixture
def small_map(canvas: Canvas) -> Minimap:
    return canvas.findChild(Minimap)


def test_it_is_hidden_while_everything_is_seen(canvas: Canvas, small_map: Minimap) -> None:
    assert not small_map.isVisible()
    canvas.zoom_to(Detail.NEAR)
    canvas.resize(500, 440)
    assert small_map.isVisible()


def test_a_click_goes_there(canvas: Canvas, small_map: Minimap, qtbot: QtBot) -> None:
    canvas.resize(500, 440)
    canvas.zoom_to(Detail.NEAR)
    seen = []
    for corner in (QPoint(12, 42), QPoint(114, 42)):
        qtbot.mouseClick(small_map, Qt.MouseButton.LeftButton, pos=corner)
        seen.append(canvas.stage.view.x)
    assert seen[0] < seen[1]


def test_it_is_painted_with_a_frame(canvas: Canvas, small_map: Minimap) -> None:
    canvas.resize(500, 440)
    canvas.zoom_to(Detail.NEAR)
    image = small_map.grab().toImage()
    accent = canvas.theme.color("accent").name()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert accent in colours
