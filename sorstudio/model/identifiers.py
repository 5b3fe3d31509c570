"""Identifiers of the field: cleaned, checked, and what is wrong with them said as code and parameters."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from stdnum import ean, verhoeff
from stdnum.dk import cvr

SOR_NAMESPACE = "1000016"
SOR_PARTITION = "00"
_SOR_TAIL = len(SOR_NAMESPACE) + len(SOR_PARTITION) + 1
_EXCEL_DIGITS = 15
_SCIENTIFIC = re.compile(r"\d([.,]\d+)?[eE][+-]?\d+")
_DECIMAL_TAIL = re.compile(r"\d+[.,]0+")
_EXCEL_TEXT = re.compile(r'="(.*)"', re.DOTALL)
# Blanks, no-break and zero-width blanks and the byte order mark: none of them belongs in an identifier.
_INVISIBLE = re.compile(r"[\s\u00a0\u200b\u200c\u200d\u2060\ufeff]+")


class Weight(Enum):
    """Whether an identifier is unusable, or only unusual."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class IdProblem:
    """What is wrong with one identifier; the code is a key of texts/identifiers.toml."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict, hash=False)
    weight: Weight = Weight.ERROR

    @property
    def is_error(self) -> bool:
        """Whether the identifier is unusable."""
        return self.weight is Weight.ERROR


def clean_id(text: str) -> str:
    """The bare identifier: without blanks, byte order mark, quotes and the ="123" that keeps Excel from counting."""
    bare = _INVISIBLE.sub("", text)
    wrapped = _EXCEL_TEXT.fullmatch(bare)
    if wrapped:
        bare = wrapped.group(1)
    if len(bare) > 1 and bare[0] == bare[-1] == '"':
        bare = bare[1:-1]
    return bare.removeprefix("'")


def sor_id_problem(text: str) -> IdProblem | None:
    """Errors first; a sound number outside SOR's namespace or partition is only a warning."""
    damage = _number_damage("sor_id", text)
    if damage:
        return damage
    if text.startswith("0"):
        return _problem("sor_id.leading_zero", text)
    if not 11 <= len(text) <= 18:
        return _problem("sor_id.length", text, length=str(len(text)))
    if not verhoeff.is_valid(text):
        return _sor_check_problem(text)
    return _sor_namespace_problem(text)


def gln_problem(text: str) -> IdProblem | None:
    """GS1's own check digit; MedCom's published FHIR rule rejects every sound number that ends in 0."""
    damage = _number_damage("gln", text)
    if damage:
        return damage
    if len(text) != 13:
        return _problem("gln.length", text, length=str(len(text)))
    if ean.calc_check_digit(text[:-1]) != text[-1]:
        return _problem("gln.check_digit", text, expected=ean.calc_check_digit(text[:-1]))
    return None


def cvr_problem(text: str) -> IdProblem | None:
    """A failing modulus 11 only warns."""
    damage = _number_damage("cvr", text)
    if damage:
        return damage
    if len(text) != 8 or text.startswith("0"):
        return _problem("cvr.length", text, length=str(len(text)))
    if not cvr.is_valid(text):
        return _problem("cvr.check_digit", text, weight=Weight.WARNING)
    return None


def provider_number_problem(text: str) -> IdProblem | None:
    """Ydernummer: SOR takes up to nine characters, normally they are six digits."""
    if not text:
        return _problem("provider_number.empty", text)
    if len(text) > 9:
        return _problem("provider_number.length", text, length=str(len(text)))
    if not (_is_digits(text) and len(text) == 6):
        return _problem("provider_number.unusual", text, weight=Weight.WARNING)
    return None


def shak_problem(text: str) -> IdProblem | None:
    """SHAK: 4 characters for a hospital, 6 for a department, 7 for a section; letters are allowed."""
    if not text:
        return _problem("shak.empty", text)
    if not (text.isascii() and text.isalnum()):
        return _problem("shak.characters", text)
    if len(text) not in (4, 6, 7):
        return _problem("shak.length", text, length=str(len(text)))
    return None


def p_number_problem(text: str) -> IdProblem | None:
    """Production unit in CVR."""
    return _fixed_length_problem("p_number", text, 10)


def municipality_code_problem(text: str) -> IdProblem | None:
    """Four digits; the leading zero belongs to the code."""
    return _fixed_length_problem("municipality_code", text, 4)


def snomed_problem(text: str) -> IdProblem | None:
    """A SNOMED CT concept code, such as a unit type or a speciality."""
    damage = _number_damage("snomed", text)
    if damage:
        return damage
    if text.startswith("0") or not 6 <= len(text) <= 18:
        return _problem("snomed.length", text, length=str(len(text)))
    if not verhoeff.is_valid(text):
        return _problem("snomed.check_digit", text)
    return None


def make_sor_id(item: int) -> str:
    """The SOR-ID of an item number; for examples and tests, real ones are issued by SOR."""
    body = f"{item}{SOR_NAMESPACE}{SOR_PARTITION}"
    return body + str(verhoeff.calc_check_digit(body))


def make_gln(prefix: str) -> str:
    """A location number from its first twelve digits."""
    return prefix + str(ean.calc_check_digit(prefix))


def _number_damage(room: str, text: str) -> IdProblem | None:
    """What can be wrong before length and check digit are worth a look."""
    if not text:
        return _problem(f"{room}.empty", text)
    if _SCIENTIFIC.fullmatch(text):
        return _problem(f"{room}.scientific", text)
    if _DECIMAL_TAIL.fullmatch(text):
        return _problem(f"{room}.decimal_tail", text)
    if not _is_digits(text):
        return _problem(f"{room}.not_digits", text)
    return None


def _fixed_length_problem(room: str, text: str, length: int) -> IdProblem | None:
    damage = _number_damage(room, text)
    if damage:
        return damage
    return None if len(text) == length else _problem(f"{room}.length", text, length=str(len(text)))


def _sor_check_problem(text: str) -> IdProblem:
    lost = text[_EXCEL_DIGITS:]
    if lost and not lost.strip("0"):
        return _problem("sor_id.excel_zeros", text)
    return _problem("sor_id.check_digit", text, expected=str(verhoeff.calc_check_digit(text[:-1])))


def _sor_namespace_problem(text: str) -> IdProblem | None:
    tail = text[-_SOR_TAIL:-1]
    if not tail.startswith(SOR_NAMESPACE):
        return _problem("sor_id.namespace", text, weight=Weight.WARNING, expected=SOR_NAMESPACE)
    if not tail.endswith(SOR_PARTITION):
        return _problem("sor_id.partition", text, weight=Weight.WARNING, expected=SOR_PARTITION)
    return None


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _problem(code: str, value: str, weight: Weight = Weight.ERROR, **params: str) -> IdProblem:
    return IdProblem(code, {"value": value, **params}, weight)
