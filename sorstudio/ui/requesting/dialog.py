"""The change request before it is written: an envelope for each receiver, what to know beforehand, and where to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QTabWidget, QVBoxLayout, QWidget

from sorstudio.model.edits.composed import composed
from sorstudio.model.edits.requesting import send_request
from sorstudio.model.errors import SorError
from sorstudio.requests.envelope import Request, make_request, request_warnings
from sorstudio.requests.line import Addressee, LineWarning
from sorstudio.requests.missing import TOLD_HERE
from sorstudio.requests.ready import ready
from sorstudio.requests.ready import sentence as item_sentence
from sorstudio.requests.wishes import fingerprint
from sorstudio.requests.writing import RequestResult, write_request
from sorstudio.rules.chosen import chosen
from sorstudio.rules.standing import Standing
from sorstudio.ui.editor import Editor
from sorstudio.ui.form import PathField, button, heading, sentence
from sorstudio.ui.paper.drawing import draw_paper
from sorstudio.ui.requesting.envelope_table import EnvelopeTable
from sorstudio.ui.requesting.missing_list import MissingList
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import tr

FOLDER = "sor-anmodning"
MOST_WARNINGS = 4


class RequestDialog(QDialog):
    """The word saved is said only when every file is on the disk."""

    written = Signal(str)

    def __init__(self, editor: Editor, theme: Theme, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._theme = editor, theme
        self.setWindowTitle(tr("Change request"))
        room = self.screen().availableSize()
        self.resize(QSize(theme.px(1080), theme.px(720)).boundedTo(room))
        self.tabs = QTabWidget()
        self._tables: list[EnvelopeTable] = []
        self.warnings = sentence("", "warning")
        self.outcome = sentence()
        self.folder = PathField(tr("Choose…"), self._choose)
        name = folder if folder.name == FOLDER else folder / FOLDER
        self.folder.set_text(str(name))
        self.missing = MissingList(editor, theme)
        self.missing.units_wanted.connect(self.go_to)
        self.missing.refused.connect(lambda why: self._say(why, "error"))
        self._asked: tuple[str, ...] = ()
        self.save_button = button(tr("Save"), self.save_or_ask, "primary")
        self.open_button = button(tr("Open the folder"), self._open)
        self.open_button.hide()
        self.sent_button = button(tr("Mark as sent"), self.mark_sent)
        self.sent_button.hide()
        self._lay_out()
        self.request = self._fill()
        self.save_button.setFocus()
        editor.effect.connect(self._refill)

    def save_or_ask(self) -> None:
        """Save; where "Ready to send?" is red, name the reds first. The same ones are asked about once."""
        plan, texts = self._editor.plan, self._editor.texts
        reds = tuple(item_sentence(one, texts) for one in ready(Standing(plan, chosen(plan).book), plan).reds)
        if set(reds) <= set(self._asked):
            self.save()
            return
        self._asked = reds
        told = [f"• {one}" for one in reds]
        self._say("\n".join([tr("Not ready yet:"), *told, tr("Save the request all the same?")]), "warning")
        self.save_button.setText(tr("Save all the same"))

    def save(self) -> RequestResult | None:
        """Write every file; what went wrong is said in words and nothing is half done."""
        folder = Path(self.folder.text()).expanduser()
        plan = self._editor.plan
        self.save_button.setText(tr("Save"))
        try:
            result = write_request(plan, folder, self._editor.texts, today=plan.today, draw_pdf=draw_paper)
        except SorError as error:
            self._say(self._editor.sentence(error), "error")
            return None
        self._say(self._saved_words(result), "")
        self.open_button.show()
        self.sent_button.setVisible(not self._editor.read_only)
        self.written.emit(str(folder))
        return result

    def mark_sent(self) -> None:
        """Note each envelope as sent, in one step, which can be undone; from then on its answers are waited for."""
        full = [one for one in self.request.envelopes if any(not line.held_back for line in one.lines)]
        makes = [
            partial(send_request, addressee=one.addressee.value, fingerprint=fingerprint(one.lines)) for one in full
        ]
        if self._editor.do(lambda plan: composed(plan, makes), sure=True) is not None:
            self.sent_button.hide()
            self._say(tr("Noted as sent. The answers are followed under Requests."), "")

    def go_to(self, units: tuple[str, ...]) -> None:
        """Leave for the units where something is missing."""
        self.reject()
        self._editor.select(units)

    def _fill(self) -> Request:
        plan, texts = self._editor.plan, self._editor.texts
        request = make_request(plan, texts, plan.today)
        chosen = self.tabs.currentIndex()
        while self.tabs.count():
            self.tabs.removeTab(0)
        for old in self._tables:
            old.deleteLater()
        self._tables.clear()
        for addressee in Addressee:
            envelope = request.envelope(addressee)
            lines = envelope.lines if envelope else ()
            title = f"{texts.value(f'word.addressee.{addressee}')} · {len(lines)}"
            self._tables.append(EnvelopeTable(request, lines, self._theme))
            self._tables[-1].setAccessibleName(title)
            self.tabs.addTab(self._tables[-1], title)
        self.tabs.setCurrentIndex(max(0, chosen))
        self._tell_warnings([one for one in request_warnings(request) if one[1].code not in TOLD_HERE])
        self.missing.fill(request)
        self.save_button.setEnabled(bool(request.envelopes))
        if not request.envelopes:
            self._say(tr("Nothing is changed that SOR, Sundhedsdatastyrelsen or MedCom must know of."), "muted")
        return request

    def _refill(self) -> None:
        self.request = self._fill()

    def _tell_warnings(self, found: Sequence[tuple[str, LineWarning]]) -> None:
        """The same warning of several lines is told once, with the lines it belongs to."""
        lines: dict[str, list[str]] = {}
        for line, warning in found:
            lines.setdefault(self._editor.texts.sentence(warning.code, warning.params), []).append(line)
        told = [f"• {words} {_at(names)}".rstrip() for words, names in lines.items()]
        rest = len(told) - MOST_WARNINGS
        more = [tr("and {count} more, at the lines themselves").format(count=rest)] if rest > 0 else []
        self.warnings.setText("\n".join([*told[:MOST_WARNINGS], *more]))
        self.warnings.setVisible(bool(told))

    def _saved_words(self, result: RequestResult) -> str:
        held = sum(line.held_back for line in self.request.lines)
        saved = tr("The request is saved: {count} files in {folder}.").format(
            count=len(result.files), folder=result.folder
        )
        if not held:
            return saved
        one = tr("1 line is sent only when its location number is there.")
        many = tr("{count} lines are sent only when their location numbers are there.")
        return f"{saved} {one if held == 1 else many.format(count=held)}"

    def _say(self, words: str, kind: str) -> None:
        self.outcome.setProperty("kind", kind)
        self.outcome.style().polish(self.outcome)
        self.outcome.setText(words)

    def _lay_out(self) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.size("xl"),) * 4)
        column.setSpacing(theme.size("m"))
        column.addWidget(heading(theme, tr("Change request")))
        words = tr("An envelope for each receiver, in the order in which it can be done. Nothing is sent from here.")
        column.addWidget(sentence(words, "muted"))
        self.tabs.setAccessibleName(self.windowTitle())
        self.folder.field.setAccessibleName(tr("Folder for the change request"))
        column.addWidget(self.tabs, 1)
        column.addWidget(self.warnings)
        column.addWidget(self.missing)
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("Folder")))
        row.addWidget(self.folder, 1)
        column.addLayout(row)
        column.addWidget(self.outcome)
        below = QHBoxLayout()
        below.addStretch(1)
        for one in (self.open_button, self.sent_button, button(tr("Close"), self.reject), self.save_button):
            below.addWidget(one)
        column.addLayout(below)

    def _choose(self, now: str) -> str:
        parent = str(Path(now).parent)
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder for the change request"), parent)
        return str(Path(chosen) / FOLDER) if chosen else ""

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder.text()))


def _at(names: Sequence[str]) -> str:
    shown = [name for name in names if name]
    if not shown:
        return ""
    return "(" + ", ".join(shown[:6]) + ("…" if len(shown) > 6 else "") + ")"
