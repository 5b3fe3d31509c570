"""The changes as plain text."""

from sorstudio.ui.changes.minutes import minutes
from sorstudio.ui.changes.model import LineRow
from sorstudio.ui.signs import ChangeSign

ROW = LineRow("1", "Omdøb A til B.", "fra 1. jan. 2027", ChangeSign.CHANGED, "Det er for sent.")


def test_each_envelope_that_holds_something_has_its_title_and_lines() -> None:
    written = minutes(["Ændringer i X"], [("Kommunen selv", [ROW]), ("MedCom", [])])
    assert written == "Ændringer i X\n\nKommunen selv\n- Omdøb A til B. Det er for sent. (fra 1. jan. 2027)\n"
