"""The texts of a row."""

import pytest

from sorstudio.model.plan import Plan
from sorstudio.ui.cells import Cells
from sorstudio.ui.outline.wording import Column, cell_text, spoken, titles, tooltip
from sorstudio.ui.signs import ChangeSign
from sorstudio.ui.translate import Language, Tongue, texts_in
from tests.model.outline import gln, key

INHERITED = "niveau 4, uden enhedstype, Team Lind, lokationsnummer nedarvet fra Hjemmesygepleje"


@pytest.fixture
def cells(small: Plan) -> Cells:
    return Cells(small.state(), small.codes, texts_in(Language.DANISH))


def test_each_column_has_its_head(tongue: Tongue) -> None:
    assert titles() == ("Navn", "Type", "Lokationsnummer", "Ind/ud", "Tilbud")


def test_each_column_has_its_text(cells: Cells, small: Plan) -> None:
    unit = key(small, "Team Lind")
    assert [cell_text(cells, unit, column) for column in Column] == ["Team Lind", "", gln(2), "–", "–"]


def test_a_tooltip_explains_only_what_needs_it(cells: Cells, small: Plan) -> None:
    assert tooltip(cells, key(small, "Team Lind"), Column.NUMBER) == "Nedarvet fra Hjemmesygepleje"
    assert tooltip(cells, key(small, "Sundhed"), Column.NUMBER) is None
    assert tooltip(cells, key(small, "Sundhed"), Column.OFFERS) is None


@pytest.mark.parametrize(
    ("name", "depth", "sign", "expected"),
    [
        ("Team Lind", 3, ChangeSign.NONE, INHERITED),
        ("Sundhed", 1, ChangeSign.CHANGED, f"niveau 2, uden enhedstype, Sundhed, lokationsnummer {gln(1)}, ændret"),
        ("Åkanden", 3, ChangeSign.CLOSED, "niveau 4, uden enhedstype, Åkanden, intet lokationsnummer, lukkes"),
    ],
)
def test_a_row_is_spoken_in_one_sentence(
    cells: Cells, small: Plan, name: str, depth: int, sign: ChangeSign, expected: str
) -> None:
    assert spoken(cells, key(small, name), depth, sign) == expected
