"""Ask as a sender: who receives this, at which number, with which message, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from sorstudio.routing.answer import Answer
from sorstudio.routing.confusing import confusions
from sorstudio.routing.question import Question
from sorstudio.routing.telling import steps as told_steps
from sorstudio.ui.days import short_day
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import label, set_kind
from sorstudio.ui.lazy_pane import LazyPane
from sorstudio.ui.picture.route import Route
from sorstudio.ui.routes.answer_card import AnswerCard
from sorstudio.ui.routes.asking import Asking, Found
from sorstudio.ui.routes.columns import Columns
from sorstudio.ui.routes.comparing import differences, in_words
from sorstudio.ui.routes.keeping import KeepButton
from sorstudio.ui.routes.question_form import QuestionForm
from sorstudio.ui.routes.steps import Steps
from sorstudio.ui.routes.unit_lines import UnitLines
from sorstudio.ui.routes.wording import lure_line, story
from sorstudio.ui.theme import Theme

LARGER = 1.75
"""How much larger everything is in the full screen view."""
_BESIDE_FROM = 400
"""Logical pixels at a text size of 100 % that the two answers need beside each other."""


class SenderPane(LazyPane):
    """The question at the left, the answer, and how it was found; worked out only while it is seen.

    `route_found` carries the `Route` to draw, or None. `unit_shown` tells that somebody goes to a unit.
    """

    route_found = Signal(object)
    unit_shown = Signal()

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
        self._base, self.is_large = theme, False
        self._asking = Asking(editor.plan)

    @property
    def theme(self) -> Theme:
        """The look, larger in the full screen view."""
        base = self._base
        return Theme(base.mode, base.scale * LARGER) if self.is_large else base

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._base = theme
        self._restyle()

    def set_large(self, large: bool) -> None:
        """Large type for a workshop, or as the rest of the window."""
        if large != self.is_large:
            self.is_large = large
            self._restyle()

    def ask_about_unit(self, unit: str) -> None:
        """As somebody would who looks for what this unit does."""
        self._build()
        state = self._editor.plan.state()
        areas = self._asking.directory().areas_at(state.units[unit])
        placed = state.placements(unit)
        if areas or not placed:
            self.form.ask_about(area=areas[0][0] if areas else "")
        else:
            self.form.ask_about(offer=placed[0].offer)

    def ask_about_offer(self, offer: str) -> None:
        """As somebody would who needs this offer."""
        self._build()
        self.form.ask_about(offer=offer)

    def ask(self, asked: Question) -> None:
        """As it was asked elsewhere."""
        self._build()
        self.form.ask(asked)

    def _show_plan(self) -> None:
        """Ask again, of the plan as it stands."""
        self.form.follow()
        asked = self.form.question()
        for part in (self.cards, self.rest):
            part.setVisible(asked is not None)
        self.story.setVisible(asked is not None and self._sides.direction() is QBoxLayout.Direction.LeftToRight)
        self.empty.setVisible(asked is None)
        if asked is None:
            self.keep.show_answer(None)
            self._draw(None)
            return
        planned = self._asking.planned(asked)
        self._show(planned, self._asking.today(asked))
        self._draw(planned.answer)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.route_found.emit(None)

    def _make(self) -> None:
        theme = self.theme
        self.form = QuestionForm(self._editor, theme)
        self.keep = KeepButton(self._editor, self._title)
        self.story, self.empty = label("", "muted", wraps=True), label("", "muted", wraps=True)
        self.planned, self.today = AnswerCard(theme, is_main=True), AnswerCard(theme, is_main=False)
        self.steps_caption, self.lures_caption = label("", "group"), label("", "group")
        self.steps, self.lures = Steps(theme), UnitLines(theme)
        self.no_lures = label("", "muted", wraps=True)
        self._lay_out()

    def _finish(self) -> None:
        self._connect()
        self._name()
        self._restyle()

    def _connect(self) -> None:
        self.form.changed.connect(self.refresh)
        for card in (self.planned, self.today):
            card.unit_wanted.connect(self._go_to)
            card.copy_wanted.connect(self._copy)
        self.lures.wanted.connect(self._go_to)
        self.columns.fitted.connect(self._turn)

    def _lay_out(self) -> None:
        self.left, self.middle, self.rest, self.cards = (QWidget() for _ in range(4))
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.cards)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.addWidget(self.planned, 3)
        self._sides.addWidget(self.today, 2)
        told = (self.steps_caption, self.steps, self.lures_caption, self.lures, self.no_lures)
        self._stacks = (
            _stack(self.left, (self.form, self.keep)),
            _stack(self.middle, (self.story, self.empty, self.cards)),
            _stack(self.rest, told),
        )
        self._stacks[0].setAlignment(self.keep, Qt.AlignmentFlag.AlignLeft)
        self.columns = Columns((self.left, self.middle, self.rest), self.theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
        # Made while the pane is being shown: without this it is seen, and takes the focus, one round of events later.
        self.columns.show()

    def _name(self) -> None:
        self.steps_caption.setText(self.tr("How it was found"))
        self.lures_caption.setText(self.tr("Senders easily choose this instead"))
        self.no_lures.setText(self.tr("Nothing here looks so much like it that a sender goes wrong."))
        self.empty.setText(self.tr("Choose what it is about, and see who receives it: today, and after the plan."))

    def _restyle(self) -> None:
        if not self._is_built:
            return
        theme = self.theme
        self.setStyleSheet(_large_sheet(theme) if self.is_large else "")
        set_kind(self.story, "title" if self.is_large else "muted")
        for part in (self.form, self.planned, self.today, self.steps, self.lures):
            part.set_theme(theme)
        self._sides.setSpacing(theme.size("xl"))
        for stack in self._stacks:
            stack.setSpacing(theme.size("s"))
        self.columns.set_theme(theme, 2 if self.is_large else 3)

    def _turn(self, room: float) -> None:
        """Where there is little room the answers stand below each other, and the story gives way to them."""
        beside = room >= _BESIDE_FROM
        self.story.setVisible(beside and self.form.question() is not None)
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def _show(self, planned: Found, today: Found) -> None:
        texts, plan = self._editor.texts, self._editor.plan
        day = planned.answer.question.day
        after, now = self.tr("After the plan"), self.tr("Today")
        changed = differences(today, planned)
        after = f"{after}, {short_day(day, texts.language)}" if day is not None else after
        self.planned.say_title(after if changed else self.tr("{after}: as today").format(after=after))
        self.today.say_title(f"{now}, {short_day(plan.today, texts.language)}")
        self.planned.show_answer(planned, texts, changed=in_words(changed))
        self.today.show_answer(today, texts)
        self.today.leave_out(planned)
        who, subject = self.form.who_sends(), self.form.subject_words()
        self.story.setText(story(planned.answer, plan.codes, texts.language, who=who, subject=subject))
        self.steps.show_steps(told_steps(planned.answer, texts))
        meant = {one.unit for one in planned.answer.alternatives}
        found = confusions(planned.directory, planned.answer)
        lures = [lure_line(one, planned, texts) for one in found if one.unit not in meant]
        self.lures.show_lines(self.lures_caption.text(), lures)
        self.no_lures.setVisible(not lures)
        self.keep.show_answer(planned.answer)

    def _draw(self, answer: Answer | None) -> None:
        receiver = answer.receiver if answer is not None else None
        self.route_found.emit(Route(receiver.unit, receiver.giver) if receiver is not None else None)

    def _go_to(self, unit: str) -> None:
        """Some units are there today only."""
        if unit in self._editor.plan.state().units:
            self.unit_shown.emit()
            self._editor.select([unit])
        else:
            self._editor.refused.emit(self.tr("The unit is not there after the plan."))

    def _copy(self, gln: str) -> None:
        QGuiApplication.clipboard().setText(gln)
        self._editor.said.emit(self.tr("{gln} is on the clipboard.").format(gln=gln), False)

    def _title(self) -> str:
        """What a play of the question is called."""
        about = ", ".join(filter(None, (self.form.subject_words(), self.form.message)))
        return f"{self.form.who_sends()}: {about}"


def _large_sheet(theme: Theme) -> str:
    """Whoever has no size of the sheet has that of the application, which knows nothing of large type."""
    size = theme.font().pixelSize()
    return f"QLabel, QLineEdit, QDateEdit {{ font-size: {size}px; }}{theme.stylesheet()}"


def _stack(holder: QWidget, widgets: Sequence[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return column
