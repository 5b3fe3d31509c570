"""The morning after: what a new register file says about the plan, what must be decided, and the step onto it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from sorstudio.model.adopting import Take, adopt
from sorstudio.model.change import Change
from sorstudio.model.errors import SorError
from sorstudio.model.plan import Plan
from sorstudio.requests.confirm import Outcome, Result, counts
from sorstudio.ui.days import from_qdate, to_qdate
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import button, label
from sorstudio.ui.form import day_field
from sorstudio.ui.inspector.group import row
from sorstudio.ui.requests.checking import Checked, Checking
from sorstudio.ui.requests.choosing import Answering, ChoiceCard
from sorstudio.ui.requests.list import SignedList
from sorstudio.ui.requests.model import SignedRow
from sorstudio.ui.requests.outcomes import OutcomeRows
from sorstudio.ui.theme import Theme

STEPS = 1000
LARGE = 1.3
"""The text size from which the buttons stand below the words."""


class ConfirmPane(QWidget):
    """Nothing of the plan changes before the file is adopted, which is one act and can be undone.

    `opened` tells that there is something to look at, `closed` that it was put away.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.found: Checked | None = None
        self.rows: OutcomeRows | None = None
        self.given: dict[str, str] = {}
        self.takes: dict[str, Take] = {}
        self._paths: tuple[Path, ...] = ()
        self.checking = Checking(editor, self)
        self._make_parts(theme)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.retranslate()
        self.hide()

    def check(self, paths: Sequence[Path]) -> None:
        """Read a register file and show what it says."""
        self.given, self.takes, self.found, self.rows = {}, {}, None, None
        self._paths = tuple(paths)
        self._show_working()
        self.checking.read(paths)

    def go_on(self) -> None:
        """Use the file in spite of what speaks against it."""
        if self.found is not None:
            self._show_working()
            self.checking.again(self.found.file, self.given)

    def adopt(self) -> None:
        """Let the plan stand on the new file; one act, undone like every other."""
        if self.found is None or self.found.confirmation is None:
            return
        done = self._editor.do(self._adopting, sure=True)
        if done is not None:
            self.put_away()

    def put_away(self) -> None:
        """Back to the requests; nothing has happened."""
        self.checking.close()
        self.found = self.rows = None
        self.hide()
        self.closed.emit()

    def close_plan(self) -> None:
        """Stop working."""
        self.checking.close()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self.list.set_theme(theme)
        self.card.set_theme(theme)
        edge = theme.size("l")
        self._head.setContentsMargins(edge, theme.size("xs"), edge, theme.size("xs"))
        self._head.setSpacing(theme.size("s"))
        # Beside the buttons, large words would be squeezed to a column of syllables.
        is_large = theme.scale > LARGE
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.TopToBottom if is_large else ways.LeftToRight)
        self.bar.setFixedHeight(theme.px(6))
        self._side.setMinimumWidth(theme.px(320))

    def retranslate(self) -> None:
        """The words in the language of the window."""
        words = {
            self.stop: self.tr("Stop"),
            self.force: self.tr("Go on all the same"),
            self.leave: self.tr("Put away"),
            self.use: self.tr("Use the new file as the basis"),
        }
        for one, said in words.items():
            one.setText(said)
            one.setAccessibleName(said)
        self.list.setAccessibleName(self.tr("What the new register file says"))
        self.bar.setAccessibleName(self.tr("Reading"))
        self.day_words.setText(self.tr("Day of the register file"))
        self.day.setAccessibleName(self.day_words.text())
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _make_parts(self, theme: Theme) -> None:
        self.words, self.told = label("", "group", wraps=True), label("", "muted", wraps=True)
        self.problem = label("", "warning", wraps=True)
        self.summary = label("", "muted", wraps=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, STEPS)
        self.bar.setTextVisible(False)
        self.list = SignedList(theme)
        self.card = ChoiceCard(theme)
        self.hint = label("", "muted", wraps=True)
        self.day_words, self.day = label("", "muted"), day_field(theme, date.today())
        self.stop = button("", "quiet", self.checking.stop)
        self.force = button("", "", self.go_on)
        self.leave = button("", "quiet", self.put_away)
        self.use = button("", "primary", self.adopt)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        for widget in (self.card, self.hint, self.summary):
            column.addWidget(widget)
        column.addStretch(1)
        self._side = QScrollArea()
        self._side.setProperty("kind", "pane")
        self._side.setWidgetResizable(True)
        self._side.setFrameShape(QFrame.Shape.NoFrame)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setWidget(inside)
        self.body = QSplitter(Qt.Orientation.Horizontal)
        self.body.addWidget(self.list)
        self.body.addWidget(self._side)
        self.body.setStretchFactor(0, 3)
        self.body.setStretchFactor(1, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        said = QVBoxLayout()
        said.setSpacing(0)
        for widget in (self.words, self.told, self.problem):
            said.addWidget(widget)
        buttons = row(self.day_words, self.day, self.stop, self.force, self.leave, self.use, spacing=8)
        self._head = QHBoxLayout()
        self._head.addLayout(said, 1)
        self._head.addLayout(buttons)
        whole.addLayout(self._head)
        whole.addWidget(self.bar)
        whole.addWidget(self.body, 1)

    def _connect(self) -> None:
        self.checking.checked.connect(self._take)
        self.checking.failed.connect(self._refuse)
        self.checking.stopped.connect(self.put_away)
        self.checking.progressed.connect(lambda part: self.bar.setValue(round(part * STEPS)))
        self.list.wanted.connect(self._go)
        self.list.rested.connect(self._ask)
        self.card.chosen.connect(self._decide)
        self.day.editingFinished.connect(self._redate)
        self._editor.retexted.connect(self._show)

    def _redate(self) -> None:
        """A file that does not say its day is told it; another day means other outcomes."""
        day = from_qdate(self.day.date())
        if self.found is not None and self.day.isVisible() and day != self.found.file.day:
            self._show_working()
            self.checking.read(self._paths, day)

    def _take(self, found: Checked) -> None:
        self.found = found
        self._show()
        if self.rows is not None:
            self.list.setFocus()

    def _refuse(self, error: SorError) -> None:
        self.found = None
        self._show()
        self.problem.setText(self._editor.sentence(error))
        self.problem.show()

    def _show_working(self) -> None:
        self.bar.setValue(0)
        self.show()
        self.opened.emit()
        self._show(is_working=True)

    def _show(self, *, is_working: bool = False) -> None:
        found, texts = self.found, self._editor.texts
        confirmation = found.confirmation if found else None
        objection = found.objection if found and confirmation is None else None
        names = ", ".join(path.name for path in self._paths)
        self.words.setText(self.tr("Confirm with {file}").format(file=names))
        self.bar.setVisible(is_working)
        self.stop.setVisible(is_working)
        self.problem.setVisible(objection is not None)
        if objection is not None:
            self.problem.setText(texts.sentence(f"panes.{objection.code}", objection.params))
        self.force.setVisible(objection is not None and not is_working)
        has_results = confirmation is not None and not is_working
        for one in (self.day_words, self.day):
            one.setVisible(found is not None and not is_working)
        if found is not None:
            self.day.setDate(to_qdate(found.file.day))
        shown: tuple[QWidget, ...] = (self.body, self.use, self.summary, self.told)
        for part in shown:
            part.setVisible(has_results)
        if found is None or confirmation is None or is_working:
            return
        self.words.setText(texts.sentence("panes.confirm.head", {"day": found.file.day}))
        said = [
            f"{texts.sentence(f'panes.outcome.{one}')}: {count}" for one, count in counts(confirmation.results).items()
        ]
        self.told.setText(" · ".join(said) or texts.sentence("confirm.none"))
        units = {**self._editor.plan.timeline.plain().units, **self._editor.plan.state().units}
        self.rows = OutcomeRows(confirmation, {key: unit.name for key, unit in units.items()}, texts)
        self.list.signed.show_groups(self.rows.groups)
        self._ask(self.list.current())
        self._sum_up()

    def _ask(self, shown: SignedRow | None) -> None:
        """What must be decided about a row stands beside it."""
        rows, key = self.rows, shown.key if shown else ""
        self.card.hide()
        self.hint.show()
        self.hint.setText(shown.whole if shown else self.tr("Choose a line to see what it is about."))
        if rows is None or shown is None:
            return
        if key in rows.doubts:
            self._ask_doubt(key, shown)
        elif key in rows.results and rows.results[key].outcome is Outcome.DIFFERENT:
            self._ask_take(rows.results[key], shown)
        self.hint.setVisible(self.card.isHidden())

    def _ask_doubt(self, key: str, shown: SignedRow) -> None:
        match = self.rows.doubts[key] if self.rows else None
        if match is None:
            return
        texts, percent = self._editor.texts, round(match.score * 100)
        reasons = texts.sentence("panes.confirm.reasons", {"percent": percent})
        answers = (
            Answering(match.sor_id, f"{match.name} ({match.sor_id})", reasons),
            Answering("", self.tr("None of them; it has not been created yet")),
        )
        words = self.tr("Which unit of the file is {unit}?").format(unit=shown.sentence)
        self.card.ask(words, "", answers, self.given.get(match.unit, "?"))

    def _ask_take(self, result: Result, shown: SignedRow) -> None:
        takes = {self.takes.get(change, Take.OURS) for change in result.changes}
        answers = (
            Answering(
                Take.OURS.value, self.tr("Keep ours"), self.tr("The wish stays in the plan and is asked for again.")
            ),
            Answering(
                Take.THEIRS.value, self.tr("Take the register's"), self.tr("The wish is given up; the history says so.")
            ),
        )
        self.card.ask(shown.sentence, shown.detail, answers, takes.pop().value if len(takes) == 1 else "")

    def _decide(self, value: str) -> None:
        shown, rows = self.list.current(), self.rows
        if shown is None or rows is None or self.found is None:
            return
        if shown.key in rows.doubts:
            match = rows.doubts[shown.key]
            self.given.pop(value, None)
            if value:
                self.given[match.unit] = value
                self.checking.again(self.found.file, self.given)
            return
        self.takes.update(dict.fromkeys(rows.results[shown.key].changes, Take(value)))
        self._sum_up()

    def _sum_up(self) -> None:
        """What would be carried over if the file were adopted now."""
        confirmation = self.found.confirmation if self.found else None
        if confirmation is None:
            return
        texts = self._editor.texts
        self.use.setEnabled(not self._editor.read_only)
        try:
            _, change, _ = adopt(self._editor.plan, confirmation.file, chosen=self.takes)
        except SorError as error:
            self.summary.setText(self._editor.sentence(error))
            self.use.setEnabled(False)
            return
        self.summary.setText(texts.sentence("panes.confirm.carries", change.params))

    def _adopting(self, plan: Plan) -> Change:
        confirmation = self.found.confirmation if self.found else None
        assert confirmation is not None
        kept, change, _ = adopt(plan, confirmation.file, chosen=self.takes)
        plan.add_baseline(kept)
        return change

    def _go(self, shown: SignedRow) -> None:
        if shown.unit in self._editor.plan.state().units:
            self._editor.select([shown.unit])
