"""The tables of a plan: register files row by row, the journal, and where the plan stands in it."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, Text

METADATA = MetaData()

# One row: which register file the plan began with, the head of the journal, and who wrote the file.
META = Table(
    "meta",
    METADATA,
    Column("name", String, primary_key=True),
    Column("value", Text),
)
BASELINES = Table(
    "baselines",
    METADATA,
    Column("id", String, primary_key=True),
    Column("position", Integer, nullable=False, unique=True),
    Column("day", String(10), nullable=False),
    Column("layout", String, nullable=False),
    Column("fingerprint", String, nullable=False),
    Column("carries", Text, nullable=False),
    Column("sources", Text, nullable=False),
    Column("row_count", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
)
VERSIONS = Table(
    "versions",
    METADATA,
    Column("baseline", ForeignKey(BASELINES.c.id), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("key", String, nullable=False),
    Column("start", String(10)),
    Column("end", String(10)),
    Column("content", Text, nullable=False),
    sqlite_with_rowid=False,
)
# `follows` stands beside the content too, so that the chain can be walked past a damaged row.
CHANGES = Table(
    "changes",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("follows", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("checksum", Integer, nullable=False),
)
# The child last left of each change; an empty parent is the beginning.
LEFT = Table(
    "left_children",
    METADATA,
    Column("parent", String, primary_key=True),
    Column("child", String, nullable=False),
)
BRANCHES = Table(
    "branches",
    METADATA,
    Column("name", String, primary_key=True),
    Column("tip", String, nullable=False),
)
STEPS_MADE = Table(
    "migrations",
    METADATA,
    Column("name", String, primary_key=True),
    Column("time", String, nullable=False),
)
