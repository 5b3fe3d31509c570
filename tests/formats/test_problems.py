"""Problems, and the refusals that carry them."""

from sorstudio.formats.problems import Cancelled, Problem, UnreadableFile
from sorstudio.model.errors import Unreadable


def test_a_refusal_tells_how_many_problems_there_are() -> None:
    refused = UnreadableFile([Problem("a"), Problem("b", 2)], "fil.csv")
    assert (refused.code, dict(refused.params)) == ("file.problems", {"source": "fil.csv", "count": 2})
    assert [problem.line for problem in refused.problems] == [0, 2]


def test_stopping_is_no_fault_of_the_file() -> None:
    assert isinstance(Cancelled(), Unreadable)
    assert not isinstance(Cancelled(), UnreadableFile)
