"""The buttons of the severities."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sorstudio.rules.finding import Severity
from sorstudio.ui.findings.chips import BranchChip, SeverityButton
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


def test_the_chip_of_a_branch_is_seen_while_there_is_one(theme: Theme, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    chip = BranchChip(theme, holder)
    holder.show()
    assert not chip.isVisible()
    chip.say("Sundhed og Omsorg med et meget langt navn i registeret")
    assert chip.isVisible()
    assert "…" in chip.text()
    assert "langt navn i registeret" in chip.accessibleName()
    with qtbot.waitSignal(chip.removed):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
