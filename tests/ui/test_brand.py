"""The sign and the button that says whose plan it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from sorstudio.ui.brand import PlanButton, window_icon
from sorstudio.ui.theme import Theme


def test_the_window_has_a_sign_in_the_accent(theme: Theme, qtbot: QtBot) -> None:
    image = window_icon(theme).pixmap(64, 64).toImage()
    assert image.pixelColor(32, 6).name() == theme.color("accent").name()


def test_the_button_says_whose_plan_and_opens_the_menu(theme: Theme, qtbot: QtBot) -> None:
    menu = QMenu()
    menu.addAction("Åbn plan")
    button = PlanButton(theme, menu)
    qtbot.addWidget(button)
    button.tell("Ærø Kommune", "Data pr. 1. nov. 2026")
    button.show()
    assert button.accessibleName() == "Ærø Kommune. Data pr. 1. nov. 2026"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(menu.isVisible)
    menu.close()
