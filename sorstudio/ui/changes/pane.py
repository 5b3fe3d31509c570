"""The changes pane: what the plan changes in the end, in sentences, by who carries it out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from sorstudio.requests.line import Addressee
from sorstudio.requests.lines import change_lines
from sorstudio.ui.changes.card import EnvelopeCard
from sorstudio.ui.changes.model import line_row
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import label
from sorstudio.ui.theme import Theme

LEAST_WIDTH = 250
_SIGNS = {Addressee.MUNICIPALITY: "pencil", Addressee.SDS: "mail-forward", Addressee.MEDCOM: "message", None: "note"}


class ChangesPane(QWidget):
    """Three envelopes, and what SOR does not hold. `counted` tells how many lines there are; `count` says it again."""

    counted = Signal(int)

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor, self._theme = editor, theme
        self.count = 0
        self.cards: dict[Addressee | None, EnvelopeCard] = {}
        self.empty = label("", "muted", wraps=True)
        self._scroll = QScrollArea()
        self._scroll.setProperty("kind", "pane")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.empty)
        column.addWidget(self._scroll, 1)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)
        self._anew = QTimer(self, singleShot=True, interval=0)
        self._anew.timeout.connect(self._build)
        editor.effect.connect(self._soon.start)
        editor.retexted.connect(self._anew.start)
        self._build()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        if theme != self._theme:
            self._theme = theme
            self._build()

    def refresh(self) -> None:
        """Show what differs now."""
        self._soon.stop()
        texts = self._editor.texts
        lines = change_lines(self._editor.plan)
        for addressee, card in self.cards.items():
            card.show_rows([line_row(one, lines, texts) for one in lines if one.addressee is addressee])
        self.empty.setText(texts.sentence("panes.changes.none"))
        self.empty.setVisible(not lines)
        self._scroll.setVisible(bool(lines))
        self._tell(len(lines))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._anew.start()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _follow(self) -> None:
        """Behind another tab only the count is kept true."""
        if self.isVisible():
            self.refresh()
        else:
            self._tell(len(change_lines(self._editor.plan)))

    def _tell(self, count: int) -> None:
        self.count = count
        self.counted.emit(count)

    def _build(self) -> None:
        self._anew.stop()
        theme = self._theme
        self.empty.setMargin(theme.size("l"))
        words = {
            Addressee.MUNICIPALITY: (self.tr("The municipality itself"), self.tr("in SOR or through FK-ORG")),
            Addressee.SDS: (self.tr("Danish Health Data Authority"), self.tr("numbers and institutions")),
            Addressee.MEDCOM: (self.tr("MedCom"), self.tr("message types in SOR-EDI")),
            None: (self.tr("Not in SOR"), self.tr("offers, notes and order")),
        }
        self.cards = {key: EnvelopeCard(theme, *words[key], _SIGNS[key]) for key in words}
        inside = QWidget()
        self._grid = QGridLayout(inside)
        edge = theme.size("s")
        self._grid.setContentsMargins(edge, edge, edge, edge)
        self._grid.setSpacing(edge)
        for card in self.cards.values():
            card.setParent(inside)
            card.list.wanted.connect(self._go)
        self._scroll.setWidget(inside)
        self._arrange()
        self.refresh()

    def _arrange(self) -> None:
        """Beside each other where there is room, else in two rows or one column."""
        theme = self._theme
        room = max(1, self.width() // theme.px(LEAST_WIDTH))
        columns = 4 if room >= 4 else (2 if room >= 2 else 1)
        for place, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, place // columns, place % columns)
            card.setMinimumHeight(0 if columns == 4 else theme.px(150))
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _go(self, unit: str) -> None:
        if unit:
            self._editor.select([unit])
