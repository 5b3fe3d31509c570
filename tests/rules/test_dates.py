from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.baseline import Version
from sorstudio.model.edits import closing, messages, numbers, offers, restructure
from sorstudio.model.edits import units as verbs
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Effect, Plan
from sorstudio.model.records import LocationNumber, NumberState, RecordKind, Succession
from sorstudio.rules.standing import Standing
from tests.model.outline import TODAY, gln, key, plan
from tests.model.strategies import DAYS, VERBS, change, fresh
from tests.rules.findings import carry_out, of_rule, only, units, with_records, with_values, with_versions, words

TREE = "Kommune\n  Sundhed\n    Nord\n      Hold\n    Syd\n  Skole\n    Klasse"
MARCH, APRIL = date(2027, 3, 1), date(2027, 4, 1)


def test_a_parent_that_closes_before_its_child_is_found_and_repaired() -> None:
    work = with_values(plan(TREE), "Nord", valid_to=MARCH)
    found = only(work, "SOR-013")
    assert found.unit_name == "Hold"
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-013") == []


def test_parent_and_child_may_close_on_the_same_day() -> None:
    work = with_values(with_values(plan(TREE), "Nord", valid_to=MARCH), "Hold", valid_to=MARCH)
    assert of_rule(work, "SOR-013") == []


def test_a_child_that_closes_a_month_later_is_found() -> None:
    work = with_values(with_values(plan(TREE), "Nord", valid_to=MARCH), "Hold", valid_to=APRIL)
    assert units(work, "SOR-013") == ["Hold"]


def test_a_child_that_starts_before_its_parent_is_found() -> None:
    early = plan("Kommune\n  Sundhed\n    Nord (from 2027-04-01)\n      Hold (from 2027-03-01)\n    Syd")
    assert units(early, "SOR-014") == ["Hold"]


def test_a_child_that_starts_with_its_parent_is_quiet() -> None:
    same = plan("Kommune\n  Sundhed\n    Nord (from 2027-04-01)\n      Hold (from 2027-04-01)\n    Syd")
    assert units(same, "SOR-014") == []


def test_a_planned_child_waits_for_its_planned_parent() -> None:
    work = plan(TREE)
    work.apply(verbs.create(work, key(work, "Sundhed"), "Øst", key="ny", day=APRIL))
    work.apply(verbs.create(work, "ny", "Hold Ø"))
    assert units(work, "SOR-014") == []


def test_a_new_unit_starts_at_least_seven_days_ahead() -> None:
    def with_start(day: date) -> Plan:
        work = plan(TREE, today=date(2026, 11, 23))
        work.apply(verbs.create(work, key(work, "Sundhed"), "Ny", day=day))
        return work

    assert units(with_start(date(2026, 11, 29)), "SOR-050") == ["Ny"]
    assert units(with_start(date(2026, 11, 30)), "SOR-050") == []


def _closing(tree: str = f"Kommune\n  Sundhed\n    Nord [{gln(1)}]\n      Hold ^\n    Syd") -> Plan:
    work = plan(tree)
    nord = key(work, "Nord")
    work.apply(messages.add_message_type(work, nord, "XDIS18", None, messages.BOTH, day=None))
    work.apply(offers.place_offer(work, ["hjemmesygepleje"], nord, day=None))
    return work


def test_closing_a_unit_with_a_live_number_lists_what_hangs_on_it() -> None:
    work = _closing()
    work.apply(closing.close(work, key(work, "Nord"), day=MARCH, with_below=True))
    assert words(work, "SOR-051") == [
        f"»Nord« lukker 1. marts 2027 uden en afløser, men med lokationsnummeret {gln(1)}. "
        "Meddelelsestyper: XDIS18. Arver nummeret: Hold. Tilbud: Hjemmesygepleje."
    ]
    assert only(work, "SOR-051").severity.value == "error"


def test_open_correspondence_is_told_of() -> None:
    work = _closing()
    work.apply(messages.add_message_type(work, key(work, "Nord"), "FDIS91", None, messages.BOTH, day=None))
    work.apply(closing.close(work, key(work, "Nord"), day=MARCH, with_below=True))
    assert "Åbne korrespondancer kan ikke fortsættes." in words(work, "SOR-051")[0]


def test_taking_the_closing_back_makes_the_finding_go() -> None:
    work = _closing()
    work.apply(closing.close(work, key(work, "Nord"), day=MARCH, with_below=True))
    carry_out(work, only(work, "SOR-051").repairs[0])
    assert of_rule(work, "SOR-051") == []


def test_a_successor_or_a_number_closed_or_moved_before_is_quiet() -> None:
    followed = _closing()
    nord, syd = key(followed, "Nord"), key(followed, "Syd")
    followed.apply(closing.close(followed, nord, successors=[syd], day=MARCH, with_below=True))
    assert of_rule(followed, "SOR-051") == []
    given_up = _closing()
    given_up.apply(numbers.close_location_number(given_up, key(given_up, "Nord"), day=date(2027, 2, 28)))
    given_up.apply(closing.close(given_up, key(given_up, "Nord"), day=MARCH, with_below=True))
    assert of_rule(given_up, "SOR-051") == []
    merged = _closing()
    merged.apply(restructure.merge(merged, [nord, syd], into=syd, number_from=nord, day=MARCH))
    assert of_rule(merged, "SOR-051") == []


def test_a_number_that_nobody_uses_may_end_with_its_unit() -> None:
    work = plan(f"Kommune\n  Sundhed\n    Nord [{gln(1)}]\n    Syd")
    work.apply(closing.close(work, key(work, "Nord"), day=MARCH))
    assert of_rule(work, "SOR-051") == []


def test_where_only_inheritors_or_unknown_messages_hang_on_the_number_it_is_a_warning() -> None:
    work = plan(f"Kommune\n  Sundhed\n    Nord [{gln(1)}]\n      Hold ^\n    Syd")
    work.apply(closing.close(work, key(work, "Nord"), day=MARCH, with_below=True))
    assert only(work, "SOR-051").severity.value == "warning"
    silent = plan(f"Kommune\n  Sundhed\n    Nord [{gln(1)}]\n    Syd")
    silent = with_versions(silent, [_silent(one) for one in silent.baseline.versions])
    silent.apply(closing.close(silent, key(silent, "Nord"), day=MARCH))
    assert only(silent, "SOR-051").severity.value == "warning"
    assert "Meddelelsestyper: ikke i udtrækket." in words(silent, "SOR-051")[0]


def _silent(version: Version) -> Version:
    record = version.record
    return (
        replace(version, record=replace(record, messages_known=False))
        if isinstance(record, LocationNumber)
        else version
    )


def test_a_number_that_is_only_ordered_and_a_unit_without_one_close_quietly() -> None:
    work = plan(TREE)
    work.apply(numbers.order_location_number(work, key(work, "Syd"), day=date(2027, 2, 1)))
    work.apply(closing.close(work, key(work, "Syd"), day=MARCH))
    work.apply(closing.close(work, key(work, "Hold"), day=MARCH))
    assert of_rule(work, "SOR-051") == []


def test_a_closing_from_the_register_has_no_proposal() -> None:
    work = with_values(plan(f"Kommune\n  Sundhed\n    Nord [{gln(1)}]\n      Hold ^"), "Nord", valid_to=MARCH)
    assert of_rule(work, "SOR-051") == []
    ended = (replace(one, end=MARCH) if one.kind is RecordKind.NUMBER else one for one in work.baseline.versions)
    assert only(with_versions(work, ended), "SOR-051").repairs == ()


def test_a_successor_that_closes_itself_is_found_until_somebody_follows_it() -> None:
    work = plan(TREE)
    hold, syd, klasse = (key(work, name) for name in ("Hold", "Syd", "Klasse"))
    work.apply(closing.close(work, hold, successors=[syd], day=MARCH))
    assert of_rule(work, "SOR-052") == []
    work.apply(closing.close(work, syd, day=APRIL))
    assert words(work, "SOR-052") == ["»Syd« tager over efter »Hold«, men lukker selv 1. april 2027 uden en afløser."]
    work.apply(closing.reopen(work, syd))
    work.apply(closing.close(work, syd, successors=[klasse], day=APRIL))
    assert of_rule(work, "SOR-052") == []


def test_a_successor_that_is_missing_or_starts_later_is_found() -> None:
    base = with_values(plan(TREE), "Hold", valid_to=MARCH)
    hold = key(base, "Hold")
    gone = with_records(base, (RecordKind.SUCCESSION, Succession(f"{hold}>x", hold, "x")))
    assert words(gone, "SOR-052") == ["»Hold« lukker 1. marts 2027, men enheden, der står som afløser, findes ikke."]
    late = with_values(plan(TREE + "\n    Ny (from 2027-04-01)"), "Hold", valid_to=MARCH)
    ny = key(late, "Ny")
    late = with_records(late, (RecordKind.SUCCESSION, Succession(f"{hold}>{ny}", hold, ny)))
    assert words(late, "SOR-052") == [
        "»Hold« lukker 1. marts 2027, men »Ny«, der tager over, starter først 1. april 2027."
    ]


def test_a_unit_that_is_replaced_and_still_open_is_found() -> None:
    base = plan(TREE)
    hold, syd = key(base, "Hold"), key(base, "Syd")
    noted = with_records(base, (RecordKind.SUCCESSION, Succession(f"{hold}>{syd}", hold, syd)))
    assert units(noted, "SOR-052") == ["Hold"]
    noted.apply(closing.close(noted, hold, day=MARCH))
    assert of_rule(noted, "SOR-052") == []


MOVING = "Kommune\n  Sundhed\n    Akutfunktion\n      Akutteam Nord\n    Nord"


def test_a_task_that_moves_away_is_told_once_in_its_branch_and_ends_with_a_closing() -> None:
    work = plan(MOVING)
    found = only(work, "SOR-053")
    assert (found.unit_name, found.severity.value) == ("Akutfunktion", "info")
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-053") == []


def test_an_offer_decides_before_the_name_whether_a_task_moves() -> None:
    work = plan("Kommune\n  Sundhed\n    Akutteam\n    Nord")
    work.apply(offers.place_offer(work, ["traening"], key(work, "Akutteam")))
    assert of_rule(work, "SOR-053") == []
    work.apply(offers.place_offer(work, ["akutfunktion"], key(work, "Nord")))
    assert units(work, "SOR-053") == ["Nord"]


def test_closing_a_task_with_a_number_is_not_proposed() -> None:
    work = plan(f"Kommune\n  Sundhed\n    Akutfunktion\n      Team [{gln(1)}]")
    assert only(work, "SOR-053").repairs == ()


@pytest.mark.parametrize(("day", "found"), [(date(2026, 12, 6), 1), (date(2026, 12, 7), 0)])
def test_a_number_is_ordered_two_weeks_ahead(day: date, found: int) -> None:
    work = plan(TREE, today=TODAY)
    work.apply(numbers.order_location_number(work, key(work, "Syd"), day=day))
    assert len(of_rule(work, "SOR-056")) == found
    work.apply(numbers.set_location_number(work, key(work, "Syd"), NumberState.OWN, gln(7), day=day))
    assert of_rule(work, "SOR-056") == []


@given(st.data(), st.lists(st.sampled_from((*VERBS, "undo")), max_size=8))
def test_what_is_said_of_closings_is_kept_true_through_any_story(data: st.DataObject, story: list[str]) -> None:
    work = fresh()
    for name in ("Hold A", "Tandpleje", "PPR"):
        unit = key(work, name)
        try:
            work.apply(closing.close(work, unit, day=data.draw(DAYS)))
        except Refused:
            continue
    standing = Standing(work)
    seen: list[Effect] = []
    work.subscribe(seen.append)
    for verb in story:
        try:
            work.undo() if verb == "undo" else work.apply(change(data.draw, work, verb))
        except Refused:
            continue
        standing.follow(work, standing.circle(work, seen.pop().touched))
        assert _of(standing) == _of(Standing(work))


def _of(standing: Standing) -> Counter[str]:
    return Counter(repr(finding) for finding in standing.findings())


def test_a_child_with_a_number_is_not_closed_by_a_repair_for_somebody_must_take_over() -> None:
    drawing = f"Kommune\n  Sundhed\n    Nord\n      Hold\n        Vagt [{gln(1)}]"
    assert only(with_values(plan(drawing), "Nord", valid_to=MARCH), "SOR-013").repairs == ()
