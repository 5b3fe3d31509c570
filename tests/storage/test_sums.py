"""A fingerprint changes with what it is taken of."""

from sorstudio.storage.sums import checksum, digest


def test_a_checksum_sees_one_letter() -> None:
    assert checksum("Nord") != checksum("Nors")


def test_a_digest_sees_where_a_cell_ends() -> None:
    assert digest([("ab", "c")]) != digest([("a", "bc")])
