"""The change request is written with everything that can be drawn here."""

from pathlib import Path

import pytest

from sorstudio.cli.session import Session, texts_of
from sorstudio.cli.writing import write_request_folder, write_text
from sorstudio.model.edits.numbers import order_location_number
from sorstudio.model.errors import Unusable
from tests.model.outline import TODAY, key, plan

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_letter_is_drawn_for_the_authority(tmp_path: Path) -> None:
    drawn = plan("Kommune\n  Sundhed\n    Nord")
    drawn.apply(order_location_number(drawn, key(drawn, "Nord"), system="Cura"))
    result = write_request_folder(drawn, tmp_path / "ud", Session(texts_of("da"), TODAY))
    assert (tmp_path / "ud" / "2-sundhedsdatastyrelsen.pdf").read_bytes().startswith(b"%PDF")
    assert all(path.is_file() for path in result.files)


def test_a_folder_in_the_place_of_a_file_is_refused_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "ud").mkdir()
    with pytest.raises(Unusable) as refused:
        write_text(tmp_path / "ud", "æ")
    assert (refused.value.code, refused.value.params["path"]) == ("storage.is_a_folder", tmp_path / "ud")
    assert [path.name for path in tmp_path.iterdir()] == ["ud"]


def test_a_text_is_written_whole_with_nothing_left_beside_it(tmp_path: Path) -> None:
    write_text(tmp_path / "a.toml", "æ\n")
    write_text(tmp_path / "a.toml", "ø\n")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.toml", "ø\n".encode())]
