"""What a site's registers teach the finders, put together once for all its articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.model.registers import Actor, ActorKind, FigureSeries, Place
from generator.model.site import Site
from generator.names import Listing, NameMatcher, normal_name, normal_title

from .countries import countries
from .organisation_words import WELL_KNOWN
from .series import SeriesIndex

ACTORS = "actors"
PLACES = "places"
WELL_KNOWN_REGISTER = "known"
COUNTRIES = "countries"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Registers as finders ask for them.

    ``names`` finds actors and places in one pass; its ids are ``actors/<id>`` and ``places/<id>``,
    and of what no register holds ``known/<number>`` (an index into ``WELL_KNOWN``) and
    ``countries/<language>/<code>``.
    ``by_name`` leads from a name's normal form to the same ids, in order. ``series`` finds
    figure series by label and unit.
    ``titles`` leads from an article's title (``normal_title``) to its id, ``read_more`` holds the
    labels that the reader recognises by itself. ``full_names`` leads from :func:`full_name` to the
    ids of the people who bear such a name.
    """

    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    figures: Mapping[str, FigureSeries]
    names: NameMatcher
    by_name: Mapping[str, tuple[str, ...]]
    series: SeriesIndex
    titles: Mapping[str, str]
    read_more: tuple[str, ...]
    full_names: Mapping[str, tuple[str, ...]]

    def owners(self, name: str, register: str) -> tuple[str, ...]:
        """The ids in ``register`` of those who bear ``name``."""
        prefix = f"{register}/"
        found = self.by_name.get(normal_name(name), ())
        return tuple(item.removeprefix(prefix) for item in found if item.startswith(prefix))


def lexicon(site: Site) -> Lexicon:
    """The lexicon of ``site``. The order of its registers changes nothing."""
    listings = (*_listings(site), *_general(site))
    # Of two articles with one title the first by id is kept: a title is not an address.
    titles: dict[str, str] = {}
    for article in sorted(site.articles.values(), key=lambda item: item.id):
        titles.setdefault(normal_title(article.title), article.id)
    titles.pop("", None)
    return Lexicon(
        actors=site.actors,
        places=site.places,
        figures=site.figures,
        names=NameMatcher(listings),
        by_name=_by_name(listings),
        series=SeriesIndex(site.figures, site.settings.language),
        titles=MappingProxyType(titles),
        read_more=site.settings.read_more,
        full_names=_full_names(site),
    )


def full_name(name: str) -> str:
    """A person's given name and surname in normal form, without what stands between them.

    "Bashar Assad", "Bashar al Assad" and "Bashar al-Assad" are one; ``""`` for a single word.
    """
    words = normal_name(name).split()
    if len(words) < 2:  # noqa: PLR2004 - a given name and a surname
        return ""
    return f"{words[0]} {words[-1].removeprefix('al-').removeprefix('el-')}"


def _full_names(site: Site) -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for actor in site.actors.values():
        if actor.kind is ActorKind.PERSON:
            for name in actor.names:
                found[full_name(name.text)].add(actor.id)
    found.pop("", None)
    return MappingProxyType({name: tuple(sorted(ids)) for name, ids in found.items()})


def _listings(site: Site) -> Iterator[Listing]:
    for register, entries in ((ACTORS, site.actors), (PLACES, site.places)):
        for entry in entries.values():
            yield Listing(f"{register}/{entry.id}", tuple(name.text for name in entry.names))


def _general(site: Site) -> Iterator[Listing]:
    for number, (names, _) in enumerate(WELL_KNOWN):
        yield Listing(f"{WELL_KNOWN_REGISTER}/{number}", names)
    languages = {site.settings.language, *(item.language for item in site.articles.values())}
    for language in sorted({tag.split("-", 1)[0].lower() for tag in languages}):
        for name, code in countries(language).items():
            yield Listing(f"{COUNTRIES}/{language}/{code}", (name,))


def _by_name(listings: Iterable[Listing]) -> Mapping[str, tuple[str, ...]]:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for listing in listings:
        for name in listing.names:
            owners[normal_name(name)].add(listing.id)
    owners.pop("", None)
    return MappingProxyType({name: tuple(sorted(ids)) for name, ids in owners.items()})
