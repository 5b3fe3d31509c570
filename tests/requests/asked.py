"""A request with something for everybody, and its files, made once."""

from datetime import date
from functools import cache

from sorstudio.model.edits import closing, messages, numbers, settings, units
from sorstudio.model.plan import Plan
from sorstudio.model.records import Contact, Direction
from sorstudio.requests.envelope import Request, make_request
from tests.model.outline import key
from tests.requests.plans import DANISH, DAY, LATER, municipality

TODAY = date(2026, 11, 23)


def busy_plan() -> Plan:
    """A new unit with an ordered number and message types, a closing, an institution renamed, and a sender."""
    work = municipality()
    _settings(work, responsible_name="Åse Ærø", responsible_phone="12345678", responsible_email="aase@eksempelby.dk")
    work.apply(units.create(work, key(work, "Hjemmepleje"), "Øst", unit_type="hjemmeplejeenhed", key="ny", day=DAY))
    work.apply(numbers.order_location_number(work, "ny", system="Nexus", details={"region": "1082"}, day=DAY))
    work.apply(messages.add_message_type(work, "ny", "XREF15", None, [Direction.IN], day=DAY))
    work.apply(messages.add_message_type(work, key(work, "Hjemmepleje"), "XDIS16", None, [Direction.OUT], day=DAY))
    work.apply(units.set_contact(work, key(work, "Nord"), Contact(phone="+45 87654321"), day=DAY, reason="=SUM(A1)"))
    work.apply(closing.close(work, key(work, "Træning"), successors=["ny"], day=LATER))
    work.apply(units.rename(work, key(work, "Børn og Unge"), "Børn, Unge og Familie", day=DAY))
    return work


def _settings(work: Plan, **values: str) -> None:
    for name, value in values.items():
        work.apply(settings.set_setting(work, name, value))


@cache
def busy_request() -> Request:
    """The request of that plan."""
    return make_request(busy_plan(), DANISH, TODAY)
