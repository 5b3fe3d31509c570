import re
from datetime import date

import pytest

from sorstudio.model.edits import closing, messages, numbers, offers, units
from sorstudio.model.edits import settings as plan_settings
from sorstudio.model.edits.acts import change_for, parse_act
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN, Address, AddressUse, Contact, Direction, NumberState, UnitKind
from sorstudio.model.texts import Texts
from sorstudio.requests.line import Action, FieldValue
from sorstudio.requests.lines import change_lines
from sorstudio.requests.phrases import Phrases
from tests.model.outline import gln, key
from tests.requests.plans import DANISH, DAY, ENGLISH, find, municipality, sentence


@pytest.fixture
def work() -> Plan:
    return municipality()


def only(work: Plan) -> str:
    (line,) = change_lines(work)
    return sentence(line)


def test_a_creation_names_kind_parent_and_type(work: Plan) -> None:
    work.apply(units.create(work, key(work, "Træning"), "Hold", key="ny", day=DAY))
    assert only(work) == "Opret organisatorisk enhed »Hold« under »Træning«."
    work.apply(units.set_unit_type(work, "ny", "genoptræningsenhed", day=DAY))
    assert only(work).endswith("med enhedstypen genoptræningsenhed.")


def test_a_unit_is_created_under_the_name_of_that_day(work: Plan) -> None:
    work.apply(units.create(work, key(work, "Træning"), "Hold", key="ny", day=DAY))
    work.apply(units.rename(work, "ny", "Holdet", day=date(2027, 1, 1)))
    assert sentence(find(change_lines(work), Action.CREATE)) == "Opret organisatorisk enhed »Hold« under »Træning«."


def test_a_move_names_both_parents(work: Plan) -> None:
    work.apply(units.move(work, [key(work, "Syd")], key(work, "Træning"), day=DAY))
    assert only(work) == "Flyt »Syd« fra »Hjemmepleje« til »Træning«."


def test_a_type_is_named_and_its_predecessor_too(work: Plan) -> None:
    work.apply(units.set_unit_type(work, key(work, "Nord"), "hjemmeplejeenhed", day=DAY))
    assert only(work) == "Sæt enhedstypen for »Nord« til: hjemmeplejeenhed. Før: ingen."


def test_an_address_is_written_out(work: Plan) -> None:
    address = Address("Søndergade", "4", postcode="8000", city="Aarhus C")
    work.apply(units.set_address(work, key(work, "Nord"), AddressUse.VISITING, address, day=DAY))
    assert only(work) == "Ret besøgsadresse for »Nord« til: Søndergade 4, 8000 Aarhus C. Før: arvet."


def test_contact_details_given_up_are_inherited(work: Plan) -> None:
    work.apply(units.set_contact(work, key(work, "Nord"), Contact(phone="12345678"), day=DAY))
    work.apply(units.set_contact(work, key(work, "Nord"), None, day=date(2027, 1, 1)))
    line = change_lines(work)[1]
    assert sentence(line) == "Lad »Nord« arve kontaktoplysninger. Før: 12345678."


def test_number_sentences(work: Plan) -> None:
    work.apply(numbers.order_location_number(work, key(work, "Syd"), system="Nexus", day=DAY))
    work.apply(numbers.set_location_number(work, key(work, "Tandpleje"), NumberState.OWN, gln(8), day=DAY))
    work.apply(numbers.set_location_number(work, key(work, "Hjemmepleje"), NumberState.OWN, gln(9), day=DAY))
    work.apply(numbers.change_number(work, key(work, "Træning"), {"system": "Nexus"}, day=DAY))
    work.apply(numbers.set_location_number(work, key(work, "Nord"), NumberState.NONE, day=DAY))
    assert {sentence(line) for line in change_lines(work)} == {
        "Opret et nyt lokationsnummer til »Syd«. Journalsystem: Nexus.",
        f"Registrér lokationsnummeret {gln(8)} som eget nummer på »Tandpleje«.",
        f"Udskift lokationsnummeret {gln(1)} på »Hjemmepleje« med {gln(9)}.",
        f"Ret journalsystem for lokationsnummeret {gln(2)} på »Træning« til: Nexus. Før: ingen.",
        "Lad »Nord« stå uden lokationsnummer. Før: arvet.",
    }


def test_message_types_say_what_is_received_and_what_is_sent(work: Plan) -> None:
    unit = key(work, "Træning")
    work.apply(messages.add_message_type(work, unit, "XREF15", None, [Direction.IN], day=DAY))
    assert only(work) == f"Tilføj på {gln(2)} (»Træning«): modtager XREF15 (XH1530R)."
    work.apply(messages.add_message_type(work, unit, "XDIS15", None, [Direction.OUT], day=DAY))
    assert only(work) == f"Tilføj på {gln(2)} (»Træning«): modtager XREF15 (XH1530R); sender XDIS15 (XD1530L)."


def test_offers_notes_and_settings_are_sentences_too(work: Plan) -> None:
    unit = key(work, "Nord")
    work.apply(offers.create_offer(work, "Havekursus", key="have"))
    work.apply(offers.place_offer(work, ["have", "hjemmesygepleje"], unit, day=DAY))
    work.apply(units.add_note(work, unit, "Spørg Anna", key="n1"))
    work.apply(plan_settings.set_setting(work, "responsible_name", "Anna"))
    lines = change_lines(work)
    assert sentence(find(lines, Action.PLACE_OFFER)) == "Placér på »Nord«: Havekursus, Hjemmesygepleje."
    assert sentence(find(lines, Action.CREATE_OFFER)) == "Eget tilbud i kataloget: Havekursus."
    assert sentence(find(lines, Action.NOTE)) == "Note på »Nord«: Spørg Anna"
    assert sentence(find(lines, Action.SETTING)).startswith("Planens indstillinger: ")


def test_a_closing_names_day_and_successor(work: Plan) -> None:
    work.apply(closing.close(work, key(work, "Syd"), successors=[key(work, "Nord")], day=DAY))
    assert only(work) == "Luk »Syd« fra 1. december 2026. Afløses af: Nord."


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("name", UNKNOWN, "word.unknown"),
        ("name", None, "word.none"),
        ("contact", None, "word.inherited"),
        ("internal_only", False, "word.no"),
        ("kind", UnitKind.OE, "word.kind.OE"),
        ("net_operator", "41000035001", "KMD"),
        ("specialities", (), "word.none"),
        ("unit_type", "noget andet", "noget andet"),
        ("area", "noget andet", "noget andet"),
        ("category", "noget andet", "noget andet"),
        ("sender", "gp", "word.sender.gp"),
    ],
)
def test_values_in_words(work: Plan, field: str, value: FieldValue, expected: object) -> None:
    assert Phrases(work.state(), work.state(), work.codes).word(field, value) == expected


@pytest.mark.parametrize(("words", "expected"), [(DANISH, "plejehjem"), (ENGLISH, "Nursing home")])
def test_a_code_is_named_in_the_language_of_the_sentence(work: Plan, words: Texts, expected: str) -> None:
    word = Phrases(work.state(), work.state(), work.codes).word("unit_type", "42665001")
    assert words.value(word) == expected


@pytest.mark.parametrize(("field", "code"), [("area", "traening"), ("category", "training")])
def test_areas_and_categories_are_named(work: Plan, field: str, code: str) -> None:
    word = Phrases(work.state(), work.state(), work.codes).word(field, code)
    assert (DANISH.value(word) != code, "ræning" in DANISH.value(word)) == (True, True)


ACTS: list[dict[str, object]] = [
    {"act": "rename", "unit": "Nord", "name": "Nordby"},
    {"act": "create", "parent": "Træning", "name": "Hold"},
    {"act": "create", "parent": "Træning", "name": "Hold", "unit_type": "genoptræningsenhed"},
    {"act": "move", "unit": "Syd", "parent": "Træning"},
    {"act": "move", "unit": "Syd", "parent": "Hjemmepleje", "before": "Nord"},
    {"act": "close", "unit": "Hjemmepleje", "with_below": True},
    {"act": "replace", "unit": "Træning", "by": "Hjemmepleje"},
    {"act": "replace", "unit": "Syd", "name": "Sydby"},
    {"act": "merge", "units": ["Nord", "Syd"], "name": "Nord og Syd"},
    {"act": "set_unit_type", "unit": "Nord", "code": "hjemmeplejeenhed"},
    {"act": "set_specialities", "unit": "Nord", "codes": ["658171000005102"]},
    {"act": "set_address", "unit": "Nord", "street": "Vej", "building": "1"},
    {"act": "set_contact", "unit": "Nord", "phone": "12345678"},
    {"act": "change_fields", "unit": "Nord", "fields": {"cvr": "55133018", "ambulant": True, "shak": "1234"}},
    {"act": "set_location_number", "unit": "Nord", "state": "none"},
    {"act": "set_location_number", "unit": "Syd", "state": "inherited"},
    {"act": "set_location_number", "unit": "Syd", "state": "own", "gln": gln(5)},
    {"act": "set_location_number", "unit": "Træning", "state": "own", "gln": gln(5)},
    {"act": "change_location_number", "unit": "Træning", "system": "Nexus", "internal_only": True},
    {"act": "close_location_number", "unit": "Træning"},
    {"act": "order_location_number", "unit": "Syd"},
    {"act": "order_location_number", "unit": "Syd", "system": "Nexus", "region": "1082", "note": "Haster"},
    {"act": "add_message_type", "unit": "Træning", "type": "XREF15", "direction": "both"},
    {"act": "place_offer", "offer": "hjemmesygepleje", "unit": "Nord"},
    {"act": "create_offer", "name": "Havekursus"},
    {"act": "note", "unit": "Nord", "text": "Spørg"},
    {"act": "set_setting", "name": "responsible_name", "value": "Åse"},
]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: str(act["act"]))
@pytest.mark.parametrize("words", [DANISH, ENGLISH], ids=["da", "en"])
def test_every_line_is_a_whole_sentence(work: Plan, act: dict[str, object], words: Texts) -> None:
    named = {unit.name: unit.key for unit in work.state().units.values()}
    keyed = {name: _keyed(value, named) for name, value in act.items()}
    work.apply(change_for(work, parse_act(keyed), {}))
    for line in change_lines(work):
        told = sentence(line, words)
        assert words.has(line.code)
        assert not re.search(r"[{}]|word\.|request\.|UNKNOWN|None", told), told


def _keyed(value: object, named: dict[str, str]) -> object:
    if isinstance(value, list):
        return [_keyed(item, named) for item in value]
    return named.get(value, value) if isinstance(value, str) else value


def test_every_action_has_a_word_in_both_languages() -> None:
    assert all(words.has(f"word.action.{action}") for action in Action for words in (DANISH, ENGLISH))
