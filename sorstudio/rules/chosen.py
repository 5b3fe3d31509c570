"""The rule book that counts for a plan: its own edition over the shipped rules, or the shipped rules alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sorstudio.model.change import Change
from sorstudio.model.edits.settings import RULE_EDITION, set_rule_edition
from sorstudio.model.errors import Unreadable
from sorstudio.model.plan import Plan
from sorstudio.rules.editions import read_edition, write_edition
from sorstudio.rules.entry import RuleBook
from sorstudio.rules.rulebook import core_rules

IN_THE_PLAN = "regler.toml"
"""What an edition without a file is called where something in it is wrong."""


@dataclass(frozen=True)
class Chosen:
    """The book that counts. `problem` says why the plan's own edition could not be used, where it has one."""

    book: RuleBook
    is_own: bool = False
    problem: Unreadable | None = None


def chosen(plan: Plan) -> Chosen:
    """The book that counts for the plan as it stands; the same text gives the very same book."""
    text = plan.state().setting(RULE_EDITION)
    return _read(text) if text else Chosen(core_rules())


@lru_cache(maxsize=8)
def _read(text: str) -> Chosen:
    try:
        return Chosen(read_edition(text, IN_THE_PLAN, core_rules()), is_own=True)
    except Unreadable as problem:
        return Chosen(core_rules(), problem=problem)


def choose(plan: Plan, text: str, file: str = IN_THE_PLAN, *, reason: str | None = None) -> Change:
    """Make the text of an edition the plan's own; a text that does not read is refused with file and line."""
    name = read_edition(text, file, core_rules()).edition.name
    return set_rule_edition(plan, text, name or file, reason=reason)


def choose_book(plan: Plan, book: RuleBook, *, reason: str | None = None) -> Change:
    """Make a book that a person has changed the plan's own."""
    return choose(plan, write_edition(book, core_rules()), reason=reason)


def reset(plan: Plan, *, reason: str | None = None) -> Change:
    """Go back to the shipped rules."""
    return set_rule_edition(plan, None, reason=reason)


def edition_text(plan: Plan) -> str:
    """The edition that counts as the text of a file: the plan's own as it was taken in, or an empty one."""
    return plan.state().setting(RULE_EDITION) or write_edition(core_rules(), core_rules())
