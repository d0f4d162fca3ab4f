"""Dates in a text as events: when something happened, and in a few words what.

Days and months tell an event nearly always; years, spans that are open at one end, days to come and
the day on which somebody said something do so less often.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

from generator.dates import FoundDate, parse_dates
from generator.diagnostics import Span
from generator.model.edtf import Edtf, Precision
from generator.model.suggestion import Suggestion, SuggestionKind

from .labels import clause, event_label, wider_label, word_count
from .places_taken import Places
from .scan import Scan
from .speech import SpeechWords

_BY_PRECISION: Final = {
    Precision.DAY: 0.8,
    Precision.MONTH: 0.75,
    Precision.SEASON: 0.5,
    Precision.YEAR: 0.45,
    Precision.DECADE: 0.25,
    Precision.CENTURY: 0.1,
}
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
_LEAD: Final = 24
_FEW: Final = 3
_OPEN: Final = 0.35
_PERIOD: Final = 0.5


def find_events(
    file: str,
    scanned: Sequence[Scan],
    reference: dt.date,
    names: Sequence[Span],
    words: SpeechWords,
    language: str,
) -> list[Suggestion]:
    """The dated events of a text, in order; ``reference`` is the day it was published.

    ``names`` are places in the file where a date is none: it is part of a name.
    """
    found: list[Suggestion] = []
    seen: set[str] = set()
    taken = Places(names)
    for scan in scanned:
        before = 0
        for item in parse_dates(scan.text, reference, language):
            start, before = before, item.end
            span = scan.place(item.start, item.end)
            if taken.meets(span) or not scan.free(item.start, item.end):
                continue
            low, high = scan.sentence(item.start)
            bounds = clause(scan.text, low, high, item.start, item.end)
            label = event_label(scan.text, bounds, (item.start, item.end), high, words)
            if word_count(label) < _FEW and not scan.passage.heading:
                wider = wider_label(scan.text, max(low, start), high, (item.start, item.end), words)
                label = wider if word_count(wider) > word_count(label) else label
            confidence = _confidence(scan, item, label, reference, words)
            if item.date.text in seen:
                confidence *= 0.8
            seen.add(item.date.text)
            found.append(
                Suggestion(
                    SuggestionKind.EVENT,
                    span,
                    file[span.start : span.end],
                    round(confidence, 2),
                    label=label,
                    date=item.date,
                )
            )
    return found


def _confidence(
    scan: Scan, item: FoundDate, label: str, reference: dt.date, words: SpeechWords
) -> float:
    if _is_dateline(scan, item, reference):
        return 0.05
    base = _by_precision(item.date)
    earliest = item.date.earliest
    if earliest is not None and earliest > reference:
        base *= 0.6
    before = scan.text[max(0, item.start - _LEAD) : item.start]
    if words.report_end.search(before):
        base *= 0.5
    if word_count(label) < _FEW:
        base *= 0.7
    if scan.in_quote(item.start):
        base *= 0.6
    if scan.passage.heading or scan.caption:
        base *= 0.4
    return base


def _by_precision(date: Edtf) -> float:
    if date.start is None or date.end is None:
        return _OPEN
    base = _BY_PRECISION[date.precision]
    return min(base, _PERIOD) if date.interval else base


def _is_dateline(scan: Scan, item: FoundDate, reference: dt.date) -> bool:
    """Whether a paragraph opens with the full date of publication, or is nothing but a date."""
    if any(map(str.isalnum, scan.text[: item.start])):
        return False
    rest = scan.text[item.end :].strip(" .:–—-")
    if not rest:
        return True
    full = _YEAR.search(scan.text, item.start, item.end) is not None
    return full and item.date.earliest == reference and not scan.text[item.end :].startswith(",")
