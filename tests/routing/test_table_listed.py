"""What is wrong with the rows of a file."""

from sorstudio import resources
from sorstudio.model.edits import closing
from sorstudio.model.identifiers import make_sor_id
from sorstudio.model.plan import Plan
from sorstudio.model.texts import Texts
from sorstudio.routing.directory import Directory
from sorstudio.routing.table_cells import ListedRow
from sorstudio.routing.table_listed import listed_remarks
from sorstudio.routing.table_remarks import RemarkCode, TableRemark, remark_sentence
from tests.model.outline import gln, key
from tests.routing.asking import town
from tests.routing.test_table import EKSEMPELBY

DANISH = Texts(resources.texts("da"), "da")


def told(work: Plan, **cells: str) -> list[TableRemark]:
    directory = Directory(work.state(), work.codes, None, EKSEMPELBY)
    return list(listed_remarks([directory], [ListedRow(4, {"message": "GGOP", "offer_name": "Træning", **cells})]))


def codes(work: Plan, **cells: str) -> list[RemarkCode]:
    return [one.code for one in told(work, **cells)]


def test_a_sound_row_is_not_remarked_on() -> None:
    work = town()
    assert codes(work, sor_id=key(work, "Genoptræningen"), gln=gln(3), message="GGOP") == []
    assert codes(work, sor_id=key(work, "Rygestop"), gln=gln(4), message="XREF15", patient_url="https://a.dk/b") == []


def test_a_closed_unit_and_its_number_are_dead() -> None:
    work = town()
    unit = key(work, "Genoptræningen")
    work.apply(closing.close(work, unit))
    found = told(work, sor_id=unit, gln=gln(3))
    assert [one.code for one in found] == [RemarkCode.DEAD_UNIT, RemarkCode.DEAD_NUMBER]
    assert {(one.unit, one.line) for one in found} == {(unit, 4)}
    said = remark_sentence(found[1], DANISH)
    assert said == f"Linje 4 (Træning): lokationsnummeret {gln(3)} findes ikke eller er lukket."


def test_what_was_never_there_is_dead() -> None:
    assert codes(town(), sor_id=make_sor_id(77_000_001), gln=gln(77)) == [RemarkCode.DEAD_UNIT, RemarkCode.DEAD_NUMBER]


def test_a_number_that_is_another_units_now_is_told_with_its_name() -> None:
    work = town()
    found = told(work, sor_id=key(work, "Genoptræningen"), gln=gln(2), receiver="Genoptræningen")
    assert [one.code for one in found] == [RemarkCode.NUMBER_MOVED]
    assert "Det er nu »Hjemmesygeplejen«." in remark_sentence(found[0], DANISH)


def test_the_rows_of_other_municipalities_are_not_judged() -> None:
    assert codes(town(), municipality="0461", gln=gln(77)) == []
    assert codes(town(), municipality="0101", gln=gln(77)) == [RemarkCode.DEAD_NUMBER]


def test_unknown_messages_and_bad_links_are_told() -> None:
    found = codes(town(), message="XREF99", description_url="se hjemmesiden")
    assert found == [RemarkCode.UNKNOWN_MESSAGE, RemarkCode.BAD_LINK]


def test_without_a_municipality_nothing_is_known() -> None:
    assert listed_remarks([], [ListedRow(1, {"message": "XREF99"})]) == ()
