"""What the findings are narrowed by, as buttons: the severities, and the branch that alone is spoken of."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from sorstudio.rules.finding import Severity
from sorstudio.ui.fields import set_kind
from sorstudio.ui.findings.grouping import SIGN
from sorstudio.ui.icons import icon, icon_size
from sorstudio.ui.paint import FINDING_SIDE, Ink, box, finding_mark, ring, smooth, text
from sorstudio.ui.theme import Theme, Weight


class SeverityButton(QAbstractButton):
    """A shape and a count; pressed in while findings of this severity are shown."""

    def __init__(self, theme: Theme, severity: Severity, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.severity = theme, severity
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = self.theme.width(self.text(), "small", Weight.MEDIUM) + self.theme.px(FINDING_SIDE + 26)
        return QSize(round(width), self.theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, area = self.theme, QRectF(self.rect())
        painter = QPainter(self)
        smooth(painter)
        radius = theme.size("control_radius")
        on = self.isChecked()
        box(painter, theme, area, fill="select" if on else "", line="" if on else "line_control", radius=radius)
        corner = QPointF(theme.px(8), area.center().y() - theme.px(FINDING_SIDE) / 2)
        finding_mark(painter, theme, SIGN[self.severity], corner)
        words = area.adjusted(theme.px(FINDING_SIDE + 14), 0, 0, 0)
        text(painter, theme, words, self.text(), Ink("small", Weight.MEDIUM, "text" if on else "muted"))
        if self.hasFocus():
            ring(painter, theme, area.adjusted(3, 3, -3, -3), radius)
        painter.end()


class BranchChip(QPushButton):
    """Names the branch that alone is spoken of; hidden while it is the whole plan. Pressing it takes it away."""

    removed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        set_kind(self, "chip")
        self.setAutoDefault(False)
        self.clicked.connect(self.removed)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self.setIcon(icon(theme, "x"))
        self.setIconSize(icon_size(theme))

    def say(self, unit: str) -> None:
        """The name of the branch; empty for the whole plan."""
        words = self.tr("Only below »{unit}«")
        shown = self._theme.elide(unit, self._theme.px(220), "small", Weight.REGULAR)
        self.setText(words.format(unit=shown))
        self.setAccessibleName(words.format(unit=unit))
        self.setToolTip(self.tr("Show the findings of the whole plan again (Esc)"))
        self.setVisible(bool(unit))
