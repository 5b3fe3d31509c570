"""CareCommunications by their category."""

import pytest

from sorstudio.model.edits import agreeing
from sorstudio.model.errors import Unusable
from sorstudio.routing.answer import Reason
from sorstudio.routing.categories import known_category, route_category
from tests.model.outline import gln
from tests.routing.asking import directory, town


@pytest.mark.parametrize(("category", "number"), [("training", 3), ("Sygepleje", 2), ("medicine", 2)])
def test_a_category_finds_its_area(category: str, number: int) -> None:
    found = directory(town())
    answer = route_category(found, known_category(found, category))
    assert answer.receiver is not None
    assert (answer.receiver.gln, answer.receiver.type) == (gln(number), "FDIS91")
    assert answer.steps[0].code == "routing.step.category"


def test_the_next_area_answers_where_the_nearest_has_nobody() -> None:
    found = directory(town())
    answer = route_category(found, known_category(found, "extended-care-responsibility"))
    assert answer.receiver is not None
    assert (answer.area, answer.receiver.gln) == ("hjemmesygepleje", gln(2))


def test_the_reason_of_the_nearest_area_where_nobody_is_found() -> None:
    found = directory(town())
    answer = route_category(found, known_category(found, "healthcare"))
    assert (answer.reason, answer.area) == (Reason.NO_UNIT, "sundhedspleje")


def test_every_category_has_an_answer() -> None:
    found = directory(town())
    for category in found.codes.categories:
        answer = route_category(found, category)
        assert (answer.receiver is None) != (answer.reason is None)


def test_a_topic_word_that_is_agreed_on_stands_for_its_category() -> None:
    work = town()
    work.apply(agreeing.keep_agreement(work, "Skriv »GOP«", topic="GOP", category="training"))
    assert known_category(directory(work), "gop").code == "training"
    with pytest.raises(Unusable) as refused:
        known_category(directory(work), "rumfart")
    assert refused.value.code == "routing.unknown_category"
