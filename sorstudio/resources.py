"""Finds and loads what is in resources/, examples/ and docs/, in the source tree as in an installed wheel."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NotRequired, TypedDict

from sorstudio.model import codes
from sorstudio.model.area_names import AreaNames
from sorstudio.model.type_clues import TypeClues, TypeWord

_PACKAGE = Path(__file__).resolve().parent
Row = Mapping[str, str]


class _OfferEntry(TypedDict):
    """One [[heading.offer]] of offers.toml."""

    code: str
    name_da: str
    name_en: str
    area: str
    kind: NotRequired[str]
    special_task: NotRequired[bool]
    unit_types: NotRequired[list[str]]
    receives: NotRequired[list[str]]
    sends: NotRequired[list[str]]
    legal_basis: NotRequired[str]
    note: NotRequired[str]


class _TypeEntry(TypedDict):
    """One [[type]] of suggest.toml."""

    name: str
    sure: NotRequired[list[str]]
    likely: NotRequired[list[str]]


class _HeadingEntry(TypedDict):
    """One [[heading]] of offers.toml."""

    code: str
    name_da: str
    name_en: str
    offer: list[_OfferEntry]


def _folder(name: str) -> Path:
    packaged = _PACKAGE / f"_{name}"
    return packaged if packaged.is_dir() else _PACKAGE.parent / name


def resource(name: str) -> Path:
    """The path of a file or folder below resources/."""
    return _folder("resources") / name


def example(name: str) -> Path:
    """The path of a file or folder below examples/."""
    return _folder("examples") / name


def document(name: str) -> Path:
    """The path of a file below docs/."""
    return _folder("docs") / name


def changelog() -> Path:
    """Where the changelog is; it stands at the top of a checkout and does not travel in the wheel."""
    return _PACKAGE.parent / "CHANGELOG.md"


def read_csv(name: str) -> list[Row]:
    """The rows of a comma-separated file below resources/."""
    with resource(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_toml(name: str) -> dict[str, Any]:
    """A TOML file below resources/; each caller knows the shape of its own file."""
    return tomllib.loads(resource(name).read_text(encoding="utf-8"))


@cache
def texts(language: str) -> Mapping[str, str]:
    """Every sentence of one language, by code; the files of all rooms together."""
    merged: dict[str, str] = {}
    for path in sorted(resource(f"texts/{language}").glob("*.toml")):
        for code, sentence in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if code in merged:
                raise ValueError(f"{path}: the code {code} is already in another file")
            merged[code] = sentence
    return merged


@cache
def code_lists() -> codes.CodeLists:
    """All code lists, read once."""
    areas = tuple(_area(row) for row in read_csv("codes/areas.csv"))
    unit_types = tuple(_unit_type(row) for row in read_csv("codes/unit-types.csv"))
    catalogue: list[_HeadingEntry] = read_toml("offers.toml")["heading"]
    return codes.CodeLists(
        unit_types=unit_types,
        specialities=tuple(codes.Speciality(**row) for row in read_csv("codes/specialities.csv")),
        message_types=tuple(_message_type(row) for row in read_csv("codes/message-types.csv")),
        message_aliases={row["alias"]: row["code"] for row in read_csv("codes/message-aliases.csv")},
        municipalities=tuple(codes.Municipality(**row) for row in read_csv("codes/municipalities.csv")),
        regions=tuple(codes.Region(**row) for row in read_csv("codes/regions.csv")),
        areas=areas,
        categories=tuple(_category(row) for row in read_csv("codes/categories.csv")),
        headings=tuple(codes.Heading(one["code"], one["name_da"], one["name_en"]) for one in catalogue),
        offers=tuple(_offers(catalogue, codes.CodeLists(unit_types=unit_types, areas=areas))),
        net_operators=tuple(codes.NetOperator(**row) for row in read_csv("codes/net-operators.csv")),
        journal_systems=tuple(_journal_systems()),
        organisational_levels=tuple(row["name_da"] for row in read_csv("codes/organisational-levels.csv")),
        type_clues=_type_clues(codes.CodeLists(unit_types=unit_types)),
        area_names=AreaNames(_area_words(codes.CodeLists(areas=areas))),
    )


def _unit_type(row: Row) -> codes.UnitType:
    plain = {name: value for name, value in row.items() if name != "synonyms"}
    return codes.UnitType(**plain, synonyms=_parts(row["synonyms"]))


def _type_clues(lists: codes.CodeLists) -> TypeClues:
    """suggest.toml; the types in it are named as a person would, and are codes from here on."""

    def code(name: str) -> str:
        found = lists.unit_type(name)
        if found is None:
            raise ValueError(f"suggest.toml: no unit type is called {name}")
        return found.code

    read = read_toml("suggest.toml")
    entries: list[_TypeEntry] = read["type"]
    return TypeClues(
        words=tuple(
            TypeWord(word, code(entry["name"]), is_sure)
            for entry in entries
            for word, is_sure in (
                *((one, True) for one in entry.get("sure", [])),
                *((one, False) for one in entry.get("likely", [])),
            )
        ),
        below={code(name): tuple(code(one) for one in types) for name, types in read["below"].items()},
        messages={name: tuple(code(one) for one in types) for name, types in read["messages"].items()},
        nested=frozenset(code(one) for one in read["nested"]),
        safe_from=read["safe"]["from"],
        measured=frozenset(code(one) for one in read["safe"]["types"]),
    )


def _area_words(lists: codes.CodeLists) -> Iterator[tuple[str, str]]:
    for entry in read_toml("areas.toml")["area"]:
        if lists.area(entry["code"]) is None:
            raise ValueError(f"areas.toml: no area is called {entry['code']}")
        yield from ((word, entry["code"]) for word in entry["words"])


def _message_type(row: Row) -> codes.MessageType:
    plain = {name: row[name] for name in _MESSAGE_TEXTS}
    return codes.MessageType(
        **plain,
        direction=codes.Flow(row["direction"]),
        status=codes.Status(row["status"]),
        uris=_parts(row["uris"]),
        is_municipal=row["municipal"] == "yes",
    )


_MESSAGE_TEXTS = ("code", "version", "name_da", "name_en", "family", "replaced_by", "sender", "receiver", "context")
_AREA_LISTS = ("unit_types", "categories", "receives", "sends", "system_types")


def _area(row: Row) -> codes.Area:
    plain = {name: value for name, value in row.items() if name not in _AREA_LISTS}
    unit_types, categories, receives, sends, system_types = (_parts(row[name]) for name in _AREA_LISTS)
    return codes.Area(
        **plain,
        unit_types=unit_types,
        categories=categories,
        receives=receives,
        sends=sends,
        system_types=system_types,
    )


def _category(row: Row) -> codes.Category:
    return codes.Category(row["code"], row["name_da"], row["name_en"], _parts(row["areas"]))


def _journal_systems() -> Iterator[codes.JournalSystem]:
    approvals: dict[tuple[str, str], list[codes.Approval]] = {}
    for row in read_csv("codes/journal-system-approvals.csv"):
        approval = codes.Approval(row["code"], row["version"], row["direction"], row["approval"])
        approvals.setdefault((row["system"], row["vendor"]), []).append(approval)
    for row in read_csv("codes/journal-systems.csv"):
        name, vendor = row["name"], row["vendor"]
        yield codes.JournalSystem(name, vendor, _parts(row["system_types"]), tuple(approvals.get((name, vendor), ())))


def _offers(catalogue: list[_HeadingEntry], lists: codes.CodeLists) -> Iterator[codes.CatalogueOffer]:
    for heading in catalogue:
        for entry in heading["offer"]:
            yield _offer(entry, heading["code"], lists)


def _offer(entry: _OfferEntry, heading: str, lists: codes.CodeLists) -> codes.CatalogueOffer:
    """What the entry leaves out it has from its area."""
    area = lists.area(entry["area"])
    if area is None:
        raise ValueError(f"offers.toml: {entry['code']} names the unknown area {entry['area']}")
    kind = codes.OfferKind(entry.get("kind", codes.OfferKind.SUBOFFER))
    return codes.CatalogueOffer(
        code=entry["code"],
        name_da=entry["name_da"],
        name_en=entry["name_en"],
        heading=heading,
        area_code=area.code,
        kind=kind,
        unit_types=_type_codes(entry["unit_types"], lists) if "unit_types" in entry else area.unit_types,
        receives=tuple(entry.get("receives", area.receives)),
        sends=tuple(entry.get("sends", area.sends)),
        legal_basis=entry.get("legal_basis", ""),
        note=entry.get("note", ""),
        is_special_task=kind is codes.OfferKind.SPECIAL_TASK or entry.get("special_task", False),
    )


def _type_codes(names: list[str], lists: codes.CodeLists) -> tuple[str, ...]:
    found = [lists.unit_type(name) for name in names]
    if None in found:
        raise ValueError(f"offers.toml: no such unit type among {names}")
    return tuple(one.code for one in found if one)


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)
