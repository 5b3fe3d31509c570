"""Rules on identifiers: sound SOR-IDs and location numbers, each with one owner."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sorstudio.model.identifiers import (
    IdProblem,
    cvr_problem,
    gln_problem,
    p_number_problem,
    provider_number_problem,
    shak_problem,
    sor_id_problem,
)
from sorstudio.model.records import NumberState, Unit
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import Hit, Yield, check
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.finding import Repair, Severity
from sorstudio.rules.reach import Reach
from sorstudio.rules.subjects import number_owners

_sor_id_problem = lru_cache(maxsize=200_000)(sor_id_problem)
"""Remembered: every whole check asks for all of them."""
_OTHER_NUMBERS = (
    ("cvr", lru_cache(maxsize=1000)(cvr_problem)),
    ("p_number", p_number_problem),
    ("provider_number", provider_number_problem),
    ("shak", shak_problem),
)
"""Fields and what can be wrong in them; in a municipality all units share a CVR number."""


@check("sound_sor_id")
def sound_sor_id(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Length, check digit, namespace and partition of the SOR-ID."""
    problem = _sor_id_problem(unit.sor_id) if unit.sor_id else None
    if problem is not None:
        yield _problem(problem)


@check("one_sor_id", Reach.NAMES)
def one_sor_id(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """No two units have the same SOR-ID."""
    others = _others(bench.indexes.by_sor_id.get(unit.sor_id or "", ()), unit)
    if others:
        yield Hit({"sor_id": unit.sor_id, "others": bench.names(others)})


@check("sound_gln", at=number_owners)
def sound_gln(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Thirteen digits and GS1's check digit."""
    number = bench.state.number_of(unit.key)
    problem = gln_problem(number.gln) if number is not None and number.gln else None
    if problem is not None:
        yield _problem(problem)


@check("one_owner_of_a_number", Reach.NUMBERS | Reach.ABOVE | Reach.BELOW, at=number_owners)
def one_owner_of_a_number(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A location number is owned by one unit; a unit below it inherits, and does not own it too."""
    number = bench.state.number_of(unit.key)
    others = _others(bench.indexes.owners(number.gln), unit) if number is not None else ()
    if number is None or not others:
        return
    above = [key for key in bench.state.ancestors(unit.key) if key in others]
    params = {"gln": number.gln, "others": bench.names(others)}
    if above:
        act = {"act": "set_location_number", "unit": unit.key, "state": NumberState.INHERITED.value}
        repair = Repair("inherit_number", act, {"unit": unit.name, "giver": bench.name(above[0])})
        yield Hit(params, (repair,), variant=".kin", lighter=Severity.WARNING)
    elif not all(unit.key in bench.state.ancestors(other) for other in others):
        yield Hit(params)


@check("sound_other_numbers")
def sound_other_numbers(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """CVR number, production unit, provider number and SHAK code have the form of their registers."""
    for name, problem_of in _OTHER_NUMBERS:
        value = getattr(unit, name)
        problem = problem_of(value) if value and isinstance(value, str) else None
        if problem is not None:
            yield _problem(problem)


def _others(keys: tuple[str, ...], unit: Unit) -> tuple[str, ...]:
    return tuple(key for key in keys if key != unit.key)


def _problem(problem: IdProblem) -> Hit:
    return Hit(problem.params, text=problem.code, lighter=None if problem.is_error else Severity.WARNING)
