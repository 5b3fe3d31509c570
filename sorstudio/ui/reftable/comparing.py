"""The table beside an earlier or an existing one: read in a thread of its own, on what is shown now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sorstudio.model.change import Change
from sorstudio.model.edits.act import Act
from sorstudio.model.edits.acts import change_for, parse_act
from sorstudio.model.edits.composed import composed
from sorstudio.model.plan import Plan
from sorstudio.model.texts import Texts
from sorstudio.requests.table_matching import Match, Pair, compare_tables
from sorstudio.requests.table_reading import ReadTable, read_table
from sorstudio.requests.table_texts import text_acts
from sorstudio.routing.table_cells import cells
from sorstudio.routing.table_listed import listed_remarks
from sorstudio.routing.table_remarks import TableRemark
from sorstudio.ui.reftable.listing import Listing
from sorstudio.ui.reftable.remark_rows import RemarkRows
from sorstudio.ui.requests.model import RowGroup, Sign, SignedRow

_LOOK = {
    Match.DIFFERS: ("arrows-diff", "changed"),
    Match.ONLY_HERE: ("plus", "new"),
    Match.ONLY_THERE: ("minus", "closed"),
    Match.SAME: ("check", "muted"),
}


@dataclass(frozen=True)
class Compared:
    """A file that was read, laid beside the table; `acts` take over its texts. `is_own` where we delivered it."""

    file: ReadTable
    is_own: bool
    pairs: tuple[Pair, ...]
    remarks: tuple[TableRemark, ...]
    acts: tuple[Act, ...]


def compare(plan: Plan, shown: Listing, texts: Texts, path: Path, *, is_own: bool) -> Compared:
    """Raises Unreadable for what is no referral table."""
    read = read_table(path, plan.codes)
    here = [cells(row, plan.codes, texts) for row in shown.table.rows]
    pairs = compare_tables(here, read, plan.codes, is_own=is_own)
    if is_own:
        return Compared(read, is_own, pairs, (), ())
    acts = tuple(parse_act(one) for one in text_acts(pairs, plan.state(), plan.codes))
    return Compared(read, is_own, pairs, listed_remarks((shown.directory,), read.rows), acts)


def take_over(plan: Plan, acts: Sequence[Act]) -> Change:
    """The texts of the file as one change."""
    return composed(plan, [partial(_made, one) for one in acts])


class PairRows:
    """Came, gone and changed; or, of somebody else's table, what differs and what only one of the two has."""

    def __init__(self, found: Compared, shown: Listing, texts: Texts) -> None:
        self._texts, self._way = texts, "delivery" if found.is_own else "existing"
        self._headers = {one.field: one.header for one in found.file.layout.columns}
        self._units = {(one.area, one.offer, one.message): one.unit for one in shown.table.rows}
        self.remarks = RemarkRows(found.remarks, texts)
        self.groups = (*self.remarks.groups, *self._groups(found.pairs))

    def _groups(self, pairs: Sequence[Pair]) -> Iterator[RowGroup]:
        for match, look in _LOOK.items():
            found = [(place, one) for place, one in enumerate(pairs) if one.match is match]
            if found:
                title = self._texts.sentence(f"panes.reftable.{self._way}.{match}")
                rows = tuple(self._row(f"{match}:{place}", one) for place, one in found)
                yield RowGroup(SignedRow(match.value, title, Sign(*look, "")), rows)

    def _row(self, key: str, one: Pair) -> SignedRow:
        told, texts = one.cells, self._texts
        name = told.get("offer_name") or told.get("area_name") or told.get("offer") or told.get("receiver") or ""
        params = {"offer": name, "message": told.get("message", ""), "receiver": told.get("receiver", "")}
        unlike = (
            texts.sentence(
                "panes.reftable.difference",
                {
                    "field": self._headers.get(each.field, each.field),
                    "here": each.here or texts.sentence("panes.reftable.blank"),
                    "there": each.there or texts.sentence("panes.reftable.blank"),
                },
            )
            for each in one.differences
        )
        line = texts.sentence("panes.reftable.line", {"line": one.there.line}) if one.there is not None else ""
        unit = self._units.get((told.get("area", ""), told.get("offer", ""), told.get("message", "")), "")
        word = texts.sentence(f"panes.reftable.word.{one.match}")
        detail = " · ".join(filter(None, (*unlike, line)))
        return SignedRow(
            key, texts.sentence("panes.reftable.pair", params), Sign(*_LOOK[one.match], word), unit, detail
        )


def _made(act: Act, plan: Plan) -> Change:
    return change_for(plan, act, {})
