"""Taking one act back, and what stands in the way of it: why not, and which later acts build on it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from sorstudio.model.change import Change
from sorstudio.model.dependents import built_on
from sorstudio.model.replay import take_back
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import button, label

MOST_NAMED = 12


class Obstacle(QFrame):
    """A quiet bar that is there only while an act cannot be taken back. `show_wanted` carries the acts in the way."""

    show_wanted = Signal(frozenset)

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hint")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor = editor
        self._later: tuple[Change, ...] = ()
        self.words = label("", "muted", wraps=True)
        self.show_them = button("", "quiet", self._show_or_not)
        self.away = button("", "quiet", self.put_away)
        self._is_showing = False
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 8, 2)
        row.addWidget(self.words, 1)
        row.addWidget(self.show_them)
        row.addWidget(self.away)
        editor.effect.connect(self.put_away)
        self.retranslate()
        self.hide()

    def take_back(self, change_id: str) -> None:
        """Undo one act alone; where that cannot be, say why and offer to show what is in the way."""
        make = partial(take_back, change_id=change_id)
        reason = self._editor.ask(make)
        if reason is None:
            self.put_away()
            self._editor.do(make)
            return
        self._later = built_on(self._editor.plan, change_id)
        self._is_showing = False
        self.words.setText(reason)
        self.words.setToolTip("\n".join(self._named()))
        self.words.setAccessibleDescription(" ".join(self._named()))
        self.show_them.setVisible(bool(self._later))
        self.retranslate()
        self.show()
        self._editor.refused.emit(reason)

    def put_away(self) -> None:
        """Everything is shown again, and the bar is gone."""
        if self._is_showing:
            self._show_or_not()
        self._later = ()
        self.hide()

    def retranslate(self) -> None:
        """The buttons in the language of the window."""
        self.show_them.setText(self.tr("Show everything") if self._is_showing else self.tr("Show them"))
        self.show_them.setAccessibleName(self.show_them.text())
        self.away.setText(self.tr("Put away"))
        self.away.setAccessibleName(self.away.text())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _named(self) -> list[str]:
        texts = self._editor.texts
        shown = [texts.sentence(one.code, one.params) for one in self._later[:MOST_NAMED]]
        return [*shown, "…"] if len(self._later) > MOST_NAMED else shown

    def _show_or_not(self) -> None:
        self._is_showing = not self._is_showing
        self.retranslate()
        self.show_wanted.emit(frozenset(one.id for one in self._later) if self._is_showing else frozenset())
