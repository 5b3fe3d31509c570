"""Unit types: set, known, right for the kind, the offers, the name and the unit above, and not vague."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.change import Change
from sorstudio.model.edits import closing, offers
from sorstudio.model.edits import units as verbs
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN
from sorstudio.resources import code_lists
from sorstudio.rules.check import check
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.rulebook import core_rules
from sorstudio.rules.standing import Standing
from tests.model.outline import key, plan
from tests.rules.findings import carry_out, of_rule, only, units, with_values, words

TREE = "Kommune\n  Sundhed\n    Nord"
CODES = (f"SOR-06{number}" for number in range(7))
SOME_TYPES = ("plejehjem", "hjemmeplejeenhed", "sundhedsplejen", "administrativ enhed")
OF_TYPES = core_rules().only(frozenset(CODES))


def typed(outline: str, **types: str) -> Plan:
    """A plan whose units, by name with _ for a blank, have types in SOR's words."""
    work = plan(outline)
    for name, words_ in types.items():
        found = work.codes.unit_type(words_)
        work = with_values(work, name.replace("_", " "), unit_type=found.code if found else words_)
    return work


def offering(work: Plan, unit: str, *codes: str) -> Plan:
    work.apply(offers.place_offer(work, list(codes), key(work, unit)))
    return work


def mended(work: Plan, code: str, unit: str, place: int = 0) -> bool:
    found = next(one for one in of_rule(work, code) if one.unit_name == unit)
    carry_out(work, found.repairs[place])
    return unit not in units(work, code)


def test_a_unit_without_a_type_is_found_and_its_offers_propose_one() -> None:
    work = offering(plan(TREE), "Nord", "hjemmesygepleje")
    assert mended(work, "SOR-060", "Nord")


def test_unknown_types_are_said_once_for_the_whole_plan() -> None:
    work = plan(TREE)
    for name in ("Kommune", "Sundhed", "Nord"):
        work = with_values(work, name, unit_type=UNKNOWN)
    assert words(work, "SOR-060") == ["Kan ikke vurderes: enhedstype er ikke i udtrækket. Det gælder 3 enheder."]
    assert [one.severity.value for one in check(work) if one.code == "SOR-060"] == ["info"]


def test_the_type_that_is_probably_missing_is_told_with_its_reasons() -> None:
    work = typed("Kommune\n  Pleje\n    Åkanden\n    Solgården\n    Plejecenter Mølle", Åkanden="plejehjem")
    work.apply(verbs.set_unit_type(work, key(work, "Solgården"), "plejehjem"))
    found = next(one for one in of_rule(work, "SOR-060") if one.unit_name == "Plejecenter Mølle")
    assert words(work, "SOR-060")[-1] == (
        "»Plejecenter Mølle« mangler en enhedstype. Den er formentlig plejehjem: "
        "navnet indeholder »plejecenter«, og 2 af 2 søskende er plejehjem."
    )
    assert found.repairs[0].is_safe
    assert mended(work, "SOR-060", "Plejecenter Mølle")


def test_the_office_above_others_is_not_told_to_be_what_they_are() -> None:
    work = typed("Kommune\n  Sundhed\n    Plejehjem Nord\n      Sø", Kommune="kommune", Sundhed="sundhedscenter")
    assert words(work, "SOR-060")[0] == (
        "»Plejehjem Nord« mangler en enhedstype. Noget peger på plejehjem (navnet indeholder »plejehjem«), "
        "men måske er det kun enhederne under den, der er det."
    )


@pytest.mark.parametrize(
    ("outline", "unit", "is_safe"),
    [
        ("Kommune\n  Pleje\n    Plejehjem Sø", "Plejehjem Sø", True),
        ("Kommune\n  Pleje\n    Jobcenter Sø", "Jobcenter Sø", False),
        ("Kommune\n  Pleje\n    Plejehjem Syd\n      Køkken", "Plejehjem Syd", False),
    ],
    ids=["measured", "never measured", "perhaps the office above"],
)
def test_only_what_was_measured_is_taken_without_a_look(outline: str, unit: str, is_safe: bool) -> None:
    found = next(one for one in of_rule(plan(outline), "SOR-060") if one.unit_name == unit)
    assert [one.is_safe for one in found.repairs] == [is_safe]


def test_the_words_of_a_file_that_match_no_type_are_found_and_an_offer_mends_them() -> None:
    work = typed(TREE, Nord="Noget helt andet")
    assert words(work, "SOR-065") == ["Enhedstypen »Noget helt andet« på »Nord« er ikke en af SOR's."]
    assert mended(offering(work, "Nord", "hjemmepleje"), "SOR-065", "Nord")
    assert units(typed(TREE, Nord="plejehjem"), "SOR-065") == []
    assert units(with_values(plan(TREE), "Nord", unit_type=UNKNOWN), "SOR-065") == []


@pytest.mark.parametrize(
    ("unit", "type_", "found"),
    [
        ("Kommune", "kommune", []),
        ("Kommune", "plejehjem", ["Kommune"]),
        ("Nord", "kommune", ["Nord"]),
        ("Sundhed", "hospital", []),
        ("Nord", "hospital", ["Nord"]),
        ("Nord", "plejehjem", []),
    ],
)
def test_some_types_are_for_owners_and_some_for_institutions(unit: str, type_: str, found: list[str]) -> None:
    assert units(typed(TREE, **{unit: type_}), "SOR-066") == found


def test_what_a_unit_offers_asks_for_a_type_that_fits() -> None:
    work = offering(typed(TREE, Nord="tandplejeklinik"), "Nord", "hjemmepleje")
    assert words(work, "SOR-061") == [
        "»Nord« har enhedstypen tandplejeklinik, men udfører: Hjemmepleje. Til det hører: hjemmeplejeenhed."
    ]
    assert mended(work, "SOR-061", "Nord")


def test_one_offer_that_fits_is_enough() -> None:
    work = offering(typed(TREE, Nord="hjemmeplejeenhed"), "Nord", "hjemmepleje", "hjemmesygepleje")
    assert units(work, "SOR-061") == []


def test_without_offers_nothing_is_asked_of_the_type() -> None:
    assert units(typed(TREE, Nord="tandplejeklinik"), "SOR-061") == []


def test_an_unknown_type_is_not_judged_by_offers() -> None:
    work = offering(with_values(plan(TREE), "Nord", unit_type=UNKNOWN), "Nord", "hjemmepleje")
    assert units(work, "SOR-061") == []


def test_a_name_that_tells_another_type_is_found() -> None:
    work = typed("Kommune\n  Sundhed\n    Plejehjem Sø", Plejehjem_Sø="tandplejeklinik")
    assert words(work, "SOR-062") == [
        "»Plejehjem Sø« har enhedstypen tandplejeklinik, men navnet indeholder »plejehjem« og peger på plejehjem."
    ]
    assert mended(work, "SOR-062", "Plejehjem Sø")


def test_training_in_the_name_of_a_home_care_unit_is_found() -> None:
    work = typed("Kommune\n  Sundhed\n    Træning Syd", Træning_Syd="hjemmeplejeenhed")
    assert only(work, "SOR-062").params["word"] == "træning"


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("Plejehjem Sø", "plejehjem"),
        ("Team Lind", "tandplejeklinik"),
        ("Genoptræningscenter Syd", "rehabiliteringsenhed"),
        ("Hjemmepleje og Sygeplejeklinik", "hjemmesygeplejeenhed"),
        ("Plejehjem Sø", "myndighed"),
    ],
    ids=["the same", "no word", "akin", "one of two akin", "vague"],
)
def test_names_that_may_stand_with_a_type(name: str, type_: str) -> None:
    work = with_values(plan(f"Kommune\n  Sundhed\n    {name}"), name, unit_type=_code(type_))
    assert units(work, "SOR-062") == []


def test_where_offers_judge_the_type_the_name_does_not() -> None:
    work = typed("Kommune\n  Sundhed\n    Plejehjem Sø", Plejehjem_Sø="tandplejeklinik")
    work = offering(work, "Plejehjem Sø", "plejehjem")
    assert (units(work, "SOR-061"), units(work, "SOR-062")) == (["Plejehjem Sø"], [])


def test_a_child_that_does_not_fit_the_unit_above_is_found() -> None:
    work = typed("Kommune\n  Sundhed\n    Tand\n      Nord", Tand="tandplejeklinik", Nord="plejehjem")
    assert units(work, "SOR-063") == ["Nord"]
    work.apply(verbs.set_unit_type(work, key(work, "Nord"), "tandplejeklinik"))
    assert units(work, "SOR-063") == []


@pytest.mark.parametrize(
    ("above", "type_"),
    [
        ("plejehjem", "sygeplejeklinik"),
        ("sundhedscenter", "tandplejeklinik"),
        ("tandplejeklinik", "administrativ enhed"),
        ("tandplejeklinik", ""),
    ],
    ids=["in the table", "parent is not in the table", "anywhere", "no type"],
)
def test_children_that_may_stand_below_a_unit(above: str, type_: str) -> None:
    work = typed("Kommune\n  Sundhed\n    Over\n      Nord", Over=above)
    assert units(with_values(work, "Nord", unit_type=_code(type_)), "SOR-063") == []


def test_below_a_unit_whose_name_speaks_of_both_a_child_of_the_other_type_may_stand() -> None:
    drawn = "Kommune\n  Sundhed\n    {0}\n      Nord"
    for name, found in (("Hjemmepleje og Sygeplejeklinik", []), ("Sygeplejeklinik", ["Nord"])):
        work = with_values(plan(drawn.format(name)), name, unit_type=_code("sygeplejeklinik"))
        assert units(with_values(work, "Nord", unit_type=_code("hjemmeplejeenhed")), "SOR-063") == found


def test_below_an_unknown_type_nothing_is_judged() -> None:
    work = with_values(plan("Kommune\n  Sundhed\n    Over\n      Nord"), "Over", unit_type=UNKNOWN)
    assert units(with_values(work, "Nord", unit_type=_code("plejehjem")), "SOR-063") == []


@pytest.mark.parametrize("vague", ["administrativ enhed", "sundhedsforvaltning", "anden sundhedsinstitution"])
def test_a_vague_type_is_found_where_the_name_tells_more(vague: str) -> None:
    work = typed("Kommune\n  Sundhed\n    Plejehjem Sø", Plejehjem_Sø=vague)
    assert words(work, "SOR-064") == [f"»Plejehjem Sø« har den brede enhedstype {vague}. En mere præcis er: plejehjem."]
    assert mended(work, "SOR-064", "Plejehjem Sø")


def test_a_vague_type_is_found_where_an_offer_tells_more() -> None:
    work = offering(typed(TREE, Nord="serviceenhed"), "Nord", "plejehjem")
    assert (units(work, "SOR-061"), units(work, "SOR-064")) == ([], ["Nord"])


def test_the_office_above_others_and_offers_that_fit_may_be_vague() -> None:
    office = typed("Kommune\n  Plejehjem Nord\n    Sø", Plejehjem_Nord="administrativ enhed")
    assert units(office, "SOR-064") == []
    assessing = offering(typed(TREE, Nord="administrativ enhed"), "Nord", "visitation")
    assert units(assessing, "SOR-064") == []
    assert units(typed(TREE, Nord="administrativ enhed"), "SOR-064") == []


def test_every_repair_of_a_type_removes_its_finding() -> None:
    work = typed(
        "Kommune\n  Sundhed\n    Plejehjem Sø\n    Plejehjem Å\n    Jobcenter\n    Nord\n    Syd\n    Vest",
        Plejehjem_Sø="tandplejeklinik",
        Plejehjem_Å="serviceenhed",
        Syd="tandplejeklinik",
        Vest="Et ord",
    )
    for unit in ("Nord", "Syd", "Vest"):
        offering(work, unit, "hjemmesygepleje")
    found = [(one, repair) for one in Standing(work, OF_TYPES).findings() for repair in one.repairs]
    assert {one.code for one, _ in found} >= {"SOR-060", "SOR-061", "SOR-062", "SOR-064", "SOR-065"}
    for one, repair in found:
        carry_out(work, repair)
        left = {(other.code, other.unit) for other in Standing(work, OF_TYPES).findings()}
        assert (one.code, one.unit) not in left
        work.undo()


@given(st.data(), st.integers(1, 12))
def test_through_any_story_of_types_names_and_places_what_is_kept_is_what_a_whole_check_finds(
    data: st.DataObject, acts: int
) -> None:
    work = plan(
        "Kommune\n  Sundhed\n    CSA Syn\n    CSA Øst\n    CSA IT\n  Pleje\n    CSA Vest\n    BC Nord\n    BC Syd"
    )
    work.apply(offers.create_offer(work, "Egen", area="hjemmepleje"))
    standing = Standing(work, OF_TYPES)
    for _ in range(acts):
        try:
            work.apply(_act(data.draw, work))
        except Refused:
            continue
        standing.follow(work, standing.circle(work))
        assert _of(standing) == _of(Standing(work, OF_TYPES))


def _act(draw: st.DrawFn, work: Plan) -> Change:
    state = work.state()
    unit = draw(st.sampled_from([one.key for one in state.units.values() if one.parent is not None]))
    own = state.offers()[0].key
    verbs_ = {
        "type": lambda: verbs.set_unit_type(work, unit, draw(st.sampled_from([*SOME_TYPES, None]))),
        "rename": lambda: verbs.rename(work, unit, draw(st.sampled_from(["CSA", "BC", "Plejehjem"])) + f" {unit[-4:]}"),
        "move": lambda: verbs.move(work, [unit], draw(st.sampled_from(list(state.units)))),
        "close": lambda: closing.close(work, unit, with_below=True),
        "place": lambda: offers.place_offer(work, [own], unit),
        "area": lambda: offers.change_offer(work, own, area=draw(st.sampled_from(["plejehjem", "hjemmepleje"]))),
    }
    return verbs_[draw(st.sampled_from(list(verbs_)))]()


def _of(standing: Standing) -> Counter[str]:
    return Counter(repr(finding) for finding in standing.findings())


def test_the_types_that_the_shipped_rules_name_are_sors_own() -> None:
    lists = code_lists()
    named = {one for entry in OF_TYPES.entries.values() for name in entry.parameters for one in _types(entry, name)}
    assert len(named) > 20
    for one in named:
        found = lists.unit_type(one)
        assert found is not None, one
        assert found.name_da == one


def _types(entry: RuleEntry, parameter: str) -> set[str]:
    """What stands for a type in a parameter; the lists of `unfit` hold words of names."""
    value = entry.parameters[parameter]
    if isinstance(value, tuple):
        return set(value)
    listed = {one for types in entry.table(parameter).values() for one in types}
    return set(entry.table(parameter)) | (set() if parameter == "unfit" else listed)


def _code(name: str) -> str | None:
    found = code_lists().unit_type(name) if name else None
    return found.code if found else None
