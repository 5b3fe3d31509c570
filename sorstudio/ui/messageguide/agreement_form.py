"""The form of a local agreement: what has been agreed, and what it is about."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from sorstudio.model.edits.agreeing import MOST_ANSWER_DAYS, keep_agreement
from sorstudio.model.records import Agreement
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import button, label
from sorstudio.ui.flow import FlowLayout
from sorstudio.ui.inspector.choices import Choice, PickField
from sorstudio.ui.routes.subjects import message_choices
from sorstudio.ui.theme import Theme


class AgreementForm(QWidget):
    """`closed` tells that it was saved or left."""

    closed = Signal()

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._edited: Agreement | None = None
        self._codes = {"area": "", "message": "", "category": ""}
        self.title, self.error = label("", "group"), label("", "error", wraps=True)
        self.words, self.topic, self.days = QLineEdit(), QLineEdit(), QSpinBox()
        self.area = PickField(theme, self.tr("Area"), self.tr("Search area"))
        self.message = PickField(theme, self.tr("Message"), self.tr("Search message type"))
        self.category = PickField(theme, self.tr("Category"), self.tr("Search category"))
        self.save_button = button("", "", self.save)
        self.leave_button = button("", "quiet", self.closed.emit)
        self._captions: list[QLabel] = [label("", "muted") for _ in range(6)]
        self._lay_out()
        for name, field in self._picks().items():
            field.picked.connect(partial(self._pick, name))
        self.set_theme(theme)

    def ask(self, agreement: Agreement | None, *, area: str = "", message: str = "") -> None:
        """For an agreement that is there, or for a new one that begins with this area and message."""
        self._edited = one = agreement
        self._codes = {
            "area": (one.area if one is not None else area) or "",
            "message": (one.message if one is not None else message) or "",
            "category": (one.category if one is not None else "") or "",
        }
        self.words.setText(one.text if one is not None else "")
        self.topic.setText((one.topic if one is not None else "") or "")
        self.days.setValue((one.answer_days if one is not None else 0) or 0)
        self.error.hide()
        self.retranslate()
        self.words.setFocus()

    def save(self) -> None:
        """Keep the agreement; where it cannot be kept the form says why and stays."""
        make = partial(
            keep_agreement,
            text=self.words.text(),
            area=self._codes["area"] or None,
            message=self._codes["message"] or None,
            topic=self.topic.text() or None,
            category=self._codes["category"] or None,
            answer_days=self.days.value() or None,
            agreement=self._edited.key if self._edited is not None else None,
        )
        wrong = self._editor.ask(make)
        self.error.setText(wrong or "")
        self.error.setVisible(wrong is not None)
        if wrong is None:
            self._editor.do(make)
            self.closed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        for field in self._picks().values():
            field.set_theme(theme)
        self.days.setMinimumHeight(theme.size("control"))
        self._column.setSpacing(theme.px(3))
        self._acts.setSpacing(theme.size("s"))
        self._acts.setContentsMargins(0, theme.size("s"), 0, 0)

    def retranslate(self) -> None:
        """The words in the language of the window."""
        is_new = self._edited is None
        self.title.setText(self.tr("New local agreement") if is_new else self.tr("Change the local agreement"))
        names = (
            self.tr("What has been agreed"),
            self.tr("Area"),
            self.tr("Message"),
            self.tr("Topic word in the heading"),
            self.tr("Category that it stands for"),
            self.tr("Working days until the answer"),
        )
        for caption, name, field in zip(self._captions, names, self._fields(), strict=True):
            caption.setText(name)
            field.setAccessibleName(name)
        self.words.setPlaceholderText(self.tr("e.g. The nurses answer questions about wounds"))
        self.days.setSpecialValueText(self.tr("not agreed"))
        self.save_button.setText(self.tr("Save the agreement"))
        self.leave_button.setText(self.tr("Cancel"))
        for one in (self.save_button, self.leave_button):
            one.setAccessibleName(one.text())
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        else:
            super().keyPressEvent(event)

    def _picks(self) -> dict[str, PickField]:
        return {"area": self.area, "message": self.message, "category": self.category}

    def _fields(self) -> tuple[QWidget, ...]:
        return self.words, self.area, self.message, self.topic, self.category, self.days

    def _fill(self) -> None:
        codes, language = self._editor.plan.codes, self._editor.texts.language
        choices = {
            "area": [
                Choice("", self.tr("All areas")),
                *(Choice(one.code, one.name(language)) for one in codes.areas),
            ],
            "message": [Choice("", self.tr("All messages")), *message_choices(codes, language)],
            "category": [
                Choice("", self.tr("None")),
                *(Choice(one.code, one.name(language)) for one in codes.categories),
            ],
        }
        for name, field in self._picks().items():
            code = self._codes[name]
            shown = next((one for one in choices[name] if one.code == code), choices[name][0])
            words = " · ".join(filter(None, (shown.detail, shown.title)))
            field.offer(choices[name], words, quiet=not code)

    def _pick(self, name: str, code: str) -> None:
        self._codes[name] = code
        self._fill()

    def _lay_out(self) -> None:
        self.days.setRange(0, MOST_ANSWER_DAYS)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.title)
        for caption, field in zip(self._captions, self._fields(), strict=True):
            caption.setBuddy(field)
            column.addWidget(caption)
            column.addWidget(field)
        acts = QWidget()
        self._acts = FlowLayout(acts)
        self._acts.addWidget(self.save_button)
        self._acts.addWidget(self.leave_button)
        column.addWidget(self.error)
        column.addWidget(acts)
