"""The communication graph: what is tied to what, and a file that other programs read."""

import io

import networkx
from hypothesis import given, settings

from sorstudio.model.areas import Ground
from sorstudio.model.plan import Plan
from sorstudio.routing.coverage import CellState, coverage
from sorstudio.routing.graph import Node, Relation, graph, graphml, node, reachable
from tests.model.outline import gln, key, plan
from tests.routing.asking import directory, place, town, towns
from tests.rules.findings import DANISH, with_number, with_types, with_values


def relations(work: Plan, start: str, end: str) -> set[str]:
    found = graph(directory(work))
    return {str(said["relation"]) for said in (found.get_edge_data(start, end) or {}).values()}


def test_a_unit_is_tied_to_offer_area_number_message_and_system() -> None:
    work = with_number(town(), "Sundhedscenter", system="Nexus")
    place(work, "Rygestop", "rygestop")
    unit, number = node(Node.UNIT, key(work, "Rygestop")), _number(work, "Sundhedscenter")
    assert relations(work, unit, "offer:rygestop") == {Relation.PROVIDES}
    assert relations(work, "offer:rygestop", "area:forebyggelse") == {Relation.BELONGS_TO}
    assert relations(work, unit, "area:forebyggelse") == {Relation.BELONGS_TO}
    assert relations(work, unit, number) == {Relation.USES}
    assert relations(work, number, "message:XREF15") == {Relation.RECEIVES}
    assert relations(work, number, "system:Nexus") == {Relation.RUNS_ON}


def _number(work: Plan, unit: str) -> str:
    number = work.state().number_of(key(work, unit))
    assert number is not None
    return node(Node.NUMBER, number.key)


def test_a_message_may_go_both_ways() -> None:
    work = with_types(town(), "Genoptræningen", ">FDIS91")
    assert relations(work, _number(work, "Genoptræningen"), "message:FDIS91") == {Relation.RECEIVES, Relation.SENDS}


def test_what_can_be_reached_from_an_area_and_from_an_offer() -> None:
    work = town()
    place(work, "Rygestop", "rygestop")
    found = graph(directory(work))
    assert reachable(found, "traening", "GGOP") == (key(work, "Genoptræningen"),)
    assert reachable(found, "rygestop", "XREF15") == (key(work, "Rygestop"),)
    assert reachable(found, "traening", "XREF15") == ()
    assert reachable(found, "rumfart", "GGOP") == ()


def test_the_file_is_read_back_as_it_was() -> None:
    work = with_types(town(), "Genoptræningen", ">FDIS91")
    found = graph(directory(work))
    text = graphml(found, DANISH)
    again = networkx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True)
    assert dict(again.nodes(data=True)) == dict(found.nodes(data=True))
    assert {name for *_, name in again.edges(keys=True)} == {name for *_, name in found.edges(keys=True)}
    assert {said["label"] for *_, said in again.edges(data=True)} >= {"modtager", "sender", "bruger", "hører til"}
    assert text.startswith("<?xml")


def test_what_xml_cannot_hold_is_no_obstacle() -> None:
    work = with_values(plan(f"Kommune\n  Sundhed\n    Team [{gln(1)}]"), "Team", name="Team \x01 <&\ud800>")
    text = graphml(graph(directory(work)), DANISH)
    again = networkx.read_graphml(io.BytesIO(text.encode()))
    assert "Team \ufffd <&\ufffd>" in {said["label"] for _, said in again.nodes(data=True)}


def test_labels_are_in_the_language_that_is_asked_for() -> None:
    found = graph(directory(town()), "en")
    assert found.nodes["area:traening"]["label"] == "Rehabilitation and training"


@settings(max_examples=40, deadline=None)
@given(towns())
def test_a_receiver_of_an_area_can_be_reached(work: Plan) -> None:
    told = directory(work)
    found = graph(told)
    assert all(isinstance(value, str) for _, said in found.nodes(data=True) for value in said.values())
    for cell in coverage(told).cells.values():
        if cell.state is CellState.SEVERAL:
            assert len(reachable(found, cell.area, cell.type)) > 1
        if cell.state is CellState.ANSWERED:
            units = [key for keys in told.area(cell.area).by_ground.values() for key in keys]
            with_number_ = any(told.places[key].giver == cell.receivers[0].giver for key in units)
            assert bool(reachable(found, cell.area, cell.type)) is with_number_
        assert Ground.NONE not in {said.get("ground") for *_, said in found.edges(data=True)}
