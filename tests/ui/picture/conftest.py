"""A canvas on a screen that is not there, and judges that say what they were asked."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sorstudio.ui.picture.canvas import Canvas
from sorstudio.ui.picture.detail import Detail
from sorstudio.ui.theme import Look, Mode, Theme
from tests.ui.picture.sample import picture


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    look = Look(qapp, Theme(Mode.LIGHT))
    yield look
    qapp.setStyleSheet("")
    look.deleteLater()


def not_below_birk(_keys: tuple[str, ...], target: str) -> str | None:
    return "Team Birk kan ikke få nye enheder." if target == "Team Birk" else None


def only_at_nord(_codes: tuple[str, ...], target: str) -> str | None:
    return None if target == "Nord" else "Tilbuddet hører til i Nord."


@pytest.fixture
def canvas(qtbot: QtBot, look: Look) -> Canvas:
    """Shows the sample in its own size; nothing may be dropped on Team Birk, and offers only on Nord."""
    canvas = Canvas(look, may_drop=not_below_birk, may_place=only_at_nord)
    qtbot.addWidget(canvas)
    canvas.resize(1200, 800)
    canvas.show()
    canvas.set_data(picture())
    canvas.zoom_to(Detail.NAMES)
    canvas.fit()
    qtbot.wait(1)
    return canvas


@pytest.fixture
def spot(canvas: Canvas) -> Callable[[str], QPoint]:
    """Where a unit is on the screen, a bit left of its middle."""

    def find(key: str) -> QPoint:
        box = canvas.stage.scene.box(canvas.stage.visible.place_of(key))
        middle = canvas.stage.view.rect(box).center()
        return (middle - QPointF(20, 0)).toPoint()

    return find
