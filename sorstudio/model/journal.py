"""Every change ever made, as a graph: where the plan stands in it, its branches, and the way back and forth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sorstudio.model.change import Change
from sorstudio.model.errors import Refused


@dataclass(frozen=True, slots=True)
class Step:
    """One movement of the journal, committed as a whole: perhaps a new change, the new head, the children last left."""

    head: str | None
    change: Change | None = None
    left: Mapping[str | None, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of work: its tip, its name (empty where nobody gave one), and whether the plan stands on it."""

    tip: str
    name: str
    current: bool


class Journal:
    """Changes by id in the order they were made, and the head. Nothing is ever thrown away."""

    def __init__(
        self,
        changes: Iterable[Change] = (),
        head: str | None = None,
        left: Mapping[str | None, str] | None = None,
        names: Mapping[str, str] | None = None,
    ) -> None:
        self.changes: dict[str, Change] = {}
        self.head = head
        self.left: dict[str | None, str] = dict(left or {})
        self.names: dict[str, str] = dict(names or {})
        self._children: dict[str | None, list[str]] = defaultdict(list)
        for change in changes:
            self._insert(change)

    def path(self, head: str | None = None) -> tuple[Change, ...]:
        """The changes from the first one to `head` (the plan's own head unless another is named)."""
        found: list[Change] = []
        at = self.head if head is None else head
        while at is not None:
            change = self.changes[at]
            found.append(change)
            at = parent_of(change)
        return tuple(reversed(found))

    def children(self, change: str | None) -> tuple[str, ...]:
        """The changes made on top of one (None: at the very beginning), oldest first."""
        return tuple(self._children[change])

    def tips(self) -> tuple[str, ...]:
        """The changes that nothing follows."""
        return tuple(key for key in self.changes if not self._children[key])

    def branches(self) -> tuple[Branch, ...]:
        """Every line of work with its name; the current one is where the head stands or can be redone to."""
        here = {change.id for change in self.path()}
        ahead = self.tip_ahead()
        by_tip = {tip: name for name, tip in self.names.items()}
        return tuple(Branch(tip, by_tip.get(tip, ""), tip in here or tip == ahead) for tip in self.tips())

    def appended(self, change: Change) -> Step:
        """The step that adds a change on top of the head; a change is made once."""
        if change.id in self.changes:
            raise Refused("journal.already_made")
        return Step(change.id, change, names=self._names_moved(change))

    def undone(self, count: int) -> Step:
        """The step `count` changes back; refuses where there are fewer."""
        path = self.path()
        if count < 1:
            return Step(self.head)
        if not path:
            raise Refused("journal.nothing_to_undo")
        if count > len(path):
            raise Refused("journal.fewer_to_undo", count=count, possible=len(path))
        back = path[len(path) - count :]
        return Step(parent_of(back[0]), left={parent_of(change): change.id for change in back})

    def redone(self, count: int) -> Step:
        """The step `count` changes forward along the children last left."""
        head = self.head
        for done in range(count):
            following = self.left.get(head)
            if following is None:
                raise Refused(*_redo_refusal(done), count=count, possible=done)
            head = following
        return Step(head)

    def gone_to(self, target: str | None) -> Step:
        """The step straight to any change (None: the baseline), noting the children left on the way back."""
        if target is not None and target not in self.changes:
            raise Refused("journal.unknown_change", change=target)
        kept = {change.id for change in self.path(target)} if target is not None else set()
        leaving = [change for change in self.path() if change.id not in kept]
        return Step(target, left={parent_of(change): change.id for change in leaving})

    def named(self, name: str, tip: str) -> Step:
        """The step that gives a line of work a name."""
        return Step(self.head, names={name: tip})

    def take(self, step: Step) -> None:
        """Move as the step says; called once it is safely stored."""
        if step.change is not None:
            self._insert(step.change)
        self.head = step.head
        self.left.update(step.left)
        self.names.update(step.names)

    def resolve(self, text: str) -> str:
        """The change that a full id, the first characters of one, or a branch name stands for."""
        if text in self.names:
            return self.names[text]
        found = [key for key in self.changes if key.startswith(text)] if text else []
        if len(found) != 1:
            raise Refused("journal.ambiguous_change" if found else "journal.unknown_change", change=text)
        return found[0]

    def _insert(self, change: Change) -> None:
        self.changes[change.id] = change
        for parent in change.follows or (None,):
            self._children[parent].append(change.id)

    def tip_ahead(self) -> str | None:
        """The end of the line that the head stands on: where redoing everything leads."""
        at, seen = self.head, {self.head}
        while (following := self.left.get(at)) is not None and following not in seen:
            seen.add(following)
            at = following
        return at

    def _names_moved(self, change: Change) -> dict[str, str]:
        """A named branch follows its tip."""
        return {name: change.id for name, tip in self.names.items() if tip == self.head}


def parent_of(change: Change) -> str | None:
    """The change a change was made on; after a join the first of the two."""
    return change.follows[0] if change.follows else None


def _redo_refusal(done: int) -> tuple[str]:
    return ("journal.fewer_to_redo",) if done else ("journal.nothing_to_redo",)
