"""The home page: a lead, the latest, topics, figures that changed."""

from __future__ import annotations

from typing import Final

from generator.model.links import FigureReport, Register

from . import addresses
from .document import first_paragraph
from .figure_cards import extent, figure_card, figure_cards, shortened
from .figure_views import newest_reports
from .index_links import index_links
from .scope import Scope
from .site_index import SiteIndex, sort_name
from .teasers import teaser, teasers
from .views import HomeView, LinkView, TopicView

_LEAD_FIGURES: Final = 3
_FIGURES: Final = 6
_TOPICS: Final = 12


def home_view(index: SiteIndex) -> HomeView:
    """The home page, in the site's language."""
    settings = index.settings
    scope = Scope(index, addresses.HOME)
    lead = _lead(index)
    latest = [key for key in index.newest_first if key != lead][: settings.latest]
    reports = index.linked.briefings[lead].figures if lead else ()
    return HomeView(
        page=scope.page("home", settings.site_name, settings.site_description),
        lead=teaser(scope, lead) if lead else None,
        lead_figures=figure_cards(scope, reports)[:_LEAD_FIGURES],
        latest=teasers(scope, latest),
        topics=_topics(scope),
        figures=tuple(figure_card(scope, report) for report in _changed(index)[:_FIGURES]),
        indexes=(
            *index_links(scope),
            LinkView(scope.say("Corrections"), scope.href(addresses.CORRECTIONS)),
        ),
        feed=scope.feed(),
    )


def _lead(index: SiteIndex) -> str:
    """The newest briefing in the site's language that has figures, else the newest there is."""
    for want_figures in (True, False):
        for key in index.newest_first:
            briefing = index.linked.briefings[key]
            if index.newest(briefing).language != index.settings.language:
                continue
            if briefing.figures or not want_figures:
                return key
    return next(iter(index.newest_first), "")


def _topics(scope: Scope) -> tuple[TopicView, ...]:
    """The topics with briefings, those with most first."""
    index = scope.index
    used_in = index.used_in[Register.TOPIC]
    topics = [item for key, item in index.linked.site.topics.items() if key in used_in]
    topics.sort(key=lambda item: (-len(used_in[item.id]), sort_name(item.title), item.id))
    found = ((scope.topic(item.id), item) for item in topics[:_TOPICS])
    return tuple(
        TopicView(link, len(used_in[item.id]), shortened(first_paragraph(item.profile.blocks)))
        for link, item in found
        if link
    )


def _changed(index: SiteIndex) -> tuple[FigureReport, ...]:
    """The latest report of each series whose reports are not all the same, the newest first."""
    latest = []
    for reports in index.linked.series.values():
        newest = newest_reports(index, reports)
        if newest and len({extent(report.quantity) for report in newest}) > 1:
            latest.append(newest[0])
    return newest_reports(index, tuple(latest))
