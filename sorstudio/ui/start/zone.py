"""Where a register file can be let go; the frame says that it may be let go anywhere on the page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from sorstudio.ui.icons import pixmap
from sorstudio.ui.paint import box, smooth
from sorstudio.ui.theme import Theme, Weight


class DropZone(QWidget):
    """Dashed while it waits, filled and outlined while a file is held over the page."""

    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._is_awaiting = theme, False
        picture, self.title, self.detail = QLabel(), QLabel(), QLabel()
        picture.setPixmap(pixmap(theme, "file-import", "accent", 28, 1.5))
        self.title.setFont(theme.font("body", Weight.STRONG))
        self.detail.setText(self.tr("CSV, XML, FHIR or spreadsheet. The file is read, nothing is sent."))
        self.detail.setProperty("kind", "muted")
        for words in (self.title, self.detail):
            words.setWordWrap(True)
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = QPushButton(self.tr("Choose file…"))
        self.button.clicked.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(6))
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.title)
        column.addWidget(self.detail)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.stop_awaiting()

    def is_awaiting(self) -> bool:
        """Whether a file is held over the page."""
        return self._is_awaiting

    def await_files(self, *, is_plan: bool) -> None:
        """A file is held over the page; say what letting go would do."""
        reads = self.tr("Let go to read the file into a new plan")
        self._show(self.tr("Let go to open the plan") if is_plan else reads, is_awaiting=True)

    def stop_awaiting(self) -> None:
        """Nothing is held any more."""
        self._show(self.tr("Drop an extract from SOR anywhere here"), is_awaiting=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        theme, gap = self._theme, self._theme.px(3)
        area = QRectF(self.rect()).adjusted(gap, gap, -gap, -gap)
        radius = theme.size("panel_radius")
        if self._is_awaiting:
            box(painter, theme, area, fill="select", line="accent", radius=radius, width=theme.size("focus"))
        else:
            dashed = Qt.PenStyle.DashLine
            box(painter, theme, area, fill="surface", line="line_control", radius=radius, width=1.5, style=dashed)
        painter.end()

    def _show(self, words: str, *, is_awaiting: bool) -> None:
        self._is_awaiting = is_awaiting
        self.title.setText(words)
        self.update()


class DropFrame(QWidget):
    """A line around the whole page while a file is held over it; it is in nobody's way."""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        theme, gap = self._theme, self._theme.px(8)
        area = QRectF(self.rect()).adjusted(gap, gap, -gap, -gap)
        box(painter, theme, area, line="accent", radius=theme.size("panel_radius"), width=theme.size("focus"))
        painter.end()
