"""The tables are made as they are described."""

from sqlalchemy import create_engine, inspect

from sorstudio.storage.tables import METADATA


def test_every_table_is_made_in_sqlite() -> None:
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    expected = {"meta", "baselines", "versions", "changes", "left_children", "branches", "migrations"}
    assert set(inspect(engine).get_table_names()) == expected
