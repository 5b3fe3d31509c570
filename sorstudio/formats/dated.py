"""Register files of different days: a file that does not say its own day is taken to be of the day in its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from sorstudio.formats.reading import read_baseline
from sorstudio.model.baseline import Baseline
from sorstudio.model.codes import CodeLists

_DAY = re.compile(r"(?<!\d)(20\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)")


def read_days(paths: Sequence[Path], *, codes: CodeLists, today: date) -> Iterator[Baseline]:
    """One baseline for each file, folder or zip. Raises what `read_baseline` raises."""
    for path in paths:
        yield read_baseline([path], codes=codes, day=day_in_name(path), today=today)


def day_in_name(path: Path) -> date | None:
    """The first day that the name holds, as 2026-11-02 or 20261102; None where there is none."""
    for year, _, month, day in _DAY.findall(path.name):
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None
