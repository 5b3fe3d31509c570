"""The question: who sends, about what, as which message, on which day. Every answer to it is worked out at once."""

from __future__ import annotations

from PySide6.QtCore import QDate, QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QDateEdit, QLineEdit, QVBoxLayout, QWidget

from sorstudio.routing.question import Question, Sender
from sorstudio.ui.days import from_qdate, to_qdate
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import CheckLine, label
from sorstudio.ui.inspector.choices import Choice, PickField
from sorstudio.ui.routes.segments import Segments
from sorstudio.ui.routes.subjects import message_choices, subject, subject_choices, subject_name, subject_parts
from sorstudio.ui.theme import Theme

_LEAST_DAY = QDate(2000, 1, 1)


class QuestionForm(QWidget):
    """`changed` tells that something else is asked, or that somebody else asks it."""

    changed = Signal()

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._theme = editor, theme
        self.subject, self.message = "", ""
        self.kinds = Segments(theme)
        self.who = QLineEdit()
        self.about = PickField(theme, self.tr("About"), self.tr("Search area or offer"))
        self.letter = PickField(theme, self.tr("Message"), self.tr("Search message type"))
        self.on_day = CheckLine(theme, "")
        self.day = QDateEdit()
        self._captions = [label("", "muted") for _ in range(4)]
        self._lay_out()
        self._connect()
        self.retranslate()
        self.set_theme(theme)

    def question(self) -> Question | None:
        """What is asked; None while nothing is chosen."""
        area, offer = subject_parts(self.subject)
        if area is None and offer is None and not self.message:
            return None
        day = from_qdate(self.day.date()) if self.on_day.isChecked() else None
        return Question(area, offer, self.message or None, sender=Sender(self.kinds.chosen), day=day)

    def who_sends(self) -> str:
        """Who asks: as it was written, else the kind of sender."""
        return self.who.text().strip() or self._senders()[self.kinds.chosen]

    def subject_words(self) -> str:
        """What is asked about in words; empty for nothing."""
        editor = self._editor
        return subject_name(editor.plan.codes, editor.plan.state(), self.subject, editor.texts.language)

    def ask_about(self, *, area: str = "", offer: str = "") -> None:
        """Another subject, with the usual message."""
        self.subject = subject("area", area) or subject("offer", offer)
        self.message = ""
        self._fill()
        self.changed.emit()

    def ask(self, asked: Question) -> None:
        """This question; who sends stays where it is not told."""
        self.subject = subject("area", asked.area or "") or subject("offer", asked.offer or "")
        self.message = asked.message or ""
        if asked.sender is not None:
            self.kinds.choose(asked.sender.value)
        with QSignalBlocker(self.who), QSignalBlocker(self.on_day), QSignalBlocker(self.day):
            self.who.clear()
            self.on_day.setChecked(asked.day is not None)
            self.day.setDate(to_qdate(asked.day or self._editor.plan.working_date))
        self.day.setVisible(asked.day is not None)
        self._fill()
        self.changed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        for field in (self.kinds, self.about, self.letter):
            field.set_theme(theme)
        self.on_day.set_up(theme, self.on_day.text())
        self.on_day.updateGeometry()
        self.day.setMinimumHeight(theme.size("control"))
        self._column.setSpacing(theme.size("xs"))

    def retranslate(self) -> None:
        """The words in the language of the window."""
        names = (self.tr("Who sends"), self.tr("About"), self.tr("Message"), self.tr("Day"))
        for caption, name in zip(self._captions, names, strict=True):
            caption.setText(name)
        self.kinds.offer(names[0], list(self._senders().items()))
        self.who.setPlaceholderText(self.tr("e.g. a ward in Hvidovre"))
        self.who.setAccessibleName(self.tr("Who sends, in words"))
        self.on_day.set_up(self._theme, self.tr("On a certain day"))
        self.day.setAccessibleName(names[3])
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def follow(self) -> None:
        """The plan is another one: an own offer may be gone or renamed."""
        if self.subject and not self.subject_words():
            self.subject = ""
        self._fill()

    def _senders(self) -> dict[str, str]:
        return {
            Sender.GP.value: self.tr("General practice"),
            Sender.HOSPITAL.value: self.tr("Hospital"),
            Sender.MUNICIPALITY.value: self.tr("Municipality"),
        }

    def _fill(self) -> None:
        editor = self._editor
        codes, language = editor.plan.codes, editor.texts.language
        nothing = Choice("", self.tr("Whatever the message is for"))
        usual = Choice("", self.tr("The usual one"))
        words = self.subject_words()
        prompt = nothing.title if self.message else self.tr("Choose area or offer")
        choices = subject_choices(codes, editor.plan.state(), editor.texts)
        self.about.offer([*choices, nothing], words or prompt, quiet=not words)
        found = codes.message_type(self.message) if self.message else None
        shown = f"{found.code} · {found.name(language)}" if found else usual.title
        self.letter.offer([usual, *message_choices(codes, language)], shown)

    def _lay_out(self) -> None:
        who, about, letter, day = self._captions
        self.day.setCalendarPopup(True)
        self.day.setMinimumDate(_LEAST_DAY)
        self.day.setDate(to_qdate(self._editor.plan.today))
        self.day.hide()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (who, self.kinds, self.who, about, self.about, letter, self.letter, day, self.on_day, self.day):
            column.addWidget(widget)

    def _connect(self) -> None:
        self.kinds.picked.connect(self.changed)
        self.about.picked.connect(self._choose_subject)
        self.letter.picked.connect(self._choose_message)
        self.who.textChanged.connect(self.changed)
        self.on_day.toggled.connect(self._choose_day)
        self.day.dateChanged.connect(self.changed)

    def _choose_subject(self, code: str) -> None:
        self.subject = code
        self._fill()
        self.changed.emit()

    def _choose_message(self, code: str) -> None:
        self.message = code
        self._fill()
        self.changed.emit()

    def _choose_day(self, wanted: bool) -> None:
        self.day.setVisible(wanted)
        if wanted:
            with QSignalBlocker(self.day):
                self.day.setDate(to_qdate(self._editor.plan.working_date))
        self.changed.emit()
