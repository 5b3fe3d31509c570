"""The answer to a sender: exactly one receiver, or exactly one reason why there is none; and how it was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sorstudio.model.texts import Clause
from sorstudio.routing.question import Question


class Reason(StrEnum):
    """Why there is no receiver."""

    NO_UNIT = "no_unit"
    NO_NUMBER = "no_number"
    NUMBER_LACKS_TYPE = "number_lacks_type"
    VERSION_DIFFERS = "version_differs"
    TWO_CANDIDATES = "two_candidates"
    NOT_IN_FORCE = "not_in_force"
    WRONG_AUTHORITY = "wrong_authority"
    WRONG_AREA = "wrong_area"
    NOT_BY_NUMBER = "not_by_number"
    NUMBER_UNKNOWN = "number_unknown"
    TYPES_UNKNOWN = "types_unknown"
    NUMBER_NOT_IN_USE = "number_not_in_use"
    NUMBER_ORDERED = "number_ordered"


class AlternativeKind(StrEnum):
    """What is offered instead."""

    CANDIDATE = "candidate"
    OTHER_VERSION = "other_version"
    OTHER_MESSAGE = "other_message"
    OTHER_AREA = "other_area"
    ADMINISTRATION = "administration"
    NOT_YET = "not_yet"
    NUMBER = "number"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Receiver:
    """Where the message goes. `giver` is the unit whose own number it is; another unit than `unit` has it inherited."""

    unit: str
    giver: str
    gln: str
    type: str
    version: str
    phone: str | None = None

    @property
    def is_inherited(self) -> bool:
        """Whether the number comes from a unit above."""
        return self.giver != self.unit


@dataclass(frozen=True, slots=True)
class Alternative:
    """What comes nearest, where there is no answer; parts that are not told are None."""

    kind: AlternativeKind
    unit: str
    giver: str | None = None
    gln: str | None = None
    type: str | None = None
    version: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One receiver or one reason, never both and never neither. `units` are those of the area that were looked at."""

    question: Question
    receiver: Receiver | None = None
    reason: Reason | None = None
    steps: tuple[Clause, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    units: tuple[str, ...] = ()
    area: str | None = None
    types: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Hold the promise that everybody builds on."""
        if (self.receiver is None) == (self.reason is None):
            raise ValueError("an answer has either a receiver or a reason")
