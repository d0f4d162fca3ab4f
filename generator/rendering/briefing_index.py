"""The index of briefings: the latest, and all of them by time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from . import addresses
from .period_groups import further_periods, month_groups, period_name
from .periods import Period, divided
from .scope import Scope
from .views import IndexPageView

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from .site_index import SiteIndex

_LATEST: Final = 50
_ROOM: Final = 80
"""Most briefings of a page: some 70 kB of HTML with long summaries."""


def briefing_indexes(index: SiteIndex) -> Iterator[IndexPageView]:
    """The latest briefings, a page for each year, and one for each month of a long year."""
    keys = tuple(index.newest_first)

    def day(key: str) -> dt.date:
        return index.newest(index.linked.briefings[key]).date

    def path(period: Period[str]) -> str:
        page = addresses.briefing_path(period.stem)
        return addresses.briefing_path(f"all-{period.stem}") if index.known(page) else page

    years = divided(keys, day, _ROOM)
    scope = Scope(index, addresses.BRIEFINGS)
    yield IndexPageView(
        scope.page("briefings", scope.say("Briefings")),
        tuple(month_groups(scope, keys[:_LATEST])),
        len(keys),
        tuple(scope.link(period_name(scope, one), path(one)) for one in years),
    )
    for year in years:
        for period in year.all():
            scope = Scope(index, path(period))
            title = f"{scope.say('Briefings')} · {period_name(scope, period)}"
            yield IndexPageView(
                scope.page("briefings", title),
                (*further_periods(scope, period, path), *month_groups(scope, period.items)),
                period.size,
                tuple(scope.link(period_name(scope, one), path(one)) for one in years),
            )
