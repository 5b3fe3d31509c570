"""Help speaks one language throughout."""

from sorstudio.cli.helping import in_language
from sorstudio.cli.session import texts_of
from tests.cli.conftest import Call


def test_the_librarys_own_words_are_put_into_ours() -> None:
    text = "Usage: sorstudio tree [OPTIONS] {PLAN}\n\nOptions:\n  --help  Show this message and exit."
    assert (
        in_language(text, texts_of("da"))
        == "Brug: sorstudio tree [TILVALG] PLAN\n\nTilvalg:\n  --help  Vis denne hjælp."
    )


def test_braces_below_the_first_line_stay() -> None:
    assert in_language("Usage: x\n{a}", texts_of("en")) == "Usage: x\n{a}"


def test_no_english_word_is_left_in_danish_help(call: Call) -> None:
    shown = call("--help").out + call("tree", "--help").out + call("undo", "--help").out
    assert [
        word for word in ("Usage", "Options", "Show this", "required", "default", "Commands") if word in shown
    ] == []


def test_english_help_stays_english(call: Call) -> None:
    assert "Usage:" in call("tree", "--help", "--language", "en").out
