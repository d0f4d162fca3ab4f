"""The whole site, linked: every subject in turn."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from generator.model.annotation import Kind
from generator.model.links import LinkedSite, Register
from generator.model.versions import with_versions

from .addresses import link_addresses
from .briefings import Facts, link_briefings
from .directory import directories
from .disagreements import disagreements
from .events import link_events
from .figures import by_series, link_figures
from .front_matter import FrontMatter
from .ledger import Ledger
from .mentions import link_mentions, link_statements
from .read_more import link_read_more
from .related import relate
from .texts import annotated, source_texts
from .units import unlike_units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generator.model.links import Origin, ReadMoreLink
    from generator.model.site import Site

_T = TypeVar("_T")


def link(site: Site) -> LinkedSite:
    """Everything that the site's texts say of its registers and of each other.

    The result depends on ``site`` alone, not on the order of its mappings. The work is linear in
    the length of the texts and registers. What does not resolve comes back as data.
    """
    ledger = Ledger()
    known = directories(site)
    front_matter = FrontMatter(site, known, ledger)
    included = front_matter.included()
    translations = front_matter.translations()
    texts = source_texts(site, {block for item in included.values() for block in item.background})
    timeline = link_events(annotated(texts, Kind.EVENT), ledger)
    facts = Facts(
        actors=link_mentions(annotated(texts, Kind.ACTOR), Register.ACTOR, known.actors, ledger),
        places=link_mentions(annotated(texts, Kind.PLACE), Register.PLACE, known.places, ledger),
        figures=link_figures(annotated(texts, Kind.FIGURE), site.figures, known, ledger),
        statements=link_statements(annotated(texts, Kind.QUOTE, Kind.CLAIM), known.actors, ledger),
        events=timeline.events,
        read_more=link_read_more(texts, site, ledger),
    )
    series = by_series(facts.figures)
    return LinkedSite(
        site=site,
        briefings=MappingProxyType(
            with_versions(
                relate(site, link_briefings(site, facts, included)), site.articles, translations
            )
        ),
        actor_mentions=_grouped(facts.actors, lambda item: item.id),
        place_mentions=_grouped(facts.places, lambda item: item.id),
        series=MappingProxyType(series),
        statements=_grouped(facts.statements, lambda item: item.by),
        events=MappingProxyType(timeline.events),
        disagreements=disagreements(series, site),
        redirects=MappingProxyType(link_addresses(site, ledger)),
        unresolved=ledger.unresolved(),
        proposals=timeline.proposals,
        unlike_units=unlike_units(series, site),
        read_more=_lines(facts.read_more),
        references=ledger.references(),
        translations=MappingProxyType(dict(translations)),
    )


def _lines(links: Iterable[ReadMoreLink]) -> Mapping[Origin, tuple[ReadMoreLink, ...]]:
    """READ MORE lines by the text that they stand in."""
    grouped: defaultdict[Origin, list[ReadMoreLink]] = defaultdict(list)
    for link in links:
        grouped[link.origin].append(link)
    return MappingProxyType({origin: tuple(grouped[origin]) for origin in sorted(grouped)})


def _grouped(items: Iterable[_T], key: Callable[[_T], str]) -> Mapping[str, tuple[_T, ...]]:
    """``items`` by their id, in the order of ids; those without one are left out."""
    grouped: defaultdict[str, list[_T]] = defaultdict(list)
    for item in items:
        if key(item):
            grouped[key(item)].append(item)
    return MappingProxyType({name: tuple(grouped[name]) for name in sorted(grouped)})
