"""The work list on paper: a block with a tick box for each unit, every field as it must become."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sorstudio.requests.envelope import Request
from sorstudio.requests.fk_org import FK_ORG
from sorstudio.requests.letter import LetterTable
from sorstudio.requests.paper import Block, Print
from sorstudio.requests.words import sentence
from sorstudio.requests.worklist import WorkBlock, WorkField, work_blocks

_WIDTHS = (27, 45, 28)


def work_print(request: Request, fk_org_file: str) -> Print:
    """The municipality's own edits, to have beside the keyboard."""
    texts, blocks = request.texts, work_blocks(request)
    start = {
        "municipality": request.sender.municipality,
        "data": texts.day(request.plan.baseline.day),
        "today": texts.day(request.today),
    }
    lines = sum(len(block.lines) for block in blocks)
    intro = [
        texts.sentence("request.worklist.intro", start),
        texts.sentence("request.worklist.total", {"count": len(blocks), "lines": lines}),
        texts.sentence("request.worklist.how"),
    ]
    if request.sender.route == FK_ORG:
        intro.append(texts.sentence("request.worklist.how_fk_org", {"file": fk_org_file}))
    return Print(
        title=texts.sentence("request.worklist.title"),
        intro=tuple(intro),
        blocks=tuple(_block(request, block) for block in blocks),
        page_words=texts.sentences.get("request.worklist.page", "{page} / {pages}"),
        language=texts.language,
    )


def _block(request: Request, block: WorkBlock) -> Block:
    texts = request.texts
    acts = " og ".join if texts.language == "da" else " and ".join
    named = dict.fromkeys(texts.value(f"word.action.{line.action}") for line in block.lines)
    rows, marked = _rows(request, block.fields)
    heads = ("field", "value", "before")
    table = LetterTable("", tuple(texts.sentence(f"request.worklist.head.{one}") for one in heads), rows, _WIDTHS)
    title = {"number": block.number, "acts": acts(named), "unit": block.lines[0].unit_name}
    return Block(
        texts.sentence("request.worklist.block", title),
        tuple(_notes(request, block)),
        table if rows else None,
        marked,
        has_tick_box=True,
    )


def _notes(request: Request, block: WorkBlock) -> Iterator[str]:
    texts, line = request.texts, block.lines[0]
    code = "sor_id" if line.sor_id else "no_sor_id"
    reference = {"reference": request.reference(block.unit)}
    day = {"day": texts.day(block.day)} if block.day else {}
    waits = dict.fromkeys(filter(None, (request.waits(one) for one in block.lines)))
    heads = [
        ", ".join(one.id for one in block.lines),
        texts.sentence(f"request.worklist.{code}", reference),
        texts.sentence("request.worklist.day" if block.day else "request.worklist.no_day", day),
    ]
    yield " · ".join(heads)
    yield from (sentence(one, texts) for one in block.lines)
    if waits:
        yield texts.sentence("request.worklist.waits", {"lines": ", ".join(waits)})
    reasons = dict.fromkeys(one.reason for one in block.lines if one.reason)
    if reasons:
        yield texts.sentence("request.worklist.reason", {"reason": "; ".join(reasons)})


def _rows(request: Request, fields: Sequence[WorkField]) -> tuple[tuple[tuple[str, str, str], ...], frozenset[int]]:
    """The fields to key in one by one; those that are empty or kept share a row each, said once."""
    keyed = [one for one in fields if not one.is_kept and not one.is_empty]
    rows = [(one.label, _value(one), one.before) for one in keyed]
    marked = frozenset(place for place, one in enumerate(keyed) if one.is_changed)
    empty = [one.label for one in fields if one.is_empty]
    kept: dict[str, list[str]] = {}
    for one in fields:
        if one.is_kept:
            kept.setdefault(one.value, []).append(one.label)
    if empty:
        rows.append((request.texts.sentence("request.worklist.empty"), ", ".join(empty), ""))
    rows.extend((words, ", ".join(labels), "") for words, labels in kept.items())
    return tuple(rows), marked


def _value(one: WorkField) -> str:
    """Inherited is said beside the value, so that nobody types it in as the unit's own."""
    return f"{one.value} ({one.origin})" if one.is_inherited else one.value
