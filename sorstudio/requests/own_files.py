"""The files of the first envelope: the municipality's own edits, for either way to SOR."""

from __future__ import annotations

from collections.abc import Callable

from sorstudio.requests.envelope import Request
from sorstudio.requests.fk_org import fk_org_csv
from sorstudio.requests.line import Addressee
from sorstudio.requests.paper import Paper
from sorstudio.requests.sheets import sheets
from sorstudio.requests.work_print import work_print
from sorstudio.requests.workbook import workbook_bytes

WORKBOOK, WORK_LIST, FK_ORG_TABLE = "1-egne-rettelser.xlsx", "1-egne-rettelser.pdf", "1-fk-org.csv"
OWN_FILES = (WORKBOOK, WORK_LIST, FK_ORG_TABLE)


def own_files(request: Request, drawn: Callable[[Paper], bytes] | None) -> dict[str, bytes]:
    """The workbook, the work list on paper where something can draw it, and the table for FK-ORG."""
    files = {WORKBOOK: workbook_bytes(sheets(request, Addressee.MUNICIPALITY))}
    if drawn is not None:
        files[WORK_LIST] = drawn(work_print(request, FK_ORG_TABLE))
    files[FK_ORG_TABLE] = fk_org_csv(request)
    return files
