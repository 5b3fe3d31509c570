"""What a guide looks at while it asks: the plan, the chosen units, and the answers given so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sorstudio.model.plan import Plan
from sorstudio.model.records import Unit
from sorstudio.model.state import State
from sorstudio.requests.words import Json

ActLine = Mapping[str, Json]
"""One act as a line of a file for `apply`."""


@dataclass(frozen=True)
class Option:
    """One answer of several: its value, and its words where they come from the plan and not from the guide."""

    value: str
    words: str = ""


@dataclass(frozen=True)
class Asked:
    """A question as it is put now: its options, what the register already tells, and the words it is filled with.

    `part` tells apart the questions that one entry of the guide stands for, such as each thing to share out.
    """

    options: tuple[Option, ...] = ()
    preset: str = ""
    params: Mapping[str, str] = field(default_factory=dict)
    part: str = ""


@dataclass(frozen=True)
class Scene:
    """The plan after everything planned, the units that the guide was called for, and the answers by question."""

    plan: Plan
    units: tuple[str, ...]
    answers: Mapping[str, str]

    @property
    def state(self) -> State:
        """The tree that is asked about."""
        return self.plan.state()

    @property
    def unit(self) -> Unit:
        """The first unit that the guide was called for."""
        return self.state.units[self.units[0]]

    def answer(self, name: str) -> str:
        """What was answered; empty where nothing was."""
        return self.answers.get(name, "").strip()

    def is_unit(self, text: str) -> bool:
        """Whether an answer names a unit that is there, and not a new name."""
        return text in self.state.units

    def children(self, unit: str) -> list[str]:
        """The units right below that are open."""
        return [key for key in self.state.children(unit) if self.state.units[key].valid_to is None]

    def branch(self, unit: str) -> Iterator[str]:
        """The unit and everything open below it."""
        return (one.key for _, one in self.state.walk(unit) if one.valid_to is None)

    def number_option(self, unit: str) -> Option:
        """A unit's own number as one to choose."""
        number = self.state.number_of(unit)
        gln = (number.gln if number else None) or "…"
        return Option(unit, f"{self.state.units[unit].name} ({gln})")

    def holders(self, units: Sequence[str]) -> list[str]:
        """Those of the units that have a number of their own."""
        return [key for key in dict.fromkeys(units) if key in self.state.units and self.state.number_of(key)]

    def common(self) -> dict[str, Json]:
        """The day and the reason, which every act of the guide carries."""
        reason = self.answer("reason")
        return {"date": self.answer("day"), **({"reason": reason} if reason else {})}
