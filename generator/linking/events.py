"""One timeline: what texts report of one event is one entry.

Reports are joined by ``ref`` alone. Events of one date and one label without a common ``ref`` are
proposed to editors, never joined.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain, groupby
from typing import TYPE_CHECKING

from generator.model.links import Event, Problem, Proposal, Register
from generator.names import normal_title
from generator.records import fragment

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from generator.model.edtf import Edtf

    from .ledger import Ledger
    from .texts import Found


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events by key, and those among them that look the same."""

    events: Mapping[str, Event]
    proposals: tuple[Proposal, ...]


def link_events(found: Iterable[Found], ledger: Ledger) -> Timeline:
    """All events that texts report. One without any date is left out: its reader has told.

    Of events with a ``ref`` the key is its slug. Others are keyed by date and label; where several
    have the same, the oldest text's keeps that key and each later one adds the id of its text.
    """
    joined: defaultdict[str, list[Found]] = defaultdict(list)
    single: list[tuple[Found, Edtf]] = []
    profiles: list[tuple[Found, str]] = []
    for item in found:
        key = fragment(item.annotation.get("ref") or "")
        if not item.text.counts:
            profiles.append((item, key))
        elif key:
            joined[key].append(item)
        elif item.annotation.date is not None:
            single.append((item, item.annotation.date))
    events: dict[str, Event] = {}
    for key, items in joined.items():
        date = _common_date(items, ledger)
        if date is not None:
            events[key] = _event(key, date, items)
            for item in items:
                ledger.refer(item, key)
    texts = [list(group) for _, group in groupby(single, key=lambda pair: pair[0].text.origin)]
    for item, date in chain.from_iterable(reversed(texts)):
        key = _key(item, date, events)
        events[key] = _event(key, date, [item])
        ledger.refer(item, key)
    for item, key in profiles:
        ledger.refer(item, key if key in events else "")
    return Timeline({key: events[key] for key in sorted(events)}, _proposals(events, joined))


def _common_date(items: list[Found], ledger: Ledger) -> Edtf | None:
    """The date that reports of one event give: the most precise, of these the earliest.

    Dates that cannot both be true are reported where they differ from it.
    """
    dated = [(item, item.annotation.date) for item in items if item.annotation.date is not None]
    if not dated:
        return None
    chosen = min((date for _, date in dated), key=_precise_first)
    for item, date in dated:
        if not date.overlaps(chosen):
            ledger.report(
                Problem.CLASH,
                Register.ARTICLE,
                "date",
                date.text,
                item.file,
                item.annotation.value_span("date") or item.annotation.text_span,
                (chosen.text,),
            )
    return chosen


def _precise_first(date: Edtf) -> tuple[int, tuple[int, int, str]]:
    """A sort key: by the number of days it may mean, open ends being longest, then by time."""
    first, last = date.earliest or dt.date.min, date.latest or dt.date.max
    return (last - first).days, date.sort_key


def _event(key: str, date: Edtf, items: list[Found]) -> Event:
    given = (item.annotation.get("label") for item in items)
    label = next(filter(None, given), items[0].annotation.text)
    return Event(key, date, label, tuple(item.fact for item in items))


def _key(item: Found, date: Edtf, taken: Mapping[str, Event]) -> str:
    """A key of its own for an event without ``ref``."""
    label = item.annotation.get("label") or item.annotation.text
    plain = fragment(f"{date.text} {label}", longest=80) or "event"
    if plain not in taken:
        return plain
    longer = f"{plain}-{fragment(item.text.origin.id.replace('/', ' '))}"
    if longer not in taken:
        return longer
    numbered = f"{longer}-{item.annotation.number}"
    while numbered in taken:
        numbered += "-x"
    return numbered


def _proposals(events: Mapping[str, Event], decided: Container[str]) -> tuple[Proposal, ...]:
    """Events of one date and one label, unless each has a ``ref`` that keeps it apart."""
    alike: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for key in sorted(events):
        event = events[key]
        alike[event.date.text, normal_title(event.label)].append(key)
    return tuple(
        Proposal(tuple(keys))
        for (_, label), keys in alike.items()
        if label and len(keys) > 1 and not all(key in decided for key in keys)
    )
