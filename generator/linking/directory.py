"""Looking things up by id and by name.

An id is looked up as written, then among former ids. A text is looked up among names and aliases
in its normal form (``normal_name``): the whole text, then without a possessive ending, then without
a leading article, then without both. A name that two entries own is never decided here.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.model.links import Problem
from generator.model.registers import Actor, FigureSeries, Place, Topic
from generator.names import Listing, normal_name
from generator.records import is_slip, propose_slug

from .nearest import Nearest, name_score

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.site import Site

_ARTICLES = ("the ", "le ", "la ", "les ", "l'")
_LIKE_ENOUGH = 72.0


@dataclass(frozen=True, slots=True)
class Lookup:
    """What was found: an id, or why there is none and what may have been meant, best first.

    An id that was found by a former one has the problem ``FORMER``. ``meant`` is the one id that is
    likely meant; ``certain`` says that it is.
    """

    id: str = ""
    problem: Problem | None = None
    candidates: tuple[str, ...] = ()
    meant: str = ""
    certain: bool = False


class Directory:
    """A register's ids, former ids, names and aliases."""

    def __init__(self, entries: Iterable[Listing]) -> None:
        self._entries = tuple(sorted(entries, key=lambda entry: entry.id))
        self.ids = frozenset(entry.id for entry in self._entries)
        self._former: dict[str, str] = {}
        owners: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for entry in self._entries:
            for old in entry.former:
                if old not in self.ids:
                    self._former.setdefault(old, entry.id)
            for name in entry.names:
                owners[normal_name(name)][entry.id] = None
        owners.pop("", None)
        self._owners = {name: tuple(ids) for name, ids in owners.items()}
        self._nearest = Nearest(self._texts(), name_score, _LIKE_ENOUGH)
        self._by_name: dict[str, Lookup] = {}

    def by_id(self, wanted: str) -> Lookup:
        """The entry that has, or had, the id ``wanted``."""
        if wanted in self.ids:
            return Lookup(wanted)
        if wanted in self._former:
            present = self._former[wanted]
            return Lookup(present, Problem.FORMER, (present,), present, certain=True)
        found = self._unknown(wanted)
        meant = self._meant(wanted)
        return replace(found, meant=meant, certain=True) if meant else found

    def agreed(self, found: Lookup, wanted: str, text: str) -> Lookup:
        """An id that is not known beside the words it stands with, which may name who is meant.

        What both say is certain: the words name one entry alone, and the id differs from that
        one's by a slip.
        """
        named = "" if found.certain or found.id else self.by_name(text).id
        if not named:
            return found
        certain = is_slip(wanted, named, (named, *found.candidates))
        return replace(found, meant=named, certain=certain)

    def by_name(self, text: str) -> Lookup:
        """The one entry that ``text`` names."""
        found = self._by_name.get(text)
        if found is None:
            found = self._by_name[text] = self._named(text)
        return found

    def by_either(self, text: str) -> Lookup:
        """The entry that has the id ``text``, else the one that ``text`` names."""
        found = self.by_id(text)
        return found if found.id else self.by_name(text)

    def _named(self, text: str) -> Lookup:
        for form in _forms(normal_name(text)):
            owners = self._owners.get(form, ())
            if len(owners) == 1:
                return Lookup(owners[0])
            if owners:
                return Lookup(problem=Problem.AMBIGUOUS, candidates=owners)
        return self._unknown(text)

    def _unknown(self, text: str) -> Lookup:
        near = self._nearest.best(normal_name(text[:200]))
        return Lookup("", Problem.UNKNOWN, near, near[0] if len(near) == 1 else "")

    def _meant(self, wanted: str) -> str:
        """The one entry whose name, or whose id but for capitals and signs, is given as an id."""
        slug = propose_slug(wanted)
        if slug in self.ids:
            return slug
        owners = self._owners.get(normal_name(wanted), ())
        return owners[0] if len(owners) == 1 else ""

    def _texts(self) -> Iterator[tuple[str, str]]:
        for entry in self._entries:
            yield normal_name(entry.id), entry.id
        for name, owners in self._owners.items():
            for owner in owners:
                yield name, owner


def _forms(name: str) -> Iterator[str]:
    """``name`` in its normal form, then without a possessive, an article, and both."""
    yield name
    bare = _without_possessive(name)
    yield bare
    yield _without_article(name)
    yield _without_article(bare)


def _without_possessive(name: str) -> str:
    if name.endswith("'s"):
        return name[:-2]
    return name[:-1] if name.endswith("s'") else name


def _without_article(name: str) -> str:
    if not name.startswith(_ARTICLES):
        return name
    return name.removeprefix(next(word for word in _ARTICLES if name.startswith(word)))


@dataclass(frozen=True, slots=True)
class Directories:
    """One directory for each register that text refers to."""

    actors: Directory
    figures: Directory
    places: Directory
    topics: Directory
    background: Directory


def directories(site: Site) -> Directories:
    """The directories of all registers of ``site``."""
    return Directories(
        actors=Directory(map(_named_entry, site.actors.values())),
        figures=Directory(map(_titled_entry, site.figures.values())),
        places=Directory(map(_named_entry, site.places.values())),
        topics=Directory(map(_titled_entry, site.topics.values())),
        background=Directory(Listing(item.id, (item.title,)) for item in site.background.values()),
    )


def _named_entry(item: Actor | Place) -> Listing:
    return Listing(item.id, tuple(name.text for name in item.names), item.former_ids)


def _titled_entry(item: FigureSeries | Topic) -> Listing:
    title = item.label if isinstance(item, FigureSeries) else item.title
    return Listing(item.id, (title,), item.former_ids)
