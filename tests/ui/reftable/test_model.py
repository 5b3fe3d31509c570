"""The rows as Qt asks for them."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from sorstudio.routing.table import NumberSource
from sorstudio.ui.reftable.listing import Listing
from sorstudio.ui.reftable.model import ROW, TOP, TableModel
from sorstudio.ui.reftable.rows import Column

SAID = Qt.ItemDataRole.AccessibleTextRole


def test_qt_finds_nothing_wrong_whatever_is_shown(qapp: object, found: Listing) -> None:
    model = TableModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_headers([str(one) for one in Column])
    for rows in (found.rows, found.rows[:2], found.rows[:2], (), found.rows[::-1]):
        model.show_rows(rows)
        assert model.rowCount() == len(rows)
    assert tester.model() is model


def test_a_row_that_says_something_else_stays_where_it_is(qapp: object, found: Listing) -> None:
    model = TableModel()
    model.show_rows(found.rows)
    reset, changed = QSignalSpy(model.modelReset), QSignalSpy(model.dataChanged)
    other = replace(found.rows[1], told=("nyt",))
    model.show_rows([found.rows[0], other, *found.rows[2:]])
    assert (reset.count(), changed.count()) == (0, 1)
    assert changed.at(0)[0].row() == 1
    assert model.index(1, Column.SIGN).data(SAID) == "nyt"


def test_an_inherited_number_is_said_to_be_so(qapp: object, found: Listing) -> None:
    model = TableModel()
    own = replace(found.rows[0], row=replace(found.rows[0].row, source=NumberSource.OWN))
    model.show_rows([own])
    gln = own.row.gln
    assert model.index(0, Column.NUMBER).data(SAID) == gln
    model.show_rows([replace(own, row=replace(own.row, source=NumberSource.INHERITED))])
    assert model.index(0, Column.NUMBER).data(SAID) != gln
    assert gln in model.index(0, Column.NUMBER).data(SAID)


def test_what_the_row_above_says_already_is_a_repeat(qapp: object, found: Listing) -> None:
    model = TableModel()
    model.show_rows(found.rows)
    assert not model.repeats(0, Column.HEADING)
    firsts = [at for at in range(len(found.rows)) if not model.repeats(at, Column.OFFER)]
    offers = list(dict.fromkeys((one.cells[Column.HEADING], one.cells[Column.OFFER]) for one in found.rows))
    assert len(firsts) == len(offers)


def test_cells_hold_the_row_and_headers_their_words(qapp: object, found: Listing) -> None:
    model = TableModel()
    model.show_headers([f"h{one}" for one in range(len(Column))])
    model.show_rows(found.rows)
    assert model.index(0, 0).data(ROW) is found.rows[0]
    assert model.headerData(2, Qt.Orientation.Horizontal) == "h2"
    assert model.headerData(0, Qt.Orientation.Vertical) == "1"
    assert model.data(TOP) is None
    assert model.place_of(found.rows[1].key) == 1
    assert model.place_of(("", "", "", "")) == -1
