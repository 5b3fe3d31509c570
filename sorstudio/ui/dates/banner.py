"""Says plainly that the tree is shown as of a day, and leads back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from sorstudio.model.edits.settings import set_setting
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import button, label


class DayBanner(QFrame):
    """There only while a day is looked at."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hint")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor = editor
        self.words = label("", "group")
        self.keep = button("", "quiet", self._keep)
        self.show_all = button("", "quiet", partial(editor.show_day, None))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 8, 2)
        row.addWidget(self.words, 1)
        row.addWidget(self.keep)
        row.addWidget(self.show_all)
        editor.day_shown.connect(self._tell)
        editor.retexted.connect(self._tell)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._tell()
        super().changeEvent(event)

    def _tell(self) -> None:
        day = self._editor.plan.shown_day
        self.setVisible(day is not None)
        if day is None:
            return
        words = self.tr("Shows {day}. What you change now takes effect on that day.")
        self.words.setText(words.format(day=self._editor.texts.day(day)))
        for one, said in ((self.keep, self.tr("Use as working date")), (self.show_all, self.tr("Show everything"))):
            one.setText(said)
            one.setAccessibleName(said)
        self.keep.setEnabled(not self._editor.read_only)

    def _keep(self) -> None:
        """The day becomes the plan's working date, and everything is shown again."""
        day = self._editor.plan.shown_day
        self._editor.show_day(None)
        if day is not None and day != self._editor.plan.working_date:
            self._editor.do(partial(set_setting, name="working_date", value=day.isoformat()))
