"""What a sender can do instead."""

from sorstudio.model.edits import units
from sorstudio.model.records import Contact
from sorstudio.routing.answer import AlternativeKind
from sorstudio.routing.nearest import MOST
from sorstudio.routing.question import Question, Sender
from tests.model.outline import gln, key, plan
from tests.routing.asking import ask, place, take_off, town
from tests.rules.findings import with_types


def kinds(answer: object) -> list[tuple[str, str | None]]:
    return [(one.kind.value, one.gln or one.phone) for one in answer.alternatives]  # type: ignore[attr-defined]


def test_the_telephone_comes_last() -> None:
    work = town()
    take_off(work, "Genoptræningen", "GGOP")
    work.apply(units.set_contact(work, key(work, "Genoptræningen"), Contact(phone="11223344")))
    answer = ask(work, Question(area="traening", sender=Sender.HOSPITAL))
    assert kinds(answer) == [("other_message", gln(3)), ("phone", "11223344")]


def test_others_who_take_the_same_message() -> None:
    work = town()
    place(work, "Plejecenter Åbo", "traening")
    answer = ask(work, Question(area="traening", sender=Sender.HOSPITAL))
    assert kinds(answer) == [(AlternativeKind.OTHER_AREA.value, gln(3))]


def test_the_number_above_is_offered_where_it_takes_the_message() -> None:
    work = with_types(town(), "Sundhed og Omsorg", "<XREF15", "<XDIS18")
    answer = ask(work, Question(area="plejehjem", message="XREF15"))
    assert kinds(answer)[0] == (AlternativeKind.ADMINISTRATION.value, gln(1))


def test_a_note_to_somebody_else_is_no_alternative() -> None:
    answer = ask(town(), Question(area="ppr", sender=Sender.GP))
    assert answer.alternatives == ()


def test_few_enough_to_read() -> None:
    lines = ["Kommune", "  Sundhed", *(f"    Genoptræning {n} [{gln(n)}]" for n in range(1, 12))]
    work = plan("\n".join(lines))
    for n in range(1, 12):
        work = with_types(work, f"Genoptræning {n}", "<GGOP")
    assert len(ask(work, Question(area="traening")).alternatives) == MOST
