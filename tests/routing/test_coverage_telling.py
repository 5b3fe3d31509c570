"""The coverage in words and as JSON."""

import json

from sorstudio.model.texts import Texts
from sorstudio.resources import texts
from sorstudio.routing.coverage import CellState, coverage
from sorstudio.routing.coverage_repairs import mends
from sorstudio.routing.coverage_telling import (
    HEADER,
    cell_sentence,
    coverage_json,
    coverage_rows,
    mend_sentence,
    totals,
)
from tests.model.outline import gln, plan
from tests.routing.asking import directory, take_off, town
from tests.rules.findings import DANISH, with_types

ENGLISH = Texts(texts("en"), "en")


def test_a_gap_and_its_repair_in_words() -> None:
    work = town()
    take_off(work, "Genoptræningen", "GGOP")
    found = coverage(directory(work))
    cell = found.at("traening", "GGOP")
    assert cell_sentence(found, cell, DANISH) == (
        "Ingen modtager GGOP. Lokationsnummeret modtager ikke den meddelelsestype."
    )
    (mend,) = mends(found, cell)
    assert mend_sentence(mend, DANISH) == f"Lad {gln(3)} hos »Genoptræningen« modtage GGOP"


def test_two_and_three_who_receive_it() -> None:
    for count, said in ((2, "To modtager GGOP: A Træning og B Træning."), (3, "3 modtager GGOP: A Træning, B Træning")):
        names = [f"{letter} Træning" for letter in "ABC"[:count]]
        lines = [f"    {name} [{gln(place + 1)}]" for place, name in enumerate(names)]
        work = plan("\n".join(["Kommune", "  Sundhed", *lines]))
        for name in names:
            work = with_types(work, name, "<GGOP")
        found = coverage(directory(work))
        assert cell_sentence(found, found.at("traening", "GGOP"), DANISH).startswith(said)


def test_every_state_has_its_sentence_in_both_languages() -> None:
    work = with_types(town(), "Hjemmesygeplejen", "<GGOP")
    found = coverage(directory(work))
    states = {cell.state for cell in found.cells.values()}
    assert {CellState.ANSWERED, CellState.GAP, CellState.NOT_MEANT, CellState.UNEXPECTED} <= states
    for words in (DANISH, ENGLISH):
        for cell in found.cells.values():
            said = cell_sentence(found, cell, words)
            assert "{" not in said
            assert not said.startswith("coverage.")
            assert all("coverage." not in mend_sentence(one, words) for one in mends(found, cell))


def test_the_totals_count_what_is_asked_for() -> None:
    found = coverage(directory(town()))
    asked = found.count(CellState.ANSWERED) + found.count(CellState.GAP)
    assert totals(found, DANISH).startswith(f"{found.count(CellState.ANSWERED)} af {asked} har en modtager.")


def test_the_json_has_every_cell_and_its_acts() -> None:
    work = town()
    take_off(work, "Genoptræningen", "GGOP")
    found = coverage(directory(work))
    data = json.loads(json.dumps(coverage_json(found, DANISH)))
    assert list(data) == ["areas", "answered", "gaps"]
    row = next(one for one in data["areas"] if one["area"] == "traening")
    assert row["heading"] == "traening-og-rehabilitering"
    cell = next(one for one in row["cells"] if one["message_type"] == "GGOP")
    assert (cell["state"], cell["receivers"], cell["reason"]) == ("gap", [], "number_lacks_type")
    assert cell["repairs"][0]["acts"][0]["act"] == "add_message_type"
    assert data["gaps"] == sum(cell["state"] == "gap" for one in data["areas"] for cell in one["cells"])


def test_a_table_has_a_line_for_each_cell_that_matters() -> None:
    found = coverage(directory(town()))
    rows = coverage_rows(found, DANISH)
    assert all(len(row) == len(HEADER) for row in rows)
    assert len(rows) == sum(max(1, len(one.receivers)) for one in found.cells.values() if one.state != "not_meant")
