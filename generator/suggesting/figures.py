"""Numbers that are worth a reader's while: amounts with what they count, and the series they match.

The grammar of quantities finds every amount. How likely an editor is to annotate one is told by
what it measures and how large it is: money, shares and large counts nearly always; "two men",
durations and ages hardly ever.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from generator.diagnostics import Span
from generator.model.quantity import Qualifier, Quantity
from generator.model.suggestion import Suggestion, SuggestionKind
from generator.quantities import FoundQuantity, QuantityKind, parse_quantities

from .labels import clause, figure_label, longer_label, word_count
from .places_taken import Places
from .scan import Scan
from .series import Match, SeriesIndex, stems
from .speech import SpeechWords

_BY_KIND: Final = {
    QuantityKind.MONEY: 0.9,
    QuantityKind.PERCENT: 0.85,
    QuantityKind.SHARE: 0.6,
    QuantityKind.MEASURE: 0.75,
    QuantityKind.DURATION: 0.25,
    QuantityKind.AGE: 0.15,
}
_VAGUE: Final = 0.35
_LARGE: Final = 20
_SOME: Final = 10
_THOUSAND: Final = 1000
_FEW: Final = 2
_HARM: Final = 40


def find_figures(
    file: str,
    scanned: Sequence[Scan],
    series: SeriesIndex,
    statements: Sequence[Suggestion],
    others: Sequence[Span],
    words: SpeechWords,
    language: str,
) -> list[Suggestion]:
    """The figures of a text, in order.

    A figure within one of ``statements`` (quotations and claims) is said by its speaker. ``others``
    are places where a number is none: dates and names, in the file.
    """
    reader = _Reader(file, scanned, series, statements, others, words, language)
    for scan in scanned:
        if any(map(str.isalnum, scan.text)):
            reader.read(scan)
    return reader.found


class _Reader:
    """Goes through the paragraphs and notes which amounts were there before."""

    def __init__(
        self,
        file: str,
        scanned: Sequence[Scan],
        series: SeriesIndex,
        statements: Sequence[Suggestion],
        others: Sequence[Span],
        words: SpeechWords,
        language: str,
    ) -> None:
        self.found: list[Suggestion] = []
        self._file = file
        self._series = series
        self._words = words
        self._language = language
        self._taken = Places(others)
        self._said = _Said(statements)
        self._seen: set[Quantity] = set()
        self._known = frozenset[str]()
        if series:
            self._known = frozenset().union(*(stems(scan.text) for scan in scanned))

    def read(self, scan: Scan) -> None:
        """Note the figures of one paragraph."""
        numbers = parse_quantities(scan.text, self._language)
        end = 0
        for number, item in enumerate(numbers):
            span = scan.place(item.start, item.end)
            if not self._taken.meets(span) and scan.free(item.start, item.end):
                following = numbers[number + 1].start if number + 1 < len(numbers) else None
                self.found.append(self._figure(scan, item, span, end, following))
            end = item.end

    def _figure(
        self, scan: Scan, item: FoundQuantity, span: Span, end: int, following: int | None
    ) -> Suggestion:
        """``end`` is where the number before ends, ``following`` where the next one starts."""
        low, high = scan.sentence(item.start)
        low = max(low, end)
        high = high if following is None else min(high, following)
        confidence = _confidence(scan, item, self._words)
        if item.quantity in self._seen:
            confidence *= 0.7
        self._seen.add(item.quantity)
        match = self._match(scan, item, low, high)
        if match is not None:
            confidence = max(confidence, 0.4) * (0.6 + 0.4 * match.score)
        return Suggestion(
            SuggestionKind.FIGURE,
            span,
            self._file[span.start : span.end],
            round(confidence, 2),
            ref=match.id if match else "",
            by=self._said.by(span),
            label=self._label(scan, item, low, high),
            quantity=item.quantity,
        )

    def _label(self, scan: Scan, item: FoundQuantity, low: int, high: int) -> str:
        place = item.start, item.end
        noun = _noun(scan, item)
        bounds = clause(scan.text, low, high, *place)
        label = figure_label(scan.text, bounds, place, noun, self._words)
        if word_count(label) < _FEW:
            wider = longer_label(scan.text, low, item.start, noun, self._words)
            label = wider if word_count(wider) > word_count(label) else label
        return label

    def _match(self, scan: Scan, item: FoundQuantity, low: int, high: int) -> Match | None:
        """The series that the words between two other numbers speak for."""
        if not self._series:
            return None
        near = stems(scan.text[low:high])
        return self._series.best(item.quantity, item.kind, near, self._known, self._language)


class _Said:
    """Who says what stands at a place: the innermost statement around it."""

    def __init__(self, statements: Sequence[Suggestion]) -> None:
        opens: list[tuple[Span, str]] = []
        self._edges: list[int] = []
        self._by: list[str] = []
        for item in sorted(statements, key=lambda item: (item.span.start, -item.span.end)):
            self._close(opens, item.span.start)
            opens.append((item.span, item.by))
            self._note(item.span.start, item.by)
        self._close(opens, None)

    def by(self, span: Span) -> str:
        """Who says it, ``""`` where nobody does."""
        index = bisect_right(self._edges, span.start) - 1
        return self._by[index] if index >= 0 else ""

    def _close(self, opens: list[tuple[Span, str]], before: int | None) -> None:
        while opens and (before is None or opens[-1][0].end <= before):
            ended, _ = opens.pop()
            self._note(ended.end, opens[-1][1] if opens else "")

    def _note(self, edge: int, by: str) -> None:
        self._edges.append(edge)
        self._by.append(by)


def _noun(scan: Scan, item: FoundQuantity) -> str:
    """The counted noun, where it stands at the end of the place."""
    unit = item.quantity.unit
    if item.kind is not QuantityKind.COUNT or not unit:
        return ""
    text = " ".join(scan.text[item.start : item.end].split())
    return unit if text.endswith(unit) and "-" not in text[: -len(unit)][-2:] else ""


def _confidence(scan: Scan, item: FoundQuantity, words: SpeechWords) -> float:
    quantity = item.quantity
    base = _BY_KIND.get(item.kind)
    if quantity.value is None and quantity.low is None:
        base = _VAGUE
    elif base is None:
        base = _count(scan, item, words)
    elif quantity.unit == "deg":
        base = 0.4
    if "-" in scan.text[item.start : item.end] and item.kind is QuantityKind.COUNT:
        base = min(base, 0.55)  # "60-plus", "27-nation": it describes
    if scan.in_quote(item.start):
        base *= 0.75
    if scan.passage.heading or scan.caption:
        base *= 0.5
    return base


def _count(scan: Scan, item: FoundQuantity, words: SpeechWords) -> float:
    quantity = item.quantity
    value = quantity.value if quantity.value is not None else quantity.high
    if value is None:
        return _VAGUE
    near = scan.text[max(0, item.start - _HARM) : item.end + _HARM]
    harm = words.harm.search(near) is not None
    if value >= _LARGE:
        if quantity.unit or harm:
            return 0.85
        return 0.7 if value >= _THOUSAND else 0.5
    if harm:
        return 0.7
    if value >= _SOME:
        return 0.55 if quantity.unit else 0.3
    return 0.4 if quantity.unit and quantity.qualifier is not Qualifier.EXACT else 0.2
