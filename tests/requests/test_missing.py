from datetime import date

import pytest

from sorstudio.model.edits import numbers, settings, units
from sorstudio.model.plan import Plan
from sorstudio.requests.envelope import make_request
from sorstudio.requests.line import Addressee
from sorstudio.requests.missing import Missing, missing, sentence
from tests.model.outline import key
from tests.requests.asked import TODAY, busy_request
from tests.requests.plans import DANISH, ENGLISH, municipality

LATE = date(2027, 3, 1)
SENDER = {"responsible_name": "Åse", "responsible_phone": "12345678", "responsible_email": "a@b.dk"}
WHOLE = {"vendor": "KMD", "net_operator": "41000035001", "region": "1082", "internal_only": False}


def found(work: Plan) -> dict[str, Missing]:
    return {one.code: one for one in missing(make_request(work, DANISH, TODAY))}


def ordering(system: str | None = "Nexus", details: dict[str, object] | None = None, day: date = LATE) -> Plan:
    work = municipality()
    for name, value in SENDER.items():
        work.apply(settings.set_setting(work, name, value))
    given = {**WHOLE, **(details or {})}
    unit = key(work, "Syd")
    work.apply(numbers.order_location_number(work, unit, system=system, details=given, day=day))  # type: ignore[arg-type]
    return work


def test_nothing_is_missing_where_everything_is_given() -> None:
    assert found(ordering()) == {}


def test_a_plan_that_asks_nobody_lacks_nothing() -> None:
    assert found(municipality()) == {}


@pytest.mark.parametrize("name", SENDER)
def test_the_senders_own_details_are_asked_for_in_the_settings(name: str) -> None:
    work = ordering()
    work.apply(settings.set_setting(work, name, None))
    one = found(work)[name]
    assert (one.setting, one.addressees) == (name, (Addressee.SDS,))


@pytest.mark.parametrize("name", ["net_operator", "region", "internal_only"])
def test_each_detail_of_a_new_number_is_asked_for_at_its_unit(name: str) -> None:
    work = ordering(details={name: None})
    assert list(found(work)) == [name]
    assert (found(work)[name].field, found(work)[name].units) == (name, (key(work, "Syd"),))


def test_the_vendor_is_asked_for_only_where_it_does_not_follow_from_the_system() -> None:
    assert found(ordering(details={"vendor": None})) == {}
    assert "vendor" in found(ordering("Hjemmelavet", {"vendor": None}))


def test_the_journal_system_is_asked_for() -> None:
    assert "system" in found(ordering(None))


def test_a_day_that_cannot_be_kept_is_told_with_the_first_that_can() -> None:
    one = found(ordering(day=date(2026, 11, 24)))["early"]
    words = sentence(one, make_request(ordering(), DANISH, TODAY), DANISH)
    assert words.startswith(
        "Datoen 24. november 2026 er for tidlig for: Syd. Tidligst mulige dato er 7. december 2026."
    )


def test_medcoms_address_is_asked_for_and_the_system_for_both() -> None:
    codes = {one.code: one for one in missing(busy_request())}
    assert codes["mail_medcom"].addressees == (Addressee.MEDCOM,)
    assert codes["system"].addressees == (Addressee.SDS, Addressee.MEDCOM)


def test_a_new_institution_without_a_type_is_told() -> None:
    work = ordering()
    work.apply(units.create(work, key(work, "Eksempelby Kommune"), "Ny", key="ny", day=LATE))
    assert found(work)["unit_type"].units == ("ny",)


@pytest.mark.parametrize("texts", [DANISH, ENGLISH])
def test_every_one_says_what_and_where_in_both_languages(texts: object) -> None:
    request = busy_request()
    for one in missing(request):
        words = sentence(one, request, texts)  # type: ignore[arg-type]
        assert "request." not in words
        assert "{" not in words
        assert "word." not in words
