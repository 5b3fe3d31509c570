"""Problems in sentences."""

import re
from pathlib import Path
from string import Formatter

import pytest

from sorstudio.formats.problems import Problem
from sorstudio.formats.report import problem_sentence, shown_sentences, write_report
from sorstudio.model.texts import Texts
from sorstudio.resources import texts

DA, EN = Texts(texts("da"), "da"), Texts(texts("en"), "en")
SOURCE = Path(__file__).parents[2] / "sorstudio" / "formats"
MINE = ("file", "folder", "zip", "table", "mapping", "row", "register", "owner", "problem")
COLUMNS = ("sor_id", "name", "parent", "level")
IDENTIFIER = Problem("sor_id.check_digit", 214, "SOR-kode", "311000016008", "a.csv", {"expected": "9"})


def used_codes() -> set[str]:
    """Every code of ours that stands in the source."""
    found: set[str] = set()
    for path in SOURCE.glob("*.py"):
        found |= set(re.findall(rf'"((?:{"|".join(MINE)})\.[a-z_0-9]+)"', path.read_text("utf-8")))
    made = {f"table.no_{name}_column" for name in COLUMNS} | {"row.kind_unknown", "row.level_unknown"}
    return {code for code in found if not code.startswith("table.no_{")} | made


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_code_has_a_sentence(language: str) -> None:
    assert used_codes() - texts(language).keys() == set()


def test_no_sentence_of_ours_is_unused() -> None:
    ours = {code for code in texts("da") if code.split(".")[0] in MINE and code in own_sentences()}
    assert ours - used_codes() - {"file.problems", "file.cancelled"} == set()


def own_sentences() -> str:
    return (SOURCE.parents[1] / "resources/texts/da/formats.toml").read_text("utf-8")


def test_both_languages_have_the_same_parameters() -> None:
    def parameters(sentence: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(sentence) if name}

    different = [code for code in used_codes() if parameters(texts("da")[code]) != parameters(texts("en")[code])]
    assert different == []


def test_a_problem_tells_line_column_reason_and_value() -> None:
    sentence = problem_sentence(IDENTIFIER, DA)
    assert sentence.startswith("Linje 214, kolonne SOR-kode: ")
    assert "311000016008" in sentence


def test_a_value_that_the_reason_leaves_out_is_added() -> None:
    assert problem_sentence(Problem("row.name_empty", 3, "navn", "?"), EN) == (
        "Line 3, column navn: The unit has no name (value: ?)."
    )


def test_a_date_is_told_once_and_written_out() -> None:
    sentence = problem_sentence(Problem("row.period", 3, "ToDate", "2019-01-01"), DA)
    assert sentence == "Linje 3, kolonne ToDate: Slutdatoen 1. januar 2019 ligger før startdatoen."


def test_a_problem_of_the_whole_file_has_no_line() -> None:
    assert problem_sentence(Problem("file.empty"), DA) == "Filen er tom."


def test_the_first_ones_are_shown_and_the_others_counted() -> None:
    shown = shown_sentences([IDENTIFIER] * 60, DA)
    assert len(shown) == 51
    assert "10" in shown[-1]


def test_the_report_has_all_of_them(tmp_path: Path) -> None:
    write_report(tmp_path / "rapport.txt", [IDENTIFIER] * 60, DA)
    text = (tmp_path / "rapport.txt").read_text("utf-8")
    assert text.count("Linje 214") == 60
    assert "a.csv" in text
    assert [path.name for path in tmp_path.iterdir()] == ["rapport.txt"]


def test_a_report_that_cannot_be_put_in_place_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "rapport").mkdir()
    with pytest.raises(OSError, match=r".*"):
        write_report(tmp_path / "rapport", [IDENTIFIER], DA)
    assert [path.name for path in tmp_path.iterdir()] == ["rapport"]
