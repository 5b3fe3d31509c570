"""The picture as a numbered list in plain text: what is unfolded, in order, with everything that the cards say."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QShowEvent, QTextBlock, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from sorstudio.formats.outline_writer import write_outline
from sorstudio.ui.picture.arrays import PictureData, Visible
from sorstudio.ui.picture.canvas import Canvas
from sorstudio.ui.picture.words import Words
from sorstudio.ui.signs import CHANGE_TOKEN, FINDING_TOKEN, ChangeSign, FindingSign, NumberSign
from sorstudio.ui.theme import Theme


def listed(visible: Visible) -> list[int]:
    """The places that are seen, each branch to its end before the next; ghosts are no units."""
    order = np.argsort(visible.shape.preorder(), kind="stable").tolist()
    ghostly = visible.data.is_ghost
    return [place for place in order if not ghostly[visible.rows[place]]]


def as_text(visible: Visible, words: Words) -> str:
    """One numbered line for each unit that is seen."""
    levels = visible.shape.level_of_each()
    places = listed(visible)
    return write_outline(
        (int(levels[place]), line_of(visible.data, int(visible.rows[place]), words)) for place in places
    )


def line_of(data: PictureData, row: int, words: Words) -> str:
    """Name, then type, number, what happens to it and what is wrong with it."""
    change, finding = ChangeSign(data.changes[row]), FindingSign(data.findings[row])
    facts = [
        data.types[row] or (words("picture.card.type_missing") if data.type_missing[row] else ""),
        _number(data, row, words),
        words(f"picture.change.{CHANGE_TOKEN[change]}") if change else "",
        words(f"picture.finding.{FINDING_TOKEN[finding]}") if finding else "",
    ]
    old = data.old_names.get(data.keys[row])
    facts.append(words("picture.was", name=old) if old else "")
    return f"{data.names[row]} ({', '.join(filter(None, facts))})"


def _number(data: PictureData, row: int, words: Words) -> str:
    sign = NumberSign(data.number_signs[row])
    if sign is NumberSign.NONE:
        return words("picture.number.none")
    if sign is NumberSign.UNKNOWN:
        return words("picture.number.unknown")
    code = "picture.list.own" if sign is NumberSign.OWN else "picture.list.inherited"
    return words(code, number=data.numbers[row])


class TextList(QPlainTextEdit):
    """Read-only and copyable; the line with the cursor is the chosen unit."""

    left = Signal()

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self._canvas = canvas
        self._keys: Sequence[str] = ()
        self._of: tuple[Visible, Words] | None = None
        self._is_following = False
        self.setObjectName("pane")
        self.setReadOnly(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.cursorPositionChanged.connect(self._choose)
        canvas.view_changed.connect(self.refresh)
        canvas.selection_changed.connect(self.follow)
        self.set_theme(canvas.theme)

    def refresh(self) -> None:
        """Write the list anew when something else is seen; hidden, it waits."""
        now = (self._canvas.stage.visible, self._canvas.words)
        if not self.isVisible() or now == self._of:
            return
        self._of = now
        visible, words = now
        self._keys = [visible.key_at(place) for place in listed(visible)]
        self._is_following = True
        self.setPlainText(as_text(visible, words).rstrip("\n"))
        self._is_following = False
        self.setAccessibleName(words("picture.list"))
        self.follow()

    def follow(self) -> None:
        """The cursor goes to the unit that is chosen elsewhere."""
        chosen = self._canvas.selection[-1:]
        if not self.isVisible() or not chosen or chosen[0] not in self._keys:
            return
        block = self.document().findBlockByNumber(self._keys.index(chosen[0]))
        if block.blockNumber() != self.textCursor().blockNumber():
            self._is_following = True
            self.setTextCursor(QTextCursor(block))
            self.centerCursor()
            self._is_following = False
        self._mark(block)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self.setFont(theme.font("body", tabular=True))
        self._ground: QColor = theme.color("select")
        self.follow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self.follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        """The unit of the line, unless text is being selected for copying."""
        cursor = self.textCursor()
        if self._is_following or cursor.hasSelection() or cursor.blockNumber() >= len(self._keys):
            return
        self._canvas.desk.select((self._keys[cursor.blockNumber()],))
        self._mark(cursor.block())

    def _mark(self, block: QTextBlock) -> None:
        line = QTextEdit.ExtraSelection()
        line.cursor = QTextCursor(block)
        line.format.setBackground(self._ground)
        line.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        self.setExtraSelections([line])
