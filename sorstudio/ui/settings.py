"""The settings of the plan: whose it is, who answers for it, which systems, which day, and where mails go."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from sorstudio.model.edits.settings import ROUTES, set_setting, setting
from sorstudio.ui.asking.picker import Picker
from sorstudio.ui.editor import Editor
from sorstudio.ui.form import button, buttons, heading, sentence
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import tr

PLAIN = ("responsible_name", "responsible_phone", "responsible_email", "journal_systems")
MAILS = ("mail_sds", "mail_medcom")


class SettingsDialog(QDialog):
    """Every setting that was changed becomes a change of its own, which can be undone."""

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.setWindowTitle(tr("Plan settings"))
        self.setMinimumWidth(theme.px(560))
        self.fields: dict[str, QLineEdit] = {}
        self.route = QComboBox()
        self.route.setMinimumHeight(theme.size("control"))
        self.problem = sentence("", "error")
        form = QFormLayout()
        form.setVerticalSpacing(theme.size("s"))
        form.setHorizontalSpacing(theme.size("l"))
        self._fill(form)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.size("xl"),) * 4)
        column.setSpacing(theme.size("m"))
        column.addWidget(heading(theme, tr("Plan settings")))
        column.addWidget(
            sentence(tr("They stand in the change request and can be undone like everything else."), "muted")
        )
        column.addLayout(form)
        column.addWidget(self.problem)
        save = button(tr("Save"), self.save, "primary")
        save.setEnabled(not editor.read_only)
        column.addLayout(buttons(button(tr("Cancel"), self.reject), save))

    def save(self) -> None:
        """Set what differs; the first that cannot be stays and says why."""
        for name, value in self._changed():
            make = partial(set_setting, name=name, value=value or None)
            why = self._editor.ask(make)
            if why:
                self.problem.setText(why)
                return
            self._editor.do(make)
        self.accept()

    def _fill(self, form: QFormLayout) -> None:
        codes = self._editor.plan.codes
        municipality = Picker((one.official_name, one.code) for one in codes.municipalities)
        municipality.set_value(setting(self._editor.plan, "municipality"))
        self._add(form, "municipality", municipality)
        for name in PLAIN:
            self._add(form, name, QLineEdit(setting(self._editor.plan, name) or ""))
        self.fields["journal_systems"].setPlaceholderText(tr("Several are divided by commas"))
        for route in ROUTES:
            self.route.addItem(self._editor.texts.value(f"word.route.{route}"), route)
        self.route.setCurrentIndex(ROUTES.index(setting(self._editor.plan, "own_edits_route") or ROUTES[0]))
        form.addRow(self._label("own_edits_route"), self.route)
        for name in MAILS:
            self._add(form, name, QLineEdit(setting(self._editor.plan, name) or ""))

    def _add(self, form: QFormLayout, name: str, field: QLineEdit) -> None:
        self.fields[name] = field
        field.setAccessibleName(self._label(name).text())
        form.addRow(self._label(name), field)

    def _label(self, name: str) -> QLabel:
        words = self._editor.texts.value(f"word.setting.{name}")
        return QLabel(words[:1].upper() + words[1:])

    def _changed(self) -> Iterator[tuple[str, str]]:
        for name, field in self.fields.items():
            value = field.value() or field.text().strip() if isinstance(field, Picker) else field.text().strip()
            if value != (setting(self._editor.plan, name) or ""):
                yield name, value
        route = str(self.route.currentData())
        if route != setting(self._editor.plan, "own_edits_route"):
            yield "own_edits_route", route
