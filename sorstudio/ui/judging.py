"""The findings of the plan, kept true: all of them once, then only those that an act may have changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from sorstudio.model.plan import Effect
from sorstudio.rules.check import affected, check, check_units
from sorstudio.rules.finding import Finding, Severity
from sorstudio.ui.editor import Editor
from sorstudio.ui.signs import FindingSign

_SIGN = {Severity.ERROR: FindingSign.ERROR, Severity.WARNING: FindingSign.WARNING, Severity.INFO: FindingSign.INFO}
_WHOLE_PLAN = 40
"""An act that touches more records than this is checked as a whole: it costs no more."""


class Judging(QObject):
    """`judged` carries the worst sign of every unit that has one; the first check waits until the window is there."""

    judged = Signal(object)

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._found: dict[str, tuple[Finding, ...]] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.check_all)
        self._soon.start()
        editor.effect.connect(self._follow)

    def check_all(self) -> None:
        """Judge the whole plan anew."""
        self._soon.stop()
        grouped: dict[str, list[Finding]] = {}
        for finding in check(self._editor.plan):
            grouped.setdefault(finding.unit, []).append(finding)
        self._found = {unit: tuple(found) for unit, found in grouped.items()}
        self.judged.emit(self.signs())

    def signs(self) -> Mapping[str, FindingSign]:
        """The worst sign of each unit."""
        return {unit: worst(found) for unit, found in self._found.items() if unit}

    def _follow(self, effect: Effect) -> None:
        if self._soon.isActive() or len(effect.touched) > _WHOLE_PLAN:
            self._soon.start()
            return
        units = affected(self._editor.plan, effect.before, effect.touched)
        gone = {key for key in self._found if key and key not in effect.after.units}
        for unit in {*units, *gone}:
            self._found.pop(unit, None)
        for finding in check_units(self._editor.plan, units):
            self._found[finding.unit] = (*self._found.get(finding.unit, ()), finding)
        self.judged.emit(self.signs())


def worst(found: Iterable[Finding]) -> FindingSign:
    """The gravest of some findings."""
    return max((_SIGN[finding.severity] for finding in found), default=FindingSign.NONE)
