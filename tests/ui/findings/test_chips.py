"""The buttons of the severities."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.rules.finding import Severity
from sorstudio.ui.findings.chips import SeverityButton
from sorstudio.ui.theme import Mode, Theme


def test_the_space_bar_hides_and_shows_and_the_width_follows_the_words(theme: Theme, qtbot: QtBot) -> None:
    button = SeverityButton(theme, Severity.ERROR)
    qtbot.addWidget(button)
    button.setText("2 fejl")
    button.show()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert not button.isChecked()
    narrow = button.sizeHint().width()
    button.theme = Theme(Mode.DARK, 2.0)
    assert button.sizeHint().width() > 1.8 * narrow
    assert not button.grab().isNull()
