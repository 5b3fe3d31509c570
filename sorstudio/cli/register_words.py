"""A comparison of two register files in words, as data, and as sheets of a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, cast

from sorstudio.cli.session import Json, Session
from sorstudio.model.register_facts import INHERITED, RegisterChange, UnitChange, value_texts

if TYPE_CHECKING:
    from sorstudio.formats.register_compare import Comparison
    from sorstudio.formats.register_file import Register
    from sorstudio.model.records import Value
    from sorstudio.requests.sheets import Sheet

_COLUMNS = ("owner", "owner_id", "unit", "name", "change", "field", "before", "after")


class RegisterWords:
    """Tells one comparison."""

    def __init__(self, found: Comparison, session: Session) -> None:
        self._found = found
        self._session = session
        self._codes = found.after.teller.codes

    def lines(self) -> Iterator[str]:
        """Everything for people: the files, what was left out, the owners, and each change under its heading."""
        yield from self.heading()
        if not self._found.changes:
            yield self._session.words("cli.compare.nothing")
        owners = self._found.owners()
        if len(owners) > 1:
            yield from ("", self._session.words("cli.compare.owners", count=len(owners)))
            yield from (f"  {self._owner(owner, counts)}" for owner, counts in owners.items())
        counts = self._found.counts()
        for change in RegisterChange:
            if counts[change]:
                what = self._session.texts.value(f"word.change.{change}")
                yield from ("", self._session.words("cli.compare.heading", what=what, count=counts[change]))
                yield from (f"  {self.sentence(one)}" for one in self._found.changes if one.change is change)

    def heading(self) -> Iterator[str]:
        """The two files, the fields that only one of them has, and their faults."""
        from sorstudio.formats.report import shown_sentences

        found = self._found
        for register in (found.before, found.after):
            yield self._session.words(
                "cli.compare.file",
                source=register.source,
                count=len(register.rows),
                layout=register.layout,
                day=register.day,
            )
        for register, fields in ((found.before, found.only_before), (found.after, found.only_after)):
            if fields:
                words = ", ".join(self._field(name) for name in fields)
                yield self._session.words("cli.compare.left_out", source=register.source, fields=words)
        for register in (found.before, found.after):
            if register.problems:
                yield f"{register.source}: {self._session.words('cli.compare.faults', count=len(register.problems))}"
                yield from (f"  {line}" for line in shown_sentences(register.problems, self._session.texts))

    def sentence(self, one: UnitChange) -> str:
        """One change as a sentence."""
        if one.field == "message_types":
            return self._message_types(one)
        before, after = self._values(one)
        code: str = one.change.value if one.change.value in _OWN_SENTENCES else "field"
        if one.field == "valid_to" and one.after is not None:
            code = "closed_on" if one.before is None else "closing_day"
        params = {"name": one.name, "unit": one.unit, "before": before, "after": after}
        return self._session.words(f"cli.compare.{code}", field=self._field(one.field), **params)

    def _message_types(self, one: UnitChange) -> str:
        """Only what came and what went: a unit may have thirty types."""
        before, after = (str(value or "").split(", ") if value else [] for value in (one.before, one.after))
        empty = self._session.words("cli.compare.empty")
        added = ", ".join(word for word in after if word not in before) or empty
        removed = ", ".join(word for word in before if word not in after) or empty
        params = {"name": one.name, "unit": one.unit, "added": added, "removed": removed}
        return self._session.words("cli.compare.message_types", **params)

    def data(self) -> dict[str, Json]:
        """The comparison for programs: ids and codes as the files have them."""
        found = self._found
        return {
            "before": _file(found.before, self._session),
            "after": _file(found.after, self._session),
            "compared": list(found.fields),
            "only_before": list(found.only_before),
            "only_after": list(found.only_after),
            "counts": _counts(found.counts()),
            "owners": [
                {"owner": owner, "name": found.name(owner), "counts": _counts(counts)}
                for owner, counts in found.owners().items()
            ],
            "changes": [self._change(one) for one in found.changes],
        }

    def sheets(self) -> list[Sheet]:
        """A summary, and every change on a row of its own."""
        from sorstudio.requests.sheets import Sheet

        words = self._session.words
        header = tuple(words(f"cli.compare.column.{name}") for name in _COLUMNS)
        owners = (self._owner(owner, counts) for owner, counts in self._found.owners().items())
        summary = tuple((line,) for line in (*self.heading(), "", *owners))
        rows = tuple(self._row(one) for one in self._found.changes)
        return [
            Sheet(words("cli.compare.sheet.summary"), (), summary),
            Sheet(words("cli.compare.sheet.changes"), header, rows),
        ]

    def _row(self, one: UnitChange) -> tuple[str, ...]:
        what = self._session.texts.value(f"word.change.{one.change}")
        field = self._field(one.field) if one.field else ""
        return (self._found.name(one.owner), one.owner, one.unit, one.name, what, field, *self._values(one))

    def _change(self, one: UnitChange) -> Json:
        before, after = value_texts(one.before, one.after)
        told: dict[str, object] = {
            "unit": one.unit,
            "name": one.name,
            "change": one.change.value,
            "field": one.field or None,
            "before": before,
            "after": after,
            "owner": one.owner,
        }
        return cast(Json, told)

    def _owner(self, owner: str, counts: Mapping[RegisterChange, int]) -> str:
        told = ", ".join(
            self._session.words(
                "cli.compare.count", what=self._session.texts.value(f"word.change.{change}").lower(), count=count
            )
            for change, count in counts.items()
        )
        return self._session.words("cli.compare.owner", name=self._found.name(owner), owner=owner, counts=told)

    def _field(self, name: str) -> str:
        return self._session.texts.value(f"word.field.{name}")

    def _values(self, one: UnitChange) -> tuple[str, str]:
        before, after = value_texts(one.before, one.after)
        return self._value(one, before, self._found.before), self._value(one, after, self._found.after)

    def _value(self, one: UnitChange, value: Value, register: Register) -> str:
        """A parent by its name, a type by its name, and words for what is empty."""
        if value is None:
            return self._session.words("cli.compare.top" if one.field == "parent" else "cli.compare.empty")
        if one.field in ("parent", "geographic_parent"):
            return register.name(str(value))
        if one.field == "unit_type":
            known = self._codes.unit_type(str(value))
            return known.name(self._session.texts.language) if known else str(value)
        return self._session.words("cli.compare.inherited") if value == INHERITED else self._session.texts.value(value)


_OWN_SENTENCES = frozenset({"new", "closed", "reopened", "moved", "renamed"})


def _counts(counts: Mapping[RegisterChange, int]) -> dict[str, Json]:
    return {change.value: counts[change] for change in RegisterChange if counts.get(change)}


def _file(register: Register, session: Session) -> dict[str, Json]:
    from sorstudio.formats.report import problem_sentence

    return {
        "source": register.source,
        "layout": register.layout,
        "day": register.day.isoformat(),
        "units": len(register.rows),
        "problems": [
            {"line": one.line, "source": one.source, "message": problem_sentence(one, session.texts)}
            for one in register.problems
        ],
    }
