"""From register files to a plan: the window stays alive while they are read, and every question has its page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from sorstudio.formats.lists import owner_alone, read_proposals
from sorstudio.formats.problems import Cancelled, Problem, UnreadableFile
from sorstudio.formats.reading import read_baseline
from sorstudio.model.baseline import Baseline
from sorstudio.model.errors import SorError
from sorstudio.model.texts import Texts
from sorstudio.resources import code_lists
from sorstudio.ui.importing.heads import headers, owners, short_name
from sorstudio.ui.importing.job import Job, Tell, Work
from sorstudio.ui.importing.pages import ColumnsPage, OwnerPage, Page, ProblemsPage, ReadingPage
from sorstudio.ui.importing.ready_page import OwnListPage, ReadyPage
from sorstudio.ui.plans import new_session
from sorstudio.ui.preferences import Preferences
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import tr

_LISTS = frozenset({"file.is_outline"})


class ImportDialog(QDialog):
    """`made` carries the new session, and the list whose proposals are to be shown next, if it began with one."""

    made = Signal(object, object)

    def __init__(
        self,
        paths: Sequence[Path],
        theme: Theme,
        texts: Texts,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._paths, self._theme, self._texts, self._preferences = list(paths), theme, texts, preferences
        self._owner: str | None = None
        self._mapping: Mapping[str, str] = {}
        self._headers = ""
        self._job: Job | None = None
        self._goal: tuple[Path, bool] | None = None
        self.setWindowTitle(tr("New plan from file"))
        self.resize(theme.px(680), theme.px(460))
        self.pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)

    def start(self) -> None:
        """Read the files."""
        page = ReadingPage(self._theme, ", ".join(path.name for path in self._paths))
        page.left.connect(self._stop)
        self._show(page)
        self._run(self._read, self._ready, page)

    def page(self) -> Page:
        """The page that is shown."""
        shown = self.pages.currentWidget()
        assert isinstance(shown, Page)
        return shown

    def reject(self) -> None:
        self._stop()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop()
        super().closeEvent(event)

    def _read(self, tell: Tell, day: date | None = None) -> Baseline:
        return read_baseline(
            self._paths,
            codes=code_lists(),
            owner=self._owner,
            day=day,
            mapping=self._mapping or self._remembered(),
            today=date.today(),
            progress=tell,
        )

    def _remembered(self) -> Mapping[str, str]:
        self._headers = "|".join(headers(self._paths)) if len(self._paths) == 1 and self._paths[0].is_file() else ""
        return self._preferences.mapping(short_name(self._headers)) if self._headers else {}

    def _run(self, work: Work, done: Callable[[Baseline], None], page: ReadingPage) -> None:
        self._job = Job(work, self)
        self._job.progressed.connect(page.show_progress)
        self._job.done.connect(done)
        self._job.failed.connect(self._failed)
        self._job.start()

    def _ready(self, baseline: Baseline) -> None:
        page = ReadyPage(self._theme, baseline)
        page.accepted.connect(lambda path, day, replace: self._make(baseline, path, day, replace))
        page.left.connect(self.reject)
        self._show(page)

    def _make(self, baseline: Baseline, path: Path, day: date, replace: bool) -> None:
        if day != baseline.day:
            reading = ReadingPage(self._theme, path.name)
            self._show(reading)
            self._goal = (path, replace)
            self._run(lambda tell: self._read(tell, day), self._save_reread, reading)
            return
        self._save(baseline, path, replace)

    def _save_reread(self, baseline: Baseline) -> None:
        """A method and not a lambda: Qt calls only what belongs to an object in that object's thread."""
        if self._goal is not None:
            self._save(baseline, *self._goal)

    def _save(self, baseline: Baseline, path: Path, replace: bool) -> None:
        try:
            session = new_session(path, baseline, replace=replace)
        except SorError as error:
            self._ready(baseline)
            shown = self.page()
            if isinstance(shown, ReadyPage):
                shown.path.set_text(str(path))
                shown.problem.setText(self._texts.sentence(error.code, error.params))
            return
        self.accept()
        self.made.emit(session, None)

    def _failed(self, error: SorError) -> None:
        if isinstance(error, Cancelled):
            super().reject()
            return
        problems = error.problems if isinstance(error, UnreadableFile) else (Problem(error.code, params=error.params),)
        codes = {problem.code for problem in problems}
        if "register.two_roots" in codes or any(code.startswith("owner.") for code in codes):
            self._ask_owner(problems)
        elif all(_is_column(problem) for problem in problems):
            self._ask_columns()
        elif codes <= _LISTS:
            self._offer_list()
        else:
            self._show_problems(problems)

    def _ask_owner(self, problems: Sequence[Problem]) -> None:
        unclear = [one for one in problems if one.code.startswith("owner.")]
        objection = (
            self._texts.sentence(unclear[0].code, {"value": unclear[0].value, **unclear[0].params}) if unclear else ""
        )
        page = OwnerPage(self._theme, owners(self._paths), objection)
        page.chosen.connect(self._with_owner)
        page.left.connect(self.reject)
        self._show(page)
        page.field.setFocus()

    def _with_owner(self, owner: str) -> None:
        self._owner = owner
        self.start()

    def _ask_columns(self) -> None:
        page = ColumnsPage(self._theme, self._texts, headers(self._paths), self._mapping)
        page.chosen.connect(self._with_mapping)
        page.is_list.connect(self._offer_list)
        page.left.connect(self.reject)
        self._show(page)

    def _with_mapping(self, mapping: Mapping[str, str]) -> None:
        self._mapping = mapping
        if self._headers:
            self._preferences.set_mapping(short_name(self._headers), mapping)
        self.start()

    def _offer_list(self) -> None:
        try:
            owner = read_proposals(self._paths[0], code_lists(), with_ids=True).owner
        except UnreadableFile as error:
            self._show_problems(error.problems)
            return
        page = OwnListPage(self._theme, owner or "")
        page.accepted.connect(self._make_from_list)
        page.left.connect(self.reject)
        self._show(page)

    def _make_from_list(self, path: Path, owner: str, replace: bool) -> None:
        baseline = owner_alone(owner, self._paths[0].name, code_lists(), date.today())
        try:
            session = new_session(path, baseline, replace=replace)
        except SorError as error:
            page = self.page()
            if isinstance(page, OwnListPage):
                page.problem.setText(self._texts.sentence(error.code, error.params))
            return
        self.accept()
        self.made.emit(session, self._paths[0])

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        page = ProblemsPage(self._theme, self._texts, problems)
        page.left.connect(self.reject)
        self._show(page)

    def _show(self, page: Page) -> None:
        old = self.pages.currentWidget()
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        if old is not None:
            self.pages.removeWidget(old)
            old.deleteLater()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()
            self._job.wait()


def _is_column(problem: Problem) -> bool:
    return problem.code.startswith("table.no_") and problem.code.endswith("_column")
