"""What stands around one unit."""

from functools import partial

from sorstudio.model.edits import messages, offers
from sorstudio.model.records import Direction
from sorstudio.resources import code_lists, texts
from sorstudio.ui.editor import Editor
from sorstudio.ui.picture.nearby import nearby, sender_code, senders_in_words
from tests.model.outline import key


def test_parent_children_and_who_uses_the_number(editor: Editor) -> None:
    plan = editor.plan
    near = nearby(plan, editor.texts, key(plan, "Hjemmesygepleje"))
    teams = tuple(key(plan, name) for name in ("Team Lind", "Team Birk"))
    assert near.parent == key(plan, "Sundhed")
    assert (near.giver, near.children, near.users) == (None, teams, teams)


def test_an_inherited_number_comes_from_somebody(editor: Editor) -> None:
    plan = editor.plan
    assert nearby(plan, editor.texts, key(plan, "Team Lind")).giver == key(plan, "Hjemmesygepleje")
    assert nearby(plan, editor.texts, key(plan, "Plejehjem")).giver is None


def test_what_an_inherited_number_receives_reaches_the_unit(editor: Editor) -> None:
    plan, home = editor.plan, key(editor.plan, "Hjemmesygepleje")
    message = plan.codes.message_type("FDIS91")
    assert message is not None
    add = partial(messages.add_message_type, unit=home, type_=message.code, version=message.version)
    editor.do(partial(add, directions=(Direction.IN,)))
    (found,) = nearby(plan, editor.texts, key(plan, "Team Lind")).incoming
    assert found.message == f"{message.name_da} · {message.label}"
    assert found.senders == "alle med egen SOR-kode og eget lokationsnummer"


def test_its_offers_by_name(editor: Editor) -> None:
    plan, unit = editor.plan, key(editor.plan, "Åkanden")
    editor.do(partial(offers.place_offer, offers=[plan.codes.offers[0].code], unit=unit))
    assert nearby(plan, editor.texts, unit).offers == (plan.codes.offers[0].name_da,)


def test_every_sender_of_the_catalogue_has_words_in_both_languages() -> None:
    senders = {one for message in code_lists().message_types for one in message.sender.split(";") if one.strip()}
    for language in ("da", "en"):
        assert {sender_code(one) for one in senders} <= texts(language).keys()


def test_several_senders_are_listed(editor: Editor) -> None:
    assert senders_in_words("hospital; GP", editor.texts) == "sygehus, praktiserende læge"
    assert senders_in_words("", editor.texts) == ""
