"""The referral table of a plan as it stands, worked out from its routes; never kept beside the plan."""

from __future__ import annotations

from dataclasses import dataclass

from sorstudio.model.plan import Plan
from sorstudio.model.texts import Texts
from sorstudio.resources import read_toml
from sorstudio.routing.directory import Directory
from sorstudio.routing.table import Table, table
from sorstudio.routing.table_remarks import RemarkCode, TableRemark, remarks
from sorstudio.ui.reftable.rows import ShownRow, shown_rows


@dataclass(frozen=True)
class Listing:
    """What is shown of a plan, and what it was read from."""

    directory: Directory
    table: Table
    remarks: tuple[TableRemark, ...]
    rows: tuple[ShownRow, ...]

    def summary(self, texts: Texts) -> str:
        """How many rows, how many holes, and how many rows end soon."""
        ending = sum(one.code is RemarkCode.EXPIRES for one in self.remarks)
        days = int(read_toml("reftable.toml")["expires_within_days"])
        counts = (("rows", len(self.rows)), ("holes", len(self.table.holes)), ("ending", ending))
        return ", ".join(
            texts.sentence(f"panes.reftable.{name}", {"count": count, "days": days}) for name, count in counts
        )


def listing(plan: Plan, texts: Texts) -> Listing:
    """Of the day that is looked at, or after everything planned."""
    directory = Directory(plan.shown(), plan.codes, plan.shown_day)
    found = table(directory, plan.state())
    told = remarks(found, plan.shown_day or plan.today)
    return Listing(directory, found, told, shown_rows(found, told, plan.shown(), plan.codes, texts))
