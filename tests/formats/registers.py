"""Small registers as text, for the tests of the readers: trees made of rows, and what a reader made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from sorstudio.formats import reading
from sorstudio.formats.assemble import assemble
from sorstudio.formats.problems import Problem, UnreadableFile
from sorstudio.formats.raw import RawExtract, RawUnit
from sorstudio.formats.tabular import Wanted
from sorstudio.model.baseline import Baseline
from sorstudio.model.identifiers import make_gln, make_sor_id
from sorstudio.model.records import LocationNumber, MessageCapability, RecordKind, Unit, UnitKind
from sorstudio.resources import code_lists

TODAY = date(2026, 11, 23)
CODES = code_lists()
EER_HEADER = "sor_id;level;entity_type;eer_unit_type;name;parent_sor_id;cvr;gln;gln_valid_from"
SOR2_HEADER = "SorId;SorType;EntityName;EntityTypeName;ParentSorId;FirstFromDate;FromDate;ToDate;EanLocationCode"


def sor_id(number: int) -> str:
    return make_sor_id(90_000_000 + number)


def gln(number: int) -> str:
    return make_gln(f"579009{number:06d}")


OWNER, CENTRE, HOME, TEAM = (sor_id(number) for number in range(4))
PLAIN_ROWS = (
    f"{OWNER};1;IE;kommune;Prøvekøbing Kommune;;;;",
    f"{CENTRE};2;SI;sundhedsforvaltning;Sundhed og Omsorg;{OWNER};;;",
    f"{HOME};3;OE;plejehjem;Plejehjemmet Åen;{CENTRE};;;",
    f"{TEAM};4;OE;;Nathold;{HOME};;;",
)


def eer(*rows: str) -> str:
    """A table in the layout of MedCom's endpoint register."""
    return "\n".join((EER_HEADER, *(rows or PLAIN_ROWS))) + "\n"


def replaced(line: int, row: str) -> str:
    """The plain table with another row on one line of the file."""
    rows = list(PLAIN_ROWS)
    rows[line - 2] = row
    return eer(*rows)


def sor2(*rows: str) -> str:
    """A table in the layout of SOR2."""
    return "\r\n".join((SOR2_HEADER, *rows)) + "\r\n"


def write(folder: Path, content: str | bytes, name: str = "udtræk.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def read(
    *paths: Path, owner: str | None = None, day: date | None = None, mapping: Mapping[str, str] | None = None
) -> Baseline:
    wanted = Wanted(owner, mapping)
    return reading.read(paths, codes=CODES, today=TODAY, day=day, wanted=wanted).baseline


def read_text(folder: Path, content: str | bytes, encoding: str = "utf-8", **wishes: str) -> Baseline:
    return read(write(folder, content, encoding=encoding), **wishes)  # type: ignore[arg-type]


def problems(*paths: Path, owner: str | None = None, mapping: Mapping[str, str] | None = None) -> tuple[Problem, ...]:
    """Why the files are refused; empty where they are not."""
    try:
        read(*paths, owner=owner, mapping=mapping)
    except UnreadableFile as refused:
        return refused.problems
    return ()


def problems_of(folder: Path, content: str | bytes, encoding: str = "utf-8", **wishes: str) -> tuple[Problem, ...]:
    return problems(write(folder, content, encoding=encoding), **wishes)  # type: ignore[arg-type]


def places(found: Sequence[Problem]) -> list[tuple[str, int, str, str]]:
    """Code, line, column and value of each problem."""
    return [(one.code, one.line, one.column, one.value) for one in found]


def units(baseline: Baseline, day: date = date.max) -> dict[str, Unit]:
    return {record.key: record for _, record in baseline.on(day) if isinstance(record, Unit)}


def numbers(baseline: Baseline, day: date = date.max) -> dict[str, LocationNumber]:
    return {record.unit: record for _, record in baseline.on(day) if isinstance(record, LocationNumber)}


def capabilities(baseline: Baseline) -> list[MessageCapability]:
    return [v.record for v in baseline.versions if isinstance(v.record, MessageCapability)]


def count(baseline: Baseline, kind: RecordKind) -> int:
    return sum(version.kind is kind for version in baseline.versions)


def raw(number: int, parent: int | None = None, /, **values: object) -> RawUnit:
    """One raw unit of which only the interesting part is said."""
    kind = UnitKind.IE if parent is None else UnitKind.SI if parent == 0 else UnitKind.OE
    given: dict[str, object] = {
        "line": number + 2,
        "name": f"Enhed {number}",
        "parent": None if parent is None else sor_id(parent),
        "kind": kind,
    }
    return RawUnit(sor_id=sor_id(number), **(given | values))  # type: ignore[arg-type]


def extract(*rows: RawUnit, carries: Sequence[str] = (), layout: str = "test", **values: object) -> RawExtract:
    return RawExtract("fil.csv", layout, rows, carries=frozenset(carries), **values)  # type: ignore[arg-type]


def assembled(*extracts: RawExtract, owner: str | None = None, day: date | None = None) -> Baseline:
    return assemble(extracts, codes=CODES, owner=owner, day=day, today=TODAY)


@dataclass(frozen=True)
class Node:
    """A unit of a made-up tree."""

    sor_id: str
    name: str
    parent: str | None
    level: int

    @property
    def kind(self) -> str:
        return {1: "IE", 2: "SI"}.get(self.level, "OE")


NAMES = st.text(st.sampled_from("abcæøåÆØÅ -,.()&/"), min_size=1, max_size=20).map(str.strip).filter(bool)


@st.composite
def trees(draw: st.DrawFn) -> list[Node]:
    """A tree of up to 30 units with one owner."""
    nodes = [Node(sor_id(0), draw(NAMES), None, 1)]
    for number in range(1, draw(st.integers(1, 30))):
        above = draw(st.sampled_from(nodes))
        nodes.append(Node(sor_id(number), draw(NAMES), above.sor_id, above.level + 1))
    return nodes


def tree_of(baseline: Baseline) -> dict[str, tuple[str, str | None, str]]:
    return {key: (unit.name, unit.parent, unit.kind.value) for key, unit in units(baseline).items()}


def expected_tree(nodes: Sequence[Node]) -> dict[str, tuple[str, str | None, str]]:
    return {node.sor_id: (node.name, node.parent, node.kind) for node in nodes}
