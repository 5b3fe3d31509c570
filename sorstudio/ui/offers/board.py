"""The offers board: every heading with its cards, to be dragged to the unit that provides them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from sorstudio.model.edits import offers
from sorstudio.ui.editor import Editor
from sorstudio.ui.field_signs import lead_with
from sorstudio.ui.fields import Words, button, label
from sorstudio.ui.flow import FlowLayout
from sorstudio.ui.inspector.choices import Choice, PickField
from sorstudio.ui.offers.cells import columns_of
from sorstudio.ui.offers.matrix import Matrix
from sorstudio.ui.offers.standing import HeadingRows, Standing, board, matching
from sorstudio.ui.offers.well import Well
from sorstudio.ui.offers.well_columns import WellColumns
from sorstudio.ui.paint import Ink
from sorstudio.ui.theme import Theme

_ALL = "*"
_QUIET = Ink("small", color="muted")


class OffersBoard(QWidget):
    """Head with search, and the headings in as many columns as there is room for."""

    close_wanted = Signal()
    ask_wanted = Signal(str)

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor, self._theme = editor, theme
        self.wells: dict[str, Well] = {}
        self._heading = _ALL
        self._shown: tuple[str, ...] = ()
        # Built when it is first shown: most plans are opened without it, and its cards take longer than the outline.
        self._is_built = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._anew = QTimer(self, singleShot=True, interval=0)
        self._anew.timeout.connect(self._build)
        self._lay_out()
        editor.effect.connect(self._note)
        editor.selected.connect(self._note_choice)
        editor.retexted.connect(self._anew.start)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        if theme != self._theme:
            self._theme = theme
            if self._is_built:
                self._build()

    def chosen(self) -> tuple[str, ...]:
        """The codes of all chosen cards, in the order of the board."""
        return tuple(code for well in self.wells.values() for code in well.list.chosen())

    def refresh(self) -> None:
        """Show the plan as it stands."""
        self._soon.stop()
        everything = board(self._editor.plan, self._editor.texts)
        shown = matching(everything, self.search.text())
        self._explain(everything)
        if self.shows_table():
            self._show_table(everything, shown)
            return
        for one in shown:
            if one.code not in self.wells:
                self.wells[one.code] = self._well(one)
            self.wells[one.code].show_heading(one)
        codes = tuple(one.code for one in shown)
        if codes != self._shown:
            self._shown = codes
        self._flow()

    def shows_table(self) -> bool:
        """Whether the matrix is in the place of the cards."""
        return self._stack.currentWidget() is self.matrix

    def toggle_table(self) -> None:
        """Cards or matrix."""
        self._stack.setCurrentWidget(self._scroll if self.shows_table() else self.matrix)
        self._name_buttons()
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_built:
            self.refresh()
        else:
            self._build()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._anew.start()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._flow()

    def _note(self) -> None:
        """Behind the strip it costs nothing; it is shown anew when it comes to the front."""
        if self.isVisible():
            self._soon.start()

    def _note_choice(self) -> None:
        """Only the table follows what is chosen."""
        if self.shows_table():
            self._note()

    def _lay_out(self) -> None:
        self.title = label("", "title")
        self.explained = Words(self._theme, "", _QUIET)
        self.search = QLineEdit()
        self.search.textChanged.connect(self._soon.start)
        self.heading = PickField(self._theme, self.tr("Heading"), self.tr("Search by name"))
        self.heading.picked.connect(self._show_heading)
        self.as_table = button("", "", self.toggle_table)
        self.close_button = button("", "", self.close_wanted.emit)
        self._head = QWidget()
        line = FlowLayout(self._head)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.title)
        line.addWidget(self.explained)
        line.push()
        line.addWidget(self.heading)
        line.addWidget(self.search)
        line.addWidget(self.as_table)
        line.addWidget(self.close_button)
        self._line = line
        self._scroll = QScrollArea()
        self._scroll.setProperty("kind", "pane")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._whole = QVBoxLayout(self)
        self._whole.addWidget(self._head)
        self.matrix = Matrix(self._theme)
        self.matrix.wanted.connect(self._set_cells)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self.matrix)
        self._whole.addWidget(self._stack, 1)

    def _build(self) -> None:
        self._is_built = True
        self._anew.stop()
        theme = self._theme
        edge = theme.size("l")
        self.explained.set_theme(theme)
        self._whole.setContentsMargins(edge, theme.size("s"), edge, 0)
        self._line.setSpacing(theme.size("s"))
        self.title.setText(self.tr("Offers"))
        self.search.setPlaceholderText(self.tr("Search offers"))
        self.search.setAccessibleName(self.tr("Search offers"))
        self.search.setFixedWidth(theme.px(200))
        lead_with(self.search, theme, "search", clears=True)
        self._name_buttons()
        self.heading.set_theme(theme)
        self.heading.setFixedWidth(theme.px(190))
        self.matrix.set_theme(theme)
        self.matrix.setAccessibleName(self.tr("Offers and units"))
        self.close_button.setText(self.tr("Close"))
        self.close_button.setAccessibleName(self.tr("Close the offers board"))
        self._columns = WellColumns(theme)
        self._scroll.setWidget(self._columns)
        self.wells, self._shown = {}, ()
        self.refresh()

    def _name_buttons(self) -> None:
        self.as_table.setText(self.tr("Show as cards") if self.shows_table() else self.tr("Show as table"))
        self.as_table.setAccessibleName(self.as_table.text())
        self.heading.setVisible(self.shows_table())

    def _show_table(self, everything: tuple[HeadingRows, ...], shown: tuple[HeadingRows, ...]) -> None:
        choices = [Choice(_ALL, self.tr("All headings")), *(Choice(one.code, one.name) for one in everything)]
        name = next((one.title for one in choices if one.code == self._heading), choices[0].title)
        self.heading.offer(choices, name)
        wanted = tuple(one for one in shown if self._heading in (_ALL, one.code))
        columns = columns_of(self._editor.plan, self._editor.selection)
        self.matrix.show_table(wanted, columns, self._editor.texts)

    def _show_heading(self, code: str) -> None:
        self._heading = code
        self.refresh()

    def _set_cells(self, cells: tuple[tuple[str, str], ...], provided: bool) -> None:
        """One act for each click, drag or key."""
        self._editor.do(partial(offers.set_providers, cells=cells, provided=provided))

    def _explain(self, headings: tuple[HeadingRows, ...]) -> None:
        standings = [row.standing for one in headings for row in one.rows]
        texts = self._editor.texts
        lacking, claimed = standings.count(Standing.LACKING), standings.count(Standing.CLAIMED)
        parts = [
            texts.sentence(code, {"count": count})
            for code, count in (("panes.offers.lacking", lacking), ("panes.offers.shared", claimed))
            if count
        ]
        on_cards = self.tr("Drag an offer to the unit that provides it.")
        hint = self.tr("Click or drag along the cells.") if self.shows_table() else on_cards
        self.explained.set_words(f"{hint} {', '.join(parts)}." if parts else hint)

    def _well(self, heading: HeadingRows) -> Well:
        well = Well(self._editor, self._theme, heading, self.chosen)
        well.list.place_wanted.connect(self._place)
        well.list.menu_wanted.connect(self._menu)
        well.list.taken_alone.connect(partial(self._release_others, heading.code))
        return well

    def _release_others(self, code: str) -> None:
        for other, well in self.wells.items():
            if other != code:
                well.list.clearSelection()

    def _place(self, codes: tuple[str, ...]) -> None:
        """Enter: the chosen offers on the chosen unit."""
        for key in self._editor.selection[:1]:
            if codes:
                self._editor.do(partial(offers.place_offer, offers=codes, unit=key))

    def _menu(self, code: str, where: QPoint) -> None:
        menu = self.menu_for(code)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def menu_for(self, code: str) -> QMenu:
        """What can be done with one offer: place it, take it off each unit, delete an own one."""
        menu = QMenu(self)
        state = self._editor.plan.shown()
        row = next(row for well in self.wells.values() for row in well.list.offers.rows if row.code == code)
        for key in self._editor.selection[:1]:
            words = self.tr("Place on {unit}").format(unit=state.units[key].name)
            menu.addAction(words, partial(self._place, (code,)))
        menu.addAction(self.tr("Ask as a sender"), partial(self.ask_wanted.emit, code))
        for key in row.units:
            words = self.tr("Go to {unit}").format(unit=state.units[key].name)
            menu.addAction(words, partial(self._editor.select, (key,)))
        for key in row.units:
            words = self.tr("Remove from {unit}").format(unit=state.units[key].name)
            menu.addAction(words, partial(self._editor.do, partial(offers.remove_offer, offer=code, unit=key)))
        if row.is_own:
            words = self.tr("Delete the offer")
            menu.addAction(words, partial(self._editor.do, partial(offers.delete_offer, offer=code)))
        return menu

    def _flow(self) -> None:
        for code, well in self.wells.items():
            if code not in self._shown:
                well.hide()
        if self._is_built and self._shown:
            room = max(self.width() - 2 * self._theme.size("l"), 1)
            self._columns.flow([self.wells[code] for code in self._shown], room)
