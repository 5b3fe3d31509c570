"""The inspector: all there is to say about the chosen units, own told apart from inherited, each field editable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import label
from sorstudio.ui.inspector.basics import BasicsGroup
from sorstudio.ui.inspector.blocks import AddressesGroup, ContactGroup
from sorstudio.ui.inspector.group import Group
from sorstudio.ui.inspector.head import Head
from sorstudio.ui.inspector.lists import NotesGroup, OffersGroup
from sorstudio.ui.inspector.messages import MessagesGroup
from sorstudio.ui.inspector.number import NumberGroup
from sorstudio.ui.inspector.other import OtherGroup
from sorstudio.ui.inspector.periods import PeriodsGroup
from sorstudio.ui.inspector.reason import ReasonLine
from sorstudio.ui.inspector.remarks import NOTHING_JUDGED, Judged, Remarks, place_of
from sorstudio.ui.inspector.specialities import SpecialitiesGroup
from sorstudio.ui.inspector.subject import Subject
from sorstudio.ui.signs import FindingSign
from sorstudio.ui.theme import Theme

GROUPS: tuple[type[Group], ...] = (
    BasicsGroup,
    NumberGroup,
    MessagesGroup,
    SpecialitiesGroup,
    OffersGroup,
    AddressesGroup,
    ContactGroup,
    OtherGroup,
    NotesGroup,
    PeriodsGroup,
)

LEAST_WIDTH = 240
"""Logical pixels; the fields become as narrow as the pane, and nothing is ever cut off at its right."""


class InspectorPane(QWidget):
    """Head and groups in one scrolling column. Several effects in one go are shown once."""

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor, self._theme = editor, theme
        self._findings: Mapping[str, Sequence[FindingSign]] = {}
        self._judged = NOTHING_JUDGED
        self._remarks: dict[type[Group], Remarks] = {}
        self.groups: dict[type[Group], Group] = {}
        self._scroll = QScrollArea(self)
        self._scroll.setProperty("kind", "pane")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        self._column = column
        self.reason = ReasonLine(editor, theme)
        column.addWidget(self.reason)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._anew = QTimer(self, singleShot=True, interval=0)
        self._anew.timeout.connect(self._build)
        editor.effect.connect(self._soon.start)
        editor.selected.connect(self._follow)
        editor.retexted.connect(self._anew.start)
        self._build()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size; the place in the pane is kept."""
        if theme != self._theme:
            self._theme = theme
            self._build()

    def set_findings(self, findings: Mapping[str, Sequence[FindingSign]]) -> None:
        """The findings of each unit, for the head."""
        self._findings = findings
        self._soon.start()

    def show_judged(self, judged: Judged) -> None:
        """Where the findings come from that stand below the fields."""
        self._judged = judged
        self._build()

    def refresh(self) -> None:
        """Show the chosen units as the plan has them now."""
        self._soon.stop()
        keys = tuple(key for key in self._editor.selection if key in self._editor.plan.shown().units)
        self.empty.setVisible(not keys)
        self.head.setVisible(bool(keys))
        self.reason.setVisible(not self._editor.read_only)
        if not keys:
            for part in (*self.groups.values(), *self._remarks.values()):
                part.hide()
            return
        subject = Subject(self._editor.plan, self._editor.texts, keys)
        self.head.present(subject, self._findings)
        for group in self.groups.values():
            group.present(subject)
            group.setEnabled(not self._editor.read_only)
        self._remark(subject)

    def _remark(self, subject: Subject) -> None:
        """The findings of one unit below the fields that they are about; for several units the head counts them."""
        found = self._judged.at(subject.key) if subject.is_single else ()
        for kind, remarks in self._remarks.items():
            here = (one for one in found if place_of(self._judged.group_of(one)) is kind)
            remarks.present(here, self._editor.texts, can_repair=not self._editor.read_only)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._anew.start()
        super().changeEvent(event)

    def _follow(self, _keys: tuple[str, ...]) -> None:
        self.refresh()
        self._scroll.verticalScrollBar().setValue(0)

    def _build(self) -> None:
        self._anew.stop()
        place = self._scroll.verticalScrollBar().value()
        inside = QWidget()
        inside.setMinimumWidth(1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = Head(self._theme)
        self.empty = label(self.tr("Choose a unit to see and edit it here."), "muted", wraps=True)
        self.empty.setMargin(self._theme.size("l"))
        self.groups = {kind: kind(self._editor, self._theme) for kind in GROUPS}
        self._remarks = {kind: Remarks(self._theme, self._judged.repair) for kind in GROUPS}
        for widget in (self.empty, self.head):
            column.addWidget(widget)
        for kind, group in self.groups.items():
            column.addWidget(group)
            column.addWidget(self._remarks[kind])
        column.addStretch(1)
        old = self._scroll.takeWidget()
        if old is not None:
            old.deleteLater()
        self._scroll.setWidget(inside)
        self.reason.hide()
        self.reason.deleteLater()
        self.reason = ReasonLine(self._editor, self._theme)
        self._column.addWidget(self.reason)
        self.setMinimumWidth(self._theme.px(LEAST_WIDTH))
        self.refresh()
        self._scroll.verticalScrollBar().setValue(place)
