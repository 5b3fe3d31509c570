"""The lines of the tree."""

import pytest
from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from sorstudio.ui.picture.arrays import visible_part
from sorstudio.ui.picture.detail import Detail, Direction
from sorstudio.ui.picture.edges import MOST_BENDS, edges_of, elbow, paint_edges
from sorstudio.ui.picture.scene import Scene, build_scene
from sorstudio.ui.picture.view import View
from sorstudio.ui.theme import Theme
from tests.ui.picture.sample import picture

WIDE = "top\n" + "\n".join(f"  {number}" for number in range(MOST_BENDS + 20))


def scene_of(text: str = "", detail: Detail = Detail.NAMES, direction: Direction = Direction.RIGHT) -> Scene:
    data = picture(text) if text else picture()
    return build_scene(visible_part(data, frozenset()), detail, direction)


def painted(scene: Scene, view: View, size: QSizeF) -> QImage:
    image = QImage(size.toSize(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_edges(painter, Theme(), edges_of(scene), view, size)
    painter.end()
    return image


def is_drawn_near(image: QImage, x: float, y: float) -> bool:
    around = [(round(x) + dx, round(y) + dy) for dx in range(-3, 4) for dy in range(-3, 4)]
    inside = [(px, py) for px, py in around if image.rect().contains(px, py)]
    return any(image.pixelColor(px, py).lightness() < 220 for px, py in inside)


@pytest.mark.parametrize("direction", list(Direction))
@pytest.mark.parametrize("text", ["", WIDE])
def test_a_line_ends_at_every_child_and_begins_at_its_parent(
    qapp: QApplication, direction: Direction, text: str
) -> None:
    scene = scene_of(text, direction=direction)
    bounds = scene.bounds
    view = View(x=-10, y=-10, own_scale=1.0)
    image = painted(scene, view, QSizeF(bounds.width + 20, bounds.height + 20))
    for place in range(1, scene.size):
        box = scene.box(place)
        end = (box.x, box.y + box.height / 2) if scene.is_rightward else (box.x + box.width / 2, box.y)
        assert is_drawn_near(image, end[0] + 10, end[1] + 10)


def test_the_line_of_one_unit_runs_from_its_parent(qapp: QApplication) -> None:
    scene = scene_of()
    child = scene.visible.place_of("Team Eg")
    parent = scene.visible.place_of("Syd")
    path = elbow(scene, parent, child, View(own_scale=1.0))
    box, below = scene.box(parent), scene.box(child)
    assert path.elementAt(0).x == box.x + box.width
    assert path.currentPosition() == QPointF(below.x, below.y + below.height / 2)


def test_a_rack_of_blocks_has_a_bracket(qapp: QApplication) -> None:
    scene = scene_of(WIDE, Detail.FAR)
    size = QSizeF(scene.bounds.width, scene.bounds.height)
    image = painted(scene, View(own_scale=1.0), size)
    column = float(scene.columns[1])
    assert all(is_drawn_near(image, column, y) for y in range(4, int(size.height()) - 4))


def test_what_is_out_of_sight_is_not_drawn(qapp: QApplication) -> None:
    scene = scene_of()
    image = painted(scene, View(x=50_000, own_scale=1.0), QSizeF(200, 200))
    assert not any(image.pixelColor(x, y).lightness() < 220 for x in range(0, 200, 2) for y in range(0, 200, 2))
