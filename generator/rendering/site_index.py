"""What pages look up across the site, computed once for all of them."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

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
from generator.model.output import Copy

from . import addresses
from .quotations import Quotations

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Mapping

    from generator.config import Settings
    from generator.model.article import Article

EVENTS_PER_PAGE: Final = 300

_PICTURE: Final = re.compile(r"\.(?:avif|gif|jpe?g|png|svg|webp)", re.IGNORECASE)
_REGISTERS: Final = {
    Kind.ACTOR: Register.ACTOR,
    Kind.FIGURE: Register.FIGURE,
    Kind.PLACE: Register.PLACE,
}


class SiteIndex:
    """The linked site and what is derived from it; gathers the pictures that pages use."""

    def __init__(self, linked: LinkedSite, others: Collection[str] = ()) -> None:
        site = linked.site
        self.linked: Final = linked
        self.settings: Final[Settings] = site.settings
        self.quotations: Final = Quotations(site)
        self.newest_first: Final = _newest_first(linked)
        self.briefing_of: Final[Mapping[Origin, tuple[str, ...]]] = self._briefings_of()
        self.used_in: Final = self._used_in()
        self.disagreements: Final = _by_report(linked.disagreements)
        self.mentions_in: Final = _by_origin(linked)
        self.years: Final = _years(linked.events)
        self._timeline_years: Final = _own_pages(self.years)
        self._pages: Final = self._known_pages() | set(others)
        self.large: Final = len(self._pages) > self.settings.search_limit
        self._media: Final[dict[str, str]] = {}

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
        year = year_of(self.linked.events[key])
        return addresses.timeline_path(year) if year in self._timeline_years else addresses.TIMELINE

    def has_timeline_page(self, year: int) -> bool:
        """Whether a year's events stand on a page of their own."""
        return year in self._timeline_years

    def known(self, path: str) -> bool:
        """Whether there is such a page below ``docs/``."""
        return path in self._pages

    def media(self, file: str) -> str:
        """The path below ``docs/`` of a picture file of ``content/``, which is then copied there.

        ``""`` where the file leaves ``content/`` or is no picture.
        """
        path = addresses.media_path(file)
        if not path or not _PICTURE.fullmatch(posixpath.splitext(path)[1]):
            return ""
        self._media[path] = posixpath.normpath(file.replace("\\", "/"))
        return path

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


def year_of(event: Event) -> int:
    """The year an event is listed under: that of its first day, else of its last."""
    day = event.date.earliest or event.date.latest
    return day.year if day else 0


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


def _years(events: Mapping[str, Event]) -> Mapping[int, tuple[Event, ...]]:
    """The events of each year, the newest year first, each year's latest event first."""
    found: defaultdict[int, list[Event]] = defaultdict(list)
    for event in sorted(events.values(), key=lambda item: (item.date.sort_key, item.key)):
        found[year_of(event)].append(event)
    return {year: tuple(reversed(found[year])) for year in sorted(found, reverse=True)}


def _own_pages(years: Mapping[int, tuple[Event, ...]]) -> frozenset[int]:
    """The years that leave the first page of a timeline that is too long."""
    room = EVENTS_PER_PAGE
    own = set()
    for place, (year, events) in enumerate(years.items()):
        room -= len(events)
        if place and room < 0:
            own.add(year)
    return frozenset(own)
