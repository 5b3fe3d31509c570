"""The message types of the number that holds: what it receives and sends, and what the offers let one expect."""

from __future__ import annotations

from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from sorstudio.model.codes import CodeLists, Flow, Status
from sorstudio.model.edits import messages
from sorstudio.model.inherit import number_at, number_giver
from sorstudio.model.records import Direction
from sorstudio.ui.fields import Words, button, label
from sorstudio.ui.inspector.choices import Choice, PickField
from sorstudio.ui.inspector.expected import MessageRow, message_rows, missing_types
from sorstudio.ui.inspector.group import Group
from sorstudio.ui.inspector.subject import Subject
from sorstudio.ui.inspector.tick import Tick, TickBox
from sorstudio.ui.paint import Ink

_FLOWS = {Flow.IN: (Direction.IN,), Flow.OUT: (Direction.OUT,), Flow.BOTH: (Direction.IN, Direction.OUT)}
_IN, _OUT = 2, 3


class MessagesGroup(Group):
    """A table of ticks; an inherited number is shown and not edited here."""

    def build(self) -> None:
        self.title(self.tr("Message types"))
        self.giver = label("", "muted", wraps=True)
        self.body.addWidget(self.giver)
        self.table = QWidget()
        self.grid = QGridLayout(self.table)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(self.theme.px(3))
        self.grid.setVerticalSpacing(0)
        self.grid.setColumnStretch(0, 1)
        self.body.addWidget(self.table)
        self.hint = label("", "muted", wraps=True)
        self.error = label("", "error", wraps=True)
        self.add = PickField(self.theme, self.tr("Add message type"), self.tr("Search by name or code"))
        self.add.picked.connect(self._add)
        self.add_all = button("", "", self._add_all)
        for widget in (self.hint, self.add_all, self.error, self.add):
            self.body.addWidget(widget)
        self.body.setAlignment(self.add_all, Qt.AlignmentFlag.AlignLeft)
        self.boxes: dict[tuple[str, str, Direction], TickBox] = {}
        self._rows: tuple[tuple[str, str, str], ...] = ()

    def refresh(self, subject: Subject) -> None:
        state, key = subject.state, subject.key
        giver = number_giver(state, key)
        number = number_at(state, key)
        is_own = giver == key
        rows = message_rows(subject.plan, key, subject.texts.language) if number is not None else ()
        self._fill(subject, rows, editable=is_own)
        given = sum(tick is Tick.GIVEN for one in rows for tick in one.ticks.values())
        missing = sum(one.expected for one in rows)
        is_known = missing and number is not None and number.messages_known
        self.note.setText(subject.say("panes.messages_of", given=given, all=given + missing) if is_known else "")
        self.hint.setText(self._expectation(subject, rows, missing))
        self.hint.setVisible(bool(missing))
        self.add_all.setText(subject.say("panes.messages_add_all", count=missing))
        self.add_all.setAccessibleName(self.add_all.text())
        self.add_all.setVisible(bool(missing) and is_own)
        self.giver.setText(self._explain(subject, giver))
        self.giver.setVisible(bool(self.giver.text()))
        self.error.hide()
        self.add.setVisible(is_own)
        choices = message_choices(subject.plan.codes, subject.texts.language, subject.say("panes.phasing_out"))
        self.add.offer(choices, self.tr("Add message type"), quiet=True)

    def _expectation(self, subject: Subject, rows: tuple[MessageRow, ...], missing: int) -> str:
        asking = dict.fromkeys(one.area for one in rows if one.expected)
        areas = ", ".join(self._area_name(subject, area) for area in asking)
        return subject.say("panes.messages_expected", count=missing, areas=areas) if missing else ""

    def _area_name(self, subject: Subject, code: str) -> str:
        area = subject.plan.codes.area(code)
        return area.name(subject.texts.language) if area else subject.say("panes.messages_other")

    def _explain(self, subject: Subject, giver: str | None) -> str:
        if giver is None:
            return subject.say("panes.messages_need_number")
        if giver != subject.key:
            return subject.say("panes.messages_from", giver=subject.state.units[giver].name)
        number = subject.state.number_of(giver)
        known = number is None or number.messages_known
        return "" if known else subject.say("ui.messages_not_in_extract")

    def _fill(self, subject: Subject, rows: tuple[MessageRow, ...], *, editable: bool) -> None:
        """Boxes that are there already keep the focus; only where the rows differ the table is made anew."""
        wanted = tuple((one.area, one.code, one.version) for one in rows)
        if wanted != self._rows:
            self._rows = wanted
            self._rebuild(subject, rows)
        self.table.setVisible(bool(rows))
        for one in rows:
            for way in Direction:
                box = self.boxes[one.code, one.version, way]
                words = subject.texts.value(f"word.direction.{way.value}")
                box.set_tick(one.ticks[way], name=f"{one.name} {one.code} {one.version}: {words}", editable=editable)

    def _rebuild(self, subject: Subject, rows: tuple[MessageRow, ...]) -> None:
        while (item := self.grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes = {}
        for column, words in ((_IN, self.tr("In")), (_OUT, self.tr("Out"))):
            self.grid.addWidget(label(words, "caption"), 0, column, Qt.AlignmentFlag.AlignCenter)
        has_areas = any(one.area for one in rows)
        line = 1
        for area, of_area in groupby(rows, key=lambda one: one.area):
            if has_areas:
                self.grid.addWidget(label(self._area_name(subject, area), "caption", wraps=True), line, 0, 1, 2)
                line += 1
            for one in of_area:
                self._add_row(one, line)
                line += 1

    def _add_row(self, one: MessageRow, line: int) -> None:
        name = Words(self.theme, one.name)
        code = Words(self.theme, one.code, Ink("caption", color="muted"))
        for words in (name, code):
            words.setToolTip(f"{one.name} · {one.code} {one.version}")
        code.setFixedWidth(self.theme.px(50))
        self.grid.addWidget(name, line, 0)
        self.grid.addWidget(code, line, 1)
        for column, way in ((_IN, Direction.IN), (_OUT, Direction.OUT)):
            self.grid.addWidget(self._box(one, way), line, column)

    def _box(self, one: MessageRow, way: Direction) -> TickBox:
        box = TickBox(self.theme)
        box.clicked.connect(partial(self._toggle, one.code, one.version, way))
        self.boxes[one.code, one.version, way] = box
        return box

    def _toggle(self, code: str, version: str, way: Direction, _checked: bool = False) -> None:
        given = self.boxes[code, version, way].tick is Tick.GIVEN
        verb = messages.remove_message_type if given else messages.add_message_type
        self._say(self.attempt(lambda key: partial(verb, unit=key, type_=code, version=version, directions=(way,))))

    def _add_all(self) -> None:
        """Every ghost of the table in one act."""
        if self.subject is not None:
            rows = message_rows(self.subject.plan, self.subject.key, self.subject.texts.language)
            wanted = missing_types(rows)
            self._say(self.attempt(lambda key: partial(messages.add_message_types, unit=key, wanted=wanted)))

    def _add(self, label_: str) -> None:
        found = self.editor.plan.codes.message_type(*label_.split(" ", 1))
        if found is not None:
            ways = _FLOWS[found.direction]
            code, version = found.code, found.version
            verb = messages.add_message_type
            self._say(self.attempt(lambda key: partial(verb, unit=key, type_=code, version=version, directions=ways)))

    def _say(self, reason: str) -> None:
        self.error.setText(reason)
        self.error.setVisible(bool(reason))


def message_choices(codes: CodeLists, language: str, phasing_out: str) -> list[Choice]:
    """Every message type that can stand on a number, those that municipalities use and that stay first."""
    other = "da" if language == "en" else "en"
    registrable = (one for one in codes.message_types if one.is_registrable)
    ordered = sorted(
        registrable,
        key=lambda one: (not one.is_municipal, one.status is not Status.ACTIVE, one.name(language).casefold()),
    )
    return [
        Choice(
            f"{one.code} {one.version}",
            one.name(language),
            one.label + ("" if one.status is Status.ACTIVE else f" · {phasing_out}"),
            f"{one.name(other)} {one.context}",
        )
        for one in ordered
    ]
