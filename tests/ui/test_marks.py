"""The sign that tells most about what the plan does with a unit."""

from functools import partial

import pytest

from sorstudio.model.edits import closing, messages, numbers, offers, units
from sorstudio.ui.editor import Editor, Make
from sorstudio.ui.marks import change_signs, units_before
from sorstudio.ui.signs import ChangeSign
from tests.model.outline import key


def sign(editor: Editor, name: str) -> ChangeSign:
    return change_signs(editor.plan).get(key(editor.plan, name), ChangeSign.NONE)


def made(editor: Editor, verb: object, unit: str, **values: object) -> None:
    make: Make = partial(verb, unit=key(editor.plan, unit), **values)
    assert editor.do(make) is not None


def test_an_untouched_unit_has_none(editor: Editor) -> None:
    assert sign(editor, "Åkanden") is ChangeSign.NONE


def test_a_new_unit_is_new_whatever_else_is_done_to_it(editor: Editor) -> None:
    editor.do(partial(units.create, parent=key(editor.plan, "Plejehjem"), name="Ny"))
    made(editor, numbers.order_location_number, "Ny")
    assert sign(editor, "Ny") is ChangeSign.NEW


@pytest.mark.parametrize(
    ("verb", "values", "expected"),
    [
        (units.rename, {"name": "Tandplejen"}, ChangeSign.CHANGED),
        (closing.close, {}, ChangeSign.CLOSED),
        (numbers.order_location_number, {}, ChangeSign.CHANGED),
    ],
)
def test_each_act_has_its_sign(editor: Editor, verb: object, values: dict[str, object], expected: ChangeSign) -> None:
    unit = key(editor.plan, "Åkanden")
    made(editor, verb, "Åkanden", **values)
    assert change_signs(editor.plan)[unit] is expected


def test_a_move_is_a_move_and_a_new_order_is_nothing(editor: Editor) -> None:
    home, lind = key(editor.plan, "Plejehjem"), key(editor.plan, "Team Lind")
    editor.do(partial(units.move, units=[lind], parent=home))
    first = key(editor.plan, "Åkanden")
    editor.do(partial(units.move, units=[key(editor.plan, "Solgården")], parent=home, before=first))
    assert sign(editor, "Team Lind") is ChangeSign.MOVED
    assert sign(editor, "Solgården") is ChangeSign.NONE


def test_offers_and_message_types_count_as_changes_of_their_unit(editor: Editor) -> None:
    made(editor, offers.place_offer, "Åkanden", offers=[editor.plan.codes.offers[0].code])
    both = messages.directions_of("both")
    editor.do(lambda plan: messages.add_message_type(plan, key(plan, "Tandplejen"), "FDIS91", None, both))
    assert sign(editor, "Åkanden") is ChangeSign.CHANGED
    assert sign(editor, "Tandplejen") is ChangeSign.CHANGED


def test_there_and_back_is_nothing(editor: Editor) -> None:
    made(editor, units.rename, "Åkanden", name="Åen")
    made(editor, units.rename, "Åen", name="Åkanden")
    assert change_signs(editor.plan) == {}


def test_the_units_before_are_those_of_the_register_file(editor: Editor) -> None:
    unit = key(editor.plan, "Åkanden")
    editor.do(lambda plan: units.rename(plan, unit, "Åen"))
    assert units_before(editor.plan, [unit, "nobody"])[unit].name == "Åkanden"
