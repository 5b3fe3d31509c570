"""The rows and cells of the coverage as Qt asks for them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QAbstractItemModelTester

from sorstudio.model.plan import Plan
from sorstudio.routing.coverage import CellState, coverage
from sorstudio.ui.coverage.model import CoverageModel
from sorstudio.ui.translate import Language, texts_in
from tests.routing.asking import directory, take_off, town

DANISH, ENGLISH = texts_in(Language.DANISH), texts_in(Language.ENGLISH)
DOWN, ACROSS = Qt.Orientation.Vertical, Qt.Orientation.Horizontal


def shown(work: Plan) -> CoverageModel:
    model = CoverageModel()
    model.show_coverage(coverage(directory(work)), DANISH)
    return model


def test_qt_finds_nothing_wrong_before_and_after_a_change(qapp: object) -> None:
    work, model = town(), CoverageModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_coverage(coverage(directory(work)), DANISH)
    take_off(work, "Genoptræningen", "GGOP")
    model.show_coverage(coverage(directory(work)), DANISH)
    model.show_coverage(coverage(directory(work)), ENGLISH)
    assert tester.model() is model


def test_headings_stand_over_their_areas_and_cannot_be_chosen(qapp: object) -> None:
    model = shown(town())
    model.heading_font = QFont()
    names = [model.headerData(row, DOWN) for row in range(model.rowCount())]
    assert names[0] == "Ældre- og hjemmepleje"
    assert names[1] == "Hjemmesygepleje"
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.cell(0, 0) is None
    assert model.headerData(0, DOWN, Qt.ItemDataRole.FontRole) is not None
    assert model.headerData(1, DOWN, Qt.ItemDataRole.FontRole) is None


def test_a_cell_is_told_in_words_too(qapp: object) -> None:
    work = town()
    take_off(work, "Genoptræningen", "GGOP")
    model = shown(work)
    (index,) = [
        model.index(row, column)
        for row, column in model.faulty()
        if (cell := model.cell(row, column)) and (cell.area, cell.type) == ("traening", "GGOP")
    ]
    assert "Ingen modtager GGOP." in str(index.data(Qt.ItemDataRole.ToolTipRole))
    words = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert words.startswith("Genoptræning og træning: Ingen modtager GGOP.")


def test_a_column_names_all_its_messages(qapp: object) -> None:
    model = shown(town())
    assert model.found is not None
    at = next(place for place, one in enumerate(model.found.columns) if one.code == "GGOP")
    assert model.headerData(at, ACROSS) == "GGOP"
    assert "DGOP · " in str(model.headerData(at, ACROSS, Qt.ItemDataRole.ToolTipRole))


def test_what_is_not_meant_says_nothing_to_the_pointer(qapp: object) -> None:
    model = shown(town())
    places = ((row, column) for row in range(model.rowCount()) for column in range(model.columnCount()))
    index = next(
        model.index(*place) for place in places if (cell := model.cell(*place)) and cell.state is CellState.NOT_MEANT
    )
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None
    assert index.data(Qt.ItemDataRole.AccessibleTextRole)
