"""A comparison of registers in words."""

from pathlib import Path

from sorstudio.cli.register_words import RegisterWords
from sorstudio.cli.session import Session, texts_of
from sorstudio.formats.register_compare import compare_registers
from sorstudio.formats.register_file import read_register
from sorstudio.model.register_facts import RegisterChange, UnitChange
from tests.formats.registers import CODES, PLAIN_ROWS, TODAY, eer, sor2, sor_id, write


def words(folder: Path, before: str, after: str) -> RegisterWords:
    registers = [
        read_register(write(folder, text, name), CODES, today=TODAY)
        for text, name in ((before, "a.csv"), (after, "b.csv"))
    ]
    return RegisterWords(compare_registers(registers[0], registers[1], CODES), Session(texts_of("da"), TODAY))


def test_equal_files_are_told_to_be_so(tmp_path: Path) -> None:
    assert list(words(tmp_path, eer(), eer()).lines())[-1] == "Filerne siger det samme om alle enheder."


def test_what_only_one_file_has_and_its_faults_are_told(tmp_path: Path) -> None:
    table = sor2(f"{sor_id(0)};IE;Prøvekøbing Kommune;;;;;;")
    told = "\n".join(words(tmp_path, eer(*PLAIN_ROWS, PLAIN_ROWS[1]), table).heading())
    assert "Ikke sammenlignet, fordi kun a.csv har det: CVR-nummer" in told
    assert "lukkes fra" in told
    assert "a.csv: Linjer, der ikke kunne læses rigtigt" in told
    assert "linje 6" in told.casefold()


def test_several_owners_are_counted(tmp_path: Path) -> None:
    owners = [f"{sor_id(number)};IE;Ejer {number};;;;;;" for number in (1, 2)]
    told = list(words(tmp_path, sor2(owners[0].replace("Ejer", "Før")), sor2(*owners)).lines())
    assert f"  Ejer 1 ({sor_id(1)}): nyt navn 1" in told
    assert "Nye (1)" in told


def test_each_kind_has_its_sentence(tmp_path: Path) -> None:
    teller = words(tmp_path, eer(), eer())
    for change, field, before, after, part in (
        (RegisterChange.CLOSED, "valid_to", None, "2026-12-31", "lukker; sidste dag er"),
        (RegisterChange.CLOSED, "valid_to", "2026-12-30", "2026-12-31", "sidste dag er flyttet"),
        (RegisterChange.REOPENED, "valid_to", "2026-12-31", None, "åben igen"),
        (RegisterChange.NUMBER, "number", None, "inherited", "fra ingen til nedarvet"),
        (RegisterChange.MESSAGE_TYPES, "message_types", "A, B", "B, C", "kommet til: C; faldet bort: A"),
    ):
        assert part in teller.sentence(UnitChange("1", "Enhed", change, field, before, after))
