import json
from pathlib import Path

import jsonschema

from sorstudio.model.edits import units
from sorstudio.requests.line import Addressee
from sorstudio.requests.paper import Paper
from sorstudio.requests.writing import OURS, write_request
from tests.model.outline import key
from tests.requests.asked import TODAY, busy_plan
from tests.requests.plans import DANISH, DAY, ENGLISH, municipality


def drawn(paper: Paper, path: Path) -> None:
    path.write_bytes(b"%PDF " + type(paper).__name__.encode())


def test_a_whole_request_has_every_file(tmp_path: Path) -> None:
    result = write_request(busy_plan(), tmp_path / "out", DANISH, today=TODAY, draw_pdf=drawn)
    assert {path.name for path in result.files} == OURS == {path.name for path in (tmp_path / "out").iterdir()}
    assert result.counts == {Addressee.MUNICIPALITY: 3, Addressee.SDS: 3, Addressee.MEDCOM: 2}
    assert [warning.code for line, warning in result.warnings if not line] == ["request.warning.no_medcom_mail"]


def test_an_envelope_with_nothing_in_it_is_not_written(tmp_path: Path) -> None:
    work = municipality()
    work.apply(units.rename(work, key(work, "Nord"), "Nordby", day=DAY))
    write_request(work, tmp_path / "out", DANISH, today=TODAY, draw_pdf=drawn)
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "0-resume.pdf",
        "0-foer-og-efter.pdf",
        "0-referat.txt",
        "1-egne-rettelser.xlsx",
        "1-egne-rettelser.pdf",
        "1-fk-org.csv",
        "README.txt",
        "request.json",
        "request.schema.json",
        "sorus.xml",
        "sorus.xsd",
    }


def test_a_request_written_again_leaves_no_old_envelope(tmp_path: Path) -> None:
    work = busy_plan()
    write_request(work, tmp_path / "out", DANISH, today=TODAY, draw_pdf=drawn)
    work.go_to(None)
    work.apply(units.rename(work, key(work, "Nord"), "Nordby", day=DAY))
    write_request(work, tmp_path / "out", DANISH, today=TODAY, draw_pdf=drawn)
    assert not (tmp_path / "out" / "3-medcom.xlsx").exists()


def test_the_document_names_the_files_and_keeps_to_the_schema_beside_it(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_request(busy_plan(), out, DANISH, today=TODAY, draw_pdf=drawn)
    data = json.loads((out / "request.json").read_text("utf-8"))
    jsonschema.validate(data, json.loads((out / data["$schema"]).read_text("utf-8")))
    assert all((out / name).is_file() for envelope in data["envelopes"] for name in envelope["files"])


def test_the_files_are_in_danish_whatever_the_program_speaks(tmp_path: Path) -> None:
    write_request(busy_plan(), tmp_path / "out", ENGLISH, today=TODAY, draw_pdf=None)
    data = json.loads((tmp_path / "out" / "request.json").read_text("utf-8"))
    assert data["language"] == "da"
    assert data["envelopes"][0]["lines"][0]["sentence"].startswith("Opret ")


def test_without_a_drawer_there_is_no_letter(tmp_path: Path) -> None:
    result = write_request(busy_plan(), tmp_path / "out", DANISH, today=TODAY, draw_pdf=None)
    assert not any(path.suffix == ".pdf" for path in result.files)


def test_the_files_of_one_addressee_are_written_alone_and_the_others_left(tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = write_request(busy_plan(), out, DANISH, today=TODAY, draw_pdf=drawn, only=Addressee.MEDCOM)
    assert {path.name for path in out.iterdir()} == {"3-medcom.xlsx", "3-medcom.eml", "README.txt"}
    assert list(result.counts) == [Addressee.MEDCOM]
    write_request(busy_plan(), out, DANISH, today=TODAY, draw_pdf=drawn, only=Addressee.MUNICIPALITY)
    own = {"1-egne-rettelser.xlsx", "1-egne-rettelser.pdf", "1-fk-org.csv"}
    assert {path.name for path in out.iterdir()} == {"3-medcom.xlsx", "3-medcom.eml", "README.txt", *own}
    told = (out / "README.txt").read_text("utf-8-sig")
    assert all(name in told for name in own)
    assert "3-medcom" not in told


def test_an_addressee_that_is_asked_for_nothing_is_told_so(tmp_path: Path) -> None:
    write_request(municipality(), tmp_path / "out", DANISH, today=TODAY, draw_pdf=None, only=Addressee.SDS)
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"README.txt"}
    assert "intet til Sundhedsdatastyrelsen" in (tmp_path / "out" / "README.txt").read_text("utf-8-sig")


def test_the_readme_names_every_file(tmp_path: Path) -> None:
    write_request(busy_plan(), tmp_path / "out", DANISH, today=TODAY, draw_pdf=drawn)
    told = (tmp_path / "out" / "README.txt").read_text("utf-8-sig")
    names = {path.name for path in (tmp_path / "out").iterdir()} - {"README.txt"}
    assert [name for name in sorted(names) if name not in told] == []
