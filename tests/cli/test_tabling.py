"""The referral table on the command line."""

import json
from pathlib import Path

import pytest

from sorstudio.resources import code_lists
from sorstudio.storage.plan_file import create
from tests.cli.conftest import Call
from tests.cli.test_opened import HEADER, HEALTH, HERLEV, NEIGHBOUR
from tests.model.outline import TODAY, gln, plan
from tests.routing.asking import SETS, TOWN
from tests.rules.findings import with_types


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A plan on the small municipality that answers."""
    work = plan(TOWN)
    for unit, types in SETS.items():
        work = with_types(work, unit, *types)
    path = tmp_path / "by.sorplan"
    create(path, next(iter(work.baselines.values())), code_lists(), today=TODAY, author="Bo").close()
    return path


def test_a_table_is_written_and_its_holes_are_counted(call: Call, town: Path, tmp_path: Path) -> None:
    out = tmp_path / "tabel.csv"
    told = call("table", town, "--out", out)
    assert (told.code, told.err) == (0, "")
    lines = out.read_text("utf-8-sig").splitlines()
    assert told.out.splitlines()[0] == f"{len(lines) - 1} rækker."
    assert "huller: Enheden har intet lokationsnummer." in told.out
    assert told.out.splitlines()[-1] == str(out)


@pytest.mark.parametrize("suffix", [".xlsx", ".json", ".CSV"])
def test_the_suffix_decides(call: Call, town: Path, tmp_path: Path, suffix: str) -> None:
    assert call("table", town, "--out", tmp_path / f"t{suffix}").code == 0
    again = call("table", town, "--out", tmp_path / "t2.json", "--since", tmp_path / f"t{suffix}", "--format", "json")
    found = again.json()["since"]
    assert (found["only_here"], found["only_there"], found["differs"]) == ([], [], [])
    assert found["same"] == again.json()["rows"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("--out", "t.pdf"), ".xlsx, .csv, .json"),
        (("--out", "er/ikke/der/t.csv"), "er/ikke/der"),
        (("--out", "t.csv", "--layout", "medcom"), "modtageroversigt"),
        (("--out", "t.csv", "--take-texts"), "--take-texts"),
        (("--out", "t.csv", "--date", "i morgen"), "i morgen"),
        ((), "--out"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    call: Call, town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    told = call("table", town, *wrong)
    assert told.code == 2
    assert said in told.err
    assert [one.name for one in tmp_path.iterdir()] == [town.name]


def test_the_file_that_is_read_is_never_written_over(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "udtræk.csv"
    path.write_text("\n".join((HEADER, HERLEV, HEALTH)), encoding="utf-8")
    told = call("table", path, "--out", path)
    assert told.code == 2
    assert path.read_text("utf-8").startswith(HEADER)


def test_what_is_new_gone_and_changed_since_is_told(call: Call, town: Path, tmp_path: Path) -> None:
    earlier = tmp_path / "før.json"
    call("table", town, "--out", earlier)
    held = json.loads(earlier.read_text("utf-8"))
    held["rows"] = [
        {**held["rows"][0], "phone": "70101010"},
        {**held["rows"][1], "message": "BIN01"},
        *held["rows"][2:],
    ]
    earlier.write_text(json.dumps(held), encoding="utf-8")
    told = call("table", town, "--out", tmp_path / "t.csv", "--since", earlier)
    assert "1 ændrede, 1 nye og 1 udgåede." in told.out
    assert "telefon er nu »–«, i filen »70101010«" in told.out
    assert "Udgået:" in told.out
    found = call("table", town, "--out", tmp_path / "t.csv", "--since", earlier, "--format", "json").json()["since"]
    assert [len(found[name]) for name in ("only_here", "only_there", "differs")] == [1, 1, 1]
    assert found["differs"][0]["fields"] == {"phone": {"here": "", "there": "70101010"}}


def test_somebody_elses_table_is_matched_and_dead_receivers_are_told(call: Call, town: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "deres.csv"
    theirs.write_text(f"Pakke;Meddelelse;EAN\nGOP;GGOP;{gln(3)}\nGammel;XREF15;{gln(99)}\n", encoding="utf-8")
    told = call("table", town, "--out", tmp_path / "t.csv", "--match", theirs)
    assert "Kun i filen, linje 3: Gammel" in told.out
    assert f"lokationsnummeret {gln(99)} findes ikke eller er lukket." in told.out
    assert "Linje 2, Genoptræning" in told.out


def test_texts_are_taken_into_the_plan_and_stand_in_the_table(call: Call, town: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "deres.csv"
    rows = "område;meddelelse;kriterier;telefontid\ntraening;GGOP;Efter sygehus;8-9\nforebyggelse;XREF15;Alle;\n"
    theirs.write_text(rows, encoding="utf-8")
    out = tmp_path / "t.json"
    told = call("table", town, "--out", out, "--match", theirs, "--take-texts", "--author", "Bo")
    assert "Teksterne om 2 tilbud er taget ind i planen." in told.out
    row = next(one for one in json.loads(out.read_text("utf-8"))["rows"] if one["message"] == "GGOP")
    assert (row["criteria"], row["phone_hours"]) == ("Efter sygehus", "8-9")
    again = call("table", town, "--out", out, "--match", theirs, "--take-texts", "--format", "json").json()
    assert (again["taken"], again["match"]["differs"]) == (0, [])
    assert call("undo", town).code == 0
    assert call("table", town, "--out", out, "--match", theirs, "--format", "json").json()["match"]["differs"] != []


def test_a_register_gives_every_municipality_in_one_table(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "udtræk.csv"
    path.write_text("\n".join((HEADER, HERLEV, HEALTH, *NEIGHBOUR)), encoding="utf-8")
    both = call("table", path, "--out", tmp_path / "t.json", "--format", "json").json()
    assert both["municipalities"] == 2
    one = call("table", path, "--out", tmp_path / "t.json", "--municipality", "Odense", "--format", "json").json()
    assert one["municipalities"] == 1
    assert {hole["municipality"] for hole in json.loads((tmp_path / "t.json").read_text("utf-8"))["holes"]} <= {"0461"}


def test_a_part_of_a_tree_is_a_table_of_its_own(call: Call, tmp_path: Path) -> None:
    register = tmp_path / "del.csv"
    register.write_text("\n".join((HEADER, HEALTH)), encoding="utf-8")
    assert call("table", register, "--out", tmp_path / "t.json").code == 0


def test_a_file_that_is_not_there_is_said(call: Call, tmp_path: Path) -> None:
    told = call("table", tmp_path / "væk.csv", "--out", tmp_path / "t.csv")
    assert told.code == 2
    assert "væk.csv" in told.err
