"""Writes examples/eksempelby/udfald.json: what became of the acts by 14 December, always the same."""

from __future__ import annotations

import json
import runpy
import sys
from datetime import date
from pathlib import Path

from sorstudio import resources
from sorstudio.cli.confirming import outcome_entries
from sorstudio.cli.session import Session
from sorstudio.formats.reading import read_baseline
from sorstudio.model.texts import Texts
from sorstudio.requests.over_days import confirm_days

TARGET = Path(__file__).parents[1] / "examples" / "eksempelby" / "udfald.json"
LATER = "eksempelby/2026-12-14"
DAY = date(2026, 12, 14)


def build() -> bytes:
    """The list that `sorstudio confirm --format json` gives."""
    plan = runpy.run_path(str(Path(__file__).with_name("make_request.py")))["make_plan"]()
    file = read_baseline([resources.example(LATER)], codes=resources.code_lists(), day=DAY, today=DAY)
    found = confirm_days(plan, [file])
    if found is None:
        raise LookupError(LATER)
    entries = outcome_entries(found, Session(Texts(resources.texts("da"), "da")))
    return (json.dumps(entries, ensure_ascii=False, indent=2) + "\n").encode()


def main() -> None:
    """Write the file, and say which."""
    TARGET.write_bytes(build())
    sys.stdout.write(f"{TARGET}\n")


if __name__ == "__main__":
    main()
