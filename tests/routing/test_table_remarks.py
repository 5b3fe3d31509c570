"""What is remarked on a table."""

from datetime import date, timedelta

import pytest

from sorstudio import resources
from sorstudio.model.edits import closing
from sorstudio.model.plan import Plan
from sorstudio.model.records import OfferText
from sorstudio.model.texts import Texts
from sorstudio.routing.table_remarks import RemarkCode, Severity, TableRemark, remark_sentence, remarks
from tests.model.outline import TODAY, gln, key, plan
from tests.routing.asking import place, town
from tests.routing.test_table import of_town, tell
from tests.rules.findings import with_types

DANISH = Texts(resources.texts("da"), "da")


def found(work: Plan, within: int | None = None) -> tuple[TableRemark, ...]:
    return remarks(of_town(work, TODAY), TODAY, within)


def of(told: tuple[TableRemark, ...], code: RemarkCode, area: str) -> list[TableRemark]:
    return [one for one in told if one.code is code and one.area == area]


def test_a_hole_is_told_with_its_reason_and_where_to_look() -> None:
    work = town()
    told = of(found(work), RemarkCode.HOLE, "plejehjem")
    assert {one.unit for one in told} == {key(work, "Plejecenter Åbo")}
    assert {one.severity for one in told if one.message == "XDIS19"} == {Severity.WARNING}
    assert "har ingen modtager af XDIS19: Enheden har intet lokationsnummer." in " ".join(
        remark_sentence(one, DANISH) for one in told
    )


def test_a_hole_weighs_less_where_another_form_of_the_message_arrives() -> None:
    weights = {one.message: one.severity for one in of(found(town()), RemarkCode.HOLE, "hjemmesygepleje")}
    assert weights["XDIS91"] is Severity.INFO
    assert weights["XREF01"] is Severity.WARNING


def test_two_candidates_are_an_overlap_and_come_first() -> None:
    drawn = f"Kommune\n  Sundhed [{gln(1)}]\n    Genoptræning A [{gln(2)}]\n    Genoptræning B [{gln(3)}]"
    work = with_types(with_types(plan(drawn), "Genoptræning A", "<GGOP"), "Genoptræning B", "<GGOP")
    first = found(work)[0]
    assert (first.code, first.severity, first.message) == (RemarkCode.OVERLAP, Severity.ERROR, "GGOP")


@pytest.mark.parametrize(("days", "expected"), [(90, True), (91, False)])
def test_a_row_that_ends_within_ninety_days_is_told(days: int, expected: bool) -> None:
    work = town()
    work.apply(closing.close(work, key(work, "Genoptræningen"), day=TODAY + timedelta(days=days)))
    assert bool(of(found(work), RemarkCode.EXPIRES, "traening")) is expected
    assert of(found(work, days), RemarkCode.EXPIRES, "traening")


def test_what_senders_are_not_told_is_said_once_for_an_offer() -> None:
    work = town()
    assert len(of(found(work), RemarkCode.NO_PHONE, "hjemmesygepleje")) == 1
    tell(work, OfferText("hjemmesygepleje", criteria="Alle", phone="70101010", checked=date(2026, 1, 1)))
    told = found(work)
    assert of(told, RemarkCode.NO_PHONE, "hjemmesygepleje") == of(told, RemarkCode.NO_CRITERIA, "hjemmesygepleje") == []


def test_a_task_of_another_authority_is_only_information() -> None:
    work = town()
    place(work, "Sundhedscenter", "forloeb-kol")
    told = remarks(of_town(work, date(2027, 1, 1)), date(2027, 1, 1))
    assert {one.severity for one in told if one.offer == "forloeb-kol"} == {Severity.INFO}


def test_every_remark_has_a_sentence_in_both_languages() -> None:
    for language in ("da", "en"):
        assert all(f"reftable.remark.{code}" in resources.texts(language) for code in RemarkCode)
