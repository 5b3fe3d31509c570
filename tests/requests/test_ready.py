"""Ready to send: what is red, yellow and green, and what it leads to."""

from datetime import timedelta

from sorstudio.model.edits import closing, numbers, playing, settings, units
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN
from sorstudio.requests.ready import Item, Light, Ready, ready, ready_json, sentence
from sorstudio.rules.accepting import accept
from sorstudio.rules.rulebook import core_rules
from sorstudio.rules.standing import Standing
from tests.model.outline import key, plan
from tests.requests.asked import busy_plan
from tests.requests.plans import DANISH
from tests.routing.asking import town
from tests.rules.findings import with_values

TREE = "Eksempelby Kommune\n  Sundhed og Omsorg\n    Hjemmepleje\n      Hjemmepleje Nord"


BOOK = core_rules().only(frozenset({"SOR-030", "SOR-031", "SOR-060"}))


def page(work: Plan) -> Ready:
    return ready(Standing(work, BOOK), work)


def item(work: Plan, code: str) -> Item:
    return next(one for one in page(work).items if one.code == code)


def set_all(work: Plan, **values: str) -> None:
    for name, value in values.items():
        work.apply(settings.set_setting(work, name, value))


def test_an_open_error_is_red_and_leads_to_its_unit() -> None:
    work = plan(TREE)
    assert item(work, "errors").light is Light.GREEN
    wrong = with_values(work, "Hjemmepleje Nord", name="Hjemmepleje " * 8)
    found = item(wrong, "errors")
    assert found.light is Light.RED
    assert key(wrong, "Hjemmepleje " * 8) in found.units
    assert page(wrong).light is Light.RED


def test_what_is_accepted_is_not_open() -> None:
    work = with_values(plan(TREE), "Hjemmepleje Nord", name="Hjemmepleje  Nord")
    found = next(one for one in Standing(work, BOOK).findings() if one.code == "SOR-031")
    before = item(work, "warnings").params["count"]
    work.apply(accept(work, [found], "aftalt"))
    assert item(work, "warnings").params["count"] == int(str(before)) - 1


def test_a_sender_that_is_missing_is_red_only_where_somebody_is_asked() -> None:
    work = plan(TREE)
    assert item(work, "sender").light is Light.YELLOW
    work.apply(units.rename(work, key(work, "Hjemmepleje Nord"), "Hjemmeplejen Nord"))
    found = item(work, "sender")
    assert (found.light, found.settings) == (Light.RED, ("responsible_name", "responsible_email"))
    set_all(work, responsible_name="Bo", responsible_email="bo@eksempel.dk")
    assert item(work, "sender").light is Light.GREEN


def test_medcoms_mail_is_asked_for_where_medcom_is_asked() -> None:
    assert all(one.code != "medcom_mail" for one in page(plan(TREE)).items)
    work = busy_plan()
    assert item(work, "medcom_mail").light is Light.RED
    set_all(work, mail_medcom="medcom@eksempel.dk")
    assert item(work, "medcom_mail").light is Light.GREEN


def test_new_units_need_seven_days() -> None:
    for days, light in ((6, Light.YELLOW), (7, Light.GREEN)):
        work = plan(TREE)
        day = work.today + timedelta(days=days)
        work.apply(units.create(work, key(work, "Hjemmepleje"), "Hjemmepleje Syd", key="syd", day=day))
        assert item(work, "soon").light is light, days


def test_an_ordered_number_needs_a_system() -> None:
    work = plan(TREE)
    work.apply(numbers.order_location_number(work, key(work, "Hjemmepleje Nord")))
    found = item(work, "systems")
    assert (found.light, found.units) == (Light.YELLOW, (key(work, "Hjemmepleje Nord"),))
    work = plan(TREE)
    work.apply(numbers.order_location_number(work, key(work, "Hjemmepleje Nord"), system="Cura"))
    assert item(work, "systems").light is Light.GREEN


def test_what_the_file_does_not_carry_is_yellow_and_named() -> None:
    work = with_values(plan(TREE), "Hjemmepleje Nord", unit_type=UNKNOWN)
    found = item(work, "unjudged")
    assert found.light is Light.YELLOW
    assert "enhedstype" in sentence(found, DANISH)


def test_a_plan_that_changes_nothing_says_so() -> None:
    assert item(plan(TREE), "lines").light is Light.YELLOW


def test_the_edition_is_told() -> None:
    assert "SOR Studio" in sentence(item(plan(TREE), "edition"), DANISH)


def test_a_plan_without_plays_says_so_in_green() -> None:
    work = town()
    work.apply(playing.keep_play(work, "Rumfart", area="ppr", must=False))
    found = next(one for one in page(work).items if "plays" in one.code)
    assert found.light is Light.GREEN
    assert sentence(found, DANISH) == "Planen har ingen prøver, der skal bestå."


def test_plays_that_pass_are_green_and_counted() -> None:
    work = town()
    work.apply(playing.keep_play(work, "Plan", area="traening", sender="hospital", unit=key(work, "Genoptræningen")))
    assert sentence(item(work, "plays"), DANISH) == "Den ene prøve, der skal bestå, består."
    work.apply(playing.keep_play(work, "Fejl", area="hjemmepleje", message="GGOP", expect_reason="wrong_area"))
    assert sentence(item(work, "plays"), DANISH) == "Alle 2 prøver, der skal bestå, består."


def test_a_play_that_fails_is_red_with_its_name_and_leads_to_its_unit() -> None:
    work = town()
    unit = key(work, "Genoptræningen")
    work.apply(playing.keep_play(work, "Genoptræningsplan", area="traening", sender="hospital", unit=unit))
    work.apply(playing.keep_play(work, "Fejl", area="hjemmepleje", message="GGOP", expect_reason="wrong_area"))
    work.apply(closing.close(work, unit))
    found = item(work, "plays")
    assert (found.light, found.units) == (Light.RED, (unit,))
    assert sentence(found, DANISH) == "1 prøve, der skal bestå, består ikke: Genoptræningsplan"
    work.apply(playing.keep_play(work, "PPR", area="ppr"))
    assert sentence(item(work, "plays"), DANISH) == "2 prøver, der skal bestå, består ikke: Genoptræningsplan; PPR"


def test_the_page_is_as_grave_as_its_gravest_item() -> None:
    assert Ready(()).light is Light.GREEN
    assert Ready((Item("a", Light.GREEN), Item("b", Light.YELLOW))).light is Light.YELLOW
    assert Ready((Item("a", Light.YELLOW), Item("b", Light.RED), Item("c", Light.GREEN))).light is Light.RED


def test_every_item_has_a_sentence_in_either_light() -> None:
    for work in (plan(TREE), busy_plan()):
        for one in page(work).items:
            assert not sentence(one, DANISH).startswith("ready.")
            assert "{" not in sentence(one, DANISH)


def test_programs_get_the_same() -> None:
    found = ready_json(page(plan(TREE)), DANISH)
    assert found["light"] == "yellow"
