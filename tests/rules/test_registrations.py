from datetime import date

from sorstudio.model.areas import Areas, Ground
from sorstudio.model.codes import Area
from sorstudio.model.edits import numbers
from sorstudio.model.records import Direction
from sorstudio.rules.bench import Bench
from sorstudio.rules.registrations import adding, expected, registrations, replacing, told, way_word, weight
from sorstudio.rules.rulebook import core_rules
from tests.model.outline import gln, key, plan
from tests.rules.findings import with_types

TREE = f"Kommune\n  Sundhed\n    Nord [{gln(1)}]\n    Syd"
IN, OUT = Direction.IN, Direction.OUT


def test_a_number_without_types_and_one_that_closes_have_no_registrations() -> None:
    work = plan(TREE)
    nord = work.state().units[key(work, "Nord")]
    assert registrations(Bench(work), nord) is None
    work = with_types(work, "Nord", "<XREF15")
    assert registrations(Bench(work), nord) is not None
    work.apply(numbers.close_location_number(work, nord.key, day=date(2027, 1, 1)))
    assert registrations(Bench(work), work.state().units[nord.key]) is None


def test_a_type_that_goes_one_way_lacks_only_where_it_stands_in_no_direction() -> None:
    work = with_types(plan(TREE), "Nord", ">XREF15", ">FDIS91")
    held = registrations(Bench(work), work.state().units[key(work, "Nord")])
    assert held is not None
    assert not held.lacks(work.codes, ("XREF15", IN), {})
    assert held.lacks(work.codes, ("FDIS91", IN), {})
    assert held.lacks(work.codes, ("XREF22", IN), {})
    assert not held.lacks(work.codes, ("XREF22", IN), {"XREF22": ("XREF15",)})


def test_what_is_added_comes_with_its_receipts() -> None:
    work = with_types(plan(TREE), "Nord", "<XCTL01", ">XCTL01")
    held = registrations(Bench(work), work.state().units[key(work, "Nord")])
    assert held is not None
    repair = adding(work.codes, held, [("XREF15", IN), ("FDIS91", IN), ("FDIS91", OUT)])
    assert [(act["type"], act["direction"]) for act in repair.acts] == [
        ("XREF15", "in"),
        ("FDIS91", "both"),
        ("FCTL", "both"),
        ("XCTL02", "both"),
        ("XCTL03", "both"),
    ]


def test_where_the_new_version_stands_already_the_old_one_is_only_taken_away() -> None:
    work = with_types(plan(TREE), "Nord", "<XREF01 XH0130R", "<XREF01")
    held = registrations(Bench(work), work.state().units[key(work, "Nord")])
    new = work.codes.message_type("XREF01")
    assert held is not None
    assert new is not None
    acts = replacing(held, ("XREF01", "XH0130R"), [IN], new)
    assert [act["act"] for act in acts] == ["remove_message_type"]


def test_areas_of_a_type_expect_what_all_of_them_have() -> None:
    entry = core_rules().entries["SOR-083"]
    one = Area("a", "A", "A", "", receives=("GGOP", "XREF15", "XBIN02"))
    other = Area("b", "B", "B", "", receives=("DGOP",), sends=("XDIS15",))
    assert expected(Areas((one, other), Ground.TYPE), entry) == (("GGOP", IN),)
    assert expected(Areas((one, other), Ground.OFFER), entry) == (("GGOP", IN), ("XREF15", IN), ("XDIS15", OUT))


def test_words_for_sentences_and_acts() -> None:
    assert told([("A", IN), ("B", OUT)]) == ({"receives": ("A",), "sends": ("B",)}, ".both")
    assert told([("B", OUT)])[1] == ".out"
    assert (way_word([IN]), way_word([IN, OUT])) == ("in", "both")
    assert weight(Areas((), Ground.OFFER)) is None
