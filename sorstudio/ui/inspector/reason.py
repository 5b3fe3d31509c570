"""The line at the foot of the inspector: why the acts that follow are made, until it is emptied."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import CheckLine, LineField, button, label
from sorstudio.ui.inspector.group import row, rule
from sorstudio.ui.theme import Theme

BAR = 10
"""The bar beside the scrolling fields above; the line ends where they end."""


class ReasonLine(QWidget):
    """Stays in view below the scrolling fields; what is written goes with every act, wherever it is made."""

    def __init__(self, editor: Editor, theme: Theme) -> None:
        super().__init__()
        self._editor = editor
        self.field = LineField("")
        self.field.line.setAccessibleName(self.tr("Reason for the next changes"))
        self.field.line.setPlaceholderText(self.tr("Optional: follows every change until it is cleared"))
        self.field.line.textChanged.connect(self._keep)
        self.clear = button(self.tr("Clear"), "quiet", self._clear, name=self.tr("Clear the reason"))
        keeps_its_place = self.clear.sizePolicy()
        keeps_its_place.setRetainSizeWhenHidden(True)
        self.clear.setSizePolicy(keeps_its_place)
        column = QVBoxLayout(self)
        edge = theme.size("l")
        beside_the_bar = edge + theme.px(BAR)
        column.setContentsMargins(edge, 0, beside_the_bar, theme.size("s"))
        column.setSpacing(theme.px(4))
        column.addWidget(rule())
        column.addWidget(label(self.tr("Reason"), "muted"))
        column.addWidget(self.field)
        self.correction = CheckLine(theme, self.tr("Correction without a date"))
        self.correction.setToolTip(
            self.tr("The next acts put right what is wrong in SOR, instead of changing it from a day")
        )
        self.correction.setChecked(editor.plan.correcting)
        self.correction.toggled.connect(self._correct)
        column.addLayout(row(self.correction, self.clear, spacing=theme.size("xs")))
        self.field.show_value(editor.reason, placeholder=self.field.line.placeholderText())
        self.clear.setVisible(bool(editor.reason))

    def _keep(self, words: str) -> None:
        self._editor.reason = words.strip()
        self.clear.setVisible(bool(self._editor.reason))

    def _correct(self, on: bool) -> None:
        self._editor.plan.correcting = on

    def _clear(self) -> None:
        self.field.line.clear()
        self.field.line.setFocus()
