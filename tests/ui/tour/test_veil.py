"""What is dimmed."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sorstudio.ui.theme import Mode, Theme
from sorstudio.ui.tour.veil import Veil


@pytest.mark.parametrize("mode", list(Mode))
def test_all_but_the_hole_is_dimmed_a_little(mode: Mode, qtbot: QtBot) -> None:
    work = QWidget()
    qtbot.addWidget(work)
    work.resize(300, 200)
    work.setStyleSheet("background: #808080")
    veil = Veil(Theme(mode), work)
    veil.setGeometry(work.rect())
    veil.leave_out(QRect(100, 50, 100, 100))
    image = work.grab().toImage()
    assert image.pixelColor(150, 100).name() == "#808080"
    assert 0x20 < image.pixelColor(20, 20).red() < 0x80
    assert image.pixelColor(101, 100).name() == Theme(mode).color("accent").name()


def test_the_pointer_goes_through_it(theme: Theme, qtbot: QtBot) -> None:
    work = QWidget()
    qtbot.addWidget(work)
    work.resize(300, 200)
    veil = Veil(theme, work)
    veil.setGeometry(work.rect())
    veil.show()
    assert work.childAt(QPoint(20, 20)) is None
