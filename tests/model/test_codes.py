"""Look-ups in the code lists."""

import pytest

from sorstudio.model.codes import CodeLists, OfferKind, UnitType
from sorstudio.resources import code_lists

LISTS = code_lists()


@pytest.mark.parametrize(
    "written",
    ["546811000005109", "genoptræningsenhed", "Genoptræningsenhed", "genoptraeningsenhed", "genoptræningscenter"],
)
def test_a_unit_type_by_code_name_slug_or_older_label(written: str) -> None:
    found = LISTS.unit_type(written)
    assert found is not None
    assert found.code == "546811000005109"


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("handicap-og-psykiatrienhed", "handicap- og psykiatrienhed"),
        ("anden-EDI", "teknisk lokationsnummer / anden EDI"),
        ("supplerende-oplysninger", "supplerende oplysninger"),
    ],
)
def test_a_slug_of_the_endpoint_register(slug: str, name: str) -> None:
    found = LISTS.unit_type(slug)
    assert found is not None
    assert found.name_da == name


def test_an_unknown_unit_type_is_none() -> None:
    assert LISTS.unit_type("rumstation") is None


def test_an_empty_text_is_no_unit_type() -> None:
    assert LISTS.unit_type("") is None


def test_a_synonym_never_takes_a_name_from_its_owner() -> None:
    lists = CodeLists(unit_types=(UnitType("1", "a", "a-en"), UnitType("2", "b", "b-en", synonyms=("a",))))
    found = lists.unit_type("a")
    assert found is not None
    assert found.code == "1"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("0101", "0101"),
        ("København", "0101"),
        ("Københavns Kommune", "0101"),
        ("københavns kommune", "0101"),
        ("Århus", "0751"),
        ("Aarhus Kommune", "0751"),
        ("Herlevs Kommune", "0163"),
        ("Vesthimmerland", "0820"),
        ("Bornholms Regionskommune", "0400"),
        ("Høje-Tåstrup Kommune", "0169"),
        ("Randers Kommune", "0730"),
        ("751", "0751"),
        (" 101 ", "0101"),
        ("Aarhus' Kommune", "0751"),
        ("Aarhus\u2019 Kommune", "0751"),
        ("A\u030arhus Kommune", "0751"),
        ("Vesthimmerlands Kommune", "0820"),
        ("Ringsteds Kommune", "0329"),
        ("Assens Kommune", "0420"),
        ("Assens' Kommune", "0420"),
    ],
)
def test_a_municipality_as_people_write_it(written: str, code: str) -> None:
    found = LISTS.municipality(written)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("written", ["", "Eksempelby Kommune", "Kommune", "1", "00751", "7510"])
def test_what_is_no_municipality(written: str) -> None:
    assert LISTS.municipality(written) is None


@pytest.mark.parametrize("municipality", LISTS.municipalities, ids=lambda m: m.code)
def test_every_municipality_is_found_by_its_names(municipality) -> None:  # noqa: ANN001
    for written in (municipality.code, municipality.name, municipality.official_name):
        assert LISTS.municipality(written) is municipality


@pytest.mark.parametrize("written", ["1082", "Midtjylland", "Region Midtjylland", "Central Denmark Region"])
def test_a_region_by_code_or_name(written: str) -> None:
    found = LISTS.region(written)
    assert found is not None
    assert found.code == "1082"


def test_offers_stand_under_the_ten_headings_in_order() -> None:
    assert [heading.name_da for heading, _ in LISTS.offers_by_heading()] == [
        "Ældre- og hjemmepleje",
        "Forebyggelsestilbud",
        "Træning og rehabilitering",
        "Tandlæge",
        "Sundhedspleje",
        "Socialpsykiatri",
        "Jobcentre",
        "Hjælpemidler",
        "Misbrugscentre",
        "PPR-samarbejde",
    ]


def test_every_heading_has_offers_and_none_is_lost() -> None:
    groups = [offers for _, offers in LISTS.offers_by_heading()]
    assert all(groups)
    assert sum(map(len, groups)) == len(LISTS.offers)


def test_a_suboffer_without_types_of_its_own_has_those_of_its_area() -> None:
    offer, area = LISTS.offer("rygestop"), LISTS.area("forebyggelse")
    assert offer is not None
    assert area is not None
    assert (offer.kind, offer.receives) == (OfferKind.SUBOFFER, area.receives)


def test_the_respite_scheme_rests_on_section_84() -> None:
    offer = LISTS.offer("aflastningsordning")
    assert offer is not None
    assert "§ 84" in offer.legal_basis


@pytest.mark.parametrize("written", ["41000035001", "KMD", "kmd"])
def test_a_net_operator_by_code_or_name(written: str) -> None:
    found = LISTS.net_operator(written)
    assert found is not None
    assert found.code == "41000035001"


@pytest.mark.parametrize("written", ["Cura", "cura", "Cura (Systematic)"])
def test_a_journal_system_by_name_or_label(written: str) -> None:
    found = LISTS.journal_system(written)
    assert found is not None
    assert found.vendor == "Systematic"


def test_a_journal_system_knows_what_it_is_approved_for() -> None:
    system = LISTS.journal_system("Cura")
    assert system is not None
    assert any(one.code == "XREF22" and one.direction == "in" for one in system.approvals)


def test_a_speciality_by_name() -> None:
    found = LISTS.speciality("Kommunal tandpleje")
    assert found is not None
    assert found.code == "658201000005103"


@pytest.mark.parametrize("written", ["home-care-assessment", "Visitation", "visitation", "Home care assessment"])
def test_a_category_by_code_or_name(written: str) -> None:
    found = LISTS.category(written)
    assert found is not None
    assert (found.code, found.areas) == ("home-care-assessment", ("visitation", "hjemmepleje"))


@pytest.mark.parametrize("written", ["", "rumfart"])
def test_an_unknown_category_is_none(written: str) -> None:
    assert LISTS.category(written) is None
