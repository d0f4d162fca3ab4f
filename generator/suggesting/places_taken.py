"""Places in a file, to be asked whether something meets one of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from generator.diagnostics import Span


class Places:
    """Places, overlapping ones joined."""

    def __init__(self, places: Iterable[Span]) -> None:
        self._spans: list[Span] = []
        for span in sorted(places):
            if self._spans and span.start < self._spans[-1].end:
                last = self._spans[-1]
                self._spans[-1] = Span(last.start, max(last.end, span.end))
            else:
                self._spans.append(span)
        self._ends = [span.end for span in self._spans]

    def meets(self, span: Span) -> bool:
        """Whether ``span`` shares a character with one of them."""
        index = bisect_right(self._ends, span.start)
        return index < len(self._spans) and self._spans[index].start < span.end
