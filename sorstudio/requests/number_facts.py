"""What a request says about a location number: what the plan knows, and what follows from it with where it is from."""

from __future__ import annotations

from dataclasses import dataclass

from sorstudio.model.edits.settings import setting
from sorstudio.model.records import UNKNOWN, LocationNumber
from sorstudio.requests.envelope import Request

FOLLOWING = ("vendor", "region")
"""What can be known without being given: the vendor by the system, the region by the municipality."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A detail in words; `is_given` says whether there is one, be it the plan's own or one that follows."""

    words: str
    is_given: bool


def number_fact(request: Request, number: LocationNumber, name: str) -> Fact:
    """One detail of a number. One that nobody has given is said not to be stated, a note is left out."""
    value = getattr(number, name)
    if value is not None and value is not UNKNOWN and value != "":
        return Fact(request.wording.value(name, value), is_given=True)
    followed = _vendor(request, number) if name == "vendor" else _region(request) if name == "region" else None
    if followed:
        return Fact(request.texts.sentence(f"request.follows.{name}", {"value": followed}), is_given=True)
    if value is UNKNOWN:
        return Fact(request.texts.value("word.unknown"), is_given=False)
    return Fact("" if name == "note" else request.texts.value("word.not_stated"), is_given=False)


def _vendor(request: Request, number: LocationNumber) -> str | None:
    system = request.codes.journal_system(number.system) if isinstance(number.system, str) else None
    return system.vendor if system else None


def _region(request: Request) -> object:
    code = setting(request.plan, "municipality")
    known = request.codes.municipality(code) if code else None
    return request.codes.region(known.region_code) if known else None
