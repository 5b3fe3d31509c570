"""Several repairs as one act: each is tried after the ones before it, and what cannot be made is left out and told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sorstudio.model.change import Change, new_id
from sorstudio.model.edits.acts import change_for, parse_act
from sorstudio.model.errors import Refused, SorError
from sorstudio.model.plan import Plan
from sorstudio.rules.finding import Finding, Repair
from sorstudio.rules.repairing import in_time

Pair = tuple[Finding, Repair]
MOST_NAMED = 3
"""Units that the sentence of the act names."""


class Mending:
    """A piece of work that goes on one repair at a time; the plan itself is not touched.

    `left_out` holds the findings whose repair could not be made, each with the reason.
    """

    def __init__(self, plan: Plan, pairs: Sequence[Pair]) -> None:
        self.pairs = tuple(pairs)
        self.done = 0
        self.left_out: list[tuple[Finding, SorError]] = []
        self._mended: list[Finding] = []
        self._trial = plan.snapshot()
        self._made: list[Change] = []

    @property
    def is_finished(self) -> bool:
        """Whether all of them have been tried."""
        return self.done == len(self.pairs)

    def step(self) -> None:
        """Try the next one; one of several acts is made whole or not at all."""
        finding, repair = self.pairs[self.done]
        self.done += 1
        made: list[Change] = []
        try:
            for act in repair.acts:
                change = self._trial.apply(change_for(self._trial, parse_act(in_time(self._trial, act)), {}))
                made.append(replace(change, follows=()))
        except SorError as error:
            self._trial.undo(len(made))
            self.left_out.append((finding, error))
            return
        self._made.extend(made)
        self._mended.append(finding)

    def change(self) -> Change:
        """What was made, as one act that is undone as one. Raises `Refused` where nothing was."""
        if not self._made:
            raise self.left_out[0][1] if self.left_out else Refused("edit.nothing_changes")
        if len(self._made) == 1:
            return self._made[0]
        code = "repairs.made" if len(self._mended) > 1 else "repair.made"
        return Change(new_id(), code, params=self._params(), carried=tuple(self._made))

    def _params(self) -> dict[str, str]:
        units = list(dict.fromkeys(one.unit_name for one in self._mended))
        named = ", ".join(units[:MOST_NAMED]) + (" …" if len(units) > MOST_NAMED else "")
        rules = ", ".join(dict.fromkeys(one.code for one in self._mended))
        return {"count": str(len(self._mended)), "rule": rules, "unit": named}


def mended(plan: Plan, pairs: Sequence[Pair]) -> Change:
    """All at once, for few."""
    work = Mending(plan, pairs)
    while not work.is_finished:
        work.step()
    return work.change()


def alike(finding: Finding, found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings of the same rule that are mended in the same way."""
    kind = finding.repairs[0].code if finding.repairs else ""
    return tuple(one for one in found if one.code == finding.code and one.repairs and one.repairs[0].code == kind)


def safe(found: Sequence[Finding]) -> tuple[Pair, ...]:
    """The findings that can be mended without a choice and without a loss, each with its repair."""
    pairs = ((one, next((repair for repair in one.repairs if repair.is_safe), None)) for one in found)
    return tuple((one, repair) for one, repair in pairs if repair is not None)
