"""Rules on how a name is written: no abbreviations, capitals, stops or notes, and none that says the unit is gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from sorstudio.model.edits.units import LONGEST_NAME
from sorstudio.model.naming import fold
from sorstudio.model.records import Unit
from sorstudio.rules import name_words as text
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import Hit, Yield, check
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.finding import Repair, Severity
from sorstudio.rules.name_style import Style, style_of
from sorstudio.rules.parameters import Pairs, Whole, Words
from sorstudio.rules.reach import Reach

_SHORTEST_STEM, _SHORTEST_SURE = 4, 8
"""Letters and a stop: of words cut shorter, another word of the municipality is no ground for completing them."""


@check("abbreviations", table=Pairs(), keep=Words(), national=Words())
def abbreviations(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Somebody from another municipality or a hospital does not know the local abbreviations."""
    table = entry.pairs("table")
    if "." not in unit.name and "/" not in unit.name:
        return
    words = unit.name.split()
    found = next((word for word in words if text.short_form(word, table)), "")
    stem = found or next((word for word in words[:-1] if _is_stem(word, entry.words("keep"))), "")
    if not stem:
        return
    if text.phrase_in(unit.name, entry.words("national")):
        yield Hit({"word": stem}, variant=".national", lighter=Severity.INFO)
        return
    style = style_of(bench.plain)
    name = full_name(unit.name, table, style)
    if name == text.tidied(unit.name):
        yield Hit({"word": text.core_of(stem)}, variant=".unknown", lighter=Severity.INFO)
        return
    params = {"word": text.core_of(stem), "name": name}
    if len(name) > LONGEST_NAME:
        yield Hit({**params, "length": len(name), "most": LONGEST_NAME}, variant=".too_long", lighter=Severity.INFO)
    else:
        is_safe = bool(found) and not _has_stem(name, entry.words("keep")) and not is_taken(bench, name)
        yield Hit(params, (renamed(unit, name, is_safe=is_safe),))


def full_name(name: str, table: Mapping[str, str], style: Style) -> str:
    """A name with its abbreviations written out as the municipality writes those words, and cut words completed."""
    forms = _forms(tuple(sorted(table.items())), style)
    words = text.written_out(name, forms).split()
    return " ".join([*(_completed(word, style) for word in words[:-1]), *words[-1:]])


@lru_cache(maxsize=8)
def _forms(table: tuple[tuple[str, str], ...], style: Style) -> Mapping[str, str]:
    return {short: style.form(long) for short, long in table}


def _completed(word: str, style: Style) -> str:
    if len(word) < _SHORTEST_SURE or not _is_stem(word, ()):
        return word
    stem = word.rstrip(".")
    found = style.completion(stem.casefold())
    return (found.capitalize() if stem[:1].isupper() else found) if found else word


def _is_stem(word: str, keep: Iterable[str]) -> bool:
    """A word that was cut off with a stop, as "Generat."; a stop at the end of a short word is another matter."""
    return (
        word.endswith(".")
        and len(word) > _SHORTEST_STEM
        and word[:-1].isalpha()
        and not word.isupper()
        and word.casefold() not in keep
    )


def _has_stem(name: str, keep: Iterable[str]) -> bool:
    return any(_is_stem(word, keep) for word in name.split()[:-1])


@check("capitals", acronyms=Words(), notes=Words(), letters=Whole(2, 20))
def capitals(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Words in capitals are read as abbreviations, and read aloud letter by letter."""
    least = entry.whole("letters")
    if not any(word.isupper() and len(word) >= least for word in unit.name.split()):
        return
    bare = text.cut(unit.name, entry.words("notes"), ())
    loud = text.shouted(bare, _folded(entry.words("acronyms")), style_of(bench.plain).words, least)
    if loud:
        name = text.calmed(unit.name, loud)
        yield Hit({"word": " ".join(loud), "name": name}, (renamed(unit, name),))


@check("trailing_stop", Reach.NAMES, may_end=Words())
def trailing_stop(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A stop at the end is a slip, or all that tells two names apart."""
    name = text.without_stop(unit.name.rstrip())
    if not name or name == unit.name.rstrip() or unit.name.rstrip().endswith(")"):
        return
    last = unit.name.split()[-1].casefold()
    if last in entry.words("may_end"):
        return
    wanted = fold(name)
    same = [key for key in bench.indexes.alike(unit) if key != unit.key and _is_same(bench, key, wanted)]
    if same:
        yield Hit({"name": name, "other": bench.name(same[0])}, variant=".all_that_differs")
    else:
        yield Hit({"name": name}, (renamed(unit, name, is_safe=not is_taken(bench, name)),))


def _is_same(bench: Bench, key: str, wanted: str) -> bool:
    return fold(text.without_stop(bench.state.units[key].name)) == wanted


@check("dead_name", Reach.CHILDREN, phrases=Words(), fillers=Words())
def dead_name(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A name that says the unit has moved or gone, on a unit that still is there."""
    phrase = text.phrase_in(unit.name, entry.words("phrases"))
    if phrase:
        name = text.cut(unit.name, entry.words("phrases"), entry.words("fillers"))
        again = (renamed(unit, name),) if name else ()
        yield Hit({"phrase": phrase.rstrip("*")}, (*_closed(bench, unit), *again))


def _closed(bench: Bench, unit: Unit) -> Iterator[Repair]:
    """Where others hang on the unit or its number, closing takes more than one step."""
    if not bench.state.children(unit.key) and bench.state.number_of(unit.key) is None:
        yield Repair("close_dead", {"act": "close", "unit": unit.key}, {"unit": unit.name})


@check("note_in_name", phrases=Words(), fillers=Words(), other=Words())
def note_in_name(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A note to colleagues stands in the name, where everybody reads it. `other`: what another rule speaks about."""
    phrase = text.phrase_in(unit.name, entry.words("phrases"))
    dated = None if phrase or "/" not in unit.name else text.DATED.search(unit.name)
    if not (phrase or dated) or text.phrase_in(unit.name, entry.words("other")):
        return
    name = text.cut(unit.name, entry.words("phrases"), entry.words("fillers"))
    if dated:
        name = text.tidied(unit.name.replace(dated.group(), " ", 1))
    repairs = (renamed(unit, name),) if name else ()
    yield Hit({"note": phrase.rstrip("*") or (dated.group() if dated else "")}, repairs)


def renamed(unit: Unit, name: str, *, is_safe: bool = False) -> Repair:
    """The repair that gives a unit another name."""
    act = {"act": "rename", "unit": unit.key, "name": name}
    return Repair("rename", act, {"unit": unit.name, "name": name}, is_safe=is_safe)


def is_taken(bench: Bench, name: str) -> bool:
    """Whether the register file had a unit of that name: then giving it is a choice."""
    return fold(name) in style_of(bench.plain).names


@lru_cache(maxsize=20)
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)
