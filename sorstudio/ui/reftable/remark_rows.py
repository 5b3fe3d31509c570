"""Holes and remarks in words, grouped by what they are; the messages of one offer and one reason stand in one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sorstudio.model.texts import Texts
from sorstudio.routing.question import Question
from sorstudio.routing.table_remarks import RemarkCode, Severity, TableRemark, remark_sentence
from sorstudio.ui.requests.model import RowGroup, Sign, SignedRow

_LOOK = {
    Severity.ERROR: ("alert-octagon", "error"),
    Severity.WARNING: ("alert-triangle", "warning"),
    Severity.INFO: ("info-circle", "info"),
}


class RemarkRows:
    """The groups to show, and the remark behind each row by its key."""

    def __init__(self, remarks: Sequence[TableRemark], texts: Texts) -> None:
        self._texts = texts
        self.remarks: dict[str, TableRemark] = {}
        self.groups = tuple(self._groups(together(remarks)))

    def question_of(self, shown: SignedRow) -> Question:
        """What a sender asks of it; of several messages the first."""
        one = self.remarks[shown.key]
        return Question(None if one.offer else one.area, one.offer or None, one.message or None)

    def _groups(self, remarks: Sequence[TableRemark]) -> Iterator[RowGroup]:
        kinds = dict.fromkeys((one.severity, one.code) for one in remarks)
        for severity, code in kinds:
            found = [one for one in remarks if (one.severity, one.code) == (severity, code)]
            title = self._texts.sentence(f"panes.reftable.group.{code}")
            if code is RemarkCode.HOLE and severity is Severity.INFO:
                title = self._texts.sentence("panes.reftable.group.covered")
            rows = tuple(self._row(f"{severity}:{code}:{place}", one) for place, one in enumerate(found))
            yield RowGroup(SignedRow(f"{severity}:{code}", title, Sign(*_LOOK[severity], "")), rows)

    def _row(self, key: str, one: TableRemark) -> SignedRow:
        self.remarks[key] = one
        word = self._texts.sentence(f"reftable.severity.{one.severity}")
        said = remark_sentence(one, self._texts)
        return SignedRow(key, said, Sign(*_LOOK[one.severity], word), one.unit)


def together(remarks: Sequence[TableRemark]) -> tuple[TableRemark, ...]:
    """Remarks that say the same of several messages as one, in the order of the first."""
    found: dict[tuple[object, ...], list[TableRemark]] = {}
    for one in remarks:
        rest = tuple(sorted((name, str(value)) for name, value in one.params.items() if name != "message"))
        place = (one.code, one.severity, one.municipality, one.area, one.offer, one.unit, one.line, rest)
        found.setdefault(place, []).append(one)
    return tuple(_joined(alike) for alike in found.values())


def _joined(alike: Sequence[TableRemark]) -> TableRemark:
    first = alike[0]
    if len(alike) == 1:
        return first
    return replace(first, params={**first.params, "message": tuple(one.message for one in alike)})
