"""The rows of the requests: what is unsent, sent, answered and late."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sorstudio.model.adopting import adopt
from sorstudio.model.edits import numbers, units
from sorstudio.model.edits.requesting import answer_request, send_request
from sorstudio.model.plan import Plan
from sorstudio.model.records import Reply
from sorstudio.model.working_days import working_days_after
from sorstudio.requests.asked import request_lines
from sorstudio.requests.line import Addressee
from sorstudio.requests.wishes import wish_of
from sorstudio.ui.requests.wishes import WishRows
from sorstudio.ui.translate import Language, texts_in
from tests.model.outline import key

DANISH = texts_in(Language.DANISH)


@pytest.fixture
def busy(small: Plan) -> Plan:
    small.apply(units.rename(small, key(small, "Åkanden"), "Åkanden Nord"))
    small.apply(numbers.order_location_number(small, key(small, "Solgården"), system="Cura"))
    return small


def shown(plan: Plan) -> list[tuple[str, str]]:
    rows = WishRows(plan, DANISH)
    return [(row.sentence, row.sign.word) for group in rows.groups for row in group.rows]


def test_what_is_not_sent_says_so_by_addressee(busy: Plan) -> None:
    rows = WishRows(busy, DANISH)
    assert [group.head.sentence for group in rows.groups] == ["Egne rettelser i SOR", "Sundhedsdatastyrelsen"]
    assert {word for _, word in shown(busy)} == {"ikke sendt"}
    assert rows.unsent() == (Addressee.MUNICIPALITY, Addressee.SDS)


def test_only_own_edits_can_be_ticked_off(busy: Plan) -> None:
    groups = WishRows(busy, DANISH).groups
    assert [row.ticked for group in groups for row in group.rows] == [False, None]


def test_what_was_sent_is_not_shown_as_unsent_any_more(busy: Plan) -> None:
    busy.apply(send_request(busy, "sds", key="r1"))
    rows = WishRows(busy, DANISH)
    assert rows.unsent() == (Addressee.MUNICIPALITY,)
    assert [word for _, word in shown(busy)] == ["ikke sendt", "sendt"]
    assert rows.groups[1].head.detail == "sendt 23. november 2026 af Test"


@pytest.mark.parametrize(
    ("late", "word"), [(0, "sendt"), (1, "forsinket 1 arbejdsdag"), (3, "forsinket 3 arbejdsdage")]
)
def test_ten_working_days_later_it_is_late(busy: Plan, late: int, word: str) -> None:
    busy.apply(send_request(busy, "sds", key="r1"))
    busy.today = working_days_after(busy.today, 10 + late)
    rows = WishRows(busy, DANISH)
    assert [row.sign.word for row in rows.groups[1].rows] == [word]
    assert rows.overdue() == (1 if late else 0)


def test_ones_own_edits_are_never_late(busy: Plan) -> None:
    busy.apply(send_request(busy, "municipality", key="r1"))
    busy.today += timedelta(days=90)
    assert WishRows(busy, DANISH).overdue() == 0


def test_an_answer_and_its_reason_stand_there(busy: Plan) -> None:
    busy.apply(send_request(busy, "sds", key="r1"))
    (line,) = request_lines(busy, busy.state().requests()[0])
    busy.apply(answer_request(busy, "r1", [wish_of(line)], Reply.REFUSED, reason="Enheden er for lille"))
    busy.today += timedelta(days=90)
    rows = WishRows(busy, DANISH)
    (row,) = rows.groups[1].rows
    assert row.sign.word == "afslået"
    assert row.detail.startswith("Enheden er for lille")
    assert rows.overdue() == 0


def test_a_register_file_that_came_later_shows_what_is_done(small: Plan) -> None:
    akanden = key(small, "Åkanden")
    small.apply(units.rename(small, akanden, "Åkanden Nord", day=date(2026, 12, 1)))
    small.apply(send_request(small, "municipality", key="r1"))
    old = small.baseline
    renamed = tuple(
        replace(one, record=replace(one.record, name="Åkanden Nord")) if one.record.key == akanden else one
        for one in old.versions
    )
    small.today = date(2026, 12, 15)
    kept, change, _ = adopt(small, replace(old, id="later", day=date(2026, 12, 14), versions=renamed))
    small.add_baseline(kept)
    small.apply(change)
    words = [row.sign.word for group in WishRows(small, DANISH).groups for row in group.rows]
    assert words == ["udført, registeret viser det"]
