"""The communication graph: offers, areas, units, numbers, messages and systems, and what ties them together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from sorstudio.model.areas import Ground
from sorstudio.model.records import Direction, LocationNumber, Offer, RecordKind, Unknown
from sorstudio.model.texts import Texts
from sorstudio.routing.coverage import current
from sorstudio.routing.directory import Directory
from sorstudio.routing.numbers import Fit, fit

if TYPE_CHECKING:
    from networkx import MultiDiGraph as Graph

_NOT_XML = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Node(StrEnum):
    """What a node stands for."""

    OFFER = "offer"
    AREA = "area"
    UNIT = "unit"
    NUMBER = "number"
    MESSAGE = "message"
    SYSTEM = "system"


class Relation(StrEnum):
    """What an edge says, from the first node to the second."""

    PROVIDES = "provides"
    BELONGS_TO = "belongs_to"
    USES = "uses"
    RECEIVES = "receives"
    SENDS = "sends"
    RUNS_ON = "runs_on"


def node(kind: Node, code: str) -> str:
    """The id of a node: its kind and the code or key in it."""
    return f"{kind}:{code}"


def graph(directory: Directory, language: str = "da") -> Graph:
    """A directed graph of what is in force; every attribute is text, labels are what people say."""
    from networkx import MultiDiGraph

    return _Builder(directory, language, MultiDiGraph()).built()


def reachable(found: Graph, area_or_offer: str, message: str) -> tuple[str, ...]:
    """The units of an area or an offer whose number takes a message, by key; which of them is meant the route says."""
    target = node(Node.MESSAGE, message)
    starts = (node(Node.AREA, area_or_offer), node(Node.OFFER, area_or_offer))
    units = (
        unit
        for start in starts
        if start in found
        for unit in found.predecessors(start)
        if found.nodes[unit]["kind"] == Node.UNIT
    )
    numbers = ((unit, number) for unit in units for number in _ways(found, unit, Relation.USES))
    reached = (unit for unit, number in numbers if target in _ways(found, number, Relation.RECEIVES))
    return tuple(dict.fromkeys(found.nodes[unit]["code"] for unit in reached))


def graphml(found: Graph, texts: Texts) -> str:
    """The graph as GraphML, with a word on each edge, as yEd and Gephi open it."""
    from networkx import generate_graphml

    worded = found.copy()
    for _, _, said in worded.edges(data=True):
        said["label"] = texts.sentence(f"graph.{said['relation']}")
    head = '<?xml version="1.0" encoding="utf-8"?>'
    return "\n".join((head, *generate_graphml(worded, encoding="utf-8"), ""))


def _ways(found: Graph, start: str, relation: Relation) -> Iterator[str]:
    return (end for _, end, said in found.out_edges(start, data="relation") if said == relation)


class _Builder:
    """Lays the nodes and edges of one directory."""

    def __init__(self, directory: Directory, language: str, empty: Graph) -> None:
        self._directory, self._language, self._graph = directory, language, empty

    def built(self) -> Graph:
        for key in self._directory.places:
            self._unit(key)
        for giver in dict.fromkeys(place.giver for place in self._directory.places.values()):
            if giver is not None:
                self._number(giver)
        return self._graph

    def _unit(self, key: str) -> None:
        directory = self._directory
        unit = directory.state.units[key]
        made = self._node(Node.UNIT, key, unit.name, sor_id=unit.sor_id or "", level=unit.kind.value)
        for placement in directory.state.placements(key):
            self._edge(made, self._offer(placement.offer), Relation.PROVIDES)
        for area, ground in directory.areas_at(unit):
            if ground is not Ground.NONE:
                self._edge(made, self._area(area), Relation.BELONGS_TO, ground=ground.value)

    def _number(self, giver: str) -> None:
        directory = self._directory
        number = directory.number(giver)
        if number is None:
            return
        made = self._node(Node.NUMBER, number.key, number.gln or "", owner=giver, system=_text(number.system))
        for key, place in directory.places.items():
            if place.giver == giver:
                how = "own" if key == giver else "inherited"
                self._edge(node(Node.UNIT, key), made, Relation.USES, how=how)
        self._messages(made, giver, number)
        system = _text(number.system)
        if system:
            self._edge(made, self._node(Node.SYSTEM, system, system), Relation.RUNS_ON)

    def _messages(self, made: str, giver: str, number: LocationNumber) -> None:
        """What is sent is told in every version; what is received only where a message in its version arrives."""
        directory = self._directory
        for type_ in directory.received(giver):
            if fit(directory, giver, type_, current(directory.codes, type_)) is Fit.RECEIVES:
                self._edge(made, self._message(type_), Relation.RECEIVES)
        for one in directory.state.capabilities(number.key):
            if one.direction is Direction.OUT and directory.is_in_force(one):
                self._edge(made, self._message(one.type), Relation.SENDS, version=one.version)

    def _area(self, code: str) -> str:
        area = self._directory.codes.area(code)
        return self._node(Node.AREA, code, area.name(self._language) if area else code)

    def _offer(self, code: str) -> str:
        offer = self._directory.codes.offer(code)
        own = self._directory.state.record(RecordKind.OFFER, code)
        area = offer.area_code if offer else (own.area or "") if isinstance(own, Offer) else ""
        name = offer.name(self._language) if offer else own.name if isinstance(own, Offer) else code
        is_new = node(Node.OFFER, code) not in self._graph
        made = self._node(Node.OFFER, code, name)
        if is_new and area:
            self._edge(made, self._area(area), Relation.BELONGS_TO)
        return made

    def _message(self, code: str) -> str:
        message = self._directory.codes.message_type(code)
        return self._node(Node.MESSAGE, code, code, name=message.name(self._language) if message else "")

    def _node(self, kind: Node, code: str, label: str, **more: str) -> str:
        made = node(kind, _sound(code))
        told = {"kind": kind.value, "code": code, "label": label, **more}
        self._graph.add_node(made, **{name: _sound(text) for name, text in told.items()})
        return made

    def _edge(self, start: str, end: str, relation: Relation, **more: str) -> None:
        """Each has an id of its own: two nodes may be tied in several ways."""
        told = {name: _sound(text) for name, text in more.items()}
        self._graph.add_edge(start, end, f"e{self._graph.number_of_edges() + 1}", relation=relation.value, **told)


def _text(value: object) -> str:
    return "" if value is None or isinstance(value, Unknown) else str(value)


def _sound(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
