"""Signs inside a field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from sorstudio.ui.field_signs import FieldSigns, lead_with
from sorstudio.ui.theme import Look, Mode, Theme
from sorstudio.ui.translate import Language, Tongue


@pytest.fixture
def field(qtbot: QtBot, look: Look) -> QLineEdit:
    made = QLineEdit()
    qtbot.addWidget(made)
    made.resize(200, 40)
    made.show()
    return made


def signs(field: QLineEdit) -> FieldSigns:
    found = [one for one in field.children() if isinstance(one, FieldSigns)]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.5])
def test_the_sign_is_as_large_as_the_text(field: QLineEdit, scale: float) -> None:
    lead_with(field, Theme(Mode.LIGHT), "filter")
    lead_with(field, Theme(Mode.LIGHT, scale), "filter")
    sign = signs(field).sign
    assert sign.width() == sign.pixmap().deviceIndependentSize().width() == round(16 * scale)
    assert abs(sign.geometry().center().y() - field.rect().center().y()) <= 1


def test_the_text_begins_beside_the_sign(field: QLineEdit, theme: Theme) -> None:
    lead_with(field, theme, "filter")
    field.setText("x")
    field.setCursorPosition(0)
    assert field.cursorRect().center().x() >= signs(field).sign.geometry().right()


def test_a_click_on_the_cross_empties_the_field(field: QLineEdit, theme: Theme, qtbot: QtBot) -> None:
    lead_with(field, theme, "filter", clears=True)
    cross = signs(field).cross
    assert not cross.isVisible()
    qtbot.keyClicks(field, "torv")
    assert cross.isVisible()
    assert cross.geometry().right() < field.width()
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert field.text() == ""
    assert not cross.isVisible()


def test_the_cross_stays_at_the_end_of_a_field_that_grows(field: QLineEdit, theme: Theme) -> None:
    lead_with(field, theme, "filter", clears=True)
    field.resize(400, 40)
    assert signs(field).cross.geometry().right() > 370


def test_the_cross_is_called_in_the_language_now_spoken(
    field: QLineEdit, theme: Theme, tongue: Tongue, qtbot: QtBot
) -> None:
    lead_with(field, theme, "filter", clears=True)
    assert signs(field).cross.accessibleName() == "Ryd"
    tongue.speak(Language.ENGLISH)
    qtbot.waitUntil(lambda: signs(field).cross.accessibleName() == "Clear")
