"""Writes examples/eksempelby/anmodning: the change request that the example's acts lead to, the same every time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from sorstudio import resources
from sorstudio.cli.acts_file import read_acts
from sorstudio.cli.example import ACTS, DAY, EXTRACT
from sorstudio.formats.reading import read_baseline
from sorstudio.model.edits.acts import aliases_after, change_for
from sorstudio.model.plan import Plan
from sorstudio.model.texts import Texts
from sorstudio.requests.writing import write_request

TARGET = Path(__file__).parents[1] / "examples" / "eksempelby" / "anmodning"
TODAY = date(2026, 11, 23)
AUTHOR = "Ida Eksempel"


def make_plan() -> Plan:
    """The example's plan on a fixed day, with keys that follow from the order of the acts."""
    codes = resources.code_lists()
    baseline = read_baseline([resources.example(EXTRACT)], codes=codes, day=DAY, today=TODAY)
    plan = Plan([baseline], codes, today=TODAY, author=AUTHOR)
    acts, _ = read_acts(resources.example(ACTS).read_bytes())
    keys = _keys()
    aliases: dict[str, str] = {}
    for numbered in acts:
        act = replace(numbered.act, new_key=next(keys))
        plan.apply(replace(change_for(plan, act, aliases), id=next(keys)))
        aliases = aliases_after(act, aliases)
    return plan


def write(folder: Path) -> tuple[Path, ...]:
    """The files of the change request in `folder`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from sorstudio.ui.paper.drawing import draw_paper

    texts = Texts(resources.texts("da"), "da")
    return write_request(make_plan(), folder, texts, today=TODAY, draw_pdf=draw_paper).files


def _keys() -> Iterator[str]:
    count = 0
    while True:
        count += 1
        yield str(uuid5(NAMESPACE_URL, f"eksempelby/{count}"))


def main() -> None:
    """Write the files, and say which."""
    for path in write(TARGET):
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
