"""The referral table: its rows with the texts of their offers, its holes and remarks, and its files."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import label
from sorstudio.ui.lazy_pane import LazyPane
from sorstudio.ui.reftable.compare_pane import ComparePane
from sorstudio.ui.reftable.comparing import Compared
from sorstudio.ui.reftable.filing import Filing
from sorstudio.ui.reftable.head import REMARKS, ROWS, TEXTS, RowFilter, TableHead
from sorstudio.ui.reftable.listing import Listing, listing
from sorstudio.ui.reftable.offer_form import OfferForm
from sorstudio.ui.reftable.remark_rows import RemarkRows
from sorstudio.ui.reftable.rows import Column, ShownRow, arranged
from sorstudio.ui.reftable.view import ReferralView
from sorstudio.ui.requests.list import SignedList
from sorstudio.ui.requests.model import SignedRow
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import tr

FORM_WIDTH, LEAST_WIDTH = 300, 200
WIDE_FROM = 860
"""Logical pixels at a text size of 100 %, from which table and texts stand beside each other."""


class TablePane(LazyPane):
    """Worked out only while it is seen. `ask_wanted` carries the question of a row or a hole."""

    ask_wanted = Signal(object)

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
        self._theme = theme
        self.files = Filing(editor, self)
        self.files.compared.connect(self._show_compared)
        self._sorted_by, self._is_down = int(Column.HEADING), False
        self.shown: Listing | None = None
        self.remarks: RemarkRows | None = None
        editor.day_shown.connect(self._note)

    def minimumSizeHint(self) -> QSize:
        """A small window at large text is not made wider by this pane."""
        return QSize(self._theme.px(LEAST_WIDTH), self._theme.px(80))

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        if self._is_built:
            for part in (self.head, self.filter, self.view, self.form, self.remark_list, self.comparing):
                part.set_theme(theme)
            edge = theme.size("l")
            self.empty.setContentsMargins(edge, theme.size("m"), edge, edge)
            self.form.setMinimumWidth(theme.px(LEAST_WIDTH))
            self._adapt()

    def _show_plan(self) -> None:
        """Work the table out of the plan as it stands."""
        texts = self._editor.texts
        self.shown = listing(self._editor.plan, texts)
        self.remarks = RemarkRows(self.shown.remarks, texts)
        self.remark_list.signed.show_groups(self.remarks.groups)
        self.head.tell(self.shown.summary(texts))
        self._arrange()

    def show_page(self, page: str) -> None:
        """The rows with the texts of their offers beside them where there is room, or the holes and remarks."""
        narrow = self.head.is_narrow
        self.head.pages.choose(page if narrow or page == REMARKS else ROWS)
        self.pages.setCurrentWidget(self.remark_list if page == REMARKS else self.body)
        self.rows.setHidden(narrow and page == TEXTS)
        self.form.setHidden(narrow and page == ROWS)

    def edit_texts(self, row: ShownRow) -> None:
        """Into the texts of a row's offer."""
        self.show_page(TEXTS)
        self.view.focus_key(row.key)
        self.form.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_built:
            self._adapt()

    def _make(self) -> None:
        theme = self._theme
        self.head, self.filter = TableHead(theme), RowFilter(theme)
        self.view = ReferralView(theme)
        self.form, self.remark_list = OfferForm(self._editor, theme), SignedList(theme)
        self.comparing = ComparePane(self._editor, theme)
        self.empty = label("", "muted", wraps=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._lay_out()

    def _finish(self) -> None:
        self._connect()
        self._name()
        self.set_theme(self._theme)
        self.show_page(ROWS)

    def _lay_out(self) -> None:
        self.left = QStackedWidget()
        self.left.addWidget(self.view)
        self.left.addWidget(self.empty)
        self.rows = QWidget()
        _stack(self.rows, self.filter, self.left)
        self.body = QSplitter(Qt.Orientation.Horizontal)
        self.body.setHandleWidth(1)
        self.body.setChildrenCollapsible(False)
        self.body.addWidget(self.rows)
        self.body.addWidget(self.form)
        self.body.setStretchFactor(0, 1)
        self.body.setSizes([self._theme.px(FORM_WIDTH * 3), self._theme.px(FORM_WIDTH)])
        self.pages = QStackedWidget()
        self.pages.addWidget(self.body)
        self.pages.addWidget(self.remark_list)
        own = QWidget()
        _stack(own, self.head, self.pages)
        self.whole = QStackedWidget()
        self.whole.addWidget(own)
        self.whole.addWidget(self.comparing)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.whole)

    def _connect(self) -> None:
        head, view = self.head, self.view
        head.picked.connect(self.show_page)
        self.filter.filtered.connect(self._arrange)
        files = self.files
        head.save_wanted.connect(lambda: files.save_as(self.shown))
        head.delivery_wanted.connect(lambda: files.choose_file(self.shown, is_own=True))
        head.existing_wanted.connect(lambda: files.choose_file(self.shown, is_own=False))
        head.partners_wanted.connect(lambda: files.save_partners_as(self.shown))
        view.rested.connect(self._rest)
        view.wanted.connect(lambda row: self._go(row.row.unit))
        view.edit_wanted.connect(self.edit_texts)
        view.menu_wanted.connect(self._menu)
        view.sort_wanted.connect(self._sort)
        self.remark_list.wanted.connect(self._go_or_ask)
        self.remark_list.menu_wanted.connect(self._remark_menu)
        self.comparing.closed.connect(self._leave_comparing)
        self.comparing.unit_wanted.connect(self._go)

    def _adapt(self) -> None:
        """Beside each other where there is room; where there is not, the texts are a page of their own."""
        narrow = self.width() / self._theme.scale < WIDE_FROM
        if narrow != self.head.is_narrow:
            self.head.set_narrow(narrow)
            self.show_page(self.head.pages.chosen)

    def _name(self) -> None:
        self.head.retranslate()
        self.filter.retranslate()
        words = (
            "",
            self.tr("Heading"),
            self.tr("Offer"),
            self.tr("Message"),
            self.tr("Version"),
            self.tr("Receiver"),
            self.tr("Location number"),
            self.tr("Telephone"),
            self.tr("Telephone hours"),
            self.tr("Valid from"),
            self.tr("Valid to"),
            self.tr("Authority"),
        )
        self.view.table.show_headers(words)
        self.view.setAccessibleName(self.tr("Referral table"))
        self.form.setAccessibleName(self.tr("Texts of the offer"))
        self.remark_list.setAccessibleName(self.tr("Holes and remarks"))

    def _arrange(self) -> None:
        """The rows that the filter leaves, in the order that is wanted."""
        shown = self.shown
        if shown is None:
            return
        words, remarked = self.filter.words.text(), self.filter.remarked.isChecked()
        rows = arranged(shown.rows, words, remarked=remarked, column=self._sorted_by, down=self._is_down)
        self.view.show_rows(rows)
        self.left.setCurrentWidget(self.view if rows else self.empty)
        self.empty.setText(_why_empty(shown))

    def _sort(self, column: int, down: bool) -> None:
        self._sorted_by, self._is_down = column, down
        self._arrange()

    def _rest(self, row: ShownRow | None) -> None:
        if row is None or self.shown is None:
            self.form.show_offer("", "", 0, {})
            return
        count = sum(one.described == row.described for one in self.shown.rows)
        otherwise = {"phone": row.row.phone, "authority": row.row.authority}
        self.form.show_offer(row.described, row.cells[Column.OFFER], count, otherwise)

    def _go(self, unit: str) -> None:
        if unit in self._editor.state().units:
            self._editor.select([unit])

    def _go_or_ask(self, shown: SignedRow) -> None:
        """To the unit that a remark is about; where there is none, ask as a sender would."""
        if shown.unit in self._editor.state().units:
            self._go(shown.unit)
        else:
            self._ask_of(shown)

    def _ask_of(self, shown: SignedRow) -> None:
        if self.remarks is not None:
            self.ask_wanted.emit(self.remarks.question_of(shown))

    def _menu(self, where: QPoint) -> None:
        row = self.view.current()
        if row is None:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Go to the unit"), lambda: self._go(row.row.unit))
        menu.addAction(self.tr("Ask as a sender"), lambda: self.ask_wanted.emit(row.row.question))
        menu.addAction(self.tr("Edit the texts"), lambda: self.edit_texts(row))
        menu.addAction(self.tr("Copy the cells"), self.view.copy)
        _open(menu, where)

    def _remark_menu(self, where: QPoint) -> None:
        shown = self.remark_list.current()
        remark = self.remarks.remarks.get(shown.key) if shown is not None and self.remarks is not None else None
        if shown is None or remark is None:
            return
        menu = QMenu(self)
        if shown.unit in self._editor.state().units:
            menu.addAction(self.tr("Go to the unit"), lambda: self._go(shown.unit))
        menu.addAction(self.tr("Ask as a sender"), lambda: self._ask_of(shown))
        rows = self.shown.rows if self.shown is not None else ()
        about = next((one for one in rows if (one.row.area, one.row.offer) == (remark.area, remark.offer)), None)
        if about is not None:
            menu.addAction(self.tr("Edit the texts"), lambda: self.edit_texts(about))
        _open(menu, where)

    def _show_compared(self, found: object) -> None:
        if isinstance(found, Compared) and self.shown is not None:
            self.comparing.show_found(found, self.shown)
            self.whole.setCurrentWidget(self.comparing)
            self.comparing.list.setFocus()

    def _leave_comparing(self) -> None:
        self.whole.setCurrentIndex(0)
        self.view.setFocus()


def _why_empty(shown: Listing) -> str:
    """Why no rows are shown."""
    if shown.rows:
        return tr("No row fits the filter.")
    if shown.table.holes:
        return tr("There are only holes: no offer has a receiver. Look at Holes and remarks.")
    return tr("No unit provides an offer yet. Place offers (Ctrl+B), and their rows stand here.")


def _stack(holder: QWidget, above: QWidget, below: QWidget) -> None:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(above)
    column.addWidget(below, 1)


def _open(menu: QMenu, where: QPoint) -> None:
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(where)
