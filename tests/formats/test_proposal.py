"""Lines as proposals."""

from sorstudio.formats.outline import parse_outline
from sorstudio.formats.own_list import read_list
from sorstudio.formats.proposal import Proposals, decide, propose_list, propose_outline, unit_above
from sorstudio.formats.proposal_guess import Decision
from sorstudio.model.identifiers import make_gln
from sorstudio.model.records import Address, Contact, UnitKind
from sorstudio.resources import code_lists

GLN = make_gln("579000000001")
TEXT = "1. Center for omsorg\na. Drive og levere tilbud til udsatte borgere\ni. Hørkær\nii. Rygestop\nb. Sundhedsplejen"


def proposed(text: str = TEXT) -> Proposals:
    return propose_outline(parse_outline(text, "plan.txt"), code_lists())


def test_units_below_a_task_go_to_the_unit_above_it() -> None:
    found = proposed()
    assert [str(one.decision) for one in found] == ["unit", "not_in_sor", "unit", "offer", "unit"]
    assert [unit_above(found, one.parent) for one in found] == [None, 0, 0, 0, 0]


def test_right_below_the_owner_stand_health_institutions() -> None:
    assert [one.kind for one in proposed()][::2] == [UnitKind.SI, UnitKind.OE, UnitKind.OE]


def test_deciding_otherwise_changes_the_kinds_below() -> None:
    found = decide(proposed("1. Tværgående opgaver\n1.1. Team Nord"), 0, Decision.UNIT)
    assert [one.kind for one in found] == [UnitKind.SI, UnitKind.OE]
    assert [one.kind for one in decide(found, 0, Decision.NOT_IN_SOR)] == [UnitKind.SI, UnitKind.SI]


def test_a_name_that_is_a_type_gives_the_type() -> None:
    found = {one.title: one.unit_type for one in proposed()}
    assert (found["Sundhedsplejen"], found["Hørkær"]) == ("554021000005101", None)


def test_a_name_of_two_types_gives_none() -> None:
    assert proposed("Hjemmesygeplejen og hjemmeplejen Amager\n\tNord")[0].unit_type is None


def test_a_described_row_of_a_list_is_a_unit_with_all_it_has() -> None:
    head = "Enhed;Adresse;Postnr;By;Telefon;GLN;Enhedstype;Tilbud"
    text = f"{head}\nYdelser;Åvej 1;9999;Øby;99999999;{GLN};plejehjem;Madservice, Gåtur\n"
    (one,) = propose_list(read_list(text.encode(), "liste.csv"), code_lists())
    assert (one.decision, one.gln, one.unit_type) == (Decision.UNIT, GLN, "42665001")
    assert (one.address, one.contact) == (Address("Åvej 1", postcode="9999", city="Øby"), Contact("99999999"))
    assert one.offers == ("madservice", "Gåtur")


def test_a_bare_row_of_a_list_is_guessed() -> None:
    (one,) = propose_list(read_list(b"Enhed;By\nTabt arbejdsfortjeneste;X\n", "liste.csv"), code_lists())
    assert (one.decision, one.offer) == (Decision.OFFER, "tabt-arbejdsfortjeneste")
