"""What an entry's page has no room for: all of it by time, on pages of its own."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeAlias

from generator.model.links import Event, FigureReport, Register, Statement

from . import addresses
from .events import statement_views, timeline
from .figure_cards import report_row
from .period_groups import further_periods, month_groups, period_name
from .periods import Period, divided
from .scope import Scope
from .views import ArchivePageView, LinkView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .site_index import SiteIndex

# What an entry's own page shows; the newest are kept.
BRIEFINGS: Final = 24
STATEMENTS: Final = 20
EVENTS: Final = 20
REPORTS: Final = 40

_ROOM: Final = 60
"""Most items of a page, of all kinds together: some 60 kB of HTML."""


@dataclass(frozen=True, slots=True)
class Listed:
    """All that an entry's page lists, each the newest first. Briefings are given by their keys."""

    briefings: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    reports: tuple[FigureReport, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether the entry's page shows it all."""
        return (
            len(self.briefings) <= BRIEFINGS
            and len(self.statements) <= STATEMENTS
            and len(self.events) <= EVENTS
            and len(self.reports) <= REPORTS
        )


_Thing: TypeAlias = str | Statement | Event | FigureReport


class Archive:
    """The pages behind the page of the entry ``key``; none where that one has room for all."""

    def __init__(self, index: SiteIndex, register: Register, key: str, listed: Listed) -> None:
        self._index = index
        self._register = register
        self._key = key
        self._listed = listed

    def links(self, scope: Scope) -> tuple[LinkView, ...]:
        """Links to its years, as seen from the page of ``scope``."""
        return tuple(scope.link(period_name(scope, one), self._path(one)) for one in self._periods)

    def pages(self, title: str, label: str = "") -> Iterator[ArchivePageView]:
        """Its pages. ``title`` is that of the entry; ``label`` is what its reports count."""
        for year in self._periods:
            for period in year.all():
                yield self._page(period, title, label)

    def _page(self, period: Period[_Thing], title: str, label: str) -> ArchivePageView:
        scope = Scope(self._index, self._path(period))
        own = addresses.entry_path(self._register, self._key)
        things = period.items
        reports = (item for item in things if isinstance(item, FigureReport))
        events = (item for item in things if isinstance(item, Event))
        statements = (item for item in things if isinstance(item, Statement))
        briefings = [item for item in things if isinstance(item, str)]
        return ArchivePageView(
            page=scope.page("archive", f"{title} · {period_name(scope, period)}"),
            entry=scope.name(title, scope.href(own)),
            groups=(*further_periods(scope, period, self._path), *month_groups(scope, briefings)),
            reports=tuple(report_row(scope, item, label) for item in reports),
            statements=statement_views(scope, statements),
            timeline=timeline(scope, tuple(events)[::-1]),
            others=self.links(scope),
        )

    def _path(self, period: Period[_Thing]) -> str:
        return addresses.entry_path(self._register, f"{self._key}/{period.stem}")

    @cached_property
    def _periods(self) -> tuple[Period[_Thing], ...]:
        listed = self._listed
        if listed.fits:
            return ()
        things: list[_Thing] = [
            *listed.briefings,
            *listed.reports,
            *listed.statements,
            *listed.events,
        ]
        # Stable: of one day, kinds stay together and in their order.
        things.sort(key=lambda item: -(self._day(item) or dt.date.min).toordinal())
        return divided(things, self._day, _ROOM)

    def _day(self, item: _Thing) -> dt.date | None:
        index = self._index
        match item:
            case str():
                return index.newest(index.linked.briefings[item]).date
            case Statement():
                return index.dated(item.fact.origin)
            case Event():
                return item.date.earliest or item.date.latest
            case FigureReport():
                return report_day(index, item)


def report_day(index: SiteIndex, report: FigureReport) -> dt.date | None:
    """The last day that a report is as of, else the day of its text."""
    known = report.as_of.latest or report.as_of.earliest if report.as_of else None
    return known or index.dated(report.fact.origin)
