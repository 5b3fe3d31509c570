"""What is new in this version: one line until it is opened, and then a few points and the way to the changelog."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypedDict

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sorstudio.resources import changelog, read_toml
from sorstudio.ui.icons import icon, icon_size
from sorstudio.ui.start.words import line
from sorstudio.ui.theme import Theme, Weight


@dataclass(frozen=True)
class Point:
    """One new thing, in one language."""

    title: str
    words: str


@dataclass(frozen=True)
class Version:
    """What came with a version."""

    number: str
    points: Sequence[Point]


def versions(language: str) -> Sequence[Version]:
    """All versions, newest first, in the words of one language."""
    return [
        Version(
            one["number"], [Point(point[f"title_{language}"], point[f"words_{language}"]) for point in one["point"]]
        )
        for one in _table()
    ]


class News(QWidget):
    """Collapsed at first; the points stand side by side where there is room."""

    changelog_wanted = Signal()

    def __init__(self, theme: Theme, newest: Version) -> None:
        super().__init__()
        self._theme = theme
        self.head = QPushButton(" " + self.tr("What is new in version {number}").format(number=newest.number))
        self.head.setProperty("kind", "quiet")
        self.head.setIconSize(icon_size(theme))
        self.head.setCheckable(True)
        self.all = QPushButton(self.tr("All changes"))
        self.all.setProperty("kind", "quiet")
        self.body = QWidget()
        self.points = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.body)
        self.points.setContentsMargins(theme.px(8), 0, 0, 0)
        self.points.setSpacing(theme.size("l"))
        for point in newest.points:
            self.points.addLayout(self._point(point), 1)
        self._lay_out()
        self.head.toggled.connect(self._unfold)
        self.all.clicked.connect(self.changelog_wanted)
        self._unfold(False)
        if not changelog().is_file():
            self.all.hide()

    def set_narrow(self, is_narrow: bool) -> None:
        """Below one another where there is little room."""
        direction = QBoxLayout.Direction
        self.points.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def _unfold(self, is_open: bool) -> None:
        self.body.setVisible(is_open)
        self.head.setIcon(icon(self._theme, "chevron-down" if is_open else "chevron-right", "accent"))

    def _point(self, point: Point) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(2))
        column.addWidget(line(self._theme, point.title, "small", Weight.STRONG))
        column.addWidget(line(self._theme, point.words, "small", color="muted"))
        column.addStretch(1)
        return column

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.head)
        row.addWidget(self.all)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.body)


class _Entry(TypedDict):
    """One [[version]] of news.toml."""

    number: str
    point: list[dict[str, str]]


def _point(entry: Mapping[str, str], language: str) -> Point:
    return Point(entry[f"title_{language}"], entry[f"words_{language}"])


@cache
def _table() -> list[_Entry]:
    table: list[_Entry] = read_toml("news.toml")["version"]
    return table
