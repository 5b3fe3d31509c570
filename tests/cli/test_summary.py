"""The few lines after a plan is made."""

from sorstudio.cli.session import Session, texts_of
from sorstudio.cli.summary import summary
from tests.model.outline import TODAY, gln, plan


def test_the_summary_counts_what_is_open() -> None:
    drawn = plan(f"Kommune\n  Sundhed [{gln(1)}]\n    Nord\n    Syd (closed 2026-01-01)")
    lines = "\n".join(summary(drawn, Session(texts_of("da"), TODAY)))
    assert "Enheder: 3. Niveauer: 3. Institutionsejere: 1. Sundhedsinstitutioner: 1." in lines
    assert "Desuden lukkede enheder: 1." in lines
