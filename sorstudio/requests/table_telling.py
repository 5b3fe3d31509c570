"""Two referral tables side by side, in words and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sorstudio.model.texts import Texts
from sorstudio.requests.table_matching import Match, Pair
from sorstudio.routing.table_cells import FIELDS


def pair_lines(pairs: Sequence[Pair], texts: Texts, *, is_own: bool) -> Iterator[str]:
    """How many rows there are of each kind, then each that is not the same; `is_own` is an earlier table of ours."""
    whose = "since" if is_own else "match"
    counts = Counter(one.match for one in pairs)
    yield texts.sentence(f"reftable.{whose}.count", {name.value: counts[name] for name in Match})
    for one in pairs:
        if one.match is not Match.SAME:
            yield pair_sentence(one, texts, whose)


def pair_sentence(pair: Pair, texts: Texts, whose: str) -> str:
    """One row that is not the same; `whose` is "since" or "match"."""
    row = pair.cells
    fields = ", ".join(
        texts.sentence(
            "reftable.pair.field",
            {"field": texts.value(f"word.table.{one.field}"), "here": one.here or "–", "there": one.there or "–"},
        )
        for one in pair.differences
    )
    told = {
        "offer": row.get("offer_name") or row.get("offer") or row.get("area") or "–",
        "message": row.get("message", ""),
        "receiver": row.get("receiver", ""),
        "gln": row.get("gln", ""),
        "line": pair.there.line if pair.there is not None else "",
        "fields": fields,
    }
    return texts.sentence(f"reftable.{whose}.{pair.match}", told)


def pairs_json(pairs: Sequence[Pair]) -> dict[str, object]:
    """The rows that only one of the tables has, those that differ, and how many are the same."""
    by_match = {name: [one for one in pairs if one.match is name] for name in Match}
    return {
        "same": len(by_match[Match.SAME]),
        "only_here": [_row(one) for one in by_match[Match.ONLY_HERE]],
        "only_there": [_row(one) for one in by_match[Match.ONLY_THERE]],
        "differs": [
            {**_row(one), "fields": {each.field: {"here": each.here, "there": each.there} for each in one.differences}}
            for one in by_match[Match.DIFFERS]
        ],
    }


def _row(pair: Pair) -> dict[str, object]:
    cells = {name: pair.cells[name] or None for name in FIELDS if name in pair.cells}
    return {**cells, "line": pair.there.line if pair.there is not None else None}
