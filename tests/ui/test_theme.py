"""One table for the look."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from sorstudio.resources import read_toml, resource
from sorstudio.ui.theme import LEAST_SCALE, MOST_SCALE, Look, Mode, Theme, Weight, install_fonts, system_mode

TEXTS = ("text", "muted", "accent", "error", "warning", "info", "new", "changed", "moved", "closed")
GROUNDS = ("surface", "window", "canvas", "raised", "hover", "sunken")
LINES = ("line_control", "edge")


def luminance(hex_code: str) -> float:
    parts = [int(hex_code[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_text_can_be_read_on_every_ground(mode: Mode, ground: str) -> None:
    theme = Theme(mode)
    assert min(contrast(theme.hex(text), theme.hex(ground)) for text in TEXTS) >= 4.5


@pytest.mark.parametrize("mode", list(Mode))
def test_signs_can_be_read_on_their_soft_grounds(mode: Mode) -> None:
    theme = Theme(mode)
    soft = [token.removesuffix("_soft") for token in read_toml("look/tokens.toml")[mode] if token.endswith("_soft")]
    assert min(contrast(theme.hex(token), theme.hex(f"{token}_soft")) for token in soft) >= 4.5


@pytest.mark.parametrize("mode", list(Mode))
def test_lines_and_kinds_stand_out(mode: Mode) -> None:
    theme = Theme(mode)
    assert min(contrast(theme.hex(line), theme.hex("canvas")) for line in LINES) >= 3
    assert min(contrast(theme.hex(f"kind{number}"), theme.hex("canvas")) for number in range(1, 7)) >= 4.5


def test_the_modes_have_the_same_colours() -> None:
    tables = read_toml("look/tokens.toml")
    assert set(tables["light"]) == set(tables["dark"]) == set(tables["contrast"])


@pytest.mark.parametrize(("asked", "given"), [(0.1, LEAST_SCALE), (1.3, 1.3), (9, MOST_SCALE)])
def test_the_text_size_has_limits(asked: float, given: float) -> None:
    assert Theme(scale=asked).scale == given


def test_lengths_grow_with_the_text_and_never_vanish() -> None:
    assert Theme(scale=2).size("row") == 2 * Theme().size("row")
    assert Theme(scale=0.8).px(0.2) == 1


def test_the_font_is_the_shipped_one_in_three_weights(qapp: QApplication) -> None:
    assert install_fonts() == ("Inter",)
    widths = [Theme().width("Hjemmesygeplejen æøå", "body", weight) for weight in Weight]
    assert QFontInfo(Theme().font()).family() == "Inter"
    assert widths == sorted(set(widths))


def test_tabular_digits_are_equally_wide(qapp: QApplication) -> None:
    theme = Theme()
    assert theme.width("1111", tabular=True) == theme.width("0000", tabular=True)
    assert theme.width("1111") != theme.width("0000")


def test_a_long_text_is_cut_at_its_end(qapp: QApplication) -> None:
    short = Theme().elide("Visitation og hjælpemidler", 80, "small", Weight.REGULAR)
    assert short.startswith("Visit")
    assert short.endswith("…")
    assert Theme().width(short, "small") <= 81


def test_the_palette_has_the_tokens(qapp: QApplication) -> None:
    theme = Theme(Mode.DARK)
    assert theme.palette().color(QPalette.ColorRole.Window) == theme.color("window")
    assert theme.palette().color(QPalette.ColorRole.Highlight) == theme.color("accent")


def test_a_live_switch_reaches_widgets_and_listeners(qapp: QApplication, qtbot: QtBot) -> None:
    look = Look(qapp, Theme(Mode.LIGHT))
    label = QLabel("x")
    qtbot.addWidget(label)
    label.show()
    with qtbot.waitSignal(look.changed) as told:
        look.apply(Theme(Mode.DARK, 1.5))
    assert told.args == [Theme(Mode.DARK, 1.5)]
    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == Theme(Mode.DARK).hex("text")
    assert label.font().pixelSize() == Theme(Mode.DARK, 1.5).font().pixelSize()
    look.apply(Theme(Mode.LIGHT))


def test_the_same_theme_again_changes_nothing(qapp: QApplication, qtbot: QtBot) -> None:
    look = Look(qapp, Theme())
    with qtbot.assertNotEmitted(look.changed):
        look.apply(Theme())


def test_the_desktop_is_light_or_dark(qapp: QApplication) -> None:
    assert system_mode() in (Mode.LIGHT, Mode.DARK)


def test_licences_are_shipped_and_the_look_is_small() -> None:
    folder: Path = resource("look")
    assert "SIL Open Font License" in (folder / "fonts" / "OFL.txt").read_text("utf-8")
    assert "MIT License" in (folder / "Tabler-MIT.txt").read_text("utf-8")
    assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) < 2_000_000
