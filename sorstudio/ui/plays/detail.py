"""One play: what it asks and expects, what came of it and why, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from sorstudio.model.records import Play
from sorstudio.routing.plays import Outcome, question_of
from sorstudio.routing.plays_telling import explanation, title
from sorstudio.routing.telling import steps
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import CheckLine, button, label
from sorstudio.ui.flow import FlowLayout
from sorstudio.ui.plays.rows import Played, sign
from sorstudio.ui.plays.wording import asked_words, expected_words
from sorstudio.ui.routes.answer_card import AnswerCard
from sorstudio.ui.routes.asking import Found
from sorstudio.ui.routes.steps import Steps
from sorstudio.ui.theme import Theme


class PlayDetail(QScrollArea):
    """`keep_wanted` and `drop_wanted` are for all that is chosen, and so is `must_wanted` with yes or no.

    `ask_wanted` carries the question of the play.
    """

    keep_wanted = Signal()
    drop_wanted = Signal()
    must_wanted = Signal(bool)
    ask_wanted = Signal(object)

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._theme = editor, theme
        self.outcome: Outcome | None = None
        self.setProperty("kind", "pane")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title, self.why = label("", "title", wraps=True), label("", "", wraps=True)
        self.asked, self.expected = label("", "", wraps=True), label("", "", wraps=True)
        self.empty = label("", "muted", wraps=True)
        self._captions = [label("", "group") for _ in range(3)]
        self.card, self.steps = AnswerCard(theme, is_main=False), Steps(theme)
        self.must = CheckLine(theme, "")
        self.keep_button = button("", "", self.keep_wanted.emit)
        self.ask_button = button("", "", self._ask)
        self.drop_button = button("", "quiet", self.drop_wanted.emit)
        self._lay_out()
        self.must.clicked.connect(self.must_wanted)
        self.set_theme(theme)
        self.retranslate()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(80))

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self.card.set_theme(theme)
        self.steps.set_theme(theme)
        self._name_must()
        edge = theme.size("l")
        self._column.setContentsMargins(edge, theme.size("m"), edge, theme.size("m"))
        self._column.setSpacing(theme.px(4))
        self._acts.setSpacing(theme.size("s"))

    def retranslate(self) -> None:
        """The words in the language of the window."""
        names = (self.tr("Asked"), self.tr("Expected"), self.tr("How it was found"))
        for caption, name in zip(self._captions, names, strict=True):
            caption.setText(name)
        words = {
            self.ask_button: self.tr("Ask it yourself"),
            self.drop_button: self.tr("Delete"),
        }
        for one, said in words.items():
            one.setText(said)
            one.setAccessibleName(said)
        self.card.say_title(self.tr("Answer"))
        self.empty.setText(self.tr("Choose a play, and see what was asked, what is expected and what came of it."))
        self._name_must()

    def show_play(self, played: Played, chosen: list[Outcome]) -> None:
        """The first of the chosen plays; the buttons are for all of them."""
        self.outcome = outcome = chosen[0] if chosen else None
        self.inside.setVisible(outcome is not None)
        self.empty.setVisible(outcome is None)
        if outcome is None:
            return
        texts, codes = self._editor.texts, played.days.codes
        self.title.setText(title(outcome.play, texts))
        self.why.setText(explanation(outcome, texts))
        self.why.setVisible(not outcome.passed)
        self.asked.setText(asked_words(outcome, codes, texts))
        self.expected.setText(expected_words(outcome, codes, texts))
        self.card.show_answer(Found(outcome.answer, played.days.on(question_of(outcome.play).day)), texts)
        self.steps.show_steps(steps(outcome.answer, texts))
        self._enable(played, chosen)
        self.title.setAccessibleName(f"{self.title.text()}: {sign(outcome, texts).word}")

    def _enable(self, played: Played, chosen: list[Outcome]) -> None:
        is_writable = not self._editor.read_only
        own = [one.play for one in chosen if isinstance(one.play, Play)]
        self.must.setVisible(bool(own))
        self.drop_button.setVisible(bool(own))
        self.must.setEnabled(is_writable)
        self.drop_button.setEnabled(is_writable)
        self.must.setChecked(bool(own) and all(one.must for one in own))
        self.keep_button.setVisible(len(own) < len(chosen))
        self.keep_button.setEnabled(is_writable and any(played.can_be_kept(one) for one in chosen))
        words = self.tr("Keep as a play of the plan")
        if not any(played.can_be_kept(one) for one in chosen):
            words = self.tr("Kept in the plan")
        self.keep_button.setText(words)
        self.keep_button.setAccessibleName(words)

    def _lay_out(self) -> None:
        asked, expected, found = self._captions
        self.inside, holder, acts = QWidget(), QWidget(), QWidget()
        self._acts = FlowLayout(acts)
        self._acts.setContentsMargins(0, 0, 0, 0)
        for one in (self.keep_button, self.ask_button, self.drop_button):
            self._acts.addWidget(one)
        self._column = column = QVBoxLayout(self.inside)
        for widget in (self.title, self.why, acts, self.must):
            column.addWidget(widget)
        for caption, below in ((asked, self.asked), (expected, self.expected), (None, self.card), (found, self.steps)):
            column.addSpacing(self._theme.px(6))
            if caption is not None:
                column.addWidget(caption)
            column.addWidget(below)
        column.addStretch(1)
        whole = QVBoxLayout(holder)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.empty)
        whole.addWidget(self.inside)
        whole.addStretch(1)
        self.inside.hide()
        self.setWidget(holder)

    def _name_must(self) -> None:
        self.must.set_up(self._theme, self.tr("Must pass before the request is sent"))
        self.must.updateGeometry()

    def _ask(self) -> None:
        if self.outcome is not None:
            self.ask_wanted.emit(question_of(self.outcome.play))
