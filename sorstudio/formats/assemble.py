"""Raw extracts made into a baseline: joined, narrowed to one owner, checked as a whole, versioned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sorstudio.formats.narrow import narrow
from sorstudio.formats.numbers import number_states
from sorstudio.formats.problems import Problem, UnreadableFile
from sorstudio.formats.raw import RawCapability, RawExtract, RawNumber, RawUnit, added_up
from sorstudio.formats.structure import Placed, by_unit, tree_problems
from sorstudio.formats.versions import Builder, Told, successions
from sorstudio.model.baseline import Baseline
from sorstudio.model.codes import CodeLists
from sorstudio.model.records import NumberState

MESSAGES = "message_types"
BUNDLE = "fhir"
_FIRST = ("register.two_roots", "file.no_parent_links")


def assemble(
    extracts: Sequence[RawExtract],
    *,
    codes: CodeLists,
    owner: str | None = None,
    day: date | None = None,
    today: date,
    fingerprint: str = "",
    is_fragment: bool = False,
    told: Told | None = None,
) -> Baseline:
    """One baseline of all the files, or a refusal that names every problem in them.

    `told` is what the files say about numbers, where it has been gathered already.
    """
    chosen = narrow(extracts, owner, codes) if owner else list(extracts)
    shown = day_of(chosen) or day or today
    rows = [Placed(extract, unit) for extract in chosen for unit in extract.units]
    _refuse(chosen, rows, is_fragment)
    told = told or told_of(chosen, shown)
    rows = [with_number(row, told, shown) for row in rows]
    units = by_unit(rows)
    builder = Builder(units, number_states(units), told, codes, shown)
    return Baseline(
        id=fingerprint[:12],
        day=shown,
        layout="+".join(dict.fromkeys(extract.layout for extract in chosen)),
        fingerprint=fingerprint,
        carries=_carries(chosen),
        sources=tuple(dict.fromkeys(extract.source for extract in chosen)),
        versions=(*builder.build(), *successions(units, chosen)),
    )


def day_of(extracts: Iterable[RawExtract]) -> date | None:
    """The day that one of the files says it shows."""
    return next((extract.day for extract in extracts if extract.day), None)


def _refuse(extracts: Sequence[RawExtract], rows: Sequence[Placed], is_fragment: bool) -> None:
    problems = [problem for extract in extracts for problem in extract.problems]
    sources = ", ".join(dict.fromkeys(extract.source for extract in extracts))
    if not rows and not problems:
        problems.append(Problem("file.no_units", source=sources))
    problems += tree_problems(rows, is_fragment=is_fragment)
    if problems:
        order = {extract.source: place for place, extract in enumerate(extracts)}
        raise UnreadableFile(sorted(problems, key=lambda one: _rank(one, order)), sources)


def _rank(problem: Problem, order: dict[str, int]) -> tuple[bool, int, int]:
    return problem.code not in _FIRST, order.get(problem.source, 0), problem.line


def _carries(extracts: Iterable[RawExtract]) -> frozenset[str]:
    found = frozenset(name for extract in extracts for name in extract.carries)
    has_types = any(extract.capabilities for extract in extracts)
    return found | ({MESSAGES} if has_types else frozenset())


def told_of(extracts: Sequence[RawExtract], day: date) -> Told:
    """Closed numbers are left out, and with them their message types."""
    every = _numbers(extracts)
    open_now = {number.gln: number for number in every if not _is_over(number.valid_to, day)}
    closed = {number.gln for number in every} - open_now.keys()
    types: dict[str, list[RawCapability]] = defaultdict(list)
    for extract in extracts:
        for capability in extract.capabilities:
            if capability.gln not in closed and not _is_over(capability.valid_to, day):
                types[capability.gln].append(capability)
    # A bundle of endpoints is about the numbers it lists; SOR's own table is about every number there is.
    bundles = [extract for extract in extracts if _is_bundle(extract)]
    return Told(
        numbers=open_now,
        by_owner={number.unit: number for number in reversed(open_now.values()) if number.unit},
        number_fields=frozenset(name for extract in extracts if extract.numbers for name in extract.carries),
        capabilities=types,
        is_complete=any(MESSAGES in extract.carries for extract in extracts if not _is_bundle(extract)),
        listed=frozenset(number.gln for extract in bundles for number in extract.numbers) | types.keys(),
    )


def _is_bundle(extract: RawExtract) -> bool:
    return extract.layout.startswith(BUNDLE)


def _numbers(extracts: Iterable[RawExtract]) -> list[RawNumber]:
    """Every row about a number; what several bundles tell of one number of one unit adds up."""
    found: list[RawNumber] = []
    of_endpoints: dict[tuple[str, str | None], int] = {}
    for extract in extracts:
        for number in extract.numbers:
            known = (
                of_endpoints.setdefault((number.gln, number.unit), len(found)) if _is_bundle(extract) else len(found)
            )
            if known < len(found):
                found[known] = added_up(found[known], number)
            else:
                found.append(number)
    return found


def with_number(row: Placed, told: Told, day: date) -> Placed:
    """The row with the number that another file says its unit owns, and without one that is closed."""
    unit = row.unit
    end = unit.number.get("valid_to")
    if unit.gln and isinstance(end, date) and _is_over(end, day):
        return Placed(row.extract, replace(unit, gln=None, number_state=_state_without(unit)))
    if unit.number_state is not None:
        return row
    owned = _number_of(unit, told)
    if owned is None:
        return row
    return Placed(row.extract, replace(unit, gln=owned.gln, number_state=NumberState.OWN))


def _state_without(unit: RawUnit) -> NumberState | None:
    return NumberState.INHERITED if unit.number_state is NumberState.INHERITED else NumberState.NONE


def _number_of(unit: RawUnit, told: Told) -> RawNumber | None:
    if unit.gln:
        named = told.numbers.get(unit.gln)
        return named if named is not None and named.unit == unit.sor_id else None
    return told.by_owner.get(unit.sor_id)


def _is_over(end: date | None, day: date) -> bool:
    return end is not None and end <= day
