"""How the findings are put together: under the rule, the branch, the severity, or whoever has to mend them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from sorstudio.model.records import UnitKind
from sorstudio.model.state import State
from sorstudio.model.texts import Texts
from sorstudio.requests.drafts import addressee_of
from sorstudio.requests.line import Action, Addressee
from sorstudio.rules.entry import RuleBook
from sorstudio.rules.finding import Finding, Severity
from sorstudio.ui.signs import FindingSign

SIGN = {
    Severity.ERROR: FindingSign.ERROR,
    Severity.WARNING: FindingSign.WARNING,
    Severity.INFO: FindingSign.INFO,
}
_OF_RULE_GROUP = {"messages": Addressee.MEDCOM, "numbers": Addressee.SDS}


class GroupBy(StrEnum):
    """What findings of one group have in common."""

    RULE = "rule"
    BRANCH = "branch"
    SEVERITY = "severity"
    ADDRESSEE = "addressee"


@dataclass(frozen=True)
class Known:
    """What is known about the findings: the book they were found by, the tree they stand in, the language."""

    book: RuleBook
    state: State
    texts: Texts


@dataclass(frozen=True)
class Group:
    """Findings that belong together, in tree order; `key` stays the same while its title may change."""

    key: str
    title: str
    sign: FindingSign
    findings: tuple[Finding, ...]


def grouped(found: Iterable[Finding], by: GroupBy, known: Known) -> list[Group]:
    """The groups in the order in which they are read; the findings of each stay in the order in which they came."""
    key_of = _KEYS[by](known)
    parts: dict[str, list[Finding]] = defaultdict(list)
    for one in found:
        parts[key_of(one)].append(one)
    groups = [
        Group(key, _title(key, by, known), max(SIGN[one.severity] for one in part), tuple(part))
        for key, part in parts.items()
    ]
    return sorted(groups, key=_ORDERS[by](known))


def addressee(finding: Finding, known: Known) -> Addressee:
    """Who has to mend it: whoever the first repair goes to; without one, whoever the rule is about."""
    entry = known.book.entry(finding.code)
    unit = known.state.units.get(finding.unit)
    kind = unit.kind if unit else None
    for repair in finding.repairs[:1]:
        name = str(repair.act["act"])
        wanted = addressee_of(Action(name), kind) if name in set(Action) else None
        if wanted is not None:
            return wanted
    if entry is not None and entry.group in _OF_RULE_GROUP:
        return _OF_RULE_GROUP[entry.group]
    return Addressee.SDS if kind is not None and kind is not UnitKind.OE else Addressee.MUNICIPALITY


def _by_branch(known: Known) -> Callable[[Finding], str]:
    """The unit below the owner in whose branch a finding stands; each way up is walked once."""
    units, tops = known.state.units, dict.fromkeys(known.state.roots(), "")
    branches: dict[str, str] = {}

    def branch_of(finding: Finding) -> str:
        way: list[str] = []
        at = finding.unit
        while at in units and at not in branches and at not in tops:
            way.append(at)
            at = units[at].parent or ""
        branch = branches.get(at) or (way[-1] if way else at if at in tops else "")
        branches.update(dict.fromkeys(way, branch))
        return branch

    return branch_of


_KEYS: dict[GroupBy, Callable[[Known], Callable[[Finding], str]]] = {
    GroupBy.RULE: lambda known: lambda one: one.code,
    GroupBy.BRANCH: _by_branch,
    GroupBy.SEVERITY: lambda known: lambda one: one.severity.value,
    GroupBy.ADDRESSEE: lambda known: lambda one: addressee(one, known).value,
}


def _title(key: str, by: GroupBy, known: Known) -> str:
    if by is GroupBy.RULE:
        entry = known.book.entry(key)
        return entry.title(known.texts.language) if entry else key
    if by is GroupBy.BRANCH:
        unit = known.state.units.get(key)
        return unit.name if unit else known.texts.sentence("panes.findings.whole_plan")
    return known.texts.sentence(f"panes.findings.{by.value}.{key}")


def _branch_order(known: Known) -> Callable[[Group], tuple[object, ...]]:
    roots = known.state.roots()
    places = {
        key: place for place, key in enumerate((*roots, *(one for root in roots for one in known.state.children(root))))
    }
    return lambda group: (places.get(group.key, len(places)), group.title)


def _fixed_order(keys: Iterable[str]) -> Callable[[Known], Callable[[Group], tuple[object, ...]]]:
    places = {key: place for place, key in enumerate(keys)}
    return lambda known: lambda group: (places[group.key],)


_ORDERS: dict[GroupBy, Callable[[Known], Callable[[Group], tuple[object, ...]]]] = {
    GroupBy.RULE: lambda known: lambda group: (-group.sign, group.key),
    GroupBy.BRANCH: _branch_order,
    GroupBy.SEVERITY: _fixed_order(one.value for one in Severity),
    GroupBy.ADDRESSEE: _fixed_order(one.value for one in Addressee),
}
