"""Wishes side by side: which line says an earlier one again or replaces it, and the line that takes one back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sorstudio.model.edits.requesting import Wish
from sorstudio.model.state import State
from sorstudio.model.texts import Clause
from sorstudio.requests.line import Action, Earlier, FieldChange, FieldValue, Line
from sorstudio.requests.shown import missing
from sorstudio.requests.words import field_json

_FINGERPRINT = 16
WishKey = tuple[str, Action, date | None]
_MEMBERS = frozenset({"message_type", "successor"})


def wish_of(line: Line) -> Wish:
    """What names the line of a request, for its answer: a wish taken back has a name of its own."""
    taken_back = line.earlier if line.action is Action.WITHDRAW else None
    action = f"{line.action}/{taken_back.action}" if taken_back else line.action.value
    return Wish(line.unit, action, line.day)


def fingerprint(lines: Sequence[Line]) -> str:
    """Of an envelope: the same as long as it asks for the same, line by line; the language does not count."""
    told = [
        [line.id, line.unit, wish_of(line).action, str(line.day or ""), [field_json(one) for one in line.fields]]
        for line in lines
    ]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:_FINGERPRINT]


def key_of(line: Line) -> WishKey:
    """No plan has two lines of the same unit, action and day."""
    return line.unit, line.action, line.day


@dataclass(frozen=True)
class Asked:
    """The lines that an addressee was asked for, and the registers that can show what came of them.

    `registers` has the register alone on the day of each line as the plan knows it now, where that is another file
    than the wishes were made on: in the same file nothing can have come of them.
    """

    lines: Mapping[WishKey, Line]
    registers: Mapping[date | None, State]

    def open(self, asked: Line) -> tuple[FieldChange, ...]:
        """What of a wish no register shows."""
        register = self.registers.get(asked.day)
        return asked.fields if register is None else missing(register, asked)

    def same(self, line: Line) -> Line | None:
        """The wish of the same unit, action and day; a number that has been issued is the one that was ordered."""
        ordered = self.lines.get((line.unit, Action.ORDER_NUMBER, line.day))
        if line.action is Action.SET_NUMBER and ordered is not None and ordered.number == line.number:
            return ordered
        return self.lines.get(key_of(line))

    def covers(self, line: Line, asked: Line | None) -> bool:
        """Whether just this was asked for; what the register has got since need not be asked for again."""
        if asked is None or asked.day != line.day:
            return False
        issued = "gln" if asked.action is not line.action else ""
        wanted = {one for one in _values(line.fields) if one[0] != issued}
        return _values(self.open(asked)) <= wanted <= _values(asked.fields)

    def paired(self, present: Sequence[Line]) -> dict[str, Line]:
        """By the id of a line the wish that it says again or replaces: of the same day, else of the same action."""
        pairs = {line.id: asked for line in present if (asked := self.same(line)) is not None}
        taken = {key_of(asked) for asked in pairs.values()}
        left: dict[tuple[str, Action], list[Line]] = {}
        for key, asked in self.lines.items():
            if key not in taken and self.open(asked):
                left.setdefault((asked.unit, asked.action), []).append(asked)
        for line in present:
            waiting = left.get((line.unit, line.action))
            if line.id not in pairs and waiting:
                pairs[line.id] = waiting.pop(0)
        return pairs

    def not_wanted(self, asked: Line, taker: Line | None) -> tuple[FieldChange, ...]:
        """What of a wish its taker does not say any more and the register does not show."""
        if taker is None:
            return self.open(asked)
        said = _values(taker.fields)
        scalar = {one.field for one in taker.fields} - _MEMBERS
        return tuple(one for one in self.open(asked) if one.field not in scalar and _value(one) not in said)

    def withdrawal(self, asked: Line, rest: tuple[FieldChange, ...], name: str, earlier: Earlier) -> Line:
        """The line that takes a wish back, or some fields of it: each to what the register has."""
        wish = Clause(asked.code, asked.params)
        fields = tuple(f"word.field.{one.field}" for one in rest)
        return replace(
            asked,
            id=name,
            action=Action.WITHDRAW,
            fields=tuple(FieldChange(one.field, one.after, self._in_register(asked, one)) for one in rest),
            code="request.line.withdraw" if len(rest) == len(asked.fields) else "request.line.withdraw.partly",
            params={"sent": earlier.sent, "wish": wish, "fields": fields},
            waits_for=(),
            warnings=(),
            steps=(),
            earlier=earlier,
        )

    def _in_register(self, asked: Line, change: FieldChange) -> FieldValue:
        register = self.registers.get(asked.day)
        unit = register.units.get(asked.unit) if register is not None else None
        if unit is None or asked.number is not None or not hasattr(unit, change.field):
            return change.before
        value: FieldValue = getattr(unit, change.field)
        return value


def _values(changes: Sequence[FieldChange]) -> frozenset[tuple[str, FieldValue, FieldValue]]:
    return frozenset(map(_value, changes))


def _value(change: FieldChange) -> tuple[str, FieldValue, FieldValue]:
    """What is asked for, whatever was there before; a member that goes has no other name than what it was."""
    goes = change.after is None and change.field in {*_MEMBERS, "gln"}
    return change.field, change.after, change.before if goes else None
