"""The location number: own, inherited, none or to be ordered, with what an order needs to say."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from sorstudio.model.edits import numbers
from sorstudio.model.identifiers import clean_id, gln_problem
from sorstudio.model.inherit import inheritors, number_giver
from sorstudio.model.records import UNKNOWN, LocationNumber, NumberState, Value
from sorstudio.ui.fields import CheckLine, Chip, LineField, RadioLine, button, label
from sorstudio.ui.inspector.choices import Choice, PickField
from sorstudio.ui.inspector.group import Group, row
from sorstudio.ui.inspector.subject import Subject

ORDERED = "ordered"
_LINES = ("vendor", "note")
_PICKS = ("system", "net_operator", "region")


class NumberGroup(Group):
    """The state as four choices, the number with its check digit tried while it is typed, and the details."""

    def build(self) -> None:
        self.title(self.tr("Location number"))
        self._make_states()
        self.body.addWidget(self._make_source())
        self.gln = LineField("", check=self._gln_problem)
        self.gln.line.setAccessibleName(self.tr("GLN"))
        self.gln.committed.connect(self._set_gln)
        self.body.addWidget(self.gln)
        self.giver = label("", "muted", wraps=True)
        self.body.addWidget(self.giver)
        self._make_details()

    def is_for(self, subject: Subject) -> bool:
        return True

    def refresh(self, subject: Subject) -> None:
        self.state_error.hide()
        if subject.is_single:
            self._show_one(subject)
        else:
            for widget in (self.source, self.gln, self.giver, self.details):
                widget.hide()
            self._show_many(subject)

    def _show_many(self, subject: Subject) -> None:
        """What several units can be told at once; a number of its own is typed for one at a time."""
        shared = subject.is_shared(lambda unit: unit.number_state)
        stands = subject.unit.number_state
        self.note.setText("" if shared else subject.say("panes.mixed"))
        self._check(stands.value if shared and isinstance(stands, NumberState) else "")
        self.states[ORDERED].setText(self.tr("Order a number"))
        self.states[NumberState.OWN.value].setEnabled(False)
        self.states[NumberState.INHERITED.value].setEnabled(all(unit.parent is not None for unit in subject.units))

    def _show_one(self, subject: Subject) -> None:
        unit, state = subject.unit, subject.state
        own = state.number_of(unit.key)
        giver = number_giver(state, unit.key)
        held = state.number_of(giver) if giver else None
        self._show_state(subject, own)
        users = len(inheritors(state, unit.key))
        self.note.setText(subject.say("panes.used_by", count=users) if users else "")
        inherited = own is None and held is not None
        waiting = subject.say("ui.number.ordered") if held is not None and held.gln is None else ""
        self.gln.show_value(
            (held.gln or "") if held else "", placeholder=waiting, editable=not inherited, inherited=inherited
        )
        self.gln.setVisible(held is not None or self._wants_own)
        self.giver.setText(self._explain(subject, own, giver))
        self.giver.setVisible(bool(self.giver.text()))
        self._show_source(own, held)
        self.details.setVisible(own is not None or self._wants_order)
        self._show_details(subject, own)

    _wants_own = _wants_order = False

    def present(self, subject: Subject) -> None:
        self._wants_own = self._wants_order = False
        super().present(subject)

    def _make_states(self) -> None:
        self.states: dict[str, RadioLine] = {}
        self._buttons = QButtonGroup(self)
        names = {
            NumberState.OWN.value: self.tr("Own number"),
            ORDERED: self.tr("Order a number"),
            NumberState.INHERITED.value: self.tr("Inherited from above"),
            NumberState.NONE.value: self.tr("No number"),
        }
        for place, (state, words) in enumerate(names.items()):
            choice = RadioLine(self.theme, words)
            self._buttons.addButton(choice, place)
            self.states[state] = choice
            self.body.addWidget(choice)
            choice.clicked.connect(partial(self._choose, state))
        self.state_error = label("", "error", wraps=True)
        self.body.addWidget(self.state_error)

    def _make_source(self) -> QWidget:
        """Whether the number is the unit's own, and the way to the other."""
        self.source = QWidget()
        self.chip = Chip(self.theme)
        gln, own = self.tr("GLN"), NumberState.OWN.value
        words, back = self.tr("Make own"), self.tr("Inherit")
        self.make_own = button(words, "quiet", lambda: self._choose(own), name=f"{words}: {gln}")
        inherited = NumberState.INHERITED.value
        self.inherit = button(back, "quiet", lambda: self._choose(inherited), name=f"{back}: {gln}")
        parts = (label(gln, "muted"), None, self.chip, self.make_own, self.inherit)
        self.source.setLayout(row(*parts, spacing=self.theme.size("xs")))
        return self.source

    def _show_source(self, own: LocationNumber | None, held: LocationNumber | None) -> None:
        self.source.setVisible(held is not None)
        self.chip.say(is_own=own is not None)
        self.make_own.setVisible(own is None)
        self.inherit.setVisible(own is not None and self.states[NumberState.INHERITED.value].isEnabled())

    def _make_details(self) -> None:
        self.details = QWidget()
        column = QVBoxLayout(self.details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(6))
        search = self.tr("Search")
        names = {
            "system": self.tr("Journal system"),
            "vendor": self.tr("Vendor"),
            "net_operator": self.tr("Net operator"),
            "region": self.tr("Region"),
            "note": self.tr("Note on the number"),
        }
        self.picks = {name: PickField(self.theme, names[name], search) for name in _PICKS}
        self.lines = {name: LineField(names[name]) for name in _LINES}
        for name in names:
            if name in self.picks:
                column.addWidget(label(names[name], "muted"))
                column.addWidget(self.picks[name])
                self.picks[name].picked.connect(partial(self._pick, name))
            else:
                column.addWidget(self.lines[name])
                self.lines[name].committed.connect(partial(self._type, name))
        self.internal = CheckLine(self.theme, self.tr("For internal use only"))
        self.internal.clicked.connect(lambda checked: self._change({"internal_only": checked}))
        self.details_error = label("", "error", wraps=True)
        column.addLayout(row(self.internal, None, spacing=0))
        column.addWidget(self.details_error)
        self.body.addWidget(self.details)

    def _show_state(self, subject: Subject, own: LocationNumber | None) -> None:
        stands = subject.unit.number_state
        name = stands.value if isinstance(stands, NumberState) else ""
        if own is not None:
            name = NumberState.OWN.value if own.gln else ORDERED
        self._check(name)
        self.states[NumberState.OWN.value].setEnabled(True)
        self.states[ORDERED].setText(
            self.tr("Ordered, not issued yet") if name == ORDERED else self.tr("Order a number")
        )
        self.states[NumberState.INHERITED.value].setEnabled(subject.unit.parent is not None)

    def _check(self, name: str) -> None:
        self._buttons.setExclusive(False)
        for state, choice in self.states.items():
            choice.setChecked(state == name)
        self._buttons.setExclusive(True)

    def _explain(self, subject: Subject, own: LocationNumber | None, giver: str | None) -> str:
        if subject.unit.number_state is UNKNOWN and own is None:
            return subject.say("ui.not_in_extract.why")
        if own is not None:
            return subject.say("ui.number.ordered.why") if own.gln is None else ""
        if giver is not None:
            return subject.say("ui.number.from", giver=subject.state.units[giver].name)
        inherits = subject.unit.number_state is NumberState.INHERITED
        return subject.say("panes.nothing_inherited") if inherits else ""

    def _show_details(self, subject: Subject, own: LocationNumber | None) -> None:
        self.details_error.hide()
        choices = detail_choices(subject)
        for name, pick in self.picks.items():
            value = getattr(own, name) if own else None
            words = next((one.title for one in choices[name] if one.code == value), value)
            shown = words if isinstance(words, str) else ""
            blank = subject.say("ui.not_in_extract" if value is UNKNOWN else "panes.not_chosen")
            pick.offer(choices[name], shown or blank, quiet=not shown)
        for name, line in self.lines.items():
            value = getattr(own, name) if own else None
            unknown = subject.say("ui.not_in_extract") if value is UNKNOWN else ""
            line.show_value(value if isinstance(value, str) else "", placeholder=unknown, editable=own is not None)
        self.internal.setChecked(own is not None and own.internal_only is True)
        self.internal.setEnabled(own is not None)
        is_unknown = own is not None and own.internal_only is UNKNOWN
        words = self.tr("For internal use only")
        self.internal.setText(f"{words} ({subject.say('ui.not_in_extract')})" if is_unknown else words)

    def _choose(self, state: str, _checked: bool = False) -> None:
        if self.subject is None:
            return
        self._wants_own = self._wants_order = False
        own = self.subject.state.number_of(self.subject.key)
        if state == NumberState.OWN.value:
            if own is None or own.gln is None:
                self._ask_for_gln()
        elif state == ORDERED:
            self._order(None)
        else:
            wanted = NumberState(state)
            self._say(self.attempt(lambda key: partial(numbers.set_location_number, unit=key, state=wanted)))

    def _ask_for_gln(self) -> None:
        self._wants_own = True
        self.gln.show_value("", placeholder=self.tr("13 digits"))
        self.gln.setVisible(True)
        self.giver.hide()
        self.gln.line.setFocus()

    def _order(self, system: str | None) -> None:
        reason = self.attempt(lambda key: partial(numbers.order_location_number, unit=key, system=system))
        self._say(reason)

    def _set_gln(self, words: str) -> None:
        if not words.strip():
            return
        own = NumberState.OWN
        self.commit(self.gln, lambda key: partial(numbers.set_location_number, unit=key, state=own, gln=words))

    def _say(self, reason: str) -> None:
        if reason and self.subject is not None:
            self.refresh(self.subject)
        self.state_error.setText(reason)
        self.state_error.setVisible(bool(reason))

    def _pick(self, name: str, code: str) -> None:
        values: dict[str, Value] = {name: code or None}
        system = self.editor.plan.codes.journal_system(code) if name == "system" and code else None
        if system is not None:
            values["vendor"] = system.vendor
        self._change(values)

    def _type(self, name: str, words: str) -> None:
        details = {name: words}
        self.commit(self.lines[name], lambda key: partial(numbers.change_number, unit=key, details=details))

    def _change(self, values: Mapping[str, Value]) -> None:
        reason = self.attempt(lambda key: partial(numbers.change_number, unit=key, details=values))
        self.details_error.setText(reason)
        self.details_error.setVisible(bool(reason))

    def _gln_problem(self, words: str) -> str | None:
        problem = gln_problem(clean_id(words)) if words.strip() else None
        return self.editor.texts.sentence(problem.code, problem.params) if problem else None


def detail_choices(subject: Subject) -> dict[str, list[Choice]]:
    """The lists behind journal system, net operator and region, each with a way to say nothing."""
    codes, language = subject.plan.codes, subject.texts.language
    nothing = Choice("", subject.say("panes.not_chosen"))
    systems = [Choice(one.label, one.name, one.vendor, " ".join(one.system_types)) for one in codes.journal_systems]
    operators = [Choice(one.code, one.name) for one in codes.net_operators]
    regions = [Choice(one.code, one.name(language)) for one in codes.regions]
    return {"system": [*systems, nothing], "net_operator": [*operators, nothing], "region": [*regions, nothing]}
