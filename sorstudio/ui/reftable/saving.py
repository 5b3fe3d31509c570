"""The table and the overview for partners as files, whole or not at all."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from sorstudio.model.errors import Unusable
from sorstudio.model.plan import Plan
from sorstudio.model.texts import Texts
from sorstudio.requests.partner_print import partner_html, partner_print
from sorstudio.requests.table_files import TableFile, table_bytes
from sorstudio.requests.table_layout import STANDARD, table_layout
from sorstudio.ui.paper.drawing import pdf
from sorstudio.ui.picture.export import write_beside
from sorstudio.ui.reftable.listing import Listing


def save_table(plan: Plan, shown: Listing, texts: Texts, path: Path) -> Path:
    """A workbook, a semicolon-separated table or JSON by the ending of the name; Unusable says why it cannot be."""
    content = TableFile(shown.table, shown.remarks, shown.directory.day, plan.today)
    return _put(path, table_bytes(content, path, table_layout(STANDARD), plan.codes, texts))


def save_partners(plan: Plan, shown: Listing, texts: Texts, path: Path) -> Path:
    """What partners need to know of all offers, as a page for a browser or on paper."""
    if path.suffix.lower() in (".html", ".htm"):
        return _put(path, partner_html(shown.directory, texts, plan.today).encode())
    return _put(path, pdf(partner_print(shown.directory, texts, plan.today)))


def with_ending(path: str, chosen: str, endings: tuple[str, ...]) -> Path:
    """The path with the ending of the kind of file that was chosen, where it was typed without one."""
    found = Path(path)
    if found.suffix.lower() in endings:
        return found
    return found.with_name(found.name + next((one for one in endings if one in chosen), endings[0]))


def _put(path: Path, data: bytes) -> Path:
    try:
        write_beside(path, partial(_fill, data))
    except OSError as error:
        raise Unusable("panes.reftable.not_written", path=path, reason=error.strerror or error) from error
    return path


def _fill(data: bytes, draft: Path) -> None:
    draft.write_bytes(data)
