"""The rule book on invented municipalities: all of it, and after one act, beside the same checks run whole.

The times are processor time of the thread that checks, so that a machine at other work does not change them much.

Run: python -m benchmarks.rules [units ...]
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from rich.console import Console
from rich.table import Table

from sorstudio.model.baseline import Baseline, Version
from sorstudio.model.change import Change
from sorstudio.model.codes import CodeLists
from sorstudio.model.edits import messages, numbers, offers, units
from sorstudio.model.errors import Refused
from sorstudio.model.identifiers import make_gln, make_sor_id
from sorstudio.model.plan import Effect, Plan
from sorstudio.model.records import (
    Address,
    AddressUse,
    Contact,
    Direction,
    LocationNumber,
    MessageCapability,
    NumberState,
    Placement,
    Record,
    RecordKind,
    Unit,
    UnitKind,
    capability_key,
    placement_key,
)
from sorstudio.resources import code_lists
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import look, subjects
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.indexes import Indexes
from sorstudio.rules.rulebook import core_rules
from sorstudio.rules.standing import Standing

TODAY = date(2026, 11, 2)
SIZES = (1_300, 5_000)
WHOLE_AIM = {1_300: 150.0, 5_000: 600.0}
ACT_AIM = 5.0
WHOLES, ACTS, DEAREST = 7, 60, 12
FAN_OUT = 7
NUMBER_SHARE, INHERITING_SHARE, OFFER_SHARE, TYPE_SHARE, TIDY_SHARE = 0.12, 0.65, 0.25, 0.5, 0.9
FAULTY = ("Hj.pl. {}", "TEAM  {}", "Flyttet lok.nr 14/5 {}", "Afd. {}.", "{}")
MOST_MISSED = 50


@dataclass(frozen=True)
class Timed:
    """Milliseconds of one thing measured several times."""

    what: str
    times: Sequence[float]
    aim: float | None = None
    peer: float | None = None

    @property
    def median(self) -> float:
        """The median."""
        return statistics.median(self.times)

    @property
    def slowest(self) -> float:
        """The 99th percentile; the slowest where there are fewer than a hundred."""
        return sorted(self.times)[min(len(self.times) - 1, int(len(self.times) * 0.99))]


class Town:
    """An invented register: areas with their types, offers, message types and systems, and faults as real ones have."""

    def __init__(self, size: int, codes: CodeLists, seed: int = 7) -> None:
        self._size, self._codes, self._random = size, codes, random.Random(seed)
        self._places = ["Nord", "Syd", "Øst", "Vest", "Havnen", "Åen", "Skoven", "Torvet"]
        self._by_area = {area.code: [one for one in codes.offers if one.area_code == area.code] for area in codes.areas}

    def baseline(self) -> Baseline:
        """The register as a file would give it."""
        records = [pair for place in range(self._size) for pair in self._records(place)]
        versions = tuple(Version(kind, record, date(2020, 1, 1)) for kind, record in records)
        carries = frozenset({"name", "parent", "unit_type", "location_number", "message_types", "addresses", "contact"})
        return Baseline(f"town-{self._size}", TODAY, "sor2_csv", carries=carries, versions=versions)

    def _records(self, place: int) -> Iterator[tuple[RecordKind, Record]]:
        chance = self._random.random
        area = self._codes.areas[self._branch(place) % len(self._codes.areas)]
        key, has_number = make_sor_id(9_000_001 + place), place > 0 and chance() < NUMBER_SHARE
        state = NumberState.OWN if has_number else NumberState.INHERITED if chance() < INHERITING_SHARE else None
        unit = Unit(
            key,
            UnitKind.IE if place == 0 else UnitKind.SI if place <= FAN_OUT else UnitKind.OE,
            self._name(place, area.name_da),
            make_sor_id(9_000_001 + (place - 1) // FAN_OUT) if place else None,
            float(place),
            sor_id=key,
            unit_type=area.unit_types[0] if area.unit_types and chance() < TYPE_SHARE else None,
            number_state=state if state is not None and place else NumberState.NONE,
            postal=Address("Torvet", str(place % 200), postcode="9999", city="Eksempelby") if chance() < 0.5 else None,
            contact=Contact(phone="12345678") if place == 0 or chance() < 0.5 else None,
            valid_from=date(2020, 1, 1),
        )
        yield RecordKind.UNIT, unit
        if has_number:
            yield from self._number(unit, place, (*area.receives, "FDIS91"))
        if chance() < OFFER_SHARE and self._by_area[area.code]:
            offer = self._random.choice(self._by_area[area.code]).code
            yield RecordKind.PLACEMENT, Placement(placement_key(offer, key), key, offer)

    def _number(self, unit: Unit, place: int, types: Sequence[str]) -> Iterator[tuple[RecordKind, Record]]:
        system = self._random.choice(self._codes.journal_systems)
        gln = make_gln(f"579099{place:06d}")
        number = LocationNumber(
            f"{unit.key}:{gln}",
            unit.key,
            gln,
            system=system.name,
            vendor=system.vendor,
            net_operator="41000035001",
            region="1084",
        )
        yield RecordKind.NUMBER, number
        for code in dict.fromkeys(types):
            found = self._codes.message_type(code)
            if found is not None:
                key = capability_key(number.key, found.code, found.version, Direction.IN)
                yield (
                    RecordKind.CAPABILITY,
                    MessageCapability(key, number.key, found.code, found.version, Direction.IN),
                )

    def _name(self, place: int, area: str) -> str:
        if place == 0:
            return "Eksempelby Kommune"
        words = area.split(" (")[0].split(" og ")[0]
        name = f"{words} {self._random.choice(self._places)} {place}"[:60]
        return name if self._random.random() < TIDY_SHARE else self._random.choice(FAULTY).format(name)[:60]

    def _branch(self, place: int) -> int:
        """The branch two levels down, whose area everything below it has."""
        while place > FAN_OUT + FAN_OUT**2:
            place = (place - 1) // FAN_OUT
        return place


def invented(size: int) -> Plan:
    """A plan on an invented register that is stored nowhere."""
    codes = code_lists()
    return Plan([Town(size, codes).baseline()], codes, today=TODAY, author="Benchmark")


def timed(act: Callable[[], object], repeats: int) -> list[float]:
    times = []
    for _ in range(repeats):
        begin = time.thread_time()
        act()
        times.append((time.thread_time() - begin) * 1e3)
    return times


Act = Callable[[Plan, str, random.Random], Change]


def _renamed(plan: Plan, unit: str, chance: random.Random) -> Change:
    return units.rename(plan, unit, f"Enhed {chance.randrange(10**6)}")


def _moved(plan: Plan, unit: str, chance: random.Random) -> Change:
    return units.move(plan, [unit], chance.choice(sorted(plan.state().units)))


def _received(plan: Plan, unit: str, chance: random.Random) -> Change:
    owner = chance.choice(sorted(number.unit for number in plan.state().numbers.values()))
    return messages.add_message_type(plan, owner, chance.choice(plan.codes.message_types).code, None, [Direction.IN])


def _offered(plan: Plan, unit: str, chance: random.Random) -> Change:
    return offers.place_offer(plan, [chance.choice(plan.codes.offers).code], unit)


def _typed(plan: Plan, unit: str, chance: random.Random) -> Change:
    return units.set_unit_type(plan, unit, chance.choice(plan.codes.unit_types).code)


def _numbered(plan: Plan, unit: str, chance: random.Random) -> Change:
    return numbers.set_location_number(plan, unit, chance.choice([NumberState.INHERITED, NumberState.NONE]))


def _addressed(plan: Plan, unit: str, chance: random.Random) -> Change:
    return units.set_address(plan, unit, AddressUse.POSTAL, Address("Gaden", str(chance.randrange(99))))


KINDS: dict[str, Act] = {
    "rename": _renamed,
    "move": _moved,
    "message type": _received,
    "offer": _offered,
    "unit type": _typed,
    "number": _numbered,
    "address": _addressed,
}


def act_times(plan: Plan, standing: Standing, kind: Act) -> list[float]:
    """What keeping the findings true takes after each of some acts of one kind; the act itself is not counted."""
    chance, times = random.Random(3), []
    seen: list[Effect] = []
    plan.subscribe(seen.append)
    for _ in range(ACTS + MOST_MISSED):
        unit = chance.choice(sorted(plan.state().units))
        try:
            plan.apply(kind(plan, unit, chance))
        except Refused:
            continue
        times += timed(partial(_follow, plan, standing, seen.pop()), 1)
        if len(times) == ACTS:
            break
    return times


def _follow(plan: Plan, standing: Standing, effect: Effect) -> None:
    standing.follow(plan, standing.circle(plan, effect.touched))


def rows(size: int) -> Iterator[Timed]:
    """The whole check and one act of each kind."""
    plan = invented(size)
    Standing(plan)
    whole = Timed(f"{size:,} units: whole check", timed(lambda: Standing(plan), WHOLES), WHOLE_AIM.get(size))
    yield whole
    for name, kind in KINDS.items():
        standing = Standing(plan)
        yield Timed(f"{size:,} units: one act ({name})", act_times(plan, standing, kind), ACT_AIM, whole.median)


def dearest(size: int) -> Iterator[tuple[RuleEntry, float, int]]:
    """The rules that take longest in a whole check, with their milliseconds and findings."""
    plan = invented(size)
    near = Standing(plan).indexes
    costs = {
        entry.code: statistics.median(timed(partial(_run, plan, near, entry), 3)) for entry in core_rules().active()
    }
    found = Counter(one.code for one in Standing(plan).findings())
    for code, cost in sorted(costs.items(), key=lambda pair: -pair[1])[:DEAREST]:
        yield core_rules().entries[code], cost, found[code]


def _run(plan: Plan, near: Indexes, entry: RuleEntry) -> int:
    bench = Bench(plan, near)
    return sum(1 for _ in look(bench, entry, subjects(bench, entry)))


def main(sizes: Sequence[int]) -> None:
    table = Table("ms", "p50", "p99", "aim", "", "x whole", title=f"{len(list(core_rules().active()))} rules")
    for size in sizes:
        for one in rows(size):
            aim, verdict = f"{one.aim:.0f}" if one.aim else "", _verdict(one)
            ratio = f"{one.median / one.peer:.4f}" if one.peer else ""
            table.add_row(one.what, f"{one.median:.1f}", f"{one.slowest:.1f}", aim, verdict, ratio)
    Console().print(table)
    costly = Table("rule", "check", "ms", "findings", title=f"dearest of a whole check of {max(sizes):,} units")
    for entry, cost, count in dearest(max(sizes)):
        costly.add_row(entry.code, entry.check, f"{cost:.1f}", str(count))
    Console().print(costly)


def _verdict(one: Timed) -> str:
    return "" if one.aim is None else "kept" if one.median <= one.aim else "missed"


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or SIZES)
