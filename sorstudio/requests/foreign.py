"""What others have changed in the register since the plan's file: the differences that no open change is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sorstudio.model.baseline import Baseline
from sorstudio.model.change import Change, Edit, EditAct, FieldEdit, altered, created, new_id, removed
from sorstudio.model.compare import Difference, What, compare
from sorstudio.model.journal import Journal
from sorstudio.model.plan import Plan
from sorstudio.model.records import OWNER_FIELD, RecordKind, Unit
from sorstudio.model.state import State
from sorstudio.model.timeline import Timeline
from sorstudio.requests.line import NOWHERE_ACTIONS, Line
from sorstudio.requests.lines import change_lines

Ref = tuple[RecordKind, str]
_OUR_OWN = frozenset({"rank", "valid_from", "first_from", "sor_id"})


def foreign_lines(plan: Plan, file: Baseline, ours: Iterable[Change]) -> tuple[Line, ...]:
    """The differences as lines, as if somebody had asked for them; `file` has the plan's keys."""
    old, new = plan.timeline.plain(file.day), Timeline(file, ()).plain(file.day)
    edits = tuple(_edits(old, new, file, _touched(ours)))
    change = Change(new_id(), "confirm.foreign", edits)
    journal = Journal([change], change.id)
    lines = change_lines(Plan([plan.baseline], plan.codes, today=plan.today, journal=journal)) if edits else ()
    return tuple(line for line in lines if line.action not in NOWHERE_ACTIONS)


def _touched(ours: Iterable[Change]) -> Mapping[Ref, frozenset[str]]:
    """The fields of each record that an open change is about; an empty one stands for all of them."""
    found: dict[Ref, set[str]] = defaultdict(set)
    for change in ours:
        for edit in change.edits:
            names = {item.field for item in edit.fields} if edit.act is EditAct.UPDATE else {""}
            found[edit.kind, edit.key] |= names
    return {ref: frozenset(names) for ref, names in found.items()}


def _edits(old: State, new: State, file: Baseline, touched: Mapping[Ref, frozenset[str]]) -> Iterator[Edit]:
    grouped: dict[Ref, list[Difference]] = defaultdict(list)
    for one in compare(old, new):
        names = touched.get((one.kind, one.key), frozenset())
        if "" not in names and one.field not in names | _OUR_OWN:
            grouped[one.kind, one.key].append(one)
    for ref, several in grouped.items():
        yield from _of_record(ref, several, (old, new), file, touched)


def _of_record(
    ref: Ref,
    several: Sequence[Difference],
    states: tuple[State, State],
    file: Baseline,
    touched: Mapping[Ref, frozenset[str]],
) -> Iterator[Edit]:
    kind, key = ref
    before, after = (state.record(kind, key) for state in states)
    if before is None and after is not None:
        yield created(kind, after)
    elif isinstance(before, Unit) and after is None:
        is_foretold = before.valid_to is not None and before.valid_to <= file.day
        is_ours = is_foretold or "valid_to" in touched.get(ref, ())
        edit = None if is_ours else altered(kind, before, valid_to=file.day)
        yield from (edit,) if edit is not None else ()
    elif before is not None and after is None:
        is_known = kind is not RecordKind.SUCCESSION or any(each is kind for each, _ in file.by_key)
        if is_known and not _went_with_its_owner(kind, before, states[1]):
            yield removed(kind, before)
    else:
        fields = tuple(FieldEdit(one.field, one.before, one.after) for one in several if one.what is not What.ADDED)
        yield Edit(kind, key, EditAct.UPDATE, fields)


def _went_with_its_owner(kind: RecordKind, record: object, new: State) -> bool:
    owner = getattr(record, OWNER_FIELD[kind])
    above = RecordKind.NUMBER if kind is RecordKind.CAPABILITY else RecordKind.UNIT
    return new.record(above, owner) is None
