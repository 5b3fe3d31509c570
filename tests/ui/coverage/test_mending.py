"""A repair is one step of the history, or nothing at all."""

import pytest
from hypothesis import given, settings

from sorstudio.model.errors import Refused, SorError
from sorstudio.model.plan import Plan
from sorstudio.routing.coverage import coverage
from sorstudio.routing.coverage_repairs import Mend, mends
from sorstudio.ui.coverage.mending import mended
from tests.model.outline import key, plan
from tests.routing.asking import directory, towns
from tests.rules.findings import DANISH


def test_several_acts_are_one_change() -> None:
    work = plan("Kommune\n  Sundhed\n    Genoptræningen")
    found = coverage(directory(work))
    one = next(mend for mend in mends(found, found.at("traening", "GGOP")) if mend.code == "order")
    assert len(one.acts) > 1
    work.apply(mended(work, one))
    assert len(work.journal.path()) == 1
    assert work.state().number_of(key(work, "Genoptræningen")) is not None


def test_what_cannot_be_made_is_refused_whole() -> None:
    work = plan("Kommune\n  Sundhed")
    bad = Mend("order", ({"act": "order_location_number", "unit": "nowhere"},))
    with pytest.raises(Refused):
        mended(work, bad)
    assert not work.journal.path()


@settings(max_examples=25, deadline=None)
@given(towns())
def test_every_repair_is_one_change_or_a_sentence(work: Plan) -> None:
    found = coverage(directory(work))
    faulty = [cell for cell in found.cells.values() if cell.is_faulty][:8]
    for one in (mend for cell in faulty for mend in mends(found, cell)):
        trial = work.snapshot()
        before = len(trial.journal.path())
        try:
            trial.apply(mended(trial, one))
        except SorError as error:
            said = DANISH.has(error.code)
        else:
            said = len(trial.journal.path()) == before + 1
        assert said
