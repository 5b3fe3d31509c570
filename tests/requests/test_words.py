from dataclasses import replace
from datetime import date

import pytest

from sorstudio.model.edits import units
from sorstudio.model.records import UNKNOWN, Address, Contact, NumberState
from sorstudio.requests.line import FieldChange, FieldValue
from sorstudio.requests.lines import change_lines
from sorstudio.requests.phrases import Phrases
from sorstudio.requests.words import Wording, json_value, line_json, sentence, warnings
from tests.model.outline import key
from tests.requests.plans import DANISH, DAY, ENGLISH, municipality


def test_the_json_of_a_line_has_the_published_keys() -> None:
    work = municipality()
    work.apply(units.rename(work, key(work, "Nord"), "Nordby", day=DAY, reason="Klart navn"))
    data = line_json(change_lines(work)[0], DANISH)
    assert data == {
        "id": "L1",
        "unit": key(work, "Nordby"),
        "unit_name": "Nordby",
        "sor_id": key(work, "Nordby"),
        "action": "rename",
        "addressee": "municipality",
        "fields": [{"field": "name", "before": "Nord", "after": "Nordby"}],
        "sentence": "Omdøb »Nord« til »Nordby«.",
        "reason": "Klart navn",
        "date": "2026-12-01",
        "waits_for": [],
        "waits_for_sent": [],
        "replaces": None,
        "withdraws": None,
        "held_back": False,
        "warnings": [],
    }


def test_what_belongs_to_no_unit_has_none() -> None:
    work = municipality()
    work.apply(units.rename(work, key(work, "Nord"), "Nordby", day=DAY))
    line = replace(change_lines(work)[0], unit="", unit_name="", addressee=None)
    data = line_json(line, DANISH)
    assert (data["unit"], data["unit_name"], data["addressee"]) == (None, None, None)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (UNKNOWN, {"unknown": True}),
        (None, None),
        (date(2026, 12, 1), "2026-12-01"),
        (NumberState.OWN, "own"),
        (("a", "b"), ["a", "b"]),
        (Address("Vej", "1", city="Århus"), {"street": "Vej", "building": "1", "city": "Århus"}),
        (Contact(phone="12345678"), {"phone": "12345678"}),
    ],
)
def test_values_as_json(value: FieldValue, expected: object) -> None:
    assert json_value(value) == expected


def test_sentences_and_warnings_follow_the_language() -> None:
    work = municipality()
    work.apply(units.rename(work, key(work, "Nord"), "Nordby", day=date(2026, 11, 24)))
    (line,) = change_lines(work)
    assert sentence(line, ENGLISH) == "Rename “Nord” to “Nordby”."
    assert warnings(line, DANISH) == (
        "Datoen 24. november 2026 er mindre end 7 dage væk. SOR vil gerne vide det mindst 7 dage før.",
    )


def test_fields_are_worded_with_label_and_name() -> None:
    work = municipality()
    wording = Wording(Phrases(work.state(), work.state(), work.codes), DANISH)
    changes = [FieldChange("unit_type", UNKNOWN, "554821000005109"), FieldChange("parent", None, key(work, "Nord"))]
    assert wording.after(changes) == "enhedstype: hjemmeplejeenhed\noverordnet enhed: Nord"
    assert wording.before(changes) == "enhedstype: ikke i udtrækket\noverordnet enhed: ingen"
