"""Rules on what a name tells: a task or a place, the municipality where the whole country reads it, plain words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import lru_cache

from sorstudio.model.codes import CodeLists
from sorstudio.model.edits.units import LONGEST_NAME
from sorstudio.model.records import Unit, Unknown
from sorstudio.rules import subjects
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import Hit, Unjudged, Yield, check
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.finding import Severity
from sorstudio.rules.indexes import folded
from sorstudio.rules.name_marks import renamed
from sorstudio.rules.name_style import Style, style_of
from sorstudio.rules.name_words import phrase_in
from sorstudio.rules.parameters import Folded, Pairs, Whole, Words
from sorstudio.rules.reach import Reach

_SPLIT = re.compile(r"[^\w]+")
_DIGITS = re.compile(r"[\d\W_]+")
_BETWEEN_WORDS = re.compile(r"([^\W\d_]{2}) ?/ ?(?=[^\W\d_]{2})")
_LEAST_LETTERS = 2


@check("task_or_place", Reach.PARENT, words=Words(), gone=Words())
def task_or_place(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A name as "Team 3" tells neither what the unit does nor where it is. `gone`: parents whose name is no help."""
    if unit.parent is None or not is_bare(unit.name, entry.words("words")):
        return
    parent = bench.state.units.get(unit.parent)
    tells = (
        parent and not is_bare(parent.name, entry.words("words")) and not phrase_in(parent.name, entry.words("gone"))
    )
    name = below(parent.name, unit.name) if parent and tells else ""
    yield Hit({}, (renamed(unit, name),) if name else ())


def is_bare(name: str, words: tuple[str, ...]) -> bool:
    """Whether a name has only words that every unit might have, with numbers and single letters."""
    common = _common(words)
    found = folded(name).split(" ", 4)
    first = found[0].strip(".,")
    if len(found) > _MOST_BARE or not (first in common or first.isdigit()):
        return False
    parts = [part for part in _SPLIT.split(folded(name)) if part]
    only_common = all(part in common or part.isdigit() or len(part) == 1 for part in parts)
    return only_common and not common.isdisjoint(parts)


@lru_cache(maxsize=20)
def _common(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(folded(word) for word in words)


_MOST_BARE = 4


def below(parent: str, name: str) -> str:
    """A name that tells whose part it is; empty where that is too long for SOR."""
    longer = f"{parent.strip()}, {name.strip()}"
    return longer if len(longer) <= LONGEST_NAME else ""


@check("named_by_its_task", at=subjects.typed, words=Words(), but=Words())
def named_by_its_task(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A unit called by the place where it sits, a school, is taken for that place."""
    if not is_called_after(unit.name, entry.words("words"), entry.words("but"), bench.codes):
        return
    if isinstance(unit.unit_type, Unknown):
        yield Unjudged("unit_type")
        return
    found = bench.codes.unit_type(unit.unit_type or "")
    if found is None:
        return
    name = with_task(unit.name, found.code, style_of(bench.plain), entry.words("words"))
    yield Hit({"type": found.name_da.casefold()}, (renamed(unit, name),) if name else ())


def is_called_after(name: str, words: tuple[str, ...], but: tuple[str, ...], codes: CodeLists) -> bool:
    """Whether a name is that of another kind of place, and has no word for any task."""
    places = _ready(words)
    if places.first_in(name) is None or _ready(but).first_in(name) is not None:
        return False
    known = {word.strip() for word in places.words}
    return all(folded(one.word) in known for one in codes.type_clues.in_name(name))


def with_task(name: str, unit_type: str, style: Style, words: tuple[str, ...]) -> str:
    """The municipality's own word for the task put to a name; empty where there is none, or no room."""
    for habit in style.tasks(unit_type):
        if _ready(words).first_in(habit.word) is None and folded(habit.word) not in folded(name):
            joined = habit.joined(name.strip())
            return joined if len(joined) <= LONGEST_NAME else ""
    return ""


@lru_cache(maxsize=20)
def _ready(words: tuple[str, ...]) -> Folded:
    return Folded.of(words)


@check("municipality_named", conventions=Pairs())
def municipality_named(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Mailboxes that the whole country writes to are found under one name, with the municipality at its end."""
    word = next((one for one in entry.pairs("conventions") if folded(one) in folded(unit.name)), None)
    if word is None:
        return
    owner = style_of(bench.plain).municipality
    if owner and folded(owner) not in folded(unit.name):
        name = national_name(entry.pairs("conventions")[word], owner)
        yield Hit({"municipality": owner, "name": name}, (renamed(unit, name),) if name else ())


def national_name(pattern: str, municipality: str) -> str:
    """The national name with the municipality's; empty where that is too long for SOR."""
    name = pattern.replace("*", municipality)
    return name if len(name) <= LONGEST_NAME else ""


@check("codes_in_names", Reach.CHILDREN | Reach.WORDS, at=subjects.parents, acronyms=Words(), least=Whole(2, 1000))
def codes_in_names(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Units called by a code of the house: citizens see the name in their appointments and do not know it.

    Told once, at the unit above those that have the code.
    """
    children = bench.state.children(unit.key)
    if len(children) < entry.whole("least"):
        return
    known = _common(entry.words("acronyms"))
    there = (bench.state.units[key] for key in children)
    heads = Counter(house_code(one.name, known) for one in there if one.valid_to is None)
    own = house_code(unit.name, known)
    for code, count in heads.items():
        if code and code != own and count >= entry.whole("least"):
            yield Hit({"code": code, "count": count}, lighter=Severity.INFO)


def house_code(name: str, known: Collection[str]) -> str:
    """The capitals that a name begins with where they are no generally known acronym; otherwise empty."""
    head, _, rest = name.partition(" ")
    if len(head) < _LEAST_LETTERS or not rest or not head.isupper() or not head.isalpha() or len(head) > _LONGEST_CODE:
        return ""
    return "" if head.casefold() in known or rest.isupper() else head


_LONGEST_CODE = 5


@check("plain_words", slash=Words())
def plain_words(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Names of figures alone say nothing; a slash is read in many ways. `slash`: where it belongs, as in "24/7"."""
    if unit.name.strip() and _DIGITS.fullmatch(unit.name):
        yield Hit(variant=".digits")
    elif "/" in unit.name and has_slash(unit.name, entry.words("slash")):
        name = without_slash(unit.name)
        repairs = (renamed(unit, name),) if len(name) <= LONGEST_NAME else ()
        yield Hit({}, repairs, variant=".slash", lighter=Severity.INFO)


def has_slash(name: str, allowed: tuple[str, ...]) -> bool:
    """Whether two words stand side by side with a slash between them where it does not belong."""
    return _BETWEEN_WORDS.search(name) is not None and _ready(allowed).first_in(name) is None


def without_slash(name: str) -> str:
    """A name with "og" for each slash between two words."""
    return _BETWEEN_WORDS.sub(r"\1 og ", name)
