"""Briefings: the facts of the articles that name the same one, merged in order."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from generator.model.links import (
    Briefing,
    Event,
    FigureReport,
    Mention,
    Origin,
    ReadMoreLink,
    Register,
    Statement,
)
from generator.names import normal_name

from .read_more import distinct
from .texts import newest_first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from generator.model.article import Article
    from generator.model.site import Site

    from .front_matter import Included

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the texts of a site say, in reading order."""

    actors: tuple[Mention, ...]
    places: tuple[Mention, ...]
    figures: tuple[FigureReport, ...]
    statements: tuple[Statement, ...]
    events: Mapping[str, Event]
    read_more: tuple[ReadMoreLink, ...]


def link_briefings(
    site: Site, facts: Facts, included: Mapping[str, Included]
) -> Mapping[str, Briefing]:
    """All briefings by id; ``related`` holds the editors' picks alone."""
    grouped: defaultdict[str, list[Article]] = defaultdict(list)
    for article in sorted(site.articles.values(), key=newest_first):
        grouped[article.briefing].append(article)
    shares = _Shares(facts)
    return {key: shares.briefing(key, grouped[key], included) for key in sorted(grouped)}


class _Shares:
    """The facts of a site by the text they stand in, to be handed out to briefings."""

    def __init__(self, facts: Facts) -> None:
        self._actors = _by_origin(facts.actors, lambda item: item.fact.origin)
        self._places = _by_origin(facts.places, lambda item: item.fact.origin)
        self._figures = _by_origin(facts.figures, lambda item: item.fact.origin)
        self._statements = _by_origin(facts.statements, lambda item: item.fact.origin)
        self._read_more = _by_origin(facts.read_more, lambda item: item.origin)
        self._events = facts.events
        self._event_keys: defaultdict[Origin, dict[str, None]] = defaultdict(dict)
        for key, event in facts.events.items():
            for report in event.reports:
                self._event_keys[report.origin][key] = None

    def briefing(
        self, key: str, articles: Sequence[Article], included: Mapping[str, Included]
    ) -> Briefing:
        """The briefing that ``articles``, newest first, make together."""
        parts = [included[article.id] for article in articles]
        background = _once(part.background for part in parts)
        origins = (
            *(Origin(Register.ARTICLE, article.id) for article in articles),
            *(Origin(Register.BACKGROUND, block) for block in background),
        )
        actors = _first_mentions(_of(self._actors, origins))
        places = _first_mentions(_of(self._places, origins))
        events = _once(self._event_keys.get(origin, ()) for origin in origins)
        return Briefing(
            id=key,
            articles=tuple(article.id for article in articles),
            background=background,
            topics=_once(part.topics for part in parts),
            actors=tuple(item for item in actors if item.id),
            places=tuple(item for item in places if item.id),
            figures=tuple(_of(self._figures, origins)),
            statements=tuple(_of(self._statements, origins)),
            events=tuple(sorted(events, key=self._chronological)),
            read_more=tuple(distinct(_of(self._read_more, origins), key)),
            related=tuple(item for item in _once(part.related for part in parts) if item != key),
            unlisted_actors=tuple(item for item in actors if not item.id),
            unlisted_places=tuple(item for item in places if not item.id),
        )

    def _chronological(self, key: str) -> tuple[tuple[int, int, str], str]:
        return self._events[key].date.sort_key, key


def _by_origin(
    items: Iterable[_T], origin: Callable[[_T], Origin]
) -> Mapping[Origin, Sequence[_T]]:
    grouped: defaultdict[Origin, list[_T]] = defaultdict(list)
    for item in items:
        grouped[origin(item)].append(item)
    return grouped


def _of(groups: Mapping[Origin, Sequence[_T]], origins: Iterable[Origin]) -> Iterable[_T]:
    return chain.from_iterable(groups.get(origin, ()) for origin in origins)


def _once(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(groups)))


def _first_mentions(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Each actor or place once: its first mention, with the first role that any gives."""
    first: dict[tuple[str, str], Mention] = {}
    for mention in mentions:
        key = mention.id, "" if mention.id else normal_name(mention.fact.annotation.text)
        known = first.setdefault(key, mention)
        if mention.role and not known.role:
            first[key] = replace(known, role=mention.role)
    return tuple(first.values())
