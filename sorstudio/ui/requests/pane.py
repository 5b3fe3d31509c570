"""The requests pane: what was asked of whom and how it stands, the work list of one's own edits, and the answers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from sorstudio.model.change import Change, new_id
from sorstudio.model.edits.composed import composed
from sorstudio.model.edits.requesting import answer_request, send_request, withdraw_answer
from sorstudio.model.plan import Plan
from sorstudio.model.records import Reply
from sorstudio.requests.envelope import Request, make_request
from sorstudio.requests.line import Addressee
from sorstudio.requests.wishes import fingerprint, wish_of
from sorstudio.requests.words import sentence
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import button, label
from sorstudio.ui.inspector.group import row
from sorstudio.ui.requests.answering import AnswerForm
from sorstudio.ui.requests.confirming import ConfirmPane
from sorstudio.ui.requests.list import SignedList
from sorstudio.ui.requests.model import SignedRow
from sorstudio.ui.requests.sheet import KeyingSheet
from sorstudio.ui.requests.wishes import Wanted, WishRows
from sorstudio.ui.theme import Theme

LEAST_WIDTH = 200
"""Logical pixels."""


class RequestsPane(QWidget):
    """`counted` carries how many wishes are overdue; `request_wanted` that the change request is to be looked at."""

    counted = Signal(int)
    request_wanted = Signal()

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor = editor
        self.rows: WishRows | None = None
        self._request: Request | None = None
        self.list = SignedList(theme)
        self.sheet = KeyingSheet(editor, theme)
        self.form = AnswerForm(theme)
        self.confirming = ConfirmPane(editor, theme)
        self.words = label("", "muted", wraps=True)
        self.answer_button = button("", "", self.ask_answer)
        self.request_button = button("", "", self.request_wanted.emit)
        self.confirm_button = button("", "", self.choose_file)
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)
        self._connect()
        self.set_theme(theme)
        self.retranslate()

    def minimumSizeHint(self) -> QSize:
        """A small window at large text is not made wider by this pane; list and sheet share what there is."""
        return QSize(self.list.theme.px(LEAST_WIDTH), super().minimumSizeHint().height())

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        for part in (self.list, self.sheet, self.form, self.confirming):
            part.set_theme(theme)
        edge = theme.size("l")
        self._head.setContentsMargins(edge, theme.size("xs"), edge, theme.size("xs"))
        self._head.setSpacing(theme.size("s"))
        self._side.setMinimumWidth(theme.px(280))

    def retranslate(self) -> None:
        """The words in the language of the window."""
        words = {
            self.answer_button: self.tr("Answer …"),
            self.request_button: self.tr("Change request…"),
            self.confirm_button: self.tr("Confirm with a new register file…"),
        }
        for one, said in words.items():
            one.setText(said)
            one.setAccessibleName(said)
        self.list.setAccessibleName(self.tr("Requests"))
        self._soon.start()

    def refresh(self) -> None:
        """Show every wish as it stands."""
        self._soon.stop()
        plan, texts = self._editor.plan, self._editor.texts
        self.rows = WishRows(plan, texts)
        self._request = make_request(plan, texts, plan.today, anew=True)
        self.list.signed.show_groups(self.rows.groups)
        overdue = self.rows.overdue()
        code = "none" if not self.rows.wishes else "overdue" if overdue else "fine"
        self.words.setText(texts.sentence(f"panes.requests.{code}", {"count": overdue}))
        self.counted.emit(overdue)
        self._rest(self.list.current())

    def check(self, paths: Sequence[Path]) -> None:
        """Confirm with a register file, in the place of the requests."""
        self.confirming.check(paths)

    def choose_file(self) -> None:
        """Ask for the register file to confirm with."""
        chosen, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Confirm with a new register file"),
            "",
            self.tr("Register files (*.csv *.txt *.xml *.json *.xlsx *.zip);;All files (*)"),
        )
        if chosen:
            self.check([Path(one) for one in chosen])

    def close_plan(self) -> None:
        """Stop working."""
        self.confirming.close_plan()

    def tick(self, shown: SignedRow) -> None:
        """One's own edit is done, or not done after all; one that was not sent yet is taken in hand with it."""
        wanted = self._wanted(shown)
        if wanted is None:
            return
        if wanted.request is not None and shown.ticked:
            self._editor.do(partial(withdraw_answer, request=wanted.request.key, wishes=[wish_of(wanted.line)]))
        else:
            self._editor.do(lambda plan: self._answered(plan, wanted, Reply.DONE, ""), sure=True)

    def ask_answer(self) -> None:
        """Ask what was answered to the chosen line."""
        wanted = self._wanted(self.list.current())
        if wanted is None or wanted.request is None or self._editor.read_only:
            return
        reply = wanted.answer.reply if wanted.answer else None
        reason = (wanted.answer.reason if wanted.answer else None) or ""
        self.form.ask(sentence(wanted.line, self._editor.texts), reply, reason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._head = row(self.words, self.answer_button, self.request_button, self.confirm_button, spacing=8)
        self._head.setStretch(0, 1)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.form)
        side.addWidget(self.sheet, 1)
        self.body = QSplitter(Qt.Orientation.Horizontal)
        self.body.addWidget(self.list)
        self.body.addWidget(self._side)
        self.body.setStretchFactor(0, 3)
        self.body.setStretchFactor(1, 2)
        wishes = QWidget()
        column = QVBoxLayout(wishes)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.body, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(wishes)
        self.pages.addWidget(self.confirming)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)

    def _connect(self) -> None:
        self.list.wanted.connect(self._go)
        self.list.ticked.connect(self.tick)
        self.list.rested.connect(self._rest)
        self.list.menu_wanted.connect(self._menu)
        self.form.answered.connect(self._answer)
        self.form.withdrawn.connect(self._withdraw)
        self.form.closed.connect(self.list.setFocus)
        self.confirming.opened.connect(lambda: self.pages.setCurrentWidget(self.confirming))
        self.confirming.closed.connect(lambda: self.pages.setCurrentIndex(0))
        self._editor.effect.connect(self._soon.start)
        self._editor.retexted.connect(self._soon.start)

    def _follow(self) -> None:
        """Behind another tab it costs nothing; it is shown anew when it comes to the front."""
        if self.isVisible():
            self.refresh()

    def _wanted(self, shown: SignedRow | None) -> Wanted | None:
        return self.rows.wishes.get(shown.key) if self.rows is not None and shown is not None else None

    def _rest(self, shown: SignedRow | None) -> None:
        wanted = self._wanted(shown)
        self.sheet.show_line(self._request, wanted.line if wanted else None)
        can_answer = wanted is not None and wanted.request is not None and not self._editor.read_only
        self.answer_button.setEnabled(can_answer)
        self.form.hide()

    def _answered(self, plan: Plan, wanted: Wanted, reply: Reply, reason: str) -> Change:
        """The answer as a change; what was not sent is noted as sent first, in the same step."""
        wishes = [wish_of(wanted.line)]
        if wanted.request is not None:
            return answer_request(plan, wanted.request.key, wishes, reply, reason=reason)
        key = new_id()
        addressee = wanted.line.addressee or Addressee.MUNICIPALITY
        waiting = self.rows.waiting if self.rows is not None else ()
        mark = fingerprint([line for line in waiting if line.addressee is addressee])
        makes = (
            lambda trial: send_request(trial, addressee.value, fingerprint=mark, key=key),
            lambda trial: answer_request(trial, key, wishes, reply, reason=reason),
        )
        return composed(plan, makes)

    def _answer(self, reply: Reply, reason: str) -> None:
        wanted = self._wanted(self.list.current())
        if wanted is None:
            return
        make = partial(self._answered, wanted=wanted, reply=reply, reason=reason)
        if self._editor.do(make, sure=True) is not None:
            self.form.put_away()

    def _withdraw(self) -> None:
        wanted = self._wanted(self.list.current())
        if wanted is None or wanted.request is None:
            return
        make = partial(withdraw_answer, request=wanted.request.key, wishes=[wish_of(wanted.line)])
        if self._editor.do(make, sure=True) is not None:
            self.form.put_away()

    def _menu(self, where: QPoint) -> None:
        shown = self.list.current()
        wanted = self._wanted(shown)
        if shown is None or wanted is None:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Go to the unit"), partial(self._go, shown))
        if wanted.request is not None and not self._editor.read_only:
            menu.addAction(self.tr("Answer …"), self.ask_answer)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _go(self, shown: SignedRow) -> None:
        if shown.unit in self._editor.plan.state().units:
            self._editor.select([shown.unit])
