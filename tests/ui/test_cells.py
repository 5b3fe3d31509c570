"""A unit in one line."""

from dataclasses import replace

from sorstudio.model.change import Change, Edit, EditAct, FieldEdit
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN, RecordKind
from sorstudio.ui.cells import NOTHING, Cells
from sorstudio.ui.signs import NumberSign
from sorstudio.ui.translate import Language, texts_in
from tests.model.outline import gln, key


def cells(plan: Plan, language: Language = Language.DANISH) -> Cells:
    return Cells(plan.state(), plan.codes, texts_in(language))


def with_unknown(plan: Plan, name: str, field: str) -> Cells:
    edit = Edit(RecordKind.UNIT, key(plan, name), EditAct.UPDATE, (FieldEdit(field, None, UNKNOWN),))
    change = Change("x", "x", (edit,))
    return replace(cells(plan), state=plan.state().with_edits(change.edits))


def test_own_inherited_and_none_are_told_apart(small: Plan) -> None:
    numbers = [cells(small).number(key(small, name)) for name in ("Hjemmesygepleje", "Team Lind", "Åkanden")]
    assert [number.sign for number in numbers] == [NumberSign.OWN, NumberSign.INHERITED, NumberSign.NONE]
    assert [number.words for number in numbers] == [gln(2), gln(2), "ingen"]


def test_unknown_is_not_none(small: Plan) -> None:
    number = with_unknown(small, "Åkanden", "number_state").number(key(small, "Åkanden"))
    assert (number.words, number.sign) == ("ikke i udtrækket", NumberSign.UNKNOWN)


def test_an_unknown_type_is_not_missing(small: Plan) -> None:
    unknown = with_unknown(small, "Åkanden", "unit_type")
    assert not unknown.is_type_missing(key(small, "Åkanden"))
    assert unknown.unit_type(key(small, "Åkanden")) == "ikke i udtrækket"
    assert cells(small).is_type_missing(key(small, "Åkanden"))


def test_a_type_is_named_in_the_language(small: Plan) -> None:
    type_ = small.codes.unit_types[0]
    edit = Edit(RecordKind.UNIT, key(small, "Åkanden"), EditAct.UPDATE, (FieldEdit("unit_type", None, type_.code),))
    state = small.state().with_edits((edit,))
    for language, name in ((Language.DANISH, type_.name_da), (Language.ENGLISH, type_.name_en)):
        assert replace(cells(small, language), state=state).unit_type(key(small, "Åkanden")) == name


def test_no_messages_are_a_dash(small: Plan) -> None:
    assert cells(small).traffic_words(key(small, "Åkanden")) == NOTHING
