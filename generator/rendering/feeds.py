"""Feeds of the site, of each topic and of each actor in a briefing: Atom 1.0 and JSON Feed 1.1.

A feed holds the 30 briefings that changed last, and the newest 30 of their corrections as entries
of their own; what changed last comes first. Addresses in a feed are absolute, so a site without
``site_url`` has none.

An entry's id is its permanent address: that of the briefing's page, and for a correction the same
with ``#correction-DATE-HASH`` of its text. It changes with the briefing's id or the site's address,
and with nothing else. A briefing is published on the day (00:00 UTC) or at the moment of its oldest
article, and updated by its newest article, by ``updated`` and by corrections.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from generator.model.links import Register
from generator.model.output import Output

from . import addresses
from .document import first_paragraph
from .feed_formats import (
    Category,
    Entry,
    Feed,
    WrittenEntry,
    atom,
    escaped,
    in_utc,
    json_feed,
    written,
)
from .language import direction
from .scope import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.article import Article, Correction
    from generator.model.links import Briefing
    from generator.model.registers import Actor, Topic

    from .site_index import SiteIndex

MOST: Final = 30

_HASH_LENGTH: Final = 12


def feeds(index: SiteIndex) -> Iterator[Output]:
    """The site's feeds, each topic's, and each actor's who appears in a briefing."""
    yield from site_feeds(index)
    for topic in index.linked.site.topics.values():
        yield from topic_feeds(index, topic)
    for actor in index.linked.site.actors.values():
        yield from actor_feeds(index, actor)


def site_feeds(index: SiteIndex) -> Iterator[Output]:
    """The feeds of all briefings."""
    settings = index.settings
    if settings.site_url:
        title, description = settings.site_name, settings.site_description
        yield from _both(index, addresses.HOME, title, description, index.newest_first)


def topic_feeds(index: SiteIndex, topic: Topic) -> Iterator[Output]:
    """The feeds of one topic."""
    if index.settings.site_url:
        path = addresses.entry_path(Register.TOPIC, topic.id)
        briefings = index.used_in[Register.TOPIC].get(topic.id, ())
        description = first_paragraph(topic.profile.blocks)
        yield from _both(index, path, topic.title, description, briefings)


def actor_feeds(index: SiteIndex, actor: Actor) -> Iterator[Output]:
    """The feeds of one actor; none of one who appears in no briefing."""
    briefings = index.used_in[Register.ACTOR].get(actor.id, ())
    if index.settings.site_url and briefings:
        path = addresses.entry_path(Register.ACTOR, actor.id)
        name = Scope(index, path).named(actor.names, actor.name)
        yield from _both(index, path, name, "", briefings)


def _both(
    index: SiteIndex, page: str, title: str, description: str, briefings: Iterable[str]
) -> Iterator[Output]:
    entries = _Entries(index)
    settings = index.settings
    own = page == addresses.HOME
    in_atom, in_json = addresses.feed_paths(page)
    feed = Feed(
        page=entries.address(addresses.served(page, folders=settings.directory_urls)),
        atom=entries.address(in_atom),
        json=entries.address(in_json),
        title=title if own else f"{title} · {settings.site_name}",
        description=description,
        author=settings.site_name,
        language=settings.language,
    )
    found = entries.of(briefings)
    yield Output(in_atom, atom(feed, found))
    yield Output(in_json, json_feed(feed, found))


class _Entries:
    """The entries of each briefing, made when a feed first asks for them."""

    def __init__(self, index: SiteIndex) -> None:
        self.index: Final = index

    def address(self, path: str) -> str:
        """The absolute address of what is served at ``path`` below the site's root."""
        return self.index.settings.site_url + quote(path, safe="/~")

    def of(self, briefings: Iterable[str]) -> tuple[WrittenEntry, ...]:
        """The entries of a feed of these briefings, what changed last first."""
        latest = sorted(briefings, key=lambda key: (self._updated(key), key), reverse=True)[:MOST]
        made = [self._of_one(key) for key in latest]
        corrections = sorted((item for _, *items in made for item in items), key=_age, reverse=True)
        first = (items[0] for items in made)
        return tuple(sorted((*first, *corrections[:MOST]), key=_age, reverse=True))

    def _of_one(self, key: str) -> tuple[WrittenEntry, ...]:
        """The entry of a briefing, and after it those of its corrections."""
        return self.index.once(("feed entry", key), lambda: tuple(map(written, self._entries(key))))

    def _updated(self, key: str) -> dt.datetime:
        index = self.index
        return index.once(
            ("feed entry updated", key),
            lambda: _updated(_articles(index, index.linked.briefings[key])),
        )

    def _entries(self, key: str) -> Iterator[Entry]:
        index = self.index
        briefing = index.linked.briefings[key]
        articles = _articles(index, briefing)
        newest = index.newest(briefing)
        scope = Scope(index, addresses.briefing_path(key), newest.language)
        folders = index.settings.directory_urls
        address = self.address(addresses.served(scope.path, folders=folders))
        topics = index.linked.site.topics
        categories = tuple(
            Category(item, topics[item].title) for item in briefing.topics if item in topics
        )
        corrections = _corrections(articles)
        yield Entry(
            id=address,
            url=address,
            title=newest.title,
            summary=newest.summary,
            html=_content(scope, newest, corrections),
            published=min(map(_published, articles)),
            updated=self._updated(key),
            authors=tuple(dict.fromkeys(map(scope.publisher, articles))),
            categories=categories,
            language=newest.language,
        )
        for correction, article in corrections:
            own = Scope(index, scope.path, article.language)
            day = _midnight(correction.date)
            yield Entry(
                id=f"{address}#{_correction_id(correction)}",
                url=f"{address}#corrections",
                title=own.say("Correction: %(title)s", title=article.title),
                summary=correction.text,
                html=f"<p>{escaped(correction.text)}</p>",
                published=day,
                updated=day,
                authors=(index.settings.site_name,),
                categories=categories,
                language=article.language,
            )


def _articles(index: SiteIndex, briefing: Briefing) -> tuple[Article, ...]:
    return tuple(index.linked.site.articles[item] for item in briefing.articles)


def _corrections(articles: Iterable[Article]) -> list[tuple[Correction, Article]]:
    """What was wrong in a briefing, newest first; the same thing said of two articles, once."""
    found: dict[tuple[dt.date, str], tuple[Correction, Article]] = {}
    for article in articles:
        for item in article.corrections:
            found.setdefault((item.date, item.text), (item, article))
    return sorted(found.values(), key=lambda pair: -pair[0].date.toordinal())


def _content(scope: Scope, newest: Article, corrections: list[tuple[Correction, Article]]) -> str:
    text = f"<p>{escaped(newest.summary or newest.title)}</p>"
    if not corrections:
        return text
    items = "".join(
        f'<li lang="{escaped(article.language)}" dir="{direction(article.language)}">'
        f"{_day(scope, item.date)} {escaped(item.text)}</li>"
        for item, article in corrections
    )
    return f"{text}<h2>{escaped(scope.say('Corrections'))}</h2><ul>{items}</ul>"


def _day(scope: Scope, date: dt.date) -> str:
    day = scope.day(date)
    return f'<time datetime="{escaped(day.iso)}">{escaped(day.text)}</time>'


def _correction_id(correction: Correction) -> str:
    text = correction.text.encode(errors="replace")
    digest = hashlib.sha256(text).hexdigest()[:_HASH_LENGTH]
    return f"correction-{correction.date.isoformat()}-{digest}"


def _published(article: Article) -> dt.datetime:
    return in_utc(article.moment) if article.moment else _midnight(article.date)


def _updated(articles: tuple[Article, ...]) -> dt.datetime:
    days = [item.updated for item in articles if item.updated]
    days += [correction.date for item in articles for correction in item.corrections]
    return max((*map(_published, articles), *map(_midnight, days)))


def _midnight(date: dt.date) -> dt.datetime:
    return dt.datetime(date.year, date.month, date.day, tzinfo=dt.UTC)


def _age(entry: WrittenEntry) -> tuple[dt.datetime, dt.datetime, str]:
    return entry.updated, entry.published, entry.id
