"""Sent, asked about, answered: the life of a request at the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Call

pytestmark = pytest.mark.usefixtures("qapp")
Acts = Callable[..., Path]
Keys = dict[str, str]


@pytest.fixture
def changed(call: Call, plan_path: Path, keys: Keys, acts: Acts) -> Path:
    """A wish to the municipality and one to Sundhedsdatastyrelsen."""
    file = acts(
        {"act": "rename", "unit": keys["Hjemmepleje Nord"], "name": "Hjemmeplejen Nord", "date": None},
        {"act": "order_location_number", "unit": keys["Hjemmepleje Syd"], "system": "Cura"},
    )
    assert call("apply", plan_path, file).err == ""
    return plan_path


def states(call: Call, path: Path) -> list[tuple[str, str]]:
    found = call("requests", path, "--format", "json").json()
    return [(line["id"], line["state"]) for one in found for line in one["lines"]]


def test_before_anything_is_sent_there_is_nothing_to_show(call: Call, changed: Path) -> None:
    assert call("requests", changed).out == "Der er ikke noteret nogen anmodning som sendt.\n"


def test_what_is_sent_is_told_for_each_addressee_and_is_one_step_to_undo(call: Call, changed: Path) -> None:
    out = call("sent", changed, "--date", "2026-11-20", "--note", "Sag 7", "--author", "Åse").out.splitlines()
    assert [line.split(":")[0] for line in out] == [
        "Anmodning 1 til Egne rettelser i SOR er noteret som sendt 20. november 2026",
        "Anmodning 2 til Sundhedsdatastyrelsen er noteret som sendt 20. november 2026",
    ]
    first = call("requests", changed, "--format", "json").json()[0]
    assert (first["author"], first["note"], first["sent"], first["due"]) == (
        "Åse", "Sag 7", "2026-11-20", "2026-12-04",
    )  # fmt: skip
    assert len(first["fingerprint"]) == 16
    call("undo", changed)
    assert call("requests", changed, "--format", "json").json() == []


def test_sending_the_same_twice_is_refused(call: Call, changed: Path) -> None:
    call("sent", changed, "--only", "sds")
    again = call("sent", changed, "--only", "sds")
    assert (again.code, again.err) == (1, "Der er intet at sende: Sundhedsdatastyrelsen.\n")


def test_what_was_sent_is_not_written_again_unless_all_is_wanted(call: Call, changed: Path, tmp_path: Path) -> None:
    call("sent", changed)
    call("request", changed, "--out", tmp_path / "next")
    assert not (tmp_path / "next" / "1-egne-rettelser.xlsx").exists()
    call("request", changed, "--out", tmp_path / "all", "--all")
    assert (tmp_path / "all" / "1-egne-rettelser.xlsx").exists()


def test_lines_are_answered_by_id_or_unit(call: Call, changed: Path, keys: Keys) -> None:
    call("sent", changed)
    assert "er besvaret: udført" in call("answer", changed, "--line", "L1", "--outcome", "done").out
    refused = ("--outcome", "refused", "--reason", "Systemet mangler")
    call("answer", changed, "--unit", keys["Hjemmepleje Syd"], *refused)
    assert states(call, changed) == [("L1", "done"), ("L2", "refused")]
    assert "[afslået: Systemet mangler]" in call("requests", changed).out
    call("answer", changed, "--line", "L2", "--withdraw")
    assert states(call, changed)[1][0] == "L2"
    assert states(call, changed)[1][1] in ("sent", "overdue")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--outcome", "done"), "--line L3"),
        (("--line", "L1"), "--outcome done"),
        (("--line", "L9", "--outcome", "done"), "L9"),
        (("--unit", "x", "--outcome", "done"), "x"),
        (("--line", "L1", "--outcome", "refused"), "begrundelsen"),
        (("--line", "L1", "--outcome", "maybe"), "done"),
        (("--line", "L1", "--outcome", "done", "--request", "medcom"), "medcom"),
    ],
)
def test_an_answer_that_says_too_little_is_told_what_to_do(
    call: Call, changed: Path, args: tuple[str, ...], said: str
) -> None:
    call("sent", changed)
    found = call("answer", changed, *args)
    assert found.code != 0
    assert said in found.err


def test_a_line_in_two_requests_is_asked_about(call: Call, changed: Path) -> None:
    call("sent", changed, "--only", "municipality")
    call("answer", changed, "--line", "L1", "--outcome", "done")
    call("sent", changed, "--only", "municipality", "--all")
    call("answer", changed, "--line", "L1", "--outcome", "done")
    again = call("answer", changed, "--line", "L1", "--outcome", "different")
    assert "1, 2" in again.err
    assert call("answer", changed, "--line", "L1", "--outcome", "different", "--request", "2").code == 0


def test_changes_say_what_was_sent_and_what_is_to_be_withdrawn(call: Call, changed: Path, keys: Keys) -> None:
    call("sent", changed, "--date", "2026-11-20")
    assert "(sendt 20. november 2026)" in call("changes", changed).out
    call("take-back", changed, call("history", changed, "--format", "json").json()[0]["id"])
    lines = call("changes", changed, "--format", "json").json()
    assert [(line["action"], line["withdraws"] and line["withdraws"]["sent"]) for line in lines] == [
        ("order_location_number", None),
        ("withdraw", "2026-11-20"),
    ]
    assert lines[0]["sent"]["request"] == 2
    assert "Skal trækkes tilbage:" in call("changes", changed).out
