"""What has changed, line by line: who carries it out, what it waits for, and a sentence for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from sorstudio.model.net import NetStep, net_steps
from sorstudio.model.plan import NOTICE, Plan
from sorstudio.model.records import UNKNOWN, LocationNumber, RecordKind, Unit
from sorstudio.model.state import State
from sorstudio.requests.drafts import Draft, Gathering, addressee_of
from sorstudio.requests.line import (
    MESSAGE_ACTIONS,
    NOWHERE_ACTIONS,
    NUMBER_ACTIONS,
    Action,
    Addressee,
    FieldChange,
    FieldValue,
    Line,
    LineWarning,
)
from sorstudio.requests.order import in_working_order
from sorstudio.requests.phrases import Phrases

_ENVELOPE_ORDER = {Addressee.MUNICIPALITY: 0, Addressee.SDS: 1, Addressee.MEDCOM: 2, None: 3}


def change_lines(plan: Plan) -> tuple[Line, ...]:
    """Every line of what the plan changes, envelope by envelope, each in an order that works."""
    return _Listing(plan).lines()


class _Listing:
    """One pass over the net differences of a plan."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._state = plan.state()
        self._plain = plan.timeline.plain(plan.baseline.day)
        self._units, self._plain_units = self._state.units, self._plain.units
        steps = net_steps(plan.timeline)
        self._touched = dict(_touched_numbers(steps))
        self._drafts = list(Gathering(steps, self._number).drafts.values())
        self._phrases = Phrases(self._state, self._plain, plan.codes)

    def lines(self) -> tuple[Line, ...]:
        order, waits = in_working_order(self._drafts, self._state)
        addressees = [self._addressee(draft) for draft in self._drafts]
        order.sort(key=lambda i: _ENVELOPE_ORDER[addressees[i]])
        names = {i: f"L{position}" for position, i in enumerate(order, start=1)}
        return tuple(self._line(i, addressees[i], names, waits[i]) for i in order)

    def _line(self, i: int, addressee: Addressee | None, names: Mapping[int, str], waits: Sequence[int]) -> Line:
        draft = self._drafts[i]
        unit = self._unit(draft.unit)
        number = self._number(draft.number) if draft.number else None
        fields = self._with_specialities(draft)
        code, params = self._phrases.sentence(draft.action, unit, fields, number)
        return Line(
            id=names[i],
            unit=draft.unit,
            unit_name=unit.name if unit else "",
            kind=unit.kind if unit else None,
            sor_id=unit.sor_id if unit else None,
            action=draft.action,
            addressee=addressee,
            fields=fields,
            code=code,
            params=params,
            reason=_reasons(draft),
            day=draft.day,
            number=draft.number,
            gln=_gln(draft, number),
            waits_for=tuple(sorted((names[other] for other in waits), key=_position)),
            held_back=draft.action is Action.ADD_MESSAGE and number is not None and number.gln is None,
            warnings=self._warnings(draft, number),
            steps=tuple(draft.steps),
            changes=tuple(self._plan.journal.changes.get(one.id, one) for one in draft.changes.values()),
        )

    def _addressee(self, draft: Draft) -> Addressee | None:
        unit = self._unit(draft.unit)
        return addressee_of(draft.action, unit.kind if unit else None)

    def _unit(self, key: str) -> Unit | None:
        return self._units.get(key) or self._plain_units.get(key)

    def _number(self, key: str) -> LocationNumber | None:
        """A number as the plan leaves it, as the register has it, or as it was while the plan had it."""
        return self._state.numbers.get(key) or self._plain.numbers.get(key) or self._touched.get(key)

    def _with_specialities(self, draft: Draft) -> tuple[FieldChange, ...]:
        """The specialities as whole lists, as they stand the day before and on the day."""
        if not any(step.kind is RecordKind.SPECIALITY for step in draft.steps):
            return tuple(draft.fields)
        after = _specialities(self._plan.state(draft.day or self._plan.baseline.day), draft.unit)
        before = self._specialities_before(draft)
        return (*draft.fields, FieldChange("specialities", before, after))

    def _specialities_before(self, draft: Draft) -> FieldValue:
        state = self._plan.state(draft.day - timedelta(days=1)) if draft.day else self._plain
        unit = state.units.get(draft.unit)
        if draft.action is Action.CREATE or unit is None:
            return None
        return _specialities(state, draft.unit) if unit.specialities_known else UNKNOWN

    def _warnings(self, draft: Draft, number: LocationNumber | None) -> tuple[LineWarning, ...]:
        if draft.action in NOWHERE_ACTIONS:
            return ()
        found = [*_notice(draft, self._plan.today)]
        orders = draft.action in (Action.ORDER_NUMBER, Action.SET_NUMBER, Action.MOVE_NUMBER)
        if orders and number is not None and not isinstance(number.system, str):
            found.append(LineWarning("request.warning.no_journal_system"))
        return tuple(found)


def _position(name: str) -> int:
    return int(name.removeprefix("L"))


def _touched_numbers(steps: Iterable[NetStep]) -> Iterator[tuple[str, LocationNumber]]:
    for step in steps:
        if step.kind is RecordKind.NUMBER and isinstance(step.record, LocationNumber):
            yield step.key, step.record


def _specialities(state: State, unit: str) -> tuple[str, ...]:
    return tuple(member.code for member in state.specialities(unit)) if unit in state.units else ()


def _notice(draft: Draft, today: date) -> Sequence[LineWarning]:
    if draft.day is None:
        return (LineWarning("request.warning.no_date"),) if draft.action is Action.CREATE else ()
    if draft.day < today:
        return (LineWarning("request.warning.past", {"day": draft.day}),)
    if draft.day < today + NOTICE:
        return (LineWarning("request.warning.notice", {"day": draft.day, "days": NOTICE.days}),)
    return ()


def _gln(draft: Draft, number: LocationNumber | None) -> str | None:
    if draft.action not in NUMBER_ACTIONS | MESSAGE_ACTIONS or number is None:
        return None
    return number.gln


def _reasons(draft: Draft) -> str | None:
    """The reasons of all changes behind the line, each once."""
    reasons = dict.fromkeys(change.reason for change in draft.changes.values() if change.reason)
    return "; ".join(reasons) or None
