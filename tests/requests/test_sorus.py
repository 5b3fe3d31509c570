from xml.etree.ElementTree import Element, fromstring

from sorstudio.model.edits import units
from sorstudio.model.records import UNKNOWN
from sorstudio.requests.envelope import make_request
from sorstudio.requests.line import Action
from sorstudio.requests.sorus import NAMESPACE, mapping, sorus_bytes
from tests.model.outline import gln, key
from tests.requests.asked import TODAY, busy_request
from tests.requests.plans import DANISH, DAY, municipality
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
    elsewhere = {"place_offer", "remove_offer", "create_offer", "note", "reorder", "setting"}
    assert set(mapping()["actions"]) == {action.value for action in Action} - elsewhere
    assert set(mapping()["actions"].values()) <= set(mapping()["operation"])
