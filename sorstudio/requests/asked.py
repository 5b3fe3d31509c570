"""What was asked of each addressee before, and what the next request therefore holds.

Nothing that was asked is stored: a request names the place in the history at which the plan stood when it was sent, and
the lines of that place are made again.

- `next_lines(plan)`: what is to be sent now; `anew=True` asks everything once more.
- `request_lines(plan, request)`: what stood in the envelope of a request that was sent.
- `earlier_of(plan)`: where each line of `change_lines(plan)` was asked just as it stands; those lines are not in
  `next_lines`.
- `local_keys(plan)`: NY-1, NY-2 and so on; a unit keeps its number from the first request on.

An order for a number that has been issued since counts as asked, and message types that were held back do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from weakref import WeakKeyDictionary

from sorstudio.model.edits.requesting import Wish, answer_of
from sorstudio.model.plan import Plan
from sorstudio.model.records import Reply, SentRequest, Unit
from sorstudio.requests.differences import plan_at
from sorstudio.requests.line import Action, Addressee, Earlier, Line
from sorstudio.requests.lines import change_lines
from sorstudio.requests.wishes import Asked, WishKey, key_of, wish_of


def next_lines(plan: Plan, *, anew: bool = False) -> tuple[Line, ...]:
    """The lines that are still to be sent, envelope by envelope; the wishes taken back stand last in each.

    A line has the id that it has in `change_lines`, whatever was sent before; those taken back are numbered after them.
    """
    place = _Place(_past(plan), plan)
    return tuple(line for one in Addressee for line in place.next_of(one, anew=anew))


def request_lines(plan: Plan, request: SentRequest) -> tuple[Line, ...]:
    """The lines of the envelope of a request, as it was sent; none where its place is not in the history."""
    return _past(plan).own_lines(plan, request)


def earlier_of(plan: Plan, lines: Sequence[Line] | None = None) -> dict[str, Earlier]:
    """Where each line of the plan was asked as it stands, by the id of the line; `lines` saves making them again."""
    place = _Place(_past(plan), plan, lines)
    return {line.id: found for line in place.lines if (found := place.asked_as_it_stands(line)) is not None}


def local_keys(plan: Plan) -> dict[str, str]:
    """NY-1, NY-2 and so on, in tree order, for planned units that have no SOR-ID yet; what was sent keeps its own."""
    numbers = _past(plan).local_numbers(plan)
    return {unit.key: f"NY-{numbers[unit.key]}" for unit in _fresh(plan)}


class _Place:
    """The plan as it stands at one place in the history, with all its lines and what was asked before."""

    def __init__(self, past: _Past, plan: Plan, lines: Sequence[Line] | None = None) -> None:
        self.plan = plan
        self.lines = tuple(change_lines(plan) if lines is None else lines)
        self._past = past
        self._state = plan.state()
        self._by_id = {line.id: line for line in self.lines}
        self._asked: dict[Addressee | None, Asked] = {}
        self._earlier: dict[Addressee | None, dict[Wish, Earlier]] = {}

    def next_of(self, addressee: Addressee, *, anew: bool) -> tuple[Line, ...]:
        """What is to be sent to one addressee."""
        asked = self.asked(addressee)
        present = [line for line in self.lines if line.addressee is addressee]
        pairs = asked.paired(present)
        kept = [line for line in present if anew or not asked.covers(line, pairs.get(line.id))]
        takers = {key_of(pairs[line.id]): line for line in present if line.id in pairs}
        taken_back = self._taken_back(addressee, takers)
        return (*(self._linked(line, pairs.get(line.id)) for line in kept), *taken_back)

    def asked_as_it_stands(self, line: Line) -> Earlier | None:
        """Where a line was asked with the same values, or None."""
        asked = self.asked(line.addressee)
        before = asked.same(line)
        return self.earlier(before) if before is not None and asked.covers(line, before) else None

    def asked(self, addressee: Addressee | None) -> Asked:
        """What the addressee has been asked for, as it was when the last request to it went out."""
        if addressee not in self._asked:
            self._asked[addressee] = self._asked_of(addressee)
        return self._asked[addressee]

    def earlier(self, asked: Line) -> Earlier | None:
        """The request that a wish was sent with last."""
        if asked.addressee not in self._earlier:
            self._earlier[asked.addressee] = dict(self._sent_wishes(asked.addressee))
        found = self._earlier[asked.addressee]
        ordered = Wish(asked.unit, Action.ORDER_NUMBER, asked.day)
        return found.get(wish_of(asked)) or (found.get(ordered) if asked.action is Action.SET_NUMBER else None)

    def _asked_of(self, addressee: Addressee | None) -> Asked:
        requests = self._requests_to(addressee)
        if not requests:
            return Asked({}, {})
        before = self._past.place(self.plan, requests[-1].head)
        lines = {key_of(line): line for line in before.lines if line.addressee is addressee and not line.held_back}
        baseline, plain = self.plan.baseline, self.plan.timeline.plain
        is_same = before.plan.baseline is baseline
        days = () if is_same else {line.day for line in lines.values()}
        return Asked(lines, {day: plain(max(day or baseline.day, baseline.day)) for day in days})

    def _requests_to(self, addressee: Addressee | None) -> list[SentRequest]:
        known = self.plan.journal.changes
        return [one for one in self._state.requests() if one.addressee == addressee and one.head in known]

    def _sent_wishes(self, addressee: Addressee | None) -> Iterator[tuple[Wish, Earlier]]:
        numbers = {one.key: number for number, one in enumerate(self._state.requests(), start=1)}
        for request in self._requests_to(addressee):
            for line in self._past.own_lines(self.plan, request):
                if not line.held_back:
                    yield wish_of(line), Earlier(request.key, numbers[request.key], request.sent, line.id, line.action)

    def _taken_back(self, addressee: Addressee, takers: dict[WishKey, Line]) -> Iterator[Line]:
        """What was asked and is not wanted any more, as far as the register has not got it and nobody refused it.

        Each addressee has numbers of its own, so that what is sent to another one does not move them.
        """
        asked, number = self.asked(addressee), len(self.lines) + 1 + list(Addressee).index(addressee)
        for key, wish in asked.lines.items():
            rest = asked.not_wanted(wish, takers.get(key))
            earlier = self.earlier(wish)
            if rest and earlier is not None and self._reply(earlier, wish) is not Reply.REFUSED:
                yield asked.withdrawal(wish, rest, f"L{number}", earlier)
                number += len(Addressee)

    def _linked(self, line: Line, asked: Line | None) -> Line:
        """The line with the wish that it replaces, and with what it waits for told apart: in this request, or sent."""
        waits: list[str] = []
        sent: list[Earlier] = []
        for name in line.waits_for:
            found = self.asked_as_it_stands(self._by_id[name])
            if found is None:
                waits.append(name)
            elif self._reply(found, self._by_id[name]) in (None, Reply.REFUSED):
                sent.append(found)
        earlier = self.earlier(asked) if asked is not None else None
        return replace(line, earlier=earlier, waits_for=tuple(waits), waits_for_sent=tuple(sent))

    def _reply(self, earlier: Earlier, line: Line) -> Reply | None:
        answer = answer_of(self._state, earlier.request, Wish(line.unit, earlier.action, line.day))
        return answer.reply if answer else None


class _Past:
    """The places that the requests of one plan were sent from, each worked out once."""

    def __init__(self) -> None:
        self._places: dict[str, _Place] = {}
        self._own: dict[str, tuple[Line, ...]] = {}
        self._numbers: dict[str, dict[str, int]] = {}

    def place(self, plan: Plan, head: str) -> _Place:
        """A place in the history of a plan."""
        if head not in self._places:
            self._places[head] = _Place(self, plan_at(plan, head))
        return self._places[head]

    def own_lines(self, plan: Plan, request: SentRequest) -> tuple[Line, ...]:
        """What stood in the envelope of a request."""
        if request.head not in plan.journal.changes:
            return ()
        if request.key not in self._own:
            place = self.place(plan, request.head)
            self._own[request.key] = place.next_of(Addressee(request.addressee), anew=request.anew)
        return self._own[request.key]

    def local_numbers(self, plan: Plan) -> dict[str, int]:
        """The number of every unit that ever had one, also of those that have got a SOR-ID since."""
        heads = [one.head for one in plan.state().requests() if one.head in plan.journal.changes]
        known = self._numbers_at(plan, heads[-1]) if heads else {}
        fresh = (unit.key for unit in _fresh(plan) if unit.key not in known)
        return {**known, **{key: number for number, key in enumerate(fresh, start=1 + max(known.values(), default=0))}}

    def _numbers_at(self, plan: Plan, head: str) -> dict[str, int]:
        if head not in self._numbers:
            self._numbers[head] = self.local_numbers(self.place(plan, head).plan)
        return self._numbers[head]


_PASTS: WeakKeyDictionary[Plan, _Past] = WeakKeyDictionary()


def _past(plan: Plan) -> _Past:
    return _PASTS.setdefault(plan, _Past())


def _fresh(plan: Plan) -> Iterable[Unit]:
    return (unit for _, unit in plan.state().walk() if unit.sor_id is None)
