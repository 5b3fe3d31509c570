"""The first guess at what a line is."""

import pytest

from sorstudio.formats.proposal_guess import Decision, best_offer, guess
from sorstudio.resources import code_lists


@pytest.mark.parametrize(
    ("title", "decision"),
    [
        ("Center for it, personale og økonomi", Decision.UNIT),
        ("Børne- og Ungeforvaltningen", Decision.UNIT),
        ("team 3+4+5 og aften", Decision.UNIT),
        ("Plejecentret Hørgården", Decision.UNIT),
        ("Sundhedsplejen", Decision.UNIT),
        ("Café Harlekin", Decision.UNIT),
        ("2 – 6. sal", Decision.UNIT),
        ("Kontinensklinikken", Decision.UNIT),
        ("Økonomi, HR og Borgervelfærd", Decision.UNIT),
        ("tabt arbejdsfortjeneste", Decision.OFFER),
        ("kontaktpersonordningen for døvblinde", Decision.OFFER),
        ("aflastningsordninger § 84 og jf. § 44", Decision.OFFER),
        ("BCH-ydelser iht serviceloven", Decision.OFFER),
        ("Vurderingspladser", Decision.OFFER),
        ("Inkontinensklinik", Decision.OFFER),
        ("Madservice", Decision.OFFER),
        ("Myndighedsopgaver i forhold til Serviceloven", Decision.NOT_IN_SOR),
        ("Myndigheds- og driftsopgaver indenfor miljø", Decision.NOT_IN_SOR),
        ("Økonomiansvar", Decision.NOT_IN_SOR),
        ("Drift af kommunens bygninger og arealer", Decision.NOT_IN_SOR),
        ("HR opgaver", Decision.NOT_IN_SOR),
        ("5 lokalområder", Decision.NOT_IN_SOR),
    ],
)
def test_the_words_of_a_name_tell_what_it_is(title: str, decision: Decision) -> None:
    assert guess(title, "", code_lists()).decision is decision


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("SOF-plejefamilie", "plejefamilier"),
        ("aflastningsordninger § 84", "aflastningsordning"),
        ("Kontaktpersonordningen for døvblinde", "kontaktperson-doevblinde"),
        ("noedkald", "noedkald"),
        ("Kommunens egen gåtur", None),
    ],
)
def test_the_catalogue_knows_an_offer_by_other_words(text: str, code: str | None) -> None:
    found = best_offer(text, code_lists())
    assert (found.code if found else None) == code
