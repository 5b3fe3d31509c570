"""New units of a file found to be planned ones: sure, doubtful, or none."""

from dataclasses import replace
from datetime import date

import pytest

from sorstudio.model.baseline import Baseline
from sorstudio.model.edits import units
from sorstudio.model.plan import Plan
from sorstudio.requests.matching import given_matches, matched
from tests.model.outline import baseline, key, plan
from tests.model.refusing import refused

DRAWING = "Kommune\n  Sundhed\n    Pleje\n  Børn\n    PPR"
NEW_DAY = date(2026, 12, 15)


def planned() -> Plan:
    found = plan(DRAWING)
    found.apply(units.create(found, key(found, "Pleje"), "Klinik Vest", day=date(2026, 12, 1)))
    return found


def with_unit(name: str, parent: str = "Pleje") -> Baseline:
    """A later file with one more unit."""
    added = baseline(f"{DRAWING}\n    {name}", day=NEW_DAY)
    units_by_name = {getattr(one.record, "name", ""): one.record for one in added.versions}
    versions = tuple(
        replace(one, record=replace(one.record, parent=units_by_name[parent].key)) if one.record.name == name else one
        for one in added.versions
    )
    return replace(added, versions=versions)


@pytest.mark.parametrize(("name", "is_sure"), [("Klinik Vest", True), ("KLINIK-VEST", True), ("Vestklinikken", False)])
def test_a_name_that_is_near_enough_is_sure_and_another_one_is_asked_about(name: str, is_sure: bool) -> None:
    (found,) = matched(planned(), with_unit(name))
    assert (found.is_sure, found.name, 0.5 < found.score <= 1) == (is_sure, name, True)


def test_the_same_name_under_another_parent_is_not_sure() -> None:
    (found,) = matched(planned(), with_unit("Klinik Vest", "Børn"))
    assert not found.is_sure


def test_a_unit_that_is_nothing_like_it_is_no_match() -> None:
    assert matched(planned(), with_unit("Rådhuskantinen", "Børn")) == ()


def test_two_planned_units_of_one_name_are_asked_about() -> None:
    found = planned()
    found.apply(units.create(found, key(found, "Pleje"), "Klinik Vest", day=date(2026, 12, 1)))
    assert [one.is_sure for one in matched(found, with_unit("Klinik Vest"))] == [False]


def test_what_somebody_says_counts() -> None:
    found, file = planned(), with_unit("Helt andet", "Børn")
    sor_id = next(one.record.key for one in file.versions if one.record.name == "Helt andet")
    given = given_matches(found, file, [("Klinik Vest", sor_id)])
    assert [(one.sor_id, one.is_sure) for one in matched(found, file, given)] == [(sor_id, True)]
    with refused("confirm.match_unit", "Andet"):
        given_matches(found, file, [("Andet", sor_id)])
    with refused("confirm.match_sor_id", "123"):
        given_matches(found, file, [("Klinik Vest", "123")])
