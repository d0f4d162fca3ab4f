"""What was wrong on the site's pages, and what is right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from . import addresses
from .period_groups import further_periods, period_name
from .periods import Period, divided
from .scope import Scope
from .teasers import correction_view, newest_corrections
from .views import CorrectionsPageView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .site_index import SiteIndex
    from .teasers import Corrected

_ROOM: Final = 100


def correction_pages(index: SiteIndex) -> Iterator[CorrectionsPageView]:
    """The newest corrections; where there are more, all of them by time."""
    every = newest_corrections(index.linked.site.articles.values())
    periods = divided(every, lambda item: item[0].date, _ROOM) if len(every) > _ROOM else ()

    def path(period: Period[Corrected]) -> str:
        return addresses.corrections_path(period.stem)

    def page(
        page_path: str, shown: tuple[Corrected, ...], of: Period[Corrected] | None = None
    ) -> CorrectionsPageView:
        scope = Scope(index, page_path)
        title = scope.say("Corrections")
        return CorrectionsPageView(
            scope.page("corrections", f"{title} · {period_name(scope, of)}" if of else title),
            tuple(correction_view(scope, *item, with_page=True) for item in shown),
            tuple(scope.link(period_name(scope, one), path(one)) for one in periods),
            further_periods(scope, of, path) if of else (),
        )

    yield page(addresses.CORRECTIONS, every[:_ROOM])
    for year in periods:
        for period in year.all():
            yield page(path(period), period.items, period)
