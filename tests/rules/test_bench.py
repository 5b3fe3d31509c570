from sorstudio.model.edits import units
from sorstudio.rules.bench import Bench
from tests.model.outline import key, plan


def test_the_indexes_of_a_state_nearby_give_the_same_bench() -> None:
    work = plan("Kommune\n  Sundhed\n    Nord\n    Syd")
    near = Bench(work).indexes
    work.apply(units.rename(work, key(work, "Nord"), "Syd"))
    assert Bench(work, near).indexes == Bench(work).indexes


def test_a_name_is_shown_even_for_what_is_not_there() -> None:
    assert Bench(plan("Kommune")).names(("væk",)) == ("væk",)
