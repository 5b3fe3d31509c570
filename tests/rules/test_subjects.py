from datetime import date

from sorstudio.model.edits import closing as closings
from sorstudio.model.edits import offers, units
from sorstudio.rules.bench import Bench
from sorstudio.rules.subjects import closing, has_number, number_owners, parents, planned, providers, succeeded, typed
from tests.model.outline import gln, key, plan
from tests.rules.findings import with_values

TREE = f"Kommune\n  Sundhed\n    Nord [{gln(1)}]\n    Syd"


def test_each_group_of_subjects_holds_its_units_and_no_others() -> None:
    work = with_values(plan(TREE), "Syd", unit_type="42665001")
    work.apply(offers.place_offer(work, [work.codes.offers[0].code], key(work, "Nord")))
    work.apply(units.create(work, key(work, "Sundhed"), "Ny"))
    work.apply(closings.close(work, key(work, "Syd"), successors=[key(work, "Nord")], day=date(2027, 1, 1)))
    bench = Bench(work)
    names = {
        group.__name__: {bench.name(one) for one in group(bench)}
        for group in (number_owners, providers, planned, closing, parents, typed, succeeded)
    }
    assert names == {
        "number_owners": {"Nord"},
        "providers": {"Nord"},
        "planned": {"Ny"},
        "closing": {"Syd"},
        "parents": {"Kommune", "Sundhed"},
        "typed": {"Syd"},
        "succeeded": {"Syd"},
    }
    assert has_number(bench, bench.state.units[key(work, "Nord")])
    assert not has_number(bench, bench.state.units[key(work, "Syd")])
