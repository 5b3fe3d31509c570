"""What is taken over from a table."""

from sorstudio import resources
from sorstudio.model.edits.acts import change_for, parse_act
from sorstudio.model.plan import Plan
from sorstudio.model.texts import Texts
from sorstudio.requests.table_matching import compare_tables
from sorstudio.requests.table_texts import Act, text_acts
from sorstudio.routing.table_cells import Cells, cells
from tests.requests.test_table_matching import there
from tests.routing.asking import place, town
from tests.routing.test_table import of_town

CODES = resources.code_lists()
DANISH = Texts(resources.texts("da"), "da")
TOLD = {"offer": "rygestop", "message": "XREF15", "criteria": "Alle", "phone_hours": "8-9", "authority": "Regionen"}


def smoking() -> Plan:
    work = town()
    place(work, "Rygestop", "rygestop")
    return work


def taken(work: Plan, *rows: Cells) -> tuple[Act, ...]:
    here = [cells(row, CODES, DANISH) for row in of_town(work).rows]
    return text_acts(compare_tables(here, there(*rows), CODES), work.state(), CODES)


def test_texts_become_one_act_for_each_offer_and_who_has_the_task_is_not_taken() -> None:
    found = taken(smoking(), TOLD, {**TOLD, "message": "FDIS91", "phone": "70101010", "criteria": "Andre"})
    assert found == ({"act": "describe_offer", "offer": "rygestop", "criteria": "Alle", "phone_hours": "8-9"},)


def test_the_acts_can_be_made_and_then_there_is_nothing_more_to_take() -> None:
    work = smoking()
    told = {**TOLD, "description_url": "https://eksempel.dk/kol", "checked": "2026-01-02"}
    for act in taken(work, told):
        work.apply(change_for(work, parse_act(dict(act)), {}))
    held = work.state().offer_text("rygestop")
    assert held is not None
    assert (held.criteria, held.description_url, str(held.checked)) == ("Alle", "https://eksempel.dk/kol", "2026-01-02")
    assert taken(work, told) == ()


def test_an_area_as_such_is_described_by_its_main_offer() -> None:
    found = taken(town(), {"area": "traening", "message": "GGOP", "criteria": "Alle"})
    assert found == ({"act": "describe_offer", "offer": "traening", "criteria": "Alle"},)


def test_what_is_empty_no_link_or_no_day_is_left() -> None:
    assert (
        taken(smoking(), {**TOLD, "criteria": "", "phone_hours": "", "patient_url": "se her", "checked": "i år"}) == ()
    )


def test_rows_that_match_nothing_give_nothing() -> None:
    assert taken(smoking(), {"offer_name": "Kor", "message": "XREF15", "criteria": "Alle"}) == ()
