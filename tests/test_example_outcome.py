"""The outcome list among the examples is what the two dates of the example municipality give."""

import json
import runpy
from collections import Counter
from pathlib import Path

from sorstudio.resources import example

LIST = example("eksempelby/udfald.json")


def test_the_list_is_what_the_two_dates_give() -> None:
    made = runpy.run_path(str(Path(__file__).parents[1] / "scripts" / "make_outcome.py"))["build"]()
    assert LIST.read_bytes() == made


def test_the_list_holds_what_the_later_file_was_made_to_show() -> None:
    entries = json.loads(LIST.read_text("utf-8"))
    outcomes = {(one["unit_name"], one["change"]): one["outcome"] for one in entries}
    assert outcomes["Hjemmeplejen Nord, gruppe 1", "rename"] == "done"
    assert outcomes["Akutfunktionen, Eksempelby", "rename"] == "different"
    assert outcomes["Demenscenter Lindely", "set_unit_type"] == "different"
    assert outcomes["Genoptr. hold 2", "close"] == "pending"
    assert outcomes["Bostøtten", "set_unit_type"] == "pending"
    assert outcomes["Familiecenter Eksempelby", "rename"] == "foreign"
    assert Counter(one["outcome"] for one in entries) == {"done": 12, "pending": 19, "different": 4, "foreign": 4}


def test_the_new_clinic_is_found_by_its_sor_id() -> None:
    entries = json.loads(LIST.read_text("utf-8"))
    created = next(one for one in entries if (one["unit_name"], one["change"]) == ("Sygeplejeklinik Vest", "create"))
    assert created["sor_id"] == "90001491000016006"
