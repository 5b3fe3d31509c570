"""What partners are told of the offers."""

from sorstudio.model.codes import CatalogueOffer
from sorstudio.model.plan import Plan
from sorstudio.routing.partners import Entry, partners
from sorstudio.routing.question import Sender
from tests.model.outline import gln, key
from tests.routing.asking import directory, place, town


def entries(work: Plan, heading: str) -> tuple[Entry, ...]:
    return next(part for part in partners(directory(work)) if part.heading.code == heading).entries


def test_all_ten_headings_in_their_order() -> None:
    work = town()
    assert [part.heading for part in partners(directory(work))] == list(work.codes.headings)


def test_an_area_of_which_nothing_is_placed_is_told_by_who_receives() -> None:
    found = entries(town(), "traening-og-rehabilitering")
    assert [(one.area, one.offer, [unit.name for unit in one.providers]) for one in found] == [
        ("traening", None, ["Genoptræningen"])
    ]
    assert found[0].providers[0].gln == gln(3)
    assert ("GGOP", "GGOP100") in found[0].providers[0].messages
    answers = {sender: answer.receiver.type for sender, answer in found[0].ways if answer.receiver}
    assert answers == {Sender.GP: "FDIS91", Sender.HOSPITAL: "GGOP", Sender.MUNICIPALITY: "FDIS91"}


def test_what_is_placed_stands_for_its_area() -> None:
    work = town()
    place(work, "Rygestop", "rygestop")
    found = entries(work, "forebyggelsestilbud")
    assert [one.offer for one in found] == ["rygestop"]
    assert isinstance(found[0].title, CatalogueOffer)
    assert found[0].providers[0].unit == key(work, "Rygestop")
    assert found[0].providers[0].giver == key(work, "Sundhedscenter")


def test_a_heading_without_anything_is_empty() -> None:
    assert entries(town(), "ppr-samarbejde") == ()
