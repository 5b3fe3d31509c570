"""Files that would do the plan harm are refused with the figures."""

from dataclasses import replace
from datetime import date

import pytest

from sorstudio.model.edits import closing
from sorstudio.model.errors import Unusable
from sorstudio.requests.sound_file import check_file
from tests.model.outline import DAY, baseline, key, plan

NAMES = [f"Enhed {place}" for place in range(20)]
NEW_DAY = date(2026, 12, 15)


def drawing(names: list[str]) -> str:
    return "Kommune\n  Sundhed\n" + "\n".join(f"    {name}" for name in names)


def code_of(text: str, day: date = NEW_DAY) -> tuple[str, dict[str, object]]:
    with pytest.raises(Unusable) as refusal:
        check_file(plan(drawing(NAMES)), baseline(text, day=day))
    return refusal.value.code, dict(refusal.value.params)


def test_a_whole_newer_file_is_taken() -> None:
    check_file(plan(drawing(NAMES)), baseline(drawing(NAMES), day=NEW_DAY))
    check_file(plan(drawing(NAMES)), baseline(drawing(NAMES[:-2]), day=NEW_DAY))


def test_a_file_cut_off_is_refused_with_how_many_there_are() -> None:
    assert code_of(drawing(NAMES[:10])) == ("confirm.truncated", {"count": 12, "expected": 22})


def test_a_file_that_closes_more_than_a_tenth_is_refused_although_others_came() -> None:
    closed = [f"{name} (closed 2026-12-01)" for name in NAMES[:3]]
    text = drawing([*closed, *NAMES[3:], "Ny 1", "Ny 2", "Ny 3"])
    assert code_of(text) == ("confirm.closes", {"count": 3, "total": 22})


def test_an_older_file_is_refused() -> None:
    assert code_of(drawing(NAMES), date(2026, 11, 1)) == (
        "confirm.older",
        {"day": date(2026, 11, 1), "baseline": DAY},
    )


def test_another_municipality_is_refused_by_name() -> None:
    own = baseline(drawing(NAMES), day=NEW_DAY)
    top = replace(own.versions[0], record=replace(own.versions[0].record, sor_id="90099991000016000"))
    other = replace(own, versions=(top, *own.versions[1:]))
    with pytest.raises(Unusable) as refusal:
        check_file(plan(drawing(NAMES)), other)
    assert refusal.value.code == "confirm.other_owner"


def test_what_the_plan_itself_closes_does_not_count() -> None:
    found = plan(drawing(NAMES))
    for name in NAMES[10:]:
        found.apply(closing.close(found, key(found, name), day=date(2026, 12, 1)))
    check_file(found, baseline(drawing(NAMES[:10]), day=NEW_DAY))
