"""Which known series a number in a text may belong to.

A series is a candidate where its unit measures the same kind of thing. It is the likelier the more
words of its label stand near the number, or at least in the text; words are compared by their
beginnings, for endings differ. Only series that share a word with what is near are looked at.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from generator.model.quantity import Quantity
from generator.model.registers import FigureSeries
from generator.names import title_words
from generator.quantities import Dimension, QuantityKind, measure_of
from generator.quantities.conversion import singular

from .speech import speech

_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
_ENDINGS: Final = ("ings", "ing", "ern", "ed", "en", "er", "es", "em", "s", "e", "n")
_SHORTEST: Final = 4
_STEM: Final = 7
_ENOUGH: Final = 0.6
_ELSEWHERE: Final = 0.5


class Match(NamedTuple):
    """A series and the share of its label's words that are there."""

    id: str
    score: float


class _Known(NamedTuple):
    id: str
    unit: str
    stems: frozenset[str]


class SeriesIndex:
    """The series of a site; ``language`` is the one their labels and units are written in."""

    def __init__(self, figures: Mapping[str, FigureSeries], language: str) -> None:
        self._language = language
        common = speech(language).common
        self._by_stem: defaultdict[str, list[_Known]] = defaultdict(list)
        for series in sorted(figures.values(), key=lambda item: item.id):
            words = title_words(series.label).split()
            stems = frozenset(stem(word) for word in words if word not in common)
            for item in sorted(stems):
                self._by_stem[item].append(_Known(series.id, series.unit, stems))

    def __bool__(self) -> bool:
        return bool(self._by_stem)

    def best(
        self,
        quantity: Quantity,
        kind: QuantityKind,
        near: frozenset[str],
        text: frozenset[str],
        language: str,
    ) -> Match | None:
        """The one series that fits best; ``None`` where none does, or two do equally well.

        ``near`` and ``text`` are the :func:`stems` of the words around the number and of all.
        """
        scores: dict[str, float] = {}
        for item in sorted(near):
            for known in self._by_stem.get(item, ()):
                if known.id not in scores:
                    scores[known.id] = self._score(known, quantity, kind, near, text, language)
        ranked = sorted(((score, key) for key, score in scores.items()), reverse=True)[:2]
        if not ranked or ranked[0][0] < _ENOUGH:
            return None
        if len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
            return None
        return Match(ranked[0][1], ranked[0][0])

    def _score(
        self,
        known: _Known,
        quantity: Quantity,
        kind: QuantityKind,
        near: frozenset[str],
        text: frozenset[str],
        language: str,
    ) -> float:
        fit = self._fit(known.unit, quantity, kind, language)
        if not fit:
            return 0.0
        here = len(known.stems & near)
        elsewhere = len((known.stems - near) & text)
        return fit * (here + _ELSEWHERE * elsewhere) / len(known.stems)

    def _fit(self, unit: str, quantity: Quantity, kind: QuantityKind, language: str) -> float:
        """How well two units go together: 0 where they cannot be amounts of one thing."""
        if not unit:
            return 0.9
        theirs = measure_of(unit, self._language)
        if quantity.unit is None:
            if kind is QuantityKind.SHARE:
                return 0.9 if theirs.dimension is Dimension.SHARE else 0.0
            return 0.9 if theirs.dimension in {Dimension.COUNT, None} else 0.0
        ours = measure_of(quantity.unit, language)
        if ours.unlike(theirs):
            return 0.0
        if ours.dimension is Dimension.COUNT:
            same = singular(quantity.unit).rsplit(" ", 1)[-1] == singular(unit).rsplit(" ", 1)[-1]
            return 1.0 if same else 0.85
        return 1.0 if ours.scale == theirs.scale else 0.8


def stems(text: str) -> frozenset[str]:
    """The words of a text by their beginnings."""
    return frozenset(stem(match[0].lower()) for match in _WORD.finditer(text))


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word's beginning: without an ending that many languages have, and not long."""
    word = word.removesuffix("'s").removesuffix("’s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
            break
    return word[:_STEM]
