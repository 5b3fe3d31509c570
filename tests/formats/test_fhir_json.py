"""JSON from outside."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.formats.fhir_json import Node, read_resources
from sorstudio.formats.problems import UnreadableFile

BUNDLE = """{
 "type": "collection",
 "link": [{"a": [1, 2]}],
 "entry": [
  {"fullUrl": "urn:1",
   "resource": {"resourceType": "Organization"}},

  {"search": {}},
  {"resource": {"resourceType": "Endpoint"}}
 ],
 "resourceType": "Bundle"
}"""


def test_every_resource_knows_its_line_and_address() -> None:
    found = read_resources(BUNDLE.encode(), "b.json").items
    assert [(one.line, one.full_url, one.resource.text("resourceType")) for one in found] == [
        (5, "urn:1", "Organization"),
        (9, "", "Endpoint"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_other_unicode_forms_are_read(encoding: str) -> None:
    assert len(read_resources(BUNDLE.encode(encoding), "b.json").items) == 2


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "json.empty", 0),
        (b" \n", "json.empty", 0),
        (b'{"a":\n 1,}', "json.syntax", 2),
        (b'{"a": 1', "json.syntax", 1),
        (b"[" * 200_000, "json.too_deep", 0),
        (b'{"a":' * 100_000, "json.too_deep", 0),
        (b'{"a":' + b"9" * 10_000 + b"}", "json.number", 0),
        (b'{"a":\n"\xe6"}', "json.encoding", 2),
    ],
)
def test_what_is_no_sound_json_is_refused(data: bytes, code: str, line: int) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_resources(data, "b.json")
    (problem,) = caught.value.problems
    assert (problem.code, problem.line) == (code, line)


def test_parts_of_another_kind_than_expected_are_empty() -> None:
    node = Node({"name": 7, "partOf": "x", "type": "y", "line": [1, "Åvej"], "half": "\ud83d"})
    assert (node.text("name"), node.node("partOf").text("reference"), node.nodes("type")) == ("", "", [])
    assert (node.texts("line"), node.text("half")) == (["Åvej"], "?")


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["entry", "resource", "a"]), inner),
    max_leaves=10,
)


@given(values)
def test_any_json_is_taken_without_a_fault_of_ours(value: object) -> None:
    data = json.dumps({"entry": value, "resourceType": "Bundle"}).encode()
    assert all(one.line == 1 for one in read_resources(data, "b.json").items)
