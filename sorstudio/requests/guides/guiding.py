"""Goes through a guide: the questions of each step as the plan and the answers stand, and the one act they become."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from sorstudio.model.change import Change, new_id
from sorstudio.model.edits.act import Act
from sorstudio.model.edits.acts import change_for
from sorstudio.model.errors import Refused, SorError
from sorstudio.model.plan import Plan
from sorstudio.model.texts import Texts
from sorstudio.requests.guides import closing, merging, moving, ordering, splitting
from sorstudio.requests.guides.guide import Guide, Question, Words, guides
from sorstudio.requests.guides.scene import ActLine, Asked, Scene
from sorstudio.requests.schedule import schedule

_LOGIC: Mapping[str, tuple[Callable[[Scene, str], Sequence[Asked]], Callable[[Scene], list[ActLine]]]] = {
    "merge": (merging.asked, merging.acts),
    "split": (splitting.asked, splitting.acts),
    "move": (moving.asked, moving.acts),
    "close": (closing.asked, closing.acts),
    "number": (ordering.asked, ordering.acts),
}


@dataclass(frozen=True)
class Put:
    """A question put to a person: its name, its sort and words, the options, and what it is answered with now."""

    name: str
    question: Question
    asked: Asked
    answer: str

    def words(self, texts: Texts) -> str:
        """The question in words."""
        return self.both().name(texts.language)

    def both(self) -> Words:
        """The question in both languages, with what it is about."""
        words = self.question.words
        return Words(words.name_da.format_map(self.asked.params), words.name_en.format_map(self.asked.params))

    def options(self, texts: Texts) -> list[tuple[str, str]]:
        """Words and value of each answer to choose from."""
        choices = self.question.choices
        return [
            (one.words or texts.fill(choices[one.value].name(texts.language), self.asked.params), one.value)
            for one in self.asked.options
        ]


class Guiding:
    """One guide on its way, for the units it was called for; nothing is changed until its act is applied."""

    def __init__(self, plan: Plan, name: str, units: Sequence[str]) -> None:
        self.guide: Guide = guides()[name]
        self._plan = plan
        self._units = tuple(units)
        self._given: dict[str, str] = {}
        self._key = new_id()
        self._asked, self._acts = _LOGIC[name]

    def give(self, name: str, answer: str) -> None:
        """Answer a question; an answer given before is forgotten."""
        self._given[name] = answer

    def answer(self, name: str) -> str:
        """What a question is answered with now, given or known beforehand."""
        return next((put.answer for put in self._all() if put.name == name), "")

    def still_there(self) -> bool:
        """Whether the units that the guide was called for are there and open."""
        units = self._plan.state().units
        return all(key in units and units[key].valid_to is None for key in self._units)

    def questions(self, step: int) -> list[Put]:
        """The questions of a step, as they are put after the answers so far."""
        wanted = {question.name for question in self.guide.steps[step].questions}
        return [put for put in self._all() if put.question.name in wanted]

    def steps(self) -> list[int]:
        """The steps that have anything to ask."""
        put = {one.question.name for one in self._all()}
        steps = enumerate(self.guide.steps)
        return [at for at, step in steps if any(question.name in put for question in step.questions)]

    def missing(self, step: int) -> Put | None:
        """The first question of a step that must be answered and is not."""
        return next((put for put in self.questions(step) if put.question.must and not put.answer.strip()), None)

    def act(self) -> ActLine:
        """What the answers come to, as one line for `apply`."""
        acts = self._acts(self._scene())
        return acts[0] if len(acts) == 1 else {"act": "together", "acts": acts}

    def change(self, plan: Plan) -> Change:
        """The one change; refused where an answer is missing or the plan cannot have it."""
        missing = next((put for step in self.steps() if (put := self.missing(step)) is not None), None)
        if missing is not None:
            raise Refused("guide.missing", question=missing.both())
        line = self.act()
        fields = {name: value for name, value in line.items() if name != "act"}
        return change_for(plan, Act(str(line["act"]), fields, new_key=self._key), {})

    def makes(self) -> list[Callable[[Plan], Change]]:
        """The change, to be weighed and made."""
        return [partial(_change_of, self)]

    def earliest(self) -> date | None:
        """The first day on which all that the answers ask for can be done; None while they make no change."""
        trial = self._plan.snapshot()
        try:
            made = trial.apply(self.change(trial))
        except SorError:
            return None
        items = (item for item in schedule(trial).items() if made.id in {one.id for one in item.line.changes})
        return max((item.earliest for item in items if item.earliest), default=self._plan.today)

    def _all(self) -> list[Put]:
        """Every question that is put, each with its answer, in order; later ones may depend on earlier answers."""
        found: list[Put] = []
        known: dict[str, str] = {}
        for step in self.guide.steps:
            for question in step.questions:
                for asked in self._put(question, known):
                    name = f"{question.name}:{asked.part}" if asked.part else question.name
                    known[name] = self._answer(question, name, asked)
                    found.append(Put(name, question, asked, known[name]))
        return found

    def _put(self, question: Question, known: Mapping[str, str]) -> Sequence[Asked]:
        if question.name == "day":
            return [Asked(preset=self._plan.working_date.isoformat())]
        return self._asked(Scene(self._plan, self._units, dict(known)), question.name)

    def _answer(self, question: Question, name: str, asked: Asked) -> str:
        """What was given, as long as it can still be chosen, or what is known beforehand."""
        given = self._given.get(name)
        if given is None or (asked.options and given not in {one.value for one in asked.options}):
            return asked.preset
        return given

    def _scene(self) -> Scene:
        return Scene(self._plan, self._units, {put.name: put.answer for put in self._all()})


def _change_of(guiding: Guiding, plan: Plan) -> Change:
    return guiding.change(plan)
