"""The consequences of an act, each with its sign and its sentence; what is lost stands first and strongest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from sorstudio.model.codes import CodeLists
from sorstudio.model.impact import Impact, Tone, sentence
from sorstudio.model.texts import Texts
from sorstudio.ui.icons import pixmap
from sorstudio.ui.theme import Theme, Weight

MOST_OF_WINDOW = 0.2
MOST_SHOWN = 8
"""More consequences than these are counted; the tooltip and the reader have them all."""
_SIGN = {
    Tone.LOSS: ("alert-triangle", "warning"),
    Tone.GAIN: ("plus", "text"),
    Tone.OTHER: ("arrow-narrow-right", "muted"),
}


class ConsequenceList(QScrollArea):
    """Hidden while there is nothing to say. As high as its words, until it would fill the window; then it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentences: list[str] = []
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for part in (self.viewport(), self._inside):
            part.setAutoFillBackground(False)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(MOST_SHOWN + 1, 1)
        self.hide()

    def show_impact(self, found: Impact | None, texts: Texts, codes: CodeLists, theme: Theme) -> None:
        """List what follows; nothing is shown where nothing does."""
        consequences = found.consequences if found is not None else ()
        self.sentences = [sentence(one, texts, codes) for one in consequences]
        self.setAccessibleName(" ".join(self.sentences))
        self.setToolTip("\n".join(self.sentences) if len(self.sentences) > MOST_SHOWN else "")
        self._fill([one.tone for one in consequences], theme)
        rest = len(consequences) - MOST_SHOWN
        if rest > 0:
            words = texts.sentence("impact.rest", {"count": rest})
            self._grid.addWidget(_label(words, theme, Weight.REGULAR), MOST_SHOWN, 1)
        self.setVisible(bool(consequences))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The height that the words take in this width."""
        self._grid.activate()
        wanted = self._grid.heightForWidth(self.viewport().width())
        self._inside.setMinimumHeight(max(0, wanted))
        self.setFixedHeight(max(0, min(wanted, round(self.window().height() * MOST_OF_WINDOW))))

    def _fill(self, tones: Sequence[Tone], theme: Theme) -> None:
        self._empty()
        self._grid.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(3))
        for row, tone in enumerate(tones[:MOST_SHOWN]):
            sign = QLabel()
            sign.setPixmap(pixmap(theme, *_SIGN[tone], 14))
            self._grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
            weight = Weight.MEDIUM if tone is Tone.LOSS else Weight.REGULAR
            self._grid.addWidget(_label(self.sentences[row], theme, weight), row, 1)

    def _empty(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _label(words: str, theme: Theme, weight: Weight) -> QLabel:
    label = QLabel(words)
    label.setFont(theme.font("small", weight))
    label.setWordWrap(True)
    return label
