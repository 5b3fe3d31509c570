"""The files about the whole request, for those who decide and those who are told: summary, pictures, minutes."""

from __future__ import annotations

from collections.abc import Callable

from sorstudio.requests.branches import branch_pages
from sorstudio.requests.envelope import Request
from sorstudio.requests.management import management_summary
from sorstudio.requests.minutes import minutes_bytes
from sorstudio.requests.paper import Paper

SUMMARY, BRANCHES, MINUTES = "0-resume.pdf", "0-foer-og-efter.pdf", "0-referat.txt"
OVERVIEW = (SUMMARY, BRANCHES, MINUTES)


def overview_files(request: Request, drawn: Callable[[Paper], bytes] | None) -> dict[str, bytes]:
    """The files by name; the pictures need something that draws, and a change of a unit to show."""
    files: dict[str, bytes] = {}
    if drawn is not None:
        files[SUMMARY] = drawn(management_summary(request))
        pages = branch_pages(request)
        if pages.branches:
            files[BRANCHES] = drawn(pages)
    files[MINUTES] = minutes_bytes(request)
    return files
