from datetime import date

from sorstudio.model.edits import closing, numbers
from sorstudio.model.edits import units as verbs
from sorstudio.model.edits.offers import place_offer
from sorstudio.model.edits.settings import set_setting
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN, NumberState
from sorstudio.rules.check import check
from tests.model.outline import gln, key, plan
from tests.rules.findings import carry_out, of_rule, only, units, with_number, with_values, words

MARCH = date(2027, 3, 1)


def shared_number() -> Plan:
    return plan(f"Kommune\n  Sundhed\n    Pleje [{gln(1)}]\n      Nord ^\n      Syd ^\n    Træning [{gln(2)}]")


def test_closing_a_unit_whose_number_others_use_lists_them() -> None:
    work = shared_number()
    work.apply(verbs.move(work, [key(work, "Nord"), key(work, "Syd")], key(work, "Sundhed"), day=MARCH))
    work.apply(closing.close(work, key(work, "Pleje"), successors=[key(work, "Træning")], day=MARCH))
    assert words(work, "SOR-020") == [f"Når »Pleje« lukker, mister 2 enheder lokationsnummeret {gln(1)}: Nord, Syd."]


def test_a_number_that_others_inherit_is_not_taken_away_where_none_is_above() -> None:
    for name, offered in (("Pleje", ["own_number"]), ("Træning", ["no_number", "own_number"])):
        work = with_values(shared_number(), name, number_state=NumberState.NONE)
        assert [one.code for one in only(work, "SOR-029").repairs] == offered


def test_where_nobody_takes_over_one_finding_tells_of_the_closing() -> None:
    work = shared_number()
    work.apply(verbs.move(work, [key(work, "Nord"), key(work, "Syd")], key(work, "Sundhed"), day=MARCH))
    work.apply(closing.close(work, key(work, "Pleje"), day=MARCH))
    assert [one.code for one in check(work) if one.unit_name == "Pleje" and one.code in {"SOR-020", "SOR-051"}] == [
        "SOR-051"
    ]
    assert "Nord" in words(work, "SOR-051")[0]


def test_inheritors_that_get_another_number_are_not_lost() -> None:
    work = shared_number()
    work.apply(verbs.move(work, [key(work, "Nord"), key(work, "Syd")], key(work, "Træning"), day=MARCH))
    work.apply(closing.close(work, key(work, "Pleje"), day=MARCH))
    assert units(work, "SOR-020") == []


def test_inheritors_that_left_earlier_are_not_counted() -> None:
    work = shared_number()
    work.apply(verbs.move(work, [key(work, "Nord"), key(work, "Syd")], key(work, "Sundhed"), day=MARCH))
    work.apply(closing.close(work, key(work, "Pleje"), day=date(2027, 4, 1)))
    assert units(work, "SOR-020") == []


def test_a_closing_unit_that_keeps_its_number_is_an_error_with_a_repair() -> None:
    work = with_values(shared_number(), "Træning", valid_to=MARCH)
    found = only(work, "SOR-021")
    assert found.unit_name == "Træning"
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-021") == []


def test_the_verb_that_closes_leaves_no_number_behind() -> None:
    work = shared_number()
    work.apply(closing.close(work, key(work, "Træning"), day=MARCH))
    assert of_rule(work, "SOR-021") == []


def test_units_long_closed_are_not_looked_at() -> None:
    assert of_rule(with_values(shared_number(), "Træning", valid_to=date(2020, 1, 1)), "SOR-021") == []


def test_a_move_to_another_number_tells_both() -> None:
    work = shared_number()
    work.apply(verbs.move(work, [key(work, "Nord")], key(work, "Træning"), day=MARCH))
    assert words(work, "SOR-022") == [
        f"»Nord« får et andet lokationsnummer ved flytningen: {gln(1)} bliver til {gln(2)} (fra »Træning«)."
    ]


def test_a_move_away_from_every_number_says_that_it_is_lost() -> None:
    work = shared_number()
    work.apply(verbs.move(work, [key(work, "Nord")], key(work, "Sundhed"), day=MARCH))
    assert words(work, "SOR-022") == [f"»Nord« mister lokationsnummeret {gln(1)} ved flytningen. Efter: ingen."]


def test_a_move_under_the_same_number_is_quiet() -> None:
    work = shared_number()
    work.apply(verbs.move(work, [key(work, "Nord")], key(work, "Syd"), day=MARCH))
    assert of_rule(work, "SOR-022") == []


def test_inheriting_from_nobody_can_be_repaired_in_two_ways() -> None:
    for choice in (0, 1):
        work = plan("Kommune\n  Sundhed\n    Nord ^\n    Syd")
        work.apply(set_setting(work, "journal_systems", "Cura"))
        found = only(work, "SOR-023")
        carry_out(work, found.repairs[choice])
        assert of_rule(work, "SOR-023") == []
        assert of_rule(work, "SOR-120") == []


def test_an_order_that_nobody_could_carry_out_is_not_proposed() -> None:
    (repair,) = only(plan("Kommune\n  Sundhed\n    Nord ^"), "SOR-023").repairs
    assert repair.code == "no_number"


def test_inheriting_from_far_above_is_quiet() -> None:
    assert units(plan(f"Kommune\n  Sundhed [{gln(1)}]\n    Nord\n      Hold ^"), "SOR-023") == []


def test_own_without_a_number_is_found_but_an_order_is_enough() -> None:
    bare = with_values(plan("Kommune\n  Sundhed\n    Nord"), "Nord", number_state=NumberState.OWN)
    assert units(bare, "SOR-024") == ["Nord"]
    work = plan("Kommune\n  Sundhed\n    Nord")
    work.apply(numbers.order_location_number(work, key(work, "Nord"), day=MARCH))
    assert units(work, "SOR-024") == []


def test_what_the_file_does_not_say_about_numbers_is_said_once() -> None:
    work = plan("Kommune\n  Sundhed\n    Nord\n    Syd")
    for name in ("Nord", "Syd"):
        work = with_values(work, name, number_state=UNKNOWN)
    (found,) = [one for one in check(work) if one.text == "check.unjudged"]
    assert (found.code, found.unit, found.params["count"]) == ("SOR-024", "", 2)


def test_a_number_on_a_unit_that_has_moved_by_its_name_can_be_closed() -> None:
    work = plan(
        f"Kommune\n  Sundhed\n    Flyttet lok.nr. 14/5 Nord [{gln(1)}]\n    Flyttet Syd\n    Flytteservice [{gln(2)}]"
    )
    found = only(work, "SOR-025")
    assert (found.unit_name, found.params["word"]) == ("Flyttet lok.nr. 14/5 Nord", "flyttet")
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-025") == []


def test_a_number_above_units_that_all_close_is_found_until_one_stays_or_something_is_offered() -> None:
    work = shared_number()
    work.apply(closing.close(work, key(work, "Nord"), day=MARCH))
    assert of_rule(work, "SOR-025") == []
    work.apply(closing.close(work, key(work, "Syd"), day=MARCH))
    assert units(work, "SOR-025") == ["Pleje"]
    work.apply(place_offer(work, [work.codes.offers[0].code], key(work, "Pleje"), day=MARCH))
    assert of_rule(work, "SOR-025") == []


def test_a_unit_that_inherits_holds_no_message_types_of_its_own() -> None:
    for choice in (0, 1):
        drawn = plan(f"Kommune\n  Sundhed [{gln(1)}]\n    Nord [{gln(2)}]")
        work = with_values(drawn, "Nord", number_state=NumberState.INHERITED)
        found = only(work, "SOR-029")
        assert found.severity == "error"
        carry_out(work, found.repairs[choice])
        assert of_rule(work, "SOR-029") == []


def test_what_cannot_be_inherited_is_made_the_units_own() -> None:
    work = with_values(shared_number(), "Træning", number_state=NumberState.INHERITED)
    assert [repair.code for repair in only(work, "SOR-029").repairs] == ["own_number"]


def test_a_unit_said_to_have_no_number_holds_none() -> None:
    work = with_values(shared_number(), "Træning", number_state=NumberState.NONE)
    found = only(work, "SOR-029")
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-029") == []


def test_what_the_file_does_not_say_about_inheriting_is_no_contradiction() -> None:
    assert of_rule(with_values(shared_number(), "Træning", number_state=UNKNOWN), "SOR-029") == []


def test_a_number_in_use_that_is_closed_to_others_is_found_and_opened() -> None:
    for values in ({"inactive": True}, {"internal_only": True}, {"inactive": True, "internal_only": True}):
        work = with_number(shared_number(), "Pleje", **values)
        found = only(work, "SOR-127")
        assert found.params["count"] == 2
        carry_out(work, found.repairs[0])
        assert of_rule(work, "SOR-127") == []


def test_a_closed_number_that_nobody_inherits_or_that_is_not_said_to_be_closed_is_quiet() -> None:
    assert of_rule(with_number(shared_number(), "Træning", inactive=True), "SOR-127") == []
    assert of_rule(with_number(shared_number(), "Pleje", inactive=UNKNOWN, internal_only=False), "SOR-127") == []


def test_strangers_with_one_number_are_an_error_and_kin_a_warning_that_inheriting_mends() -> None:
    work = plan(f"Kommune\n  Sundhed\n    Nord [{gln(1)}]\n    Syd [{gln(1)}]")
    assert {one.severity for one in of_rule(work, "SOR-004")} == {"error"}
    work = plan(f"Kommune\n  Sundhed [{gln(1)}]\n    Nord\n      Hold [{gln(1)}]")
    found = only(work, "SOR-004")
    assert (found.unit_name, found.severity) == ("Hold", "warning")
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-004") == []
