"""The small QSS for what Qt paints itself: panes, labels, fields, buttons, tabs and scroll bars.

Everything is addressed by object name or by the property `kind`, because `QWidget { ... }` would reach every child.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Template

_SHEET = Template("""
QMainWindow, #root { background: $window; }
#pane, #topbar, #head, #inspector, #bottom { background: $surface; }
#topbar, #head { border: none; border-bottom: 1px solid $line; }
#inspector { border: none; border-left: 1px solid $line; }
#bottom { border: none; border-top: 1px solid $line; }
#status { background: $window; border: none; border-top: 1px solid $line; }
#well { background: $sunken; border-radius: ${card_radius}px; }
#floating { background: $raised; border: 1px solid $chip_line; border-radius: ${control_radius}px; }
#hint { background: $select; border-radius: ${card_radius}px; }
QScrollArea[kind=pane] { background: $surface; border: none; }
QScrollArea[kind=pane] > QWidget > QWidget { background: $surface; }
QAbstractItemView { background: $surface; border: none; outline: none; }
QHeaderView { background: $surface; }
QHeaderView::section { background: $surface; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 0 ${s}px; font-size: ${caption}px; }
QLabel { background: transparent; }
QLabel[kind=muted] { color: $muted; font-size: ${small}px; }
QLabel[kind=caption] { color: $muted; font-size: ${caption}px; }
QLabel[kind=group] { font-size: ${small}px; font-weight: 600; }
QLabel[kind=title] { font-size: ${title}px; font-weight: 600; }
QLabel[kind=page] { font-size: ${page}px; font-weight: 600; }
QLabel[kind=error] { color: $error; font-size: ${small}px; }
QLabel[kind=warning] { color: $warning; font-size: ${small}px; }
QFrame[kind=rule] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QLineEdit, QPlainTextEdit { background: $surface; border: 1px solid $line_control; border-radius: ${control_radius}px;
    padding: 0 ${field_pad}px; min-height: ${field_h}px; selection-background-color: $accent;
    selection-color: $on_accent; }
QPlainTextEdit { padding: ${xs}px; }
QLineEdit:focus { border: 2px solid $accent; padding: 0 ${field_pad_focus}px; min-height: ${field_h_focus}px; }
QPlainTextEdit:focus { border: 2px solid $accent; padding: ${xs_focus}px; }
QLineEdit[kind=inherited] { border: 1px dashed $line_control; color: $muted; }
QLineEdit:read-only { background: $surface; }
QLineEdit[kind=wrong] { border: 2px solid $error; padding: 0 ${field_pad_focus}px; min-height: ${field_h_focus}px; }
QPushButton { background: $surface; border: 1px solid $line_control; border-radius: ${control_radius}px;
    padding: 0 ${button_pad}px; min-height: ${button_h}px; font-weight: 500; font-size: ${small}px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $select; }
QPushButton:disabled { color: $muted; border-color: $line; }
QPushButton:focus { border: 2px solid $accent; padding: 0 ${button_pad_focus}px; min-height: ${button_h_focus}px; }
QPushButton[kind=primary] { background: $accent; color: $on_accent; border: 1px solid $accent;
    min-height: ${primary_h}px; padding: 0 ${primary_pad}px; font-size: ${body}px; }
QPushButton[kind=primary]:focus { border: 2px solid $text; padding: 0 ${primary_pad_focus}px;
    min-height: ${primary_h_focus}px; }
QPushButton[kind=primary]:disabled { background: $sunken; color: $muted; border: 1px solid $line; }
QPushButton[kind=quiet] { background: transparent; border: 1px solid transparent; color: $accent;
    padding: 0 ${quiet_pad}px; }
QPushButton[kind=quiet]:hover { background: $hover; }
QPushButton[kind=quiet]:focus { border: 2px solid $accent; padding: 0 ${quiet_pad_focus}px; }
QPushButton[kind=tool], QToolButton[kind=tool] { background: transparent; border: 1px solid transparent;
    border-radius: ${control_radius}px; padding: 0; min-width: ${control_h}px; min-height: ${control_h}px; }
QPushButton[kind=tool]:hover, QToolButton[kind=tool]:hover { background: $hover; }
QPushButton[kind=tool]:focus, QToolButton[kind=tool]:focus { border: 2px solid $accent; }
QPushButton[kind=chip] { background: $raised; border: 1px solid $chip_line; padding: 0 ${chip_pad}px; }
QPushButton[kind=chip]:hover { background: $hover; }
QPushButton[kind=chip]:focus { border: 2px solid $accent; padding: 0 ${chip_pad_focus}px; }
QPushButton::menu-indicator { image: none; width: 0; }
QTabBar::tab { background: transparent; color: $muted; border: none; border-bottom: 2px solid transparent;
    padding: ${s}px ${m}px; font-size: ${small}px; font-weight: 500; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { border: 2px solid $accent; border-radius: ${tick_radius}px;
    padding: ${tab_top}px ${tab_side}px ${s}px ${tab_side}px; }
QTabBar::scroller { width: ${xl}px; }
QTabBar QToolButton { background: $surface; border: 1px solid transparent; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QToolTip { background: $raised; color: $text; border: 1px solid $line_control; padding: ${xs}px ${s}px; }
QSplitter::handle { background: $line; }
QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${bar}px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: ${bar_r}px; margin: ${bar_gap}px; }
QScrollBar::handle:vertical { min-height: ${xxl}px; }
QScrollBar::handle:horizontal { min-width: ${xxl}px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
""")

_FOCUS = {"field_pad": 1, "field_h": 2, "button_pad": 1, "button_h": 2, "primary_pad": 1, "primary_h": 2}
_TAKEN_BACK = _FOCUS | {"quiet_pad": 1, "chip_pad": 1, "xs": 1}


def write_stylesheet(colors: Mapping[str, str], px: Callable[[float], int], sizes: Mapping[str, float]) -> str:
    """Fill the sheet; a focused field gets back in padding what its thicker border takes."""
    lengths = {name: px(value) for name, value in (dict(sizes) | _own_lengths(sizes)).items()}
    focused = {f"{name}_focus": lengths[name] - taken for name, taken in _TAKEN_BACK.items()}
    stark = colors["window"] == colors["surface"]
    line = colors["line_control" if stark else "line"]
    return _SHEET.substitute({**lengths, **focused, **colors, "chip_line": line})


def _own_lengths(sizes: Mapping[str, float]) -> dict[str, float]:
    """Lengths of the sheet that follow from the tokens."""
    control, small = sizes["control"], sizes["s"]
    return {
        "control_h": control,
        "field_h": control - 2,
        "field_pad": small + 1,
        "button_h": control - 4,
        "button_pad": small + 2,
        "primary_h": control,
        "primary_pad": sizes["m"] + 2,
        "quiet_pad": small - 2,
        "chip_pad": small + 2,
        "bar": small + 2,
        "bar_r": small / 2 - 1,
        "bar_gap": sizes["xs"] / 2,
        "tab_top": small - 2,
        "tab_side": sizes["m"] - 2,
    }
