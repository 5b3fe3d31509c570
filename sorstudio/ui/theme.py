"""The look as one value: colours, sizes and type from the token table, and its way onto the application."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from sorstudio.resources import read_toml, resource
from sorstudio.ui.stylesheet import write_stylesheet

LEAST_SCALE, MOST_SCALE = 0.8, 2.5

_SIZE_TABLES = ("space", "size", "picture")
_PALETTE = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line_control",
    QPalette.ColorRole.Shadow: "edge",
    QPalette.ColorRole.Accent: "accent",
}


class Mode(StrEnum):
    """The three colour sets of the look."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Weight(StrEnum):
    """The three weights of the look."""

    REGULAR = "weight_regular"
    MEDIUM = "weight_medium"
    STRONG = "weight_strong"


@dataclass(frozen=True)
class Theme:
    """A mode and a text scale; every colour, size and font is asked of it by its token's name."""

    mode: Mode = Mode.LIGHT
    scale: float = 1.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "scale", min(MOST_SCALE, max(LEAST_SCALE, self.scale)))

    def color(self, token: str) -> QColor:
        return QColor(self.hex(token))

    def hex(self, token: str) -> str:
        return _colors(self.mode)[token]

    def px(self, at_full_size: float) -> int:
        """Pixels for a length that is given at 100 %; never less than one."""
        return max(1, round(at_full_size * self.scale))

    def size(self, token: str) -> int:
        """A length from the tables space, size and picture, or `<name>_radius` from radius."""
        return self.px(_sizes()[token])

    def font(
        self, size: str = "body", weight: Weight = Weight.REGULAR, *, tabular: bool = False, struck: bool = False
    ) -> QFont:
        font = QFont(_font(self.scale, size, weight, tabular))
        if struck:
            # Only then: a font that is touched is its own, and Qt looks for its face anew at every text.
            font.setStrikeOut(True)
        return font

    def width(self, text: str, size: str = "body", weight: Weight = Weight.REGULAR, *, tabular: bool = False) -> float:
        """How wide a text is; used where room is kept for it."""
        return _metrics(self.scale, size, weight, tabular).horizontalAdvance(text)

    def elide(self, text: str, width: float, size: str, weight: Weight) -> str:
        return _elided(self.scale, text, round(width), size, weight)

    def at_full_size(self) -> Theme:
        """The same colours at 100 %, for painters that are scaled by their painter."""
        return replace(self, scale=1.0)

    def palette(self) -> QPalette:
        palette = QPalette()
        for role, token in _PALETTE.items():
            palette.setColor(role, self.color(token))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("muted"))
        return palette

    def stylesheet(self) -> str:
        return write_stylesheet(_colors(self.mode), self.px, _sizes() | _type_sizes())


def measure(token: str) -> float:
    """A length at 100 %, straight from the table."""
    return _sizes()[token]


def system_mode() -> Mode:
    """Light or dark, as the desktop has it."""
    return mode_of(QGuiApplication.styleHints().colorScheme())


def mode_of(scheme: Qt.ColorScheme) -> Mode:
    """The mode for a desktop's scheme; one that says nothing is light."""
    return Mode.DARK if scheme is Qt.ColorScheme.Dark else Mode.LIGHT


@cache
def install_fonts() -> tuple[str, ...]:
    """Make the shipped fonts known to Qt; gives the families that were found."""
    identities = [QFontDatabase.addApplicationFont(str(path)) for path in sorted(resource("look/fonts").glob("*.ttf"))]
    return tuple({family for one in identities for family in QFontDatabase.applicationFontFamilies(one)})


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Font, palette and stylesheet for the whole application; the style itself is Fusion everywhere."""
    install_fonts()
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setFont(theme.font())
    app.setPalette(theme.palette())
    app.setStyleSheet(theme.stylesheet())


class Look(QObject):
    """The theme now in use; widgets that paint for themselves take it and listen."""

    changed = Signal(object)

    def __init__(self, app: QApplication, theme: Theme | None = None) -> None:
        super().__init__(app)
        self._app = app
        self.theme = theme or Theme(system_mode())
        apply_theme(app, self.theme)

    def apply(self, theme: Theme) -> None:
        if theme == self.theme:
            return
        self.theme = theme
        apply_theme(self._app, theme)
        self.changed.emit(theme)


@cache
def _tokens() -> dict[str, dict[str, str | float | list[str]]]:
    return read_toml("look/tokens.toml")


@cache
def _colors(mode: Mode) -> dict[str, str]:
    return {name: str(value) for name, value in _tokens()[mode].items()}


@cache
def _sizes() -> dict[str, float]:
    lengths = {name: value for table in _SIZE_TABLES for name, value in _tokens()[table].items()}
    radii = {f"{name}_radius": value for name, value in _tokens()["radius"].items()}
    return {name: float(str(value)) for name, value in (lengths | radii).items()}


@cache
def _type_sizes() -> dict[str, float]:
    return {name: value for name, value in _tokens()["type"].items() if isinstance(value, int)}


@cache
def _font(scale: float, size: str, weight: Weight, tabular: bool) -> QFont:
    install_fonts()
    sizes = _type_sizes()
    families = _tokens()["type"]["families"]
    font = QFont()
    font.setFamilies(families if isinstance(families, list) else [])
    font.setPixelSize(max(1, round(sizes[size] * scale)))
    font.setWeight(QFont.Weight(int(sizes[weight])))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # The raised hyphens and brackets beside capitals have no letter of their own in a PDF, and are lost in a copy.
    font.setFeature(QFont.Tag.fromString("calt"), 0)
    if tabular:
        font.setFeature(QFont.Tag.fromString("tnum"), 1)
    return font


@cache
def _metrics(scale: float, size: str, weight: Weight, tabular: bool) -> QFontMetricsF:
    return QFontMetricsF(_font(scale, size, weight, tabular))


_ELIDED: dict[tuple[float, str, int, str, Weight], str] = {}
_ELIDED_MOST = 50_000


def _elided(scale: float, text: str, width: int, size: str, weight: Weight) -> str:
    key = (scale, text, width, size, weight)
    found = _ELIDED.get(key)
    if found is None:
        if len(_ELIDED) >= _ELIDED_MOST:
            _ELIDED.clear()
        found = _metrics(scale, size, weight, False).elidedText(text, Qt.TextElideMode.ElideRight, width + 0.5)
        _ELIDED[key] = found
    return found
