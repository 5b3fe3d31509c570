"""The findings as a flat list: a foldable head for each group, and its findings below; changes row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sorstudio.model.texts import Texts
from sorstudio.rules.accepting import Accepted
from sorstudio.rules.finding import Finding, Severity, message
from sorstudio.ui.changes.filtering import alike
from sorstudio.ui.days import short_day
from sorstudio.ui.findings.grouping import SIGN, Group, GroupBy, Known, grouped
from sorstudio.ui.signs import FindingSign

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
MOST_OPEN = 40
"""Findings up to which nothing is folded until somebody folds it."""
ACCEPTED = "accepted"
"""The group of what is let stand: last, and folded until somebody opens it."""


@dataclass(frozen=True)
class FindingRow:
    """One line: a finding, or the head of a group (then `finding` is None and `title` says which)."""

    group: str
    sign: FindingSign
    title: str = ""
    beside: str = ""
    finding: Finding | None = None
    count: int = 1
    is_open: bool = False
    is_inner: bool = False
    number: int = 0

    @property
    def key(self) -> Hashable:
        """What stays the same while the row is about the same thing."""
        if self.finding is None:
            return self.group
        return self.group, self.finding.code, self.finding.unit, self.finding.text, self.number


class FindingModel(QAbstractListModel):
    """Only what differs is told, so that selection and scrolling stay while somebody edits."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[FindingRow] = []
        self.shown = set(Severity)
        self.by = GroupBy.RULE
        self.words = ""
        self.folded: set[str] = set()
        self._found: tuple[Finding, ...] = ()
        self._groups: list[Group] = []
        self._known: Known | None = None
        self._accepted: dict[int, Accepted] = {}
        self._made: dict[str, tuple[Sequence[Finding], list[FindingRow]]] = {}
        self._said: dict[int, tuple[Finding, str]] = {}

    def show_findings(self, found: Iterable[Finding], known: Known, accepted: Iterable[Accepted] = ()) -> None:
        """Take over what was found, and what of it is let stand."""
        if self._known is None or self._known.texts is not known.texts:
            self._said.clear()
        self._found, self._known = tuple(found), known
        self._accepted = {id(one.finding): one for one in accepted}
        kept = {id(one) for one in self._found}.union(self._accepted)
        self._said = {key: said for key, said in self._said.items() if key in kept}
        self._group()

    def group_by(self, by: GroupBy) -> None:
        """Put them together in another way; what was folded is not what will be."""
        self.by = by
        self.folded.clear()
        self._made.clear()
        self._group()

    def rebuild(self) -> None:
        """Make the rows anew, after filter or folds changed."""
        rows = [row for group in self._groups for row in self._rows_of(group)]
        self._show([*rows, *self._accepted_rows()])

    def look_for(self, words: str) -> None:
        """Show only what has these words."""
        self.words = words
        self.rebuild()

    def toggle(self, row: int) -> None:
        """Open or close the head in a row."""
        self.folded ^= {self.rows[row].group}
        self.rebuild()

    def row_of(self, finding: Finding) -> int:
        """Where a finding stands; -1 where it is folded away."""
        return next((place for place, row in enumerate(self.rows) if row.finding == finding), -1)

    def head_of(self, finding: Finding) -> int:
        """The row of the head under which a finding is folded away; -1 where there is none."""
        group = next((one.key for one in self._groups if finding in one.findings), None)
        return next((at for at, row in enumerate(self.rows) if row.finding is None and row.group == group), -1)

    def said(self, finding: Finding) -> str:
        """The sentence of a finding; put into words only when somebody reads it or looks for words in it."""
        kept = self._said.get(id(finding))
        if kept is None:
            texts = self._known.texts if self._known else Texts({})
            kept = self._said[id(finding)] = (finding, message(finding, texts))
        return kept[1]

    def sentence(self, row: FindingRow) -> str:
        """What a row says."""
        return row.title if row.finding is None else self.said(row.finding)

    def acceptance(self, row: FindingRow) -> str:
        """Who let it stand, when and why; empty for what nobody has."""
        found = self._accepted.get(id(row.finding))
        if found is None or self._known is None:
            return ""
        day = short_day(found.by.time.date(), self._known.texts.language) if found.by.time else ""
        params = {"who": found.by.author, "day": day, "why": found.by.reason}
        return self._known.texts.sentence("panes.findings.accepted_by", params)

    def explanation(self, code: str) -> str:
        """What a sender experiences where a rule is not met."""
        entry = self._known.book.entry(code) if self._known else None
        return entry.explanation(self._known.texts.language) if entry and self._known else ""

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | FindingRow | None:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._explain(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._read_out(row)
        return self.sentence(row) if role == Qt.ItemDataRole.DisplayRole else None

    def _group(self) -> None:
        self._groups = grouped(self._found, self.by, self._known) if self._known else []
        self.rebuild()

    def _rows_of(self, group: Group) -> list[FindingRow]:
        kept = [one for one in group.findings if self._keeps(one)]
        if self._known is None or not kept:
            return []
        if len(kept) == 1 and self.by is GroupBy.RULE:
            return [_row(group.key, kept[0], is_inner=False)]
        is_open = self._opens_by_itself() is not (group.key in self.folded)
        sign = max(SIGN[one.severity] for one in kept)
        count = len({one.unit for one in kept})
        units = self._known.texts.sentence("panes.findings.units", {"count": count})
        head = FindingRow(group.key, sign, group.title, units, count=len(kept), is_open=is_open)
        return [head, *self._inner(group.key, kept)] if is_open else [head]

    def _inner(self, group: str, kept: Sequence[Finding]) -> list[FindingRow]:
        """The rows of a group; the very same ones as long as its findings are the same."""
        known, rows = self._made.get(group, ((), []))
        if len(known) != len(kept) or any(one is not other for one, other in zip(known, kept, strict=True)):
            rows = _numbered(group, kept)
            self._made[group] = (kept, rows)
        return rows

    def _accepted_rows(self) -> list[FindingRow]:
        kept = [one.finding for one in self._accepted.values() if self._keeps(one.finding)]
        if self._known is None or not kept:
            return []
        is_open = ACCEPTED in self.folded
        title = self._known.texts.sentence("panes.findings.accepted")
        head = FindingRow(ACCEPTED, FindingSign.NONE, title, count=len(kept), is_open=is_open)
        return [head, *_numbered(ACCEPTED, kept)] if is_open else [head]

    def _keeps(self, one: Finding) -> bool:
        if one.severity not in self.shown:
            return False
        words = alike(self.words).split()
        text = alike(f"{self.said(one)} {one.unit_name} {one.code}") if words else ""
        return all(word in text for word in words)

    def _opens_by_itself(self) -> bool:
        return bool(self.words.strip()) or len(self._found) <= MOST_OPEN

    def _explain(self, row: FindingRow) -> str:
        if row.finding is None:
            why = self.explanation(row.group) if self.by is GroupBy.RULE else ""
            return "\n".join(filter(None, (row.title, why)))
        sentence = f"{row.finding.code}: {self.said(row.finding)}"
        return "\n".join(filter(None, (sentence, self.explanation(row.finding.code))))

    def _read_out(self, row: FindingRow) -> str:
        """Severity, sentence, unit; of a head whether it is open."""
        texts = self._known.texts if self._known else Texts({})
        sign = texts.sentence(f"panes.findings.read.{row.sign.name.casefold()}") if row.sign else ""
        fold = "" if row.finding else texts.sentence(f"panes.findings.{'opened' if row.is_open else 'closed'}")
        return ", ".join(filter(None, (sign, self.sentence(row), row.beside, self.acceptance(row), fold)))

    def _show(self, rows: Sequence[FindingRow]) -> None:
        """From the rows that are shown to these; what is alike at both ends is not looked at."""
        old = self.rows
        least = min(len(old), len(rows))
        head = next((at for at in range(least) if old[at] is not rows[at]), least)
        tail = next((at for at in range(least - head) if old[-1 - at] is not rows[-1 - at]), least - head)
        self._change(head, len(old) - tail, rows[head : len(rows) - tail])

    def _change(self, head: int, end: int, rows: Sequence[FindingRow]) -> None:
        """Put these in the place of some rows, in as few steps as there are places where they differ."""
        keys, fresh = [row.key for row in rows], {row.key for row in rows}
        for first, last in _runs([row.key not in fresh for row in self.rows[head:end]])[::-1]:
            self._remove(head + first, head + last)
            end -= last + 1 - first
        kept = [row.key for row in self.rows[head:end]]
        there = set(kept)
        if kept != [key for key in keys if key in there]:
            self._remove(head, end - 1)
            there = set()
        for first, last in _runs([key not in there for key in keys]):
            self.beginInsertRows(TOP, head + first, head + last)
            self.rows[head + first : head + first] = rows[first : last + 1]
            self.endInsertRows()
        differing = [one is not new and one != new for one, new in zip(self.rows[head:], rows, strict=False)]
        self.rows[head : head + len(rows)] = rows
        for first, last in _runs(differing):
            self.dataChanged.emit(self.index(head + first, 0), self.index(head + last, 0))

    def _remove(self, first: int, last: int) -> None:
        if last >= first:
            self.beginRemoveRows(TOP, first, last)
            del self.rows[first : last + 1]
            self.endRemoveRows()


def _row(group: str, one: Finding, *, is_inner: bool, number: int = 0) -> FindingRow:
    return FindingRow(group, SIGN[one.severity], "", one.unit_name, one, is_inner=is_inner, number=number)


def _numbered(group: str, found: Sequence[Finding]) -> list[FindingRow]:
    """Where a unit is told the same of twice, the second is another row."""
    met: Counter[Hashable] = Counter()
    rows: list[FindingRow] = []
    for one in found:
        key = (one.code, one.unit, one.text)
        rows.append(_row(group, one, is_inner=True, number=met[key]))
        met[key] += 1
    return rows


def _runs(flags: Sequence[bool]) -> list[tuple[int, int]]:
    """First and last place of each stretch that is flagged."""
    runs: list[tuple[int, int]] = []
    for place, flag in enumerate(flags):
        if not flag:
            continue
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def signs_by_unit(found: Mapping[str, Iterable[Finding]]) -> dict[str, tuple[FindingSign, ...]]:
    """The severities of each unit's findings, the gravest first."""
    return {key: tuple(sorted((SIGN[one.severity] for one in group), reverse=True)) for key, group in found.items()}
