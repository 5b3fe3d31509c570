"""The pane of the picture: the canvas fed by the plan, and in its place a list in words or one unit's view."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from sorstudio.model.edits import units
from sorstudio.model.errors import Unusable
from sorstudio.ui.editor import Editor
from sorstudio.ui.feed import Feed
from sorstudio.ui.picture.canvas import Canvas
from sorstudio.ui.picture.neighbourhood import Neighbourhood
from sorstudio.ui.picture.rename_field import RenameField
from sorstudio.ui.picture.text_list import TextList
from sorstudio.ui.picture.words import Words
from sorstudio.ui.picture_drops import PictureDrops
from sorstudio.ui.theme import Look, Theme

if TYPE_CHECKING:
    from sorstudio.ui.picture.export import Choice


class PicturePane(QStackedWidget):
    """One of canvas and list is seen; both follow the editor's selection."""

    menu_wanted = Signal(QPoint)

    def __init__(self, editor: Editor, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.drops = PictureDrops(editor)
        self.canvas = Canvas(
            look, may_drop=self.drops.may_move, may_place=self.drops.may_place, words=Words(editor.texts.language)
        )
        self.feed = Feed(editor, self.canvas, self)
        self.field = RenameField(self.canvas, self._may_rename, self._rename)
        self.list = TextList(self.canvas)
        self.addWidget(self.canvas)
        self.addWidget(self.list)
        self.nearby = Neighbourhood(editor, look.theme)
        self.addWidget(self.nearby)
        self._connect()
        look.changed.connect(self.set_theme)

    def rename(self, key: str = "") -> None:
        """Write another name over the card of a unit, or of the one chosen last."""
        chosen = key or next(reversed(self._editor.selection), "")
        if chosen and not self._editor.read_only:
            self._show(self.canvas)
            self.field.ask(chosen)

    def toggle_list(self) -> None:
        """The picture as a numbered list, or the picture again."""
        self._show(self.canvas if self.currentWidget() is self.list else self.list)

    def show_nearby(self) -> None:
        """What stands around the unit chosen last; once more leads back to the picture."""
        if self.currentWidget() is self.nearby:
            self._leave_nearby()
        elif self._editor.selection:
            self._show(self.nearby)
            self.nearby.show_unit(self._editor.selection[-1])

    def _leave_nearby(self) -> None:
        self.nearby.unit = ""
        self._show(self.canvas)

    def save(self, path: Path, *, only_seen: bool = False) -> None:
        """The picture as it is coloured and turned now, as SVG, PNG or PDF: everything, or what is seen."""
        from sorstudio.ui.picture.export import UnknownPictureFormat, export_picture

        stage = self.canvas.stage
        data, choice = stage.data, self._choice()
        if only_seen:
            area = stage.view.area(stage.size)
            data = replace(data, folded=stage.folded)
            choice = replace(choice, detail=stage.view.detail, area=area)
        try:
            export_picture(data, path, self.canvas.theme, choice)
        except UnknownPictureFormat:
            raise Unusable("ui.picture_format", path=path) from None

    def count_pages(self, paper: str) -> int:
        """How many sheets of this paper the picture takes."""
        from sorstudio.ui.picture.pages import page_count

        return page_count(self.canvas.stage.data, paper, self.canvas.theme, self._choice())

    def save_pages(self, path: Path, paper: str) -> int:
        """The whole picture as a PDF of several sheets."""
        from sorstudio.ui.picture.pages import print_pages

        return print_pages(self.canvas.stage.data, path, paper, self.canvas.theme, self._choice())

    def _choice(self) -> Choice:
        from sorstudio.ui.picture.export import Choice

        canvas = self.canvas
        return Choice(None, canvas.stage.direction, canvas.colour_by, self._editor.texts.language)

    def has_focus(self) -> bool:
        """Whether the keyboard is in the pane."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size; the canvas listens for itself."""
        self.field.set_theme(theme)
        self.list.set_theme(theme)
        self.nearby.set_theme(theme)

    def follow(self, keys: tuple[str, ...]) -> None:
        """Choose what the editor has chosen, and bring it into sight where somebody else chose it."""
        self.canvas.set_selection(keys)
        if keys and not self.canvas.hasFocus():
            self.canvas.reveal(keys[-1])
        self.canvas.update()
        self.list.follow()
        if keys and self.currentWidget() is self.nearby and self.nearby.unit != keys[-1]:
            self.nearby.show_unit(keys[-1])

    def _show(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        editor, canvas = self._editor, self.canvas
        canvas.selection_changed.connect(editor.select)
        canvas.dropped.connect(self.drops.move)
        canvas.offer_dropped.connect(self.drops.place)
        canvas.rename_requested.connect(self.rename)
        canvas.menu_requested.connect(lambda _key, where: self.menu_wanted.emit(where))
        self.list.left.connect(self.toggle_list)
        self.nearby.left.connect(self._leave_nearby)
        editor.selected.connect(self.follow)
        editor.retexted.connect(lambda: canvas.set_language(editor.texts.language))

    def _may_rename(self, key: str, name: str) -> str | None:
        return self._editor.ask(partial(units.rename, unit=key, name=name))

    def _rename(self, key: str, name: str) -> None:
        self._editor.do(partial(units.rename, unit=key, name=name))
