"""The morning after: baseline, plan and a newer register file side by side, one outcome for each thing asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sorstudio.model.adopting import is_held, open_changes
from sorstudio.model.baseline import Baseline
from sorstudio.model.change import Change, Edit, EditAct
from sorstudio.model.net import NetStep
from sorstudio.model.plan import Plan
from sorstudio.model.records import (
    Answer,
    LocationNumber,
    MessageCapability,
    RecordKind,
    Reply,
    SpecialityMember,
    Succession,
    Unit,
    Value,
)
from sorstudio.model.rekey import rekeyed
from sorstudio.model.settling import GIVEN_BY_SOR, Judged, Standing, judged
from sorstudio.model.state import State
from sorstudio.model.texts import Clause
from sorstudio.model.timeline import START, Timeline
from sorstudio.requests.drafts import ACTION_OF_FIELD, message_label
from sorstudio.requests.foreign import foreign_lines
from sorstudio.requests.line import Action, Line
from sorstudio.requests.lines import change_lines
from sorstudio.requests.matching import Match, matched, unit_keys_of
from sorstudio.requests.phrases import Phrases


class Outcome(StrEnum):
    """What became of one thing that was asked for; FOREIGN was asked for by nobody here."""

    DONE = "done"
    DIFFERENT = "different"
    PENDING = "pending"
    REFUSED = "refused"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class FieldResult:
    """One field of a line: how it stands, what was asked for, and what the file shows."""

    field: str
    standing: Standing
    wanted: Value
    found: Value


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the answer; `detail` reads as a sentence. `sor_id` is set where SOR has issued one since."""

    unit: str
    unit_name: str
    action: Action
    outcome: Outcome
    detail: Clause
    day: date | None = None
    fields: tuple[FieldResult, ...] = ()
    changes: tuple[str, ...] = ()
    sor_id: str | None = None


@dataclass(frozen=True, slots=True)
class Confirmation:
    """All outcomes; `file` is the register file with the plan's keys, as it would be adopted."""

    file: Baseline
    results: tuple[Result, ...]
    matches: tuple[Match, ...]

    def doubtful(self) -> tuple[Match, ...]:
        """The matches that a person must decide about."""
        return tuple(one for one in self.matches if not one.is_sure)


def confirm(plan: Plan, file: Baseline, given: Mapping[str, str] | None = None) -> Confirmation:
    """The outcome of every open change; `given` has the SOR-IDs that somebody says planned units were given."""
    matches = matched(plan, file, given)
    keyed = rekeyed(file, plan, unit_keys_of(matches))
    comparison = _Comparison(plan, keyed, {one.unit: one for one in matches})
    return Confirmation(keyed, tuple(comparison.results()), matches)


class _Comparison:
    """One pass over the lines of a plan."""

    def __init__(self, plan: Plan, file: Baseline, matches: Mapping[str, Match]) -> None:
        self._plan, self._file, self._matches = plan, file, matches
        self._open = open_changes(plan)
        self._new = Timeline(file, ()).plain(file.day)
        self._phrases = Phrases(plan.state(), self._new, plan.codes)
        self._by_step: dict[tuple[RecordKind, str, date], dict[str, Judged]] = defaultdict(dict)
        for one in judged(self._open, plan.baseline, file):
            self._by_step[one.edit.kind, one.edit.key, one.change.day or START][one.field] = one
        answers = plan.state().records[RecordKind.ANSWER].values()
        self._refusals = {
            (one.unit, one.wish, one.wanted): one
            for one in answers
            if isinstance(one, Answer) and one.reply is Reply.REFUSED
        }

    def results(self) -> Iterator[Result]:
        """What was asked for, what waits for a decision, and what others did."""
        for line in change_lines(self._plan):
            if line.addressee is not None:
                yield self._of_line(line)
        for change in self._plan.timeline.changes:
            if is_held(change):
                yield from self._of_held(change)
        lines = foreign_lines(self._plan, self._file, self._open)
        created = {line.unit for line in lines if line.action is Action.CREATE}
        for line in lines:
            if line.action is Action.CREATE or line.unit not in created:
                yield self._of_foreign(line)

    def _of_line(self, line: Line) -> Result:
        fields = tuple(one for step in line.steps for one in self._fields(line, step))
        outcome, code, params = self._outcome(line, fields)
        wish = Clause(line.code, line.params)
        unit = self._new.units.get(line.unit)
        return Result(
            unit=line.unit,
            unit_name=line.unit_name,
            action=line.action,
            outcome=outcome,
            detail=Clause("confirm.detail", {"wish": wish, "status": Clause(code, params)}),
            day=line.day,
            fields=fields,
            changes=tuple(change.id for change in line.changes),
            sor_id=unit.sor_id if unit is not None and line.sor_id is None else None,
        )

    def _fields(self, line: Line, step: NetStep) -> Iterator[FieldResult]:
        found = self._by_step[step.kind, step.key, step.day or START]
        if not step.in_sor:
            return
        whole = found.get("")
        if whole is not None or not found:
            standing = whole.standing if whole is not None else Standing.DONE
            yield FieldResult(_label(step.kind), standing, _member(step), whole.found if whole is not None else None)
            return
        shown = {one.field for one in line.fields}
        for one in step.fields:
            belongs = step.kind is not RecordKind.UNIT or one.field in shown
            if belongs and one.field in found and one.field not in GIVEN_BY_SOR | {"rank"}:
                yield FieldResult(one.field, found[one.field].standing, one.after, found[one.field].found)

    def _outcome(self, line: Line, fields: Sequence[FieldResult]) -> tuple[Outcome, str, dict[str, object]]:
        standings = {one.standing for one in fields}
        if standings <= {Standing.DONE}:
            return Outcome.DONE, *self._done(line)
        refusal = self._refusals.get((line.unit, line.action.value, line.day))
        if refusal is not None:
            return Outcome.REFUSED, "confirm.refused", {"reason": refusal.reason, "day": refusal.day}
        stray = [one for one in fields if one.standing is Standing.DIFFERENT]
        for standing in (Standing.GONE, Standing.CLOSED):
            if standing in standings:
                return Outcome.DIFFERENT, f"confirm.{standing}", {}
        if stray:
            return Outcome.DIFFERENT, "confirm.different", {"found": tuple(self._told(one) for one in stray)}
        return Outcome.PENDING, *self._pending(line, fields)

    def _done(self, line: Line) -> tuple[str, dict[str, object]]:
        unit = self._new.units.get(line.unit)
        number = self._new.numbers.get(line.number or "")
        if line.action is not Action.CLOSE and not self._holds(unit):
            return "confirm.ended", {}
        if line.action is Action.CREATE and unit is not None:
            return "confirm.created", {"sor_id": unit.sor_id}
        if line.action is Action.ORDER_NUMBER and number is not None:
            return "confirm.issued", {"gln": number.gln}
        return "confirm.done", {}

    def _holds(self, unit: Unit | None) -> bool:
        return unit is not None and (unit.valid_to is None or unit.valid_to > self._file.day)

    def _pending(self, line: Line, fields: Sequence[FieldResult]) -> tuple[str, dict[str, object]]:
        match = self._matches.get(line.unit)
        if line.action is Action.CREATE and match is not None and not match.is_sure:
            percent = round(match.score * 100)
            return "confirm.doubtful", {"name": match.name, "sor_id": match.sor_id, "percent": percent}
        rest = [one for one in fields if one.standing is not Standing.DONE]
        missing = tuple(self._wanted(one) for one in rest)
        if all(one.standing is Standing.UNSEEN for one in rest):
            return "confirm.unseen", {}
        if len(rest) < len(fields) and missing:
            return "confirm.partly", {"missing": missing}
        if line.day is not None and line.day > self._file.day:
            return "confirm.future", {"day": line.day}
        return "confirm.pending", {}

    def _told(self, one: FieldResult) -> Clause:
        return Clause(
            "confirm.found",
            {"field": f"word.field.{one.field}", "found": self._phrases.word(one.field, one.found)},
        )

    def _wanted(self, one: FieldResult) -> Clause:
        word = self._phrases.word(one.field, one.wanted)
        return Clause("confirm.found", {"field": f"word.field.{one.field}", "found": word})

    def _of_held(self, change: Change) -> Iterator[Result]:
        first = next(one for one in self._open if one.id == change.params.get("held", change.id))
        units = {unit_of(edit, self._plan.state()): edit for edit in reversed(first.edits)}
        name = str(change.params.get("unit", ""))
        told = {key: value for key, value in change.params.items() if key != "what"}
        wish = Clause(str(change.params.get("what", change.code)), told)
        for key, edit in units.items():
            found = self._plan.state().units.get(key)
            detail = Clause("confirm.held", {"wish": wish, "status": Clause(_why(change.params.get("why", "")))})
            shown = found.name if found is not None else name
            yield Result(key, shown, action_of(edit), Outcome.DIFFERENT, detail, change.day, (), (change.id,))

    def _of_foreign(self, line: Line) -> Result:
        code = f"confirm.foreign.{line.action}" if line.action in FOREIGN_TOLD else "confirm.foreign.edit"
        detail = Clause(code, {**line.params, "unit": line.unit_name})
        return Result(line.unit, line.unit_name, line.action, Outcome.FOREIGN, detail)


FOREIGN_TOLD = (Action.CREATE, Action.RENAME, Action.MOVE, Action.CLOSE, Action.REOPEN)


def _label(kind: RecordKind) -> str:
    """What a whole record is called among the fields of a line."""
    return {
        RecordKind.CAPABILITY: "message_type",
        RecordKind.SPECIALITY: "specialities",
        RecordKind.SUCCESSION: "successor",
        RecordKind.NUMBER: "gln",
    }.get(kind, "name")


def _member(step: NetStep) -> Value:
    match step.record:
        case MessageCapability() as capability:
            return message_label(capability)
        case SpecialityMember() as member:
            return member.code
        case Succession() as succession:
            return succession.successor
        case LocationNumber() as number:
            return number.gln
        case Unit() as unit:
            return unit.name
        case _:
            return None


def _why(code: str) -> str:
    return f"confirm.why.{code}" if code in ("replay.gone", "replay.closed") else "confirm.why.other"


def unit_of(edit: Edit, state: State) -> str:
    """The key of the unit that an edit is about; empty where it is about none."""
    if edit.kind is RecordKind.UNIT:
        return edit.key
    values = {**edit.before(), **{name: value for name, value in edit.after().items() if value is not None}}
    unit = values.get("unit")
    if unit is None:
        record = state.record(edit.kind, edit.key)
        unit = getattr(record, "unit", None) if record is not None else None
    if unit is None and edit.kind is RecordKind.CAPABILITY:
        number = state.numbers.get(str(values.get("number", "")))
        unit = number.unit if number is not None else None
    return unit if isinstance(unit, str) else ""


def action_of(edit: Edit) -> Action:
    """The action that one edit comes to, where no line tells it."""
    is_gone = edit.act is EditAct.REMOVE
    match edit.kind:
        case RecordKind.UNIT if edit.act is EditAct.CREATE:
            return Action.CREATE
        case RecordKind.UNIT:
            names = [item.field for item in edit.fields]
            if "valid_to" in names:
                return Action.CLOSE if edit.after()["valid_to"] is not None else Action.REOPEN
            return next((ACTION_OF_FIELD[name] for name in names if name in ACTION_OF_FIELD), Action.EDIT)
        case RecordKind.NUMBER:
            return Action.CLOSE_NUMBER if is_gone else Action.SET_NUMBER
        case RecordKind.CAPABILITY:
            return Action.REMOVE_MESSAGE if is_gone else Action.ADD_MESSAGE
        case RecordKind.SPECIALITY:
            return Action.SET_SPECIALITIES
        case RecordKind.SUCCESSION:
            return Action.REPLACE
        case RecordKind.PLACEMENT:
            return Action.REMOVE_OFFER if is_gone else Action.PLACE_OFFER
        case _:
            return Action.NOTE


def counts(results: Iterable[Result]) -> dict[Outcome, int]:
    """How many of each outcome, the empty ones left out."""
    found = [one.outcome for one in results]
    return {outcome: found.count(outcome) for outcome in Outcome if outcome in found}
