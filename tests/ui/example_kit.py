"""The exercise municipality after its acts, in no file: a real plan to walk through."""

from functools import cache

from sorstudio.cli.acts_file import read_acts
from sorstudio.cli.example import ACTS, DAY, EXTRACT
from sorstudio.formats.reading import read_baseline
from sorstudio.model.baseline import Baseline
from sorstudio.model.edits.acts import aliases_after, change_for
from sorstudio.model.plan import Plan
from sorstudio.resources import code_lists, example


def example_plan() -> Plan:
    """Freshly made, with every act of the bundled story."""
    plan = Plan([_baseline()], code_lists(), today=DAY, author="Prøve")
    aliases: dict[str, str] = {}
    for numbered in read_acts(example(ACTS).read_bytes())[0]:
        plan.apply(change_for(plan, numbered.act, aliases))
        aliases = aliases_after(numbered.act, aliases)
    return plan


@cache
def _baseline() -> Baseline:
    return read_baseline([example(EXTRACT)], codes=code_lists(), day=DAY, today=DAY)
