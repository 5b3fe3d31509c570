"""Keys and codes on their way between panes."""

from PySide6.QtCore import QMimeData

from sorstudio.ui.picture import mime


def test_what_is_packed_comes_out_again() -> None:
    assert mime.unpack(mime.pack(mime.UNITS, ["a", "æøå"]), mime.UNITS) == ("a", "æøå")


def test_offers_are_no_units() -> None:
    assert mime.unpack(mime.pack(mime.OFFERS, ["x"]), mime.UNITS) == ()


def test_text_from_elsewhere_is_nothing_of_ours() -> None:
    data = QMimeData()
    data.setText("a")
    assert mime.unpack(data, mime.UNITS) == ()
