import pytest

from sorstudio.model.edits import numbers, units
from sorstudio.model.net import net_steps
from sorstudio.model.records import Direction, MessageCapability, UnitKind
from sorstudio.requests.drafts import Gathering, addressee_of, message_label
from sorstudio.requests.line import Action, Addressee
from tests.model.outline import key
from tests.requests.plans import DAY, municipality


@pytest.mark.parametrize(
    ("action", "kind", "expected"),
    [
        (Action.RENAME, UnitKind.OE, Addressee.MUNICIPALITY),
        (Action.RENAME, UnitKind.SI, Addressee.SDS),
        (Action.CLOSE, UnitKind.IE, Addressee.SDS),
        (Action.ORDER_NUMBER, UnitKind.OE, Addressee.SDS),
        (Action.SET_NUMBER, UnitKind.SI, Addressee.SDS),
        (Action.ADD_MESSAGE, UnitKind.OE, Addressee.MEDCOM),
        (Action.PLACE_OFFER, UnitKind.OE, None),
        (Action.REORDER, UnitKind.SI, None),
        (Action.SETTING, None, None),
    ],
)
def test_each_action_has_its_addressee(action: Action, kind: UnitKind | None, expected: Addressee | None) -> None:
    assert addressee_of(action, kind) is expected


def test_a_message_type_is_labelled_with_version_and_direction() -> None:
    assert message_label(MessageCapability("k", "n", "XREF15", "XH1530R", Direction.IN)) == "XREF15 (XH1530R) in"


def test_the_number_line_says_how_the_unit_stands_to_numbers() -> None:
    work = municipality()
    work.apply(numbers.order_location_number(work, key(work, "Syd"), system="Nexus", day=DAY))
    (draft,) = Gathering(net_steps(work.timeline), work.state().numbers.get).drafts.values()
    assert (draft.action, [one.field for one in draft.fields]) == (Action.ORDER_NUMBER, ["number_state", "system"])


def test_a_new_place_in_the_order_is_no_line_where_the_unit_moved() -> None:
    work = municipality()
    work.apply(units.move(work, [key(work, "Syd")], key(work, "Træning"), day=DAY))
    (draft,) = Gathering(net_steps(work.timeline), work.state().numbers.get).drafts.values()
    assert draft.action is Action.MOVE
