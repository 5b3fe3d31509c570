"""The user guide beside the work: rendered in the look of the window, at the heading that is wanted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPalette, QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from sorstudio.resources import changelog
from sorstudio.ui.help.guide import bare, guide
from sorstudio.ui.theme import Theme, Weight

WIDTH = 392


class HelpPane(QWidget):
    """Hidden until it is asked for; Escape puts it away. It reads files of the program, never the network."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title, self.away, self.page = QLabel(), QPushButton(), _Page()
        self.page.setOpenExternalLinks(True)
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.away.setProperty("kind", "quiet")
        self.away.clicked.connect(self.put_away)
        self._lay_out()
        self.set_theme(theme)
        self.retranslate()
        self.hide()

    def show_heading(self, heading: str) -> None:
        """Open the guide where this heading stands; at its beginning where there is none such."""
        self._open(guide(), heading)

    def show_changelog(self) -> None:
        """What is new in each version."""
        self._open(changelog(), "")

    def here(self) -> str:
        """The heading that stands at the top of what is read."""
        below_the_air = QPoint(self._theme.px(20), self._theme.px(24))
        block = self.page.cursorForPosition(below_the_air).block()
        while block.isValid() and not block.blockFormat().headingLevel():
            block = block.previous()
        return bare(block.text())

    def put_away(self) -> None:
        """Back to the work."""
        self.hide()
        self.closed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size; what is read stays in place."""
        heading = self.here() if self.isVisible() else ""
        self._theme = theme
        self.setMaximumWidth(theme.px(WIDTH))
        self.title.setFont(theme.font("body", Weight.STRONG))
        self._head.setContentsMargins(theme.px(16), theme.px(6), theme.px(8), theme.px(6))
        self.page.document().setDefaultFont(theme.font("body"))
        self.page.document().setDocumentMargin(theme.px(16))
        palette = self.page.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.color("surface"))
        palette.setColor(QPalette.ColorRole.Text, theme.color("text"))
        palette.setColor(QPalette.ColorRole.Link, theme.color("accent"))
        self.page.setPalette(palette)
        if heading:
            self.page.reload()
            self._air()
            self._scroll_to(heading)

    def retranslate(self) -> None:
        """The pane's own words."""
        self._name()
        self.away.setText(self.tr("Put away"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _open(self, file: Path, heading: str) -> None:
        self.page.setSource(QUrl.fromLocalFile(str(file)))
        self._name()
        self._air()
        self.show()
        self._scroll_to(heading)
        self.page.setFocus()

    def _name(self) -> None:
        is_news = self.page.source() == QUrl.fromLocalFile(str(changelog()))
        words = self.tr("What is new") if is_news else self.tr("User guide")
        self.title.setText(words)
        self.page.setAccessibleName(words)

    def _air(self) -> None:
        """Room between paragraphs, which plain markdown has none of."""
        block = self.page.document().begin()
        while block.isValid():
            shape = QTextBlockFormat()
            shape.setTopMargin(self._theme.px(16 if block.blockFormat().headingLevel() else 3))
            shape.setBottomMargin(self._theme.px(5))
            if QTextCursor(block).currentTable() is None:
                QTextCursor(block).mergeBlockFormat(shape)
            block = block.next()

    def _scroll_to(self, heading: str) -> None:
        own = self.layout()
        if own is not None:
            own.activate()
        block = self._block_of(heading)
        self.page.setTextCursor(QTextCursor(block))
        top = self.page.document().documentLayout().blockBoundingRect(block).top()
        self.page.verticalScrollBar().setValue(int(top) if block.blockNumber() else 0)

    def _block_of(self, heading: str) -> QTextBlock:
        block = first = self.page.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and bare(block.text()) == heading:
                return block
            block = block.next()
        return first

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.page, 1)


class _Page(QTextBrowser):
    """Pictures are never wider than the page."""

    def loadResource(self, kind: int, name: QUrl) -> object:
        found = super().loadResource(kind, name)
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return found
        image = QImage(self.source().resolved(name).toLocalFile())
        # Read before the bar at the side is there, which takes its part of the width.
        beside = self.verticalScrollBar().sizeHint().width()
        width = int(self.width() - beside - 2 * self.document().documentMargin()) - 2
        return (
            image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation) if image.width() > width else image
        )
