"""What the window remembers."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from sorstudio.ui.preferences import MOST_RECENT, TOUR, Preferences, Recent


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "window.ini")


def test_what_is_set_is_there_the_next_day(tmp_path: Path, preferences: Preferences) -> None:
    preferences.set_text("mode", "dark")
    assert Preferences(tmp_path / "window.ini").text("mode") == "dark"


def test_recent_plans_are_newest_first_each_once_and_not_too_many(preferences: Preferences) -> None:
    for number in (*range(12), 5):
        preferences.add_recent(Recent(f"/p/{number}.sorplan", "Ærø Kommune"))
    paths = [one.path for one in preferences.recent()]
    assert paths[:2] == ["/p/5.sorplan", "/p/11.sorplan"]
    assert len(paths) == len(set(paths)) == MOST_RECENT


def test_a_plan_that_is_gone_can_be_forgotten(preferences: Preferences) -> None:
    preferences.add_recent(Recent("/p/a.sorplan", "Ærø"))
    preferences.forget_recent("/p/a.sorplan")
    assert preferences.recent() == ()


def test_settings_that_make_no_sense_count_as_not_set(preferences: Preferences) -> None:
    preferences.set_text("recent", '[{"strange": 1}]')
    preferences.set_text("scale", "large")
    assert preferences.recent() == ()
    assert preferences.number("scale", 1.0) == 1.0


def test_geometry_survives(preferences: Preferences) -> None:
    preferences.set_state("window", QByteArray(b"\x01\x02\xff"))
    assert preferences.state("window") == QByteArray(b"\x01\x02\xff")
    assert preferences.state("never").isEmpty()


def test_a_mapping_is_remembered_for_its_columns(preferences: Preferences) -> None:
    preferences.set_mapping("abc", {"sor_id": "Nøgle", "name": "Kaldes"})
    assert preferences.mapping("abc") == {"sor_id": "Nøgle", "name": "Kaldes"}
    assert preferences.mapping("other") == {}


def test_one_recent_plan_that_makes_no_sense_does_not_take_the_others_with_it(preferences: Preferences) -> None:
    lines = '[7, {"path": "/p/a.sorplan", "municipality": "Ærø"}, {"path": 3, "municipality": "Ærø"}, null]'
    preferences.set_text("recent", lines)
    assert preferences.recent() == (Recent("/p/a.sorplan", "Ærø"),)
    preferences.set_text("recent", '{"path": "/p/a.sorplan"}')
    assert preferences.recent() == ()


def test_what_was_seen_once_is_remembered(tmp_path: Path, preferences: Preferences) -> None:
    assert not preferences.has_seen(TOUR)
    preferences.set_seen(TOUR)
    assert Preferences(tmp_path / "window.ini").has_seen(TOUR)
    assert not preferences.has_seen("other")
