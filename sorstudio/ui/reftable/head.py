"""Above the referral table: what is shown of it, how it stands, what can be made of it, and the filter of its rows."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from sorstudio.ui.changes.head import FilterField, drop_menu, name_button
from sorstudio.ui.field_signs import lead_with
from sorstudio.ui.fields import CheckLine, button, label
from sorstudio.ui.flow import FlowLayout
from sorstudio.ui.routes.segments import Segments
from sorstudio.ui.theme import Theme

ROWS, TEXTS, REMARKS = "rows", "texts", "remarks"


class TableHead(QWidget):
    """Tells what is wanted; what is shown is the pane's to decide. `picked` carries `ROWS`, `TEXTS` or `REMARKS`.

    Where there is little room the texts are a choice of their own, and the files one button with a menu.
    """

    picked = Signal(str)
    save_wanted = Signal()
    delivery_wanted = Signal()
    existing_wanted = Signal()
    partners_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = Segments(theme)
        self.summary = label("", "muted")
        self.save = button("", "", self.save_wanted.emit)
        self.delivery = button("", "", self.delivery_wanted.emit)
        self.existing = button("", "", self.existing_wanted.emit)
        self.partners = button("", "", self.partners_wanted.emit)
        self.buttons = (self.save, self.delivery, self.existing, self.partners)
        self.files = button("", "chip", self._open_files)
        self.files.hide()
        self.is_narrow = False
        self._row = FlowLayout(self)
        for part in (self.pages, self.summary):
            self._row.addWidget(part)
        self._row.push()
        for one in (*self.buttons, self.files):
            self._row.addWidget(one)
        self.pages.picked.connect(self.picked)
        self.retranslate()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        edge = theme.size("l")
        self._row.setSpacing(theme.size("s"))
        self._row.setContentsMargins(edge, theme.size("xs"), edge, theme.size("xs"))
        self.pages.set_theme(theme)
        self._fit()

    def set_narrow(self, narrow: bool) -> None:
        """Little room, or enough."""
        if narrow != self.is_narrow:
            self.is_narrow = narrow
            for one in self.buttons:
                one.setHidden(narrow)
            self.files.setVisible(narrow)
            self.retranslate()

    def tell(self, summary: str) -> None:
        """How the table stands, in one line."""
        self.summary.setText(summary)

    def retranslate(self) -> None:
        """The words in the language of the window."""
        remarks = self.tr("Remarks") if self.is_narrow else self.tr("Holes and remarks")
        choices = ((ROWS, self.tr("Table")), (TEXTS, self.tr("Texts")), (REMARKS, remarks))
        self.pages.offer(self.tr("What is shown"), choices)
        self.pages.segments[TEXTS].setVisible(self.is_narrow)
        name_button(self.save, self.tr("Save as …"))
        name_button(self.delivery, self.tr("Compare with the last delivery …"))
        name_button(self.existing, self.tr("Read an existing table …"))
        name_button(self.partners, self.tr("Save overview for partners …"))
        name_button(self.files, self.tr("Files") + "  ▾")
        self.files.setAccessibleName(self.tr("Files"))
        self._fit()

    def _open_files(self) -> None:
        menu = QMenu(self)
        for one in self.buttons:
            menu.addAction(one.text(), one.click)
        drop_menu(menu, self.files)

    def _fit(self) -> None:
        self.pages.setFixedWidth(self.pages.sizeHint().width())


class RowFilter(QWidget):
    """Which rows are shown; `filtered` tells that others are wanted."""

    filtered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.words = FilterField()
        self.remarked = CheckLine(theme, "")
        self._row = FlowLayout(self)
        self._row.addWidget(self.words)
        self._row.addWidget(self.remarked)
        self.words.textChanged.connect(self.filtered)
        self.remarked.toggled.connect(self.filtered)
        self.retranslate()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self._row.setSpacing(theme.size("l"))
        self._row.setContentsMargins(theme.size("l"), theme.size("xs"), theme.size("s"), theme.size("xs"))
        self.words.setFixedWidth(theme.px(220))
        lead_with(self.words, theme, "filter", clears=True)
        self._name_check()

    def retranslate(self) -> None:
        """The words in the language of the window."""
        self.words.setPlaceholderText(self.tr("Filter"))
        self.words.setAccessibleName(self.tr("Filter the referral table"))
        self._name_check()

    def _name_check(self) -> None:
        self.remarked.set_up(self._theme, self.tr("With remarks only"))
        self.remarked.setAccessibleName(self.remarked.text())
        self.remarked.setFixedWidth(self.remarked.sizeHint().width())
