from dataclasses import replace
from pathlib import Path

import pytest

from sorstudio.model.errors import Unusable
from sorstudio.requests.envelope import make_request
from sorstudio.requests.templates import blanks, lay_out, shipped, template
from sorstudio.resources import resource
from tests.requests.asked import TODAY, busy_request
from tests.requests.plans import DANISH, municipality

NAMES = [path.stem for path in sorted(resource("templates").glob("*.txt"))]
EXTRA = dict.fromkeys(
    ("numbers", "held", "steps", "missing", "warnings", "asked", "attached", "overview", "addressee"), "x"
)


@pytest.mark.parametrize("name", NAMES)
def test_every_blank_of_every_template_can_be_filled(name: str) -> None:
    assert "$" not in template(name, busy_request(), EXTRA)


def test_a_line_whose_blanks_are_all_empty_is_left_out() -> None:
    nobody = make_request(municipality(), DANISH, TODAY)
    assert "Telefon" in template("mail-sds", busy_request(), EXTRA)
    assert "Telefon" not in template("mail-sds", nobody, EXTRA)


def test_lines_are_counted_by_addressee() -> None:
    found = blanks(busy_request())
    assert (found["count_municipality"], found["count_sds"], found["count_medcom"]) == ("3", "3", "2")


def test_an_own_text_goes_before_the_shipped_one_and_the_others_stay(tmp_path: Path) -> None:
    (tmp_path / "subject-sds.txt").write_text("SOR i $municipality", "utf-8")
    own = replace(busy_request(), templates=tmp_path)
    assert template("subject-sds", own) == "SOR i Eksempelby Kommune\n"
    assert template("subject-medcom", own) == template("subject-medcom", busy_request())


@pytest.mark.parametrize("text", [b"Til $kommunen", b"100 $ pr. nummer", b"\xe6\xf8\xe5"])
def test_an_own_text_that_cannot_be_filled_is_told_by_its_file(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "subject-sds.txt").write_bytes(text)
    with pytest.raises(Unusable) as told:
        template("subject-sds", replace(busy_request(), templates=tmp_path))
    assert "subject-sds.txt" in DANISH.sentence(told.value.code, told.value.params)


def test_the_shipped_texts_are_laid_out_for_editing_and_never_over_ones_own(tmp_path: Path) -> None:
    (tmp_path / "mail-sds.txt").write_text("min egen", "utf-8")
    laid = lay_out(tmp_path / "ny")
    assert len(laid) == len(shipped())
    assert "mail-sds.txt" not in {path.name for path in lay_out(tmp_path)}
    assert (tmp_path / "mail-sds.txt").read_text("utf-8") == "min egen"
