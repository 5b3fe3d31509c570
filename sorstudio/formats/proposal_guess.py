"""A first guess at what a line of an organisation chart is: a unit of SOR, an offer, or nothing that SOR holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from sorstudio.model.codes import CatalogueOffer, CodeLists, OfferKind, fold

_STRONG = 88.0


class Decision(StrEnum):
    """What becomes of a line when the proposal is taken over."""

    UNIT = "unit"
    OFFER = "offer"
    NOT_IN_SOR = "not_in_sor"


@dataclass(frozen=True, slots=True)
class Guess:
    """A decision, the code of its reason, and the catalogue's offer where one fits."""

    decision: Decision
    reason: str
    offer: str | None = None


_COUNT = re.compile(r"\d+\s+[a-zæøå]+(?:er|e|r)\b(?!.*\bsal\b)")
_TASK = re.compile(
    r"^(?:drift|drives?|administrer\w*|administration af|udvikl\w*|varetag\w*|leverer?|sikre|økonomi(?:ansvar|styring)"
    r"|myndighed\S* og \S*opgaver?|myndigheds(?:opgaver?|ansvar)|budget\w*|ansvar|kontrol|tilsyn med|personaleansvar"
    r"|(?:hr|it)[ -]opgaver?|planlægning af|koordinering af)\b"
    r"|\b(?:varetager|opgaver (?:i|inden)|driftsopgaver|økonomiansvar)\b|\w+opgaver?$",
    re.IGNORECASE,
)
_BENEFIT = re.compile(
    r"§|\b(?:iht|jf|jvf)\b|ydelser\b|ordning(?:en|er|erne)?\b|foranstaltning(?:er)?\b|plejefamilie"
    r"|tabt arbejdsfortjeneste|^(?:pasning af|støtte til|tilskud|ophold i|indsatser?|tilbud (?:om|til)|rådgivning om)\b"
    r"|pladser$",
    re.IGNORECASE,
)
_NAMED_UNIT = re.compile(
    r"^(?:center|centret|team|afdeling|afsnit|enhed|plejecent\w+|plejehjem\w*|hus|huset|lokalområde|område|distrikt)\b"
    r"|(?:cent(?:er|ret|eret)|kontor(?:et)?|forvaltning(?:en)?|huset|hjemmet|institution(?:en)?|klinik(?:ken)?|teamet"
    r"|skole(?:n)?|afdeling(?:en)?|enhed(?:en)?|visitation(?:en)?|depot(?:et)?)\b",
    re.IGNORECASE,
)


def guess(title: str, note: str, codes: CodeLists) -> Guess:
    """By the words of the name: tasks are nobody's unit, benefits are offers, houses, centres and teams are units."""
    offer = best_offer(title, codes)
    if _TASK.search(title):
        return Guess(Decision.NOT_IN_SOR, "proposal.task")
    if _COUNT.match(title):
        return Guess(Decision.NOT_IN_SOR, "proposal.count")
    if _BENEFIT.search(title):
        code = offer.code if offer else None
        return Guess(Decision.OFFER, "proposal.benefit", code)
    is_named = _NAMED_UNIT.search(title) is not None
    if offer and _is_only(title, offer, is_named):
        return Guess(Decision.OFFER, "proposal.catalogue", offer.code)
    return Guess(Decision.UNIT, "proposal.named_unit" if is_named else "proposal.default")


def _is_only(title: str, offer: CatalogueOffer, is_named: bool) -> bool:
    """Whether the name is an offer's and nothing more; areas, houses and clinics of one's own are units."""
    is_same = fold(offer.name_da) == fold(title)
    if offer.kind in (OfferKind.PROGRAMME, OfferKind.SPECIAL_TASK):
        return is_same or not is_named
    return offer.kind is OfferKind.SUBOFFER and is_same and not is_named


def best_offer(text: str, codes: CodeLists) -> CatalogueOffer | None:
    """The catalogue's offer that a name means, by name or by its code."""
    by_code = codes.offer(text.strip())
    if by_code:
        return by_code
    wanted = _stem(text)
    scored = ((fuzz.token_sort_ratio(wanted, _stem(offer.name_da)), offer) for offer in codes.offers)
    score, offer = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return offer if score >= _STRONG else _contained(wanted, codes)


def _contained(wanted: str, codes: CodeLists) -> CatalogueOffer | None:
    """`SOF-plejefamilie` and `aflastningsordninger § 84` name an offer and say more about it."""
    words = wanted.split()
    fitting = [offer for offer in codes.offers if (stem := _stem(offer.name_da).split()) and _within(stem, words)]
    return max(fitting, key=lambda offer: len(offer.name_da), default=None)


def _within(stem: list[str], words: list[str]) -> bool:
    return all(any(fuzz.ratio(part, word) >= _STRONG for word in words) for part in stem)


def _stem(text: str) -> str:
    """Without marks and without the endings that make a Danish word definite or plural."""
    words = re.findall(r"[^\W\d_]+", fold(text))
    return " ".join(re.sub(r"(?:erne|ene|er|en|et|e)$", "", word) if len(word) > 6 else word for word in words)
