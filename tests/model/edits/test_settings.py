"""The plan's own settings stand in the journal like every act."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sorstudio.model.change import Change
from sorstudio.model.edits.settings import SETTINGS, default_setting, set_setting, setting
from sorstudio.model.plan import Plan
from sorstudio.model.texts import Texts
from sorstudio.resources import texts
from tests.model.outline import TODAY, plan
from tests.model.refusing import refused


@pytest.fixture
def found() -> Plan:
    return plan("Herlev Kommune\n  Sundhed")


def said(change: Change) -> str:
    return Texts(texts("da")).sentence(change.code, change.params)


def test_a_setting_is_set_and_said(found: Plan) -> None:
    change = found.apply(set_setting(found, "responsible_name", " Anna Bech "))
    assert setting(found, "responsible_name") == "Anna Bech"
    assert said(change) == "Indstillingen SOR-ansvarlig er nu Anna Bech."


def test_a_setting_can_be_undone(found: Plan) -> None:
    found.apply(set_setting(found, "responsible_name", "Anna"))
    found.undo()
    assert setting(found, "responsible_name") is None


def test_a_setting_changes(found: Plan) -> None:
    for name in ("Anna", "Bo"):
        found.apply(set_setting(found, "responsible_name", name))
    assert setting(found, "responsible_name") == "Bo"


@pytest.mark.parametrize("empty", [None, "", "  "])
def test_a_setting_is_taken_away(found: Plan, empty: str | None) -> None:
    found.apply(set_setting(found, "mail_sds", "en@anden.dk"))
    change = found.apply(set_setting(found, "mail_sds", empty))
    assert setting(found, "mail_sds") == "SORpost@sundhedsdata.dk"
    assert said(change) == "Indstillingen Sundhedsdatastyrelsens e-mail er nulstillet."


def test_a_setting_that_was_never_set_is_not_taken_away(found: Plan) -> None:
    with refused("edit.nothing_changes"):
        set_setting(found, "responsible_name", "")


def test_the_same_value_again_changes_nothing(found: Plan) -> None:
    found.apply(set_setting(found, "responsible_name", "Anna"))
    with refused("edit.nothing_changes"):
        set_setting(found, "responsible_name", "Anna")


def test_a_municipality_is_kept_by_its_code(found: Plan) -> None:
    found.apply(set_setting(found, "municipality", "Aarhus"))
    assert setting(found, "municipality") == "0751"


def test_a_municipality_that_is_not_there_is_refused(found: Plan) -> None:
    with refused("setting.municipality", "Andeby"):
        set_setting(found, "municipality", "Andeby")


def test_a_working_date_is_a_date(found: Plan) -> None:
    with refused("setting.date", "i morgen", "2026-12-31"):
        set_setting(found, "working_date", "i morgen")


@pytest.mark.parametrize("mail", ["anna", "anna@", "@herlev.dk", "anna@herlev", "anna bech@herlev.dk"])
def test_a_mail_address_looks_like_one(found: Plan, mail: str) -> None:
    with refused("setting.mail", mail):
        set_setting(found, "mail_medcom", mail)


def test_own_edits_go_one_of_two_ways(found: Plan) -> None:
    found.apply(set_setting(found, "own_edits_route", "fk_org"))
    assert setting(found, "own_edits_route") == "fk_org"
    with refused("setting.route", "post", "sor_editor", "fk_org"):
        set_setting(found, "own_edits_route", "post")


def test_a_setting_that_is_not_there_is_refused(found: Plan) -> None:
    with refused("setting.unknown", "farve", "municipality"):
        set_setting(found, "farve", "blå")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("mail_sds", "SORpost@sundhedsdata.dk"),
        ("own_edits_route", "sor_editor"),
        ("working_date", (TODAY + timedelta(days=7)).isoformat()),
        ("municipality", "0163"),
        ("responsible_name", None),
    ],
)
def test_what_is_known_for_certain_holds_until_it_is_set(found: Plan, name: str, value: str | None) -> None:
    assert setting(found, name) == default_setting(found, name) == value


def test_medcoms_address_is_asked_for_and_never_invented(found: Plan) -> None:
    assert setting(found, "mail_medcom") is None


def test_an_owner_that_is_no_municipality_has_none() -> None:
    assert setting(plan("Foreningen"), "municipality") is None


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_has_a_name_on_screen(name: str) -> None:
    assert Texts(texts("da")).has(f"word.setting.{name}")
    assert Texts(texts("en")).has(f"word.setting.{name}")
