"""Nothing comes through the net but words and an exit code."""

import pytest
import typer

from sorstudio.cli.net import Net, hoisted, told
from sorstudio.cli.session import texts_of
from sorstudio.formats.problems import Problem, UnreadableFile
from sorstudio.model.errors import Conflict, Refused, SorError, Unreadable
from tests.cli.conftest import Call

DANISH = texts_of("da")


def code_of(error: BaseException) -> int:
    with pytest.raises(typer.Exit) as exit_, Net(DANISH):
        raise error
    return exit_.value.exit_code


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Refused("journal.nothing_to_undo"), 1),
        (Conflict("storage.busy", path="x"), 2),
        (Unreadable("storage.not_a_plan", path="x"), 2),
        (FileNotFoundError(2, "No such file", "x"), 2),
        (ZeroDivisionError("ups"), 2),
    ],
)
def test_every_error_has_its_exit_code(error: BaseException, code: int) -> None:
    assert code_of(error) == code


def test_a_bug_is_said_to_be_one(capsys: pytest.CaptureFixture[str]) -> None:
    code_of(ZeroDivisionError("ups"))
    shown = capsys.readouterr()
    assert (shown.out, "fejl i programmet" in shown.err, "Traceback" in shown.err) == ("", True, False)


def test_the_trace_of_a_bug_is_shown_when_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SORSTUDIO_DEBUG", "1")
    code_of(ZeroDivisionError("ups"))
    assert "Traceback" in capsys.readouterr().err


def test_an_interruption_passes() -> None:
    with pytest.raises(KeyboardInterrupt), Net(DANISH):
        raise KeyboardInterrupt


def test_a_refused_file_tells_its_first_problems() -> None:
    problems = [Problem("file.no_units", line) for line in range(1, 61)]
    assert len(told(UnreadableFile(problems, "x.csv"), DANISH)) == 1 + 50 + 1


def test_the_language_may_stand_anywhere() -> None:
    assert hoisted(["tree", "a", "--language", "en", "--on", "x"]) == ("en", ["tree", "a", "--on", "x"])
    assert hoisted(["--language=en", "tree"]) == ("en", ["tree"])
    assert hoisted(["tree", "--", "--language"]) == (None, ["tree", "--", "--language"])


def test_the_format_may_stand_before_the_command(call: Call) -> None:
    assert call("--format", "json", "offers").json()
    assert call("--format=json", "offers").json() == call("offers", "--format", "json").json()


def test_an_unknown_option_before_the_command_is_named_in_words(call: Call) -> None:
    answer = call("--nix", "offers")
    assert (answer.code, answer.out, "Tilvalget --nix findes ikke" in answer.err) == (2, "", True)


def test_an_unknown_language_is_unusable(call: Call) -> None:
    answer = call("--language", "fr", "offers")
    assert (answer.code, "Sproget fr findes ikke" in answer.err) == (2, True)


@pytest.mark.parametrize("line", [["tree"], ["nonsense"], ["tree", "x", "--nonsense"], ["undo", "x", "y"]])
def test_a_slip_is_told_in_danish_with_a_way_on(call: Call, line: list[str]) -> None:
    slip = call(*line)
    assert (slip.code, slip.out) == (2, "")
    assert "--help" in slip.err


@pytest.mark.parametrize("line", [["guide", "--answer"], ["--language", "da", "guide", "--all", "--answer"]])
def test_an_option_without_its_value_is_told_in_words(call: Call, line: list[str]) -> None:
    slip = call(*line)
    assert (slip.code, slip.err.splitlines()[0]) == (2, "Der skal stå en værdi efter --answer.")


def test_a_choice_that_is_none_is_told_with_those_there_are(call: Call) -> None:
    assert call("tree", "x", "--format", "xml").err.startswith("--format kan være en af disse: text, json, csv.")


def test_help_follows_the_language(call: Call) -> None:
    assert "Vis træet" in call("--help").out
    assert "Show the tree" in call("--language", "en", "--help").out
    assert "cli.help" not in call("tree", "--help").out


def test_a_reason_inside_a_refusal_is_told() -> None:
    error = SorError("cli.acts.line", line=1)
    error.reason = Refused("journal.nothing_to_undo")  # type: ignore[attr-defined]
    assert "cli." not in told(error, DANISH)[0]
