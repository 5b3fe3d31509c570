"""What a place in the history is called."""

from sorstudio.model.edits import units
from sorstudio.model.texts import Texts
from sorstudio.requests.places import branch_name, place_name
from sorstudio.resources import texts
from tests.model.outline import key, plan

DANISH = Texts(texts("da"))


def test_baseline_here_name_and_act_are_told_apart() -> None:
    found = plan("Kommune\n  Nord")
    first = found.apply(units.rename(found, key(found, "Nord"), "Et"))
    assert place_name(found, None, DANISH) == "udgangspunktet"
    assert place_name(found, first.id, DANISH) == "planen, som den står nu"
    found.apply(units.rename(found, key(found, "Et"), "To"))
    assert place_name(found, first.id, DANISH) == "planen efter handling nr. 1"
    found.name_branch("Plan A")
    assert place_name(found, found.head, DANISH) == "»Plan A«"


def test_a_branch_without_a_name_is_called_by_its_latest_act() -> None:
    found = plan("Kommune\n  Nord")
    change = found.apply(units.rename(found, key(found, "Nord"), "Et"))
    assert branch_name(found, change.id, DANISH) == "Uden navn: Nord hedder nu Et."
    found.name_branch("Plan A")
    assert branch_name(found, change.id, DANISH) == "Plan A"
