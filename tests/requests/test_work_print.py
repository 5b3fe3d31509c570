from sorstudio.model.edits import settings
from sorstudio.requests.envelope import make_request
from sorstudio.requests.work_print import work_print
from tests.requests.asked import TODAY, busy_plan, busy_request
from tests.requests.plans import DANISH


def test_each_block_has_a_box_its_lines_and_what_changes() -> None:
    printed = work_print(busy_request(), "tabel.csv")
    assert [one.title for one in printed.blocks] == [
        "1. Opret: Øst",
        "2. Ret kontaktoplysninger: Nord",
        "3. Luk: Træning",
    ]
    assert all(one.has_tick_box for one in printed.blocks)
    nord = printed.blocks[1]
    assert nord.table is not None
    assert [nord.table.rows[place] for place in nord.marked] == [("kontaktoplysninger", "+45 87654321", "arvet")]
    assert "Begrundelse: =SUM(A1)" in nord.notes


def test_what_is_waited_for_is_named() -> None:
    closing = work_print(busy_request(), "tabel.csv").blocks[2]
    assert any(note.startswith("Vent på L1") for note in closing.notes)


def test_a_new_unit_has_a_place_to_write_its_sor_id() -> None:
    assert "indtil da NY-1" in work_print(busy_request(), "tabel.csv").blocks[0].notes[0]


def test_the_other_way_to_sor_is_told_where_it_is_gone() -> None:
    assert not any("tabel.csv" in words for words in work_print(busy_request(), "tabel.csv").intro)
    work = busy_plan()
    work.apply(settings.set_setting(work, "own_edits_route", "fk_org"))
    assert any("tabel.csv" in words for words in work_print(make_request(work, DANISH, TODAY), "tabel.csv").intro)
