"""Where a file is let go."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sorstudio.ui.start.zone import DropFrame, DropZone
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Tongue


def test_a_file_held_over_it_changes_ground_and_words(theme: Theme, tongue: Tongue, qtbot: QtBot) -> None:
    zone = DropZone(theme)
    qtbot.addWidget(zone)
    zone.resize(400, 180)
    assert zone.grab().toImage().pixelColor(40, 160).name() == theme.color("surface").name()
    zone.await_files(is_plan=False)
    assert zone.grab().toImage().pixelColor(40, 160).name() == theme.color("select").name()
    zone.stop_awaiting()
    assert not zone.is_awaiting()
    assert zone.grab().toImage().pixelColor(40, 160).name() == theme.color("surface").name()


def test_the_frame_is_in_nobodys_way(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(300, 200)
    frame = DropFrame(theme, page)
    frame.setGeometry(page.rect())
    frame.show()
    assert page.childAt(QPoint(150, 8)) is None
    assert frame.grab().toImage().pixelColor(150, 9).name() == theme.color("accent").name()
