"""What MedCom's list of approved systems says of a message type on a number, in words with the day of the list."""

from __future__ import annotations

from datetime import date
from functools import cache

from sorstudio import resources
from sorstudio.model.records import LocationNumber, MessageCapability
from sorstudio.requests.envelope import Request


@cache
def list_day() -> date:
    """The day of the list that the code lists hold."""
    day = resources.read_toml("codes/approval-list.toml")["day"]
    if not isinstance(day, date):
        raise TypeError("approval-list.toml: day is no date")
    return day


def approval(request: Request, number: LocationNumber | None, capability: MessageCapability) -> str:
    """Whether the system of the number is approved for the type in that direction."""
    texts = request.texts
    if number is None or not isinstance(number.system, str) or not number.system:
        return texts.sentence("request.approval.no_system")
    system = request.codes.journal_system(number.system)
    if system is None:
        verdict = "not_listed"
    else:
        held = (capability.type, capability.version, capability.direction.value)
        verdict = request.codes.approvals.verdict(system, *held).value
    words = texts.sentence(f"request.approval.{verdict}")
    return texts.sentence("request.approval.of", {"verdict": words, "day": list_day()})
