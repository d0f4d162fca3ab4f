"""What pages look up across the site, computed once for all of them."""

from __future__ import annotations

import datetime as dt
import posixpath
import unicodedata
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

from generator.model.annotation import Kind
from generator.model.links import (
    Briefing,
    Disagreement,
    Event,
    Fact,
    LinkedSite,
    Mention,
    Origin,
    Register,
)
from generator.model.output import Copy, Output
from generator.model.pictures import is_picture

from . import addresses
from .changes import reports_before
from .periods import Period, divided
from .pictures import NO_PICTURES, Pictures
from .quotations import Quotations

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Mapping

    from generator.config import Settings
    from generator.model.article import Article
    from generator.model.card import Card

    from .reads import Reads

EVENTS_PER_PAGE: Final = 80
"""Most events of a timeline's page: some 70 kB of HTML with a few sources each."""

_T = TypeVar("_T")

_REGISTERS: Final = {
    Kind.ACTOR: Register.ACTOR,
    Kind.FIGURE: Register.FIGURE,
    Kind.PLACE: Register.PLACE,
}


class SiteIndex:
    """The linked site and what is derived from it; gathers the pictures that pages use."""

    def __init__(
        self,
        linked: LinkedSite,
        others: Collection[str] = (),
        pictures: Pictures = NO_PICTURES,
    ) -> None:
        site = linked.site
        self.linked: Final = linked
        self.settings: Final[Settings] = site.settings
        self.quotations: Final = Quotations(site)
        self.newest_first: Final = _newest_first(linked)
        self.briefing_of: Final[Mapping[Origin, tuple[str, ...]]] = self._briefings_of()
        self.used_in: Final = self._used_in()
        self.disagreements: Final = _by_report(linked.disagreements)
        self.differing: Final = _by_series(linked.disagreements)
        self.before: Final = reports_before(linked)
        self.mentions_in: Final = _by_origin(linked)
        self.timeline: Final = divided(_newest_events(linked.events), event_day, EVENTS_PER_PAGE)
        self.newest_periods: Final = _first_page(self.timeline)
        self._timeline_pages: Final = self._pages_of_events()
        self._pages: Final = self._known_pages() | set(others)
        self.large: Final = len(self._pages) > self.settings.search_limit
        self.events_in_sentence: Final = _by_sentence(linked.events)
        self.reviewed: Final = _reviewed(linked)
        self.images: Final = pictures.images
        self._draw: Final = pictures.draw
        self._media: Final[dict[str, str]] = {}
        self._made: Final[dict[Hashable, Any]] = {}
        self._reads: Reads | None = None

    def article(self, origin: Origin) -> Article | None:
        """The article a fact stands in, ``None`` where it stands in something else."""
        if origin.register is not Register.ARTICLE:
            return None
        return self.linked.site.articles.get(origin.id)

    def newest(self, briefing: Briefing) -> Article:
        """The newest article of a briefing."""
        return self.linked.site.articles[briefing.articles[0]]

    def dated(self, origin: Origin) -> dt.date | None:
        """The day a text was published; of a background block, none."""
        article = self.article(origin)
        return article.date if article else None

    def briefings_with(self, origins: Iterable[Origin]) -> tuple[str, ...]:
        """The briefings that any of these texts stand in, newest first."""
        found = {key for origin in origins for key in self.briefing_of.get(origin, ())}
        return self.ordered(found)

    def ordered(self, briefings: Collection[str]) -> tuple[str, ...]:
        """Briefings, newest first."""
        return tuple(sorted(briefings, key=self.newest_first.__getitem__))

    def page_of(self, origin: Origin, kind: Kind, number: int) -> tuple[str, str]:
        """The page of what an annotation names (``""``: none) and the anchor on it."""
        key = self.linked.references.get(origin, {}).get(number, "")
        if kind is Kind.EVENT:
            if key not in self.linked.events:
                return "", ""
            return self.timeline_page(key), addresses.event_anchor(key)
        register = _REGISTERS.get(kind)
        if not key or register is None:
            return "", ""
        return addresses.entry_path(register, key), ""

    def timeline_page(self, key: str) -> str:
        """The page of the timeline that shows an event."""
        return self._timeline_pages[key]

    def period_page(self, period: Period[Event]) -> str:
        """The page of the timeline that shows a period, or what it is divided into."""
        if period in self.newest_periods:
            return addresses.TIMELINE
        return addresses.timeline_path(period.stem)

    def known(self, path: str) -> bool:
        """Whether there is such a page below ``docs/``."""
        return path in self._pages

    def media(self, file: str) -> str:
        """The path below ``docs/`` of a picture file of ``content/``, which is then copied there.

        ``""`` where the file leaves ``content/`` or is no picture.
        """
        path = addresses.media_path(file)
        if not path or not is_picture(path):
            return ""
        self._media[path] = posixpath.normpath(file.replace("\\", "/"))
        return path

    def drawn(self, card: Card) -> Output | None:
        """A card as a file; ``None`` where nobody draws, or too little of it can be drawn."""
        settings = self.settings
        content = self._draw(card) if self._draw and settings.cards and settings.site_url else None
        return Output(card.path, content) if content else None

    def once(self, key: Hashable, make: Callable[[], _T]) -> _T:
        """What ``make`` returns, made once for all pages. Nothing else may be kept between pages.

        A page that is made anew must look up the same values whether others were made before it.
        """
        if self._reads is not None:
            return self._reads.once(key, make)
        if key not in self._made:
            self._made[key] = make()
        found: _T = self._made[key]
        return found

    def observed_by(self, reads: Reads) -> None:
        """Let what is made once count as looked up by every page that asks for it."""
        self._reads = reads

    def take_copies(self) -> tuple[Copy, ...]:
        """As ``copies``, those taken before left out."""
        found = self.copies
        self._media.clear()
        return found

    @property
    def copies(self) -> tuple[Copy, ...]:
        """The picture files that pages made so far show, in the order of their paths."""
        return tuple(Copy(path, source) for path, source in sorted(self._media.items()))

    def _briefings_of(self) -> dict[Origin, tuple[str, ...]]:
        found: defaultdict[Origin, list[str]] = defaultdict(list)
        for key in self.newest_first:
            briefing = self.linked.briefings[key]
            for item in briefing.articles:
                found[Origin(Register.ARTICLE, item)].append(key)
            for item in briefing.background:
                found[Origin(Register.BACKGROUND, item)].append(key)
        return {origin: tuple(keys) for origin, keys in found.items()}

    def _used_in(self) -> Mapping[Register, Mapping[str, tuple[str, ...]]]:
        """For each entry of a register, the briefings that it stands in, newest first."""
        found: dict[Register, dict[str, dict[str, None]]] = {
            Register.ACTOR: {},
            Register.FIGURE: {},
            Register.PLACE: {},
            Register.TOPIC: {},
        }
        for key in self.newest_first:
            briefing = self.linked.briefings[key]
            used = (
                (Register.ACTOR, (item.id for item in briefing.actors)),
                (Register.FIGURE, (item.series for item in briefing.figures)),
                (Register.PLACE, (item.id for item in briefing.places)),
                (Register.TOPIC, briefing.topics),
            )
            for register, entries in used:
                for entry in entries:
                    if entry:
                        found[register].setdefault(entry, {})[key] = None
        return {
            register: {entry: tuple(keys) for entry, keys in entries.items()}
            for register, entries in found.items()
        }

    def _pages_of_events(self) -> Mapping[str, str]:
        periods = (period for year in self.timeline for period in year.all())
        return {
            event.key: page
            for period in periods
            for page in (self.period_page(period),)
            for event in period.items
        }

    def _known_pages(self) -> set[str]:
        site = self.linked.site
        registers: tuple[tuple[Register, Iterable[str]], ...] = (
            (Register.ACTOR, site.actors),
            (Register.FIGURE, site.figures),
            (Register.PLACE, site.places),
            (Register.TOPIC, site.topics),
        )
        return {
            *addresses.INDEXES,
            *(addresses.briefing_path(key) for key in self.linked.briefings),
            *(
                addresses.entry_path(Register.ARTICLE, item.id)
                for item in site.articles.values()
                if item.source.rights.full_text
            ),
            *(addresses.entry_path(register, key) for register, keys in registers for key in keys),
        }


@lru_cache(maxsize=65536)
def sort_name(text: str) -> str:
    """A key for sorting names: case folded, accents stripped."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


def last_changed(article: Article) -> dt.date:
    """The day on which an article last changed: published, updated or corrected."""
    days = [article.date, *(item.date for item in article.corrections)]
    return max(*days, article.updated or article.date)


def event_day(event: Event) -> dt.date | None:
    """The day that an event is listed under: its first, else its last."""
    return event.date.earliest or event.date.latest


def report_key(fact: Fact) -> tuple[Origin, int]:
    """What identifies a report: its text and its annotation's number."""
    return fact.origin, fact.annotation.number


def _newest_first(linked: LinkedSite) -> dict[str, int]:
    """The place of each briefing among all, the newest being 0."""
    articles = linked.site.articles

    def age(key: str) -> tuple[int, str]:
        return -articles[linked.briefings[key].articles[0]].date.toordinal(), key

    return {key: place for place, key in enumerate(sorted(linked.briefings, key=age))}


def _by_report(
    disagreements: Iterable[Disagreement],
) -> Mapping[tuple[Origin, int], tuple[Disagreement, ...]]:
    found: defaultdict[tuple[Origin, int], list[Disagreement]] = defaultdict(list)
    for item in disagreements:
        found[report_key(item.first.fact)].append(item)
        found[report_key(item.second.fact)].append(item)
    return {key: tuple(items) for key, items in found.items()}


def _by_series(
    disagreements: Iterable[Disagreement],
) -> Mapping[str, tuple[Disagreement, ...]]:
    found: defaultdict[str, list[Disagreement]] = defaultdict(list)
    for item in disagreements:
        found[item.series].append(item)
    return {key: tuple(items) for key, items in found.items()}


def _by_origin(linked: LinkedSite) -> Mapping[Origin, tuple[tuple[Kind, Mention], ...]]:
    """The mentions of each text in their order, those without an entry among them."""
    found: defaultdict[Origin, list[tuple[Kind, Mention]]] = defaultdict(list)
    unlisted = linked.briefings.values()
    groups = (
        *((Kind.ACTOR, items) for items in linked.actor_mentions.values()),
        *((Kind.PLACE, items) for items in linked.place_mentions.values()),
        *((Kind.ACTOR, item.unlisted_actors) for item in unlisted),
        *((Kind.PLACE, item.unlisted_places) for item in unlisted),
    )
    for kind, mentions in groups:
        for mention in mentions:
            found[mention.fact.origin].append((kind, mention))
    return {
        origin: tuple(sorted(items, key=lambda item: item[1].fact.annotation.number))
        for origin, items in found.items()
    }


def _newest_events(events: Mapping[str, Event]) -> tuple[Event, ...]:
    order = sorted(
        events.values(),
        key=lambda item: (event_day(item) or dt.date.min, item.date.sort_key, item.key),
    )
    return tuple(reversed(order))


def _first_page(timeline: Iterable[Period[Event]]) -> tuple[Period[Event], ...]:
    """The newest periods that one page has room for, one at least."""
    room = EVENTS_PER_PAGE
    shown: list[Period[Event]] = []
    for year in timeline:
        for period in year.all():
            if period.periods:
                continue
            room -= period.size
            if shown and room < 0:
                return tuple(shown)
            shown.append(period)
    return tuple(shown)


def _by_sentence(events: Mapping[str, Event]) -> Mapping[tuple[Origin, str], tuple[Event, ...]]:
    """The events that each sentence reports: those an actor named in it has to do with."""
    found: defaultdict[tuple[Origin, str], list[Event]] = defaultdict(list)
    for event in events.values():
        for fact in event.reports:
            if fact.annotation.kind is Kind.EVENT and fact.annotation.sentence:
                found[fact.origin, fact.annotation.sentence].append(event)
    return {key: tuple(items) for key, items in found.items()}


def _reviewed(linked: LinkedSite) -> Mapping[str, dt.date]:
    """The day on which each briefing last changed."""
    articles = linked.site.articles
    return {
        key: max(last_changed(articles[item]) for item in briefing.articles)
        for key, briefing in linked.briefings.items()
    }
