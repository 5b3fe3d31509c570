"""The examples open, hold what their README says, and are what the scripts make."""

import csv
import io
import json
import re
import runpy
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from sorstudio.formats import number_tables, tabular
from sorstudio.formats.assemble import assemble
from sorstudio.formats.outline import read_outline
from sorstudio.formats.table import read_table
from sorstudio.model.baseline import Baseline
from sorstudio.model.edits.acts import aliases_after, change_for, parse_act
from sorstudio.model.identifiers import clean_id, gln_problem, sor_id_problem
from sorstudio.model.plan import Plan
from sorstudio.resources import code_lists, example

LISTS = code_lists()
DATES = ("2026-11-02", "2026-12-14")
VERBS_ON_MESSAGES = {"add_message_type", "remove_message_type"}


def rows(day: str, name: str) -> list[dict[str, str]]:
    text = example(f"eksempelby/{day}/{name}.csv").read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";", quoting=csv.QUOTE_NONE))


def units(day: str) -> dict[str, dict[str, str]]:
    """One row a unit; of several versions the first."""
    found: dict[str, dict[str, str]] = {}
    for row in rows(day, "SorEntity_daily"):
        found.setdefault(clean_id(row["SorId"]), row)
    return found


def depth(register: dict[str, dict[str, str]], sor_id: str) -> int:
    parent = clean_id(register[sor_id]["ParentSorId"])
    return 1 + depth(register, parent) if parent else 1


def acts() -> list[dict[str, str]]:
    return [json.loads(line) for line in example("eksempelby/handlinger.jsonl").read_text("utf-8").splitlines()]


FIRST = units(DATES[0])


def test_the_files_are_what_the_script_makes() -> None:
    made = runpy.run_path(str(Path(__file__).parents[1] / "scripts" / "make_example.py"))["build"]()
    stale = [name for name, content in made.items() if example(f"eksempelby/{name}").read_bytes() != content]
    assert stale == []


@pytest.mark.parametrize("day", DATES)
def test_every_id_and_number_passes_its_check_and_lies_far_above_those_in_use(day: str) -> None:
    for sor_id in units(day):
        assert sor_id_problem(sor_id) is None
        assert int(sor_id[:-10]) > 9_000_000
    for row in rows(day, "LocationsCode"):
        gln = clean_id(row["EanLocationCode"])
        assert gln_problem(gln) is None
        assert gln.startswith("579099")


def test_the_municipality_has_one_owner_six_institutions_and_six_levels() -> None:
    kinds = Counter(row["SorType"] for row in FIRST.values())
    assert (kinds["IE"], kinds["SI"], len(FIRST)) == (1, 6, 148)
    assert max(depth(FIRST, sor_id) for sor_id in FIRST) == 6


@pytest.mark.parametrize("day", DATES)
def test_every_parent_is_in_the_file(day: str) -> None:
    register = units(day)
    parents = {clean_id(row["ParentSorId"]) for row in register.values()} - {""}
    assert parents <= set(register)


@pytest.mark.parametrize("day", DATES)
def test_an_inherited_number_is_the_parents(day: str) -> None:
    register = units(day)
    for row in register.values():
        if row["EanLocationCodeInheritedIndicator"] == "true":
            assert row["EanLocationCode"] == register[clean_id(row["ParentSorId"])]["EanLocationCode"] != ""


@pytest.mark.parametrize("day", DATES)
def test_every_message_type_on_a_number_is_in_the_catalogue(day: str) -> None:
    numbers = {row["EanLocationCode"] for row in rows(day, "LocationsCode")}
    for row in rows(day, "LocationsCodeEDITypeMap"):
        assert LISTS.message_from_sor_edi(row["EDIType"], row["EDITypeVersion"])
        assert row["EanLocationCode"] in numbers


def test_the_typical_faults_are_there() -> None:
    names = Counter(row["EntityName"] for row in FIRST.values())
    assert names["Ungeteamet"] == names["Stuen"] == 2
    assert any(name.startswith("Flyttet lok.nr") for name in names)
    assert any("  " in name for name in names)
    assert sum(not row["EntityTypeName"] for row in FIRST.values()) > 20


def test_the_acute_function_cannot_receive_its_referral_at_first() -> None:
    def receives(day: str) -> bool:
        return any(row["EDIType"] == "XREF22" for row in rows(day, "LocationsCodeEDITypeMap"))

    assert (receives(DATES[0]), receives(DATES[1])) == (False, True)


def test_some_numbers_have_no_message_types() -> None:
    numbers = {row["EanLocationCode"] for row in rows(DATES[0], "LocationsCode")}
    used = {row["EanLocationCode"] for row in rows(DATES[0], "LocationsCodeEDITypeMap")}
    assert len(numbers - used) == 2


def test_two_units_are_in_the_future_one_is_closing_and_one_is_going_to_change_its_name() -> None:
    versions = Counter(clean_id(row["SorId"]) for row in rows(DATES[0], "SorEntity_daily"))
    assert [FIRST[sor_id]["EntityName"] for sor_id, count in versions.items() if count > 1] == ["Visitationen"]
    starting = [row["EntityName"] for row in FIRST.values() if row["FromDate"] > DATES[1]]
    assert starting == ["Plejecenter Nørregård", "Udskrivningskoordinatorerne"]
    assert "Plejecenter Egely" in {row["EntityName"] for row in FIRST.values() if row["ToDate"]}


def test_the_second_date_shows_new_closed_and_renamed_units() -> None:
    second = units(DATES[1])
    assert len(set(second) - set(FIRST)) == 2
    assert len(set(FIRST) - set(second)) == 3
    renamed = [s for s in set(FIRST) & set(second) if FIRST[s]["EntityName"] != second[s]["EntityName"]]
    assert len(renamed) == 5


def test_every_act_names_a_unit_that_is_there_or_was_just_made() -> None:
    known = set(FIRST)
    for act in acts():
        named = {act[key] for key in ("unit", "parent", "replaced_by") if key in act}
        assert named <= known
        known |= {act["as"]} if "as" in act else set()


def test_every_message_type_and_offer_of_the_acts_exists() -> None:
    for act in acts():
        if act["act"] in VERBS_ON_MESSAGES:
            assert LISTS.message_type(act["type"], act["version"])
        if act["act"] == "place_offer":
            assert LISTS.offer(act["offer"])
        if act["act"] == "set_unit_type":
            assert LISTS.unit_type(act.get("code") or act["name"])


def test_the_acts_place_offers_of_all_ten_headings() -> None:
    offers = [LISTS.offer(act["offer"]) for act in acts() if act["act"] == "place_offer"]
    assert {offer.heading for offer in offers if offer} == {heading.code for heading in LISTS.headings}


def test_the_acts_close_children_before_their_parent() -> None:
    closed = [act["unit"] for act in acts() if act["act"] == "close"]
    for at, sor_id in enumerate(closed):
        parent = clean_id(FIRST[sor_id]["ParentSorId"])
        assert parent not in closed[:at]


def test_new_names_fit_in_sor() -> None:
    assert all(len(act["name"]) <= 60 for act in acts() if act["act"] in {"rename", "create"})


@pytest.mark.parametrize(
    ("name", "owner", "top", "below"),
    [
        ("herlev.txt", "Herlev Kommune", "Center for omsorg og sundhed", "Højsletten"),
        ("koebenhavn-amager.txt", "Københavns Kommune", "Sundheds- og Omsorgsforvaltning", "Ørestad Plejecenter"),
    ],
)
def test_an_outline_names_its_owner_and_its_units(name: str, owner: str, top: str, below: str) -> None:
    outline = read_outline(example(name).read_bytes(), name)
    depths = {line.title: line.depth for line in outline.lines}
    assert outline.owner == owner
    assert depths[top] < depths[below]


def test_no_example_names_the_machine_it_was_made_on() -> None:
    for path in example("").rglob("*"):
        if path.is_file():
            assert not re.search(rb"/(home|work|root|tmp)/", path.read_bytes())


def baseline(day: str, today: date) -> Baseline:
    """The three files of one date, read as the program reads them."""
    folder = example(f"eksempelby/{day}")
    entities = tabular.read((folder / "SorEntity_daily.csv").read_bytes(), "SorEntity_daily.csv", LISTS)
    extracts = [entities]
    for name in ("LocationsCode.csv", "LocationsCodeEDITypeMap.csv"):
        table = read_table((folder / name).read_bytes(), name)
        kind = number_tables.servant_of(table.header)
        assert kind is not None
        extracts.append(number_tables.read(table, kind, LISTS))
    return assemble(extracts, codes=LISTS, day=date.fromisoformat(day), today=today, fingerprint=day)


@pytest.mark.parametrize(("day", "count"), [(DATES[0], 148), (DATES[1], 147)])
def test_both_dates_are_read_whole(day: str, count: int) -> None:
    assert baseline(day, date(2026, 12, 15)).unit_count() == count


@pytest.mark.parametrize("today", [date(2026, 6, 1), date(2026, 11, 23), date(2028, 1, 1)])
def test_every_act_is_accepted_on_whatever_day_it_is_tried(today: date) -> None:
    plan = Plan([baseline(DATES[0], today)], LISTS, today=today)
    aliases: dict[str, str] = {}
    for data in acts():
        act = parse_act(data)
        plan.apply(change_for(plan, act, aliases))
        aliases = aliases_after(act, aliases)
    assert len(plan.journal.changes) == len(acts())
