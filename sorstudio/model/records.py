"""The nouns of a plan: frozen records that name each other by permanent key, never by reference.

A period is half-open: `valid_to` is the first day on which the record no longer holds. `UNKNOWN` is a field that the
register file did not carry; `None` is a field that was there and empty. The two are never the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, StrEnum
from typing import TypeAlias


class Unknown(Enum):
    """The one value of a field that the layout of the register file does not carry."""

    UNKNOWN = "?"

    def __repr__(self) -> str:
        """Short in test output."""
        return "UNKNOWN"


UNKNOWN = Unknown.UNKNOWN


class UnitKind(StrEnum):
    """SOR's three kinds: owner, health institution, organisational unit."""

    IE = "IE"
    SI = "SI"
    OE = "OE"


class NumberState(StrEnum):
    """Whether a unit has its own location number, uses its parent's, or has none."""

    OWN = "own"
    INHERITED = "inherited"
    NONE = "none"


class Direction(StrEnum):
    """Seen from the unit: it receives (in) or sends (out) the message."""

    IN = "in"
    OUT = "out"


class AddressUse(StrEnum):
    """The three addresses of a SOR unit."""

    POSTAL = "postal"
    VISITING = "visiting"
    ACTIVITY = "activity"


class Reply(StrEnum):
    """What became of a wish that was sent, as its addressee says."""

    DONE = "done"
    DIFFERENT = "different"
    REFUSED = "refused"


SENDERS = ("gp", "hospital", "municipality")
"""Who sends a message: a general practice, a hospital, or a municipality (its own or another one)."""
ROUTE_REASONS = (
    "no_unit",
    "no_number",
    "number_lacks_type",
    "version_differs",
    "two_candidates",
    "not_in_force",
    "wrong_authority",
    "wrong_area",
    "not_by_number",
    "number_unknown",
    "types_unknown",
    "number_not_in_use",
    "number_ordered",
)
"""Why a message may reach nobody, as the codes of it."""


class RecordKind(StrEnum):
    """Every kind of record that a plan holds."""

    UNIT = "unit"
    NUMBER = "number"
    CAPABILITY = "capability"
    SPECIALITY = "speciality"
    SUCCESSION = "succession"
    OFFER = "offer"
    PLACEMENT = "placement"
    NOTE = "note"
    ACCEPTANCE = "acceptance"
    REQUEST = "request"
    ANSWER = "answer"
    PLAY = "play"
    OFFER_TEXT = "offer_text"
    AGREEMENT = "agreement"
    SETTING = "setting"

    # Every look-up in a state is by kind; an enum's own hash is worked out in Python and takes most of it.
    __hash__ = str.__hash__


@dataclass(frozen=True, slots=True)
class Address:
    """One address, always inherited or owned as a whole block (SOR XML documentation 2.0.0)."""

    street: str | None = None
    building: str | None = None
    floor: str | None = None
    suite: str | None = None
    extra: str | None = None
    postcode: str | None = None
    city: str | None = None
    municipality_code: str | None = None
    region: str | None = None
    easting: str | None = None
    northing: str | None = None

    def line(self) -> str:
        """The address on one line, as Danes write it."""
        street = " ".join(filter(None, (self.street, self.building)))
        place = " ".join(filter(None, (self.postcode, self.city)))
        door = " ".join(filter(None, (f"{self.floor}." if self.floor else "", self.suite)))
        return ", ".join(filter(None, (street, door, self.extra, place)))


@dataclass(frozen=True, slots=True)
class Contact:
    """SOR's virtual address: inherited or owned as a whole block."""

    phone: str | None = None
    email: str | None = None
    website: str | None = None
    fax: str | None = None

    def line(self) -> str:
        """The contact details on one line."""
        return ", ".join(filter(None, (self.phone, self.email, self.website, self.fax)))


Text: TypeAlias = str | Unknown | None
Flag: TypeAlias = bool | Unknown | None


@dataclass(frozen=True, slots=True)
class Unit:
    """A node of the tree. `unit_type` is a SNOMED code, or the file's own words where they match no code."""

    key: str
    kind: UnitKind
    name: str
    parent: str | None = None
    rank: float = 0.0
    sor_id: str | None = None
    unit_type: Text = None
    number_state: NumberState | Unknown = NumberState.NONE
    postal: Address | Unknown | None = None
    visiting: Address | Unknown | None = None
    activity: Address | Unknown | None = None
    contact: Contact | Unknown | None = None
    cvr: Text = None
    p_number: Text = None
    provider_number: Text = None
    shak: Text = None
    local_code: Text = None
    pharmacy_number: Text = None
    kombit_id: Text = None
    organisational_level: Text = None
    geographic_relation: Text = None
    geographic_parent: Text = None
    ambulant: Flag = None
    admits_patients: Flag = None
    reporting_level: Flag = None
    specialities_known: bool = True
    valid_from: date | None = None
    valid_to: date | None = None
    first_from: date | None = None


@dataclass(frozen=True, slots=True)
class LocationNumber:
    """A unit's own number. `gln` is None while the number is ordered and not yet issued."""

    key: str
    unit: str
    gln: str | None = None
    system: Text = None
    vendor: Text = None
    net_operator: Text = None
    region: Text = None
    administrator: Text = None
    internal_only: Flag = None
    inactive: Flag = None
    note: Text = None
    messages_known: bool = True
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class MessageCapability:
    """One message type in one version that a location number receives or sends."""

    key: str
    number: str
    type: str
    version: str
    direction: Direction
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class SpecialityMember:
    """One of a unit's specialities, in order of priority (1 is the main one, SOR holds up to 8)."""

    key: str
    unit: str
    code: str
    priority: int = 1


@dataclass(frozen=True, slots=True)
class Succession:
    """`successor` takes over from `unit` (SOR: ReplacedByEntityCollection, many to many)."""

    key: str
    unit: str
    successor: str


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer that the municipality added to the catalogue itself."""

    key: str
    name: str
    heading: str | None = None
    area: str | None = None
    legal_basis: str | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """`unit` provides `offer` (a catalogue code or the key of an own offer)."""

    key: str
    unit: str
    offer: str


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on a unit that never goes to SOR."""

    key: str
    unit: str
    text: str
    author: str = ""
    time: datetime | None = None


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Somebody has looked at what a rule finds at a unit and lets it stand; it never goes to SOR.

    `facts` are the fingerprints of the findings that were looked at, with blanks between: findings of other facts are
    open again.
    """

    key: str
    unit: str
    rule: str
    reason: str
    facts: str
    author: str = ""
    time: datetime | None = None


@dataclass(frozen=True, slots=True)
class SentRequest:
    """What the plan asked of one addressee was sent, as the plan stood at the change `head`; nothing of it is copied.

    `fingerprint` is that of the envelope. `anew` is set where everything was sent once more, also what had been asked.
    """

    key: str
    addressee: str
    sent: date
    head: str
    fingerprint: str = ""
    note: str | None = None
    anew: bool = False
    author: str = ""
    time: datetime | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one wish of a request: `unit`, `wish` and `wanted` (its day) name the line of the request."""

    key: str
    request: str
    unit: str
    wish: str
    reply: Reply
    wanted: date | None = None
    reason: str | None = None
    day: date | None = None
    author: str = ""
    time: datetime | None = None


@dataclass(frozen=True, slots=True)
class Play:
    """A message that somebody sends, and what is to come of it; it never goes to SOR.

    Sent as a question is asked: by `sender` (one of `SENDERS`), to an area or an offer, as a message type, on a day.
    It is to reach `unit` (the key of a unit, which may be gone since), or to fail for `reason` (one of
    `ROUTE_REASONS`), or with neither to reach anybody at all. `standard` is the code of the standard play that it was
    taken from.
    """

    key: str
    title: str
    sender: str | None = None
    area: str | None = None
    offer: str | None = None
    message: str | None = None
    version: str | None = None
    day: date | None = None
    unit: str | None = None
    reason: str | None = None
    must: bool = True
    standard: str | None = None
    note: str | None = None
    author: str = ""
    time: datetime | None = None


@dataclass(frozen=True, slots=True)
class OfferText:
    """What a sender is told about an offer, beside what the catalogue has; `key` is the offer's. Never goes to SOR.

    `patient_url` leads to what the citizen may read, `authority` is who gives the offer, `checked` the day on which
    somebody last saw that all of it is right.
    """

    key: str
    criteria: str | None = None
    phone: str | None = None
    phone_hours: str | None = None
    description_url: str | None = None
    patient_url: str | None = None
    phrase: str | None = None
    authority: str | None = None
    checked: date | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """What has been agreed locally on how to write to each other; with no area or message it holds for all of them.

    `category` is that of a CareCommunication; `answer_days` is within how many days there is an answer. It never goes
    to SOR.
    """

    key: str
    text: str
    area: str | None = None
    message: str | None = None
    topic: str | None = None
    category: str | None = None
    answer_days: int | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """One named setting of the plan; `value` is text or None."""

    key: str
    value: str | None = None


Record: TypeAlias = (
    Unit
    | LocationNumber
    | MessageCapability
    | SpecialityMember
    | Succession
    | Offer
    | Placement
    | Note
    | Acceptance
    | SentRequest
    | Answer
    | Play
    | OfferText
    | Agreement
    | Setting
)
Value: TypeAlias = str | int | float | bool | date | datetime | Address | Contact | Unknown | None

CLASS_OF: dict[RecordKind, type[Record]] = {
    RecordKind.UNIT: Unit,
    RecordKind.NUMBER: LocationNumber,
    RecordKind.CAPABILITY: MessageCapability,
    RecordKind.SPECIALITY: SpecialityMember,
    RecordKind.SUCCESSION: Succession,
    RecordKind.OFFER: Offer,
    RecordKind.PLACEMENT: Placement,
    RecordKind.NOTE: Note,
    RecordKind.ACCEPTANCE: Acceptance,
    RecordKind.REQUEST: SentRequest,
    RecordKind.ANSWER: Answer,
    RecordKind.PLAY: Play,
    RecordKind.OFFER_TEXT: OfferText,
    RecordKind.AGREEMENT: Agreement,
    RecordKind.SETTING: Setting,
}
OWNER_FIELD: dict[RecordKind, str] = {
    RecordKind.UNIT: "parent",
    RecordKind.NUMBER: "unit",
    RecordKind.CAPABILITY: "number",
    RecordKind.SPECIALITY: "unit",
    RecordKind.SUCCESSION: "unit",
    RecordKind.PLACEMENT: "unit",
    RecordKind.NOTE: "unit",
    RecordKind.ACCEPTANCE: "unit",
    RecordKind.ANSWER: "request",
}


def capability_key(number: str, type_: str, version: str, direction: Direction) -> str:
    """The same type, version and direction on one number is always the same record."""
    return f"{number}/{type_}/{version}/{direction}"


def speciality_key(unit: str, code: str) -> str:
    """One speciality of one unit is always the same record."""
    return f"{unit}/{code}"


def succession_key(unit: str, successor: str) -> str:
    """One succession is always the same record."""
    return f"{unit}>{successor}"


def placement_key(offer: str, unit: str) -> str:
    """One offer at one unit is always the same record."""
    return f"{offer}@{unit}"


def acceptance_key(rule: str, unit: str) -> str:
    """What one rule finds at one unit is accepted by one record."""
    return f"{rule}@{unit}"


def answer_key(request: str, unit: str, wish: str, wanted: date | None) -> str:
    """One wish of one request has one answer."""
    return f"{request}/{unit}/{wish}/{wanted.isoformat() if wanted else ''}"


def number_key(unit: str, gln: str) -> str:
    """The key of a number that a register file shows on a unit."""
    return f"{unit}:{gln}"
