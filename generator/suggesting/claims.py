"""What somebody is said to have said, without quotation marks: one claim a sentence at most."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.model.suggestion import Suggestion, SuggestionKind

from .clauses import FEWEST, WORD, Clause, Sentence
from .scan import Scan
from .speakers import Speakers
from .speech import SpeechWords

_MOST: Final = 60
_QUOTED: Final = 0.5
_NAMELESS: Final = 0.6
_EDGES: Final = " ,،–—:"
_ENDS: Final = " .,،;:!?…؟。–—(\xa0"


def find_claims(
    file: str,
    scanned: Sequence[Scan],
    speakers: Speakers,
    words: SpeechWords,
) -> list[Suggestion]:
    """The claims of a text: the clause that is said, without its attribution at an edge.

    Of verbs that judge ("criticised") the verb belongs to it. Whether a claim is disputed is for
    an editor to say.
    """
    found: list[Suggestion] = []
    for scan in scanned:
        if not scan.acts or scan.passage.heading or scan.passage.quoted:
            continue
        for low, high in scan.passage.sentences:
            if scan.acts_in(low, high) and not scan.in_quote(low + 1):
                clause = Sentence(scan, low, high, speakers, words).clause()
                if clause is not None:
                    found += _suggested(file, scan, clause)
    return found


def _suggested(file: str, scan: Scan, clause: Clause) -> list[Suggestion]:
    """The clause as a suggestion; none where it is too short, annotated or mostly quoted."""
    text = scan.text
    part = text[clause.start : clause.end]
    start = clause.start + len(part) - len(part.lstrip(_EDGES))
    end = clause.start + len(part.rstrip(_ENDS))
    if start >= end or not scan.free(start, end) or _is_quoted(scan, start, end):
        return []
    count = sum(1 for _ in WORD.finditer(text, start, end))
    if count < FEWEST - 1:
        return []
    certainty = clause.certainty
    certainty *= clause.speaker.certainty if clause.speaker.by else _NAMELESS
    if text.count('"', start, end) != 2 * _straight(scan, start, end):
        certainty *= 0.5  # a mark without its partner
    if count > _MOST:
        certainty *= 0.7
    span = scan.place(start, end)
    words = file[span.start : span.end]
    by = clause.speaker.by
    return [Suggestion(SuggestionKind.CLAIM, span, words, round(certainty, 2), by=by)]


def _straight(scan: Scan, start: int, end: int) -> int:
    """How many quotations between straight marks stand within the place."""
    return sum(1 for quote in scan.quotes_near(start, end) if quote.mark == '"')


def _is_quoted(scan: Scan, start: int, end: int) -> bool:
    """Whether quotations cross the place, or fill most of it."""
    inside = 0
    for quote in scan.quotes_near(start, end):
        whole = start < quote.start and quote.end <= end
        if not whole and quote.end + 1 > start and quote.start - 1 < end:
            return True
        inside += quote.end - quote.start if whole else 0
    return inside > _QUOTED * (end - start)
