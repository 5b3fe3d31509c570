"""The chosen branch in numbers, to be read, and copied into a letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from sorstudio.model.edits.offers import offer_name
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN
from sorstudio.model.summary import OfferCount, Summary, TypeCount, counted, summarise
from sorstudio.model.texts import Texts
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import button, label
from sorstudio.ui.theme import Theme

MOST_NAMED = 3
MOST_STRETCH = 60
"""Letters in a line from which a column gets no more room."""
_WRITTEN_OUT = range(2, 11)


@dataclass(frozen=True)
class Section:
    """A title with its lines."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Wording:
    """Puts a summary into words."""

    plan: Plan
    texts: Texts

    def sections(self, summary: Summary) -> tuple[Section, ...]:
        """What the pane shows, column by column; columns without a line are left out, but for units and tasks."""
        say = self.texts.sentence
        found = (
            Section(say("panes.summary.types"), tuple(self._type(one) for one in summary.types)),
            Section(say("panes.summary.tasks"), self._offers(summary.tasks) or (say("panes.summary.none"),)),
            Section(say("panes.summary.offers"), self._offers(summary.offers) or (say("panes.summary.none"),)),
            Section(say("panes.summary.numbers"), (say("panes.summary.own_numbers", {"count": summary.own_numbers}),)),
            Section(say("panes.summary.addresses"), self._addresses(summary)),
        )
        return tuple(one for one in found if one.lines)

    def head(self, summary: Summary) -> str:
        """Which branch it is."""
        name = self.plan.shown().units[summary.unit].name
        code = "panes.summary.head" if summary.below else "panes.summary.alone"
        return self.texts.sentence(code, {"unit": name, "count": summary.below})

    def text(self, summary: Summary) -> str:
        """The whole summary as text to be pasted."""
        parts = [self.head(summary)]
        for section in self.sections(summary):
            parts.extend(("", section.title, *(f"- {line}" for line in section.lines)))
        return "\n".join(parts) + "\n"

    def _type(self, one: TypeCount) -> str:
        if not isinstance(one.unit_type, str):
            code = "panes.summary.type_unknown" if one.unit_type is UNKNOWN else "panes.summary.no_type"
            return self.texts.sentence(code, {"count": one.count})
        found = self.plan.codes.unit_type(one.unit_type)
        language = self.texts.language
        words = counted(one.count, found.name(language) if found else one.unit_type, language)
        extra = []
        if one.addresses > 1:
            extra.append(self.texts.sentence("panes.summary.on_addresses", {"count": self._number(one.addresses)}))
        if one.nested:
            extra.append(self.texts.sentence("panes.summary.nested", {"count": one.nested}))
        return f"{words} ({', '.join(extra)})" if extra else words

    def _number(self, count: int) -> str:
        return f"word.number.{count}" if count in _WRITTEN_OUT else str(count)

    def _offers(self, offers: Sequence[OfferCount]) -> tuple[str, ...]:
        return tuple(self._offer(one) for one in offers)

    def _offer(self, one: OfferCount) -> str:
        units = self.plan.shown().units
        names = ", ".join(units[key].name for key in one.units)
        if len(one.units) > MOST_NAMED:
            names = self.texts.sentence("panes.several", {"count": len(one.units)})
        name = offer_name(self.plan, one.offer, self.texts.language)
        return self.texts.sentence("panes.summary.by", {"offer": name, "units": names})

    def _addresses(self, summary: Summary) -> tuple[str, ...]:
        if summary.addresses or summary.addresses_known:
            return summary.addresses
        return (self.texts.sentence("panes.summary.addresses_unknown"),)


class SummaryPane(QWidget):
    """Follows the selection; without one it shows the owner."""

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor, self._theme = editor, theme
        self.title = label("", "group", wraps=True)
        self.copy = button("", "", self.copy_text)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.copy)
        self._scroll = QScrollArea()
        self._scroll.setProperty("kind", "pane")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._scroll, 1)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh_if_seen)
        for signal in (editor.effect, editor.selected, editor.retexted):
            signal.connect(self._soon.start)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self._refresh_if_seen()

    def text(self) -> str:
        """The summary as text."""
        summary = self._summary()
        return self._wording().text(summary) if summary else ""

    def copy_text(self) -> None:
        """Put the summary on the clipboard."""
        QGuiApplication.clipboard().setText(self.text())

    def refresh(self) -> None:
        """Show the chosen branch as the plan has it now."""
        self._soon.stop()
        theme, summary = self._theme, self._summary()
        edge = theme.size("l")
        self._column.setContentsMargins(edge, theme.size("s"), edge, 0)
        self.copy.setText(self.tr("Copy as text"))
        self.copy.setAccessibleName(self.tr("Copy the summary as text"))
        self._scroll.setAccessibleName(self.tr("Summary"))
        inside = QWidget()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, 0, theme.size("s"))
        columns.setSpacing(theme.size("xl"))
        if summary is not None:
            self.title.setText(self._wording().head(summary))
            for section in self._wording().sections(summary):
                longest = max(len(line) for line in section.lines)
                columns.addWidget(self._section(section), min(longest, MOST_STRETCH), Qt.AlignmentFlag.AlignTop)
        self._scroll.setWidget(inside)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._soon.start()
        super().changeEvent(event)

    def _section(self, section: Section) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(2))
        column.addWidget(label(section.title, "caption"))
        for line in section.lines:
            words = label(line, "", wraps=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(words)
        return made

    def _wording(self) -> Wording:
        return Wording(self._editor.plan, self._editor.texts)

    def _summary(self) -> Summary | None:
        state = self._editor.plan.shown()
        keys = [key for key in self._editor.selection if key in state.units] or list(state.roots())
        return summarise(state, self._editor.plan.codes, keys[0]) if keys else None

    def _refresh_if_seen(self) -> None:
        """Behind another tab it costs nothing; it is shown anew when it comes to the front."""
        if self.isVisible():
            self.refresh()
