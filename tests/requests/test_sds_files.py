from sorstudio.requests.form_pages import FormPages
from sorstudio.requests.letter import Letter
from sorstudio.requests.paper import Paper
from sorstudio.requests.sds_files import sds_papers
from tests.requests.asked import busy_request


def test_the_letter_comes_first_and_names_what_lies_beside_it() -> None:
    drawn: list[Paper] = []

    def draw(paper: Paper) -> bytes:
        drawn.append(paper)
        return b"%PDF"

    names = list(sds_papers(busy_request(), draw))
    letter, pages = drawn
    assert names == ["2-sundhedsdatastyrelsen.pdf", "2-sundhedsdatastyrelsen-skemaer.pdf"]
    assert isinstance(letter, Letter)
    assert isinstance(pages, FormPages)
    assert letter.enclosures[1:] == (
        "3 skemaer (2-sundhedsdatastyrelsen-skemaer.pdf)",
        "De samme oplysninger som regneark (2-sundhedsdatastyrelsen.xlsx)",
    )
