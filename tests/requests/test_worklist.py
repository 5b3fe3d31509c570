from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.edits import restructure, units
from sorstudio.model.records import UNKNOWN
from sorstudio.requests.complete import complete_unit
from sorstudio.requests.envelope import Request, make_request
from sorstudio.requests.line import Addressee
from sorstudio.requests.worklist import WorkBlock, keying_order, ordered, work_blocks
from tests.model.outline import key
from tests.requests.asked import TODAY, busy_request
from tests.requests.plans import DANISH, DAY, LATER, municipality
from tests.rules.findings import with_values


def block(request: Request, name: str) -> WorkBlock:
    return next(one for one in work_blocks(request) if one.lines[0].unit_name == name)


def test_each_line_of_the_envelope_stands_in_one_block() -> None:
    request = busy_request()
    envelope = request.envelope(Addressee.MUNICIPALITY)
    assert envelope is not None
    found = [line.id for one in work_blocks(request) for line in one.lines]
    assert sorted(found) == sorted(line.id for line in envelope.lines)


def test_edits_of_one_unit_on_one_day_are_keyed_in_together() -> None:
    work = municipality()
    nord = key(work, "Nord")
    work.apply(units.rename(work, nord, "Nordby", day=DAY))
    work.apply(units.set_unit_type(work, nord, "hjemmeplejeenhed", day=DAY))
    work.apply(units.rename(work, nord, "Nordby Strand", day=LATER))
    assert [len(one.lines) for one in work_blocks(make_request(work, DANISH, TODAY))] == [2, 1]


def test_a_block_has_every_field_as_it_must_become_and_what_it_was() -> None:
    fields = {one.field: one for one in block(busy_request(), "Nord").fields}
    assert set(fields) == set(keying_order())
    assert (fields["contact"].value, fields["contact"].before) == ("+45 87654321", "arvet")
    assert [name for name, one in fields.items() if one.is_changed] == ["contact"]


def test_no_field_is_ever_without_words() -> None:
    work = with_values(municipality(), "Nord", contact=UNKNOWN, postal=UNKNOWN, shak=UNKNOWN)
    work.apply(units.rename(work, key(work, "Nord"), "Nordby", day=DAY))
    work.apply(restructure.replace_unit(work, key(work, "Nordby"), name="Nyby", day=LATER))
    request = make_request(work, DANISH, TODAY)
    assert all(one.value for found in work_blocks(request) for one in found.fields)
    kept = {one.field: one.value for one in block(request, "Nordby").fields if one.is_kept}
    assert kept["postal"] == kept["shak"] == DANISH.sentence("request.keep_as_in_sor")
    assert {one.value for one in block(request, "Nyby").fields if one.is_kept} <= {DANISH.sentence("request.decide")}


def test_a_closing_asks_for_nothing_but_itself() -> None:
    assert {one.field for one in block(busy_request(), "Træning").fields} == {"valid_to", "successor"}


def test_every_field_of_a_unit_has_its_place() -> None:
    work = municipality()
    complete = complete_unit(work.state(), key(work, "Nord"))
    assert {one.field for one in complete.fields} == set(keying_order())
    assert [one.field for one in ordered(complete)] == list(keying_order())


@given(st.lists(st.tuples(st.sampled_from(["Nord", "Syd", "Træning"]), st.sampled_from(["a", "b", "c"])), max_size=8))
def test_nothing_stands_before_what_it_waits_for(picks: list[tuple[str, str]]) -> None:
    work = municipality()
    for place, (name, new) in enumerate(picks):
        unit = next(one.key for one in work.state().units.values() if one.name.startswith(name))
        work.apply(units.create(work, unit, f"{new}{place}", key=f"{new}{place}", day=DAY))
        work.apply(units.move(work, [f"{new}{place}"], key(work, "Hjemmepleje"), day=LATER))
    place_of = {line.id: one.number for one in work_blocks(make_request(work, DANISH, TODAY)) for line in one.lines}
    for one in work_blocks(make_request(work, DANISH, TODAY)):
        for line in one.lines:
            assert all(place_of[other] <= one.number for other in line.waits_for if other in place_of)
