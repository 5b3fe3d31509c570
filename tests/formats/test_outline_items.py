"""Physical lines made whole."""

from sorstudio.formats.outline_items import read_sections


def texts(text: str) -> list[str]:
    return [item.text for section in read_sections(text) for item in section.items]


def test_a_soft_hyphen_and_a_hard_blank_are_not_part_of_a_name() -> None:
    assert texts("Sund\u00adhed\u00a0Nord\n\tPleje") == ["Sundhed Nord", "Pleje"]


def test_few_marks_in_an_indented_text_are_part_of_the_names() -> None:
    assert texts("Huset\n\tA. Team\n\tStuen\n\tKælder\n\tLoft") == ["Huset", "A. Team", "Stuen", "Kælder", "Loft"]


def test_a_second_owner_opens_a_section() -> None:
    sections = read_sections("Greve Kommune\n1. A\n2. B\nSolrød Kommune\n1. C")
    assert [section.titles[0].text for section in sections] == ["Greve Kommune", "Solrød Kommune"]


def test_a_long_line_may_go_on_with_a_capital() -> None:
    text = "1. Folkeskoler, kommunal specialskole, Pædagogisk Center samt \nBørnenaturcenteret\n2. Andet"
    assert texts(text)[0].endswith("samt Børnenaturcenteret")


def test_a_wrapped_line_without_numbers_needs_a_small_letter() -> None:
    first = "Indsatser for borgere med langvarig sygdom, genoptræning og"
    assert texts(f"- {first}\n  rehabilitering\n- Andet") == [f"{first} rehabilitering", "Andet"]
