"""One heading of the offers board: its icon, name and count, its cards, and a line for an offer of one's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sorstudio.model.edits import offers
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import LineField, Words, button, label
from sorstudio.ui.icons import pixmap
from sorstudio.ui.offers.cards import OfferList
from sorstudio.ui.offers.standing import HeadingRows
from sorstudio.ui.paint import Ink
from sorstudio.ui.theme import Theme, Weight

_ICONS = {
    "aeldre-og-hjemmepleje": "home-heart",
    "forebyggelsestilbud": "heart-handshake",
    "traening-og-rehabilitering": "run",
    "tandlaege": "dental",
    "sundhedspleje": "baby-carriage",
    "socialpsykiatri": "brain",
    "jobcentre": "briefcase",
    "hjaelpemidler": "wheelchair",
    "misbrugscentre": "pill",
    "ppr-samarbejde": "school",
}


class Well(QWidget):
    """A sunken ground with cards on it."""

    def __init__(
        self, editor: Editor, theme: Theme, heading: HeadingRows, gather: Callable[[], tuple[str, ...]]
    ) -> None:
        super().__init__()
        self.setObjectName("well")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor, self._theme, self._code = editor, theme, heading.code
        self.count = label("", "muted")
        self.list = OfferList(theme, heading.name, gather, self)
        self.add = button(self.tr("+ Add offer"), "quiet", self._open, name=f"{self.tr('Add offer')}: {heading.name}")
        self.new = LineField("")
        self.new.line.setAccessibleName(self.tr("Name of the new offer"))
        self.new.line.setPlaceholderText(self.tr("Name of the new offer"))
        self.new.committed.connect(self._create)
        self.new.line.editingFinished.connect(self._leave)
        self.new.hide()
        column = QVBoxLayout(self)
        edge = theme.size("s")
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.size("xs"))
        column.addLayout(self._head(heading))
        for widget in (self.list, self.add, self.new):
            column.addWidget(widget)
        column.setAlignment(self.add, Qt.AlignmentFlag.AlignLeft)

    def show_heading(self, heading: HeadingRows) -> None:
        """Show the cards and how many of them somebody provides."""
        params = {"placed": heading.placed, "all": len(heading.rows)}
        self.count.setText(self._editor.texts.sentence("panes.offers.of", params))
        self.list.show_rows(heading.rows)
        self.setMinimumHeight(self.sizeHint().height())

    def _head(self, heading: HeadingRows) -> QHBoxLayout:
        theme = self._theme
        sign = QLabel()
        sign.setPixmap(pixmap(theme, _ICONS.get(heading.code, "tag"), "muted"))
        line = QHBoxLayout()
        line.setSpacing(theme.size("s"))
        line.setContentsMargins(theme.size("xs"), 0, theme.size("xs"), 0)
        line.addWidget(sign)
        line.addWidget(Words(theme, heading.name, Ink("body", Weight.STRONG)), 1)
        line.addWidget(self.count)
        return line

    def _open(self) -> None:
        self.new.show_value("", placeholder=self.tr("Name of the new offer"))
        self.add.hide()
        self.new.show()
        self.new.line.setFocus()

    def _leave(self) -> None:
        if not self.new.value().strip():
            self.new.hide()
            self.add.show()

    def _create(self, name: str) -> None:
        area = next((one.code for one in self._editor.plan.codes.areas if one.heading == self._code), None)
        make = partial(offers.create_offer, name=name, heading=self._code or None, area=area)
        reason = self._editor.ask(make)
        if reason is not None:
            self.new.refuse(reason)
            return
        self._editor.do(make)
        self.new.show_value("")
        self._leave()
