import pytest

from sorstudio.requests.envelope import make_request
from sorstudio.requests.templates import blanks, template
from sorstudio.resources import resource
from tests.requests.asked import TODAY, busy_request
from tests.requests.plans import DANISH, municipality

NAMES = [path.stem for path in sorted(resource("templates").glob("*.txt"))]
EXTRA = dict.fromkeys(("numbers", "held", "steps", "missing", "warnings"), "x")


@pytest.mark.parametrize("name", NAMES)
def test_every_blank_of_every_template_can_be_filled(name: str) -> None:
    assert "$" not in template(name, busy_request(), EXTRA)


def test_a_line_whose_blanks_are_all_empty_is_left_out() -> None:
    nobody = make_request(municipality(), DANISH, TODAY)
    assert "Telefon" in template("mail-sds", busy_request(), {"numbers": "x"})
    assert "Telefon" not in template("mail-sds", nobody, {"numbers": "x"})


def test_lines_are_counted_by_addressee() -> None:
    found = blanks(busy_request())
    assert (found["count_municipality"], found["count_sds"], found["count_medcom"]) == ("3", "3", "2")
