"""The head of the changes: the filter, the envelope, the branch, and what can be done with the chosen line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QWidget

from sorstudio.requests.line import Addressee
from sorstudio.ui.changes.filtering import ENVELOPES, LineFilter
from sorstudio.ui.editor import Editor
from sorstudio.ui.field_signs import lead_with
from sorstudio.ui.fields import button
from sorstudio.ui.flow import FlowLayout
from sorstudio.ui.icons import icon, icon_size
from sorstudio.ui.theme import Theme

ROOMY, TIGHT = 740, 460
"""Logical widths from which the acts, and below which only the filter, have room; the lines' menu has them too."""


class ChangesHead(QWidget):
    """`filtered` carries the filter that holds now."""

    filtered = Signal(object)
    copy_wanted = Signal()
    take_back_wanted = Signal()

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._theme = editor, theme
        self._titles: Mapping[Addressee | None, str] = {}
        self.holds = LineFilter()
        self.words = FilterField()
        self.envelope = button("", "chip", self._open_envelopes)
        self.branch = button("", "chip", self._open_branches)
        self.take_back = button("", "quiet", self.take_back_wanted.emit)
        self.copy = button("", "quiet", self.copy_wanted.emit)
        self.take_back.setEnabled(False)
        self._row = FlowLayout(self)
        for widget in (self.words, self.envelope, self.branch):
            self._row.addWidget(widget)
        self._row.push()
        self._row.addWidget(self.take_back)
        self._row.addWidget(self.copy)
        self.words.textChanged.connect(lambda words: self._hold(replace(self.holds, words=words)))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        edge = theme.size("s")
        self._row.setContentsMargins(edge, theme.size("xs"), edge, 0)
        self._row.setSpacing(edge)
        self.words.setFixedWidth(theme.px(170))
        lead_with(self.words, theme, "filter", clears=True)
        for one, sign in ((self.take_back, "arrow-back-up"), (self.copy, "note")):
            one.setIcon(icon(theme, sign, "accent"))
            one.setIconSize(icon_size(theme))

    def set_titles(self, titles: Mapping[Addressee | None, str]) -> None:
        """What the envelopes are called, and the head's own words."""
        self._titles = titles
        self.words.setPlaceholderText(self.tr("Filter"))
        self.words.setAccessibleName(self.tr("Filter the changes"))
        name_button(self.take_back, " " + self.tr("Take only this back"))
        name_button(self.copy, " " + self.tr("Copy as text"))
        self._tell()

    def show_acts(self, acts: frozenset[str]) -> None:
        """Only the lines behind which one of these acts stands; none shows all."""
        self._hold(replace(self.holds, acts=acts))

    def adapt(self, width: int) -> None:
        """With little room what the lines' menu has too goes."""
        px = self._theme.px
        for widget in (self.take_back, self.copy):
            widget.setVisible(width >= px(ROOMY))
        for widget in (self.envelope, self.branch):
            widget.setVisible(width >= px(TIGHT))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange and self._titles:
            self._tell()
        super().changeEvent(event)

    def _tell(self) -> None:
        chosen = self.holds.envelopes
        name_button(self.envelope, self._titles[chosen[0]] if len(chosen) == 1 else self.tr("All envelopes"))
        unit = self._editor.plan.state().units.get(self.holds.branch)
        name_button(
            self.branch, self.tr("Below {unit}").format(unit=_short(unit.name)) if unit else self.tr("The whole tree")
        )

    def _hold(self, wanted: LineFilter) -> None:
        self.holds = wanted
        self._tell()
        self.filtered.emit(wanted)

    def _open_envelopes(self) -> None:
        menu = QMenu(self)
        choices = {self.tr("All envelopes"): ENVELOPES, **{title: (key,) for key, title in self._titles.items()}}
        for title, wanted in choices.items():
            action = menu.addAction(title, partial(self._hold, replace(self.holds, envelopes=wanted)))
            action.setCheckable(True)
            action.setChecked(wanted == self.holds.envelopes)
        drop_menu(menu, self.envelope)

    def _open_branches(self) -> None:
        menu = QMenu(self)
        units = self._editor.plan.state().units
        menu.addAction(self.tr("The whole tree"), partial(self._hold, replace(self.holds, branch="")))
        for key in self._branches():
            words = self.tr("Below {unit}").format(unit=units[key].name)
            menu.addAction(words, partial(self._hold, replace(self.holds, branch=key)))
        drop_menu(menu, self.branch)

    def _branches(self) -> list[str]:
        """The chosen unit and what stands over it, but not the owner, whose branch is the whole tree."""
        units, found = self._editor.plan.state().units, []
        at = self._editor.selection[0] if self._editor.selection else None
        while at is not None and units[at].parent is not None:
            found.append(at)
            at = units[at].parent
        return found


class FilterField(QLineEdit):
    """Escape clears."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def name_button(made: QPushButton, words: str) -> None:
    """Give a button its words, which are its accessible name too."""
    made.setText(words)
    made.setAccessibleName(words.strip())


def _short(name: str) -> str:
    return name if len(name) <= 24 else f"{name[:23]}…"


def drop_menu(menu: QMenu, below: QPushButton) -> None:
    """Open a menu below a button."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(below.mapToGlobal(below.rect().bottomLeft()))
