"""The pages of the import: reading, which owner, which column is what, what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QListWidget,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sorstudio.formats.problems import Problem
from sorstudio.formats.report import problem_sentence, shown_sentences, write_report
from sorstudio.model.naming import fold
from sorstudio.model.texts import Texts
from sorstudio.ui.asking.picker import Picker
from sorstudio.ui.form import button, buttons, heading, sentence
from sorstudio.ui.importing.heads import Owner
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import tr

FIELDS = ("sor_id", "name", "parent", "kind", "level", "unit_type", "gln")


class Page(QWidget):
    """A column with a heading; the dialog shows one at a time."""

    left = Signal()

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self.theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*(theme.size("xl"),) * 4)
        self.column.setSpacing(theme.size("m"))
        self.column.addWidget(heading(theme, title))


class ReadingPage(Page):
    """How far the reading is, and a way to stop it."""

    def __init__(self, theme: Theme, names: str) -> None:
        super().__init__(theme, tr("Reading"))
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setAccessibleName(tr("Reading"))
        self.column.addWidget(sentence(names, "muted"))
        self.column.addWidget(self.bar)
        self.column.addStretch(1)
        self.column.addLayout(buttons(button(tr("Stop"), self.left.emit)))

    def show_progress(self, part: float) -> None:
        """From 0 to 1."""
        self.bar.setValue(round(part * 1000))


class OwnerPage(Page):
    """Whose units to take, where a file holds several owners."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, owners: Sequence[Owner], objection: str = "") -> None:
        super().__init__(theme, tr("Whose units?"))
        count = tr("The file holds {count} owners. Choose one of them.").format(count=len(owners))
        unknown = tr("The file holds several owners. Write the name, SOR-ID or municipality code of one of them.")
        self.field = Picker((f"{owner.name} · {owner.sor_id}", owner.sor_id) for owner in owners)
        self.field.setPlaceholderText(tr("Name, SOR-ID or municipality code"))
        self.list = QListWidget()
        self._owners = owners
        self._fill("")
        self.column.addWidget(sentence(count if owners else unknown))
        self.column.addWidget(self.field)
        self.column.addWidget(self.list, 1)
        self.list.setVisible(bool(owners))
        self.problem = sentence(objection, "error")
        self.column.addWidget(self.problem)
        go_on = button(tr("Read these units"), self.go_on, "primary")
        self.column.addLayout(buttons(button(tr("Cancel"), self.left.emit), go_on))
        self.field.textChanged.connect(self._fill)
        self.list.itemDoubleClicked.connect(lambda _item: self.go_on())

    def _fill(self, words: str) -> None:
        fitting = [owner for owner in self._owners if fold(words) in fold(f"{owner.name} · {owner.sor_id}")]
        self._shown = fitting[:200]
        self.list.clear()
        self.list.addItems([f"{owner.name} · {owner.sor_id}" for owner in self._shown])

    def go_on(self) -> None:
        """What the button says."""
        row = self.list.currentRow()
        owner = self._shown[row].sor_id if 0 <= row < len(self._shown) else self.field.value()
        wanted = owner or self.field.text().strip()
        if wanted:
            self.chosen.emit(wanted)


class ColumnsPage(Page):
    """Which column holds which field, where the dictionary does not know it; remembered for such files."""

    chosen = Signal(dict)
    is_list = Signal()

    def __init__(self, theme: Theme, texts: Texts, headers: Sequence[str], known: Mapping[str, str]) -> None:
        super().__init__(theme, tr("Which column is what?"))
        self.choices: dict[str, QComboBox] = {}
        form = QFormLayout()
        for field in FIELDS:
            choice = QComboBox()
            choice.setMinimumHeight(theme.size("control"))
            choice.addItem(tr("(not in the file)"), "")
            for header in headers:
                choice.addItem(header, header)
            choice.setCurrentIndex(max(0, choice.findData(known.get(field, ""))))
            self.choices[field] = choice
            form.addRow(QLabel(texts.sentence(f"ui.field.{field}")), choice)
        words = tr(
            "SOR-ID, name, parent, and kind or level are needed. The answer is remembered for files like this one."
        )
        self.column.addWidget(sentence(words, "muted"))
        self.column.addLayout(form)
        self.column.addStretch(1)
        go_on = button(tr("Read the file"), self.go_on, "primary")
        self.without_ids = button(tr("It has no SOR-IDs…"), self.is_list.emit, "quiet")
        self.column.addLayout(buttons(self.without_ids, button(tr("Cancel"), self.left.emit), go_on))

    def mapping(self) -> dict[str, str]:
        """Field to header, those that were chosen."""
        return {field: str(choice.currentData()) for field, choice in self.choices.items() if choice.currentData()}

    def go_on(self) -> None:
        """What the button says."""
        self.chosen.emit(self.mapping())


class ProblemsPage(Page):
    """Why the file was not read: every place and reason, and all of them in a file."""

    def __init__(self, theme: Theme, texts: Texts, problems: Sequence[Problem]) -> None:
        one, many = tr("The file was not read: 1 problem"), tr("The file was not read: {count} problems")
        super().__init__(theme, one if len(problems) == 1 else many.format(count=len(problems)))
        self._texts, self._problems = texts, problems
        self.words = shown_sentences(problems, texts)
        self.column.addWidget(sentence(tr("Nothing was taken from it. Mend the places and read it again."), "muted"))
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(*(theme.size("m"),) * 4)
        rows.setSpacing(theme.size("s"))
        for words in self.words:
            rows.addWidget(sentence(words))
        rows.addStretch(1)
        area = QScrollArea()
        area.setProperty("kind", "pane")
        area.setWidgetResizable(True)
        area.setWidget(inside)
        self.column.addWidget(area, 1)
        self.saved = sentence("", "muted")
        self.column.addWidget(self.saved)
        save = button(tr("Save the whole list…"), self._choose_report)
        self.column.addLayout(buttons(save, button(tr("Close"), self.left.emit, "primary")))

    def save_report(self, path: Path) -> None:
        """All problems, as text."""
        try:
            write_report(path, self._problems, self._texts)
        except OSError as error:
            self.saved.setText(tr("The list could not be saved: {reason}").format(reason=error.strerror))
            return
        self.saved.setText(tr("The list is saved in {path}.").format(path=path))

    def first(self) -> str:
        """The first problem in words."""
        return problem_sentence(self._problems[0], self._texts) if self._problems else ""

    def _choose_report(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save the whole list"), "", "Text (*.txt)")
        if chosen:
            self.save_report(Path(chosen))
