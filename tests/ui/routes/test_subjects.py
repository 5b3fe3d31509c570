"""Everything that can be asked about stands in the list, under Danish names."""

from functools import partial

from sorstudio.model.edits import offers
from sorstudio.ui.editor import Editor
from sorstudio.ui.inspector.choices import ChoiceModel
from sorstudio.ui.routes.subjects import message_choices, subject_choices, subject_name, subject_parts


def test_every_area_and_offer_can_be_chosen_once(editor: Editor) -> None:
    codes = editor.plan.codes
    found = [subject_parts(one.code) for one in subject_choices(codes, editor.plan.state(), editor.texts)]
    assert sorted(area for area, _ in found if area) == sorted(one.code for one in codes.areas)
    assert sorted(offer for _, offer in found if offer) == sorted(one.code for one in codes.offers)


def test_a_heading_finds_its_areas_and_offers(editor: Editor) -> None:
    choices = subject_choices(editor.plan.codes, editor.plan.state(), editor.texts)
    model = ChoiceModel(choices)
    model.search("genoptræn")
    assert model.shown[0].title.startswith("Genoptræning")
    assert ("traening", None) in [subject_parts(one.code) for one in model.shown]


def test_an_own_offer_is_there_by_its_name(editor: Editor) -> None:
    editor.do(partial(offers.create_offer, name="Svømning for seniorer", key="svim"))
    choices = subject_choices(editor.plan.codes, editor.plan.state(), editor.texts)
    own = next(one for one in choices if one.title == "Svømning for seniorer")
    assert subject_name(editor.plan.codes, editor.plan.state(), own.code, "da") == "Svømning for seniorer"


def test_nothing_chosen_is_nothing(editor: Editor) -> None:
    assert subject_parts("") == (None, None)
    assert subject_name(editor.plan.codes, editor.plan.state(), "", "da") == ""


def test_each_message_type_is_offered_once(editor: Editor) -> None:
    codes = [one.code for one in message_choices(editor.plan.codes, "da")]
    assert len(codes) == len(set(codes))
    assert {"GGOP", "XREF15", "FDIS91"} <= set(codes)
