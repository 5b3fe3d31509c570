"""The last page of the import: what was read, of which day it is, and where the plan is to be."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QFormLayout, QLabel, QLineEdit

from sorstudio.model.baseline import Baseline
from sorstudio.model.records import Unit, UnitKind
from sorstudio.model.state import State, build_state
from sorstudio.ui.days import from_qdate
from sorstudio.ui.form import PathField, button, buttons, day_field, sentence
from sorstudio.ui.importing.pages import Page
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import tr

SUFFIX = ".sorplan"


class ReadyPage(Page):
    """The date and the path can still be others."""

    accepted = Signal(object, object, bool)

    def __init__(self, theme: Theme, baseline: Baseline) -> None:
        self.state = build_state(baseline.on(baseline.day))
        super().__init__(theme, owner_name(self.state) or tr("New plan"))
        self.day = day_field(theme, baseline.day)
        self.path = _plan_path(self, owner_name(self.state))
        self.problem = sentence("", "error")
        form = QFormLayout()
        form.addRow(QLabel(tr("The data are of")), self.day)
        form.addRow(QLabel(tr("Save the plan as")), self.path)
        self.column.addWidget(sentence(contents_in_words(self.state)))
        self.column.addLayout(form)
        self.column.addWidget(self.problem)
        self.column.addStretch(1)
        make = button(tr("Make the plan"), self.go_on, "primary")
        self.column.addLayout(buttons(button(tr("Cancel"), self.left.emit), make))

    def chosen_day(self) -> date:
        """The day that the data show."""
        return from_qdate(self.day.date())

    def go_on(self) -> None:
        """What the button says."""
        self.accepted.emit(with_suffix(self.path.text()), self.chosen_day(), self.path.was_chosen)


class OwnListPage(Page):
    """A list without SOR-IDs is no register; it can begin a plan of proposals for an owner."""

    accepted = Signal(object, str, bool)

    def __init__(self, theme: Theme, owner: str) -> None:
        super().__init__(theme, tr("A list without SOR-IDs"))
        words = tr(
            "The file is a list of names, not an extract from SOR. Its lines can become proposals in a new plan: "
            "you decide for each of them whether it is a unit, an offer, or nothing that SOR holds."
        )
        self.owner = QLineEdit(owner)
        self.path = _plan_path(self, owner)
        self.problem = sentence("", "error")
        form = QFormLayout()
        form.addRow(QLabel(tr("The owner is")), self.owner)
        form.addRow(QLabel(tr("Save the plan as")), self.path)
        self.column.addWidget(sentence(words))
        self.column.addLayout(form)
        self.column.addWidget(self.problem)
        self.column.addStretch(1)
        make = button(tr("Make the plan"), self.go_on, "primary")
        self.column.addLayout(buttons(button(tr("Cancel"), self.left.emit), make))

    def go_on(self) -> None:
        """What the button says."""
        if not self.owner.text().strip():
            self.problem.setText(tr("Write the name of the owner, for example Herlev Kommune."))
            return
        self.accepted.emit(with_suffix(self.path.text()), self.owner.text().strip(), self.path.was_chosen)


def owner_name(state: State) -> str:
    """The name at the top of the tree."""
    roots = state.roots()
    return state.units[roots[0]].name if roots else ""


def contents_in_words(state: State) -> str:
    """How many units in how many levels, and of which kinds."""
    units: list[tuple[int, Unit]] = list(state.walk())
    kinds = Counter(unit.kind for _, unit in units)
    words = tr(
        "{count} units in {levels} levels: {ie} institution owner, {si} health institutions, {oe} organisational units."
    )
    return words.format(
        count=len(units),
        levels=max((depth for depth, _ in units), default=0),
        ie=kinds[UnitKind.IE],
        si=kinds[UnitKind.SI],
        oe=kinds[UnitKind.OE],
    )


def with_suffix(text: str) -> Path:
    """A path that ends as plan files do."""
    path = Path(text).expanduser()
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def _plan_path(page: Page, name: str) -> PathField:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or str(Path.home())

    def choose(now: str) -> str:
        chosen, _ = QFileDialog.getSaveFileName(page, tr("Save the plan as"), now, f"SOR Studio (*{SUFFIX})")
        return chosen

    field = PathField(tr("Choose…"), choose)
    clean = "".join(sign for sign in name if sign not in '/\\:*?"<>|').strip() or "plan"
    field.set_text(str(Path(folder if Path(folder).is_dir() else Path.home()) / f"{clean}{SUFFIX}"))
    return field
