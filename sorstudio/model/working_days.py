"""Working days in Denmark: Monday to Friday, without the public holidays."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

_DAY = timedelta(days=1)
_SATURDAY = 5


def is_working_day(day: date) -> bool:
    """Whether public offices are open as on any other day. Days that only many take off, as 24 December, count."""
    return day.weekday() < _SATURDAY and day not in _holidays(day.year)


def working_days_after(start: date, count: int) -> date:
    """The `count`-th working day after `start`, which is not counted itself; `start` where `count` is 0."""
    day = start
    while count > 0:
        day += _DAY
        count -= is_working_day(day)
    return day


def working_days_between(start: date, end: date) -> int:
    """How many working days come after `start`, up to and with `end`; 0 where `end` is not later."""
    days = (start + timedelta(days=number) for number in range(1, (end - start).days + 1))
    return sum(map(is_working_day, days))


@cache
def _holidays(year: int) -> frozenset[date]:
    # Read only here: the library takes a tenth of a second, which no command should wait for that asks for no day.
    from holidays import country_holidays

    return frozenset(country_holidays("DK", years=year))
