"""The message guide: one question at a time, and then which message it is, with the plan's local agreements."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sorstudio.model.records import Agreement
from sorstudio.routing.guide import CATEGORY, TOPIC, GuideQuestion, Way, way
from sorstudio.routing.guide_advice import Advice, result
from sorstudio.routing.guide_book import message_guide
from sorstudio.routing.question import Question, Sender
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import button, label
from sorstudio.ui.lazy_pane import LazyPane
from sorstudio.ui.messageguide.advice import AdviceView, Against
from sorstudio.ui.messageguide.agreements import Agreements
from sorstudio.ui.messageguide.answers import DIGITS, AnswerGrid, Option
from sorstudio.ui.messageguide.trail import Trail
from sorstudio.ui.messageguide.wording import topic_words
from sorstudio.ui.routes.columns import Columns
from sorstudio.ui.theme import Theme

_TOPIC = "topic:"
"""Before a topic word of a local agreement among the answers."""


class GuidePane(LazyPane):
    """Digits answer, arrows and Enter too, Backspace goes a step back. `ask_wanted` carries a `Question`."""

    ask_wanted = Signal(object)

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
        self._theme = theme
        self.answers: dict[str, str] = {}
        self.advice: Advice | None = None

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(80))

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        if self._is_built:
            self._restyle()
            self._note()

    def _show_plan(self) -> None:
        """Show where the answers lead, with the agreements as they stand."""
        agreements = self._agreements()
        found = way(message_guide(), self.answers, agreements)
        is_open = found.open is not None
        self.advice = None if is_open else result(message_guide(), self.answers, self._editor.plan.codes, agreements)
        self._show_trail(found)
        for asking in (self.question, self.grid, self.keys):
            asking.setVisible(is_open)
        for answering in (self.view, self.against):
            answering.setVisible(not is_open)
        if found.open is not None:
            self._show_question(found.open)
        if self.advice is not None:
            self._show_advice(self.advice)

    def answer(self, code: str) -> None:
        """Give an answer to the question that is open."""
        found = self._way()
        if found.open is None:
            return
        self.answers = dict(found.answers)
        if code.startswith(_TOPIC):
            self.answers[TOPIC] = code.removeprefix(_TOPIC)
        else:
            self.answers[found.open.key] = code
        self._show_next()

    def back_to(self, place: int) -> None:
        """Ask the question at a place of the way again."""
        given = list(self._way().answers.items())
        self.answers = dict(given[: max(0, place)])
        self._show_next()

    def begin_again(self) -> None:
        """From the first question."""
        self.back_to(0)

    def event(self, event: QEvent) -> bool:
        """Digits are levels of detail of the picture elsewhere in the window."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_own(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Backspace:
            self.back_to(len(self._way().steps) - 1)
        elif self.advice is None:
            self.grid.give(event.key() - Qt.Key.Key_1)

    def _make(self) -> None:
        editor, theme = self._editor, self._theme
        self.trail_caption, self.hint = label("", "group"), label("", "muted", wraps=True)
        self.trail, self.again = Trail(theme), button("", "quiet", self.begin_again)
        self.question, self.keys = label("", "page", wraps=True), label("", "caption", wraps=True)
        self.grid, self.view = AnswerGrid(theme), AdviceView(editor, theme)
        self.against, self.local = Against(editor, theme), Agreements(editor, theme)
        self._lay_out()

    def _finish(self) -> None:
        self.trail.back_wanted.connect(self.back_to)
        self.grid.given.connect(self.answer)
        self.view.again_wanted.connect(self.begin_again)
        self.view.ask_wanted.connect(self._ask)
        # Once the form has got its place.
        self.local.form_opened.connect(lambda: QTimer.singleShot(0, self, self._show_form))
        self._name()
        self._restyle()

    def _lay_out(self) -> None:
        parts = (
            (self.trail_caption, self.hint, self.trail, self.again),
            (self.question, self.grid, self.keys, self.view),
            (self.against, self.local),
        )
        holders = (QWidget(), QWidget(), QWidget())
        self._stacks = [QVBoxLayout(one) for one in holders]
        for stack, widgets in zip(self._stacks, parts, strict=True):
            stack.setContentsMargins(0, 0, 0, 0)
            for widget in widgets:
                stack.addWidget(widget)
            stack.addStretch(1)
        self._stacks[0].setAlignment(self.again, Qt.AlignmentFlag.AlignLeft)
        self.columns = Columns(holders, self._theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)

    def _name(self) -> None:
        self.trail_caption.setText(self.tr("Answered so far"))
        self.hint.setText(self.tr("A few questions lead to the message that fits."))
        self.again.setText(self.tr("Begin again"))
        self.again.setAccessibleName(self.again.text())
        self.keys.setText(self.tr("Answer with a digit, or with the arrows and Enter. Backspace goes a step back."))
        self.local.retranslate()

    def _restyle(self) -> None:
        theme = self._theme
        for part in (self.trail, self.grid, self.view, self.against, self.local):
            part.set_theme(theme)
        for stack in self._stacks:
            stack.setSpacing(theme.size("s"))
        self._stacks[2].setSpacing(theme.size("l"))
        self.columns.set_theme(theme)

    def _agreements(self) -> tuple[Agreement, ...]:
        return tuple(self._editor.plan.state().agreements())

    def _way(self) -> Way:
        return way(message_guide(), self.answers, self._agreements())

    def _show_next(self) -> None:
        """The focus follows: into the first answer, or to the way on from the advice."""
        self.refresh()
        if self.advice is None:
            self.grid.focus_first()
        else:
            on = self.view.ask_button if self.advice.areas else self.view.again_button
            on.setFocus(Qt.FocusReason.TabFocusReason)
        self.columns.verticalScrollBar().setValue(0)

    def _show_trail(self, found: Way) -> None:
        self.trail.show_steps(found.steps, self._editor.texts.language)
        self.hint.setVisible(not found.steps)
        self.again.setVisible(bool(found.steps) and found.open is not None)

    def _show_question(self, asked: GuideQuestion) -> None:
        language = self._editor.texts.language
        self.question.setText(asked.text.name(language))
        options = [Option(one.key, one.text.name(language)) for one in asked.choices]
        if asked.key == CATEGORY:
            topics = topic_words(self._agreements(), self._editor.plan.codes, language)
            options += [Option(f"{_TOPIC}{topic}", *words) for topic, words in topics.items()]
        self.grid.setAccessibleName(self.question.text())
        self.grid.offer(options)
        self.local.show_agreements(self._agreements())

    def _show_advice(self, advice: Advice) -> None:
        self.view.show_advice(advice)
        self.against.show_advice(advice)
        keys = {one.key for one in advice.agreements}
        fitting = [one for one in self._agreements() if one.key in keys]
        message = advice.message.code if advice.message is not None else ""
        self.local.show_agreements(fitting, area=advice.area or "", message=message)

    def _show_form(self) -> None:
        self.columns.ensureWidgetVisible(self.local.form)

    def _ask(self) -> None:
        advice = self.advice
        if advice is not None:
            message = advice.message.code if advice.message is not None else None
            sender = Sender(advice.steps[0].choice.key)
            self.ask_wanted.emit(Question(advice.area, message=message, sender=sender))

    def _is_own(self, event: QKeyEvent) -> bool:
        digits = range(Qt.Key.Key_1, Qt.Key.Key_1 + DIGITS)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return plain and (event.key() == Qt.Key.Key_Backspace or event.key() in digits)
