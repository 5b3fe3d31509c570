"""Several acts as one change."""

from datetime import date
from functools import partial

import pytest

from sorstudio.model.edits import numbers, offers, units
from sorstudio.model.edits.act import Act
from sorstudio.model.edits.acts import change_for, parse_act
from sorstudio.model.edits.composed import composed
from sorstudio.model.errors import Refused, Unusable
from sorstudio.model.plan import Plan
from tests.model.outline import key
from tests.requests.plans import municipality

DAY = date(2027, 1, 1)


@pytest.fixture
def plan() -> Plan:
    return municipality()


def test_a_later_act_builds_on_an_earlier_one(plan: Plan) -> None:
    parent = key(plan, "Sundhed og Omsorg")
    makes = [
        partial(units.create, parent=parent, name="Akutteam", key="new", day=DAY),
        partial(numbers.order_location_number, unit="new", system="Nexus", day=DAY),
    ]
    plan.apply(composed(plan, makes))
    assert plan.state().number_of("new") is not None
    assert len(plan.journal.path()) == 1
    plan.undo()
    assert "new" not in plan.state().units


def test_what_changes_nothing_is_left_out(plan: Plan) -> None:
    syd = key(plan, "Syd")
    same = partial(units.rename, unit=syd, name="Syd", day=DAY)
    other = partial(units.rename, unit=syd, name="Sydvest", day=DAY)
    assert composed(plan, [same, other]).code == "unit.renamed"
    with pytest.raises(Refused, match=r"edit\.nothing_changes"):
        composed(plan, [same])


def test_one_refusal_refuses_all(plan: Plan) -> None:
    syd = key(plan, "Syd")
    makes = [
        partial(units.rename, unit=syd, name="Sydvest", day=DAY),
        partial(offers.place_offer, offers=["findes-ikke"], unit=syd, day=DAY),
    ]
    with pytest.raises(Refused):
        composed(plan, makes)
    assert plan.head is None


def test_acts_of_several_days_are_not_one(plan: Plan) -> None:
    syd = key(plan, "Syd")
    makes = [partial(units.rename, unit=syd, name=name, day=day) for name, day in (("A", DAY), ("B", date(2028, 1, 1)))]
    with pytest.raises(Refused, match=r"edit\.several_days"):
        composed(plan, makes)


def test_as_a_line_of_a_file_it_may_name_what_it_makes(plan: Plan) -> None:
    on = DAY.isoformat()
    act = parse_act(
        {
            "act": "together",
            "acts": [
                {
                    "act": "create",
                    "parent": key(plan, "Sundhed og Omsorg"),
                    "name": "Akutteam",
                    "as": "@a",
                    "date": on,
                },
                {"act": "order_location_number", "unit": "@a", "date": on},
            ],
        }
    )
    plan.apply(change_for(plan, act, {}))
    assert plan.state().number_of(key(plan, "Akutteam")) is not None


@pytest.mark.parametrize("acts", [None, [], "rename", [{"act": "together", "acts": []}], [{"act": "ukendt"}]])
def test_a_list_that_makes_no_sense_is_told(plan: Plan, acts: object) -> None:
    with pytest.raises(Unusable):
        change_for(plan, Act("together", {"acts": acts}), {})
