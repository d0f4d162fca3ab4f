"""The indexes of actors, figures, places and topics, by letter."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from generator.model.links import Register

from .document import first_paragraph
from .figure_cards import amount
from .figure_views import newest_reports
from .people import kind_word, role_on
from .scope import Scope
from .site_index import SiteIndex, sort_name
from .views import IndexEntryView, IndexGroupView, IndexPageView, LinkView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

# Up to this many entries stand under no letters, up to this many on one page.
_UNDIVIDED: Final = 30
_ROOM: Final = 250
_NOTE: Final = 120
_LONGEST: Final = 16
"""Characters of a name that part of a letter is called after, at most."""


def register_indexes(index: SiteIndex) -> Iterator[IndexPageView]:
    """The indexes of actors, figures, places and topics."""
    yield from _alphabetical(index, "actors", "Actors", _actors)
    yield from _alphabetical(index, "figures", "Figures", _figures)
    yield from _alphabetical(index, "places", "Places", _places)
    yield from _alphabetical(index, "topics", "Topics", _topics)


def _actors(scope: Scope) -> Iterator[IndexEntryView]:
    index = scope.index
    for key, actor in index.linked.site.actors.items():
        briefings = index.used_in[Register.ACTOR].get(key, ())
        newest = index.newest(index.linked.briefings[briefings[0]]).date if briefings else None
        note = (role_on(actor, newest) if newest else "") or kind_word(scope, actor.kind)
        yield from _entry(scope.actor(key), note, len(briefings))


def _figures(scope: Scope) -> Iterator[IndexEntryView]:
    index = scope.index
    used_in = index.used_in[Register.FIGURE]
    for key, series in index.linked.site.figures.items():
        reports = newest_reports(index, index.linked.series.get(key, ()))
        note = amount(scope, reports[0], series.label) if reports else ""
        yield from _entry(scope.series(key), note, len(used_in.get(key, ())))


def _places(scope: Scope) -> Iterator[IndexEntryView]:
    used_in = scope.index.used_in[Register.PLACE]
    for key, place in scope.index.linked.site.places.items():
        yield from _entry(scope.place(key), place.country, len(used_in.get(key, ())))


def _topics(scope: Scope) -> Iterator[IndexEntryView]:
    used_in = scope.index.used_in[Register.TOPIC]
    for key, topic in scope.index.linked.site.topics.items():
        note = first_paragraph(topic.profile.blocks)
        note = note if len(note) <= _NOTE else ""
        yield from _entry(scope.topic(key), note, len(used_in.get(key, ())))


def _entry(link: LinkView | None, note: str, count: int) -> Iterator[IndexEntryView]:
    if link:
        yield IndexEntryView(link, note, count)


def _alphabetical(
    index: SiteIndex,
    folder: str,
    title: str,
    entries: Callable[[Scope], Iterator[IndexEntryView]],
) -> Iterator[IndexPageView]:
    """An index by letter: on one page, or on one for each letter, in parts where that is long."""
    scope = Scope(index, f"{folder}/index.md")
    # Addresses are relative to the folder, in which all pages of the index stand.
    listed = _by_name(entries(scope))
    heading = scope.say(title)
    if len(listed) <= _ROOM:
        groups = _letters(listed) if len(listed) > _UNDIVIDED else (_one_group(folder, listed),)
        yield IndexPageView(scope.page(folder, heading), groups, len(listed))
        return
    parts = [part for letter in _letters(listed) for part in _parts(letter)]
    links = tuple(scope.link(part.title, f"{folder}/{part.anchor}.md") for part in parts)
    counted = (
        IndexEntryView(link, "", len(part.entries)) for link, part in zip(links, parts, strict=True)
    )
    yield IndexPageView(scope.page(folder, heading), (_one_group(folder, counted),), len(listed))
    for part in parts:
        page = Scope(index, f"{folder}/{part.anchor}.md").page(folder, f"{heading} · {part.title}")
        yield IndexPageView(page, (part,), len(part.entries), links)


def _one_group(folder: str, entries: Iterable[IndexEntryView]) -> IndexGroupView:
    return IndexGroupView("", folder, tuple(entries))


def _by_name(entries: Iterable[IndexEntryView]) -> list[IndexEntryView]:
    return sorted(entries, key=lambda item: (sort_name(item.link.text), item.link.href))


def _letters(entries: Iterable[IndexEntryView]) -> tuple[IndexGroupView, ...]:
    groups: dict[str, list[IndexEntryView]] = {}
    for entry in entries:
        groups.setdefault(_letter(entry.link.text), []).append(entry)
    return tuple(
        IndexGroupView(letter, _letter_anchor(letter), tuple(found))
        for letter, found in groups.items()
    )


def _parts(letter: IndexGroupView) -> Iterator[IndexGroupView]:
    """A letter, in parts if it is long, each named after where it begins and ends."""
    names = [entry.link.text for entry in letter.entries]
    if len(names) <= _ROOM:
        yield letter
        return
    for number, start in enumerate(range(0, len(names), _ROOM), 1):
        end = min(start + _ROOM, len(names))
        first = _apart(names[start], names[start - 1] if start else "")
        last = _apart(names[end - 1], names[end] if end < len(names) else "")
        entries = letter.entries[start:end]
        yield IndexGroupView(f"{first}–{last}", f"{letter.anchor}-{number}", entries)


def _apart(name: str, other: str) -> str:
    """As much of a name as tells it from its neighbour in the next part."""
    pairs = zip(sort_name(name), sort_name(other), strict=False)
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return name[: min(common + 1, _LONGEST)].strip()


def _letter(name: str) -> str:
    first = next((char for char in sort_name(name) if char.isalpha()), "#")
    return first.upper()[:1]


def _letter_anchor(letter: str) -> str:
    if letter == "#":
        return "letter-other"
    return f"letter-{letter.lower()}" if letter.isascii() else f"letter-u{ord(letter):04x}"
