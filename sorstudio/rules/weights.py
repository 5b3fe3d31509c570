"""How a quality score is weighed: parts, groups of rules, severities and levels, from resources/quality.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sorstudio.resources import resource
from sorstudio.rules.finding import Severity

GOOD, FAIR, POOR = "good", "fair", "poor"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the score: the groups of rules that speak of it, and how much it weighs in the whole.

    `over` is what it is counted over: all units, or those with a number of their own. Where the extract does not carry
    a field of `rests_on` the part cannot be judged.
    """

    code: str
    groups: tuple[str, ...]
    weight: float
    over: str = "units"
    rests_on: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Weights:
    """The whole table."""

    parts: tuple[Part, ...]
    severities: Mapping[Severity, float] = field(hash=False)
    levels: Mapping[str, float] = field(hash=False)

    def part_of(self, group: str) -> Part | None:
        """The part that a group of rules speaks of."""
        return next((part for part in self.parts if group in part.groups), None)

    def level(self, score: float) -> str:
        """A score in one word: good, fair or poor."""
        return GOOD if score >= self.levels[GOOD] else FAIR if score >= self.levels[FAIR] else POOR


@cache
def core_weights() -> Weights:
    """The table that is shipped."""
    data: dict[str, Any] = tomllib.loads(resource("quality.toml").read_text(encoding="utf-8"))
    return Weights(
        tuple(_part(one) for one in data["part"]),
        {Severity(name): float(weight) for name, weight in data["severity"].items()},
        {name: float(least) for name, least in data["levels"].items()},
    )


def _part(data: Mapping[str, Any]) -> Part:
    rests_on = frozenset(data.get("rests_on", ()))
    return Part(data["code"], tuple(data["groups"]), float(data["weight"]), data.get("over", "units"), rests_on)
