"""One owner picked out of a file that holds several: who is meant, and which units are theirs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from rapidfuzz import process

from sorstudio.formats.problems import Problem, UnreadableFile
from sorstudio.formats.raw import RawExtract, RawUnit
from sorstudio.model.codes import CodeLists, Municipality, fold
from sorstudio.model.identifiers import clean_id
from sorstudio.model.records import UnitKind

_MOST_SUGGESTIONS = 5


@dataclass(frozen=True, slots=True)
class OwnerRow:
    """A unit at the top of a tree."""

    sor_id: str
    name: str


def find_owner(
    tops: Sequence[OwnerRow],
    owner: str,
    codes: CodeLists,
    source: str = "",
    loose: Callable[[], Iterable[OwnerRow]] | None = None,
) -> str:
    """The SOR-ID of the owner meant by a SOR-ID, a name or a municipality code; refuses what is unclear.

    `loose` makes the tops of a file that may hold a part of a tree: it need not say whose its only part is.
    """
    found = {top.sor_id: top for top in _candidates(tops, owner.strip(), codes)}
    if not found and loose is not None:
        found = _of_a_part([*tops, *loose()], owner.strip(), codes, source)
    if len(found) == 1:
        return next(iter(found))
    if found:
        names = ", ".join(f"{top.name} ({top.sor_id})" for top in found.values())
        raise UnreadableFile([Problem("owner.ambiguous", value=owner, source=source, params={"names": names})], source)
    raise UnreadableFile([_not_found(tops, owner, source)], source)


def _of_a_part(tops: Sequence[OwnerRow], owner: str, codes: CodeLists, source: str) -> dict[str, OwnerRow]:
    every = {top.sor_id: top for top in tops}
    meant = codes.municipality(owner)
    found = _candidates(tops, owner, codes) or [
        top for top in tops if meant is not None and municipality_in(top.name, codes) == meant
    ]
    if found or len(every) > 1:
        return {top.sor_id: top for top in found}
    if any(names_its_owner(top.name, codes) for top in tops):
        names = ", ".join(top.name for top in every.values())
        raise UnreadableFile([Problem("owner.other", value=owner, source=source, params={"names": names})], source)
    return every


def names_its_owner(name: str, codes: CodeLists) -> bool:
    """Whether a name says which public owner it is, known or not."""
    is_known = municipality_in(name, codes) is not None or codes.region(name) is not None
    return is_known or fold(name).endswith("kommune")


def municipality_in(name: str, codes: CodeLists) -> Municipality | None:
    """The municipality that a name is or begins its own words with, as "Aarhus Kommune, Sundhed og Omsorg"."""
    words = re.findall(r"\w+", fold(name))
    places = [place for place, word in enumerate(words) if word.endswith("kommune")]
    written = [" ".join(words[max(0, place - length) : place + 1]) for place in places for length in (3, 2, 1)]
    return next(filter(None, map(codes.municipality, (name, *written))), None)


def loose_tops(rows: Iterable[tuple[str, str | None, str]]) -> list[OwnerRow]:
    """What is uppermost in a part of a tree, from unit, parent and name: told by the parent where that is not there."""
    rows = list(rows)
    known = {unit for unit, _, _ in rows}
    return [OwnerRow(parent or unit, name) for unit, parent, name in rows if not parent or parent not in known]


def owner_test(owner: str, codes: CodeLists) -> Callable[[str, str], bool]:
    """Whether a SOR-ID and name could be the owner meant: for readers that skip whole owners as they go."""
    return lambda sor_id, name: bool(_candidates([OwnerRow(sor_id, name)], owner.strip(), codes))


def _candidates(tops: Sequence[OwnerRow], owner: str, codes: CodeLists) -> list[OwnerRow]:
    identifier = clean_id(owner)
    by_id = [top for top in tops if top.sor_id == identifier]
    if by_id:
        return by_id
    return _by_municipality(tops, owner, codes) or [top for top in tops if _called(top.name) == _called(owner)]


def _called(name: str) -> str:
    """A name as people say it: with or without »Kommune« and the genitive before it."""
    folded = fold(name)
    short = folded.removesuffix(" kommune")
    return short.removesuffix("s") if short != folded else short


def _by_municipality(tops: Sequence[OwnerRow], owner: str, codes: CodeLists) -> list[OwnerRow]:
    """A municipality by code or name; a private owner that is named like one is not meant."""
    meant = codes.municipality(owner)
    if meant is None:
        return []
    fitting = [top for top in tops if codes.municipality(top.name) == meant]
    return [top for top in fitting if fold(top.name).endswith("kommune")] or fitting


def _not_found(tops: Sequence[OwnerRow], owner: str, source: str) -> Problem:
    names = {top.name: top for top in tops}
    near = process.extract(owner, list(names), limit=_MOST_SUGGESTIONS, score_cutoff=50)
    listed = ", ".join(f"{name} ({names[name].sor_id})" for name, _, _ in near)
    code = "owner.not_found_near" if listed else "owner.not_found"
    return Problem(code, value=owner, source=source, params={"names": listed})


def members(links: Iterable[tuple[str, str | None]], top: str) -> set[str]:
    """The unit and everything below it, from pairs of unit and parent."""
    children: dict[str, list[str]] = defaultdict(list)
    for unit, parent in links:
        if parent:
            children[parent].append(unit)
    found, waiting = {top}, [top]
    while waiting:
        for child in children.get(waiting.pop(), ()):
            if child not in found:
                found.add(child)
                waiting.append(child)
    return found


def narrow(
    extracts: Sequence[RawExtract], owner: str, codes: CodeLists, *, is_fragment: bool = False
) -> list[RawExtract]:
    """The same files with only one owner's units, and only the problems of those; as they are where none has units."""
    units = [unit for extract in extracts for unit in extract.units]
    if not units:
        return list(extracts)
    source = next(extract.source for extract in extracts if extract.units)
    tops = [OwnerRow(unit.sor_id, unit.name) for unit in units if _is_top(unit)]
    loose = partial(loose_tops, ((unit.sor_id, unit.parent, unit.name) for unit in units)) if is_fragment else None
    top = find_owner(tops, owner, codes, source, loose)
    inside = members(((unit.sor_id, unit.parent) for unit in units), top)
    return [_narrowed(extract, inside, top) for extract in extracts]


def _is_top(unit: RawUnit) -> bool:
    return not unit.parent and unit.kind in (UnitKind.IE, None)


def _narrowed(extract: RawExtract, inside: set[str], top: str) -> RawExtract:
    kept = tuple(unit for unit in extract.units if belongs(unit.sor_id, unit.parent, inside, top))
    if len(kept) == len(extract.units):
        return extract
    problems = problems_of(extract, kept)
    return replace(
        extract,
        units=kept,
        problems=problems,
        other_units=extract.other_units + len({unit.sor_id for unit in extract.units} - inside),
        other_faults=extract.other_faults + len(extract.problems) - len(problems),
    )


def belongs(unit: str, parent: str | None, inside: set[str], top: str) -> bool:
    """Whether one row is the owner's: a unit that came from another owner has rows elsewhere too."""
    return unit == top or (unit in inside and parent in inside)


def problems_of(extract: RawExtract, kept: Sequence[RawUnit]) -> tuple[Problem, ...]:
    """A problem belongs to the last unit that begins on its line or above."""
    lines = sorted(unit.line for unit in extract.units)
    own = {unit.line for unit in kept}
    return tuple(
        problem
        for problem in extract.problems
        if problem.line < (lines[0] if lines else 0) or lines[bisect_right(lines, problem.line) - 1] in own
    )
