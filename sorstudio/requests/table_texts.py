"""What a table that was read tells senders, as acts that describe the offers of the plan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sorstudio.model.codes import CodeLists
from sorstudio.model.edits.describing import TEXT_FIELDS, is_link
from sorstudio.model.records import OfferText
from sorstudio.model.state import State
from sorstudio.requests.table_matching import Pair
from sorstudio.routing.table_cells import Cells, ListedRow
from sorstudio.routing.table_listed import LINKS

TAKEN = tuple(name for name in TEXT_FIELDS if name != "authority")
"""The authority of a row is worked out, with who takes over; it is not taken from a file."""
Act = dict[str, str | None]


def text_acts(pairs: Iterable[Pair], state: State, codes: CodeLists) -> tuple[Act, ...]:
    """`describe_offer` acts for the texts of matched rows that the plan does not have yet; an empty text takes none.

    Of rows of one offer that say different things the first is taken. Raises nothing: links that are none are left.
    """
    found: dict[str, Act] = {}
    for pair in pairs:
        offer = _offer(pair.here, codes) if pair.here is not None else ""
        if pair.there is None or not offer:
            continue
        act = found.setdefault(offer, {"act": "describe_offer", "offer": offer})
        for name, text in _texts(pair.there).items():
            if pair.here is None or text != pair.here.get(name):  # what the row shows need not be said
                act.setdefault(name, text)
    return tuple(act for act in (_news(one, state) for one in found.values()) if len(act) > 2)


def _offer(here: Cells, codes: CodeLists) -> str:
    """An area as such is described by its main offer."""
    main = codes.main_offer(here["area"])
    return here["offer"] or (main.code if main else "")


def _texts(there: ListedRow) -> dict[str, str]:
    told = {name: there.text(name) for name in (*TAKEN, "checked")}
    return {
        name: text
        for name, text in told.items()
        if text and not (name in LINKS and not is_link(text)) and not (name == "checked" and not _is_day(text))
    }


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _news(act: Act, state: State) -> Act:
    """Without what the plan says already."""
    held = state.offer_text(act["offer"] or "") or OfferText("")
    return {name: text for name, text in act.items() if name in ("act", "offer") or text != _held(held, name)}


def _held(held: OfferText, name: str) -> str | None:
    value = getattr(held, name)
    return value.isoformat() if isinstance(value, date) else value
