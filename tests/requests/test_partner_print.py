"""The overview for partners on paper, for a browser and as data."""

import json
from datetime import date

import lxml.html
import pytest

from sorstudio.model.edits import units
from sorstudio.model.texts import Texts
from sorstudio.requests.partner_print import partner_html, partner_json, partner_print
from sorstudio.resources import texts
from tests.model.outline import gln, key
from tests.routing.asking import directory, place, town

DAY = date(2026, 11, 23)


def test_the_paper_names_receiver_number_and_message() -> None:
    work = town()
    place(work, "Rygestop", "rygestop")
    found = partner_print(directory(work), Texts(texts("da"), "da"), DAY)
    assert found.title == "Sådan når I Kommune"
    block = next(one for one in found.blocks if one.title == "Forebyggelsestilbud: Rygestop")
    assert (
        block.notes[0] == f"Almen praksis, Sygehus: XREF15 (XH1530R) sendes til »Rygestop«, lokationsnummer {gln(4)}."
    )
    assert block.table is not None
    assert block.table.rows[0][1] == f"{gln(4)}, arvet fra »Sundhedscenter«"


def test_a_heading_without_anything_says_so() -> None:
    found = partner_print(directory(town()), Texts(texts("da"), "da"), DAY)
    assert next(one for one in found.blocks if one.title == "PPR-samarbejde").notes[0].startswith("Kommunen har ikke")


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_page_is_sound_and_nothing_in_a_name_becomes_markup(language: str) -> None:
    work = town()
    work.apply(units.rename(work, key(work, "Genoptræningen"), "Genoptræning <b>& mere</b>"))
    page = lxml.html.document_fromstring(partner_html(directory(work), Texts(texts(language), language), DAY))
    assert len(page.findall(".//h2")) == 10
    assert page.findall(".//b") == []
    assert "Genoptræning <b>& mere</b>" in page.text_content()
    assert page.xpath("//@src | //link/@href") == []


def test_the_data_has_every_sender() -> None:
    found = json.loads(json.dumps(partner_json(directory(town()), Texts(texts("da"), "da"), DAY)))
    entries = [entry for heading in found["headings"] for entry in heading["entries"]]
    assert len(found["headings"]) == 10
    assert all(set(entry["senders"]) == {"gp", "hospital", "municipality"} for entry in entries)
    training = next(entry for entry in entries if entry["area"] == "traening")
    assert training["senders"]["hospital"]["location_number"] == gln(3)
