"""What the offers of a unit let one expect on its number."""

from functools import partial

from sorstudio.model.edits import messages, offers, units
from sorstudio.model.records import Direction
from sorstudio.ui.editor import Editor
from sorstudio.ui.inspector.expected import expected, kin, message_rows, missing_types
from sorstudio.ui.inspector.tick import Tick
from tests.model.outline import key


def row(editor: Editor, name: str, code: str) -> dict[Direction, Tick]:
    rows = message_rows(editor.plan, key(editor.plan, name), "da")
    return dict(next(one for one in rows if one.code == code).ticks)


def place(editor: Editor, offer: str, name: str) -> None:
    editor.do(partial(offers.place_offer, offers=[offer], unit=key(editor.plan, name)))


def test_without_offers_nothing_is_expected(editor: Editor) -> None:
    assert expected(editor.plan, key(editor.plan, "Hjemmesygepleje")) == {}


def test_home_nursing_is_expected_to_receive_its_messages(editor: Editor) -> None:
    place(editor, "hjemmesygepleje", "Hjemmesygepleje")
    assert row(editor, "Hjemmesygepleje", "XDIS21")[Direction.IN] is Tick.EXPECTED
    assert row(editor, "Hjemmesygepleje", "XDIS21")[Direction.OUT] is Tick.IMPOSSIBLE


def test_of_a_message_in_three_forms_only_the_newest_is_expected(editor: Editor) -> None:
    place(editor, "hjemmesygepleje", "Hjemmesygepleje")
    codes = {code for code, _ in expected(editor.plan, key(editor.plan, "Hjemmesygepleje"))}
    assert "FDIS91" in codes
    assert not codes & {"DIS91", "XDIS91"}


def test_an_older_form_that_is_there_fulfils_the_expectation(editor: Editor) -> None:
    place(editor, "hjemmesygepleje", "Hjemmesygepleje")
    unit, both = key(editor.plan, "Hjemmesygepleje"), (Direction.IN, Direction.OUT)
    editor.do(partial(messages.add_message_type, unit=unit, type_="XDIS91", version=None, directions=both))
    rows = message_rows(editor.plan, unit, "da")
    assert [one.code for one in rows if one.code.endswith("DIS91")] == ["XDIS91"]


def test_the_offers_of_those_who_use_the_number_count_too(editor: Editor) -> None:
    place(editor, "hjemmesygepleje", "Team Lind")
    assert row(editor, "Hjemmesygepleje", "XDIS21")[Direction.IN] is Tick.EXPECTED
    assert row(editor, "Team Birk", "XDIS21")[Direction.IN] is Tick.EXPECTED


def test_an_own_offer_expects_what_its_area_does(editor: Editor) -> None:
    editor.do(partial(offers.create_offer, name="Nattevagt", area="hjemmesygepleje", key="nattevagt"))
    place(editor, "nattevagt", "Hjemmesygepleje")
    assert row(editor, "Hjemmesygepleje", "XDIS21")[Direction.IN] is Tick.EXPECTED


def test_forms_of_one_message_are_kin(editor: Editor) -> None:
    codes = editor.plan.codes
    assert {kin(codes, code) for code in ("DIS91", "XDIS91", "FDIS91")} == {"DIS91"}
    assert kin(codes, "XDIS21") != kin(codes, "XDIS18")


def test_without_offers_the_unit_type_tells_the_area(editor: Editor) -> None:
    unit = key(editor.plan, "Tandplejen")
    editor.do(partial(units.set_unit_type, unit=unit, unit_type="tandplejeklinik"))
    areas = set(expected(editor.plan, unit).values())
    assert areas == {"boernetandpleje"}


def test_rows_stand_area_by_area_and_the_rest_last(editor: Editor) -> None:
    place(editor, "hjemmesygepleje", "Hjemmesygepleje")
    unit = key(editor.plan, "Hjemmesygepleje")
    odd = next(one for one in editor.plan.codes.message_types if one.code == "RUC03")
    editor.do(partial(messages.add_message_type, unit=unit, type_=odd.code, version=None, directions=(Direction.IN,)))
    rows = message_rows(editor.plan, unit, "da")
    assert {one.area for one in rows[:-1]} == {"hjemmesygepleje"}
    assert (rows[-1].code, rows[-1].area) == (odd.code, "")
    assert ("XDIS21", Direction.IN) in missing_types(rows)
