"""The head of the inspector: name, SOR-ID, kind, what the plan does with the unit, and its findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from sorstudio.model.change import Change
from sorstudio.model.net import net_steps
from sorstudio.model.records import RecordKind
from sorstudio.ui.days import short_day
from sorstudio.ui.fields import label
from sorstudio.ui.inspector.subject import Subject
from sorstudio.ui.marks import change_signs
from sorstudio.ui.paint import FINDING_SIDE, MARK_SIDE, Ink, change_mark, finding_mark, smooth, text
from sorstudio.ui.signs import CHANGE_TOKEN, ChangeSign, FindingSign
from sorstudio.ui.theme import Theme, Weight

_WORD = {
    ChangeSign.NEW: "panes.sign.new",
    ChangeSign.CHANGED: "panes.sign.changed",
    ChangeSign.MOVED: "panes.sign.moved",
    ChangeSign.CLOSED: "panes.sign.closed",
}
_COUNT = {FindingSign.ERROR: "panes.errors", FindingSign.WARNING: "panes.warnings", FindingSign.INFO: "panes.infos"}

MOST_NAMES = 5


class Marks(QWidget):
    """The change mark with its words, and the worst finding with its count, painted beside each other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.sign, self.words = ChangeSign.NONE, ""
        self.finding, self.findings = FindingSign.NONE, ""
        keeps_its_place = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keeps_its_place.setRetainSizeWhenHidden(True)
        self.setSizePolicy(keeps_its_place)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(20))

    def tell(self, sign: ChangeSign, words: str, finding: FindingSign, findings: str) -> None:
        """What to show."""
        self.sign, self.words, self.finding, self.findings = sign, words, finding, findings
        self.setVisible(bool(words or findings))
        self.setAccessibleName(", ".join(filter(None, (words, findings))))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, at = self._theme, 0.0
        painter = QPainter(self)
        smooth(painter)
        middle = self.height() / 2
        if self.sign is not ChangeSign.NONE:
            change_mark(painter, theme, self.sign, QPointF(0, middle - theme.px(MARK_SIDE) / 2))
            ink = Ink("small", Weight.MEDIUM, CHANGE_TOKEN[self.sign])
            at = self._say(painter, theme.px(MARK_SIDE + 6), self.words, ink) + theme.px(16)
        if self.finding is not FindingSign.NONE:
            finding_mark(painter, theme, self.finding, QPointF(at, middle - theme.px(FINDING_SIDE) / 2))
            token = {FindingSign.ERROR: "error", FindingSign.WARNING: "warning"}.get(self.finding, "info")
            self._say(painter, at + theme.px(FINDING_SIDE + 6), self.findings, Ink("small", Weight.MEDIUM, token))
        painter.end()

    def _say(self, painter: QPainter, left: float, words: str, ink: Ink) -> float:
        wide = self._theme.width(words, ink.size, ink.weight) + 2
        text(painter, self._theme, QRectF(left, 0, min(wide, self.width() - left), self.height()), words, ink)
        return left + wide


class Head(QWidget):
    """Name in the subject's size; identity below; marks last."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.name, self.identity = label("", "title", wraps=True), label("", "muted", wraps=True)
        self.identity.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.marks = Marks(theme)
        column = QVBoxLayout(self)
        edge = theme.size("l")
        column.setContentsMargins(edge, theme.size("m"), edge, theme.size("m"))
        column.setSpacing(theme.px(4))
        for widget in (self.name, self.identity, self.marks):
            column.addWidget(widget)

    def present(self, subject: Subject, findings: Mapping[str, Sequence[FindingSign]]) -> None:
        """Show who it is about."""
        if not subject.is_single:
            names = _names(subject)
            self.name.setText(subject.say("panes.several", count=len(subject.keys)))
            self.identity.setText(names)
            self.marks.tell(ChangeSign.NONE, "", FindingSign.NONE, "")
            return
        unit = subject.unit
        self.name.setText(unit.name)
        kind = subject.texts.value(f"word.kind.{unit.kind.value}")
        identity = f"SOR-ID {unit.sor_id}" if unit.sor_id else subject.say("panes.no_sor_id")
        self.identity.setText(f"{identity} · {kind}")
        found = findings.get(unit.key, ())
        sign = change_signs(subject.plan).get(unit.key, ChangeSign.NONE)
        self.marks.tell(
            sign, _change_words(subject, sign), max(found, default=FindingSign.NONE), _counts(subject, found)
        )


def _names(subject: Subject) -> str:
    """The first of them by name, the rest by number."""
    names = ", ".join(unit.name for unit in subject.units[:MOST_NAMES])
    more = len(subject.keys) - MOST_NAMES
    return subject.say("panes.and_more", names=names, count=more) if more > 0 else names


def _change_words(subject: Subject, sign: ChangeSign) -> str:
    if sign is ChangeSign.NONE:
        return ""
    steps = [
        step for step in net_steps(subject.plan.timeline) if (step.kind, step.key) == (RecordKind.UNIT, subject.key)
    ]
    changes: list[Change] = [change for step in steps for change in step.changes]
    days = [change.day for change in changes if change.day is not None]
    day = subject.unit.valid_to if sign is ChangeSign.CLOSED else max(days, default=None)
    words = subject.say(_WORD[sign])
    return f"{words} {short_day(day, subject.texts.language)}" if day else words


def _counts(subject: Subject, found: Sequence[FindingSign]) -> str:
    counts = ((code, found.count(sign)) for sign, code in _COUNT.items())
    return ", ".join(subject.say(code, count=count) for code, count in counts if count)
