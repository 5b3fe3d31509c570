"""A row of a referral table as plain text by field: what files hold, and what tables are compared by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sorstudio.model.codes import CodeLists
from sorstudio.model.texts import Texts
from sorstudio.routing.table import TableRow

FIELDS = (
    "municipality",
    "area",
    "offer",
    "offer_name",
    "message",
    "version",
    "direction",
    "sor_id",
    "gln",
    "source",
    "receiver",
    "phone",
    "phone_hours",
    "description_url",
    "patient_url",
    "criteria",
    "phrase",
    "valid_from",
    "valid_to",
    "authority",
    "checked",
)
NAMES = ("municipality_name", "area_name", "message_name")
"""Said for people beside the codes; never read back."""
DAYS = frozenset({"valid_from", "valid_to", "checked"})
"""As ISO dates; `valid_to` is the last day on which the row holds."""
Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row of a table that was read; `cells` holds the fields that the file has a column for, codes where known."""

    line: int
    cells: Cells

    def text(self, name: str) -> str:
        """A field, empty where the file does not have it."""
        return self.cells.get(name, "")


def cells(row: TableRow, codes: CodeLists, texts: Texts) -> dict[str, str]:
    """All fields of a row, empty where nothing is known."""
    last = row.valid_to - timedelta(days=1) if row.valid_to is not None else None
    found = {name: _text(getattr(row, name)) for name in FIELDS}
    found |= {"valid_to": _text(last), "authority": authority(row, texts)}
    municipality, area = codes.municipality(row.municipality), codes.area(row.area)
    message = codes.message_type(row.message, row.version)
    found["municipality_name"] = municipality.official_name if municipality else ""
    found["area_name"] = area.name(texts.language) if area else ""
    found["message_name"] = message.name(texts.language) if message else ""
    return found


def authority(row: TableRow, texts: Texts) -> str:
    """Who has the task, and who takes it over when."""
    if row.moves is None:
        return row.authority
    return texts.sentence("reftable.authority", {"now": row.authority, "to": row.moves, "day": row.moves.day})


def _text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value).strip()
