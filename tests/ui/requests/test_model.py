"""The signed rows: heads that fold, and rows that change in place."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sorstudio.ui.requests.model import CHECK, RowGroup, Sign, SignedModel, SignedRow

SENT = Sign("mail-forward", "info", "sendt")


def group(key: str, *names: str, ticked: bool | None = None) -> RowGroup:
    rows = tuple(SignedRow(f"{key}/{name}", name, SENT, unit=name, detail="1. jan.", ticked=ticked) for name in names)
    return RowGroup(SignedRow(key, key.title(), SENT), rows)


def read_all(model: QAbstractListModel) -> None:
    for place in range(model.rowCount()):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, CHECK, Qt.ItemDataRole.UserRole):
            model.data(model.index(place, 0), role)


NAMES = st.lists(st.sampled_from("abcdef"), unique=True, max_size=6)
STEPS = st.lists(st.tuples(NAMES, NAMES, st.integers(0, 20)), max_size=8)


@given(steps=STEPS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_qt_finds_nothing_wrong_and_folded_stays_folded(
    qapp: QApplication, steps: Sequence[tuple[list[str], list[str], int]]
) -> None:
    model = SignedModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for first, second, place in steps:
        groups = [group("egne", *first, ticked=False), group("sds", *second)]
        model.show_groups(groups)
        if place < len(model.rows):
            model.toggle(place)
        read_all(model)
        opened = {row.key: row.is_open for row in model.rows if row.is_head}
        shown = sum(len(one.rows) for one in groups if opened[one.head.key])
        assert tester.model().rowCount() == len(groups) + shown


def test_a_row_that_says_something_else_stays_where_it_is(qtbot: QtBot) -> None:
    model = SignedModel()
    model.show_groups([group("egne", "a", "b", ticked=False)])
    only = group("egne", "a", "b", ticked=False)
    changed = replace(only, rows=(only.rows[0], replace(only.rows[1], ticked=True)))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as told:
        model.show_groups([changed])
    assert told.args is not None
    assert told.args[0].row() == 2
    assert model.data(model.index(2, 0), CHECK) == Qt.CheckState.Checked.value


def test_a_screen_reader_hears_the_sentence_the_state_and_the_day() -> None:
    model = SignedModel()
    model.show_groups([group("sds", "a")])
    assert model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole) == "a · sendt · 1. jan."
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "Sds · 1 · sendt"
