"""The change request among the examples is the one that the example's acts lead to, also by the command line."""

import json
import runpy
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from sorstudio.cli.app import app
from sorstudio.resources import example

pytestmark = pytest.mark.usefixtures("qapp")

SCRIPT = Path(__file__).parents[1] / "scripts" / "make_request.py"
FOLDER = example("eksempelby/anmodning")
Document = dict[str, object]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The request, written once more."""
    folder = tmp_path_factory.mktemp("request") / "anmodning"
    runpy.run_path(str(SCRIPT))["write"](folder)
    return folder


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def text(folder: Path, name: str) -> str:
    return (folder / name).read_text("utf-8")


def document(folder: Path) -> Document:
    found: Document = json.loads(text(folder, "request.json"))
    return found


def sentences(folder: Path) -> list[tuple[str, str]]:
    """Who is asked for what, without the ids that differ from plan to plan."""
    envelopes = json.loads(text(folder, "request.json"))["envelopes"]
    return [(envelope["addressee"], line["sentence"]) for envelope in envelopes for line in envelope["lines"]]


def sorstudio(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def test_the_same_files_are_made_again(made: Path) -> None:
    assert names(made) == names(FOLDER)


def test_the_same_request_is_made_again(made: Path) -> None:
    assert document(made) == document(FOLDER)


@pytest.mark.parametrize("name", ["README.txt", "sorus.xml", "request.schema.json"])
def test_the_files_without_a_time_in_them_are_the_same(made: Path, name: str) -> None:
    assert text(made, name) == text(FOLDER, name)


def test_the_request_is_of_the_form_that_lies_beside_it() -> None:
    jsonschema.validate(document(FOLDER), json.loads(text(FOLDER, "request.schema.json")))


def test_all_three_receivers_are_asked_for_something() -> None:
    assert {addressee for addressee, _ in sentences(FOLDER)} == {"municipality", "sds", "medcom"}


def test_the_command_line_comes_to_the_same_request(tmp_path: Path) -> None:
    plan, out = tmp_path / "a.sorplan", tmp_path / "anmodning"
    made = sorstudio("new", plan, "--from", example("eksempelby/2026-11-02"), "--date", "2026-11-02")
    applied = sorstudio("apply", plan, example("eksempelby/handlinger.jsonl"))
    checked = sorstudio("check", plan, "--format", "json")
    asked = sorstudio("request", plan, "--out", out)
    assert [made.exit_code, applied.exit_code, checked.exit_code, asked.exit_code] == [0, 0, 1, 0]
    assert applied.stdout.splitlines()[-1] == f"done {len(text(FOLDER.parent, 'handlinger.jsonl').splitlines())}"
    assert {finding["code"] for finding in json.loads(checked.stdout)} >= {"SOR-032", "SOR-060"}
    assert names(out) == names(FOLDER)
    assert [who for who, _ in sentences(out)] == [who for who, _ in sentences(FOLDER)]
    assert undated(sentences(out)) == undated(sentences(FOLDER))


def undated(found: list[tuple[str, str]]) -> list[str]:
    """A closing says its day, which follows the day on which the acts are made."""
    return [words.partition(" fra ")[0] if words.startswith("Luk ") else words for _, words in found]
