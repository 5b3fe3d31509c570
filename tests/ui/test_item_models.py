"""Every model of rows under stories of chance: Qt finds nothing wrong, and no model is forgotten here."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from sorstudio.formats.lists import read_proposals
from sorstudio.formats.proposal_guess import Decision
from sorstudio.model.edits import closing, numbers, offers, units
from sorstudio.requests.envelope import make_request
from sorstudio.requests.lines import change_lines
from sorstudio.routing.coverage import coverage
from sorstudio.routing.directory import Directory
from sorstudio.rules.check import check
from sorstudio.rules.finding import Severity
from sorstudio.rules.quality import quality
from sorstudio.rules.rulebook import core_rules
from sorstudio.rules.standing import Standing
from sorstudio.rules.telling import Telling
from sorstudio.ui.changes.model import LineModel, line_row
from sorstudio.ui.coverage.model import CoverageModel
from sorstudio.ui.editor import Editor
from sorstudio.ui.findings.grouping import Known
from sorstudio.ui.findings.mending import safe
from sorstudio.ui.findings.model import FindingModel
from sorstudio.ui.findings.several import RepairModel
from sorstudio.ui.history.lanes import history_rows
from sorstudio.ui.history.list import HistoryModel, Shown
from sorstudio.ui.importing.proposals import Column, ProposalsModel
from sorstudio.ui.inspector.choices import Choice, ChoiceModel
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.offers.cards import OfferModel
from sorstudio.ui.offers.cells import CellModel, columns_of
from sorstudio.ui.offers.standing import board
from sorstudio.ui.outline.flat import FlatRows
from sorstudio.ui.outline.model import OutlineModel
from sorstudio.ui.quality.branches import BranchModel
from sorstudio.ui.reftable.listing import listing
from sorstudio.ui.reftable.model import TableModel
from sorstudio.ui.reftable.rows import arranged
from sorstudio.ui.requesting.envelope_table import EnvelopeModel
from sorstudio.ui.requests.model import RowGroup, Sign, SignedModel, SignedRow
from sorstudio.ui.routes.unit_lines import UnitLine, UnitLineModel
from sorstudio.ui.rulebook.draft import Draft
from sorstudio.ui.rulebook.list import RuleModel
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Language, texts_in
from tests.model.outline import plan
from tests.ui.conftest import DRAWING

STORIES = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 40), st.integers(0, 40)), max_size=14)
LIST = "Prøvestrup Kommune\n\n1. Sundhed\n1.1 Hjemmesygepleje\n1.2 Rygestop\n1.3 Team To\nFrokost\n"
TOLD_ELSEWHERE = {FlatRows, OutlineModel}
"""The outline has a story of its own, with gestures."""

Show = Callable[[int], object]
Made = Callable[[Editor], tuple[QAbstractItemModel, Show]]


def history(editor: Editor) -> tuple[QAbstractItemModel, Show]:
    model = HistoryModel()

    def show(_chance: int) -> None:
        model.show_rows([Shown(row, "Omdøbt", "", "", "", "") for row in history_rows(editor.plan.journal)])

    return model, show


def lines(editor: Editor) -> tuple[QAbstractItemModel, Show]:
    model = LineModel()

    def show(_chance: int) -> None:
        found = change_lines(editor.plan)
        model.show_rows([line_row(one, found, editor.texts) for one in found])

    return model, show


def findings(editor: Editor) -> tuple[QAbstractItemModel, Show]:
    model = FindingModel()

    def show(chance: int) -> None:
        model.show_findings(check(editor.plan), Known(core_rules(), editor.plan.state(), editor.texts))
        model.shown ^= {list(Severity)[chance % len(Severity)]}
        model.rebuild()
        if model.rows:
            model.toggle(chance % len(model.rows))

    return model, show


def repairs(editor: Editor) -> tuple[QAbstractItemModel, Show]:
    model = RepairModel()

    def show(chance: int) -> None:
        model.show_pairs(safe(check(editor.plan)), editor.texts)
        if model.pairs:
            model.toggle(chance % len(model.pairs))

    return model, show


def rules(editor: Editor) -> tuple[QAbstractItemModel, Show]:
    model, draft = RuleModel(), Draft(core_rules())

    def show(chance: int) -> None:
        codes = list(draft.book.entries)
        draft.switch(codes[chance % len(codes)], chance % 2 == 0)
        model.show_rules(draft, ("", "navn", "qqq")[chance % 3], editor.texts, {})

    return model, show


def branches(editor: Editor) -> tuple[QAbstractItemModel, Show]:
    model, telling = BranchModel(), Telling(editor.texts)
    before = quality(Standing(editor.plan), editor.plan)

    def show(_chance: int) -> None:
        model.show_quality(before, quality(Standing(editor.plan), editor.plan), telling)

    return model, show


def cards(editor: Editor) -> tuple[QAbstractItemModel, Show]:
    model = OfferModel()

    def show(chance: int) -> None:
        headings = board(editor.plan, editor.texts)
        model.show_rows(headings[chance % 2].rows)

    return model, show


def covered(editor: Editor) -> tuple[QAbstractItemModel, Show]:
    model = CoverageModel()

    def show(_chance: int) -> None:
        model.show_coverage(coverage(Directory(editor.plan.state(), editor.plan.codes)), editor.texts)

    return model, show


def referrals(editor: Editor) -> tuple[QAbstractItemModel, Show]:
    model = TableModel()

    def show(chance: int) -> None:
        rows = listing(editor.plan, editor.texts).rows
        model.show_rows(arranged(rows, ("", "pleje", "xyz")[chance % 3], column=chance % 12, down=chance > 6))

    return model, show


def cells(editor: Editor) -> tuple[QAbstractItemModel, Show]:
    model = CellModel()

    def show(chance: int) -> None:
        keys = list(editor.plan.state().units)
        columns = columns_of(editor.plan, [keys[chance % len(keys)]] if chance % 3 else [])
        model.show_table(board(editor.plan, editor.texts), columns, editor.texts)

    return model, show


def choices(editor: Editor) -> tuple[QAbstractItemModel, Show]:
    language = editor.texts.language
    model = ChoiceModel([Choice(one.code, one.name(language)) for one in editor.plan.codes.unit_types])

    def show(chance: int) -> None:
        model.search(("", "pleje", "hjem pl", "æ", "xyz")[chance % 5])

    return model, show


def signed(editor: Editor) -> tuple[QAbstractItemModel, Show]:
    model, sign = SignedModel(), Sign("clock", "info", "sendt")

    def show(chance: int) -> None:
        found = change_lines(editor.plan)
        groups = dict.fromkeys(one.addressee for one in found)
        rows = {to: [SignedRow(one.id, one.code, sign) for one in found if one.addressee is to] for to in groups}
        model.show_groups([RowGroup(SignedRow(f"to:{to}", "", sign), tuple(rows[to])) for to in rows])
        if model.rows:
            model.toggle(chance % len(model.rows))

    return model, show


def unit_lines(editor: Editor) -> tuple[QAbstractItemModel, Show]:
    model = UnitLineModel()

    def show(chance: int) -> None:
        units = list(editor.plan.state().units.values())[: chance % 6]
        model.show_lines([UnitLine(one.key, one.name, "", warns=chance % 2 == 0) for one in units])

    return model, show


MODELS: dict[type[QAbstractItemModel], Made] = {
    HistoryModel: history,
    LineModel: lines,
    SignedModel: signed,
    FindingModel: findings,
    BranchModel: branches,
    RepairModel: repairs,
    RuleModel: rules,
    OfferModel: cards,
    CellModel: cells,
    CoverageModel: covered,
    TableModel: referrals,
    UnitLineModel: unit_lines,
    ChoiceModel: choices,
}
FIXED = {ProposalsModel, EnvelopeModel}
"""Their rows are those of one reading of a file or plan; what they answer and take is tried below."""


def act(editor: Editor, kind: int, place: int, other: int) -> None:
    """One act of chance; the editor says what cannot be."""
    keys = list(editor.plan.state().units)
    unit, second = keys[place % len(keys)], keys[other % len(keys)]
    offer = editor.plan.codes.offers[other % len(editor.plan.codes.offers)].code
    makes = (
        partial(units.create, parent=unit, name=f"Ny {other}"),
        partial(units.rename, unit=unit, name=f"Åen {other}"),
        partial(units.move, units=[unit], parent=second),
        partial(closing.close, unit=unit, with_below=True),
        partial(numbers.order_location_number, unit=unit, system=None),
        partial(offers.place_offer, offers=[offer], unit=unit),
    )
    if kind < len(makes):
        editor.do(makes[kind])
    elif kind == len(makes):
        editor.undo()
    elif kind == len(makes) + 1:
        editor.redo()
    else:
        path = editor.plan.journal.path()
        editor.go_to(path[place % len(path)].id if path else None)


def read_all(model: QAbstractItemModel) -> None:
    """Ask every cell for every role, as views and screen readers do."""
    for row in range(model.rowCount()):
        columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
        for column in range(columns):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                model.data(model.index(row, column), role)


@pytest.mark.parametrize("kind", MODELS, ids=lambda one: one.__name__)
@given(story=STORIES)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_qt_finds_nothing_wrong_whatever_is_done(
    qapp: QApplication, kind: type[QAbstractItemModel], story: Sequence[tuple[int, int, int]]
) -> None:
    editor = Editor(plan(DRAWING), texts_in(Language.DANISH))
    model, show = MODELS[kind](editor)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    show(0)
    for step in story:
        act(editor, *step)
        show(step[1])
        read_all(model)
    assert isinstance(tester.model(), kind)


@given(decided=st.lists(st.tuples(st.integers(0, 9), st.sampled_from(list(Decision)))), story=STORIES)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_so_with_what_a_list_proposes(
    qapp: QApplication, tmp_path: Path, decided: list[tuple[int, Decision]], story: Sequence[tuple[int, int, int]]
) -> None:
    path = tmp_path / "liste.txt"
    path.write_text(LIST, "utf-8")
    editor = Editor(plan(DRAWING), texts_in(Language.DANISH))
    for step in story:
        act(editor, *step)
    model = ProposalsModel(editor, read_proposals(path, editor.plan.codes, with_ids=True))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.rowCount()
    for row, decision in decided:
        model.setData(model.index(row, Column.DECISION), decision)
        read_all(model)
    assert sum(model.counts()) == tester.model().rowCount()


@given(story=STORIES)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_so_with_the_lines_of_a_request(
    qapp: QApplication, theme: Theme, story: Sequence[tuple[int, int, int]]
) -> None:
    editor = Editor(plan(DRAWING), texts_in(Language.DANISH))
    for step in story:
        act(editor, *step)
    request = make_request(editor.plan, editor.texts, editor.plan.today)
    model = EnvelopeModel(request, request.lines, theme, editor)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    read_all(model)
    assert tester.model().rowCount() == len(request.lines)


def test_no_model_is_forgotten() -> None:
    assert MainWindow is not None
    own = {one for one in _below(QAbstractItemModel) if one.__module__.startswith("sorstudio.")}
    assert own == {*MODELS, *FIXED, *TOLD_ELSEWHERE}


def _below(kind: type) -> Iterator[type]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)
