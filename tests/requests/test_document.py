import json
from typing import Any

import jsonschema
import pytest

from sorstudio.model.edits import units
from sorstudio.model.records import UNKNOWN
from sorstudio.requests.document import document, document_bytes, schema_bytes
from sorstudio.requests.envelope import make_request
from sorstudio.requests.line import Addressee
from tests.model.outline import key
from tests.requests.asked import TODAY, busy_request
from tests.requests.plans import DANISH, DAY, municipality
from tests.rules.findings import with_values

SCHEMA = json.loads(schema_bytes())


def data() -> Any:
    return json.loads(document_bytes(busy_request(), {Addressee.SDS: ["a.xlsx"]}))


def validate(found: object) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(found)


def test_the_schema_is_sound_and_the_document_keeps_to_it() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    validate(data())


@pytest.mark.parametrize("spoil", [("created", "1/12"), ("schema_version", "9"), ("envelopes", [{}]), ("extra", 1)])
def test_the_schema_refuses_what_is_not_a_request(spoil: tuple[str, object]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        validate({**data(), spoil[0]: spoil[1]})


def test_the_document_says_on_what_it_is_based() -> None:
    found = data()
    plan = busy_request().plan
    assert found["plan"]["baseline"]["date"] == "2026-11-02"
    assert found["plan"]["head"] == plan.head
    assert found["new_units"][0]["local_key"] == "NY-1"


def test_lines_carry_what_their_addressee_needs() -> None:
    lines = {line["action"]: line for envelope in data()["envelopes"] for line in envelope["lines"]}
    assert lines["order_location_number"]["location_number"]["system"] == "Nexus"
    assert lines["add_message_type"]["message_types"][0]["before"] is False
    assert lines["set_contact"]["complete"]["is_complete"] is True


def test_the_unknown_is_told_apart_and_preserved() -> None:
    work = with_values(municipality(), "Nord", contact=UNKNOWN, unit_type=UNKNOWN)
    work.apply(units.set_unit_type(work, key(work, "Nord"), "hjemmeplejeenhed", day=DAY))
    found = document(make_request(work, DANISH, TODAY), {})
    validate(json.loads(json.dumps(found)))
    line: Any = found["envelopes"][0]["lines"][0]  # type: ignore[index, call-overload]
    assert line["fields"] == [{"field": "unit_type", "before": {"unknown": True}, "after": "554821000005109"}]
    assert line["complete"]["preserve"] == ["contact"]


def test_an_empty_request_is_a_request_too() -> None:
    validate(document(make_request(municipality(), DANISH, TODAY), {}))
