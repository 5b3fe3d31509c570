"""A small municipality and words for the tests of the change request."""

from datetime import date

from sorstudio.model.plan import Plan
from sorstudio.model.texts import Texts
from sorstudio.requests.line import Action, Line
from sorstudio.requests.lines import change_lines
from sorstudio.resources import texts
from tests.model.outline import gln, plan

DAY = date(2026, 12, 1)
LATER = date(2027, 1, 1)
DANISH = Texts(texts("da"), "da")
ENGLISH = Texts(texts("en"), "en")


def municipality() -> Plan:
    """One owner, two institutions, home care with two groups, and a number that a group inherits."""
    return plan(
        f"""
        Eksempelby Kommune
          Sundhed og Omsorg
            Hjemmepleje [{gln(1)}]
              Nord ^
              Syd
            Træning [{gln(2)}]
          Børn og Unge
            Tandpleje"""
    )


def find(lines: tuple[Line, ...], action: Action, name: str = "") -> Line:
    """The one line with that action (on the unit of that name)."""
    found = [line for line in lines if line.action is action and name in ("", line.unit_name)]
    assert len(found) == 1, [(line.action.value, line.unit_name) for line in lines]
    return found[0]


def actions(plan_: Plan) -> list[str]:
    """Action and unit of every line, in order."""
    return [f"{line.action} {line.unit_name}" for line in change_lines(plan_)]


def sentence(line: Line, words: Texts = DANISH) -> str:
    """The line in words."""
    return words.sentence(line.code, line.params)
