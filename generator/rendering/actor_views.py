"""Actors' pages."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

from generator.model.links import Origin, Register
from generator.model.registers import Actor, ActorKind

from . import addresses
from .archives import BRIEFINGS, EVENTS, STATEMENTS, Archive, Listed
from .events import chronological, statement_views, timeline
from .facets import entry_facets
from .links import external, wikidata
from .network import MOST, Centre, actor_network
from .passages import profile
from .people import initials, kind_word, role_on
from .scope import Scope
from .site_index import SiteIndex, sort_name
from .teasers import teasers
from .views import ActorPageView, ArchivePageView, CompanionView, LinkView, RoleView

if TYPE_CHECKING:
    from collections.abc import Iterator


def actor_views(index: SiteIndex) -> Iterator[ActorPageView | ArchivePageView]:
    """The pages of all actors."""
    for actor in index.linked.site.actors.values():
        yield from actor_pages(index, actor)


def actor_pages(index: SiteIndex, actor: Actor) -> Iterator[ActorPageView | ArchivePageView]:
    """The pages of one actor."""
    listed = _listed(index, actor)
    archive = Archive(index, Register.ACTOR, actor.id, listed)
    view = actor_view(index, actor, listed, archive)
    yield view
    yield from archive.pages(view.page.title)


def _listed(index: SiteIndex, actor: Actor) -> Listed:
    """What an actor's page lists."""
    own = {
        event.key: event
        for mention in index.linked.actor_mentions.get(actor.id, ())
        for event in index.events_in_sentence.get(
            (mention.fact.origin, mention.fact.annotation.sentence), ()
        )
    }
    statements = sorted(
        index.linked.statements.get(actor.id, ()),
        key=lambda item: -(index.dated(item.fact.origin) or dt.date.min).toordinal(),
    )
    return Listed(
        briefings=index.used_in[Register.ACTOR].get(actor.id, ()),
        statements=tuple(statements),
        events=chronological(own.values())[::-1],
    )


def actor_view(index: SiteIndex, actor: Actor, listed: Listed, archive: Archive) -> ActorPageView:
    """The page of one actor: the newest of what is listed, the rest in the archive."""
    scope = Scope(index, addresses.entry_path(Register.ACTOR, actor.id))
    used_in = listed.briefings
    name = scope.named(actor.names, actor.name)
    person = actor.kind is ActorKind.PERSON
    role = role_on(actor, _newest_day(index, used_in)) if used_in else _last_role(actor)
    origin = Origin(Register.ACTOR, actor.id)
    letters = initials(actor.name, person=person)
    companions = _companions(scope, actor, used_in)
    return ActorPageView(
        page=scope.page(
            "actor",
            name,
            _description(scope, role or kind_word(scope, actor.kind), len(used_in)),
            entry_facets(index, Register.ACTOR, actor.id, actor.names),
        ),
        kind=kind_word(scope, actor.kind),
        person=person,
        initials=letters,
        role=role,
        aliases=tuple(scope.name(item.text) for item in actor.names if item.text != name),
        profile=profile(scope, origin, actor.file, actor.profile),
        roles=tuple(
            RoleView(item.title, scope.dates.held(item.start, item.end)) for item in actor.roles
        ),
        briefings=teasers(scope, used_in[:BRIEFINGS]),
        statements=statement_views(scope, listed.statements[:STATEMENTS]),
        timeline=timeline(scope, listed.events[:EVENTS][::-1]),
        companions=companions,
        links=_links(scope, actor),
        network=actor_network(scope, Centre(name, letters, person), companions),
        picture=scope.picture(actor.image),
        feed=scope.feed() if used_in else None,
        archive=archive.links(scope),
    )


def _description(scope: Scope, what: str, briefings: int) -> str:
    """What an actor is and how often it appears: "Person" alone tells nobody from another."""
    count = scope.messages.count("%(num)s briefing", "%(num)s briefings", briefings)
    return f"{what} · {count}" if briefings else what


def _companions(
    scope: Scope, actor: Actor, briefings: tuple[str, ...]
) -> tuple[CompanionView, ...]:
    """Who appears in the same briefings, the most frequent first."""
    counted = Counter(
        other
        for key in briefings
        for other in {item.id for item in scope.index.linked.briefings[key].actors}
        if other and other != actor.id
    )
    actors = scope.index.linked.site.actors
    known = [(other, count) for other, count in counted.items() if other in actors]
    known.sort(key=lambda pair: (-pair[1], sort_name(actors[pair[0]].name), pair[0]))
    return tuple(
        CompanionView(link, count, person=actors[other].kind is ActorKind.PERSON)
        for other, count in known[:MOST]
        if (link := scope.actor(other))
    )


def _links(scope: Scope, actor: Actor) -> tuple[LinkView, ...]:
    links = [scope.name(item.title, external(item.url)) for item in actor.links]
    if actor.wikidata:
        links.append(LinkView("Wikidata", wikidata(actor.wikidata)))
    return tuple(link for link in links if link.href)


def _newest_day(index: SiteIndex, briefings: tuple[str, ...]) -> dt.date:
    return index.newest(index.linked.briefings[briefings[0]]).date


def _last_role(actor: Actor) -> str:
    latest = max(
        (item.start.latest for item in actor.roles if item.start and item.start.latest),
        default=None,
    )
    return role_on(actor, latest or dt.date.max)
