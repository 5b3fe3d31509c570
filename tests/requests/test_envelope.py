from sorstudio.model.edits import numbers, offers, settings, units
from sorstudio.model.identifiers import make_sor_id
from sorstudio.requests.envelope import local_keys, make_request, request_warnings, sender_of
from sorstudio.requests.line import Action, Addressee
from tests.model.outline import key
from tests.requests.asked import TODAY, busy_plan, busy_request
from tests.requests.plans import DANISH, DAY, find, municipality


def test_each_addressee_has_its_envelope() -> None:
    found = {one.addressee: [line.action for line in one.lines] for one in busy_request().envelopes}
    assert found == {
        Addressee.MUNICIPALITY: [Action.CREATE, Action.SET_CONTACT, Action.CLOSE],
        Addressee.SDS: [Action.RENAME, Action.ORDER_NUMBER, Action.CLOSE_NUMBER],
        Addressee.MEDCOM: [Action.ADD_MESSAGE, Action.ADD_MESSAGE],
    }


def test_what_sor_does_not_hold_is_in_no_envelope() -> None:
    work = municipality()
    work.apply(offers.place_offer(work, ["hjemmesygepleje"], key(work, "Nord")))
    assert make_request(work, DANISH, TODAY).envelopes == ()


def test_new_units_get_local_keys_in_tree_order_until_sor_has_named_them() -> None:
    work = municipality()
    work.apply(units.create(work, key(work, "Træning"), "B", key="b", day=DAY))
    work.apply(units.create(work, key(work, "Hjemmepleje"), "A", key="a", day=DAY))
    assert local_keys(work) == {"a": "NY-1", "b": "NY-2"}
    work.apply(units.set_sor_id(work, "a", make_sor_id(9999)))
    assert local_keys(work) == {"b": "NY-1"}


def test_people_refer_to_a_unit_by_sor_id_or_local_key() -> None:
    request = busy_request()
    assert request.reference("ny") == "NY-1"
    assert request.reference(key(request.plan, "Nord")) == key(request.plan, "Nord")
    assert request.reference(None) == ""


def test_waiting_for_another_envelope_names_its_addressee() -> None:
    request = busy_request()
    order = find(request.lines, Action.ORDER_NUMBER)
    create = find(request.lines, Action.CREATE)
    assert request.waits(order) == f"{create.id} (Egne rettelser i SOR)"


def test_an_ordered_number_is_found_on_its_line() -> None:
    request = busy_request()
    number = request.number(find(request.lines, Action.ORDER_NUMBER))
    assert number is not None
    assert (number.system, number.region) == ("Nexus", "1082")


def test_a_closed_number_is_found_on_its_line_too() -> None:
    request = busy_request()
    number = request.number(find(request.lines, Action.CLOSE_NUMBER))
    assert number is not None
    assert number.gln == find(request.lines, Action.CLOSE_NUMBER).gln


def test_the_sender_comes_from_the_settings() -> None:
    sender = sender_of(busy_plan())
    assert (sender.name, sender.mail_sds, sender.mail_medcom) == ("Åse Ærø", "SORpost@sundhedsdata.dk", None)
    assert sender.municipality == "Eksempelby Kommune"


def test_a_known_municipality_is_called_by_its_official_name() -> None:
    work = municipality()
    work.apply(settings.set_setting(work, "municipality", "0751"))
    assert sender_of(work).municipality == "Aarhus Kommune"


def test_the_same_warning_of_several_lines_is_said_once() -> None:
    work = municipality()
    for name in ("Syd", "Tandpleje"):
        work.apply(numbers.order_location_number(work, key(work, name), day=DAY))
    work.apply(numbers.order_location_number(work, key(work, "Nord"), system="Nexus", day=DAY))
    found = {warning.code: lines for lines, warning in request_warnings(make_request(work, DANISH, TODAY))}
    assert found["request.warning.no_journal_system"] == "L2–L3"


def test_a_missing_sender_and_medcoms_unknown_address_are_said_once() -> None:
    codes = [(line, warning.code) for line, warning in request_warnings(busy_request())]
    assert codes.count(("", "request.warning.no_medcom_mail")) == 1
    work = municipality()
    work.apply(units.rename(work, key(work, "Nord"), "Nordby", day=DAY))
    assert [warning.code for _, warning in request_warnings(make_request(work, DANISH, TODAY))] == [
        "request.warning.no_responsible"
    ]
