"""The rule book: the rules that the plan is checked by, to read, to change, and to exchange as files."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile, QSize, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from sorstudio.model.errors import SorError, Unreadable
from sorstudio.rules.chosen import choose_book, chosen, reset
from sorstudio.rules.editions import MOST_CHARACTERS
from sorstudio.rules.entry import Edition
from sorstudio.rules.rulebook import core_rules
from sorstudio.ui.changes.head import FilterField
from sorstudio.ui.editor import Editor
from sorstudio.ui.field_signs import lead_with
from sorstudio.ui.form import button, buttons, heading, sentence
from sorstudio.ui.rulebook.draft import Draft
from sorstudio.ui.rulebook.form import RuleForm
from sorstudio.ui.rulebook.list import RuleList
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import tr

_TOML = "TOML (*.toml)"


class RuleBookDialog(QDialog):
    """Nothing counts until it is used in the plan; that is one act, which can be undone."""

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._theme = editor, theme
        self.setWindowTitle(tr("Rule book"))
        self.resize(QSize(theme.px(1040), theme.px(680)).boundedTo(self.screen().availableSize()))
        found = chosen(editor.plan)
        self.draft = Draft(found.book)
        self.words = FilterField(self)
        self.name, self.edition = QLineEdit(), QLineEdit()
        self.list = RuleList(theme, self)
        self.form = RuleForm(self.draft, theme, editor.texts, read_only=editor.read_only)
        self.outcome = sentence()
        self._lay_out()
        self.words.textChanged.connect(self._show)
        self.list.chosen.connect(self.form.show_rule)
        self.list.switched.connect(self._toggle)
        self.form.changed.connect(self._show)
        self._begin(is_own=found.is_own)
        if found.problem is not None:
            self._say(editor.sentence(found.problem), "error")
        self.words.setFocus()

    def use(self) -> None:
        """Check the plan by these rules from now on."""
        name = self.name.text().strip()
        if not name:
            self._say(tr("Give the edition a name first, so that one can see which it is."), "error")
            self.name.setFocus()
            return
        self.draft.call(name, self.edition.text().strip(), self._editor.plan.today)
        make = partial(choose_book, book=self.draft.book)
        why = self._editor.ask(make)
        if why is None and self._editor.do(make) is not None:
            self.accept()
        elif why is not None:
            self._say(why, "error")

    def reset(self) -> None:
        """The rules as they are shipped, here and in the plan."""
        if chosen(self._editor.plan).is_own and self._editor.do(reset) is None:
            return
        self.draft.book = core_rules()
        self._begin(is_own=False)
        self._say(tr("The plan is checked by the shipped rules."), "")

    def take(self, path: Path) -> None:
        """An edition from a file; where something is wrong in it, that is said and the rules stay as they are."""
        try:
            self.draft.take(_text_of(path), path.name)
        except SorError as error:
            self._say(self._editor.sentence(error), "error")
            return
        except OSError as error:
            self._say(f"{path.name}: {error.strerror}", "error")
            return
        self._begin(is_own=True)
        self._say(tr("{file} is read. It counts when you use it in the plan.").format(file=path.name), "")

    def save(self, path: Path) -> None:
        """The edition as a file, whole or not at all."""
        self.draft.call(self.name.text().strip(), self.edition.text().strip(), self._editor.plan.today)
        file = QSaveFile(str(path))
        data = self.draft.text().encode("utf-8")
        is_saved = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(data) == len(data) and file.commit()
        if is_saved:
            self._say(tr("The edition is saved in {path}.").format(path=path), "")
        else:
            self._say(f"{path}: {file.errorString()}", "error")

    def _begin(self, *, is_own: bool) -> None:
        """Show the book from the beginning; an edition of one's own gets a name of its own."""
        edition = self.draft.book.edition if is_own else Edition("")
        self.name.setText(edition.name)
        self.edition.setText(edition.edition)
        self._show()
        self.list.choose("")
        self.form.show_rule(self.list.rules.rows[self.list.currentIndex().row()].code)

    def _show(self) -> None:
        beside = {
            code: tr("off") if not one.is_on else tr("own") if self.draft.is_own(code) else ""
            for code, one in self.draft.book.entries.items()
        }
        current = (
            self.list.rules.rows[self.list.currentIndex().row()].code if self.list.currentIndex().isValid() else ""
        )
        self.list.rules.show_rules(self.draft, self.words.text(), self._editor.texts, beside)
        if not self.list.currentIndex().isValid() and self.list.rules.rows:
            self.list.choose(current)

    def _toggle(self, code: str) -> None:
        if not self._editor.read_only:
            self.draft.switch(code, not self.draft.book.entries[code].is_on)
            self.form.show_rule(code)
            self._show()

    def _open(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Read an edition"), str(Path.home()), _TOML)
        if path:
            self.take(Path(path))

    def _export(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Save as a file"), str(Path.home()), _TOML)
        if path:
            self.save(Path(path) if Path(path).suffix else Path(path).with_suffix(".toml"))

    def _say(self, words: str, kind: str) -> None:
        self.outcome.setProperty("kind", kind)
        self.outcome.style().polish(self.outcome)
        self.outcome.setText(words)

    def _lay_out(self) -> None:
        theme = self._theme
        self.words.setPlaceholderText(tr("Search the rules"))
        self.words.setAccessibleName(tr("Search the rules"))
        lead_with(self.words, theme, "search", clears=True)
        self.list.setAccessibleName(tr("Rules"))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        for widget, share in ((self.list, 5), (self.form, 4)):
            split.addWidget(widget)
            split.setStretchFactor(split.count() - 1, share)
        split.setSizes([theme.px(540), theme.px(420)])
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.size("xl"),) * 4)
        column.setSpacing(theme.size("m"))
        top = QHBoxLayout()
        top.addWidget(heading(theme, tr("Rule book")))
        top.addStretch(1)
        self.words.setFixedWidth(theme.px(240))
        top.addWidget(self.words)
        column.addLayout(top)
        column.addWidget(split, 1)
        column.addLayout(self._naming())
        column.addWidget(self.outcome)
        column.addLayout(self._acts())

    def _naming(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.size("s"))
        for field, words in ((self.name, tr("Name of the own edition")), (self.edition, tr("Edition, e.g. 2026-1"))):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
            field.setReadOnly(self._editor.read_only)
            row.addWidget(field, 3 if field is self.name else 1)
        return row

    def _acts(self) -> QHBoxLayout:
        use = button(tr("Use in the plan"), self.use, "primary")
        shipped = button(tr("Back to the shipped rules"), self.reset, "quiet")
        for one in (use, shipped):
            one.setEnabled(not self._editor.read_only)
        row = buttons(button(tr("Cancel"), self.reject), use)
        for at, one in enumerate(
            (button(tr("Read an edition…"), self._open), button(tr("Save as a file…"), self._export), shipped)
        ):
            row.insertWidget(at, one)
        return row


def _text_of(path: Path) -> str:
    """The text of a rule book, which is UTF-8."""
    if path.stat().st_size > 4 * MOST_CHARACTERS:
        raise Unreadable("rulebook.too_large", file=path.name)
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("rulebook.not_utf8", file=path.name) from None
