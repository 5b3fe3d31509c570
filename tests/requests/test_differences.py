"""Two places in the history as sentences."""

from sorstudio.model.edits import agreeing, describing, offers, playing, settings, units
from sorstudio.model.plan import Plan
from sorstudio.model.texts import Texts
from sorstudio.requests.differences import differences_between, kinds_told, state_at
from sorstudio.resources import texts
from tests.model.outline import key, plan

DANISH = Texts(texts("da"))
DRAWING = """
Kommune
  Pleje
    Nord
  Børn
"""


def sentences(found: Plan, first: str | None, second: str | None) -> list[str]:
    told = differences_between(state_at(found, first), state_at(found, second), found.codes, ("A", "B"))
    return [DANISH.sentence(one.code, one.params) for one in told]


def test_a_rename_and_a_move_are_told_by_name() -> None:
    found = plan(DRAWING)
    found.apply(units.rename(found, key(found, "Nord"), "Syd"))
    found.apply(units.move(found, [key(found, "Syd")], key(found, "Børn")))
    told = sentences(found, None, found.head)
    assert "»Syd«: navn er Nord i A og Syd i B." in told
    assert "»Syd«: overordnet enhed er Pleje i A og Børn i B." in told


def test_what_is_only_in_one_place_says_in_which() -> None:
    found = plan(DRAWING)
    found.apply(units.create(found, key(found, "Pleje"), "Ny"))
    made = found.head
    assert sentences(found, None, made) == ["»Ny« findes kun i B."]
    assert sentences(found, made, None) == ["»Ny« findes kun i A."]


def test_offers_and_settings_are_told() -> None:
    found = plan(DRAWING)
    found.apply(offers.place_offer(found, ["plejehjem"], key(found, "Nord")))
    found.apply(settings.set_setting(found, "responsible_name", "Mette"))
    told = sentences(found, None, found.head)
    assert told[0].startswith("Indstillingen ")
    assert told[1].startswith("»Nord« udfører ")


def test_plays_texts_and_agreements_are_told() -> None:
    found = plan(DRAWING)
    found.apply(playing.keep_play(found, "Plan", area="traening", unit=key(found, "Nord"), key="p"))
    found.apply(describing.describe_offer(found, "traening", {"phone": "1813"}))
    found.apply(agreeing.keep_agreement(found, "Svar", key="a"))
    first = found.head
    told = sentences(found, None, first)
    assert told[0] == "Prøven »Plan« findes kun i B."
    assert told[1].startswith("Oplysningerne om ")
    assert told[2] == "Den lokale aftale »Svar« findes kun i B."
    found.apply(playing.keep_play(found, "Plan", area="visitation", unit=key(found, "Børn"), sender="gp", play="p"))
    found.apply(describing.describe_offer(found, "traening", {"phone": "112"}))
    found.apply(agreeing.keep_agreement(found, "Svar", answer_days=3, agreement="a"))
    told = sentences(found, first, found.head)
    assert "»Plan«: enhed er Nord i A og Børn i B." in told
    assert any(one.startswith("»Plan«: afsender er ") for one in told)
    assert any("telefon er 1813 i A og 112 i B" in one for one in told)
    assert any("svarfrist i dage" in one and "3 i B" in one for one in told)
    assert not any("word." in one for one in told)


def test_two_branches_differ_and_a_place_does_not_from_itself() -> None:
    found = plan(DRAWING)
    first = found.apply(units.rename(found, key(found, "Nord"), "Et"))
    found.undo()
    second = found.apply(units.rename(found, key(found, "Nord"), "To"))
    assert sentences(found, first.id, second.id) == ["»To«: navn er Et i A og To i B."]
    assert sentences(found, first.id, first.id) == []
    assert found.head == second.id


def test_every_kind_of_record_has_its_sentence() -> None:
    assert [code for code in kinds_told() if not DANISH.has(code)] == []


def test_other_rules_are_told_without_their_text() -> None:
    found = plan(DRAWING)
    found.apply(settings.set_rule_edition(found, "[edition]\n", "Vores"))
    first = found.head
    found.apply(settings.set_rule_edition(found, '[edition]\nname = "Mere"\n', "Mere"))
    assert sentences(found, first, found.head) == ["Planens regler er ikke de samme i A og B."]
    assert sentences(found, None, first) == ["Indstillingen Planens regler er kun sat i B."]
