"""Which of the suggestions that are in each other's way are kept.

Suggestions may nest, as an actor within a quotation, but never cross. Of two that cross, that stand
at one place, or that cannot stand within each other, the more confident is kept, then the longer.
An annotation that is there already is never touched.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

from generator.diagnostics import Span
from generator.model.suggestion import Suggestion, SuggestionKind

from .passages import Markup

_HOLDS_NOTHING: Final = frozenset(
    {SuggestionKind.ACTOR, SuggestionKind.PLACE, SuggestionKind.READ_MORE}
)
_ORDER: Final = {kind: number for number, kind in enumerate(SuggestionKind)}
_BLOCKS: Final = frozenset({SuggestionKind.BACKGROUND, SuggestionKind.READ_MORE})


def settled(
    found: Iterable[Suggestion], taken: Sequence[Span], markup: Sequence[Markup], text: str
) -> tuple[Suggestion, ...]:
    """The suggestions that can all be made together, by their start, the longer of two first.

    ``taken`` are the places of annotations, in order and apart; ``markup`` other inline markup in
    the order in which it opens; ``text`` the file's.
    """
    free = _Free(taken, markup, text)
    ordered = sorted(
        (item for item in found if free.allows(item)),
        key=lambda item: (item.span.start, -item.span.end, -item.confidence, _ORDER[item.kind]),
    )
    kept: list[Suggestion | None] = []
    open_ones: list[int] = []
    for item in ordered:
        while open_ones and _end(kept, open_ones[-1]) <= item.span.start:
            open_ones.pop()
        rivals = [place for place in open_ones if _clash(kept[place], item)]
        if any(_beats(kept[place], item) for place in rivals):
            continue
        for place in rivals:
            kept[place] = None
            open_ones.remove(place)
        # What crosses the end of a rival that lost may now enclose what stood within it.
        kept.append(item)
        open_ones.append(len(kept) - 1)
        open_ones.sort(key=lambda place: -_end(kept, place))
    return tuple(item for item in kept if item is not None)


def _end(kept: Sequence[Suggestion | None], place: int) -> int:
    item = kept[place]
    return item.span.end if item is not None else -1


def _clash(outer: Suggestion | None, inner: Suggestion) -> bool:
    """Whether the second, which begins no earlier, cannot stand beside or within the first."""
    if outer is None or outer.span.end <= inner.span.start:
        return False
    if inner.span.end > outer.span.end or inner.span == outer.span:
        return True
    return outer.kind in _HOLDS_NOTHING or outer.kind is inner.kind


def _beats(outer: Suggestion | None, inner: Suggestion) -> bool:
    if outer is None:
        return False
    length, other = outer.span.end - outer.span.start, inner.span.end - inner.span.start
    return (outer.confidence, length, -_ORDER[outer.kind]) >= (
        inner.confidence,
        other,
        -_ORDER[inner.kind],
    )


class _Free:
    """Where an annotation can be written without touching one or breaking markup."""

    def __init__(self, taken: Sequence[Span], markup: Sequence[Markup], text: str) -> None:
        self._taken = taken
        self._taken_ends = [span.end for span in taken]
        self._places = _Places(markup)
        self._text = text

    def allows(self, item: Suggestion) -> bool:
        """Whether the suggestion stands within the text, clear of annotations and markup."""
        start, end = item.span
        if not 0 <= start < end <= len(self._text):
            return False
        at = bisect_right(self._taken_ends, start)
        if at < len(self._taken) and self._taken[at].start < end:
            return False
        if item.kind in _BLOCKS:
            return True
        if start and self._text[start - 1] == "\\":
            return False
        around = self._places.around(start)
        return (
            around != _BETWEEN
            and around == self._places.around(end)
            and _balanced(self._text[start:end])
        )


_BETWEEN: Final = -1


class _Places:
    """In which piece of markup an edge between two characters lies: 0 in none.

    What begins and ends in the same piece cuts none in two.
    """

    def __init__(self, markup: Sequence[Markup]) -> None:
        tags: list[tuple[int, int, int, int]] = []
        open_ones: list[tuple[int, int]] = [(1 << 62, 0)]
        for number, item in enumerate(markup, 1):
            while open_ones[-1][0] <= item.span.start:
                open_ones.pop()
            outside = open_ones[-1][1]
            inner = item.inner
            if inner.start == inner.end:
                tags.append((item.span.start, item.span.end, outside, outside))
                continue
            tags.append((item.span.start, inner.start, outside, number))
            tags.append((inner.end, item.span.end, number, outside))
            open_ones.append((item.span.end, number))
        tags.sort()
        self._exact: dict[int, int] = {}
        self._edges: list[int] = [-1]
        self._behind: list[int] = [0]
        for start, end, before, after in tags:
            self._exact[start] = before
            self._exact[end] = after
            self._edges += (start, end)
            self._behind += (_BETWEEN, after)

    def around(self, edge: int) -> int:
        """The number of the piece around ``edge``, ``_BETWEEN`` in the markup's own signs."""
        exact = self._exact.get(edge)
        return self._behind[bisect_right(self._edges, edge) - 1] if exact is None else exact


def _balanced(text: str) -> bool:
    """Whether square brackets pair off within ``text``."""
    if "[" not in text and "]" not in text:
        return True
    depth = 0
    for char in text:
        depth += (char == "[") - (char == "]")
        if depth < 0:
            return False
    return depth == 0
