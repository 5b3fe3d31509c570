"""Keeps a question with its answer in the plan, as a play."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from sorstudio.model.edits.playing import keep_play
from sorstudio.model.records import Play
from sorstudio.model.state import State
from sorstudio.routing.answer import Answer
from sorstudio.routing.question import Question
from sorstudio.ui.editor import Editor


def is_kept(state: State, asked: Question) -> bool:
    """Whether a play asks the same already."""
    return any(_asks(one) == _asks(asked) for one in state.plays())


class KeepButton(QPushButton):
    """Keeps what is answered just now, pinned to the receiver, or to the reason where there is none."""

    def __init__(self, editor: Editor, title: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._title = editor, title
        self._answer: Answer | None = None
        self.setAutoDefault(False)
        self.clicked.connect(self._keep)

    def show_answer(self, answer: Answer | None) -> None:
        """What would be kept; None while nothing is asked."""
        self._answer = answer
        kept = answer is not None and is_kept(self._editor.plan.state(), answer.question)
        self.setText(self.tr("Kept as a play") if kept else self.tr("Keep as a play"))
        self.setAccessibleName(self.text())
        self.setToolTip(self.tr("The plan remembers question and answer, and tells when the answer is another one."))
        self.setEnabled(answer is not None and not kept and not self._editor.read_only)

    def _keep(self) -> None:
        answer = self._answer
        if answer is None:
            return
        asked, receiver, reason = answer.question, answer.receiver, answer.reason
        make = partial(
            keep_play,
            title=self._title(),
            sender=asked.sender.value if asked.sender else None,
            area=asked.area,
            offer=asked.offer,
            message=asked.message,
            day=asked.day,
            unit=receiver.unit if receiver else None,
            expect_reason=reason.value if reason else None,
        )
        self._editor.do(make)


def _asks(one: Question | Play) -> tuple[object, ...]:
    return one.sender, one.area, one.offer, one.message, one.day
