from sorstudio.requests.envelope import make_request
from sorstudio.requests.management import management_summary
from sorstudio.requests.paper import Block
from tests.requests.asked import TODAY, busy_request
from tests.requests.plans import DANISH, municipality


def block(title: str) -> Block:
    return next(one for one in management_summary(busy_request()).blocks if one.title == title)


def test_the_lines_are_counted_by_who_carries_them_out() -> None:
    table = block("Hvem der udfører hvad").table
    assert table is not None
    assert [row[:2] for row in table.rows] == [
        (DANISH.value(f"word.addressee.{one.addressee}"), str(len(one.lines))) for one in busy_request().envelopes
    ]


def test_the_days_stand_in_order() -> None:
    table = block("Hvornår").table
    assert table is not None
    assert [row[0] for row in table.rows] == ["1. december 2026", "1. januar 2027"]


def test_reasons_quality_and_consequences_are_told() -> None:
    assert block("Hvorfor").notes == ("•  =SUM(A1)",)
    assert "af 100" in block("Kvaliteten af kommunens data i SOR").notes[0]
    assert any("Træning" in note for note in block("Hvad det betyder for andre").notes)


def test_a_plan_that_changes_nothing_says_that_nobody_loses() -> None:
    summary = management_summary(make_request(municipality(), DANISH, TODAY))
    assert summary.one_page
    assert summary.blocks[-1].notes[0].startswith("Ingen")
