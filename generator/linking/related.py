"""Related briefings: those that share what few others have.

Two briefings are as close as the sum, over what both have, of 1 / log2(1 + number of briefings
that have it): the measure of Adamic and Adar (Friends and neighbors on the Web, 2003). It does not
depend on the size of the site, so an article that shares nothing changes no other page.

What very many briefings have would compare all of them with each other; of such, each is compared
with its neighbours in time. So the work is linear in the mentions.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace
from heapq import nlargest
from itertools import islice
from math import log2
from typing import TYPE_CHECKING, TypeAlias

from generator.model.links import Briefing, Relation

from .texts import newest_first

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.model.site import Site

_ACTOR, _FIGURE, _PLACE, _TOPIC = "actor", "figure", "place", "topic"
_SHOWN = 6
_COMMON = 48
_NEIGHBOURS = 6
_SCALE = 1_000_000_000

Feature: TypeAlias = tuple[str, str]  # a register's name and an id in it: quick to hash


def relate(site: Site, briefings: Mapping[str, Briefing]) -> Mapping[str, Briefing]:
    """``briefings`` with their related ones: the editors' picks, then the closest, at most six.

    More than six picks are all kept. Equally close ones stand with the newest first.
    """
    order = sorted(
        briefings, key=lambda key: newest_first(site.articles[briefings[key].articles[0]])
    )
    features = {key: _features(briefings[key]) for key in order}
    holders: defaultdict[Feature, list[int]] = defaultdict(list)
    for number, key in enumerate(order):
        for feature in features[key]:
            holders[feature].append(number)
    # Whole numbers, so that sums do not depend on their order.
    weights = {key: round(_SCALE / log2(1 + len(numbers))) for key, numbers in holders.items()}

    related: dict[str, Briefing] = {}
    for number, key in enumerate(order):
        closeness: defaultdict[int, int] = defaultdict(int)
        for feature in features[key]:
            weight = weights[feature]
            for other in _compared(number, holders[feature]):
                closeness[other] += weight
        closeness.pop(number, None)
        picked = briefings[key].related
        # One whole number each, the closest and then the newest greatest: compared without a key.
        ranks = (close * len(order) - other for other, close in closeness.items())
        likely = (order[-rank % len(order)] for rank in nlargest(_SHOWN + len(picked), ranks))
        closest = (other for other in likely if other not in picked)
        chosen = [*picked, *islice(closest, max(_SHOWN - len(picked), 0))]
        related[key] = replace(
            briefings[key],
            related=tuple(chosen),
            relations=tuple(
                _relation(other, features[key], features[other], weights, picked=other in picked)
                for other in chosen
            ),
        )
    return {key: related[key] for key in briefings}


def _compared(number: int, holders: Sequence[int]) -> Sequence[int]:
    """Those to compare with ``number``, of briefings in order of time that share something."""
    if len(holders) <= _COMMON:
        return holders
    at = bisect_left(holders, number)
    return holders[max(at - _NEIGHBOURS, 0) : at + _NEIGHBOURS + 1]


def _features(briefing: Briefing) -> dict[Feature, None]:
    """What a briefing can share with another, each once."""
    return dict.fromkeys(
        (
            *((_ACTOR, mention.id) for mention in briefing.actors),
            *((_FIGURE, report.series) for report in briefing.figures if report.series),
            *((_PLACE, mention.id) for mention in briefing.places),
            *((_TOPIC, topic) for topic in briefing.topics),
        )
    )


def _relation(
    other: str,
    own: Mapping[Feature, None],
    others: Mapping[Feature, None],
    weights: Mapping[Feature, int],
    *,
    picked: bool,
) -> Relation:
    shared = sorted(
        (feature for feature in own if feature in others),
        key=lambda feature: (-weights[feature], feature),
    )

    keys: dict[str, list[str]] = {_ACTOR: [], _FIGURE: [], _PLACE: [], _TOPIC: []}
    for register, key in shared:
        keys[register].append(key)
    return Relation(
        briefing=other,
        picked=picked,
        actors=tuple(keys[_ACTOR]),
        figures=tuple(keys[_FIGURE]),
        places=tuple(keys[_PLACE]),
        topics=tuple(keys[_TOPIC]),
    )
