"""The rules as rows."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from sorstudio.rules.rulebook import core_rules
from sorstudio.ui.rulebook.draft import Draft
from sorstudio.ui.rulebook.list import RuleList
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Language, texts_in

TEXTS = texts_in(Language.DANISH)


def test_every_rule_stands_once_under_its_group_and_is_found_by_words(theme: Theme, qtbot: QtBot) -> None:
    rules, draft = RuleList(theme), Draft(core_rules())
    qtbot.addWidget(rules)
    tester = QAbstractItemModelTester(rules.rules, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rules.rules.show_rules(draft, "", TEXTS, {})
    assert sorted(row.code for row in rules.rules.rows if row.code) == sorted(draft.book.entries)
    rules.rules.show_rules(draft, "sor-031", TEXTS, {"SOR-031": "slået fra"})
    assert [row.code for row in rules.rules.rows] == ["", "SOR-031"]
    said = rules.rules.data(rules.rules.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "slået fra" in str(said)
    rules.rules.show_rules(draft, "qqq", TEXTS, {})
    assert rules.rules.rowCount() == 0
    tester.deleteLater()


def test_the_space_bar_switches_the_rule_that_the_arrows_chose(theme: Theme, qtbot: QtBot) -> None:
    rules, draft = RuleList(theme), Draft(core_rules())
    qtbot.addWidget(rules)
    rules.rules.show_rules(draft, "", TEXTS, {})
    rules.show()
    rules.choose("")
    first = next(row.code for row in rules.rules.rows if row.code)
    with qtbot.waitSignal(rules.switched) as told:
        qtbot.keyClick(rules, Qt.Key.Key_Space)
    assert told.args == [first]
    with qtbot.waitSignal(rules.chosen):
        qtbot.keyClick(rules, Qt.Key.Key_Down)
