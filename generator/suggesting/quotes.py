"""Quotations, and who is quoted.

The speaker is told by a verb of saying behind the closing mark ("…," she said), before the opening
one (she said: "…"), or by the quotation before it in the same paragraph. Words in marks that nobody
is said to have said are as often a title or a distance kept ("so-called") as a quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from generator.model.suggestion import Suggestion, SuggestionKind

from .marks import Quoted
from .scan import Scan
from .speakers import NOBODY, Speaker, Speakers
from .speech import Act, ActKind, SpeechWords

# Scripts without spaces between words: two characters make one.
_UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_WORD: Final = re.compile(rf"[{_UNSPACED}]{{1,2}}|[^\W{_UNSPACED}](?:[^\W{_UNSPACED}]|['’-])*+")
_BEHIND: Final = 160
"""An attribution behind a quotation starts within so many characters."""
_BEFORE: Final = 320
_GAP: Final = 90
_ENDS: Final = (".", "!", "?", "…", "。")
_PAUSES: Final = (",", "—", "–")
_PAUSED: Final = frozenset(",?!—–")
_SIGNS: Final = " ,—–"
_NAMING: Final = (ActKind.SAY, ActKind.ACCORDING)
_SOME: Final = 3
_MANY: Final = 6


class _Attributed(NamedTuple):
    speaker: Speaker
    certainty: float


_UNATTRIBUTED: Final = _Attributed(NOBODY, 0.0)


def find_quotes(
    file: str, scanned: Sequence[Scan], speakers: Speakers, words: SpeechWords
) -> list[Suggestion]:
    """The quotations of a text: the words between the marks, without them.

    A quotation over several paragraphs is one suggestion for each. A paragraph without marks below
    a line like "The minister said:" is one too, with less confidence.
    """
    reader = _Reader(file, speakers, words)
    for scan in scanned:
        reader.read(scan)
    return reader.found


class _Reader:
    """Goes through the paragraphs: what one leaves open, the next one ends."""

    def __init__(self, file: str, speakers: Speakers, words: SpeechWords) -> None:
        self.found: list[Suggestion] = []
        self._file = file
        self._speakers = speakers
        self._words = words
        self._open_by = _UNATTRIBUTED
        self._pending: list[tuple[int, Scan, Quoted]] = []
        self._announced: Speaker | None = None
        self._since = 0

    def read(self, scan: Scan) -> None:
        """Note what one paragraph quotes."""
        if scan.quotes:
            self._announced = None
            self._quotes(scan)
            return
        self._open_by = _UNATTRIBUTED
        act = _announcing(scan)
        if scan.passage.heading:
            self._announced = None
        elif act is not None:
            low = _clause_start(scan, act.start)
            self._announced = self._speakers.before(scan, low, act.start) or NOBODY
            self._since = 0
        elif self._announced is not None:
            self.found += _spoken(self._file, scan, self._announced, self._words, self._since)
            self._since += 1

    def _quotes(self, scan: Scan) -> None:
        last = _UNATTRIBUTED
        end = 0
        for number, quote in enumerate(scan.quotes):
            if number == 0 and self._open_by.speaker.by:
                attributed = _Attributed(self._open_by.speaker, 0.9)
            else:
                attributed = _attribution(scan, number, end, last, self._speakers, self._words)
            if number == 0 and attributed.speaker.by:
                self._settle(attributed)
            end = quote.end + 1
            last = attributed if attributed.speaker.by else last
            made = _suggested(self._file, scan, quote, attributed)
            if not quote.open:
                self._pending = []
            elif made and not attributed.speaker.by:
                self._pending.append((len(self.found), scan, quote))
            self.found += made
        self._open_by = last if scan.quotes[-1].open else _UNATTRIBUTED

    def _settle(self, attributed: _Attributed) -> None:
        """Give what stayed open to the speaker whom the last paragraph tells."""
        for place, scan, quote in self._pending:
            self.found[place : place + 1] = _suggested(self._file, scan, quote, attributed)
        self._pending = []


def _attribution(
    scan: Scan,
    number: int,
    low: int,
    last: _Attributed,
    speakers: Speakers,
    words: SpeechWords,
) -> _Attributed:
    quote = scan.quotes[number]
    behind = _behind(scan, number, speakers, words)
    if behind is not None:
        return behind
    before = _before(scan, quote, low, speakers, words)
    if before is not None:
        return before
    if last.speaker.by and number:
        return _Attributed(last.speaker, 0.92 * last.certainty)
    return _UNATTRIBUTED


def _behind(scan: Scan, number: int, speakers: Speakers, words: SpeechWords) -> _Attributed | None:
    """As in: "…," said Jane Roe. "…," Jane Roe, the minister, said."""
    quote = scan.quotes[number]
    start = quote.end + 1
    last = number + 1 == len(scan.quotes)
    following = len(scan.text) if last else scan.quotes[number + 1].start - 1
    tail = scan.text[start : min(following, start + _BEHIND)]
    if quote.open or _is_ended(scan.text[quote.end - 1], tail):
        return None
    end = start + _sentence_end(tail)
    act = next((item for item in scan.acts_in(start, end) if item.kind in _NAMING), None)
    if act is None:
        return None
    gap = scan.text[start : act.start]
    if act.kind is ActKind.ACCORDING or not any(map(str.isalpha, gap)):
        return _Attributed(speakers.behind(scan, act.end, end) or NOBODY, 0.95)
    subject = gap.strip(_SIGNS)
    goes_on = not gap.lstrip().startswith(_PAUSES) and scan.text[quote.end - 1] not in _PAUSED
    if goes_on or not subject or subject.lower() in words.joins:
        # 'the "old" minister said': that says nothing of who is quoted
        return None
    found = speakers.before(scan, start + gap.index(subject), act.start)
    return None if found is None else _Attributed(found, 0.95)


def _is_ended(inner: str, tail: str) -> bool:
    """Whether the sentence ends with the quotation, so that what follows tells nothing of it."""
    behind = tail.lstrip()
    if tail[:1] in _ENDS:
        return True
    return inner in ".…。" and not behind.startswith(_PAUSES) and not behind[:1].islower()


def _before(
    scan: Scan, quote: Quoted, low: int, speakers: Speakers, words: SpeechWords
) -> _Attributed | None:
    """As in: Jane Roe said: "…". According to Jane Roe, "…"."""
    text = scan.text
    stop = quote.start - 1
    low = max(low, _clause_start(scan, stop), stop - _BEFORE)
    acts = [act for act in scan.acts_in(low, stop) if act.kind is not ActKind.JUDGE]
    for act in reversed(acts[-3:]):
        gap = text[act.end : stop]
        near = 0.95 if len(gap) <= _GAP // 2 and gap.rstrip()[-1:] in {":", ","} else 0.85
        near = 0.95 if not gap.strip() else near
        if len(gap) > _GAP:
            near = 0.7
        found = _speaker_of(scan, act, low, stop, speakers, words)
        if found is not None:
            return _Attributed(found, near)
    return None


def _speaker_of(
    scan: Scan, act: Act, low: int, stop: int, speakers: Speakers, words: SpeechWords
) -> Speaker | None:
    if act.kind is ActKind.ACCORDING or words.table.verb_first:
        return speakers.behind(scan, act.end, stop)
    hanging = act.kind is ActKind.ADD
    before = speakers.before(scan, low, act.start, hanging=hanging)
    if before is not None and not before.by and low < act.start:
        joined = words.joined_act.search(scan.text[low : act.start])
        earlier = scan.acts_in(_clause_start(scan, act.start), act.start)
        if (joined or hanging) and earlier:
            base = _clause_start(scan, earlier[-1].start)
            return speakers.before(scan, base, earlier[-1].start) or before
    return before


def _clause_start(scan: Scan, at: int) -> int:
    """Where the sentence that stands before a quotation begins."""
    number = bisect_right(scan.passage.sentences, at, key=lambda span: span.start) - 1
    while number >= 0:
        low = scan.passage.sentences[number].start
        if low < at - _BEFORE or not scan.in_quote(low):
            return low
        number -= 1
    return 0


def _sentence_end(tail: str) -> int:
    """Where the sentence behind a quotation ends; initials and titles end none."""
    for match in re.finditer(r"[.!?…](?=\s|\Z)", tail):
        word = tail[: match.start()].rsplit(None, 1)
        if word and len(word[-1]) <= _SOME + 1 and word[-1][:1].isupper():
            continue
        return match.end()
    return len(tail)


def _suggested(file: str, scan: Scan, quote: Quoted, attributed: _Attributed) -> list[Suggestion]:
    """The quotation as a suggestion; none where it is empty or annotated."""
    start, end = _trimmed(scan.text, quote.start, quote.end)
    if start >= end or not scan.free(start, end):
        return []
    count = sum(1 for _ in _WORD.finditer(scan.text, start, end))
    span = scan.place(start, end)
    confidence = _confidence(count, attributed, scan, quote)
    text = file[span.start : span.end]
    return [Suggestion(SuggestionKind.QUOTE, span, text, confidence, by=attributed.speaker.by)]


def _confidence(count: int, attributed: _Attributed, scan: Scan, quote: Quoted) -> float:
    if not attributed.certainty:
        base = 0.15 if count < _SOME else 0.3 if count < _MANY else 0.45
    else:
        base = 0.35 if count < _SOME else 0.8 if count < _MANY else 0.95
        base *= attributed.certainty
        base *= attributed.speaker.certainty if attributed.speaker.by else 0.65
    if scan.passage.quoted:
        base *= 0.8
    if quote.mark in "'‘‚‹" and count < _MANY:
        base *= 0.8
    return round(base, 2)


def _announcing(scan: Scan) -> Act | None:
    """The verb of saying in a paragraph that ends with it and a colon: "The minister said:"."""
    text = scan.text.rstrip()
    if not text.endswith((":", "：")) or scan.passage.heading:
        return None
    acts = scan.acts_in(max(0, len(text) - _GAP), len(text))
    return next((act for act in reversed(acts) if act.kind is ActKind.SAY), None)


def _spoken(
    file: str, scan: Scan, speaker: Speaker, words: SpeechWords, since: int
) -> list[Suggestion]:
    """A paragraph of direct speech without marks, the ``since``-th below its announcement."""
    text = scan.text
    start, end = _trimmed(text, 0, len(text))
    if start >= end or not scan.free(start, end):
        return []
    certain = 0.8 if scan.passage.quoted else 0.65
    if words.first_person.search(text) is None:
        certain *= 0.45 if since else 0.75
    certain *= speaker.certainty if speaker.by else 0.8
    span = scan.place(start, end)
    said = file[span.start : span.end]
    return [Suggestion(SuggestionKind.QUOTE, span, said, round(certain, 2), by=speaker.by)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without white space at the edges, and without the comma before a closing mark."""
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    end = start + len(part.strip().rstrip(",،，").rstrip())
    return start, end
