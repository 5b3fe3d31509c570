"""The findings pane: what the rules say about the plan, filtered by severity, with a repair where there is one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QVBoxLayout, QWidget

from sorstudio.model.change import Change
from sorstudio.model.edits.acts import change_for, parse_act
from sorstudio.model.plan import Effect, Plan
from sorstudio.model.state import Owner
from sorstudio.rules.finding import Finding, Repair, Severity
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import label
from sorstudio.ui.findings.checking import Checking
from sorstudio.ui.findings.list import FindingList
from sorstudio.ui.findings.model import SIGN, signs_by_unit
from sorstudio.ui.flow import FlowLayout
from sorstudio.ui.paint import FINDING_SIDE, Ink, box, finding_mark, ring, smooth, text
from sorstudio.ui.signs import FindingSign
from sorstudio.ui.theme import Theme, Weight

Tree = Mapping[Owner, tuple[str, ...]]


class SeverityButton(QAbstractButton):
    """A shape and a count; pressed in while findings of this severity are shown."""

    def __init__(self, theme: Theme, severity: Severity, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.severity = theme, severity
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = self.theme.width(self.text(), "small", Weight.MEDIUM) + self.theme.px(FINDING_SIDE + 26)
        return QSize(round(width), self.theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, area = self.theme, QRectF(self.rect())
        painter = QPainter(self)
        smooth(painter)
        radius = theme.size("control_radius")
        on = self.isChecked()
        box(painter, theme, area, fill="select" if on else "", line="" if on else "line_control", radius=radius)
        corner = QPointF(theme.px(8), area.center().y() - theme.px(FINDING_SIDE) / 2)
        finding_mark(painter, theme, SIGN[self.severity], corner)
        words = area.adjusted(theme.px(FINDING_SIDE + 14), 0, 0, 0)
        text(painter, theme, words, self.text(), Ink("small", Weight.MEDIUM, "text" if on else "muted"))
        if self.hasFocus():
            ring(painter, theme, area.adjusted(3, 3, -3, -3), radius)
        painter.end()


class FindingsPane(QWidget):
    """Checks the plan once when it is opened, and after each act what the act has to do with.

    `found` carries the severities of each unit, for outline, picture and inspector; `counted` how many there are.
    """

    found = Signal(object)
    counted = Signal(int)

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor, self._theme = editor, theme
        self._pending: list[Effect] = []
        self._is_checked = False
        self._signs: dict[str, tuple[FindingSign, ...]] | None = None
        self._order: tuple[Tree, dict[str, int]] | None = None
        self._shown_tree: Tree | None = None
        self.checking = Checking(editor, self)
        self.list = FindingList(theme, self)
        self.buttons = {severity: SeverityButton(theme, severity, self) for severity in Severity}
        self.empty = label("", "muted", wraps=True)
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._check)
        self.checking.checked.connect(self._follow)
        self.list.wanted.connect(self._go)
        self.list.repair_wanted.connect(self.repair_row)
        self.list.menu_wanted.connect(self._menu)
        editor.effect.connect(self._note)
        editor.retexted.connect(self._show)
        self.set_theme(theme)
        self._soon.start()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything found, in tree order."""
        found, places = self.checking.found, self._places()
        keys = sorted(found, key=lambda key: places.get(key, len(places)) if key else -1)
        return tuple(one for key in keys for one in found[key])

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = self.list.theme = theme
        edge = theme.size("l")
        self._bar.setSpacing(theme.size("s"))
        self._bar.setContentsMargins(edge, theme.size("xs"), edge, theme.size("xs"))
        for one in self.buttons.values():
            one.theme = theme
            one.updateGeometry()
        self.empty.setMargin(edge)
        self._show()
        self.list.scheduleDelayedItemsLayout()

    def next_finding(self) -> None:
        """F8: the next finding in the list, opened where it is folded away, and its unit."""
        rows = self.list.findings.rows
        if not rows:
            return
        at = (self.list.currentIndex().row() + 1) % len(rows)
        if rows[at].finding is None:
            if not rows[at].is_open:
                self.list.findings.toggle(at)
            at += 1
        self.list.focus_row(at)
        self._go(at)

    def repair_row(self, row: int) -> None:
        """Make the first repair of a finding."""
        finding = self.list.findings.rows[row].finding
        if finding is not None and finding.repairs:
            self._repair(finding.repairs[0])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._bar = FlowLayout()
        for severity, one in self.buttons.items():
            self._bar.addWidget(one)
            one.toggled.connect(partial(self._filter, severity))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)

    def _note(self, effect: Effect) -> None:
        self._pending.append(effect)
        self._soon.start()

    def _check(self) -> None:
        """Several effects in one go are checked together."""
        pending, self._pending = self._pending, []
        if self._is_checked:
            self.checking.follow(pending)
        else:
            self._is_checked = True
            self.checking.check_all()
            self._show()

    def _places(self) -> dict[str, int]:
        """Where each unit comes in the tree; counted once for as long as the tree stays the same."""
        state = self._editor.plan.state()
        if self._order is None or self._order[0] is not state.owned:
            self._order = (state.owned, {unit.key: place for place, (_, unit) in enumerate(state.walk())})
        return self._order[1]

    def _follow(self, units: frozenset[str] | None) -> None:
        """The list only where it would be another one; the signs of those units whose findings are others."""
        if units is None or units or self._shown_tree is not self._editor.plan.state().owned:
            self._show()
        self._tell_signs(units)

    def _tell_signs(self, units: frozenset[str] | None) -> None:
        found, known = self.checking.found, self._signs
        keys = found if units is None or known is None else [key for key in units if key in found]
        fresh = signs_by_unit({key: found[key] for key in keys})
        if units is not None and known is not None:
            fresh = {**{key: signs for key, signs in known.items() if key not in units}, **fresh} if units else known
        if fresh != known:
            self._signs = fresh
            self.found.emit(fresh)

    def _show(self) -> None:
        texts = self._editor.texts
        everything, self._shown_tree = self.findings, self._editor.plan.state().owned
        self.list.repair_word = self.tr("Repair")
        self.list.setAccessibleName(self.tr("Findings"))
        self._label_buttons(everything)
        current = self.list.currentIndex().row()
        scrolled = self.list.verticalScrollBar().value()
        self.list.findings.show_findings(everything, texts)
        if 0 <= current < self.list.findings.rowCount():
            self.list.setCurrentIndex(self.list.findings.index(current, 0))
        self.list.verticalScrollBar().setValue(scrolled)
        code = "panes.findings.checking" if self.checking.is_busy else "panes.findings.none"
        self.empty.setText(texts.sentence(code))
        self.empty.setVisible(not everything)
        self.counted.emit(len(everything))

    def _label_buttons(self, everything: tuple[Finding, ...]) -> None:
        codes = {
            Severity.ERROR: "panes.errors",
            Severity.WARNING: "panes.warnings",
            Severity.INFO: "panes.infos",
        }
        for severity, one in self.buttons.items():
            count = sum(finding.severity is severity for finding in everything)
            words = self._editor.texts.sentence(codes[severity], {"count": count})
            if words != one.text():
                one.setText(words)
                one.setAccessibleName(words)
                one.updateGeometry()
                one.update()

    def _filter(self, severity: Severity, shown: bool) -> None:
        change = self.list.findings.shown.add if shown else self.list.findings.shown.discard
        change(severity)
        self.list.findings.rebuild()

    def _go(self, row: int) -> None:
        finding = self.list.findings.rows[row].finding
        if finding is not None and finding.unit:
            self._editor.select([finding.unit])

    def _menu(self, row: int, where: QPoint) -> None:
        finding = self.list.findings.rows[row].finding
        if finding is None:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Go to the unit"), partial(self._go, row))
        for repair in finding.repairs:
            menu.addAction(self._repair_words(repair), partial(self._repair, repair))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _repair_words(self, repair: Repair) -> str:
        return self._editor.texts.sentence(f"repair.{repair.code}", repair.params)

    def _repair(self, repair: Repair) -> None:
        self._editor.do(partial(_make, repair))


def _make(repair: Repair, plan: Plan) -> Change:
    return change_for(plan, parse_act(dict(repair.act)), {})
