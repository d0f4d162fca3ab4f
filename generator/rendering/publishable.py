"""What of a linked site is published: everything but drafts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from generator.model.article import Status
from generator.model.links import Briefing, Event, Fact, LinkedSite, Mention, Origin, Register
from generator.model.versions import with_versions

_Published: TypeAlias = Callable[[Fact], bool]


def without_drafts(linked: LinkedSite) -> LinkedSite:
    """The site as if its drafts were not there."""
    drafts = {
        key for key, article in linked.site.articles.items() if article.status is Status.DRAFT
    }
    if not drafts:
        return linked
    articles = {key: item for key, item in linked.site.articles.items() if key not in drafts}
    briefings = _published_briefings(linked, drafts)
    included = {block for briefing in briefings.values() for block in briefing.background}

    def stands(origin: Origin) -> bool:
        match origin.register:
            case Register.ARTICLE:
                return origin.id not in drafts
            case Register.BACKGROUND:
                return origin.id in included
            case _:
                return True

    def published(fact: Fact) -> bool:
        return stands(fact.origin)

    briefings = {key: _without(item, linked, published) for key, item in briefings.items()}
    briefings = dict(with_versions(briefings, articles, linked.translations))
    events = _published_events(linked.events, published)
    kept = set(events)
    return replace(
        linked,
        site=replace(linked.site, articles=articles),
        briefings={
            key: replace(
                item,
                events=tuple(event for event in item.events if event in kept),
                related=tuple(other for other in item.related if other in briefings),
                read_more=tuple(
                    line if line.briefing in briefings else replace(line, briefing="")
                    for line in item.read_more
                    if stands(line.origin)
                ),
            )
            for key, item in briefings.items()
        },
        actor_mentions={
            key: tuple(item for item in items if published(item.fact))
            for key, items in linked.actor_mentions.items()
        },
        place_mentions={
            key: tuple(item for item in items if published(item.fact))
            for key, items in linked.place_mentions.items()
        },
        series={
            key: tuple(item for item in items if published(item.fact))
            for key, items in linked.series.items()
        },
        statements={
            key: tuple(item for item in items if published(item.fact))
            for key, items in linked.statements.items()
        },
        events=events,
        disagreements=tuple(
            item
            for item in linked.disagreements
            if published(item.first.fact) and published(item.second.fact)
        ),
    )


def _published_briefings(linked: LinkedSite, drafts: set[str]) -> dict[str, Briefing]:
    """The briefings with a published article, and the background blocks that these include."""
    briefings = {}
    for key, briefing in linked.briefings.items():
        articles = tuple(item for item in briefing.articles if item not in drafts)
        if not articles:
            continue
        included = {
            reference.id for item in articles for reference in linked.site.articles[item].background
        }
        topics = {
            reference.id for item in articles for reference in linked.site.articles[item].topics
        }
        briefings[key] = replace(
            briefing,
            articles=articles,
            background=tuple(item for item in briefing.background if item in included),
            topics=tuple(item for item in briefing.topics if item in topics),
        )
    return briefings


def _without(briefing: Briefing, linked: LinkedSite, published: _Published) -> Briefing:
    texts = {Origin(Register.ARTICLE, item) for item in briefing.articles}
    texts |= {Origin(Register.BACKGROUND, item) for item in briefing.background}

    def first(
        mentions: tuple[Mention, ...], everywhere: Mapping[str, tuple[Mention, ...]]
    ) -> Iterator[Mention]:
        for mention in mentions:
            if published(mention.fact):
                yield mention
                continue
            # Another text of the briefing may name it too.
            for other in everywhere.get(mention.id, ()):
                if other.fact.origin in texts and published(other.fact):
                    yield other
                    break

    return replace(
        briefing,
        actors=tuple(first(briefing.actors, linked.actor_mentions)),
        places=tuple(first(briefing.places, linked.place_mentions)),
        figures=tuple(item for item in briefing.figures if published(item.fact)),
        statements=tuple(item for item in briefing.statements if published(item.fact)),
        unlisted_actors=tuple(item for item in briefing.unlisted_actors if published(item.fact)),
        unlisted_places=tuple(item for item in briefing.unlisted_places if published(item.fact)),
    )


def _published_events(events: Mapping[str, Event], published: _Published) -> dict[str, Event]:
    kept = {}
    for key, event in events.items():
        reports = tuple(fact for fact in event.reports if published(fact))
        if reports:
            kept[key] = replace(event, reports=reports)
    return kept
