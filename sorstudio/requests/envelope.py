"""The change request as a whole: who asks, on what it is based, and an envelope of lines for each addressee."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sorstudio.model.codes import CodeLists
from sorstudio.model.edits.settings import setting
from sorstudio.model.inherit import number_at
from sorstudio.model.plan import Plan
from sorstudio.model.records import LocationNumber, RecordKind, Unit
from sorstudio.model.state import State
from sorstudio.model.texts import Texts
from sorstudio.requests.asked import local_keys, next_lines
from sorstudio.requests.complete import CompleteUnit, complete_unit
from sorstudio.requests.line import Action, Addressee, Earlier, Line, LineWarning
from sorstudio.requests.lines import change_lines
from sorstudio.requests.phrases import Phrases
from sorstudio.requests.words import Wording


@dataclass(frozen=True, slots=True)
class Sender:
    """The SOR-responsible of the municipality, and where mails go."""

    municipality: str
    name: str | None
    phone: str | None
    email: str | None
    route: str
    mail_sds: str | None
    mail_medcom: str | None
    systems: str | None


@dataclass(frozen=True, slots=True)
class Envelope:
    """What one addressee is asked to do, in an order that works."""

    addressee: Addressee
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Request:
    """Everything that the files of a change request are made from."""

    plan: Plan
    sender: Sender
    envelopes: tuple[Envelope, ...]
    wording: Wording
    today: date
    local_keys: Mapping[str, str]
    by_id: Mapping[str, Line] = field(repr=False)
    templates: Path | None = None
    """A folder of the sender's own running texts, which go before the shipped ones."""

    @property
    def codes(self) -> CodeLists:
        """The code lists that the plan is made with."""
        return self.plan.codes

    @property
    def texts(self) -> Texts:
        """The sentences of the language that the request is written in."""
        return self.wording.texts

    @property
    def state(self) -> State:
        """The units as the plan leaves them."""
        return self.plan.state()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of all envelopes."""
        return tuple(line for envelope in self.envelopes for line in envelope.lines)

    def envelope(self, addressee: Addressee) -> Envelope | None:
        """The envelope for one addressee, or None where nothing is asked of it."""
        return next((one for one in self.envelopes if one.addressee is addressee), None)

    def unit(self, key: str) -> Unit | None:
        """A unit as the plan leaves it, or as the register has it."""
        return self.state.units.get(key) or self.plan.timeline.plain(self.plan.baseline.day).units.get(key)

    def number(self, line: Line) -> LocationNumber | None:
        """The location number that a line is about, as it becomes, or as it was where it ends."""
        for step in line.steps:
            if isinstance(step.record, LocationNumber):
                return step.record
        if line.action is Action.SET_NUMBER and line.number is None and line.unit in self.state.units:
            return number_at(self.state, line.unit)
        key = line.number or ""
        return self.state.numbers.get(key) or self.plan.timeline.plain(self.plan.baseline.day).numbers.get(key)

    def complete(self, line: Line) -> CompleteUnit | None:
        """Every field of the line's unit on the day of the line."""
        state = self.plan.state(line.day or max(self.today, self.plan.baseline.day))
        return complete_unit(state, line.unit) if line.unit in state.units else None

    def is_new(self, key: str) -> bool:
        """Whether SOR has nothing about the unit yet, so that nothing there can be kept."""
        return self.plan.timeline.is_planned(RecordKind.UNIT, key)

    def reference(self, key: str | None) -> str:
        """How people refer to a unit: by SOR-ID, or by the local key of a unit that has none yet."""
        unit = self.unit(key) if key else None
        if unit is None:
            return ""
        return unit.sor_id or self.local_keys.get(unit.key, "")

    def waits(self, line: Line) -> str:
        """The lines that a line waits for: in another envelope with its addressee, of a sent request with its day."""
        here = (self._waited(line, self.by_id[name]) for name in line.waits_for)
        sent = (self.texts.sentence("request.waits.sent", told_of(one)) for one in line.waits_for_sent)
        return ", ".join((*here, *sent))

    def replaced(self, line: Line) -> str:
        """Which wish that was sent earlier the line replaces, in words; empty where it replaces none."""
        if line.earlier is None or line.action is Action.WITHDRAW:
            return ""
        return self.texts.sentence("request.replaces", told_of(line.earlier))

    def _waited(self, line: Line, other: Line) -> str:
        if other.addressee in (line.addressee, None):
            return other.id
        return f"{other.id} ({self.texts.value(f'word.addressee.{other.addressee}')})"


def make_request(
    plan: Plan,
    texts: Texts,
    today: date,
    *,
    anew: bool = False,
    only: Sequence[Addressee] = tuple(Addressee),
) -> Request:
    """The change request of a plan; an addressee that is asked for nothing has no envelope.

    What was sent before is left out, unless everything is to be asked `anew`.
    """
    lines = tuple(line for line in next_lines(plan, anew=anew) if line.addressee in only)
    plain = plan.timeline.plain(plan.baseline.day)
    return Request(
        plan,
        sender_of(plan),
        tuple(_envelopes(lines)),
        Wording(Phrases(plan.state(), plain, plan.codes), texts),
        today,
        local_keys(plan),
        {line.id: line for line in (*change_lines(plan), *lines)},
    )


def told_of(earlier: Earlier) -> dict[str, object]:
    """An earlier wish as the parameters of a sentence."""
    return {"line": earlier.line, "sent": earlier.sent, "number": earlier.number}


def _envelopes(lines: Sequence[Line]) -> Sequence[Envelope]:
    found = (Envelope(one, tuple(line for line in lines if line.addressee is one)) for one in Addressee)
    return [envelope for envelope in found if envelope.lines]


def sender_of(plan: Plan) -> Sender:
    """Who asks, from the settings of the plan."""
    code = setting(plan, "municipality")
    known = plan.codes.municipality(code) if code else None
    roots = plan.state().roots()
    owner = plan.state().units[roots[0]].name if roots else ""
    return Sender(
        municipality=known.official_name if known else owner,
        name=setting(plan, "responsible_name"),
        phone=setting(plan, "responsible_phone"),
        email=setting(plan, "responsible_email"),
        route=setting(plan, "own_edits_route") or "sor_editor",
        mail_sds=setting(plan, "mail_sds"),
        mail_medcom=setting(plan, "mail_medcom"),
        systems=setting(plan, "journal_systems"),
    )


def request_warnings(request: Request) -> tuple[tuple[str, LineWarning], ...]:
    """What the sender should know: the lines it concerns (empty: the whole request) and the warning, said once."""
    grouped: dict[str, tuple[list[int], LineWarning]] = {}
    for line in request.lines:
        for warning in line.warnings:
            grouped.setdefault(repr(warning), ([], warning))[0].append(int(line.id.removeprefix("L")))
    return (*((_ranges(numbers), warning) for numbers, warning in grouped.values()), *_sender_warnings(request))


def _ranges(numbers: Sequence[int]) -> str:
    """Lines in short: L3, L5–L9."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"L{run[0]}" if len(run) == 1 else f"L{run[0]}–L{run[-1]}" for run in runs)


def _sender_warnings(request: Request) -> tuple[tuple[str, LineWarning], ...]:
    found: list[tuple[str, LineWarning]] = []
    sender = request.sender
    if request.envelopes and not (sender.name and sender.email):
        found.append(("", LineWarning("request.warning.no_responsible")))
    if request.envelope(Addressee.MEDCOM) and not sender.mail_medcom:
        found.append(("", LineWarning("request.warning.no_medcom_mail")))
    return tuple(found)
