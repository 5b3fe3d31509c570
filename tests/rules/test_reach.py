from sorstudio.model.edits import messages, offers, settings, units
from sorstudio.model.plan import Plan
from sorstudio.model.records import Direction, RecordKind
from sorstudio.rules.bench import Bench
from sorstudio.rules.indexes import Indexes
from sorstudio.rules.reach import Circle, Reach
from tests.model.outline import gln, key, plan

TREE = f"Kommune\n  Sundhed\n    Nord [{gln(1)}]\n      Hold ^\n    Syd\n  Skole\n    Klasse"


def _circle(work: Plan, before: Indexes) -> Circle:
    differing = before.state.differing(work.state())
    return Circle(before, Bench(work).indexes, differing, work.baseline.day)


def _again(work: Plan, reach: Reach) -> set[str]:
    before = Bench(work).indexes
    work.apply(units.rename(work, key(work, "Nord"), "Syd"))
    circle = _circle(work, before)
    return {f"{work.state().units[one].name}{'*' * (one == circle_unit(circle))}" for one in circle.again(reach)}


def circle_unit(circle: Circle) -> str:
    (only,) = circle.units
    return only


def test_a_check_that_reads_the_unit_alone_looks_at_it_again_alone() -> None:
    assert _again(plan(TREE), Reach.SELF) == {"Syd*"}


def test_a_check_that_reads_the_parent_looks_at_the_children_again() -> None:
    assert _again(plan(TREE), Reach.PARENT) == {"Syd*", "Hold"}


def test_a_check_that_reads_the_children_looks_at_the_parent_again() -> None:
    assert _again(plan(TREE), Reach.CHILDREN) == {"Syd*", "Sundhed"}


def test_a_check_that_reads_the_branch_looks_at_all_above_again() -> None:
    assert _again(plan(TREE), Reach.BELOW | Reach.WORDS) == {"Syd*", "Sundhed", "Kommune"}


def test_a_check_that_reads_names_looks_at_namesakes_again() -> None:
    assert _again(plan(TREE), Reach.NAMES) == {"Syd*", "Syd"}


def test_a_check_that_reads_first_words_looks_at_those_without_a_type_again() -> None:
    work = plan("Kommune\n  Sundhed\n    CSA Syn\n    CSA IT\n  Skole\n    CSA Øst")
    work.apply(units.set_unit_type(work, key(work, "CSA IT"), "plejehjem"))
    before = Bench(work).indexes
    work.apply(units.set_unit_type(work, key(work, "CSA Syn"), "plejehjem"))
    assert _circle(work, before).again(Reach.FIRST_WORDS) == {key(work, "CSA Syn"), key(work, "CSA Øst")}


def test_an_own_offer_reaches_those_who_provide_it() -> None:
    work = plan(TREE)
    work.apply(offers.create_offer(work, "Egen", area="hjemmepleje"))
    own = work.state().offers()[0].key
    work.apply(offers.place_offer(work, [own], key(work, "Syd")))
    before = Bench(work).indexes
    work.apply(offers.change_offer(work, own, area="plejehjem"))
    assert _circle(work, before).units == {key(work, "Syd")}


def test_a_check_of_the_whole_looks_at_the_owner_again() -> None:
    assert _again(plan(TREE), Reach.WHOLE) == {"Syd*", "Kommune"}


def test_a_message_type_is_its_owners_and_reaches_those_who_inherit() -> None:
    work = plan(TREE)
    before = Bench(work).indexes
    work.apply(messages.add_message_type(work, key(work, "Nord"), "XREF22", None, [Direction.IN]))
    circle = _circle(work, before)
    assert circle.units == {key(work, "Nord")}
    assert circle.again(Reach.NUMBERS) == {key(work, "Nord"), key(work, "Hold")}


def test_a_unit_that_moves_leaves_relatives_to_look_at() -> None:
    work = plan(TREE)
    before = Bench(work).indexes
    work.apply(units.move(work, [key(work, "Nord")], key(work, "Skole")))
    circle = _circle(work, before)
    assert {work.state().units[one].name for one in circle.again(Reach.CHILDREN)} == {"Nord", "Sundhed", "Skole"}


def test_a_new_name_does_not_reach_far_unless_a_check_reads_words_there() -> None:
    assert _again(plan(TREE), Reach.ABOVE) == {"Syd*"}
    assert _again(plan(TREE), Reach.ABOVE | Reach.WORDS) == {"Syd*", "Hold"}


def test_what_differs_only_on_an_earlier_day_can_be_told() -> None:
    work = plan(TREE)
    same = Bench(work).indexes
    touched = [(RecordKind.UNIT, key(work, "Syd"))]
    assert Circle(same, same, touched, work.baseline.day).again(Reach.SELF) == {key(work, "Syd")}


def test_everything_that_closes_is_looked_at_when_something_moves() -> None:
    work = plan(TREE + "\n  Lukker (closed 2027-01-01)")
    before = Bench(work).indexes
    work.apply(units.move(work, [key(work, "Nord")], key(work, "Skole")))
    circle = _circle(work, before)
    assert key(work, "Lukker") in circle.again(Reach.ENDS)
    assert key(work, "Lukker") not in circle.again(Reach.BELOW)


def test_a_check_that_reads_the_settings_looks_everywhere_when_one_is_set_or_the_owner_renamed() -> None:
    for name, value, is_everywhere in (
        ("journal_systems", "Cura", True),
        ("working_date", "2027-02-01", False),
    ):
        work = plan(TREE)
        before = Bench(work).indexes
        work.apply(settings.set_setting(work, name, value))
        assert (_circle(work, before).again(Reach.SETTINGS) == work.state().units.keys()) is is_everywhere
    work = plan(TREE)
    before = Bench(work).indexes
    work.apply(units.rename(work, key(work, "Kommune"), "Herlev Kommune"))
    assert _circle(work, before).again(Reach.SETTINGS) == work.state().units.keys()
