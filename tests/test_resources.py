"""What is in resources/ is whole, and says the same in both languages."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from sorstudio import resources
from sorstudio.model import records
from sorstudio.model.codes import CatalogueOffer, OfferKind
from sorstudio.model.identifiers import snomed_problem

LISTS = resources.code_lists()
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def parameters(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)", sentence))


def test_both_languages_have_the_same_codes() -> None:
    assert set(resources.texts("da")) == set(resources.texts("en"))


def test_both_languages_use_the_same_parameters() -> None:
    danish, english = resources.texts("da"), resources.texts("en")
    unlike = [code for code in danish if parameters(danish[code]) != parameters(english.get(code, ""))]
    assert unlike == []


def test_no_sentence_is_empty() -> None:
    assert all(sentence.strip() for language in ("da", "en") for sentence in resources.texts(language).values())


def test_an_unknown_language_has_no_sentences() -> None:
    assert resources.texts("sv") == {}


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("unit_types", 76),
        ("specialities", 56),
        ("municipalities", 99),
        ("regions", 6),
        ("areas", 21),
        ("categories", 18),
        ("net_operators", 7),
    ],
)
def test_no_row_of_a_list_is_lost(name: str, count: int) -> None:
    assert len({one.code for one in getattr(LISTS, name)}) == count


def test_categories_and_areas_know_each_other() -> None:
    assert {area for one in LISTS.categories for area in one.areas} <= {area.code for area in LISTS.areas}
    of_areas = {(code, area.code) for area in LISTS.areas for code in area.categories}
    assert of_areas <= {(one.code, area) for one in LISTS.categories for area in one.areas}


def test_the_67_municipal_message_types_are_there() -> None:
    assert sum(one.is_municipal for one in LISTS.message_types) == 67


def test_no_message_type_stands_twice() -> None:
    pairs = [(one.code, one.version) for one in LISTS.message_types]
    assert len(pairs) == len(set(pairs))


def test_all_twenty_slugs_of_the_endpoint_register_have_a_type() -> None:
    assert len({one.eer_slug for one in LISTS.unit_types} - {""}) == 20


def test_unit_type_codes_are_sound_but_for_the_converted_department() -> None:
    assert [one.code for one in LISTS.unit_types if snomed_problem(one.code)] == ["726"]


def test_every_municipality_has_a_region_that_exists() -> None:
    assert {one.region_code for one in LISTS.municipalities} == {one.code for one in LISTS.regions}


def test_every_message_type_of_an_area_exists() -> None:
    unknown = [
        (area.code, code)
        for area in LISTS.areas
        for code in (*area.receives, *area.sends)
        if LISTS.message_type(code) is None
    ]
    assert unknown == []


def test_every_unit_type_of_an_area_exists() -> None:
    assert all(LISTS.unit_type(code) for area in LISTS.areas for code in area.unit_types)


def test_each_area_has_exactly_one_main_offer_of_its_own_code() -> None:
    main = [offer for offer in LISTS.offers if offer.kind is OfferKind.AREA]
    assert sorted(offer.code for offer in main) == sorted(area.code for area in LISTS.areas)
    assert all(offer.code == offer.area_code for offer in main)


def test_an_area_and_its_main_offer_stand_under_one_heading() -> None:
    for area in LISTS.areas:
        offer = LISTS.offer(area.code)
        assert offer is not None
        assert offer.heading == area.heading


def test_offer_codes_are_slugs_and_stand_once() -> None:
    codes = [offer.code for offer in LISTS.offers]
    assert len(codes) == len(set(codes))
    assert all(SLUG.fullmatch(code) for code in codes)


@pytest.mark.parametrize("offer", LISTS.offers, ids=lambda o: o.code)
def test_every_offer_fits_some_unit_type_and_receives_something(offer: CatalogueOffer) -> None:
    assert offer.name_da
    assert offer.name_en
    assert offer.unit_types
    assert offer.receives
    assert all(LISTS.message_type(code) for code in (*offer.receives, *offer.sends))


def test_the_national_programmes() -> None:
    programmes = {offer.code for offer in LISTS.offers if offer.kind is OfferKind.PROGRAMME}
    names = ("kol", "diabetes", "hjerte", "kraeft", "ryg", "demens", "psykisk")
    assert programmes == {f"forloeb-{name}" for name in names}


def test_the_special_tasks() -> None:
    special = {offer.code for offer in LISTS.offers if offer.is_special_task}
    assert special == {"vurderingspladser", "inkontinensklinik", "akutfunktion"}


def test_every_approval_belongs_to_a_system() -> None:
    rows = resources.read_csv("codes/journal-system-approvals.csv")
    assert sum(len(one.approvals) for one in LISTS.journal_systems) == len(rows)


def test_resources_and_examples_are_found() -> None:
    assert resources.resource("offers.toml").is_file()
    assert isinstance(resources.example("README.md"), Path)


GLOSSARY = resources.read_csv("glossary.csv")


def test_every_record_and_every_field_of_a_record_is_in_the_glossary() -> None:
    explained = {row["identifier"] for row in GLOSSARY}
    classes = [*records.CLASS_OF.values(), records.Address, records.Contact]
    wanted = {record.__name__ for record in classes} | {field.name for one in classes for field in fields(one)}
    assert wanted - explained == set()


def test_one_word_is_explained_once_and_in_both_languages() -> None:
    identifiers = [row["identifier"] for row in GLOSSARY]
    assert len(identifiers) == len(set(identifiers))
    assert all(row["danish"] and row["english"] for row in GLOSSARY)
