"""The quality pane: the score and its parts, the branches, and the trend; worked out only while it is seen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from sorstudio.rules.quality import Quality
from sorstudio.rules.telling import Telling
from sorstudio.rules.trend import DayPoint, Point
from sorstudio.ui.days import short_day
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import button, label
from sorstudio.ui.importing.job import Job
from sorstudio.ui.quality.bars import PartBars
from sorstudio.ui.quality.branches import BranchTable
from sorstudio.ui.quality.curve import Curve, TrendCurve
from sorstudio.ui.quality.scoring import Scoring
from sorstudio.ui.theme import Theme

MOST_COSTS = 5
_SOON = 250


class QualityPane(QWidget):
    """`points` and `days` are what the curve is drawn from.

    `findings_wanted` carries the branch whose findings somebody wants to see; empty where none is chosen.
    """

    findings_wanted = Signal(str)

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor, self._theme = editor, theme
        self.quality: tuple[Quality, Quality] | None = None
        self.points: Sequence[Point] = ()
        self.days: Sequence[DayPoint] = ()
        self._paths: tuple[Path, ...] = ()
        self._job: Job | None = None
        self._is_stale = True
        self._has_room = False
        self.scoring = Scoring(editor, self)
        self._make_parts(theme)
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._refresh_if_seen)
        self._connect()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = self.bars.theme = theme
        edge = theme.size("l")
        for column in self._columns:
            column.setContentsMargins(edge, theme.size("s"), edge, theme.size("s"))
            column.setSpacing(theme.size("s"))
        self.table.set_theme(theme)
        self.curve.set_theme(theme)
        self._show()

    def refresh(self) -> None:
        """Work it out for the plan as it stands."""
        self._is_stale = False
        self.scoring.start()

    def close_plan(self) -> None:
        """Stop working."""
        self.scoring.close()
        if self._job is not None:
            self._job.stop()
            self._job.wait()

    def add_days(self, paths: Sequence[Path]) -> None:
        """Take further register files into the trend; one that cannot be read is told and left out."""
        wanted = (*self._paths, *(path for path in paths if path not in self._paths))
        job = self._job = Job(lambda _tell: (wanted, self.scoring.days(wanted)), self)
        job.done.connect(self._take_days)
        self.days_button.setEnabled(False)
        job.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._soon.start()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _make_parts(self, theme: Theme) -> None:
        self.head = label("", "title", wraps=True)
        self.change = label("", "muted", wraps=True)
        self.bars = PartBars(theme)
        self.costs = label("", "muted", wraps=True)
        self.table = BranchTable(theme)
        self.findings_button = button("", "", self._want_findings)
        self.curve = TrendCurve(theme)
        self.progress = label("", "muted")
        self.stop_button = button("", "quiet", self._stop)
        self.days_button = button("", "", self._choose_days)

    def _connect(self) -> None:
        self.scoring.judged.connect(self._take_judged)
        self.scoring.progressed.connect(self._take_progress)
        self.scoring.told.connect(self._take_points)
        self.table.wanted.connect(lambda unit: self._editor.select([unit]))
        self._editor.effect.connect(self._note)
        self._editor.retexted.connect(self._show)

    def _lay_out(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        first = (self.head, self.change, self.bars, self.costs)
        second = (self.table, self.findings_button)
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        for widget in (self.days_button, self.progress, self.stop_button):
            inside.addWidget(widget)
        inside.addStretch(1)
        self._columns = [self._add_column(part) for part in (first, second, (self.curve, row))]
        self._columns[0].addStretch(1)
        self._columns[1].setAlignment(self.findings_button, Qt.AlignmentFlag.AlignLeft)
        self._columns[2].setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)
        self.stop_button.hide()

    def _add_column(self, widgets: Sequence[QWidget]) -> QVBoxLayout:
        holder, scroll = QWidget(), QScrollArea()
        scroll.setProperty("kind", "pane")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(holder)
        for widget in widgets:
            column.addWidget(widget)
        scroll.setWidget(holder)
        self._splitter.addWidget(scroll)
        return column

    def _show(self) -> None:
        telling = Telling(self._editor.texts, self.scoring.book)
        self.findings_button.setText(self.tr("Show the findings"))
        self.findings_button.setAccessibleName(self.findings_button.text())
        self.days_button.setText(self.tr("Add register files …"))
        self.days_button.setAccessibleName(self.days_button.text())
        self.stop_button.setText(self.tr("Stop"))
        self.stop_button.setAccessibleName(self.tr("Stop working out the trend"))
        self.table.setAccessibleName(self.tr("Quality by branch"))
        if self.quality is None:
            self.head.setText(self.tr("The quality is being worked out …"))
            return
        before, after = self.quality
        self.head.setText(telling.sentence(after.whole))
        self.change.setText("\n".join(telling.change(before.whole, after.whole)))
        self.bars.show_score(before.whole, after.whole, telling)
        self._give_room()
        self.costs.setText("\n".join(telling.costs(after.whole, MOST_COSTS)))
        self.table.branches.show_quality(before, after, telling)
        self.curve.show_curve(self._curve(telling))

    def _give_room(self) -> None:
        """At first the bars get what they need, and the rest is shared; afterwards a person's own sizes stay."""
        if self._has_room or not self.isVisible():
            return
        self._has_room = True
        first = self.bars.sizeHint().width() + 2 * self._theme.size("l") + self._theme.px(20)
        rest = max(2, self.width() - first)
        self._splitter.setSizes([first, rest * 4 // 7, rest * 3 // 7])

    def _curve(self, telling: Telling) -> Curve:
        """The register files where some were chosen, otherwise the acts of the plan."""
        if self.days:
            language = self._editor.texts.language
            names = [short_day(one.day, language) for one in self.days]
            scores = [one.score.score for one in self.days]
            return Curve(scores, names, self.tr("Day of the register file"), telling.days(self.days))
        found = [point.score for point in self.points]
        names = [str(place) for place in range(len(found))]
        return Curve([one.score for one in found], names, self.tr("Act number"), telling.trend(found))

    def _note(self) -> None:
        self._is_stale = True
        self._soon.start()

    def _refresh_if_seen(self) -> None:
        if self.isVisible() and self._is_stale:
            self.refresh()

    def _take_judged(self, before: Quality, after: Quality) -> None:
        self.quality = before, after
        self._show()

    def _take_progress(self, part: float) -> None:
        self.stop_button.setVisible(part < 1)
        words = self.tr("Working out the trend: {percent} %").format(percent=round(100 * part))
        self.progress.setText(words if part < 1 else "")

    def _take_points(self, points: Sequence[Point]) -> None:
        self.points = points
        self._take_progress(1)
        self._show()

    def _take_days(self, answer: tuple[tuple[Path, ...], object]) -> None:
        self.days_button.setEnabled(True)
        paths, found = answer
        if isinstance(found, str):
            self._editor.refused.emit(found)
            return
        self._paths, self.days = paths, found if isinstance(found, tuple) else ()
        self._show()

    def _stop(self) -> None:
        self.scoring.stop()

    def _choose_days(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Add register files"),
            "",
            self.tr("Register files (*.csv *.txt *.xml *.json *.xlsx *.zip);;All files (*)"),
        )
        if chosen:
            self.add_days([Path(one) for one in chosen])

    def _want_findings(self) -> None:
        unit = self.table.current_unit()
        if unit:
            self._editor.select([unit])
        self.findings_wanted.emit(unit)
