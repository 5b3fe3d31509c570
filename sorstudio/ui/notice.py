"""A line across the top that says what a person should know and can do something about; it goes when it is put away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from sorstudio.ui.icons import pixmap
from sorstudio.ui.theme import Theme


class Notice(QFrame):
    """Hidden until it has something to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hint")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sign, self.words = QLabel(), QLabel()
        self.done = QPushButton()
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.done.setProperty("kind", "quiet")
        self.done.clicked.connect(self.hide)
        self._row = row = QHBoxLayout(self)
        row.addWidget(self.sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.done)
        self.set_theme(theme)
        self.retranslate()
        self.hide()

    def tell(self, words: str) -> None:
        """Say it."""
        self.words.setText(words)
        self.words.setAccessibleName(words)
        self.show()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self.sign.setPixmap(pixmap(theme, "info-circle", "accent"))
        self.words.setFont(theme.font("body"))
        self._row.setContentsMargins(theme.px(14), theme.px(4), theme.px(10), theme.px(4))

    def retranslate(self) -> None:
        """The bar's own words."""
        self.done.setText(self.tr("Put away"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
