"""The texts of a row: its cells, what their tooltips explain, and what a screen reader says."""

from __future__ import annotations

from enum import IntEnum

from sorstudio.ui.cells import NOTHING, Cells
from sorstudio.ui.signs import ChangeSign
from sorstudio.ui.translate import tr


class Column(IntEnum):
    """The columns of the outline."""

    NAME = 0
    TYPE = 1
    NUMBER = 2
    TRAFFIC = 3
    OFFERS = 4


def titles() -> tuple[str, ...]:
    """The heads of the columns."""
    return (tr("Name"), tr("Type"), tr("Location number"), tr("In/out"), tr("Offers"))


def cell_text(cells: Cells, key: str, column: Column) -> str:
    """One cell."""
    if column is Column.NAME:
        return cells.state.units[key].name
    if column is Column.TYPE:
        return cells.unit_type(key)
    if column is Column.NUMBER:
        return cells.number(key).words
    if column is Column.TRAFFIC:
        return cells.traffic_words(key)
    return str(cells.offers(key) or NOTHING)


def tooltip(cells: Cells, key: str, column: Column) -> str | None:
    """The whole of a name or type, and where a number comes from."""
    if column in (Column.NUMBER, Column.TRAFFIC):
        return cells.explained(key) or None
    return cell_text(cells, key, column) if column in (Column.NAME, Column.TYPE) else None


def spoken(cells: Cells, key: str, depth: int, sign: ChangeSign) -> str:
    """Name, level, type and number in one sentence."""
    values = {
        "unit": cells.state.units[key].name,
        "level": depth + 1,
        "type": cells.unit_type(key) or cells.texts.sentence("ui.type_missing"),
        "number": cells.number(key).words,
    }
    return cells.texts.sentence("ui.row.closed" if sign is ChangeSign.CLOSED else "ui.row", values)
