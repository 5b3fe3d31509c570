"""Everything can be read in all three looks, and nothing is told by its colour alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication

from sorstudio.resources import read_toml
from sorstudio.ui import paint
from sorstudio.ui.signs import ChangeSign, FindingSign, NumberSign
from sorstudio.ui.theme import Mode, Theme

SIDE = 40
TEXT_LEAST, LINE_LEAST = 4.5, 3.0
GROUNDS = ("window", "surface", "raised", "sunken", "canvas", "hover", "select")
TEXTS = ("text", "muted", "accent", "error", "warning", "info", "new", "changed", "moved", "closed")
ROLE = QPalette.ColorRole
PAIRS = [
    (ROLE.WindowText, ROLE.Window),
    (ROLE.Text, ROLE.Base),
    (ROLE.ButtonText, ROLE.Button),
    (ROLE.HighlightedText, ROLE.Highlight),
    (ROLE.PlaceholderText, ROLE.Base),
    (ROLE.ToolTipText, ROLE.ToolTipBase),
    (ROLE.Link, ROLE.Base),
]
SIGNS = [
    *[(paint.finding_mark, sign) for sign in FindingSign if sign],
    *[(paint.change_mark, sign) for sign in ChangeSign if sign],
]


def luminance(code: str) -> float:
    parts = [int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(theme: Theme, one: str, other: str) -> float:
    return ratio(theme.hex(one), theme.hex(other))


def ratio(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_every_text_is_read_on_every_ground(mode: Mode, ground: str, text: str) -> None:
    assert contrast(Theme(mode), text, ground) >= TEXT_LEAST


@pytest.mark.parametrize("mode", list(Mode))
def test_buttons_and_soft_grounds_carry_their_words(mode: Mode) -> None:
    theme = Theme(mode)
    soft = [name for name in read_toml("look/tokens.toml")[mode] if name.endswith("_soft")]
    assert contrast(theme, "on_accent", "accent") >= TEXT_LEAST
    assert {name: contrast(theme, "text", name) for name in soft if contrast(theme, "text", name) < TEXT_LEAST} == {}


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize(
    "group", [QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled]
)
@pytest.mark.parametrize(("text", "ground"), PAIRS, ids=[text.name for text, _ in PAIRS])
def test_what_qt_paints_itself_is_read_also_chosen_and_disabled(
    mode: Mode, group: QPalette.ColorGroup, text: QPalette.ColorRole, ground: QPalette.ColorRole
) -> None:
    palette = Theme(mode).palette()
    assert ratio(palette.color(group, text).name(), palette.color(group, ground).name()) >= TEXT_LEAST


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_ring_of_the_focus_stands_out_everywhere(mode: Mode, ground: str) -> None:
    assert contrast(Theme(mode), "accent", ground) >= LINE_LEAST


@pytest.mark.parametrize("mode", list(Mode))
def test_signs_keep_their_shapes_without_colour(mode: Mode, qapp: QApplication) -> None:
    theme = Theme(mode)
    drawn = [outline(theme, lambda p, d=draw, s=sign: d(p, theme, s, QPointF(8, 8))) for draw, sign in SIGNS]
    assert all(one != other for at, one in enumerate(drawn) for other in drawn[:at])


@pytest.mark.parametrize("mode", list(Mode))
def test_numbers_are_told_apart_without_colour(mode: Mode, qapp: QApplication) -> None:
    theme = Theme(mode)
    drawn = [outline(theme, lambda p, s=sign: paint.number_dot(p, theme, QPointF(20, 20), s)) for sign in NumberSign]
    assert all(one != other for at, one in enumerate(drawn) for other in drawn[:at])


def outline(theme: Theme, draw: Callable[[QPainter], object]) -> QImage:
    """What is left when only drawn or not drawn counts."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(theme.color("surface"))
    painter = QPainter(image)
    paint.smooth(painter)
    draw(painter)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)
