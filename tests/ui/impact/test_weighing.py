"""What an act would mean, found out without making it."""

from functools import partial

from sorstudio.model.edits import closing, units
from sorstudio.model.impact import sentences
from sorstudio.model.plan import Plan
from sorstudio.ui.impact.weighing import is_grave, weighed
from sorstudio.ui.translate import Language, texts_in
from tests.model.outline import key
from tests.routing.asking import town


def test_many_acts_are_weighed_together(small: Plan) -> None:
    makes = [partial(closing.close, unit=key(small, name)) for name in ("Team Lind", "Team Birk")]
    found = weighed(small, makes)
    assert found is not None
    assert [one.names for one in found.of("closes")] == [("Team Lind", "Team Birk")]
    assert small.head is None


def test_what_cannot_be_has_no_weight(small: Plan) -> None:
    assert weighed(small, [partial(units.rename, unit=key(small, "Team Lind"), name="")]) is None


def test_moving_and_ending_are_grave_and_naming_is_not(small: Plan) -> None:
    team = key(small, "Team Lind")
    assert is_grave(units.move(small, [team], key(small, "Plejehjem")))
    assert is_grave(closing.close(small, team))
    assert not is_grave(units.rename(small, team, "Team Eg"))
    assert not is_grave(units.create(small, team, "Ny"))


def test_taking_a_closing_back_is_not_grave(small: Plan) -> None:
    team = key(small, "Team Lind")
    small.apply(closing.close(small, team))
    assert not is_grave(closing.reopen(small, team))


def test_the_messages_that_nobody_receives_any_more_are_counted_and_named() -> None:
    work = town()
    found = weighed(work, [partial(closing.close, unit=key(work, "Genoptræningen"))])
    assert found is not None
    said = "2 slags meddelelser får ingen modtager: GGOP (Genoptræning og træning) og FDIS91 (Genoptræning og træning)."
    assert said in sentences(found, texts_in(Language.DANISH), work.codes)
    english = weighed(work, [partial(closing.close, unit=key(work, "Genoptræningen"))], "en")
    assert english is not None
    assert english.of("silent")[0].names[0] == "GGOP (Rehabilitation and training)"


def test_where_everything_arrives_as_before_nothing_is_said_of_it() -> None:
    work = town()
    found = weighed(work, [partial(closing.close, unit=key(work, "Sygeplejen Nord"))])
    assert found is not None
    assert found.of("silent") == ()
