"""What the search page finds pages by, besides their words.

Topics, actors and places go by the names of the registers, the same on pages in all languages.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.links import Briefing, Register

from .views import FacetsView

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from generator.model.registers import Actor, Name, Place

    from .site_index import SiteIndex


def article_facets(index: SiteIndex, briefing: Briefing, day: dt.date) -> FacetsView:
    """One article of a briefing: filtered like it, found by its own words alone."""
    return replace(briefing_facets(index, briefing, day), names=())


def briefing_facets(index: SiteIndex, briefing: Briefing, day: dt.date) -> FacetsView:
    """A briefing whose newest article is of ``day``."""
    site = index.linked.site
    actors = [site.actors[item.id] for item in briefing.actors if item.id in site.actors]
    places = [site.places[item.id] for item in briefing.places if item.id in site.places]
    entries: tuple[Actor | Place, ...] = (*actors, *places)
    shown = {item.name for item in entries}
    return FacetsView(
        day.isoformat(),
        _once(site.topics[key].title for key in briefing.topics if key in site.topics),
        _once(item.name for item in actors),
        _once(item.name for item in places),
        _once(name.text for item in entries for name in item.names if name.text not in shown),
    )


def entry_facets(
    index: SiteIndex, register: Register, key: str, names: Iterable[Name] = ()
) -> FacetsView:
    """A register's entry: found by its own name, dated by the newest briefing that uses it."""
    site = index.linked.site
    used = index.used_in[register].get(key, ())
    newest = index.newest(index.linked.briefings[used[0]]).date.isoformat() if used else ""
    return FacetsView(
        newest,
        topics=(site.topics[key].title,) if register is Register.TOPIC else (),
        actors=(site.actors[key].name,) if register is Register.ACTOR else (),
        places=(site.places[key].name,) if register is Register.PLACE else (),
        names=_once(name.text for name in names),
    )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
