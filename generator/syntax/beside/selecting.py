"""Finds the words of a selector in the passages of a text.

White space of any kind and length counts as one space, and none is asked for where a prefix ends or
a suffix begins; nothing else is forgiven. Context may reach over the ends of a paragraph, the words
themselves may not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from generator.model.selector import Selector
from generator.model.sentences import sentence_at, sentences

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_SPACE = re.compile(r"\s+")
_MANY = 1000
"""Places that are looked at before a selector counts as ambiguous."""
_AROUND = 64
_CONTEXTS = (24, 48, 96)
"""Characters on either side that are tried to tell a place from others."""
_LIKE_ENOUGH = 75.0
_LONGEST = 600
_LONGEST_SHOWN = 300
_CLEARLY = 10.0
"""How much better, of 100, the context of the best of several places must fit."""


class Fit(StrEnum):
    """How a selector fits a text."""

    EXACT = "exact"
    """There is one such place, or the occurrence that is asked for."""
    SEVERAL = "several"
    """There are several."""
    CONTEXT = "context"
    """The words stand there, but not with this context."""
    ACROSS = "across"
    """The words run over the end of a paragraph."""
    MISSING = "missing"
    """The words do not stand there."""


class Place(NamedTuple):
    """``start`` and ``end`` in the text of the passage with this number."""

    passage: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """The place that a selector means, ``None`` unless it fits; else the first that it may mean.

    ``count`` is the number of places that fit.
    """

    fit: Fit
    place: Place | None = None
    count: int = 0


class Passages:
    """The passages of a text, one behind the other, with every white space as one space."""

    def __init__(self, texts: Sequence[str], closed: Collection[int] = ()) -> None:
        """``closed`` holds the numbers of passages in which nothing can be annotated."""
        joined = "\n".join(texts)
        self._closed = closed
        self._starts: list[int] = []
        at = 0
        for text in texts:
            self._starts.append(at)
            at += len(text) + 1
        self._texts = texts
        # Where folding took characters away: positions in the folded text, and how many by then.
        self._cuts: list[int] = []
        self._taken: list[int] = []
        self.folded = self._fold(joined)

    def _fold(self, joined: str) -> str:
        parts: list[str] = []
        at = taken = 0
        for match in _SPACE.finditer(joined):
            parts += (joined[at : match.start()], " ")
            at = match.end()
            if at - match.start() > 1:
                taken += at - match.start() - 1
                self._cuts.append(at - taken)
                self._taken.append(taken)
        return "".join((*parts, joined[at:]))

    def find(self, selector: Selector) -> Finding:
        """Where the words of ``selector`` stand."""
        exact = folded(selector.exact)
        if not exact or exact not in self.folded:
            return Finding(Fit.MISSING)
        places, across = self._places(exact, selector)
        count, wanted = len(places), selector.occurrence
        if places and wanted:
            fits = wanted <= count
            return Finding(
                Fit.EXACT if fits else Fit.CONTEXT, places[min(wanted, count) - 1], count
            )
        if places:
            return Finding(Fit.EXACT if count == 1 else Fit.SEVERAL, places[0], count)
        if across or not folded(selector.prefix + selector.suffix):
            return Finding(Fit.ACROSS if across else Fit.MISSING)
        elsewhere = self.find(Selector(selector.exact))
        fit = Fit.CONTEXT if elsewhere.place is not None else elsewhere.fit
        return replace(elsewhere, fit=fit)

    def _places(self, exact: str, selector: Selector) -> tuple[list[Place], bool]:
        """The places that fit, and whether one runs over the end of a paragraph."""
        places: list[Place] = []
        across = False
        for start, end in self._matches(exact, selector):
            place = self.place(start, end)
            if place is None:
                across = True
            elif place.passage not in self._closed:
                places.append(place)
                if len(places) >= _MANY:
                    break
        return places, across

    def _matches(self, exact: str, selector: Selector) -> Iterator[tuple[int, int]]:
        prefix, suffix = folded(selector.prefix), folded(selector.suffix)
        before = f"{re.escape(prefix)} ?" if prefix else ""
        behind = f" ?{re.escape(suffix)}" if suffix else ""
        pattern = re.compile(f"{before}({re.escape(exact)}){behind}")
        at = 0
        while match := pattern.search(self.folded, at):
            yield match.span(1)
            at = match.start() + 1

    def selector(self, place: Place) -> Selector:
        """The least that selects a place: its words, context where they stand twice, a number."""
        exact = self.words(place)
        if self.find(Selector(exact)).fit is Fit.EXACT:
            return Selector(exact)
        prefix = suffix = ""
        for length in _CONTEXTS:
            prefix, suffix = self.around(place, length)
            found = self.find(Selector(exact, prefix, suffix))
            if found.fit is Fit.EXACT and found.place == place:
                return Selector(exact, prefix, suffix)
        places, _ = self._places(folded(exact), Selector(exact))
        return Selector(exact, occurrence=places.index(place) + 1)

    def nearest(self, selector: Selector) -> tuple[Place, float] | None:
        """The place whose words, or whose context, are most like a selector's, and how much.

        From 0 to 100. ``None`` where nothing is like it, or two places are as like.
        """
        # Needed only where something is wrong, and slow to import.
        from rapidfuzz import fuzz  # noqa: PLC0415

        exact = folded(selector.exact)
        if not exact:
            return None
        if exact in self.folded:
            return self._by_context(exact, selector)
        best: tuple[float, Place] | None = None
        for number, text in enumerate(self._texts):
            if number in self._closed or len(text) < len(exact) // 2:
                continue
            floor = best[0] if best else _LIKE_ENOUGH
            found = fuzz.partial_ratio_alignment(exact[:_LONGEST], text, score_cutoff=floor)
            if found is None or (best is not None and found.score <= best[0]):
                continue
            end = min(found.dest_end + max(0, len(exact) - _LONGEST), len(text))
            best = found.score, Place(number, *_whole_words(text, found.dest_start, end))
        return (best[1], best[0]) if best else None

    def _by_context(self, exact: str, selector: Selector) -> tuple[Place, float] | None:
        from rapidfuzz import fuzz  # noqa: PLC0415

        prefix, suffix = folded(selector.prefix)[-_AROUND:], folded(selector.suffix)[:_AROUND]
        wanted = f"{prefix} {suffix}"
        scored = []
        for start, end in self._matches(exact, Selector(exact)):
            place = self.place(start, end)
            if place is None or place.passage in self._closed:
                continue
            before = self.folded[max(0, start - _AROUND) : start].rstrip()
            behind = self.folded[end : end + _AROUND].lstrip()
            around = f"{before[max(0, len(before) - len(prefix)) :]} {behind[: len(suffix)]}"
            scored.append((fuzz.ratio(wanted, around), place))
            if len(scored) >= _MANY:
                break
        scored.sort(key=lambda pair: -pair[0])
        if len(scored) > 1 and scored[0][0] - scored[1][0] < _CLEARLY:
            return None
        return (scored[0][1], scored[0][0]) if scored else None

    def place(self, start: int, end: int) -> Place | None:
        """A range of the folded text as a place; ``None`` where it is in no single passage."""
        first, last = self._unfolded(start), self._unfolded(end - 1) + 1
        number = bisect_right(self._starts, first) - 1
        base = self._starts[number]
        if last - base > len(self._texts[number]):
            return None
        return Place(number, first - base, last - base)

    def _unfolded(self, position: int) -> int:
        cut = bisect_right(self._cuts, position)
        return position + (self._taken[cut - 1] if cut else 0)

    def words(self, place: Place) -> str:
        """What stands at a place."""
        return self._texts[place.passage][place.start : place.end]

    def around(self, place: Place, length: int) -> tuple[str, str]:
        """What stands before and behind a place in its passage, ``length`` characters of each."""
        text = self._texts[place.passage]
        return text[max(0, place.start - length) : place.start], text[place.end :][:length]

    def sentence(self, place: Place) -> str:
        """The sentence around a place, cut where it is long."""
        text = self._texts[place.passage]
        return sentence_at(text, sentences(text), place.start, place.end)[:_LONGEST_SHOWN]


def folded(text: str) -> str:
    """``text`` with every white space as one space, none at its ends."""
    return _SPACE.sub(" ", text).strip(" ")


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A range widened to the ends of the words that it cuts."""
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    return start, start + len(stretch.strip())
