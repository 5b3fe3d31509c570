"""What one number says to a type."""

from dataclasses import replace
from datetime import date

from sorstudio.model.edits import messages, numbers
from sorstudio.model.records import Direction
from sorstudio.routing.numbers import Fit, best, fit
from tests.model.outline import key
from tests.routing.asking import directory, town
from tests.rules.findings import with_number


def test_a_number_receives_lacks_or_has_another_version() -> None:
    work = town()
    found, unit = directory(work), key(work, "Genoptræningen")
    assert fit(found, unit, "GGOP", "GGOP100") is Fit.RECEIVES
    assert fit(found, unit, "GGOP", "GGOP200") is Fit.OTHER_VERSION
    assert fit(found, unit, "XREF15", "XH1530R") is Fit.LACKS
    assert fit(found, key(work, "Plejecenter Åbo"), "GGOP", "GGOP100") is Fit.NOT_IN_USE


def test_a_type_that_comes_later_is_not_yet_there() -> None:
    work = town()
    unit, ways = key(work, "Genoptræningen"), (Direction.IN,)
    work.apply(messages.add_message_type(work, unit, "XREF15", None, ways, day=date(2027, 1, 1)))
    later = replace(work.state().capabilities(work.state().number_of(unit).key)[-1])  # type: ignore[union-attr]
    assert later.type == "XREF15"
    assert fit(directory(work), unit, "XREF15", "XH1530R") is Fit.RECEIVES
    assert fit(directory(work, date(2026, 12, 1)), unit, "XREF15", "XH1530R") in (Fit.NOT_YET, Fit.LACKS)
    assert fit(directory(work, date(2027, 1, 1)), unit, "XREF15", "XH1530R") is Fit.RECEIVES


def test_the_best_of_several() -> None:
    work = with_number(town(), "Hjemmesygeplejen", messages_known=False)
    keys = [key(work, one) for one in ("Hjemmesygeplejen", "Genoptræningen")]
    assert best(directory(work), keys, "GGOP", "GGOP100") is Fit.RECEIVES
    assert best(directory(work), keys, "XREF22", "XH2230R") is Fit.UNKNOWN
    assert best(directory(work), [], "XREF22", "XH2230R") is Fit.NOT_IN_USE


def test_an_ordered_number_counts_for_what_it_is_to_receive() -> None:
    work = town()
    unit = key(work, "Plejecenter Åbo")
    work.apply(numbers.order_location_number(work, unit, system=None))
    assert fit(directory(work), unit, "XDIS18", "XD1834C") is Fit.ORDERED_WITHOUT
    work.apply(messages.add_message_type(work, unit, "XDIS18", None, (Direction.IN,)))
    assert fit(directory(work), unit, "XDIS18", "XD1834C") is Fit.ORDERED
    both = [unit, key(work, "Genoptræningen")]
    assert best(directory(work), both, "XREF15", "XH1530R") is Fit.LACKS
