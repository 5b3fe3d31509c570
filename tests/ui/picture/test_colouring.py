"""Swatches by what is chosen."""

import pytest

from sorstudio.ui.picture.arrays import PictureData
from sorstudio.ui.picture.colouring import KINDS, ColourBy, colour
from sorstudio.ui.theme import Mode, Theme
from tests.ui.picture.sample import picture

UNITS = "a\n  b\n  c\n  d"


def codes(data: PictureData, by: ColourBy) -> list[str]:
    colouring = colour(data, by)
    return [colouring.swatches[number].code for number in colouring.of_unit]


def test_by_number() -> None:
    data = picture(UNITS, number_signs=[1, 2, 0, 3])
    assert codes(data, ColourBy.NUMBER) == [f"picture.number.{s}" for s in ("own", "inherited", "none", "unknown")]


def test_by_change_an_unchanged_unit_tells_of_its_number() -> None:
    data = picture(UNITS, number_signs=[1, 1, 1, 1], changes=[0, 1, 3, 4])
    assert codes(data, ColourBy.CHANGES) == [
        *("picture.number.own", "picture.change.new", "picture.change.moved", "picture.change.closed")
    ]


def test_by_finding_the_graver_comes_later() -> None:
    colouring = colour(picture(UNITS, findings=[0, 1, 2, 3]), ColourBy.FINDINGS)
    assert colouring.of_unit.tolist() == sorted(colouring.of_unit.tolist())


def test_by_type_the_common_ones_have_their_own_colour() -> None:
    units = "top\n" + "\n".join(f"  {number}" for number in range(9))
    data = picture(units, types=["", *"aabcdefgh"])
    colouring = colour(data, ColourBy.TYPE)
    assert [swatch.words for swatch in colouring.swatches[2:]] == list("abcdef")
    assert len(colouring.swatches) == KINDS + 2
    assert colouring.swatches[colouring.of_unit[9]].code == "picture.type.other"


def test_by_area_as_by_type() -> None:
    colouring = colour(picture(UNITS, areas=["", "Sygepleje", "Sygepleje", "Genoptræning"]), ColourBy.AREA)
    assert [colouring.swatches[number].code for number in colouring.of_unit] == [
        *("picture.area.none", "Sygepleje", "Sygepleje", "Genoptræning")
    ]


def test_by_age_the_older_comes_later_and_unknown_is_its_own() -> None:
    data = picture("a\n  b\n  c\n  d\n  e\n  f", ages=[-1, 0, 1, 2, 5, 10])
    assert colour(data, ColourBy.AGE).of_unit.tolist() == [0, 1, 1, 2, 3, 4]


def test_the_legend_names_only_what_occurs() -> None:
    used = colour(picture(UNITS, number_signs=[1, 1, 2, 2]), ColourBy.CHANGES).used
    assert [swatch.code for swatch in used] == ["picture.number.own", "picture.number.inherited"]


@pytest.mark.parametrize("by", list(ColourBy))
@pytest.mark.parametrize("mode", list(Mode))
def test_every_colour_is_a_token(by: ColourBy, mode: Mode) -> None:
    theme = Theme(mode)
    for swatch in colour(picture(UNITS, types=list("abcd")), by).swatches:
        assert all(theme.color(token).isValid() for token in (swatch.fill, swatch.line, swatch.accent) if token)


@pytest.mark.parametrize("by", [ColourBy.CHANGES, ColourBy.FINDINGS, ColourBy.NUMBER, ColourBy.AGE])
def test_no_two_swatches_look_alike_in_grey(by: ColourBy) -> None:
    swatches = colour(picture(UNITS), by).swatches
    looks = {(swatch.pattern, bool(swatch.fill), bool(swatch.line)) for swatch in swatches}
    assert len(looks) == len(swatches)


@pytest.mark.parametrize("by", [ColourBy.TYPE, ColourBy.AREA])
def test_every_kind_has_a_look_of_its_own_without_colour(by: ColourBy) -> None:
    kinds = [f"kind {number}" for number in range(6) for _ in range(7 - number)] + ["rare", ""]
    text = "\n".join(f"unit {number}" for number in range(len(kinds)))
    used = colour(picture(text, types=kinds, areas=kinds), by).used
    looks = {(bool(one.fill), one.fill == one.line, one.pattern) for one in used}
    assert len(looks) == len(used) == 8
