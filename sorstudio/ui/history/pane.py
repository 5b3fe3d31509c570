"""The history pane: every act ever made, on every branch; a click stands the plan there, two places compare."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from sorstudio.model.change import Change
from sorstudio.model.errors import SorError
from sorstudio.ui.changes.filtering import has_words
from sorstudio.ui.changes.obstacle import Obstacle
from sorstudio.ui.days import short_day
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import LineField, button
from sorstudio.ui.history.comparison import Comparison
from sorstudio.ui.history.head import HistoryHead
from sorstudio.ui.history.lanes import HistoryRow, alone, history_rows
from sorstudio.ui.history.list import HistoryList, Shown
from sorstudio.ui.theme import Theme


class HistoryPane(QWidget):
    """Head, list, and in its place the comparison of two places."""

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor = editor
        self._tip: str | None = None
        self.list = HistoryList(theme, self)
        self.name = LineField("")
        self.name_button = button("", "quiet", lambda: self.ask_name(editor.plan.head))
        self.head = HistoryHead(editor, theme, self.name, self.name_button)
        self.obstacle = Obstacle(editor, self)
        self.comparison = Comparison(editor, theme, self)
        self._in_the_way: frozenset[str] = frozenset()
        self._lay_out()
        self.name.hide()
        self.comparison.hide()
        self.name.committed.connect(self._name)
        self.name.line.editingFinished.connect(self._leave)
        self.list.wanted.connect(self._go)
        self.list.marked.connect(self._mark)
        self.list.menu_wanted.connect(self._menu)
        self.head.words.textChanged.connect(self.refresh)
        self.head.switch_wanted.connect(editor.go_to)
        self.head.compare_wanted.connect(lambda place: self.compare(place, editor.plan.head))
        self.comparison.left.connect(self.leave_comparison)
        self.obstacle.show_wanted.connect(self._show_in_the_way)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh_if_seen)
        editor.effect.connect(self._soon.start)
        editor.retexted.connect(self._soon.start)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self.list.theme = theme
        self.head.set_theme(theme)
        self.comparison.set_theme(theme)
        self.name.setMaximumWidth(theme.px(280))
        self.refresh()
        self.list.scheduleDelayedItemsLayout()

    def refresh(self) -> None:
        """Show the journal as it stands."""
        self._soon.stop()
        self.list.setAccessibleName(self.tr("History"))
        self.name_button.setText(self.tr("Name this branch …"))
        self.name_button.setAccessibleName(self.tr("Name the branch that the plan stands on"))
        self.name_button.setEnabled(self._editor.plan.head is not None and not self._editor.read_only)
        self.name.line.setAccessibleName(self.tr("Name of the branch"))
        self.head.refresh()
        self.list.show_rows(self._kept([self._shown(row) for row in history_rows(self._editor.plan.journal)]))
        if self.comparison.places is not None:
            self.comparison.compare(*self.comparison.places)

    def compare(self, first: str | None, second: str | None) -> None:
        """Show what differs between two places, instead of the list."""
        self.comparison.compare(first, second)
        self.comparison.show()
        self.list.hide()
        self.head.hide()
        self.comparison.list.setFocus()

    def leave_comparison(self) -> None:
        """Show the list again."""
        self.comparison.places = None
        self.comparison.hide()
        self.head.show()
        self.list.set_marks(())
        self.list.show()
        self.list.setFocus()

    def ask_name(self, tip: str | None) -> None:
        """Ask for the name of the line of work that goes through a change."""
        if tip is None:
            return
        self._tip = self._tip_of(tip)
        names = {key: name for name, key in self._editor.plan.journal.names.items()}
        self.name.show_value(names.get(self._tip, ""), placeholder=self.tr("Name of the branch"))
        self.name.show()
        self.name_button.hide()
        self.name.line.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._soon.start()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.head, self.obstacle):
            column.addWidget(widget)
        for pane in (self.list, self.comparison):
            column.addWidget(pane, 1)

    def _kept(self, rows: list[Shown]) -> list[Shown]:
        """Only what the filter lets through, then without lines between the rows."""
        words = self.head.words.text()
        if not words.strip() and not self._in_the_way:
            return rows
        kept = [one for one in rows if has_words(words, one.whole())]
        if self._in_the_way:
            kept = [one for one in kept if one.row.key in self._in_the_way]
        for one in kept:
            one.row = alone(one.row)
        return kept

    def _show_in_the_way(self, acts: frozenset[str]) -> None:
        self._in_the_way = acts
        self.refresh()

    def _mark(self, row: int) -> None:
        """One place more to compare; with two of them they are."""
        key = self.list.history.rows[row].row.key
        marks = self.list.marks
        marks = tuple(one for one in marks if one != key) if key in marks else (*marks, key)
        self.list.set_marks(marks)
        if len(marks) == 2:
            self.compare(*marks)
        elif marks:
            self._editor.said.emit(self.tr("Mark one place more to compare the two."), False)

    def _shown(self, row: HistoryRow) -> Shown:
        texts = self._editor.texts
        here = texts.sentence("panes.history.here") if row.is_here else ""
        if row.change is None:
            words = texts.sentence("panes.history.start", {"day": self._editor.plan.baseline.day})
            return Shown(row, words, "", "", "", here)
        change = row.change
        sentence = texts.sentence(change.code, change.params)
        return Shown(row, sentence, self._day(change), change.author, self._time(change), here)

    def _day(self, change: Change) -> str:
        texts = self._editor.texts
        if change.day is None:
            return texts.sentence("panes.history.corrects")
        return texts.sentence("panes.history.takes", {"day": short_day(change.day, texts.language)})

    def _time(self, change: Change) -> str:
        if change.time is None:
            return ""
        local = change.time.astimezone()
        return f"{short_day(local.date(), self._editor.texts.language)} {local:%H.%M}"

    def _go(self, row: int) -> None:
        key = self.list.history.rows[row].row.key
        if key != self._editor.plan.head:
            self._editor.go_to(key)

    def _menu(self, row: int, where: QPoint) -> None:
        key = self.list.history.rows[row].row.key
        menu = QMenu(self)
        menu.addAction(self.tr("Stand here"), partial(self._go, row))
        if key is not None and not self._editor.read_only:
            menu.addAction(self.tr("Name this branch …"), partial(self.ask_name, key))
            if self.list.history.rows[row].row.is_done:
                menu.addAction(self.tr("Take only this back"), partial(self.obstacle.take_back, key))
        menu.addSeparator()
        if key != self._editor.plan.head:
            compare = partial(self.compare, key, self._editor.plan.head)
            menu.addAction(self.tr("Compare with where the plan stands"), compare)
        menu.addAction(self.tr("Mark to compare"), partial(self._mark, row))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _tip_of(self, key: str) -> str:
        """The end of the line through a change: where the plan stands, what was left last, else the newest."""
        journal = self._editor.plan.journal
        here = {change.id for change in journal.path()}
        while children := journal.children(key):
            done = next((child for child in children if child in here), None)
            key = done or journal.left.get(key) or children[-1]
        return key

    def _name(self, words: str) -> None:
        if not words.strip() or self._tip is None:
            return
        try:
            self._editor.plan.name_branch(words.strip(), self._tip)
        except SorError as error:
            self.name.refuse(self._editor.sentence(error))
            return
        self.name.show_value(words.strip())
        self._leave()

    def _leave(self) -> None:
        if self.name.line.text() == self.name.line.shown:
            self.name.hide()
            self.name_button.show()

    def _refresh_if_seen(self) -> None:
        """Behind another tab it costs nothing; it is shown anew when it comes to the front."""
        if self.isVisible():
            self.refresh()
