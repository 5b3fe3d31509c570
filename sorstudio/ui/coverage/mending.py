"""A repair of the coverage as one change: made whole, or refused whole."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import cast

from sorstudio.model.change import Change
from sorstudio.model.edits.acts import change_for, parse_act
from sorstudio.model.edits.composed import composed
from sorstudio.model.plan import Plan
from sorstudio.routing.coverage_repairs import Mend
from sorstudio.rules.finding import Json
from sorstudio.rules.repairing import in_time


def mended(plan: Plan, mend: Mend) -> Change:
    """What the acts of a repair come to, as one step of the history; refuses like the acts themselves."""
    return composed(plan, [partial(_made, act=act) for act in mend.acts])


def _made(plan: Plan, act: Mapping[str, object]) -> Change:
    return change_for(plan, parse_act(in_time(plan, cast("Mapping[str, Json]", act))), {})
