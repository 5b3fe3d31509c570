"""A municipality to guide through, and a guide that is answered in one go."""

from sorstudio.model.edits import offers
from sorstudio.model.plan import Plan
from sorstudio.requests.guides.guiding import Guiding
from tests.model.outline import gln, key, plan

DAY = "2027-01-01"


def municipality() -> Plan:
    """Two administrations with numbers that are inherited, a care home with a day centre, and a home beside it."""
    made = plan(
        f"""
        Eksempelby Kommune
          Sundhed og Omsorg [{gln(1)}]
            Hjemmepleje [{gln(2)}]
              Nord ^
              Syd
            Birkehjemmet [{gln(3)}]
              Daghjem ^
            Lindehjemmet
            Træning ^
          Ældre og Handicap [{gln(4)}]
            Bosted ^"""
    )
    made.apply(offers.place_offer(made, ["traening", "akutfunktion"], key(made, "Birkehjemmet"), day=None))
    return made


def guiding(plan_: Plan, name: str, *units: str, **answers: str) -> Guiding:
    """A guide called for units by name, answered on 1 January 2027; answers may name units too."""
    found = Guiding(plan_, name, [key(plan_, unit) for unit in units])
    for question, answer in {"day": DAY, **answers}.items():
        found.give(question, unit_or(plan_, answer))
    return found


def unit_or(plan_: Plan, answer: str) -> str:
    """The key of the unit of that name, or the answer as it is."""
    known = {unit.name: unit.key for unit in plan_.state().units.values()}
    return known.get(answer, answer)


def done(found: Guiding, plan_: Plan) -> Plan:
    """The plan after the guide."""
    plan_.apply(found.change(plan_))
    return plan_


def asked(found: Guiding) -> list[str]:
    """The names of all questions that are put."""
    return [put.name for step in found.steps() for put in found.questions(step)]
