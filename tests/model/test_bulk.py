"""Bulk work without the collector."""

import gc

from sorstudio.model.bulk import without_collection


def test_collection_is_off_only_for_a_while() -> None:
    with without_collection():
        assert not gc.isenabled()
    assert gc.isenabled()
