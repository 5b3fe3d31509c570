"""Which journal system MedCom has approved for which message type, version and direction, looked up in one step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sorstudio.model.codes import JournalSystem
    from sorstudio.model.message_types import MessageIndex

_Test = tuple[str, str, str]
_XML = "X"


class Verdict(StrEnum):
    """What MedCom's list says of a system and a message type; `UNTESTED` is a type that no system is listed with."""

    APPROVED = "approved"
    TESTING = "testing"
    NOT_APPROVED = "not-approved"
    UNTESTED = "untested"


class Approvals:
    """The list of approved systems by system and type; types under the names that the code lists have for them."""

    def __init__(self, systems: Iterable[JournalSystem], messages: MessageIndex) -> None:
        self._by_system: dict[str, Mapping[_Test, Verdict]] = {}
        self._tested: set[_Test] = set()
        self._approved: set[tuple[str, str, str]] = set()
        for system in systems:
            self._by_system[system.label] = self._of(system, messages)

    def verdict(self, system: JournalSystem, type_: str, version: str, direction: str) -> Verdict:
        """What the list says.

        Net operators translate between EDIFACT and XML: either form of a type will do. A system that is approved in
        another version is the right one; the version is another matter.
        """
        test = (type_, version, direction)
        said = self._by_system.get(system.label, {}).get(test)
        if said is None and test not in self._tested:
            return Verdict.UNTESTED
        if any((system.label, form, direction) in self._approved for form in (type_, _twin(type_))):
            return Verdict.APPROVED
        return said or Verdict.NOT_APPROVED

    def _of(self, system: JournalSystem, messages: MessageIndex) -> Mapping[_Test, Verdict]:
        found: dict[_Test, Verdict] = {}
        for one in system.approvals:
            exact = messages.find(one.code, one.version)
            message = exact or messages.find(one.code)
            code = message.code if message else one.code
            verdict = Verdict(one.status)
            found[code, exact.version if exact else one.version, one.direction] = verdict
            if verdict is Verdict.APPROVED:
                self._approved.add((system.label, code, one.direction))
        self._tested.update(found)
        return found


def _twin(type_: str) -> str:
    return type_.removeprefix(_XML) if type_.startswith(_XML) else f"{_XML}{type_}"
