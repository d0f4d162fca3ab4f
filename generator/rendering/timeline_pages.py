"""The site's timeline: every event once, by time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import addresses
from .events import timeline
from .period_groups import further_periods, period_name
from .scope import Scope
from .views import LinkView, TimelinePageView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.links import Event

    from .periods import Period
    from .site_index import SiteIndex


def timeline_pages(index: SiteIndex) -> Iterator[TimelinePageView]:
    """The newest events, a page for each year that it has no room for, or for its months."""

    def path(period: Period[Event]) -> str:
        return index.period_page(period)

    def page(
        page_path: str, shown: tuple[Period[Event], ...], of: Period[Event] | None = None
    ) -> TimelinePageView:
        scope = Scope(index, page_path)
        title = scope.say("Timeline")
        return TimelinePageView(
            scope.page("timeline", f"{title} · {period_name(scope, of)}" if of else title),
            tuple((period_name(scope, one), timeline(scope, one.items)) for one in shown),
            _others(scope),
            further_periods(scope, of, path) if of else (),
        )

    yield page(addresses.TIMELINE, index.newest_periods)
    for year in index.timeline:
        for period in year.all():
            if path(period) != addresses.TIMELINE:
                yield page(path(period), (period,) if period.items else (), period)


def _others(scope: Scope) -> tuple[LinkView, ...]:
    """Links to the newest events and to the years that stand elsewhere."""
    index = scope.index
    paths = [(year, index.period_page(year)) for year in index.timeline]
    years = [(year, path) for year, path in paths if path != addresses.TIMELINE]
    if not years:
        return ()
    return (
        scope.link(scope.say("Latest"), addresses.TIMELINE),
        *(scope.link(period_name(scope, year), path) for year, path in years),
    )
