"""What every group of the inspector is."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import LineField
from sorstudio.ui.inspector.group import Group, clear, row, rule
from sorstudio.ui.inspector.subject import Subject
from sorstudio.ui.theme import Theme


def test_a_group_shows_itself_for_one_unit_and_not_for_several(
    editor: Editor, theme: Theme, subject: Callable[..., Subject], qtbot: QtBot
) -> None:
    group = Group(editor, theme)
    qtbot.addWidget(group)
    group.present(subject("Åkanden"))
    assert not group.isHidden()
    group.present(subject("Åkanden", "Solgården"))
    assert group.isHidden()


def test_a_refused_change_is_told_beside_the_field(
    editor: Editor, theme: Theme, subject: Callable[..., Subject], qtbot: QtBot
) -> None:
    group, field = Group(editor, theme), LineField("Navn")
    qtbot.addWidget(group)
    qtbot.addWidget(field)
    group.present(subject("Åkanden"))
    group.commit(field, lambda key: partial(units.rename, unit=key, name=" "))
    assert field.error.text()
    assert editor.plan.head is None


def test_clearing_lets_go_of_rows_within_rows(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    column = QVBoxLayout(whole)
    column.addLayout(row(QLabel("a"), None, QLabel("b"), spacing=4))
    column.addWidget(rule())
    clear(column)
    assert column.count() == 0
