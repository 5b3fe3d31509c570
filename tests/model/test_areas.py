from dataclasses import replace

from sorstudio.model.areas import Ground, areas_of
from sorstudio.model.edits import offers
from sorstudio.model.records import UNKNOWN
from sorstudio.resources import code_lists
from tests.model.outline import key, plan

CODES = code_lists()
TREE = "Kommune\n  Sundhed\n    Genoptræningen\n    Team Nord"


def test_the_name_tells_the_area_where_nothing_is_offered() -> None:
    work = plan(TREE)
    found = areas_of(work.state(), CODES, work.state().units[key(work, "Genoptræningen")])
    assert (found.codes, found.ground) == (("traening",), Ground.NAME)


def test_what_a_unit_offers_decides_over_its_name() -> None:
    work = plan(TREE)
    offer = next(one for one in CODES.offers if one.area_code == "tandpleje" or "tand" in one.area_code)
    work.apply(offers.place_offer(work, [offer.code], key(work, "Genoptræningen")))
    found = areas_of(work.state(), CODES, work.state().units[key(work, "Genoptræningen")])
    assert (found.codes, found.ground) == ((offer.area_code,), Ground.OFFER)


def test_a_type_speaks_for_each_area_that_uses_it() -> None:
    work = plan(TREE)
    unit = replace(work.state().units[key(work, "Team Nord")], unit_type="42665001")
    found = areas_of(work.state(), CODES, unit)
    assert (set(found.codes), found.ground) == ({"plejehjem", "aflastning"}, Ground.TYPE)


def test_a_unit_that_says_nothing_has_no_area() -> None:
    work = plan(TREE)
    unit = replace(work.state().units[key(work, "Team Nord")], unit_type=UNKNOWN)
    assert areas_of(work.state(), CODES, unit).ground is Ground.NONE
