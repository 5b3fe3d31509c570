"""The panel of a guide: a step at a time, and below the questions everything that follows from the answers."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from sorstudio.model.errors import Refused
from sorstudio.requests.guides.guiding import Guiding, Put
from sorstudio.ui.asking.bar import WEIGH_AFTER
from sorstudio.ui.days import to_qdate
from sorstudio.ui.editor import Editor
from sorstudio.ui.flow import FlowLayout
from sorstudio.ui.form import button
from sorstudio.ui.guides.fields import field_for
from sorstudio.ui.impact.list import ConsequenceList
from sorstudio.ui.impact.weighing import weighed
from sorstudio.ui.theme import Theme, Weight

MOST_OF_PANE = 0.4
"""How much of the pane it stands in questions and consequences may take; with more they scroll."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GuidePanel(QFrame):
    """Not modal: the tree can be looked at meanwhile. `asked` comes before it is shown, `closed` when it has gone."""

    asked = Signal()
    closed = Signal()

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hint")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor = editor
        self.guiding: Guiding | None = None
        self.at = 0
        self.fields: dict[str, QWidget] = {}
        self.title, self.about, self.step = QLabel(self), QLabel(self), QLabel(self)
        self.problem = QLabel(self)
        self.follows = ConsequenceList(self)
        self.on = button("", self.go_on, "primary")
        self.back = button("", self.go_back)
        self.leave = button("", self.put_away, "quiet")
        self.copy = button("", self.copy_act, "quiet")
        self.use_day = button("", self._take_earliest)
        self._scroll = QScrollArea(self)
        self._weigh_soon = QTimer(self, singleShot=True, interval=WEIGH_AFTER)
        self._weigh_soon.timeout.connect(self.weigh)
        self._lay_out()
        self.set_theme(theme)
        editor.effect.connect(self._plan_changed)
        editor.retexted.connect(self._say_again)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self.theme = theme
        self.title.setFont(theme.font("title", Weight.STRONG))
        self.about.setFont(theme.font("small"))
        self.step.setFont(theme.font("caption"))
        around, small = theme.size("m"), theme.size("s")
        self._column.setContentsMargins(around, small, around, small)
        self._column.setSpacing(small)
        self._say_again()

    def begin(self, name: str) -> None:
        """Start a guide for the chosen units; where none is chosen, nothing happens."""
        if not self._editor.selection or self._editor.read_only:
            return
        self.asked.emit()
        self.guiding = Guiding(self._editor.plan, name, self._editor.selection)
        self.at = 0
        self.show()
        self._show_step()

    def go_on(self) -> None:
        """The next step; on the last one, make the change."""
        guiding = self.guiding
        if guiding is None:
            return
        steps = guiding.steps()
        missing = guiding.missing(steps[self.at])
        if missing is not None:
            self._explain(self._editor.sentence(Refused("guide.missing", question=missing.both())))
            self.fields[missing.name].setFocus()
        elif self.at + 1 < len(steps):
            self.at += 1
            self._show_step()
        else:
            self._make()

    def go_back(self) -> None:
        """The step before; the answers stay."""
        if self.at:
            self.at -= 1
            self._show_step()

    def put_away(self) -> None:
        """Leave the guide; nothing has happened."""
        if self.guiding is not None:
            self.guiding = None
            self._clear()
            self.hide()
            self.closed.emit()

    def copy_act(self) -> None:
        """The change as a line for `apply`, on the clipboard."""
        if self.guiding is not None:
            QGuiApplication.clipboard().setText(json.dumps(self.guiding.act(), ensure_ascii=False))
            self._editor.said.emit(self.tr("The act is on the clipboard, as a line for apply."), False)

    def weigh(self) -> None:
        """List what the answers given so far would mean, and whether the day can be kept."""
        guiding, editor = self.guiding, self._editor
        if guiding is None:
            return
        found = weighed(editor.plan, guiding.makes(), editor.texts.language)
        # Shown anew: Qt counts the height of labels in a list that is seen already only after the next round of events.
        self.follows.hide()
        self.follows.show_impact(found, editor.texts, editor.plan.codes, self.theme)
        self._tell_earliest(guiding)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in _ENTER and not self._has_button():
            self.go_on()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say_again()
        super().changeEvent(event)

    def _make(self) -> None:
        guiding = self.guiding
        if guiding is None:
            return
        objection = self._editor.ask(guiding.change)
        if objection is not None:
            self._explain(objection)
            return
        self.put_away()
        self._editor.do(guiding.change, sure=True)

    def _has_button(self) -> bool:
        return any(one.hasFocus() for one in (self.back, self.leave, self.copy, self.use_day))

    def _plan_changed(self) -> None:
        """Somebody worked on: what was chosen may be gone; otherwise the questions are put anew."""
        guiding = self.guiding
        if guiding is not None and not guiding.still_there():
            self.put_away()
        elif guiding is not None:
            self._show_step()

    def _say_again(self) -> None:
        if self.guiding is not None:
            self._show_step()

    def _show_step(self) -> None:
        guiding, texts = self.guiding, self._editor.texts
        if guiding is None:
            return
        steps = guiding.steps()
        self.at = min(self.at, len(steps) - 1)
        step, last = guiding.guide.steps[steps[self.at]], self.at + 1 == len(steps)
        self.title.setText(guiding.guide.title.name(texts.language))
        self.about.setText(guiding.guide.about.name(texts.language))
        self.about.setVisible(self.at == 0)
        place = self.tr("Step {number} of {count}: {title}")
        self.step.setText(place.format(number=self.at + 1, count=len(steps), title=step.title.name(texts.language)))
        self.on.setText(guiding.guide.verb.name(texts.language) if last else self.tr("Next"))
        self.back.setText(self.tr("Back"))
        self.back.setVisible(self.at > 0)
        self.leave.setText(self.tr("Cancel"))
        self.copy.setText(self.tr("Copy as a line for apply"))
        self.copy.setVisible(last)
        self._explain("")
        self._put(guiding.questions(steps[self.at]))
        self.weigh()

    def _put(self, questions: Sequence[Put]) -> None:
        """The fields of a step; the first one gets the focus."""
        self._clear()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, self.theme.size("s"), 0)
        column.setSpacing(self.theme.px(4))
        for put in questions:
            words = put.words(self._editor.texts)
            label, field = QLabel(words), field_for(put, self._editor.plan, self._editor.texts, self.theme, self._given)
            label.setWordWrap(True)
            label.setBuddy(field)
            field.setAccessibleName(words)
            column.addWidget(label)
            column.addWidget(field)
            self.fields[put.name] = field
        column.addWidget(self.follows)
        self._scroll.setWidget(inside)
        inside.show()
        inside.setAutoFillBackground(False)
        self._fit()
        for first in list(self.fields.values())[:1]:
            first.setFocus()

    def _given(self, name: str, answer: str) -> None:
        """An answer may make other questions of the same step come or go."""
        guiding = self.guiding
        if guiding is None:
            return
        guiding.give(name, answer)
        self._explain("")
        questions = guiding.questions(guiding.steps()[self.at])
        if [put.name for put in questions] != list(self.fields):
            self._put(questions)
            self.fields[name].setFocus()
        self._weigh_soon.start()

    def _tell_earliest(self, guiding: Guiding) -> None:
        """The earliest day, once the day is asked; where it is not kept, a button takes it."""
        earliest, day = guiding.earliest(), self.fields.get("day")
        self.use_day.setVisible(False)
        self.problem.setProperty("kind", "error")
        if day is None or earliest is None:
            return
        if guiding.answer("day") < earliest.isoformat():
            self._explain(self._editor.texts.sentence("guide.too_early", {"day": earliest}))
            self.use_day.setText(self._editor.texts.sentence("guide.use_day", {"day": earliest}))
            self.use_day.setVisible(True)
        day.setToolTip(self._editor.texts.sentence("guide.earliest", {"day": earliest}))

    def _take_earliest(self) -> None:
        guiding = self.guiding
        earliest = guiding.earliest() if guiding is not None else None
        field = self.fields.get("day")
        if earliest is not None and field is not None:
            field.setProperty("date", to_qdate(earliest))
            field.setFocus()

    def _explain(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def _clear(self) -> None:
        self.fields = {}
        self.follows.setParent(self)
        inside = self._scroll.takeWidget()
        if inside is not None:
            inside.deleteLater()

    def _fit(self) -> None:
        """As high as its questions and what follows, until they would fill the pane; then they scroll."""
        inside = self._scroll.widget()
        layout = inside.layout() if inside is not None else None
        if layout is not None:
            wanted = layout.totalHeightForWidth(max(self._scroll.viewport().width(), self.theme.px(200)))
            room = (self.parentWidget() or self.window()).height()
            self._scroll.setFixedHeight(max(self.theme.px(60), min(wanted, round(room * MOST_OF_PANE))))

    def _lay_out(self) -> None:
        for label in (self.title, self.about, self.step, self.problem):
            label.setWordWrap(True)
        self.about.setProperty("kind", "muted")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._column = QVBoxLayout(self)
        for widget in (self.title, self.about, self.step, self._scroll, self.problem):
            self._column.addWidget(widget)
        self._buttons = FlowLayout()
        for one in (self.on, self.back, self.use_day, self.copy, self.leave):
            self._buttons.addWidget(one)
        self._column.addLayout(self._buttons)
