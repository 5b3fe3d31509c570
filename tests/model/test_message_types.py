"""Message types are found by every way in which they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.message_types import MessageIndex, MessageType, Status, message_of_uri, parse_message_name
from sorstudio.resources import code_lists

MESSAGES = code_lists().messages
EHMI = "urn:dk:healthcare:medcom:messaging"


def label(message: MessageType | None) -> str | None:
    return message.label if message else None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("XREF15", "XREF15 (XH1530R)"),
        ("xref15", "XREF15 (XH1530R)"),
        ("XREF15 (XH1530R)", "XREF15 (XH1530R)"),
        ("XREF22:XH2230R", "XREF22 (XH2230R)"),
        ("XH2230R", "XREF22 (XH2230R)"),
        ("XDIS16 XD1631C", "XDIS16 (XD1631C)"),
        ("FSIII (DTAX100)", "FS3X100 (DTAX100)"),
        ("FS3X100/DTAX100", "FS3X100 (DTAX100)"),
        ("DGOP (DGOP1.0)", "DGOP (D1GOP1.0)"),
        ("CareCommunication (5.0)", "FDIS91 (5.0)"),
        ("CareCommunication 5.0.2", "FDIS91 (5.0)"),
        ("HospitalNotification", "FDIS20 (3.0)"),
        ("Acknowledgement (2.0)", "FCTL (2.0)"),
        ("MCM:FDIS91#nursing v 5.0", "FDIS91 (5.0)"),
        ("MCM:FDIS20#AcuteAmbulant v 3.0.0", "FDIS20 (3.0)"),
        ("Korrespondancebrev", "DIS91 (D9134L)"),
        ("ClinicalEmail", "XDIS91 (XD9134L)"),
        ("XREF99", None),
        ("XREF15 (XH1599R)", None),
        ("", None),
    ],
)
def test_a_written_name_is_understood(written: str, expected: str | None) -> None:
    assert label(MESSAGES.find(written)) == expected


@pytest.mark.parametrize(
    ("uri", "expected"),
    [
        (f"{EHMI}:fhir:structuredefinition:homecareobservation:1.1", "HomeCareObservation (1.1)"),
        (f"{EHMI}:fhir:structuredefinition:acknowledgement:2.0", "FCTL (2.0)"),
        (
            f"{EHMI}:fhir:structuredefinition::carecommunication-message"
            "##urn:dk:medcom:fhir:carecommunication-message::5.0",
            "FDIS91 (5.0)",
        ),
        (f"{EHMI}:fhir:structuredefinition:carecommunication:5.0", "FDIS91 (5.0)"),
        (f"{EHMI}:oioxml:schema:xsd:medref:xref15:xh1530r", "XREF15 (XH1530R)"),
        (f"{EHMI}:oioxml:medref:xref15:xh1530r", "XREF15 (XH1530R)"),
        (f"{EHMI}:OIOXML:schema:xsd:medref:XREF15:XH1530R", "XREF15 (XH1530R)"),
        (f"{EHMI}:edifact:meddis:dis91:d9134l", "DIS91 (D9134L)"),
        (f"{EHMI}:fhir:structuredefinition:homecareobservation:9.9", None),
        ("http://example.org/xref15:xh1530r", None),
    ],
)
def test_a_uri_names_its_type(uri: str, expected: str | None) -> None:
    assert label(MESSAGES.from_uri(uri)) == expected


@pytest.mark.parametrize("message", MESSAGES.types, ids=lambda m: m.label)
def test_every_type_is_found_by_its_label_and_its_uris(message: MessageType) -> None:
    assert MESSAGES.find(message.label) is message
    assert all(MESSAGES.from_uri(uri.upper()) is message for uri in message.uris)


@pytest.mark.parametrize(
    ("type_", "version", "expected"),
    [
        ("DIS91", "D9134L", "DIS91 (D9134L)"),
        ("", "D9134L", "DIS91 (D9134L)"),
        ("DIS91", "", "DIS91 (D9134L)"),
        ("FDIS91", "5.0", "FDIS91 (5.0)"),
        ("DIS91", "D0000L", None),
        ("", "", None),
    ],
)
def test_sor_edi_pairs(type_: str, version: str, expected: str | None) -> None:
    assert label(MESSAGES.from_sor_edi(type_, version)) == expected


@pytest.mark.parametrize(
    ("code", "current"),
    [("XDIS15", "XD1530L"), ("BIN01", "B0131X"), ("HomeCareObservation", "1.2"), ("XDIS16", "XD1634C")],
)
def test_the_current_version_comes_first(code: str, current: str) -> None:
    assert MESSAGES.versions(code)[0].version == current


def test_a_replacement_is_a_version_or_another_type() -> None:
    older, letter = MESSAGES.find("XDIS16 (XD1631C)"), MESSAGES.find("XDIS91")
    assert older is not None
    assert letter is not None
    assert (label(MESSAGES.replacement(older)), label(MESSAGES.replacement(letter))) == (
        "XDIS16 (XD1634C)",
        "FDIS91 (5.0)",
    )


def test_every_named_replacement_exists() -> None:
    missing = [m.label for m in MESSAGES.types if m.replaced_by and MESSAGES.replacement(m) is None]
    assert missing == []


def test_what_is_no_message_is_not_registered_on_a_number() -> None:
    unregistrable = {m.code for m in MESSAGES.types if not m.is_registrable}
    assert unregistrable == {"VANSEnvelope", "ehmiSBDH-ack", "DDB", "DGB", "APD-DK", "PDC-DK", "CPD-DK"}


def test_a_legacy_version_never_stands_before_an_active_one() -> None:
    index = MessageIndex(
        (
            MessageType("X1", "A", "gammel", "old", "EDIFACT", status=Status.LEGACY),
            MessageType("X1", "B", "ny", "new", "EDIFACT", status=Status.ACTIVE),
        )
    )
    assert [one.version for one in index.versions("X1")] == ["B", "A"]


@given(st.text())
def test_no_text_upsets_the_parsers(text: str) -> None:
    parse_message_name(text)
    message_of_uri(text)
    MESSAGES.find(text)


def test_the_receipts_of_each_family_are_known_by_their_name() -> None:
    assert MESSAGES.receipts == {
        "EDIFACT": ("CTL01", "CTL02", "CTL03"),
        "OIOXML": ("XCTL01", "XCTL02", "XCTL03"),
        "FHIR": ("FCTL",),
    }
    assert not MESSAGES.is_receipt("XREF15")
