"""The shipped rule book: resources/rules, one file for each group of rules, over the checks of this program."""

from __future__ import annotations

from functools import cache

from sorstudio.resources import resource
from sorstudio.rules import (
    contact,
    dates,
    identity,
    message_sets,
    messages,
    name_marks,
    name_sense,
    names,
    number_areas,
    numbers,
    offers,
    receivers,
    structure,
    systems,
    types,
)
from sorstudio.rules.editions import GROUPS, read_edition
from sorstudio.rules.entry import RuleBook

ROOMS = (
    identity,
    structure,
    contact,
    names,
    name_marks,
    name_sense,
    types,
    numbers,
    number_areas,
    systems,
    messages,
    message_sets,
    receivers,
    dates,
    offers,
)
"""Where the checks stand; importing a room registers its checks."""
_HEAD = "edition"


@cache
def core_rules() -> RuleBook:
    """The rules that are shipped, in the order of the groups."""
    folder = resource("rules")
    book = RuleBook()
    for name in (*GROUPS, _HEAD):
        path = folder / f"{name}.toml"
        if path.is_file():
            book = read_edition(path.read_text(encoding="utf-8"), path.name, book)
    return book
