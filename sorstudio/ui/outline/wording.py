"""The texts of a row: its cells, what their tooltips explain, and what a screen reader says."""

from __future__ import annotations

from enum import IntEnum

from sorstudio.ui.cells import NOTHING, Cells
from sorstudio.ui.signs import ChangeSign, NumberSign
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
    """A row in one sentence: level, type, name, number with its giver, what the plan does with it."""
    texts, number = cells.texts, cells.number(key)
    giver = cells.state.units[number.giver].name if number.giver is not None else ""
    values = {
        "unit": cells.state.units[key].name,
        "level": depth + 1,
        "type": cells.unit_type(key) or texts.sentence("ui.row.no_type"),
        "number": texts.sentence(_NUMBER[number.sign], {"number": number.words, "giver": giver}),
        "change": texts.sentence(_CHANGE[sign]) if sign is not ChangeSign.NONE else "",
    }
    return texts.sentence("ui.row", values)


_NUMBER = {
    NumberSign.OWN: "ui.row.number",
    NumberSign.INHERITED: "ui.row.number_inherited",
    NumberSign.NONE: "ui.row.no_number",
    NumberSign.UNKNOWN: "ui.row.number_unknown",
}
_CHANGE = {
    ChangeSign.NEW: "ui.row.new",
    ChangeSign.CHANGED: "ui.row.changed",
    ChangeSign.MOVED: "ui.row.moved",
    ChangeSign.CLOSED: "ui.row.closed",
}
