from sorstudio.requests.minutes import minutes_bytes, minutes_lines
from tests.requests.asked import busy_request


def test_every_line_is_a_sentence_under_who_does_it() -> None:
    lines = list(minutes_lines(busy_request()))
    heads = [line for line in lines if line.endswith(":")]
    assert heads == ["Kommunen gennemfører selv i SOR:", "Sundhedsdatastyrelsen bedes om:", "MedCom bedes om:"]
    told = [line for line in lines if line.startswith("- ")]
    assert len(told) == len(busy_request().lines)
    assert all(line.endswith(".") for line in told)


def test_the_day_is_said_once() -> None:
    (closing,) = [line for line in minutes_lines(busy_request()) if line.startswith("- Luk »Træning«")]
    assert closing.count("1. januar 2027") == 1


def test_every_text_editor_understands_the_lines() -> None:
    content = minutes_bytes(busy_request())
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n")
