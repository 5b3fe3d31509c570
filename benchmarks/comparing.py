"""Two national register files compared, beside the bare reading of both and Python's own csv.reader.

Run: python -m benchmarks.comparing [units]
"""

from __future__ import annotations

import csv
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from sorstudio.formats.container import load
from sorstudio.formats.register_compare import Comparison, compare_files
from sorstudio.formats.table import read_table
from sorstudio.model.bulk import without_collection
from sorstudio.model.identifiers import make_gln, make_sor_id
from sorstudio.resources import code_lists

UNITS = 160_000
OWNERS = 6_500
REPEATS = 5
TODAY = date(2026, 11, 23)
AIM = 2.0
CHANGED = 0.035
MOVED = 0.005
GONE = 0.01
HEADER = (  # noqa: SIM905
    "SorId;SorType;EntityName;EntityTypeIdentifier;EntityTypeName;ParentSorId;FirstFromDate;FromDate;ToDate;"
    "EanLocationCode;EanLocationCodeState;EanLocationCodeSystemTypeName;CvrNumberId;ProductionUnitIdentifier;"
    "ShakIdentifier;PostalAddressStreetName;PostalAddressStreetBuildingId;PostalAddressPostCodeId;"
    "PostalAddressDistrictName;PostalAddressMunicipalityCode;VisitingAddressStreetName;"
    "VisitingAddressStreetBuildingId;VisitingAddressPostCodeId;VisitingAddressDistrictName;"
    "VirtualAddressTelephoneNumber;VirtualAddressEmailAddress;VirtualAddressWebsite;PrioritizedEntitySpeciality1Id;"
    "ReplacedBySorId;LocalCode"
).split(";")
PARENT, NAME, PHONE = (
    HEADER.index("ParentSorId"),
    HEADER.index("EntityName"),
    HEADER.index("VirtualAddressTelephoneNumber"),
)
Row = list[str]


def national(size: int) -> list[Row]:
    """A register of many small owners and some large ones, the same at every run."""
    chance = random.Random(7)
    rows: list[Row] = []
    for at in range(size):
        owns = at < min(OWNERS, max(1, size // 25))
        owners = min(OWNERS, max(1, size // 25))
        parent = None if owns else chance.randrange(owners if chance.random() < 0.3 else at)
        rows.append(_row(at, None if parent is None else rows[parent], chance))
    return rows


def _row(at: int, parent: Row | None, chance: random.Random) -> Row:
    kind = "IE" if parent is None else "SI" if parent[1] == "IE" else "OE"
    own = kind != "IE" and chance.random() < 0.4
    street, house, code = (
        f"Æblevej {chance.randrange(900)}",
        str(chance.randrange(200)),
        str(chance.randrange(1000, 9990)),
    )
    cells = {
        "SorId": make_sor_id(1_000_000 + at),
        "SorType": kind,
        "EntityName": f"Ejer {at}" if parent is None else f"Hjemmeplejen Åkanden {at}",
        "EntityTypeIdentifier": "550621000005101",
        "EntityTypeName": "hjemmesygepleje",
        "ParentSorId": parent[0] if parent else "",
        "FirstFromDate": "2007-01-01",
        "FromDate": "2020-03-01",
        "EanLocationCode": make_gln(f"5790{at:08d}") if own else "",
        "EanLocationCodeState": "egen" if own else "nedarvet",
        "EanLocationCodeSystemTypeName": "Cura" if own else "",
        "CvrNumberId": str(10_000_000 + at),
        "PostalAddressStreetName": street,
        "PostalAddressStreetBuildingId": house,
        "PostalAddressPostCodeId": code,
        "PostalAddressDistrictName": "Eksempelby",
        "PostalAddressMunicipalityCode": "0999",
        "VisitingAddressStreetName": street,
        "VisitingAddressStreetBuildingId": house,
        "VisitingAddressPostCodeId": code,
        "VisitingAddressDistrictName": "Eksempelby",
        "VirtualAddressTelephoneNumber": str(chance.randrange(20_000_000, 99_999_999)),
        "VirtualAddressEmailAddress": f"post{at}@eksempel.dk",
    }
    return [cells.get(name, "") for name in HEADER]


def a_month_later(rows: list[Row]) -> list[Row]:
    """The same register with units gone, new, moved, renamed and otherwise changed, in another order."""
    chance = random.Random(11)
    parents = {row[PARENT] for row in rows}
    kept = [list(row) for row in rows if row[0] in parents or chance.random() >= GONE]
    inner = [row for row in kept if row[1] == "SI"]
    for row in kept:
        dice = chance.random()
        if dice < MOVED and row[1] == "OE" and row[0] not in parents:
            row[PARENT] = chance.choice(inner)[0]
        elif dice < MOVED + CHANGED:
            row[chance.choice((NAME, PHONE))] += "1"
    for number in range(int(len(rows) * GONE)):
        kept.append(_row(len(rows) + number, chance.choice(inner), chance))
    chance.shuffle(kept)
    return kept


def write(path: Path, rows: list[Row]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([HEADER, *rows])
    return path


def timed(act: Callable[[], object]) -> float:
    """Seconds of processor time, which other programs disturb least."""
    begin = time.process_time()
    act()
    return time.process_time() - begin


def bare_reading(paths: tuple[Path, Path]) -> int:
    """Our own reader, every row as cells, nothing kept and nothing compared."""
    count = 0
    with without_collection():
        for path in paths:
            for part in load(path):
                count += sum(1 for _ in read_table(part.data, part.name))
    return count


def csv_reading(paths: tuple[Path, Path]) -> int:
    """What Python itself takes for the rows."""
    count = 0
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            count += sum(1 for _ in csv.reader(file, delimiter=";"))
    return count


def comparing(paths: tuple[Path, Path]) -> Comparison:
    """From two paths to every change."""
    return compare_files(*paths, code_lists(), today=TODAY)


def main(size: int) -> int:
    """Print the table; the exit code says whether the aim is kept."""
    with tempfile.TemporaryDirectory() as folder:
        rows = national(size)
        paths = (write(Path(folder) / "f.csv", rows), write(Path(folder) / "e.csv", a_month_later(rows)))
        del rows
        megabytes = sum(path.stat().st_size for path in paths) / 1e6
        counts = comparing(paths).counts()
        acts: tuple[Callable[[tuple[Path, Path]], object], ...] = (comparing, bare_reading, csv_reading)
        runs = [[timed(lambda: act(paths)) for act in acts] for _ in range(REPEATS)]  # noqa: B023
    ours, bare, plain = (statistics.median(times) for times in zip(*runs, strict=True))
    ratio = ours / bare
    table = Table(
        "seconds of the processor",
        "median",
        "×",
        title=f"two register files of {size:,} units, {megabytes:.0f} MB in all",
    )
    table.add_row("compare: from the paths to every change", f"{ours:.2f}", f"{ratio:.2f} (aim ≤ {AIM:.0f})")
    table.add_row("bare reading of both, our reader", f"{bare:.2f}", "1.00")
    table.add_row("csv.reader over both", f"{plain:.2f}", f"{plain / bare:.2f}")
    Console().print(table)
    print(", ".join(f"{change} {count}" for change, count in counts.most_common()))
    print(
        f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MiB, the making of the files included"
    )
    return int(ratio > AIM)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else UNITS))
