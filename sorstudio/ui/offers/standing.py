"""How each offer stands in the plan: who provides it, and whether that is nobody, or several for the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from sorstudio.model.codes import OfferKind
from sorstudio.model.naming import fold
from sorstudio.model.plan import Plan
from sorstudio.model.records import Offer
from sorstudio.model.state import State
from sorstudio.model.texts import Texts

MOST_NAMES = 2


class Standing(Enum):
    """What the board has to say about an offer."""

    PLACED = "placed"
    FREE = "free"
    LACKING = "lacking"
    CLAIMED = "claimed"


@dataclass(frozen=True, slots=True)
class OfferRow:
    """One card: the offer, who provides it in few words and in all of them, and the units by key."""

    code: str
    name: str
    where: str
    standing: Standing
    units: tuple[str, ...] = ()
    is_own: bool = False
    whole: str = ""

    @property
    def is_amber(self) -> bool:
        """Whether somebody should look at it."""
        return self.standing in (Standing.LACKING, Standing.CLAIMED)


@dataclass(frozen=True, slots=True)
class HeadingRows:
    """One heading with its cards; `code` is empty for own offers that stand under no heading."""

    code: str
    name: str
    rows: tuple[OfferRow, ...]

    @property
    def placed(self) -> int:
        """How many of its offers somebody provides."""
        return sum(bool(row.units) for row in self.rows)


def board(plan: Plan, texts: Texts) -> tuple[HeadingRows, ...]:
    """Every heading of the catalogue with its offers and the municipality's own."""
    state, language = plan.shown(), texts.language
    providers = _providers(state)
    own = state.offers()
    found = []
    for heading, offers in plan.codes.offers_by_heading():
        rows = [
            _row(state, texts, one.code, one.name(language), providers, wanted=one.kind is OfferKind.AREA)
            for one in offers
        ]
        rows += [_own_row(state, texts, one, providers) for one in own if one.heading == heading.code]
        found.append(HeadingRows(heading.code, heading.name(language), tuple(rows)))
    known = {heading.code for heading in plan.codes.headings}
    loose = tuple(_own_row(state, texts, one, providers) for one in own if one.heading not in known)
    return (*found, HeadingRows("", texts.sentence("panes.own_offer"), loose)) if loose else tuple(found)


def matching(headings: Sequence[HeadingRows], typed: str) -> tuple[HeadingRows, ...]:
    """Only the cards that hold every word typed, in name, place or heading."""
    words = fold(typed).split()
    if not words:
        return tuple(headings)
    kept = (
        HeadingRows(one.code, one.name, tuple(row for row in one.rows if _holds(one, row, words))) for one in headings
    )
    return tuple(one for one in kept if one.rows)


def _holds(heading: HeadingRows, row: OfferRow, words: Sequence[str]) -> bool:
    text = fold(f"{row.name} {row.whole} {heading.name}")
    return all(word in text for word in words)


def claim(state: State, units: Sequence[str]) -> bool:
    """Whether several units claim the same thing.

    Units of one type beside each other share an offer by district, as home nursing North and South do; units of
    different types, of no type, or above each other do not.
    """
    if len(units) < 2:
        return False
    types = {state.units[key].unit_type for key in units}
    above = {parent for key in units for parent in state.ancestors(key)}
    return len(types) > 1 or types == {None} or not above.isdisjoint(units)


def _providers(state: State) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for _, unit in state.walk():
        for placement in state.placements(unit.key):
            found[placement.offer] = (*found.get(placement.offer, ()), unit.key)
    return found


def _own_row(state: State, texts: Texts, offer: Offer, providers: dict[str, tuple[str, ...]]) -> OfferRow:
    return _row(state, texts, offer.key, offer.name, providers, wanted=True, is_own=True)


def _row(
    state: State,
    texts: Texts,
    code: str,
    name: str,
    providers: dict[str, tuple[str, ...]],
    *,
    wanted: bool,
    is_own: bool = False,
) -> OfferRow:
    units = providers.get(code, ())
    standing = Standing.PLACED if units else (Standing.LACKING if wanted else Standing.FREE)
    if claim(state, units):
        standing = Standing.CLAIMED
    names = [state.units[key].name for key in units]
    where, whole = _where(texts, names, standing, MOST_NAMES), _where(texts, names, standing, len(names))
    return OfferRow(code, name, where, standing, units, is_own, whole)


def _where(texts: Texts, names: Sequence[str], standing: Standing, most: int) -> str:
    """Who provides an offer: the first `most` of them by name, the rest by number."""
    if not names:
        return texts.sentence("panes.offers.nobody") if standing is Standing.LACKING else ""
    units, more = ", ".join(names[:most]), len(names) - most
    if more > 0:
        units = texts.sentence("panes.offers.and_more", {"units": units, "count": more})
    code = "panes.offers.claimed" if standing is Standing.CLAIMED else "panes.offers.by"
    return texts.sentence(code, {"units": units})
