"""Problems of identifiers."""

from sorstudio.formats.id_checks import id_problems
from sorstudio.model.identifiers import cvr_problem, sor_id_problem


def test_an_error_is_told_with_its_place() -> None:
    (problem,) = id_problems(sor_id_problem("123"), 7, "SorId", "123", "a.csv")
    assert (problem.code, problem.line, problem.column, problem.params) == (
        "sor_id.length",
        7,
        "SorId",
        {"length": "3"},
    )


def test_what_is_only_unusual_is_no_reason_to_refuse() -> None:
    assert id_problems(cvr_problem("12345678"), 7, "cvr", "12345678", "a.csv") == []


def test_a_sound_identifier_has_no_problem() -> None:
    assert id_problems(None, 7, "SorId", "x", "a.csv") == []
