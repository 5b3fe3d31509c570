"""What another table says beside ours: an earlier delivery, or one that the municipality has from elsewhere."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sorstudio.requests.table_matching import Match
from sorstudio.ui.changes.head import name_button
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import button, label
from sorstudio.ui.flow import FlowLayout
from sorstudio.ui.reftable.comparing import Compared, PairRows, take_over
from sorstudio.ui.reftable.listing import Listing
from sorstudio.ui.requests.list import SignedList
from sorstudio.ui.requests.model import SignedRow
from sorstudio.ui.theme import Theme


class ComparePane(QWidget):
    """Nothing of the plan changes before the texts are taken over, which is one act. `closed` tells it was put away."""

    closed = Signal()
    unit_wanted = Signal(str)

    def __init__(self, editor: Editor, theme: Theme) -> None:
        super().__init__()
        self._editor = editor
        self.found: Compared | None = None
        self.list = SignedList(theme)
        self.words = label("", "muted", wraps=True)
        self.take = button("", "", self.take_texts)
        self.leave = button("", "quiet", self.put_away)
        self._head = QWidget()
        self._row = FlowLayout(self._head)
        self._row.addWidget(self.words)
        self._row.push()
        self._row.addWidget(self.take)
        self._row.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.list, 1)
        self.words.setWordWrap(False)
        self.list.wanted.connect(self._go)
        self.set_theme(theme)
        self.retranslate()

    def show_found(self, found: Compared, shown: Listing) -> None:
        """Another file beside the table as it stands."""
        texts = self._editor.texts
        self.found = found
        counts = {str(one): sum(pair.match is one for pair in found.pairs) for one in Match}
        self.words.setText(texts.sentence("panes.reftable.compared", {"file": found.file.source, **counts}))
        self.list.signed.show_groups(PairRows(found, shown, texts).groups)
        self.retranslate()

    def take_texts(self) -> None:
        """What the file tells senders, into the plan as one change."""
        found = self.found
        if found is None or self._editor.do(partial(take_over, acts=found.acts)) is None:
            return
        params = {"count": len(found.acts), "file": found.file.source}
        self.put_away()
        self._editor.said.emit(self._editor.texts.sentence("panes.reftable.taken", params), True)

    def put_away(self) -> None:
        """Back to the table."""
        self.found = None
        self.closed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self.list.set_theme(theme)
        edge = theme.size("l")
        self._row.setSpacing(theme.size("s"))
        self._row.setContentsMargins(edge, theme.size("xs"), edge, theme.size("xs"))

    def retranslate(self) -> None:
        """The words in the language of the window."""
        count = len(self.found.acts) if self.found is not None else 0
        name_button(self.take, self.tr("Take over the texts ({count})").format(count=count))
        name_button(self.leave, self.tr("Back to the table"))
        self.take.setVisible(self.found is not None and not self.found.is_own)
        self.take.setEnabled(bool(count) and not self._editor.read_only)
        self.list.setAccessibleName(self.tr("The two tables beside each other"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)

    def _go(self, shown: SignedRow) -> None:
        if shown.unit:
            self.unit_wanted.emit(shown.unit)
