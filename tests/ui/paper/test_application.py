import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo

from sorstudio.ui.paper.application import ensure_application, paper_family

ROOT = Path(__file__).parents[3]


@pytest.mark.usefixtures("qapp")
def test_a_running_application_is_used() -> None:
    assert ensure_application() is ensure_application()


@pytest.mark.usefixtures("qapp")
def test_the_shipped_typeface_is_found() -> None:
    assert QFontInfo(QFont(paper_family())).family().startswith("Inter")


def test_a_letter_is_drawn_where_there_is_no_screen(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path; from sorstudio.requests.letter import Letter;"
        "from sorstudio.ui.paper.letter import draw_letter;"
        "draw_letter(Letter((), (), '', 'Æ', (), (), ()), Path('brev.pdf'))"
    )
    environment = {"PYTHONPATH": str(ROOT), "PATH": "", "HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code], check=True, cwd=tmp_path, env=environment, capture_output=True)
    assert (tmp_path / "brev.pdf").read_bytes().startswith(b"%PDF")
