"""What can be asked about, as one list that is searched: areas and offers by heading; and the message types."""

from __future__ import annotations

from collections.abc import Iterator

from sorstudio.model.codes import Area, CodeLists
from sorstudio.model.state import State
from sorstudio.model.texts import Texts
from sorstudio.ui.inspector.choices import Choice

AREA, OFFER = "area", "offer"
_BETWEEN = ":"


def subject_choices(codes: CodeLists, state: State, texts: Texts) -> list[Choice]:
    """Under each heading its areas, and then its offers with those of the municipality's own."""
    language = texts.language
    found: list[Choice] = []
    for heading, offers in codes.offers_by_heading():
        name = heading.name(language)
        found += [_area(one, name, language) for one in codes.areas if one.heading == heading.code]
        found += [Choice(subject(OFFER, one.code), one.name(language), name) for one in offers]
        found += [
            Choice(subject(OFFER, one.key), one.name, name) for one in state.offers() if one.heading == heading.code
        ]
    known = {heading.code for heading in codes.headings}
    found += [_area(one, "", language) for one in codes.areas if one.heading not in known]
    loose = (one for one in state.offers() if one.heading not in known)
    return found + [Choice(subject(OFFER, one.key), one.name, texts.sentence("panes.own_offer")) for one in loose]


def message_choices(codes: CodeLists, language: str) -> Iterator[Choice]:
    """Each message type once, in its current version; those that municipalities receive stand first."""
    seen: set[str] = set()
    for one in sorted(codes.message_types, key=lambda one: not one.is_municipal):
        if one.code not in seen:
            seen.add(one.code)
            yield Choice(one.code, one.name(language), one.code)


def subject(kind: str, code: str) -> str:
    """The code of an entry of the list."""
    return f"{kind}{_BETWEEN}{code}" if code else ""


def subject_parts(chosen: str) -> tuple[str | None, str | None]:
    """The area and the offer that an entry of the list stands for; at most one of them."""
    kind, _, code = chosen.partition(_BETWEEN)
    return (code if kind == AREA else None, code if kind == OFFER else None)


def subject_name(codes: CodeLists, state: State, chosen: str, language: str) -> str:
    """What is asked about in words; empty for nothing."""
    area, offer = subject_parts(chosen)
    known = codes.area(area or "") or codes.offer(offer or "")
    if known is not None:
        return known.name(language)
    return next((one.name for one in state.offers() if one.key == offer), "")


def _area(area: Area, heading: str, language: str) -> Choice:
    name = area.name(language)
    return Choice(subject(AREA, area.code), name, heading if heading != name else "")
