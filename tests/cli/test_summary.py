"""The few lines after a plan is made."""

from sorstudio.cli.session import Session, texts_of
from sorstudio.cli.summary import summary
from tests.model.outline import TODAY, gln, plan


def test_the_summary_counts_what_is_open() -> None:
    drawn = plan(f"Kommune\n  Sundhed [{gln(1)}]\n    Nord\n    Syd (closed 2026-01-01)")
    lines = "\n".join(summary(drawn, Session(texts_of("da"), TODAY)))
    assert "3 enheder i 3 niveauer: 1 institutionsejer, 1 sundhedsinstitution" in lines
    assert "Desuden lukkede enheder: 1." in lines
