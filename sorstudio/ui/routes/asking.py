"""A question put to the plan and to the register as it is today; what questions are put to is built once a state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sorstudio.model.plan import Plan
from sorstudio.model.state import State
from sorstudio.model.timeline import END
from sorstudio.routing.answer import Answer
from sorstudio.routing.directory import Directory
from sorstudio.routing.question import Question
from sorstudio.routing.route import route


@dataclass(frozen=True, slots=True)
class Found:
    """An answer, and what it was found in."""

    answer: Answer
    directory: Directory

    @property
    def state(self) -> State:
        """Whose names and paths the answer speaks of."""
        return self.directory.state


class Asking:
    """Keeps one directory of the plan and one of the register file, as long as they are asked about the same state."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._kept: dict[str, Directory] = {}

    def planned(self, asked: Question) -> Found:
        """The answer after the plan: on the day of the question, or after everything planned."""
        state = self._plan.state(asked.day or END)
        return self._found("planned", state, asked.day, asked)

    def today(self, asked: Question) -> Found:
        """The answer of the register file that the plan stands on, as of today."""
        day = self._plan.today
        return self._found("today", self._plan.timeline.plain(day), day, asked)

    def directory(self) -> Directory:
        """What is asked about after everything planned."""
        return self._directory("planned", self._plan.state(), None)

    def _found(self, name: str, state: State, day: date | None, asked: Question) -> Found:
        directory = self._directory(name, state, day)
        return Found(route(directory, asked), directory)

    def _directory(self, name: str, state: State, day: date | None) -> Directory:
        kept = self._kept.get(name)
        if kept is None or kept.state is not state or kept.day != day:
            kept = self._kept[name] = Directory(state, self._plan.codes, day)
        return kept
