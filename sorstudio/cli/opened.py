"""What the commands that ask about receivers look at: a plan or a register file, one municipality on one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sorstudio import resources
from sorstudio.cli.session import Session
from sorstudio.model.codes import CodeLists, Municipality
from sorstudio.model.edits.settings import setting
from sorstudio.model.errors import Unreadable, Unusable
from sorstudio.model.records import Address
from sorstudio.model.state import State
from sorstudio.model.timeline import END, Timeline

if TYPE_CHECKING:
    from sorstudio.model.baseline import Baseline
    from sorstudio.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Opened:
    """One municipality as it stands on `day`; None is after everything that the plan holds.

    `municipality` is None where neither the file nor the question names one that the code lists know. `plan` is there
    for reading only, and None where a register file was given. `timeline` has the other days.
    """

    state: State
    timeline: Timeline
    codes: CodeLists
    today: date
    day: date | None = None
    municipality: Municipality | None = None
    plan: Plan | None = None


def open_for_asking(session: Session, path: Path, municipality: str | None = None, day: date | None = None) -> Opened:
    """A plan, or a register file, folder or zip narrowed to the municipality meant by a code, a name or a SOR-ID.

    A plan is read as it is on `day` or after everything, a register file as on `day` or today. Raises Unreadable
    where the file cannot be read or does not hold that owner, Unusable where it is another municipality's.
    """
    if not path.exists():
        raise Unreadable("storage.no_such_file", path=path)
    if is_plan_file(path):
        return _plan(session, path, municipality, day)
    return _register(session, path, municipality, day)


def is_plan_file(path: Path) -> bool:
    """Whether it is a plan, and no register file, folder or zip."""
    from sorstudio.storage.header import is_plan

    return path.is_file() and is_plan(path)


def _plan(session: Session, path: Path, asked: str | None, day: date | None) -> Opened:
    with session.read(path) as opened:
        plan = opened.plan
        state = plan.state(END if day is None else day)
        own = plan.codes.municipality(setting(plan, "municipality") or "")
        if asked is not None and not _is_meant(asked, own, state, plan.codes):
            raise Unusable("cli.opened.other_plan", path=path, asked=asked, found=_whose(own, state))
        return Opened(state, plan.timeline, plan.codes, session.today, day, own, plan)


def _register(session: Session, path: Path, asked: str | None, day: date | None) -> Opened:
    codes = resources.code_lists()
    baseline = _baseline(session, path, codes, asked)
    timeline = Timeline(baseline, ())
    state = timeline.state(day or session.today)
    own = _own_municipality(state, codes)
    if asked is not None and not _is_meant(asked, own, state, codes):
        if own is not None:
            raise Unusable("cli.opened.other_register", path=path, asked=asked, found=_whose(own, state))
        own = codes.municipality(asked)
        session.warn("cli.opened.unsaid", path=path, asked=own.official_name if own else asked)
    return Opened(state, timeline, codes, session.today, day or session.today, own)


def _baseline(session: Session, path: Path, codes: CodeLists, owner: str | None) -> Baseline:
    from sorstudio.formats.problems import UnreadableFile
    from sorstudio.formats.reading import read
    from sorstudio.formats.tabular import Wanted

    try:
        return read([path], codes=codes, today=session.today, wanted=Wanted(owner, fragment=True)).baseline
    except UnreadableFile as refusal:
        several = next((one for one in refusal.problems if one.code == "register.two_roots"), None)
        if several is None or owner is not None:
            raise
        # The reader's own words name an option that only the commands that make a plan have.
        raise Unreadable("cli.opened.several", path=path, **several.params) from None


def _is_meant(asked: str, own: Municipality | None, state: State, codes: CodeLists) -> bool:
    """Whether the municipality or an owner at the top is called so."""
    from sorstudio.formats.narrow import owner_test

    if own is not None and codes.municipality(asked) == own:
        return True
    test = owner_test(asked, codes)
    return any(test(state.units[top].sor_id or "", state.units[top].name) for top in state.roots())


def _own_municipality(state: State, codes: CodeLists) -> Municipality | None:
    """The one that the units at the top are named after or, where no name tells whose they are, lie in."""
    from sorstudio.formats.narrow import municipality_in, names_its_owner

    tops = [state.units[top] for top in state.roots()]
    if any(names_its_owner(top.name, codes) for top in tops):
        return next(filter(None, (municipality_in(top.name, codes) for top in tops)), None)
    places = [place for top in tops for place in (top.postal, top.visiting) if isinstance(place, Address)]
    return next(filter(None, (codes.municipality(place.municipality_code or "") for place in places)), None)


def _whose(own: Municipality | None, state: State) -> str:
    return own.official_name if own else ", ".join(state.units[top].name for top in state.roots())
