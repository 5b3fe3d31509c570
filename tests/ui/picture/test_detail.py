"""Which zoom belongs to which level of detail."""

import pytest

from sorstudio.ui.picture.detail import Detail, detail_at, own_zoom, scale_at, within_limits


@pytest.mark.parametrize("detail", list(Detail))
def test_every_detail_is_shown_at_its_own_zoom_in_its_own_size(detail: Detail) -> None:
    assert (detail_at(own_zoom(detail)), scale_at(own_zoom(detail))) == (detail, 1.0)


def test_zooming_out_never_shows_more() -> None:
    order = list(Detail)
    shown = [order.index(detail_at(zoom / 100)) for zoom in range(300, 1, -1)]
    assert shown == sorted(shown)


def test_a_zoom_stays_where_something_can_be_seen() -> None:
    assert 0 < within_limits(0) < 0.01
    assert within_limits(100) == 3.0
