"""What checks work out about single units, kept from one act to the next for the units that an act does not reach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Set
from typing import Any, TypeVar

T = TypeVar("T")


class Kept:
    """Answers by question and unit.

    An answer may rest on the unit, on what hangs on it, on the offers it has, and on how the units above it stand and
    what numbers they have: on nothing else, for only then is it known when it is no longer true.
    """

    def __init__(self) -> None:
        self._answers: dict[str, dict[str, Any]] = defaultdict(dict)

    def of(self, question: str, unit: str, ask: Callable[[], T]) -> T:
        """The answer, worked out where nobody has asked before."""
        answers = self._answers[question]
        if unit not in answers:
            answers[unit] = ask()
        return answers[unit]  # type: ignore[no-any-return]  # asked hundreds of thousands of times: a cast costs

    def forget(self, units: Set[str]) -> None:
        """Nothing is known of these units any more."""
        for answers in self._answers.values():
            for key in units & answers.keys():
                del answers[key]
