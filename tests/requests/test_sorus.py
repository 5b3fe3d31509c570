import shutil
import subprocess
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from sorstudio.model.edits import closing, numbers, units
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN
from sorstudio.requests.envelope import make_request
from sorstudio.requests.line import Action
from sorstudio.requests.sorus import NAMESPACE, SCHEMA_FILE, mapping, schema_bytes, sorus_bytes, their_name
from tests.model.outline import gln, key
from tests.requests.asked import TODAY, busy_request
from tests.requests.plans import DANISH, DAY, LATER, municipality
from tests.rules.findings import with_values

NAMES = {"s": NAMESPACE}


def operations(name: str) -> list[Element]:
    return fromstring(sorus_bytes(busy_request())).findall(f"s:{name}", NAMES)


def text(node: Element, name: str) -> str | None:
    return node.findtext(f"s:{name}", namespaces=NAMES)


def test_a_creation_has_the_mandatory_fields_of_uc1() -> None:
    (node,) = operations("CreateSorEntity")
    assert node.attrib["localKey"] == "NY-1"
    assert {
        name: text(node, name)
        for name in ("FromDate", "SorType", "EntityName", "EntityTypeIdentifier", "EanLocationCodeState")
    } == {
        "FromDate": "2026-12-01",
        "SorType": "OU",
        "EntityName": "Øst",
        "EntityTypeIdentifier": "554821000005109",
        "EanLocationCodeState": "None",
    }


def test_the_order_of_a_number_states_it_as_own() -> None:
    (ordered,) = [node for node in operations("EditSorEntity") if node.get("localKey") == "NY-1"]
    assert text(ordered, "EanLocationCodeState") == "Own"
    assert ordered.find("s:EanLocationCodeEntity/s:SystemTypeIdentifier", NAMES) is not None


def test_an_edit_carries_the_whole_unit() -> None:
    nord = key(busy_request().plan, "Nord")
    (node,) = [node for node in operations("EditSorEntity") if text(node, "SorIdentifier") == nord]
    assert (text(node, "EntityName"), text(node, "EanLocationCodeState")) == ("Nord", "Inherited")
    assert node.findtext("s:VirtualAddress/s:TelephoneNumberIdentifier", namespaces=NAMES) == "+45 87654321"


def test_operations_that_no_source_confirms_say_so() -> None:
    (closing,) = operations("CloseSorEntity")
    assert closing.attrib["confirmed"] == "false"
    assert text(closing, "ToDate") == "2026-12-31"
    assert all(node.attrib["confirmed"] == "true" for node in operations("CreateSorEntity"))


def test_message_types_are_listed_with_their_number() -> None:
    nodes = operations("UpdateEdiInformation")
    found = [(text(entry, "EanLocationCode"), text(entry, "Type")) for node in nodes for entry in node]
    assert (gln(1), "XDIS16") in found
    assert (None, "XREF15") in found


def test_what_the_file_did_not_carry_is_preserved_and_not_sent() -> None:
    work = with_values(municipality(), "Nord", contact=UNKNOWN, postal=UNKNOWN)
    work.apply(units.rename(work, key(work, "Nord"), "Nordby", day=DAY))
    root = fromstring(sorus_bytes(make_request(work, DANISH, TODAY)))
    names = [node.get("name") for node in root.iterfind(".//s:PreservedFields/s:Field", NAMES)]
    assert {"PostalAddress", "VirtualAddress"} <= set(names)
    assert root.find(".//s:VirtualAddress", NAMES) is None


def test_every_action_that_is_asked_of_somebody_has_an_operation() -> None:
    elsewhere = {"place_offer", "remove_offer", "create_offer", "note", "reorder", "setting", "withdraw"}
    assert set(mapping()["actions"]) == {action.value for action in Action} - elsewhere
    assert set(mapping()["actions"].values()) <= set(mapping()["operation"])


def faults(content: bytes) -> list[str]:
    """What an XML validator that is not ours says against the file."""
    schema = etree.XMLSchema(etree.fromstring(schema_bytes()))
    schema.validate(etree.fromstring(content))
    return [str(entry) for entry in schema.error_log]


def every_operation() -> Plan:
    """Created, edited, moved, replaced, closed, reopened, with numbers and message types."""
    work = municipality()
    home, nord, syd = (key(work, name) for name in ("Hjemmepleje", "Nord", "Syd"))
    work.apply(units.create(work, home, "Øst", unit_type="hjemmeplejeenhed", key="ny", day=DAY))
    work.apply(numbers.order_location_number(work, "ny", system="Nexus", details={"region": "1082"}, day=DAY))
    work.apply(units.move(work, [nord], "ny", day=DAY))
    work.apply(units.rename(work, syd, "Syd & Sydvest <test>", day=DAY))
    work.apply(closing.close(work, key(work, "Træning"), successors=["ny", home], day=LATER))
    return work


def test_every_operation_is_valid_by_the_published_schema() -> None:
    content = sorus_bytes(make_request(every_operation(), DANISH, TODAY))
    found = {node.tag.split("}")[1] for node in fromstring(content)}
    assert {"CreateSorEntity", "EditSorEntity", "MoveSorEntity", "ReplaceSorEntity", "CloseSorEntity"} <= found
    assert faults(content) == []
    assert faults(sorus_bytes(busy_request())) == []


def test_the_schema_refuses_what_is_not_a_request() -> None:
    content = sorus_bytes(busy_request())
    assert faults(content.replace(b"<FromDate>2026-12-01", b"<FromDate>1. december", 1))
    assert faults(content.replace(b"CreateSorEntity", b"MakeSorEntity"))
    assert faults(content.replace(b'lines="L1"', b"", 1))


@pytest.mark.skipif(shutil.which("xmllint") is None, reason="xmllint is not installed")
def test_xmllint_agrees(tmp_path: Path) -> None:
    (tmp_path / "sorus.xml").write_bytes(sorus_bytes(make_request(every_operation(), DANISH, TODAY)))
    (tmp_path / SCHEMA_FILE).write_bytes(schema_bytes())
    command = ["xmllint", "--noout", "--schema", SCHEMA_FILE, "sorus.xml"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


def test_a_closing_first_notes_who_takes_over() -> None:
    root = fromstring(sorus_bytes(make_request(every_operation(), DANISH, TODAY)))
    names = [node.tag.split("}")[1] for node in root]
    assert names.index("ReplaceSorEntity") < names.index("CloseSorEntity")
    heirs = root.findall("s:ReplaceSorEntity/s:ReplacedByEntityCollection/s:SorIdentifier", NAMES)
    assert {(heir.get("localKey"), bool(heir.text)) for heir in heirs} == {("NY-1", False), (None, True)}


def test_fields_that_only_the_mapping_names_are_marked() -> None:
    root = etree.fromstring(sorus_bytes(make_request(every_operation(), DANISH, TODAY)))
    unsure = {one["name"] for one in [*mapping()["field"], *mapping()["detail"].values()] if not one["confirmed"]}
    for node in root.iter(f"{{{NAMESPACE}}}*"):
        if etree.QName(node).localname in unsure:
            assert node.get("confirmed") == "false", node.tag


def test_every_field_of_a_unit_has_a_name_in_the_mapping() -> None:
    request = busy_request()
    line = next(line for line in request.lines if line.action is Action.CREATE)
    complete = request.complete(line)
    assert complete is not None
    known = {one.field: their_name(one.field) for one in complete.fields}
    assert {ours for ours, name in known.items() if ours == name} == set()


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 9), st.integers(0, 9), st.text(max_size=20)), max_size=8))
def test_whatever_is_planned_is_valid(picks: list[tuple[int, int, int, str]]) -> None:
    work = municipality()
    for act, first, second, name in picks:
        keys = [unit.key for _, unit in work.state().walk()]
        one, other = keys[first % len(keys)], keys[second % len(keys)]
        day = date(2026, 12, 1 + first)
        try:
            if act == 0:
                work.apply(units.create(work, one, name, day=day))
            elif act == 1:
                work.apply(units.rename(work, one, name, day=day))
            elif act == 2:
                work.apply(units.move(work, [one], other, day=day))
            elif act == 3:
                work.apply(closing.close(work, one, successors=[other], day=LATER))
            else:
                work.apply(numbers.order_location_number(work, one, system=name or "Nexus", day=day))
        except Refused:
            continue
    assert faults(sorus_bytes(make_request(work, DANISH, TODAY))) == []
