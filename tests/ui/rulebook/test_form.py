"""One rule in fields."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from sorstudio.rules.finding import Severity
from sorstudio.rules.rulebook import core_rules
from sorstudio.ui.rulebook.draft import Draft
from sorstudio.ui.rulebook.form import RuleForm
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Language, texts_in


def test_a_number_a_switch_and_a_severity_go_into_the_draft_and_a_bad_one_is_said(theme: Theme, qtbot: QtBot) -> None:
    draft = Draft(core_rules())
    form = RuleForm(draft, theme, texts_in(Language.DANISH), read_only=False)
    qtbot.addWidget(form)
    code, name = next(
        (one.code, name)
        for one in draft.book.entries.values()
        for name, it in one.parameters.items()
        if type(it) is int
    )
    form.show_rule(code)
    form.show()
    field = form.fields[name]
    assert isinstance(field, QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, "mange")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert form.problems[name].text()
    field.selectAll()
    with qtbot.waitSignal(form.changed):
        qtbot.keyClicks(field, "9")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert draft.book.entries[code].parameters[name] == 9
    qtbot.mouseClick(form.is_on, Qt.MouseButton.LeftButton)
    assert not draft.book.entries[code].is_on
    form.severity.activated.emit(list(Severity).index(Severity.INFO))
    assert draft.book.entries[code].severity is Severity.INFO
