"""Where the guide lies and what it is about."""

import pytest

from sorstudio.ui.help.guide import Topic, bare, guide, headings


def test_the_guide_is_there_without_a_network() -> None:
    assert guide().is_file()


@pytest.mark.parametrize("topic", Topic)
def test_every_topic_is_a_heading_of_the_guide(topic: Topic) -> None:
    assert topic in headings()


def test_headings_come_without_their_numbers() -> None:
    assert bare("12. Taster") == "Taster"
    assert not any(heading[:1].isdigit() for heading in headings())
