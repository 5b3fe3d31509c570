"""The changes pane: what the plan changes in the end, in sentences, by who carries it out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from sorstudio.requests.line import Addressee, Line
from sorstudio.requests.lines import change_lines
from sorstudio.ui.changes.card import EnvelopeCard
from sorstudio.ui.changes.head import ChangesHead
from sorstudio.ui.changes.minutes import minutes, row_text
from sorstudio.ui.changes.model import LineRow, line_row
from sorstudio.ui.changes.obstacle import Obstacle
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import label
from sorstudio.ui.theme import Theme

LEAST_WIDTH = 250
_SIGNS = {Addressee.MUNICIPALITY: "pencil", Addressee.SDS: "mail-forward", Addressee.MEDCOM: "message", None: "note"}


class ChangesPane(QWidget):
    """Three envelopes, and what SOR does not hold. `counted` tells how many lines there are; `count` says it again."""

    counted = Signal(int)

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor, self._theme = editor, theme
        self.count = 0
        self.cards: dict[Addressee | None, EnvelopeCard] = {}
        self.chosen: LineRow | None = None
        self.head = ChangesHead(editor, theme, self)
        self.obstacle = Obstacle(editor, self)
        self.empty = label("", "muted", wraps=True)
        self._scroll = QScrollArea()
        self._scroll.setProperty("kind", "pane")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._way = QVBoxLayout()
        self._way.addWidget(self.obstacle)
        column.addWidget(self.head)
        column.addLayout(self._way)
        column.addWidget(self.empty)
        column.addWidget(self._scroll, 1)
        self.head.filtered.connect(self.refresh)
        self.head.copy_wanted.connect(self.copy)
        self.head.take_back_wanted.connect(self.take_back)
        self.obstacle.show_wanted.connect(self.head.show_acts)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)
        self._anew = QTimer(self, singleShot=True, interval=0)
        self._anew.timeout.connect(self._build)
        editor.effect.connect(self._soon.start)
        editor.retexted.connect(self._anew.start)
        self._build()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        if theme != self._theme:
            self._theme = theme
            self._build()

    def refresh(self) -> None:
        """Show what differs now, as far as the filter lets it through."""
        self._soon.stop()
        lines = change_lines(self._editor.plan)
        kept = self._kept(lines)
        for addressee, card in self.cards.items():
            card.show_rows([row for line, row in kept if line.addressee is addressee])
            card.setVisible(addressee in self.head.holds.envelopes)
        self._choose(self.chosen if self.chosen in [row for _, row in kept] else None)
        code = "panes.changes.filtered_out" if lines else "panes.changes.none"
        self.empty.setText(self._editor.texts.sentence(code))
        self.empty.setVisible(not kept)
        self.head.setVisible(bool(lines))
        self._scroll.setVisible(bool(kept))
        self._arrange()
        self._tell(len(lines))

    def take_back(self) -> None:
        """Undo the act behind the chosen line; where there are several, ask which."""
        acts = self.chosen.acts if self.chosen and not self._editor.read_only else ()
        if len(acts) == 1:
            self.obstacle.take_back(acts[0])
        elif acts:
            menu = QMenu(self)
            self._offer(menu, acts)
            self._pop(menu, self.head.take_back.mapToGlobal(self.head.take_back.rect().bottomLeft()))

    def copy(self) -> None:
        """The lines that are shown, as text on the clipboard."""
        texts, plan = self._editor.texts, self._editor.plan
        roots = plan.state().roots()
        owner = plan.state().units[roots[0]].name if roots else ""
        heads = (
            texts.sentence("panes.minutes.title", {"owner": owner}),
            texts.sentence("panes.minutes.day", {"data": plan.baseline.day, "day": plan.today}),
        )
        shown = [(card.title, card.list.lines.rows) for card in self.cards.values()]
        QGuiApplication.clipboard().setText(minutes(heads, shown))
        count = sum(len(rows) for _, rows in shown)
        self._editor.said.emit(texts.sentence("panes.changes.copied", {"count": count}), False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._anew.start()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _follow(self) -> None:
        """Behind another tab only the count is kept true."""
        if self.isVisible():
            self.refresh()
        else:
            self._tell(len(change_lines(self._editor.plan)))

    def _tell(self, count: int) -> None:
        self.count = count
        self.counted.emit(count)

    def _build(self) -> None:
        self._anew.stop()
        theme = self._theme
        self.empty.setMargin(theme.size("l"))
        edge = theme.size("s")
        self._way.setContentsMargins(edge, theme.size("xs"), edge, 0)
        words = {
            Addressee.MUNICIPALITY: (self.tr("The municipality itself"), self.tr("in SOR or through FK-ORG")),
            Addressee.SDS: (self.tr("Danish Health Data Authority"), self.tr("numbers and institutions")),
            Addressee.MEDCOM: (self.tr("MedCom"), self.tr("message types in SOR-EDI")),
            None: (self.tr("Not in SOR"), self.tr("offers, notes and order")),
        }
        self.cards = {key: EnvelopeCard(theme, *words[key], _SIGNS[key]) for key in words}
        self.head.set_theme(theme)
        self.head.set_titles({key: said for key, (said, _) in words.items()})
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(edge, edge, edge, edge)
        self._grid.setSpacing(edge)
        for card in self.cards.values():
            card.setParent(inside)
            card.list.wanted.connect(self._go)
            card.list.chosen.connect(self._choose)
            card.list.take_back_wanted.connect(self.take_back)
            card.list.menu_wanted.connect(self._menu)
        self._scroll.setWidget(inside)
        self._arrange()
        self.refresh()

    def _arrange(self) -> None:
        """Beside each other where there is room, else in two rows or one column."""
        theme = self._theme
        self.head.adapt(self.width())
        shown = [card for key, card in self.cards.items() if key in self.head.holds.envelopes]
        room = max(1, self.width() // theme.px(LEAST_WIDTH))
        columns = 4 if room >= 4 else (2 if room >= 2 else 1)
        for place, card in enumerate(shown):
            self._grid.addWidget(card, place // columns, place % columns)
            card.setMinimumHeight(0 if columns == 4 or len(shown) == 1 else theme.px(150))
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < min(columns, len(shown)) else 0)

    def _kept(self, lines: Sequence[Line]) -> list[tuple[Line, LineRow]]:
        texts, state, holds = self._editor.texts, self._editor.plan.state(), self.head.holds
        rows = ((line, line_row(line, lines, texts)) for line in lines)
        return [(line, row) for line, row in rows if holds.keeps(line, row_text(row), state)]

    def _choose(self, row: LineRow | None) -> None:
        """One line is chosen in all the envelopes together."""
        self.chosen = row
        self.head.take_back.setEnabled(row is not None and bool(row.acts) and not self._editor.read_only)
        for card in self.cards.values():
            if row is None or row not in card.list.lines.rows:
                card.list.selectionModel().clear()

    def _menu(self, where: QPoint) -> None:
        row, menu = self.chosen, QMenu(self)
        if row is None:
            return
        if row.unit:
            menu.addAction(self.tr("Go to the unit"), partial(self._go, row.unit))
        if row.acts and not self._editor.read_only:
            self._offer(menu if len(row.acts) == 1 else menu.addMenu(self.tr("Take one act back")), row.acts)
        menu.addSeparator()
        menu.addAction(self.tr("Copy this line"), partial(QGuiApplication.clipboard().setText, row_text(row)))
        menu.addAction(self.tr("Copy as text"), self.copy)
        self._pop(menu, where)

    def _offer(self, menu: QMenu, acts: Sequence[str]) -> None:
        """The acts that can be taken back, the latest first."""
        changes, texts = self._editor.plan.journal.changes, self._editor.texts
        for key in reversed(acts):
            change = changes.get(key)
            said = texts.sentence(change.code, change.params) if change and len(acts) > 1 else ""
            menu.addAction(said or self.tr("Take only this back"), partial(self.obstacle.take_back, key))

    def _pop(self, menu: QMenu, where: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _go(self, unit: str) -> None:
        if unit:
            self._editor.select([unit])
