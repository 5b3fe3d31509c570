"""The form of a split: the names of the parts, and which part takes each child, each offer and the number."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sorstudio.model.change import new_id
from sorstudio.model.edits.offers import offer_name
from sorstudio.model.edits.restructure import Part
from sorstudio.model.plan import Plan
from sorstudio.model.records import Unit
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import tr

FIRST_PARTS = 2
STAYS = -1
_CHILD, _OFFER, _NUMBER = "child", "offer", "number"


class SplitForm(QWidget):
    """Two parts at first; everything that the unit has goes to the first of them until another is chosen."""

    def __init__(self, plan: Plan, unit: Unit, theme: Theme, language: str) -> None:
        super().__init__()
        self.keys: list[str] = []
        self.names: list[QLineEdit] = []
        self.takers: list[tuple[str, str, QComboBox]] = []
        self.keeps = QCheckBox(tr("{unit} goes on as well").format(unit=unit.name))
        self.more = QPushButton(tr("One more part"))
        self.more.setProperty("kind", "quiet")
        self._theme = theme
        self._names, self._shares = QVBoxLayout(), QGridLayout()
        self._lay_out()
        for _ in range(FIRST_PARTS):
            self.add_part()
        self._share_out(plan, unit, language)
        self.more.clicked.connect(self.add_part)
        self.keeps.toggled.connect(self._offer_parts)
        self.setFocusProxy(self.names[0])

    def add_part(self) -> None:
        """One more unit that takes over."""
        field = QLineEdit()
        words = tr("Name of part {number}").format(number=len(self.names) + 1)
        field.setPlaceholderText(words)
        field.setAccessibleName(words)
        field.textChanged.connect(self._offer_parts)
        self.names.append(field)
        self.keys.append(new_id())
        self._names.addWidget(field)
        self._offer_parts()

    def parts(self) -> list[Part]:
        """What each part takes over, of the parts that have a name."""
        return [self._part(at) for at, field in enumerate(self.names) if field.text().strip()]

    def _part(self, at: int) -> Part:
        taken = [(kind, key) for kind, key, combo in self.takers if combo.currentData() == at]
        return Part(
            self.names[at].text(),
            self.keys[at],
            tuple(key for kind, key in taken if kind == _CHILD),
            tuple(key for kind, key in taken if kind == _OFFER),
            any(kind == _NUMBER for kind, _ in taken),
        )

    def _share_out(self, plan: Plan, unit: Unit, language: str) -> None:
        state = plan.state()
        for child in state.children(unit.key):
            if state.units[child].valid_to is None:
                self._add_share(_CHILD, child, state.units[child].name)
        for placement in state.placements(unit.key):
            self._add_share(_OFFER, placement.offer, offer_name(plan, placement.offer, language))
        number = state.number_of(unit.key)
        if number is not None:
            words = tr("Location number {number}").format(number=number.gln or "…")
            self._add_share(_NUMBER, number.key, words)
        self._offer_parts()

    def _add_share(self, kind: str, key: str, words: str) -> None:
        row, combo, label = len(self.takers), QComboBox(), QLabel(words)
        label.setFont(self._theme.font("small"))
        combo.setAccessibleName(tr("Who takes {what}").format(what=words))
        combo.setMinimumWidth(self._theme.px(190))
        self._shares.addWidget(label, row, 0)
        self._shares.addWidget(combo, row, 1)
        self.takers.append((kind, key, combo))

    def _offer_parts(self) -> None:
        """The parts by name in every list; a choice stays as it is."""
        for _, _, combo in self.takers:
            chosen = combo.currentData()
            combo.blockSignals(True)
            combo.clear()
            for at, field in enumerate(self.names):
                combo.addItem(field.text().strip() or field.placeholderText(), at)
            if self.keeps.isChecked():
                combo.addItem(tr("Stays"), STAYS)
            combo.setCurrentIndex(max(0, combo.findData(chosen)))
            combo.blockSignals(False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        inside, scroll = QWidget(), QScrollArea()
        inside.setLayout(self._shares)
        self._shares.setContentsMargins(0, 0, self._theme.px(6), 0)
        self._shares.setColumnStretch(0, 1)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setMaximumHeight(self._theme.px(190))
        scroll.setWidget(inside)
        for ground in (inside, scroll.viewport()):
            ground.setAutoFillBackground(False)
        column.addLayout(self._names)
        for widget in (self.more, scroll, self.keeps):
            column.addWidget(widget)
