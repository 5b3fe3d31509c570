from sorstudio.rules.bench import Bench
from tests.model.outline import gln, key, plan
from tests.rules.findings import with_values


def test_units_are_found_by_name_id_and_number() -> None:
    work = plan(f"Kommune\n  Sundhed\n    Nord [{gln(1)}]")
    bench = Bench(work)
    nord = key(work, "Nord")
    assert bench.by_name["nord"] == bench.by_sor_id[nord] == bench.by_gln[gln(1)] == (nord,)


def test_units_of_one_name_share_it() -> None:
    work = with_values(plan("Kommune\n  Sundhed\n    Nord\n    Syd"), "Syd", name="nord")
    bench = Bench(work)
    assert len(set(bench.sharing(work.state().units[key(work, "Nord")]))) == 2


def test_a_name_is_shown_even_for_what_is_not_there() -> None:
    assert Bench(plan("Kommune")).names(("væk",)) == ("væk",)
