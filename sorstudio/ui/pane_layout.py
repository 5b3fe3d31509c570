"""Where the panes stand: outline and picture above, strip or a board below, the inspector at full height."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from sorstudio.ui.preferences import Preferences
from sorstudio.ui.theme import Theme

COMPACT_BELOW = 1280
"""Logical pixels, at a text size of 100 %, under which the window leaves out what stands elsewhere too."""
BOARD_HEIGHT = 462
LEAST_PICTURE = 160
"""Logical pixels; with less than this the outline gives way, for a tree cannot be seen in a slit."""


@dataclass(frozen=True)
class Panes:
    """What is to be placed."""

    outline: QWidget
    picture: QWidget
    inspector: QWidget
    strip: QWidget
    offers: QWidget
    receivers: QWidget


class PaneLayout:
    """Splitters whose sizes are remembered; `whole` is the widget that holds everything."""

    def __init__(self, panes: Panes, preferences: Preferences, parent: QWidget | None = None) -> None:
        self.panes = panes
        self._preferences = preferences
        # From the outside in: a widget that moves takes all it holds through the stylesheet again.
        self.whole = _splitter(Qt.Orientation.Horizontal, parent)
        self._left = _splitter(Qt.Orientation.Vertical, self.whole)
        self._row = _splitter(Qt.Orientation.Horizontal, self._left)
        self.below = QStackedWidget(self._left)
        for pane in (panes.strip, panes.offers, panes.receivers):
            self.below.addWidget(pane)
        _fill(self._row, panes.outline, panes.picture, gives=1)
        self._row.setStretchFactor(0, 1)
        _fill(self._left, self._row, self.below, gives=0)
        _fill(self.whole, self._left, panes.inspector, gives=0)

    def place(self, theme: Theme, width: int, height: int) -> None:
        """The sizes of the last day, or those of the look."""
        self.fit(theme)
        splitters = self._splitters()
        saved = {name: self._preferences.state(f"splitter/{name}") for name in splitters}
        if all(splitters[name].restoreState(state) for name, state in saved.items()):
            return
        compact = is_compact(theme, width)
        inspector = min(theme.px(312), width // 3) if compact else theme.size("inspector")
        outline = min(theme.px(384) if compact else theme.size("outline"), (width - inspector) * 6 // 10)
        strip = theme.px(160) if compact else theme.size("strip")
        self.whole.setSizes([width - inspector, inspector])
        self._row.setSizes([outline, width - inspector - outline])
        self._left.setSizes([height - strip, strip])

    def fit(self, theme: Theme) -> None:
        """Another text size."""
        self.panes.picture.setMinimumWidth(theme.px(LEAST_PICTURE))

    def remember(self) -> None:
        """Keep the sizes for the next day."""
        for name, splitter in self._splitters().items():
            self._preferences.set_state(f"splitter/{name}", splitter.saveState())

    def show_below(self, pane: QWidget, theme: Theme) -> None:
        """Strip or one of the boards, each as high as it needs to be."""
        self.below.setCurrentWidget(pane)
        total = sum(self._left.sizes())
        wanted = theme.size("strip") if pane is self.panes.strip else theme.px(BOARD_HEIGHT)
        height = min(wanted, total * 6 // 10)
        self._left.setSizes([total - height, height])

    def upper(self) -> QWidget:
        """What holds outline and picture."""
        return self._row

    def shows_offers(self) -> bool:
        """Whether the offers board is in the place of the strip."""
        return self.below.currentWidget() is self.panes.offers

    def stations(self) -> list[QWidget]:
        """The panes in the order in which the focus goes round."""
        lower = self.below.currentWidget() or self.panes.strip
        return [self.panes.outline, self.panes.picture, self.panes.inspector, lower]

    def _splitters(self) -> Mapping[str, QSplitter]:
        return {"row": self._row, "left": self._left, "whole": self.whole}


def is_compact(theme: Theme, width: int) -> bool:
    """Whether there is little room for text of this size."""
    return width / theme.scale < COMPACT_BELOW


def focus_into(pane: QWidget) -> None:
    """Into a pane, or into the first thing in it that takes the focus."""
    if pane.focusPolicy() & Qt.FocusPolicy.TabFocus:
        pane.setFocus(Qt.FocusReason.TabFocusReason)
        return
    inside = [one for one in pane.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for one in [one for one in inside if one.isVisibleTo(pane)][:1]:
        one.setFocus(Qt.FocusReason.TabFocusReason)


def _splitter(orientation: Qt.Orientation, parent: QWidget | None) -> QSplitter:
    splitter = QSplitter(orientation, parent)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    return splitter


def _fill(splitter: QSplitter, first: QWidget, second: QWidget, *, gives: int) -> None:
    """Of the two panes it is the one at the place `gives` that grows and shrinks with the window."""
    splitter.addWidget(first)
    splitter.addWidget(second)
    splitter.setStretchFactor(gives, 1)
    splitter.setStretchFactor(1 - gives, 0)
